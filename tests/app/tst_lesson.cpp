#include "app/main_window.h"
#include "tests/registered.h"
#include "views/panels/summary_banner.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QGraphicsView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace netdraft;

/// The routing lesson, done in the real window with mouse and keyboard alone.
class TestLesson : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void threeEditsThreeReasonsThenGreen();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<app::MainWindow> m_window;

    template <typename W>
    W *part(const char *name) const
    {
        auto *found = m_window->findChild<W *>(QLatin1String(name));
        if (!found)
            qFatal("the window has no %s", name);
        return found;
    }
    QString sentence() const { return part<QLabel>("summaryText")->text(); }
    QString firstProblem() const { return part<QTableView>("problemsTable")->model()->index(0, 0).data().toString(); }
    void clickNode(const char *name) const;
    void raisePanel(const char *title) const;
    void typeRouteInTable(const QString &network, const QString &gateway) const;
};

void TestLesson::initTestCase()
{
    QCoreApplication::setOrganizationName("netdraft");
    QCoreApplication::setApplicationName("tst_lesson");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath("settings"));
}

void TestLesson::init()
{
    m_window = std::make_unique<app::MainWindow>(m_folder.filePath("recovery"));
    m_window->show();
    m_window->start({});
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTest::qWait(0);
}

void TestLesson::cleanup()
{
    m_window.reset();
}

void TestLesson::clickNode(const char *name) const
{
    const model::Netns *netns = m_window->document().network().find(name);
    QVERIFY(netns);
    auto *canvas = part<QGraphicsView>("canvas");
    const model::Point at = m_window->document().drawing().nodes.at(netns->id).position;
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, canvas->mapFromScene(QPointF(at.x, at.y)));
    QCOMPARE(m_window->selection().singleNode(), netns->id);
}

void TestLesson::raisePanel(const char *title) const
{
    for (auto *bar : m_window->findChildren<QTabBar *>()) {
        for (int i = 0; i < bar->count(); ++i) {
            if (bar->tabText(i) == QLatin1String(title)) {
                QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(i).center());
                return;
            }
        }
    }
    QFAIL(title);
}

void TestLesson::typeRouteInTable(const QString &network, const QString &gateway) const
{
    auto *table = part<QTableView>("routesTable");
    // The one made last: an earlier one may still wait to be deleted.
    const auto editor = [table] { return table->findChildren<QWidget *>("cellEditor").constLast(); };
    const QModelIndex first = table->model()->index(table->model()->rowCount() - 1, 0);
    table->scrollTo(first);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(first).center());
    QTest::keyClicks(editor(), network);
    QTest::keyClick(editor(), Qt::Key_Tab);
    QTRY_COMPARE(table->currentIndex().column(), 1);
    QTest::keyClicks(editor(), gateway);
    QTest::keyClick(editor(), Qt::Key_Return);
}

void TestLesson::threeEditsThreeReasonsThenGreen()
{
    // The lesson stands there, and the window says plainly what is missing first.
    const QString first = sentence();
    QCOMPARE(first, "A cannot reach C: A has no route to 192.168.2.0/24");
    QVERIFY(firstProblem().contains("A has no route to 192.168.2.0/24"));

    // A's route, typed into its routing table.
    clickNode("A");
    typeRouteInTable("192.168.2.0/24", "192.168.1.6");
    QTRY_VERIFY(sentence() != first);
    const QString second = sentence();
    QVERIFY2(second.contains("B does not forward"), qPrintable(second));
    QVERIFY(firstProblem().contains("B does not forward"));

    // B's forwarding, switched on in the inspector.
    clickNode("B");
    auto *forwarding = part<QCheckBox>("forwardIpv4");
    QTest::mouseClick(forwarding, Qt::LeftButton, {}, QPoint(8, forwarding->height() / 2));
    QTRY_VERIFY(sentence() != second);
    const QString third = sentence();
    QVERIFY2(third.contains("C has no route to 192.168.1.0/24"), qPrintable(third));

    // C's route, typed as a command in its terminal.
    clickNode("C");
    raisePanel("Terminal");
    auto *line = part<QLineEdit>("terminalLine");
    QTest::mouseClick(line, Qt::LeftButton);
    QTest::keyClicks(line, "ip route add 192.168.1.0/24 via 192.168.2.6");
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE(sentence(), "Every node reaches every other.");
    const auto totals = m_window->document().reachability()->totals();
    QCOMPARE(totals.reachable, totals.pairs);

    raisePanel("Commands");
    QCOMPARE(part<QPlainTextEdit>("commandsText")->toPlainText(), "# on device A\n"
                                                                  "ip route add 192.168.2.0/24 via 192.168.1.6\n"
                                                                  "\n"
                                                                  "# on router B\n"
                                                                  "sysctl -w net.ipv4.ip_forward=1\n"
                                                                  "\n"
                                                                  "# on device C\n"
                                                                  "ip route add 192.168.1.0/24 via 192.168.2.6\n");

    // Three steps back, and the first reason is there again.
    auto *canvas = part<QGraphicsView>("canvas");
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sentence(), third);
    QTest::keyClick(canvas, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sentence(), second);
    QTest::keyClick(canvas, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(sentence(), first);
    QVERIFY(part<QPlainTextEdit>("commandsText")->toPlainText().isEmpty());
    QVERIFY(!m_window->isWindowModified());
}

NETDRAFT_TEST(TestLesson)
#include "tst_lesson.moc"
