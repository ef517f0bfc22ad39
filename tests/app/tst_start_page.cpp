// What stands over the empty canvas at the start.

#include "model/recipe/node_recipes.h"
#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/canvas/network_view.h"
#include "views/dialogs/example_list.h"
#include "views/dialogs/start_page.h"
#include "views/dialogs/tour.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QToolButton>

using namespace netdraft;
using views::StartPage;

class TestStartPage : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_start_page"); }
    void init();
    void cleanup() { close(); }

    void comesAtTheStart();
    void somebodyNewSeesTheLesson();
    void staysAwayWhereNotWanted();
    void goesWithTheFirstNode();
    void goesWithAToolOfTheCanvas();
    void goesWhenSomethingIsDragged();
    void goesByEscape();
    void opensAnExample();
    void opensARecentFile();
    void beginsAnew();
    void drawsItsPictures();
    void isThereAgainFromTheMenu();
    void leavesTheTourAlone();
    void fitsASmallWindow();
    void saysWhatExamplesTeach();
    void comesWithANewWindow();
    void speaksAnotherLanguage();

private:
    StartPage *page() const { return m_window->findChild<StartPage *>("startPage"); }
    QToolButton *button(const char *name) const { return page()->findChild<QToolButton *>(QLatin1String(name)); }
    QList<QToolButton *> pictures() const
    {
        return page()->findChildren<QToolButton *>(QStringLiteral("startPage.example"));
    }
    void restart()
    {
        openWindow();
        m_window->start({});
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }
};

void TestStartPage::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->filePath("settings"));
    QSettings().setValue("tour/seen", true);
    restart();
}

void TestStartPage::comesAtTheStart()
{
    QVERIFY(page() && page()->isVisible());
    QVERIFY(document().drawing().nodes.empty());
    QVERIFY(!document().modified());
    QVERIFY(page()->isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(std::size_t(pictures().size()), views::examples().size());
    QVERIFY(page()->findChild<QLabel *>("startPage.noRecent"));
}

void TestStartPage::somebodyNewSeesTheLesson()
{
    QSettings().remove("tour/seen");
    restart();
    QVERIFY(!page());
    QVERIFY(document().network().find("A"));
}

void TestStartPage::staysAwayWhereNotWanted()
{
    auto *again = page()->findChild<QCheckBox *>("startPage.again");
    QVERIFY(again->isChecked());
    again->click();
    QVERIFY(!StartPage::isWanted());
    restart();
    QVERIFY(!page());
    QVERIFY(document().drawing().nodes.empty());
    action("actionStartPage")->trigger();
    QVERIFY(page()); // who asks for it gets it
    page()->findChild<QCheckBox *>("startPage.again")->click();
    QVERIFY(StartPage::isWanted());
}

void TestStartPage::goesWithTheFirstNode()
{
    QVERIFY(document().perform("Add", model::newNode("r1", model::NodeKind::Router, {})));
    QVERIFY(!page());
}

void TestStartPage::goesWithAToolOfTheCanvas()
{
    m_window->findChild<views::NetworkView *>("canvas")->startPlacing(model::NodeKind::Router);
    QVERIFY(!page());
}

void TestStartPage::goesWhenSomethingIsDragged()
{
    QMimeData mime;
    mime.setData(QStringLiteral("application/x-netdraft-node"), "router");
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &mime, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window->findChild<views::NetworkView *>("canvas")->viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QVERIFY(!page() || !page()->isVisible());
}

void TestStartPage::goesByEscape()
{
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!page() || !page()->isVisible());
    QCOMPARE(QApplication::focusWidget(), m_window->findChild<QWidget *>("canvas"));
}

void TestStartPage::opensAnExample()
{
    QToolButton *second = pictures().at(1);
    QCOMPARE(second->text(), "Routing: the Lesson");
    QTest::mouseClick(second, Qt::LeftButton);
    QVERIFY(document().network().find("A"));
    QVERIFY(!page());
}

void TestStartPage::opensARecentFile()
{
    QVERIFY(document().perform("Add", model::newNode("r1", model::NodeKind::Router, {})));
    const QString file = m_folder->filePath("mine.netdraft");
    QVERIFY(views::saveProject(document(), file));
    QSettings().setValue("recentFiles", QStringList{m_folder->filePath("gone.netdraft"), file});
    restart();
    const auto recent = page()->findChildren<QToolButton *>(QStringLiteral("startPage.recent"));
    QCOMPARE(recent.size(), 1); // what is gone is not offered
    QCOMPARE(recent.front()->text(), "mine.netdraft");
    QTest::mouseClick(recent.front(), Qt::LeftButton);
    QVERIFY(document().network().find("r1"));
    QVERIFY(!page());
}

void TestStartPage::beginsAnew()
{
    QTest::mouseClick(button("startPage.actionNew"), Qt::LeftButton);
    QVERIFY(!page());
    QVERIFY(document().drawing().nodes.empty());
}

void TestStartPage::drawsItsPictures()
{
    const auto drawn = [](const QToolButton *button) {
        const QImage image = button->icon().pixmap(button->iconSize()).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() > 0)
                    return true;
            }
        }
        return false;
    };
    for (const QToolButton *button : pictures())
        QTRY_VERIFY(drawn(button));
}

void TestStartPage::isThereAgainFromTheMenu()
{
    QTest::mouseClick(pictures().front(), Qt::LeftButton);
    QVERIFY(!page());
    action("actionStartPage")->trigger();
    action("actionStartPage")->trigger();
    QVERIFY(page()->isVisible());
    QCOMPARE(m_window->findChildren<StartPage *>("startPage").size(), 1);
    document().undoStack().undo();
    QVERIFY(document().perform("Add", model::newNode("r9", model::NodeKind::Router, {})));
    QVERIFY(!page());
    document().undoStack().undo(); // so that nobody asks
}

void TestStartPage::leavesTheTourAlone()
{
    QTest::mouseClick(button("startPage.actionTour"), Qt::LeftButton);
    QVERIFY(m_window->findChild<views::Tour *>("tour"));
    QVERIFY(!page());
    QVERIFY(document().network().find("A")); // there is something to tell of
}

void TestStartPage::fitsASmallWindow()
{
    for (const QSize size : {QSize(1920, 1080), QSize(1366, 768), QSize(1000, 640)}) {
        m_window->resize(size);
        QCoreApplication::processEvents();
        QVERIFY(page()->parentWidget()->rect().contains(page()->geometry()));
        QVERIFY(button("startPage.close")->isVisible());
    }
}

void TestStartPage::saysWhatExamplesTeach()
{
    m_window->resize(1366, 768);
    QCoreApplication::processEvents();
    const auto shown = pictures();
    const auto examples = views::examples();
    QCOMPARE(std::size_t(shown.size()), examples.size());
    for (qsizetype i = 0; i < shown.size(); ++i) {
        const views::Example &example = examples[std::size_t(i)];
        QCOMPARE(shown[i]->text(), example.title);
        QVERIFY2(!example.teaches.isEmpty(), qPrintable(example.title));
        QCOMPARE(shown[i]->accessibleDescription(), example.teaches);
        QVERIFY2(shown[i]->width() >= shown[i]->sizeHint().width(), qPrintable(example.title)); // both lines whole
    }
}

void TestStartPage::comesWithANewWindow()
{
    action("actionNewWindow")->trigger();
    QPointer<app::MainWindow> other;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<app::MainWindow *>(widget); window && window != m_window.get())
            other = window;
    }
    QVERIFY(other);
    QVERIFY(other->findChild<StartPage *>("startPage"));
    other->close();
    QTRY_VERIFY(!other);
}

void TestStartPage::speaksAnotherLanguage()
{
    const QString before = page()->findChild<QCheckBox *>("startPage.again")->text();
    action("language.de")->trigger();
    QTRY_VERIFY(page() && page()->findChild<QCheckBox *>("startPage.again")->text() != before);
    action("language.en")->trigger();
    QTRY_COMPARE(page()->findChild<QCheckBox *>("startPage.again")->text(), before);
}

NETDRAFT_TEST(TestStartPage)
#include "tst_start_page.moc"
