#include "tests/app/window_test.h"
#include "tests/registered.h"
#include "views/canvas/network_scene.h"
#include "views/canvas/network_view.h"
#include "views/canvas/node_item.h"
#include "views/canvas/packet_path_item.h"
#include "views/document/packet_trace.h"
#include "views/document/selection.h"
#include "views/document/shown_ping.h"

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QTableView>
#include <QTreeView>

using namespace netdraft;

/// Going through the packets of a ping by the actions of the window, with the focus on the canvas.
class TestPacketActions : public tests::WindowTest
{
    Q_OBJECT

private slots:
    void initTestCase() { nameSettings("tst_packet_actions"); }
    void init();
    void cleanup() { close(); }

    void areOffWithoutAPing();
    void stepByKeys();
    void playAtASpeed();
    void tablesGoOnInFront();
    void guessOnTheCanvas();

private:
    views::NetworkView *m_canvas = nullptr;

    void pingFirst() const;
    int row() const { return m_window->findChild<QTableView *>("packetTable")->currentIndex().row(); }
    bool drawsAWay() const;
    void clickNode(const char *name) const;
};

void TestPacketActions::init()
{
    openLesson();
    m_canvas = m_window->findChild<views::NetworkView *>("canvas");
    for (const model::EditList &edits : tests::solution())
        QVERIFY(document().perform("step", edits));
}

/// Clicks the cell of the table of answers that says whether A reaches C.
void TestPacketActions::pingFirst() const
{
    auto *shown = m_window->findChild<views::ShownPing *>();
    QVERIFY(shown);
    shown->show(tests::nodeNamed(document(), "A"), model::IpAddress::parse("192.168.2.5").value());
    m_canvas->setFocus();
}

bool TestPacketActions::drawsAWay() const
{
    return std::ranges::any_of(m_canvas->networkScene().items(), [](const QGraphicsItem *item) {
        return dynamic_cast<const views::PacketPathItem *>(item) != nullptr;
    });
}

void TestPacketActions::clickNode(const char *name) const
{
    const QPoint at =
        m_canvas->mapFromScene(m_canvas->networkScene().shownNode(tests::nodeNamed(document(), name))->pos());
    QTest::mouseClick(m_canvas->viewport(), Qt::LeftButton, {}, at);
}

void TestPacketActions::areOffWithoutAPing()
{
    for (const char *id : {"actionPacketBack", "actionPacketForward", "actionPacketPlay", "actionPacketGuess"})
        QVERIFY2(!action(id)->isEnabled(), id);
    pingFirst();
    for (const char *id : {"actionPacketBack", "actionPacketForward", "actionPacketPlay", "actionPacketGuess"})
        QVERIFY2(action(id)->isEnabled(), id);
}

void TestPacketActions::stepByKeys()
{
    pingFirst();
    QTest::keyClick(m_canvas, Qt::Key_F8);
    QTRY_COMPARE(row(), 0);
    QVERIFY(m_window->findChild<QTableView *>("packetTable")->isVisible()); // its tab came up
    QTest::keyClick(m_canvas, Qt::Key_F8);
    QCOMPARE(row(), 1);
    QTest::keyClick(m_canvas, Qt::Key_F7);
    QCOMPARE(row(), 0);
    QTest::keyClick(m_canvas, Qt::Key_F7);
    QCOMPARE(row(), -1);
}

void TestPacketActions::playAtASpeed()
{
    pingFirst();
    action("actionPacketForward")->trigger();
    auto *speed = m_window->findChild<QComboBox *>("packetSpeed");
    QCOMPARE(speed->currentText(), QString("1×"));
    speed->setFocus();
    QTest::keyClick(speed, Qt::Key_End);
    QCOMPARE(speed->currentText(), QString("4×"));
    m_canvas->setFocus();
    QTest::keyClick(m_canvas, Qt::Key_F9);
    QVERIFY(action("actionPacketPlay")->isChecked());
    QTRY_VERIFY(row() >= 3);
    QTest::keyClick(m_canvas, Qt::Key_F9);
    QVERIFY(!action("actionPacketPlay")->isChecked());
}

/// From the packets one comes to the tables of a node, and steps on there: a mark is on the rule that each one passed.
void TestPacketActions::tablesGoOnInFront()
{
    const model::netfilter::ChainName chain{model::Family::Ipv4, "filter", "FORWARD"};
    QVERIFY(document().perform("rule", {model::netfilter::AddRule{"B", chain, {}}}));
    m_window->selection().set({tests::nodeNamed(document(), "B")});
    pingFirst();
    QTest::keyClick(m_canvas, Qt::Key_F8);
    QTRY_COMPARE(row(), 0);
    m_window->findChild<QDockWidget *>("dock.tables")->raise();
    auto *rules = m_window->findChild<QTreeView *>("rulesView");
    QTRY_VERIFY(!rules->visibleRegion().isEmpty());
    const auto isMarked = [&] {
        const QModelIndex rule = rules->model()->index(0, 0, rules->model()->index(0, 0));
        return rule.isValid() && !rule.data(Qt::DecorationRole).value<QIcon>().isNull();
    };
    const auto *trace = m_window->findChild<views::PacketTrace *>();
    QCOMPARE(trace->current(), std::optional<std::size_t>(0)); // it is still the one that was looked at
    QVERIFY(!isMarked());
    std::size_t marked = 0;
    for (std::size_t step = 1; step < trace->passages().size(); ++step) {
        QTest::keyClick(m_canvas, Qt::Key_F8);
        QCOMPARE(trace->current(), std::optional<std::size_t>(step));
        marked += isMarked() ? 1 : 0;
    }
    QCOMPARE(marked, std::size_t(4)); // the request and its answer, as B gets them and sends them on
    QVERIFY(!rules->visibleRegion().isEmpty());
}

void TestPacketActions::guessOnTheCanvas()
{
    pingFirst();
    QVERIFY(drawsAWay());
    action("actionPacketGuess")->trigger();
    QVERIFY(action("actionPacketGuess")->isChecked());
    QTRY_VERIFY(m_window->findChild<QLabel *>("guessText")->isVisible());
    QVERIFY(!drawsAWay()); // that would tell it
    clickNode("sw1");
    QVERIFY2(m_window->findChild<QLabel *>("guessText")->text().startsWith("Right, sw1 gets it."),
             qPrintable(m_window->findChild<QLabel *>("guessText")->text()));
    QVERIFY(drawsAWay());
    QCOMPARE(row(), 0);
    m_canvas->setFocus();
    QTest::keyClick(m_canvas, Qt::Key_F8);
    clickNode("A");
    QCOMPARE(m_window->findChild<QLabel *>("guessScore")->text(), QString("1 of 2 right"));
    action("actionPacketGuess")->trigger();
    QVERIFY(!m_window->findChild<QLabel *>("guessText")->isVisible());
}

NETDRAFT_TEST(TestPacketActions)
#include "tst_packet_actions.moc"
