#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/actions/action_set.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/panels/elided_label.h"
#include "views/panels/panel_list.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QScopeGuard>
#include <QScrollArea>
#include <QTabBar>
#include <QToolBar>

#include <set>

using namespace netdraft;

namespace {

/// Parts of others, or mere places for others, which say what they are by their role.
constexpr QAccessible::Role nameless[] = {
    QAccessible::Client,     QAccessible::Window,      QAccessible::Pane,      QAccessible::LayeredPane,
    QAccessible::ScrollBar,  QAccessible::Separator,   QAccessible::Grip,      QAccessible::Splitter,
    QAccessible::Whitespace, QAccessible::TitleBar,    QAccessible::ToolBar,   QAccessible::MenuBar,
    QAccessible::StatusBar,  QAccessible::PageTabList, QAccessible::Indicator, QAccessible::Form,
    QAccessible::Border,     QAccessible::PopupMenu,   QAccessible::Grouping,
};

/// Cells are called by what they hold, and some hold nothing: the row and the column say which they are.
constexpr QAccessible::Role maybeEmpty[] = {QAccessible::Cell, QAccessible::TreeItem};

/// What one acts on: two of one name beside each other could be mistaken.
constexpr QAccessible::Role actedOn[] = {
    QAccessible::Button,     QAccessible::CheckBox,       QAccessible::RadioButton, QAccessible::EditableText,
    QAccessible::ComboBox,   QAccessible::SpinBox,        QAccessible::Slider,      QAccessible::PageTab,
    QAccessible::MenuItem,   QAccessible::List,           QAccessible::Table,       QAccessible::Tree,
    QAccessible::ButtonMenu, QAccessible::ButtonDropDown,
};

template <std::size_t N>
bool isOneOf(QAccessible::Role role, const QAccessible::Role (&roles)[N])
{
    return std::ranges::find(roles, role) != std::end(roles);
}

QString roleName(QAccessible::Role role)
{
    return QString::fromLatin1(QMetaEnum::fromType<QAccessible::Role>().valueToKey(role));
}

/// What is wrong with the names in an accessibility tree, and how much of it there is.
class TreeWalk
{
public:
    explicit TreeWalk(QAccessibleInterface *root) { walk(root, QStringLiteral("/")); }

    QStringList complaints;
    int elements = 0;
    std::set<QAccessible::Role> roles;
    std::set<const QObject *> objects;

private:
    std::set<const QAccessibleInterface *> m_seen;

    void complain(const QString &path, const QString &what) { complaints += path + QStringLiteral(": ") + what; }

    void walk(QAccessibleInterface *element, const QString &path)
    {
        if (!m_seen.insert(element).second)
            return complain(path, "stands in the tree twice");
        ++elements;
        const QAccessible::Role role = element->role();
        roles.insert(role);
        const QObject *object = element->object();
        objects.insert(object);
        const QString name = element->text(QAccessible::Name);
        const QString here = path + roleName(role) + '[' + (object ? object->objectName() : name) + "]/";
        checkName(element, name, here);
        std::map<std::pair<QAccessible::Role, QString>, int> names;
        for (int i = 0; i < element->childCount(); ++i) {
            QAccessibleInterface *child = element->child(i);
            if (!child || !child->isValid()) {
                complain(here, QStringLiteral("child %1 is not there").arg(i));
                continue;
            }
            if (child->state().invisible)
                continue;
            if (child->parent() != element)
                complain(here,
                         QStringLiteral("child %1, %2, has another parent").arg(i).arg(child->text(QAccessible::Name)));
            if (isOneOf(child->role(), actedOn) && ++names[{child->role(), child->text(QAccessible::Name)}] == 2)
                complain(here, QStringLiteral("two are called “%1”").arg(child->text(QAccessible::Name)));
            walk(child, here);
        }
    }

    void checkName(QAccessibleInterface *element, const QString &name, const QString &here)
    {
        const QAccessible::Role role = element->role();
        const QObject *object = element->object();
        if (name.trimmed().isEmpty()) {
            if (!isOneOf(role, nameless) && !isOneOf(role, maybeEmpty))
                complain(here, "has no name");
            return;
        }
        if (role == QAccessible::ComboBox) {
            // On Linux its name is what is chosen, and a label says what for.
            const auto labels = element->relations(QAccessible::Label);
            if (labels.isEmpty() || labels[0].first->text(QAccessible::Name).isEmpty())
                complain(here, "has no label");
        }
        if (object && (name == object->objectName() || name == QLatin1String(object->metaObject()->className())))
            complain(here, QStringLiteral("is called “%1”, as in the source").arg(name));
        if (name.contains(QLatin1Char('<')) && name.contains(QLatin1Char('>')))
            complain(here, QStringLiteral("has markup in its name: “%1”").arg(name));
        // Of one letter are what the user named so, and signs of cells.
        if (isOneOf(role, actedOn) && name.size() < 2)
            complain(here, QStringLiteral("is called “%1” only").arg(name));
    }
};

QString called(const QWidget *widget)
{
    return widget ? QStringLiteral("%1 %2").arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                  : QStringLiteral("nothing");
}

/// Where the keyboard goes by this key, from where it is until it is there again.
QList<QWidget *> tabbed(QWidget &window, Qt::Key key)
{
    constexpr int most = 200;
    QWidget *start = QApplication::focusWidget();
    QList<QWidget *> way;
    for (int i = 0; i < most; ++i) {
        QWidget *before = QApplication::focusWidget();
        way += before;
        QTest::keyClick(before ? before : &window, key, key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        if (QApplication::focusWidget() == before) {
            qWarning("the keyboard does not leave %s", qPrintable(called(before)));
            return {};
        }
        if (QApplication::focusWidget() == start)
            return way;
    }
    qWarning("the keyboard does not come back to %s", qPrintable(called(start)));
    return {};
}

/// Whether it is in a panel of which only the tab is seen. To Qt all tabs are visible.
bool isBehind(const QWidget &widget)
{
    for (const QWidget *above = &widget; above; above = above->parentWidget()) {
        if (qobject_cast<const QDockWidget *>(above))
            return above->visibleRegion().isEmpty();
    }
    return false;
}

/// Everything in sight that says it takes the keyboard by Tab.
std::set<QWidget *> focusable(const QWidget &window)
{
    std::set<QWidget *> all;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        const bool takes = (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget->isVisibleTo(&window) &&
                           widget->isEnabled() && !widget->focusProxy() && widget->window() == &window;
        if (takes && !isBehind(*widget))
            all.insert(widget);
    }
    return all;
}

void collect(const QMenu &menu, std::set<const QAction *> &found)
{
    for (const QAction *action : menu.actions()) {
        found.insert(action);
        if (action->menu())
            collect(*action->menu(), found);
    }
}

/// What in a window has lost a part of its words without saying so.
QStringList clippedIn(const QWidget &window)
{
    QStringList clipped;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty() || isBehind(*widget))
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        // These end in an ellipsis, and a tool tip has the rest.
        const bool tells = qobject_cast<const views::ElidedLabel *>(widget) || widget->objectName() == "mendProblem";
        const bool words = (label && !label->wordWrap() && !label->text().isEmpty()) ||
                           (button && !button->text().isEmpty()) || qobject_cast<const QComboBox *>(widget);
        if (words && !tells && widget->width() < widget->minimumSizeHint().width())
            clipped += QStringLiteral("%1 is %2 wide and needs %3")
                           .arg(called(widget))
                           .arg(widget->width())
                           .arg(widget->minimumSizeHint().width());
        if (words && widget->height() < widget->fontMetrics().height())
            clipped += called(widget) + " is too low";
        if (label && label->wordWrap() && label->height() < label->heightForWidth(label->width()))
            clipped += called(widget) + " has no room for its lines";
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        if (area && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff &&
            area->widget()->width() > area->viewport()->width())
            clipped += called(area->widget()) + " is wider than what shows it";
    }
    return clipped;
}

} // namespace

/// The window for people without a mouse and without a screen: everything takes the keyboard, and says what it is.
class TestAccessibility : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_accessibility"); }
    void init() { openLesson(); }
    void cleanup() { close(); }

    void tabComesRound_data() { panels(); }
    void tabComesRound();
    void treeNamesEverything_data() { panels(); }
    void treeNamesEverything();
    void dialogsNameEverything_data();
    void dialogsNameEverything();
    void formIsInTheOrderInWhichItIsRead();
    void partsComeRound();
    void toolBarIsInTheMenus();
    void rightToLeftFits_data() { panels(); }
    void rightToLeftFits();
    void largeTypeFits_data() { panels(); }
    void largeTypeFits();
    void canvasFollowsTheFont();
    void terminalLetsGo();
    void tableLetsGo();

private:
    static void panels();
    void prepare();
};

/// Each panel in front, with a node, with a cable and with nothing selected.
void TestAccessibility::panels()
{
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("selected");
    for (const views::PanelEntry &entry : views::panelList()) {
        for (const char *selected : {"nothing", "node", "cable"})
            QTest::addRow("%s, %s selected", entry.id, selected) << QString(entry.id) << QString(selected);
    }
}

void TestAccessibility::prepare()
{
    QFETCH(QString, panel);
    QFETCH(QString, selected);
    m_window->resize(1366, 768);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    auto *dock = m_window->findChild<QDockWidget *>(QStringLiteral("dock.") + panel);
    dock->show();
    dock->raise();
    if (selected == QLatin1String("node"))
        m_window->selection().set({tests::nodeNamed(document(), "B")});
    else if (selected == QLatin1String("cable"))
        m_window->selection().set({}, {tests::linkNamed(document(), "B", "eth0")});
    else
        m_window->selection().clear();
    QCoreApplication::processEvents();
    m_window->findChild<views::NetworkView *>()->setFocus();
}

void TestAccessibility::tabComesRound()
{
    prepare();
    const QList<QWidget *> forth = tabbed(*m_window, Qt::Key_Tab);
    QVERIFY(!forth.isEmpty());
    const std::set<QWidget *> reached(forth.begin(), forth.end());
    for (QWidget *widget : focusable(*m_window))
        QVERIFY2(reached.contains(widget), qPrintable(called(widget)));
    for (const QWidget *widget : forth)
        QVERIFY2(!isBehind(*widget), qPrintable(called(widget)));
    // And the other way by Shift+Tab.
    QList<QWidget *> back = tabbed(*m_window, Qt::Key_Backtab);
    QVERIFY(!back.isEmpty());
    std::reverse(back.begin() + 1, back.end());
    QStringList forthNames;
    QStringList backNames;
    for (const QWidget *widget : forth)
        forthNames += called(widget);
    for (const QWidget *widget : back)
        backNames += called(widget);
    QCOMPARE(backNames, forthNames);
    // Whatever has the keyboard says what it is.
    for (QWidget *widget : forth) {
        QAccessibleInterface *element = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(!element->text(QAccessible::Name).isEmpty(), qPrintable(called(widget)));
    }
}

void TestAccessibility::treeNamesEverything()
{
    prepare();
    const TreeWalk walk(QAccessible::queryAccessibleInterface(m_window.get()));
    QVERIFY2(walk.complaints.isEmpty(), qPrintable(walk.complaints.join('\n')));
    QVERIFY2(walk.elements > 120, qPrintable(QString::number(walk.elements)));
    for (const QAccessible::Role role : {QAccessible::MenuItem, QAccessible::Button, QAccessible::List,
                                         QAccessible::ListItem, QAccessible::StaticText, QAccessible::PageTab})
        QVERIFY2(walk.roles.contains(role), qPrintable(roleName(role)));
    // What takes the keyboard is in the tree.
    for (QWidget *widget : focusable(*m_window)) {
        QVERIFY2(walk.objects.contains(widget) || widget->objectName().startsWith("qt_"), qPrintable(called(widget)));
    }
}

void TestAccessibility::dialogsNameEverything_data()
{
    QTest::addColumn<QString>("opener");
    for (const char *opener : {"actionAddresses", "actionNewFromTemplate", "actionExport", "actionShortcuts",
                               "actionFind", "actionCommandPalette", "canvas.add"})
        QTest::newRow(opener) << QString(opener);
}

void TestAccessibility::dialogsNameEverything()
{
    QFETCH(QString, opener);
    std::set<QWidget *> before;
    for (QWidget *window : QApplication::topLevelWidgets())
        before.insert(window);
    action(opener.toLatin1())->trigger();
    QWidget *dialog = nullptr;
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (!before.contains(window) && window->isVisible())
            dialog = window;
    }
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    const TreeWalk walk(QAccessible::queryAccessibleInterface(dialog));
    QVERIFY2(walk.complaints.isEmpty(), qPrintable(walk.complaints.join('\n')));
    QVERIFY(walk.elements > 3);
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QVERIFY(QApplication::focusWidget());
    QVERIFY(dialog->isAncestorOf(QApplication::focusWidget()));
    if (const std::set<QWidget *> all = focusable(*dialog); all.size() > 1) {
        // Qt passes over a box of buttons, but for the one that Enter takes, in the one direction.
        const QList<QWidget *> way = tabbed(*dialog, Qt::Key_Tab) + tabbed(*dialog, Qt::Key_Backtab);
        QVERIFY(!way.isEmpty());
        for (QWidget *widget : all)
            QVERIFY2(way.contains(widget), qPrintable(called(widget)));
    }
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!dialog->isVisible());
}

/// Fields take the keyboard from top to bottom, whatever the order in which they were made.
void TestAccessibility::formIsInTheOrderInWhichItIsRead()
{
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    m_window->resize(1366, 768);
    auto *name = m_window->findChild<QWidget *>("nodeName");
    name->setFocus();
    int above = 0;
    for (const QWidget *field : tabbed(*m_window, Qt::Key_Tab)) {
        if (!m_window->findChild<QWidget *>("nodeForm")->isAncestorOf(field))
            break;
        const int below = field->mapTo(m_window.get(), QPoint(0, field->height() / 2)).y();
        QVERIFY2(below >= above - field->height() / 2, qPrintable(called(field)));
        above = below;
    }
    QVERIFY(above > name->mapTo(m_window.get(), QPoint()).y() + name->height());
}

void TestAccessibility::partsComeRound()
{
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    m_window->resize(1366, 768);
    m_window->findChild<QDockWidget *>("dock.matrix")->raise();
    QWidget *canvas = m_window->findChild<views::NetworkView *>();
    canvas->setFocus();
    const auto partNow = [this]() -> QString {
        for (const views::PanelEntry &entry : views::panelList()) {
            if (m_window->findChild<QWidget *>(QLatin1String(entry.id))->isAncestorOf(QApplication::focusWidget()))
                return QLatin1String(entry.id);
        }
        return QApplication::focusWidget()->objectName();
    };
    for (const char *expected : {"palette", "inspector", "routes", "matrix", "canvas", "palette"}) {
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QCOMPARE(partNow(), expected);
    }
    // A part gets the keyboard back where it was left.
    action("actionNextPart")->trigger();
    auto *forwards = m_window->findChild<QWidget *>("forwardIpv4");
    forwards->setFocus();
    for (const char *expected : {"palette", "canvas", "matrix", "routes", "inspector"}) {
        action("actionPreviousPart")->trigger();
        QCOMPARE(partNow(), expected);
    }
    QCOMPARE(QApplication::focusWidget(), forwards);
    // Without the mouse one gets also to a panel behind another: by its tab.
    auto *tabs = m_window->findChild<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    QVERIFY(tabs);
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    QTest::keyClick(m_window.get(), Qt::Key_F6);
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
    QCOMPARE(partNow(), "tables");
}

/// Its buttons take no keyboard, as in other programs, since the menus have them all.
void TestAccessibility::toolBarIsInTheMenus()
{
    std::set<const QAction *> inMenus;
    for (const QAction *menu : m_window->menuBar()->actions())
        collect(*menu->menu(), inMenus);
    const auto *bar = m_window->findChild<QToolBar *>("toolBar");
    QVERIFY(bar->actions().size() > 5);
    for (const QAction *action : bar->actions())
        QVERIFY2(action->isSeparator() || inMenus.contains(action), qPrintable(action->objectName()));
}

/// In a language that is written from right to left, menus, forms and tables are mirrored, and nothing is cut off
/// either.
void TestAccessibility::rightToLeftFits()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    m_window.reset();
    openWindow();
    m_window->resize(1366, 768);
    m_window->start({});
    prepare();
    const QStringList clipped = clippedIn(*m_window);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join('\n')));
    const auto *bar = m_window->findChild<QToolBar *>("toolBar");
    QVERIFY(bar->widgetForAction(bar->actions().constFirst())->x() > bar->width() / 2);
}

/// With type of 16 points on a small screen, no word in the window loses a part without saying so.
void TestAccessibility::largeTypeFits()
{
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSize(16);
    QApplication::setFont(large);
    m_window.reset();
    openWindow();
    m_window->resize(1366, 768);
    m_window->start({});
    prepare();
    const auto back = qScopeGuard([&] { QApplication::setFont(usual); });
    const QStringList clipped = clippedIn(*m_window);
    QVERIFY2(clipped.isEmpty(), qPrintable(clipped.join('\n')));
    // And there is room left for the drawing.
    QVERIFY(m_window->findChild<views::NetworkView *>()->width() > 500);
}

void TestAccessibility::canvasFollowsTheFont()
{
    const auto nameHeight = [this] {
        views::NetworkScene &scene = m_window->findChild<views::NetworkView *>()->networkScene();
        return scene.nodes().front()->nameRect().height();
    };
    const QFont usual = QApplication::font();
    const double before = nameHeight();
    QFont large = usual;
    large.setPixelSize(26); // twice of what is usual; the canvas takes a part of that
    QApplication::setFont(large);
    const auto back = qScopeGuard([&] { QApplication::setFont(usual); });
    QTRY_VERIFY(nameHeight() > before * 1.4);
    QApplication::setFont(usual);
    QTRY_COMPARE(nameHeight(), before);
}

/// Tab completes what is typed in a terminal; Shift+Tab leaves it all the same, and Tab does when nothing is typed.
void TestAccessibility::terminalLetsGo()
{
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    action("actionTerminal")->trigger();
    QWidget *line = m_window->findChild<QWidget *>("terminalLine");
    QTRY_COMPARE(QApplication::focusWidget(), line);
    QTest::keyClicks(line, "ip rou");
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), line);
    QTest::keyClick(line, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(QApplication::focusWidget() != line);
}

/// Tab leaves a table also where it goes from cell to cell.
void TestAccessibility::tableLetsGo()
{
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    auto *table = m_window->findChild<QWidget *>("routesTable");
    table->setFocus();
    constexpr int more = 60; // than there are cells
    for (int i = 0; i < more && QApplication::focusWidget() == table; ++i)
        QTest::keyClick(table, Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != table);
}

NETDRAFT_TEST(TestAccessibility)
#include "tst_accessibility.moc"
