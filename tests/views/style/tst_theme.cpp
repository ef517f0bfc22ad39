#include "tests/registered.h"
#include "views/style/outlined_style.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>
#include <QWidget>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

using namespace netdraft::views;

namespace {

/// Relative luminance (WCAG 2.1).
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

/// What is seen of a colour that lets something through.
QColor over(QColor front, double alpha, const QColor &back)
{
    const auto mixed = [alpha](float a, float b) { return static_cast<float>(a * alpha + b * (1 - alpha)); };
    return QColor::fromRgbF(mixed(front.redF(), back.redF()), mixed(front.greenF(), back.greenF()),
                            mixed(front.blueF(), back.blueF()));
}

/// Every pair of colours that is painted with one theme: text on what is behind it, and shapes that mean something.
class Pairs
{
public:
    explicit Pairs(const Theme &theme) : m_theme(theme), m_palette(paletteOf(theme))
    {
        everywhere();
        canvas();
        panels();
        widgets();
    }

private:
    /// Text needs 4.5:1 (WCAG 1.4.3), what is only a shape 3:1 (1.4.11).
    static constexpr double text = 4.5;
    static constexpr double shape = 3;

    const Theme &m_theme;
    QPalette m_palette;

    void add(const QString &what, const QColor &front, const QColor &back, double least = text) const
    {
        QTest::addRow("%s: %s", m_theme.dark ? "dark" : "light", qPrintable(what)) << front << back << least;
    }

    void everywhere() const
    {
        for (const auto &[where, back] : {std::pair{"window", m_theme.window},
                                          {"base", m_theme.base},
                                          {"canvas", m_theme.canvas},
                                          {"note", m_theme.note}}) {
            for (const auto &[what, front] : {std::pair{"text", m_theme.text},
                                              {"muted text", m_theme.mutedText},
                                              {"accent", m_theme.accent},
                                              {"ok", m_theme.ok},
                                              {"bad", m_theme.bad},
                                              {"uncertain", m_theme.uncertain}})
                add(QStringLiteral("%1 on %2").arg(QLatin1String(what), QLatin1String(where)), front, back);
        }
        add("text on accent", m_theme.accentText, m_theme.accent);
    }

    void canvas() const
    {
        // Boxes lie in boxes, and each lets the one around it through.
        for (const auto kind : {0, 1, 2, 3, 4}) {
            const NodeColours &node = m_theme.node(static_cast<netdraft::model::NodeKind>(kind));
            const QString name = QStringLiteral("kind %1").arg(kind);
            add("glyph of " + name, node.glyph, node.fill);
            add("border of " + name, node.border, m_theme.canvas, shape);
            QColor box = m_theme.canvas;
            for (int depth = 1; depth <= 3; ++depth) {
                box = over(node.fill, 0.22, box);
                add(QStringLiteral("title of a box, %1 deep, of ").arg(depth) + name, m_theme.text, box);
                add(QStringLiteral("border in a box, %1 deep, of ").arg(depth) + name, node.border, box, shape);
                add(QStringLiteral("cable in a box, %1 deep, of ").arg(depth) + name, m_theme.linkUp, box, shape);
            }
            add("title of a box that takes a node, of " + name, m_theme.text, over(node.fill, 0.8, m_theme.canvas));
        }
        for (const auto colour : netdraft::model::annotationColours) {
            const NodeColours &paper = m_theme.annotation(colour);
            const QString name = QStringLiteral("colour %1").arg(int(colour));
            const QColor box = over(paper.fill, 0.4, m_theme.canvas);
            add("words on a note of " + name, paper.glyph, paper.fill);
            add("title of an annotation's box of " + name, paper.glyph, box);
            add("words at an arrow of " + name, paper.glyph, m_theme.canvas);
            add("edge of a note or an arrow of " + name, paper.border, m_theme.canvas, shape);
            add("edge of a box of " + name, paper.border, box, shape);
            add("name of a node in a box of " + name, m_theme.text, over(m_theme.canvas, 0.86, box));
            add("cable in a box of " + name, m_theme.linkUp, box, shape);
            add("cable that is down in a box of " + name, m_theme.linkDown, box, shape);
            add("swatch of " + name + " in a menu", lightTheme().annotation(colour).border, m_theme.base, 2.5);
        }
        add("grip of an annotation", m_theme.selection, m_theme.base, shape);
        // Names and labels have a ground that lets through a little of what they cross.
        const QColor glow = over(m_theme.selection, 0.35, m_theme.canvas);
        for (const auto &[what, behind] : {std::pair{"a cable", m_theme.linkUp},
                                           {"a cable that is down", m_theme.linkDown},
                                           {"a selected cable", m_theme.selection},
                                           {"the glow of a selected cable", glow},
                                           {"a way that arrives", over(m_theme.ok, 0.45, m_theme.linkUp)},
                                           {"a way that is lost", over(m_theme.bad, 0.45, m_theme.linkUp)}}) {
            const QString where = QLatin1String(what);
            add("name over " + where, m_theme.text, over(m_theme.canvas, 0.86, behind));
            const QColor label = over(m_theme.canvas, 0.82, behind);
            add("label over " + where, m_theme.text, label);
            add("label that is down over " + where, m_theme.linkDown, label);
        }
        add("cable", m_theme.linkUp, m_theme.canvas);
        add("cable that is down", m_theme.linkDown, m_theme.canvas);
        add("mark of an end that is up", m_theme.ok, m_theme.canvas, shape);
        add("selected cable in its glow", m_theme.selection, glow, shape);
        add("outline of a selected node", m_theme.selection, over(m_theme.selection, 0.16, m_theme.canvas), shape);
        add("way that arrives", over(m_theme.ok, 0.45, m_theme.canvas), m_theme.canvas, 1.5); // with arrows in full ink
        add("way that is lost", over(m_theme.bad, 0.45, m_theme.canvas), m_theme.canvas, 1.5);
        add("arrow of a way on its line", m_theme.canvas, m_theme.ok, shape);
        add("box in the overview", m_theme.mutedText, m_theme.base, shape);
        add("what the overview shows", m_theme.selection, over(m_theme.selection, 0.12, m_theme.base), shape);
    }

    void panels() const
    {
        for (const auto &[state, front, fill] : {std::tuple{"fine", m_theme.ok, m_theme.okFill},
                                                 {"failing", m_theme.bad, m_theme.badFill},
                                                 {"warning", m_theme.uncertain, m_theme.uncertainFill},
                                                 {"a note", m_theme.mutedText, m_theme.window}}) {
            const QString name = QLatin1String(state);
            add("banner, " + name, front, fill);
            add("totals in the banner, " + name, m_theme.mutedText, fill);
        }
        add("matrix: yes", m_theme.ok, m_theme.okFill);
        add("matrix: no", m_theme.bad, m_theme.badFill);
        add("matrix: unsure", m_theme.uncertain, m_theme.uncertainFill);
        add("matrix: some, on what reaches", m_theme.text, m_theme.okFill);
        add("matrix: some, on what does not", m_theme.text, m_theme.badFill);
        add("matrix: itself", m_theme.mutedText, m_theme.base);
        add("matrix from far away: no beside yes", m_theme.bad, m_theme.okFill, shape);
        add("matrix from far away: unsure beside yes", m_theme.uncertain, m_theme.okFill, shape);
        add("matrix: outline of the selected cell", m_theme.accent, m_theme.base, shape);
        for (const auto &[state, fill] :
             {std::pair{"yes", m_theme.okFill}, {"no", m_theme.badFill}, {"unsure", m_theme.uncertainFill}})
            add(QStringLiteral("matrix: outline of a selected %1").arg(QLatin1String(state)), m_theme.accent, fill,
                shape);
        for (const auto colour : netdraft::model::annotationColours)
            add(QStringLiteral("chart: bars and lines of colour %1").arg(int(colour)),
                m_theme.annotation(colour).border, m_theme.base, shape);
        add("message of a form", m_theme.bad, m_theme.badFill);
        add("name that cannot be", m_theme.bad, m_theme.badFill);
        add("warning of an export", m_theme.text, m_theme.uncertainFill);
        add("node of the palette, pressed", m_theme.text, m_theme.border);
        add("node of the palette, under the mouse", m_theme.text, m_palette.color(QPalette::Button));
        add("mark of a mend", m_theme.accent, m_palette.color(QPalette::Button));
    }

    void widgets() const
    {
        const auto both = [this](const char *what, QPalette::ColorRole front, QPalette::ColorRole back) {
            for (const auto &[name, group] : {std::pair{"active", QPalette::Active}, {"inactive", QPalette::Inactive}})
                add(QStringLiteral("%1, %2").arg(QLatin1String(what), QLatin1String(name)),
                    m_palette.color(group, front), m_palette.color(group, back));
        };
        both("label", QPalette::WindowText, QPalette::Window);
        both("field", QPalette::Text, QPalette::Base);
        both("other row of a table", QPalette::Text, QPalette::AlternateBase);
        both("button", QPalette::ButtonText, QPalette::Button);
        both("header of a table", QPalette::ButtonText, QPalette::Window);
        both("selection", QPalette::HighlightedText, QPalette::Highlight);
        both("hint in a field", QPalette::PlaceholderText, QPalette::Base);
        both("hint in a panel", QPalette::PlaceholderText, QPalette::Window);
        both("tool tip", QPalette::ToolTipText, QPalette::ToolTipBase);
        both("link", QPalette::Link, QPalette::Base);
        both("link in a panel", QPalette::Link, QPalette::Window);
        both("link that was followed", QPalette::LinkVisited, QPalette::Base);
        both("bright text", QPalette::BrightText, QPalette::Window);
        const QColor outline = OutlinedStyle::outline(m_palette);
        add("outline on window", outline, m_theme.window, shape);
        add("outline of a field", outline, m_theme.base, shape);
        // What is disabled needs no contrast by WCAG, but can be read.
        for (const auto &[what, front, back] : {std::tuple{"label", QPalette::WindowText, QPalette::Window},
                                                {"field", QPalette::Text, QPalette::Base},
                                                {"button", QPalette::ButtonText, QPalette::Button}}) {
            const QColor ink = m_palette.color(QPalette::Disabled, front);
            const QColor ground = m_palette.color(QPalette::Disabled, back);
            add(QStringLiteral("disabled %1").arg(QLatin1String(what)), over(ink, ink.alphaF(), ground), ground, 2.5);
        }
    }
};

} // namespace

/// The contrast of what is painted in the middle of a picture with its ground: the colour that there is most of, and
/// the one that is furthest from it.
double paintedContrast(const QImage &image, const QRect &part)
{
    std::map<QRgb, int> counts;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            ++counts[image.pixel(x, y)];
    }
    const auto ground = std::ranges::max_element(counts, {}, &std::pair<const QRgb, int>::second);
    double most = 1;
    for (const auto &[colour, count] : counts) {
        if (count >= 8) // Not where lines end.
            most = std::max(most, contrast(QColor::fromRgb(colour), QColor::fromRgb(ground->first)));
    }
    return most;
}

/// Widgets with words, and where their words are; each is shown for as long as this lives.
class Sample
{
public:
    explicit Sample(const QString &what)
    {
        // Smoothed edges would be of every colour between ink and ground.
        QFont font = QApplication::font();
        font.setStyleStrategy(QFont::NoAntialias);
        m_widget.reset(make(what));
        m_widget->setFont(font);
        m_widget->resize(m_widget->sizeHint().expandedTo({160, 40}));
        m_widget->show();
        if (auto *menu = qobject_cast<QMenu *>(m_widget.get()))
            menu->setActiveAction(what == QLatin1String("chosen entry of a menu") ? menu->actions()[0] : nullptr);
        if (auto *table = qobject_cast<QTableWidget *>(m_widget.get())) {
            part = what == QLatin1String("header of a table")
                       ? QRect(table->horizontalHeader()->mapTo(table, QPoint()), table->horizontalHeader()->size())
                       : table->visualItemRect(table->item(0, 0)).translated(table->viewport()->mapTo(table, QPoint()));
            if (what == QLatin1String("selected row of a table"))
                table->selectRow(0);
        } else if (const auto *tabs = qobject_cast<QTabBar *>(m_widget.get())) {
            part = tabs->tabRect(what == QLatin1String("tab in front") ? 0 : 1);
        } else if (const auto *menu = qobject_cast<QMenu *>(m_widget.get())) {
            part = menu->actionGeometry(menu->actions()[0]);
        } else if (const auto *bar = qobject_cast<QMenuBar *>(m_widget.get())) {
            part = bar->actionGeometry(bar->actions()[0]);
        } else {
            part = m_widget->rect();
        }
        part.adjust(5, 4, -5, -4);
    }

    QImage picture() { return m_widget->grab().toImage(); }
    QRect part;

    static QStringList names()
    {
        return {"button",
                "button that Enter takes",
                "button that is down",
                "tool button that is on",
                "check box",
                "field",
                "hint in a field",
                "choice",
                "number",
                "tab in front",
                "tab behind",
                "header of a table",
                "row of a table",
                "selected row of a table",
                "entry of a menu",
                "chosen entry of a menu",
                "menu of the bar"};
    }

private:
    std::unique_ptr<QWidget> m_widget;

    static QWidget *make(const QString &what)
    {
        const QString words = QStringLiteral("Words");
        if (what.startsWith(QLatin1String("button"))) {
            auto *button = new QPushButton(words);
            button->setDefault(what == QLatin1String("button that Enter takes"));
            button->setDown(what == QLatin1String("button that is down"));
            return button;
        }
        if (what == QLatin1String("tool button that is on")) {
            auto *button = new QToolButton;
            button->setText(words);
            button->setCheckable(true);
            button->setChecked(true);
            return button;
        }
        if (what == QLatin1String("check box"))
            return new QCheckBox(words);
        if (what.endsWith(QLatin1String("field"))) {
            auto *line = new QLineEdit;
            what == QLatin1String("field") ? line->setText(words) : line->setPlaceholderText(words);
            return line;
        }
        if (what == QLatin1String("choice")) {
            auto *box = new QComboBox;
            box->addItem(words);
            return box;
        }
        if (what == QLatin1String("number"))
            return new QSpinBox;
        if (what.startsWith(QLatin1String("tab "))) {
            auto *tabs = new QTabBar;
            tabs->addTab(words);
            tabs->addTab(words);
            return tabs;
        }
        if (what.endsWith(QLatin1String("table"))) {
            auto *table = new QTableWidget(1, 1);
            table->setHorizontalHeaderLabels({words});
            table->setItem(0, 0, new QTableWidgetItem(words));
            return table;
        }
        if (what.endsWith(QLatin1String("menu"))) {
            auto *menu = new QMenu;
            menu->addAction(words);
            return menu;
        }
        auto *bar = new QMenuBar;
        bar->addMenu(words);
        return bar;
    }
};

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void contrastIsThatOfTheStandard();
    void paintedWordsAreReadable_data();
    void paintedWordsAreReadable();
    void paletteLeadsBackToTheme();
    void appearanceReachesWidgets();
    void tabsCloseWithoutAlarm();
};

void TestTheme::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("least");
    for (const Theme *theme : {&lightTheme(), &darkTheme()})
        const Pairs pairs(*theme);
}

void TestTheme::contrastIsEnough()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    QFETCH(double, least);
    const double found = contrast(front, back);
    QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 on %2 is %3:1").arg(front.name(), back.name()).arg(found)));
}

void TestTheme::contrastIsThatOfTheStandard()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white) * 100), 2100);
    QCOMPARE(qRound(contrast(Qt::white, Qt::black) * 100), 2100);
    QCOMPARE(qRound(contrast(QColor(0x767676), Qt::white) * 100), 454); // the lightest grey that passes
    QCOMPARE(qRound(contrast(QColor(0x777777), Qt::white) * 100), 448);
    QCOMPARE(qRound(contrast(QColor(0xff0000), Qt::white) * 100), 400);
}

void TestTheme::paintedWordsAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("what");
    for (const bool dark : {false, true}) {
        for (const QString &what : Sample::names())
            QTest::addRow("%s: %s", dark ? "dark" : "light", qPrintable(what)) << dark << what;
    }
}

/// As the style paints them, which derives colours from those of the palette.
void TestTheme::paintedWordsAreReadable()
{
    QFETCH(bool, dark);
    QFETCH(QString, what);
    setAppearance(dark ? Appearance::Dark : Appearance::Light);
    Sample sample(what);
    const double found = paintedContrast(sample.picture(), sample.part);
    QVERIFY2(found >= 4.5, qPrintable(QStringLiteral("%1:1").arg(found)));
}

void TestTheme::paletteLeadsBackToTheme()
{
    QVERIFY(!themeOf(paletteOf(lightTheme())).dark);
    QVERIFY(themeOf(paletteOf(darkTheme())).dark);
    QCOMPARE(paletteOf(darkTheme()).color(QPalette::Text), darkTheme().text);
}

void TestTheme::appearanceReachesWidgets()
{
    QWidget widget;
    setAppearance(Appearance::Dark);
    QTRY_VERIFY(themeOf(widget.palette()).dark);
    setAppearance(Appearance::Light);
    QTRY_VERIFY(!themeOf(widget.palette()).dark);
    setAppearance(Appearance::System);
    QTRY_COMPARE(widget.palette().color(QPalette::Window), lightTheme().window); // offscreen desktops are light
}

/// The sign that closes a tab is no alarm: nothing red, until somebody means it nothing but lines.
void TestTheme::tabsCloseWithoutAlarm()
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        setAppearance(appearance);
        QTabBar tabs;
        tabs.setTabsClosable(true);
        tabs.addTab("A");
        tabs.resize(tabs.sizeHint());
        tabs.show();
        const QWidget *button = tabs.tabButton(0, QTabBar::RightSide);
        QVERIFY(button);
        const QImage image = tabs.grab().toImage();
        const Theme &theme = themeOf(tabs.palette());
        double most = 1;
        for (int x = button->x(); x < button->geometry().right(); ++x) {
            for (int y = button->y(); y < button->geometry().bottom(); ++y) {
                const QColor colour = image.pixelColor(x, y);
                QVERIFY2(colour.red() - colour.blue() < 60, qPrintable(colour.name()));
                most = std::max(most, contrast(colour, theme.window));
            }
        }
        QVERIFY(most >= 3); // it is seen
    }
    setAppearance(Appearance::System);
}

NETDRAFT_TEST(TestTheme)
#include "tst_theme.moc"
