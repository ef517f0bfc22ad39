// The round through the window.

#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/dialogs/tour.h"
#include "views/style/theme.h"

#include <QDockWidget>
#include <QLabel>
#include <QPointer>
#include <QTabBar>

using namespace netdraft;
using views::Tour;

class TestTour : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_tour"); }
    void init() { openLesson(); }
    void cleanup() { close(); }

    void leadsThroughTheWindow_data();
    void leadsThroughTheWindow();
    void endsByEscapeAndSkip_data();
    void endsByEscapeAndSkip();
    void isOfferedOnce();
    void goesWithItsLanguage();
    void staysInFront();

private:
    Tour *tour() const { return m_window->findChild<Tour *>("tour"); }
    QWidget *frame() const { return m_window->findChild<QWidget *>("tourFrame"); }
};

void TestTour::leadsThroughTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("laptop") << QSize(1366, 768);
    QTest::newRow("projector") << QSize(1920, 1080);
    QTest::newRow("narrow") << QSize(900, 620);
}

/// Each step lies in the window, beside what it tells of where there is room, and that is seen.
void TestTour::leadsThroughTheWindow()
{
    QFETCH(const QSize, size);
    m_window->resize(size);
    action("actionTour")->trigger();
    action("actionTour")->trigger();
    QCOMPARE(m_window->findChildren<Tour *>("tour").size(), 1);
    QStringList told;
    for (int step = 0; step < 5; ++step) {
        QCoreApplication::processEvents();
        QCOMPARE(tour()->step(), step);
        QVERIFY(m_window->rect().contains(tour()->geometry()));
        QVERIFY(m_window->rect().contains(frame()->geometry()));
        const auto *text = tour()->findChild<QLabel *>("tourText");
        QVERIFY(text->height() >= text->heightForWidth(text->width()));
        told << text->text();
        QCOMPARE(tour()->findChild<QLabel *>("tourCount")->text(), QStringLiteral("%1 of 5").arg(step + 1));
        if (step == 2)
            QVERIFY(!m_window->findChild<QDockWidget *>("dock.matrix")->visibleRegion().isEmpty());
        if (step == 1)
            QVERIFY(!frame()->geometry().intersects(tour()->geometry()));
        QTest::mouseClick(tour()->findChild<QAbstractButton *>("tourNext"), Qt::LeftButton);
    }
    QTRY_VERIFY(!tour());
    QVERIFY(!frame());
    QCOMPARE(told.removeDuplicates(), 0);
}

void TestTour::endsByEscapeAndSkip_data()
{
    QTest::addColumn<bool>("byKey");
    QTest::newRow("Escape") << true;
    QTest::newRow("Skip") << false;
}

void TestTour::endsByEscapeAndSkip()
{
    QFETCH(const bool, byKey);
    action("actionTour")->trigger();
    QTest::keyClick(tour(), Qt::Key_Return);
    QCOMPARE(tour()->step(), 1);
    if (byKey)
        QTest::keyClick(tour(), Qt::Key_Escape);
    else
        QTest::mouseClick(tour()->findChild<QAbstractButton *>("tourSkip"), Qt::LeftButton);
    QTRY_VERIFY(!tour());
    QVERIFY(!frame());
    QVERIFY(Tour::wasSeen());
}

void TestTour::isOfferedOnce()
{
    m_window->offerTour();
    QVERIFY(tour());
    QTest::keyClick(tour(), Qt::Key_Escape);
    QTRY_VERIFY(!tour());
    m_window->offerTour();
    QVERIFY(!tour());
}

/// What says anything is made anew in another language; the tour is not in the way of that.
void TestTour::goesWithItsLanguage()
{
    action("actionTour")->trigger();
    const QPointer<Tour> before = tour();
    action("language.de")->trigger();
    QTRY_VERIFY(!before);
    QTRY_VERIFY(!frame());
    action("actionTour")->trigger();
    QVERIFY(tour());
    action("language.en")->trigger();
    QTRY_VERIFY(!tour());
}

/// Whatever one does in the window meanwhile.
void TestTour::staysInFront()
{
    const auto isInFront = [this] {
        const QPoint edge = frame()->geometry().topLeft() + QPoint(2, 20);
        const QColor seen = m_window->grab().toImage().pixelColor(edge);
        return frame()->isVisible() && seen == views::themeOf(m_window->palette()).accent;
    };
    action("actionTour")->trigger();
    QTRY_VERIFY(isInFront());
    // What a click on a tab of the panels does to the canvas, where nothing else moves.
    m_window->centralWidget()->raise();
    QVERIFY(isInFront());
    bool clicked = false;
    for (auto *tabs : m_window->findChildren<QTabBar *>()) {
        for (int tab = 0; tab < tabs->count() && !clicked; ++tab) {
            clicked = tabs->tabText(tab) == "Reachability";
            if (clicked)
                QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
        }
    }
    QVERIFY(clicked);
    QVERIFY(!m_window->findChild<QDockWidget *>("dock.matrix")->visibleRegion().isEmpty());
    QTRY_VERIFY(isInFront());
}

NETDRAFT_TEST(TestTour)
#include "tst_tour.moc"
