#include "model/recipe/node_recipes.h"
#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/actions/action_list.h"
#include "views/panels/panel_list.h"
#include "views/style/theme.h"

#include <QDirIterator>
#include <QDockWidget>
#include <QMenuBar>
#include <QPointer>

using namespace netdraft;
using netdraft::tests::answer;
using netdraft::tests::press;

/// The window itself: its parts, actions and keys, its looks, and what it keeps of them.
class TestMainWindow : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_main_window"); }
    void init() { openLesson(); }
    void cleanup() { close(); }

    void everyPanelAndActionHasItsName();
    void noKeyHasTwoMeanings();
    void everyActionHasATest();
    void otherWindowsAreOfTheirOwn();
    void themeIsKept();
    void layoutIsResetAndKept();
    void helpIsShown();
    void screenIsFilled();
    void quitClosesTheWindow();
};

void TestMainWindow::everyPanelAndActionHasItsName()
{
    for (const views::PanelEntry &entry : views::panelList()) {
        QVERIFY2(m_window->findChild<QWidget *>(QLatin1String(entry.id)), entry.id);
        QVERIFY2(m_window->findChild<QDockWidget *>(QStringLiteral("dock.") + QLatin1String(entry.id)), entry.id);
    }
    for (const views::ActionEntry &entry : views::actionList())
        QVERIFY2(action(entry.id), entry.id);
}

void TestMainWindow::noKeyHasTwoMeanings()
{
    std::map<QString, QString> owners;
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        for (const QKeySequence &keys : one->shortcuts()) {
            const auto [owner, first] = owners.emplace(keys.toString(), one->objectName());
            QVERIFY2(first, qPrintable(keys.toString() + ": " + owner->second + " and " + one->objectName()));
        }
    }
}

/// Each action that the command palette finds is performed by some test, which calls it by its name.
void TestMainWindow::everyActionHasATest()
{
    QByteArray tests;
    QDirIterator files(NETDRAFT_SOURCE_DIR "/tests", {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(file.open(QFile::ReadOnly));
        tests += file.readAll();
    }
    std::size_t seen = 0;
    for (const QAction *one : m_window->findChildren<QAction *>()) {
        const QString name = one->objectName();
        // Recent files, examples and panels are called by what they open, each by the same action.
        if (name.isEmpty() || name.startsWith("_q_") || name.startsWith("recent.") || name.startsWith("example.") ||
            name.startsWith("show."))
            continue;
        ++seen;
        QVERIFY2(tests.contains("\"" + name.toUtf8() + "\""), qPrintable(name));
    }
    QVERIFY(seen > 50);
}

/// Two windows share their looks and their language, and nothing else.
void TestMainWindow::otherWindowsAreOfTheirOwn()
{
    const auto windows = [] {
        QList<app::MainWindow *> all;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *window = qobject_cast<app::MainWindow *>(widget))
                all << window;
        }
        return all;
    };
    QCOMPARE(windows().size(), 1);
    action("actionNewWindow")->trigger();
    QCOMPARE(windows().size(), 2);
    QPointer<app::MainWindow> other = windows().first() == m_window.get() ? windows().last() : windows().first();
    QTRY_VERIFY(other->isVisible());
    QVERIFY(other->document().network().find("A") == nullptr);
    const int before = document().undoStack().count();
    QVERIFY(other->document().perform("Add", model::newNode("r1", model::NodeKind::Router, {})));
    QCOMPARE(document().undoStack().count(), before);
    QVERIFY(other->document().modified() && !document().modified());

    action("language.de")->trigger();
    for (const app::MainWindow *window : windows())
        QTRY_COMPARE(window->menuBar()->actions().first()->text(), "&Datei");
    action("language.en")->trigger();
    QTRY_COMPARE(other->menuBar()->actions().first()->text(), "&File");

    other->document().undoStack().undo(); // so that nobody asks
    other->close();
    QTRY_VERIFY(!other);
    QCOMPARE(windows().size(), 1);
    QVERIFY(m_window->isVisible());
}

void TestMainWindow::themeIsKept()
{
    action("actionThemeDark")->trigger();
    QVERIFY(views::themeOf(QApplication::palette()).dark);
    openWindow();
    QVERIFY(action("actionThemeDark")->isChecked());
    action("actionThemeLight")->trigger();
    QVERIFY(!views::themeOf(QApplication::palette()).dark);
}

void TestMainWindow::layoutIsResetAndKept()
{
    auto *dock = m_window->findChild<QDockWidget *>("dock.palette");
    QVERIFY(dock->isVisible());
    action("show.palette")->trigger();
    QVERIFY(!dock->isVisible());
    QVERIFY(m_window->close());
    openWindow();
    dock = m_window->findChild<QDockWidget *>("dock.palette");
    QVERIFY(!dock->isVisible());
    action("actionResetLayout")->trigger();
    QVERIFY(dock->isVisible());
}

void TestMainWindow::helpIsShown()
{
    bool seen = false;
    answer<QMessageBox>("aboutDialog", seen, [](QMessageBox &box) { press(box, QMessageBox::Ok); });
    action("actionAbout")->trigger();
    QVERIFY(seen);
    action("actionShortcuts")->trigger();
    QVERIFY(m_window->findChild<QDialog *>("shortcutSheet")->isVisible());
}

void TestMainWindow::screenIsFilled()
{
    action("actionFullScreen")->trigger();
    QVERIFY(m_window->isFullScreen());
    action("actionFullScreen")->trigger();
    QVERIFY(!m_window->isFullScreen());
    action("actionThemeSystem")->trigger();
    QVERIFY(action("actionThemeSystem")->isChecked());
}

void TestMainWindow::quitClosesTheWindow()
{
    action("actionQuit")->trigger();
    QVERIFY(!m_window->isVisible());
}

NETDRAFT_TEST(TestMainWindow)
#include "tst_main_window.moc"
