#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "tests/views/enough.h"
#include "views/canvas/marks_item.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/document/shown_ping.h"

#include <QDialog>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QTableView>

using namespace netdraft;
using netdraft::tests::enough;

/// What leads from the window's actions to the canvas and back: finding, adding, arranging, what is drawn over it.
class TestWindowWork : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_window_work"); }
    void init() { openLesson(); }
    void cleanup() { close(); }

    void nodeIsFound();
    void actionIsFound();
    void nodesAreAddedAtTheMouse();
    void cableToNowhereAsksForANode();
    void addressesAreGivenFromTheMenu();
    void nodesAreArranged_data();
    void nodesAreArranged();
    void pathIsHidden();
    void terminalIsOpened();
    void weakPointsAreMarkedWhileTheirTabIsSeen();
    void clusterPortsAreTriedWhileTheirTabIsSeen();
    void changesAreMarked();
};

namespace {

/// How many marks the canvas draws.
std::size_t marksOn(const app::MainWindow &window)
{
    std::size_t count = 0;
    for (const QGraphicsItem *item : window.findChild<views::NetworkView *>("canvas")->networkScene().items()) {
        if (const auto *marks = dynamic_cast<const views::MarksItem *>(item))
            count += marks->shown();
    }
    return count;
}

} // namespace

void TestWindowWork::nodeIsFound()
{
    action("actionFind")->trigger();
    auto *list = m_window->findChild<QDialog *>("quickList");
    QVERIFY(list);
    auto *line = list->findChild<QLineEdit *>("quickLine");
    QTest::keyClicks(line, "192.168.2.5");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(m_window->selection().singleNode(), tests::nodeNamed(document(), "C"));
}

void TestWindowWork::actionIsFound()
{
    action("actionCommandPalette")->trigger();
    auto *list = m_window->findChild<QDialog *>("quickList");
    QVERIFY(list);
    auto *line = list->findChild<QLineEdit *>("quickLine");
    // The menus' first entry is the first here, whatever panel was opened before.
    QCOMPARE(list->findChild<QListWidget *>("quickEntries")->item(0)->text(), "New");
    QTest::keyClicks(line, "switching");
    QCOMPARE(list->findChild<QListWidget *>("quickEntries")->currentItem()->text(), "Switching");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(document().name(), "switching");
}

/// A double-click, three letters, Enter.
/// A cable that ends where nothing is: what is to stand there is typed, and the next cable can follow at once.
void TestWindowWork::cableToNowhereAsksForANode()
{
    document().load({}, {});
    QCoreApplication::processEvents(); // the canvas shows all of it
    auto *canvas = m_window->findChild<views::NetworkView *>("canvas");
    canvas->placeAt(model::NodeKind::Device, canvas->mapToScene(QPoint(100, 120)));
    canvas->action("canvas.connect")->trigger();
    QPoint from(100, 120);
    for (const auto &[x, typed, made] : {std::tuple{300, "sw", "sw1"}, std::tuple{500, "ro", "r1"}}) {
        const QPoint to(x, 120);
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, from);
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, to);
        auto *list = m_window->findChild<QDialog *>("quickList");
        QVERIFY(list);
        auto *line = list->findChild<QLineEdit *>("quickLine");
        QTest::keyClicks(line, typed);
        QTest::keyClick(line, Qt::Key_Return);
        QTRY_VERIFY(!m_window->findChild<QDialog *>("quickList"));
        QVERIFY2(document().network().find(std::string_view(made)), made);
        from = to;
    }
    QCOMPARE(document().network().find("sw1")->links.size(), 4U); // lo, br0 and the ports of two cables
}

void TestWindowWork::nodesAreAddedAtTheMouse()
{
    document().load({}, {});
    auto *canvas = m_window->findChild<views::NetworkView *>("canvas");
    const QPoint at(200, 120);
    const QPointF place = canvas->mapToScene(at);
    QTest::mouseDClick(canvas->viewport(), Qt::LeftButton, {}, at);
    auto *list = m_window->findChild<QDialog *>("quickList");
    QVERIFY(list);
    auto *line = list->findChild<QLineEdit *>("quickLine");
    QTest::keyClicks(line, "rou");
    QTest::keyClick(line, Qt::Key_Return);
    const model::Netns *made = document().network().find("r1");
    QVERIFY(made);
    const model::Point stands = document().drawing().nodes.at(made->id).position;
    QVERIFY(std::abs(stands.x - place.x()) <= 10 && std::abs(stands.y - place.y()) <= 10);
    QTRY_VERIFY(!m_window->findChild<QDialog *>("quickList"));
    canvas->action("canvas.add")->trigger();
    QVERIFY(m_window->findChild<QDialog *>("quickList"));
}

void TestWindowWork::addressesAreGivenFromTheMenu()
{
    QVERIFY(document().perform(
        "Remove address",
        {model::RemoveAddress{{"A", "eth0"}, model::InterfaceAddress::parse("192.168.1.5/24").value()}}));
    action("actionAddresses")->trigger();
    auto *dialog = m_window->findChild<QDialog *>("addressDialog");
    QVERIFY(dialog);
    QTest::mouseClick(dialog->findChild<QPushButton *>("addressGive"), Qt::LeftButton);
    const model::Netns *a = document().network().find("A");
    QCOMPARE(a->find("eth0")->addresses4.front().local.toString(), std::string("192.168.1.1/24"));
    QCOMPARE(document().undoStack().undoText(), QStringLiteral("Give addresses"));
}

void TestWindowWork::nodesAreArranged_data()
{
    QTest::addColumn<QByteArray>("action");
    QTest::addColumn<QString>("text");
    QTest::newRow("row") << QByteArray("canvas.alignRow") << "Align nodes";
    QTest::newRow("column") << QByteArray("canvas.alignColumn") << "Align nodes";
    QTest::newRow("spread across") << QByteArray("canvas.spreadRow") << "Spread nodes";
    QTest::newRow("spread down") << QByteArray("canvas.spreadColumn") << "Spread nodes";
    QTest::newRow("by cables") << QByteArray("canvas.layOutWires") << "Lay out nodes";
    QTest::newRow("layers") << QByteArray("canvas.layOutLayers") << "Lay out nodes";
    QTest::newRow("circle") << QByteArray("canvas.layOutCircle") << "Lay out nodes";
    QTest::newRow("grid") << QByteArray("canvas.layOutGrid") << "Lay out nodes";
}

/// Each from a muddle, by one step that can be undone; without nodes to line up it says so.
void TestWindowWork::nodesAreArranged()
{
    QFETCH(const QByteArray, action);
    QFETCH(const QString, text);
    auto *canvas = m_window->findChild<views::NetworkView *>("canvas");
    model::EditList muddle;
    double x = 0;
    for (const auto &[id, node] : document().drawing().nodes) {
        x = std::fmod(x * 3 + 70, 1000);
        muddle.add(model::PlaceNode{document().network().find(id)->name, {node.kind, {x, std::fmod(x * 5, 700)}}});
    }
    QVERIFY(document().perform("Muddle", muddle));
    const auto before = document().project();
    const int steps = document().undoStack().count();
    if (!action.startsWith("canvas.layOut")) {
        canvas->action(QString::fromLatin1(action))->trigger();
        QCOMPARE(document().undoStack().count(), steps);
        QVERIFY(m_window->statusBar()->currentMessage().startsWith("Select "));
    }
    canvas->selectAll();
    canvas->action(QString::fromLatin1(action))->trigger();
    QCOMPARE(document().undoStack().count(), steps + 1);
    QCOMPARE(document().undoStack().undoText(), text);
    QVERIFY(document().project().network == before.network);
    document().undoStack().undo();
    QVERIFY(document().project() == before);
}

void TestWindowWork::pathIsHidden()
{
    auto *shown = m_window->findChild<views::ShownPing *>();
    QVERIFY(!action("actionHidePath")->isEnabled());
    shown->show(tests::nodeNamed(document(), "A"), model::IpAddress::parse("192.168.1.6").value());
    QVERIFY(action("actionHidePath")->isEnabled());
    action("actionHidePath")->trigger();
    QVERIFY(!shown->ping());
    QVERIFY(!action("actionHidePath")->isEnabled());
}

void TestWindowWork::terminalIsOpened()
{
    auto *dock = m_window->findChild<QDockWidget *>("dock.terminal");
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    dock->hide();
    action("actionTerminal")->trigger();
    QVERIFY(dock->isVisible());
    QVERIFY(dock->isAncestorOf(QApplication::focusWidget()));
}

void TestWindowWork::weakPointsAreMarkedWhileTheirTabIsSeen()
{
    const auto marks = [this] { return marksOn(*m_window); };
    QCOMPARE(marks(), 0U);
    m_window->findChild<QDockWidget *>("dock.whatif")->raise();
    QTRY_COMPARE_WITH_TIMEOUT(marks(), 2U, enough); // both switches
    m_window->findChild<QDockWidget *>("dock.problems")->raise();
    QTRY_COMPARE_WITH_TIMEOUT(marks(), 0U, enough);
}

void TestWindowWork::clusterPortsAreTriedWhileTheirTabIsSeen()
{
    auto *dock = m_window->findChild<QDockWidget *>("dock.ports");
    dock->hide();
    action("show.ports")->trigger();
    QVERIFY(dock->isVisible());
    dock->raise();
    const auto *words = dock->findChild<QLabel *>("portsWords");
    QTRY_VERIFY(words->isVisible());
    QVERIFY(words->text().startsWith("There is no cluster in this network."));
    QVERIFY(tests::openNamed(document(), "cluster-ports"));
    const auto *table = dock->findChild<QTableView *>("portsTable");
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 0, enough);
    QVERIFY(table->isVisible() && !words->isVisible());
    // Behind another tab nothing is tried.
    m_window->findChild<QDockWidget *>("dock.problems")->raise();
    QTRY_VERIFY(words->visibleRegion().isEmpty() && table->visibleRegion().isEmpty());
    QVERIFY(tests::openNamed(document(), "overlay"));
    QCoreApplication::processEvents();
    QCOMPARE(table->model()->rowCount(), 0);
    dock->raise();
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 11, enough);
}

void TestWindowWork::changesAreMarked()
{
    QVERIFY(document().perform("step", tests::solution()[0]));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 2U, enough); // A reaches B's other side
    QVERIFY(m_window->statusBar()->currentMessage().contains("healed: 1"));
    QVERIFY(document().perform("step", tests::solution()[1]));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 0U, enough);
    QCOMPARE(m_window->statusBar()->currentMessage(), QString());
    QVERIFY(document().perform("step", tests::solution()[2]));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 3U, enough); // A, B and C have won
    QVERIFY(m_window->statusBar()->currentMessage().contains("healed: 3"));
    document().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->statusBar()->currentMessage().contains("broke: 3"), enough);
    QVERIFY(document().perform("step", tests::forwardingOn("C")));
    QTRY_COMPARE_WITH_TIMEOUT(marksOn(*m_window), 0U, enough);
}

NETDRAFT_TEST(TestWindowWork)
#include "tst_window_work.moc"
