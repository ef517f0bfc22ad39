#include "tests/registered.h"
#include "views/style/outlined_style.h"
#include "views/style/theme.h"

#include <QApplication>
#include <QWidget>
#include <QtTest>

#include <cmath>

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

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void paletteLeadsBackToTheme();
    void appearanceReachesWidgets();
};

void TestTheme::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("front");
    QTest::addColumn<QColor>("back");
    QTest::addColumn<double>("least");
    for (const Theme *theme : {&lightTheme(), &darkTheme()}) {
        const char *name = theme->dark ? "dark" : "light";
        const auto add = [&](const char *what, const QColor &front, const QColor &back, double least = 4.5) {
            QTest::addRow("%s: %s", name, what) << front << back << least;
        };
        for (const auto &[where, back] : {std::pair{"window", theme->window},
                                          {"base", theme->base},
                                          {"canvas", theme->canvas},
                                          {"note", theme->note}}) {
            add(qPrintable(QStringLiteral("text on %1").arg(QLatin1String(where))), theme->text, back);
            add(qPrintable(QStringLiteral("muted text on %1").arg(QLatin1String(where))), theme->mutedText, back);
            add(qPrintable(QStringLiteral("accent on %1").arg(QLatin1String(where))), theme->accent, back);
            add(qPrintable(QStringLiteral("ok on %1").arg(QLatin1String(where))), theme->ok, back);
            add(qPrintable(QStringLiteral("bad on %1").arg(QLatin1String(where))), theme->bad, back);
            add(qPrintable(QStringLiteral("uncertain on %1").arg(QLatin1String(where))), theme->uncertain, back);
        }
        const QColor outline = OutlinedStyle::outline(paletteOf(*theme));
        add("outline on window", outline, theme->window, 3);
        add("outline of a field", outline, theme->base, 3);
        add("text on accent", theme->accentText, theme->accent);
        add("ok on its fill", theme->ok, theme->okFill);
        add("bad on its fill", theme->bad, theme->badFill);
        add("uncertain on its fill", theme->uncertain, theme->uncertainFill);
        add("text on ok fill", theme->text, theme->okFill);
        add("text on bad fill", theme->text, theme->badFill);
        add("text on uncertain fill", theme->text, theme->uncertainFill);
        add("link up", theme->linkUp, theme->canvas);
        add("link down", theme->linkDown, theme->canvas);
        for (const auto kind : {0, 1, 2, 3, 4}) {
            const NodeColours &node = theme->node(static_cast<netdraft::model::NodeKind>(kind));
            add(qPrintable(QStringLiteral("glyph of kind %1").arg(kind)), node.glyph, node.fill);
            // Shapes need 3:1.
            add(qPrintable(QStringLiteral("border of kind %1").arg(kind)), node.border, theme->canvas, 3);
        }
    }
}

void TestTheme::contrastIsEnough()
{
    QFETCH(QColor, front);
    QFETCH(QColor, back);
    QFETCH(double, least);
    const double found = contrast(front, back);
    QVERIFY2(found >= least, qPrintable(QStringLiteral("%1 on %2 is %3:1").arg(front.name(), back.name()).arg(found)));
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

NETDRAFT_TEST(TestTheme)
#include "tst_theme.moc"
