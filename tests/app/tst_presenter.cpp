#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/canvas/packet_path_item.h"

#include <QDockWidget>
#include <QMenuBar>
#include <QStatusBar>
#include <QToolBar>

using namespace netdraft;

/// The drawing alone, for a class: started and ended by keys, with the answers hidden until they are asked for.
class TestPresenter : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_presenter"); }
    void init();
    void cleanup() { close(); }

    void partsGoAndComeBack();
    void typeIsLarger();
    void answersWaitForTheKey();
    void wayOfAPacketWaitsToo();
    void escapeDropsFirstWhatHasBegun();
    void keysStillWork();
    void layoutIsKeptWhenClosedMeanwhile();

private:
    views::NetworkView &canvas() const { return *m_window->findChild<views::NetworkView *>(); }
    QWidget &banner() const { return *m_window->findChild<QWidget *>("summaryBanner"); }
    QStringList shownDocks() const;
    void press(Qt::Key key) const { QTest::keyClick(QApplication::focusWidget(), key); }
    bool drawsAWay() const;
};

void TestPresenter::init()
{
    openLesson();
    m_window->resize(1366, 768);
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    canvas().setFocus();
}

QStringList TestPresenter::shownDocks() const
{
    QStringList shown;
    for (const auto *dock : m_window->findChildren<QDockWidget *>()) {
        if (!dock->isHidden())
            shown += dock->objectName();
    }
    shown.sort();
    return shown;
}

bool TestPresenter::drawsAWay() const
{
    const QList<QGraphicsItem *> items = canvas().networkScene().items();
    return std::ranges::any_of(items, [](const QGraphicsItem *item) {
        return dynamic_cast<const views::PacketPathItem *>(item) && item->isVisible();
    });
}

void TestPresenter::partsGoAndComeBack()
{
    // As somebody has left it, not as it is at first.
    m_window->findChild<QDockWidget *>("dock.palette")->hide();
    m_window->findChild<QDockWidget *>("dock.packets")->raise();
    const QStringList before = shownDocks();
    QVERIFY(before.size() > 5);
    QCoreApplication::processEvents();
    const int width = canvas().width();
    press(Qt::Key_F5);
    QVERIFY(action("actionPresenter")->isChecked());
    QCOMPARE(shownDocks(), QStringList());
    QVERIFY(!m_window->findChild<QToolBar *>("toolBar")->isVisible());
    QVERIFY(!m_window->statusBar()->isVisible());
    QVERIFY(m_window->menuBar()->isVisible());
    QTRY_VERIFY(canvas().width() > width + 200);
    QVERIFY(canvas().hasFocus());
    press(Qt::Key_Escape);
    QVERIFY(!action("actionPresenter")->isChecked());
    QCOMPARE(shownDocks(), before);
    QVERIFY(m_window->findChild<QToolBar *>("toolBar")->isVisible());
    QVERIFY(m_window->statusBar()->isVisible());
    QTRY_COMPARE(canvas().width(), width);
    QVERIFY(!m_window->findChild<QDockWidget *>("dock.packets")->visibleRegion().isEmpty());
    // By the same key, too.
    press(Qt::Key_F5);
    QCOMPARE(shownDocks(), QStringList());
    press(Qt::Key_F5);
    QCOMPARE(shownDocks(), before);
}

void TestPresenter::typeIsLarger()
{
    const auto nameHeight = [this] { return canvas().networkScene().nodes().front()->nameRect().height(); };
    const double before = nameHeight();
    const double zoom = canvas().zoom();
    press(Qt::Key_F5);
    QVERIFY2(nameHeight() > before * 1.4 && nameHeight() < before * 1.6, qPrintable(QString::number(nameHeight())));
    // The drawing takes the room that there is now.
    QTRY_VERIFY(canvas().zoom() > zoom);
    // Also in another theme.
    action("actionThemeDark")->trigger();
    QVERIFY(nameHeight() > before * 1.4);
    action("actionThemeLight")->trigger();
    press(Qt::Key_F5);
    QCOMPARE(nameHeight(), before);
}

void TestPresenter::answersWaitForTheKey()
{
    QAction *hide = action("actionHideAnswers");
    QVERIFY(!hide->isEnabled());
    press(Qt::Key_F4);
    QVERIFY(banner().isVisible());
    press(Qt::Key_F5);
    QVERIFY(!banner().isVisible());
    QVERIFY(hide->isEnabled() && hide->isChecked());
    press(Qt::Key_F4);
    QVERIFY(banner().isVisible());
    press(Qt::Key_F4);
    QVERIFY(!banner().isVisible());
    // A change gives nothing away by itself.
    changeSomething();
    QCoreApplication::processEvents();
    QVERIFY(!banner().isVisible());
    press(Qt::Key_Escape);
    QVERIFY(banner().isVisible());
    QVERIFY(!hide->isEnabled() && !hide->isChecked());
}

void TestPresenter::wayOfAPacketWaitsToo()
{
    press(Qt::Key_F5);
    QTest::mouseClick(m_window->findChild<QWidget *>("showProblem"), Qt::LeftButton);
    QVERIFY(!drawsAWay());
    canvas().setFocus();
    press(Qt::Key_F4);
    QVERIFY(drawsAWay());
    press(Qt::Key_F4);
    QVERIFY(!drawsAWay());
    m_window->selection().clear();
    action("actionPresenter")->setChecked(false);
    QVERIFY(drawsAWay());
}

void TestPresenter::escapeDropsFirstWhatHasBegun()
{
    press(Qt::Key_F5);
    press(Qt::Key_N);
    QVERIFY(!m_window->selection().empty());
    press(Qt::Key_Escape);
    QVERIFY(m_window->selection().empty());
    QVERIFY(action("actionPresenter")->isChecked());
    press(Qt::Key_Escape);
    QVERIFY(!action("actionPresenter")->isChecked());
}

void TestPresenter::keysStillWork()
{
    press(Qt::Key_F5);
    m_window->selection().set({tests::nodeNamed(document(), "A")});
    QTest::keyClick(&canvas(), Qt::Key_T, Qt::ControlModifier);
    // A terminal is what one shows to a class.
    QCOMPARE(shownDocks(), QStringList{"dock.terminal"});
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("terminalLine"));
    press(Qt::Key_F5);
    QVERIFY(shownDocks().size() > 5);
}

void TestPresenter::layoutIsKeptWhenClosedMeanwhile()
{
    const QStringList before = shownDocks();
    press(Qt::Key_F5);
    QVERIFY(m_window->close());
    openWindow();
    QCOMPARE(shownDocks(), before);
    QVERIFY(banner().isVisible());
    QVERIFY(!action("actionPresenter")->isChecked());
}

NETDRAFT_TEST(TestPresenter)
#include "tst_presenter.moc"
