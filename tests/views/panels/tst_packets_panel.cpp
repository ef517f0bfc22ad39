#include "panel_fixture.h"
#include "tests/registered.h"
#include "views/panels/packets_panel.h"

#include <QLabel>
#include <QLineEdit>
#include <QSlider>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace netdraft;

/// Following a ping packet by packet.
class TestPacketsPanel : public QObject
{
    Q_OBJECT

private slots:
    void listsNothingUnlessPinged();
    void stepsThroughThePackets();
    void listHasTheRoomUntilOneIsLookedAt();
    void showsWhatAHopChanged();
    void tellsWhichRouteDecided();
    void filters_data();
    void filters();
    void filterThatIsNone();
    void letsThemGoBy();
    void followsChanges();
};

namespace {

/// The panel while A pings C in the lesson's network, solved.
struct Pinged : tests::PanelFixture {
    std::unique_ptr<views::PacketsPanel> panel = show<views::PacketsPanel>();
    QTableView *table = tests::part<QTableView>(*panel, "packetTable");

    Pinged() : PanelFixture("routing-solved")
    {
        panel->setSeen(true);
        shown.show(tests::nodeNamed(document, "A"), model::IpAddress::parse("192.168.2.5").value());
    }
    QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
    void press(const char *button) { QTest::mouseClick(tests::part<QToolButton>(*panel, button), Qt::LeftButton); }
    /// `name value (before)` of each field that the last hop changed.
    QStringList changes() const
    {
        QStringList changed;
        const auto *layers = tests::part<QTreeWidget>(*panel, "packetLayers");
        for (int i = 0; i < layers->topLevelItemCount(); ++i) {
            const QTreeWidgetItem *layer = layers->topLevelItem(i);
            for (int j = 0; j < layer->childCount(); ++j) {
                const QTreeWidgetItem *field = layer->child(j);
                if (!field->text(2).isEmpty())
                    changed
                        << QString("%1 %2 %3 (%4)").arg(layer->text(0), field->text(0), field->text(1), field->text(2));
            }
        }
        return changed;
    }
};

constexpr int packets = 16; // ARP, request and reply over the two cables of each of both subnets

} // namespace

void TestPacketsPanel::listsNothingUnlessPinged()
{
    tests::PanelFixture fixture("routing-solved");
    const auto panel = fixture.show<views::PacketsPanel>();
    panel->setSeen(true);
    QVERIFY(tests::part<QLabel>(*panel, "packetsNothing")->isVisible());
    QVERIFY(fixture.trace.passages().empty());
    fixture.shown.show(tests::nodeNamed(fixture.document, "A"), model::IpAddress::parse("203.0.113.1").value());
    QVERIFY(fixture.trace.passages().empty());
    const QString text = tests::part<QLabel>(*panel, "packetsNothing")->text();
    QVERIFY2(text.startsWith("A cannot reach 203.0.113.1: ") && text.endsWith(". No packet is sent."),
             qPrintable(text));
}

void TestPacketsPanel::stepsThroughThePackets()
{
    Pinged pinged;
    QCOMPARE(pinged.table->model()->rowCount(), packets);
    QCOMPARE(pinged.cell(0, 1), QString("A eth0"));
    QCOMPARE(pinged.cell(0, 2), QString("sw1 eth1"));
    QCOMPARE(pinged.cell(0, 3), QString("ARP, Request who-has 192.168.1.6 tell 192.168.1.5, length 28"));
    QVERIFY(!pinged.trace.current());
    pinged.press("packetForward");
    QCOMPARE(pinged.trace.current().value(), 0U);
    pinged.press("packetForward");
    QCOMPARE(pinged.table->currentIndex().row(), 1);
    QTest::keyClick(pinged.table, Qt::Key_Down);
    QCOMPARE(pinged.trace.current().value(), 2U);
    QCOMPARE(tests::part<QSlider>(*pinged.panel, "packetSlider")->value(), 2);
    QTest::keyClick(tests::part<QSlider>(*pinged.panel, "packetSlider"), Qt::Key_End);
    QCOMPARE(pinged.trace.current().value(), packets - 1U);
    pinged.press("packetBack");
    QCOMPARE(pinged.trace.current().value(), packets - 2U);
    tests::clickCell(pinged.table, pinged.table->model()->index(packets - 1, 3));
    QCOMPARE(pinged.trace.current().value(), packets - 1U);
    pinged.press("packetForward");
    QVERIFY(!pinged.trace.current()); // what came of it
}

void TestPacketsPanel::listHasTheRoomUntilOneIsLookedAt()
{
    Pinged pinged;
    pinged.panel->resize(860, 300);
    QTRY_VERIFY(pinged.table->width() > 800);
    const int packet = pinged.table->columnWidth(3);
    QVERIFY(packet > pinged.table->fontMetrics().horizontalAdvance(pinged.cell(0, 3)));
    pinged.press("packetForward");
    QTRY_VERIFY(pinged.table->width() < 600);
    QVERIFY(tests::part<QTreeWidget>(*pinged.panel, "packetLayers")->isVisible());
    pinged.press("packetBack");
    QTRY_VERIFY(pinged.table->width() > 800);
}

void TestPacketsPanel::showsWhatAHopChanged()
{
    Pinged pinged;
    pinged.trace.setCurrent(5); // through the switch
    QVERIFY2(pinged.changes().isEmpty(), qPrintable(pinged.changes().join('\n')));
    int forwarded = 6;
    while (!pinged.cell(forwarded, 3).contains("echo request"))
        ++forwarded;
    pinged.trace.setCurrent(static_cast<std::size_t>(forwarded)); // out of the router
    const QStringList changes = pinged.changes();
    QCOMPARE(changes.size(), 3);
    QVERIFY2(changes[0].startsWith("Ethernet destination "), qPrintable(changes[0]));
    QVERIFY2(changes[1].startsWith("Ethernet source "), qPrintable(changes[1]));
    QCOMPARE(changes[2], QString("IPv4 TTL 63 (64)"));
}

void TestPacketsPanel::tellsWhichRouteDecided()
{
    Pinged pinged;
    const auto *layers = tests::part<QTreeWidget>(*pinged.panel, "packetLayers");
    pinged.trace.setCurrent(0); // a question of ARP
    QCOMPARE(layers->topLevelItem(0)->text(0), QString("Ethernet"));
    pinged.trace.setCurrent(4); // the request leaves A
    QCOMPARE(layers->topLevelItem(0)->text(0), QString("Decided by A"));
    QCOMPARE(layers->topLevelItem(0)->child(0)->text(1), QString("192.168.2.0/24 via 192.168.1.6 dev eth0"));
    QCOMPARE(layers->topLevelItem(0)->child(1)->text(1), QString("192.168.1.6"));
    pinged.trace.setCurrent(5); // the switch passes it on
    QCOMPARE(layers->topLevelItem(0)->text(0), QString("Ethernet"));
    pinged.trace.setCurrent(packets - 4); // the reply leaves C
    QCOMPARE(layers->topLevelItem(0)->text(0), QString("Decided by C"));
    QCOMPARE(layers->topLevelItem(0)->child(0)->text(1), QString("192.168.1.0/24 via 192.168.2.6 dev eth0"));
}

void TestPacketsPanel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("rows");
    QTest::newRow("none") << "" << packets;
    QTest::newRow("ICMP") << "icmp" << 8;
    QTest::newRow("ARP") << "arp" << 8;
    QTest::newRow("neither") << "not arp and not icmp" << 0;
    QTest::newRow("of a host") << "icmp and src host 192.168.2.5" << 4;
}

void TestPacketsPanel::filters()
{
    QFETCH(const QString, filter);
    Pinged pinged;
    QTest::keyClicks(tests::part<QLineEdit>(*pinged.panel, "packetFilter"), filter);
    QTEST(pinged.table->model()->rowCount(), "rows");
}

void TestPacketsPanel::filterThatIsNone()
{
    Pinged pinged;
    auto *line = tests::part<QLineEdit>(*pinged.panel, "packetFilter");
    auto *trouble = tests::part<QLabel>(*pinged.panel, "packetTrouble");
    line->setText("icmp");
    line->setText("icmp and");
    QVERIFY(trouble->isVisible());
    QVERIFY2(trouble->toolTip().contains("syntax error"), qPrintable(trouble->toolTip()));
    QCOMPARE(pinged.table->model()->rowCount(), 8); // the last one that was good
    line->setText("icmp and \"");
    QVERIFY(trouble->isVisible());
    line->clear();
    QVERIFY(!trouble->isVisible());
    QCOMPARE(pinged.table->model()->rowCount(), packets);
}

void TestPacketsPanel::letsThemGoBy()
{
    Pinged pinged;
    pinged.trace.setCurrent(packets - 2);
    pinged.press("packetPlay");
    QCOMPARE(pinged.trace.current().value(), packets - 1U);
    QTRY_VERIFY(!pinged.trace.current());
    QVERIFY(!tests::part<QToolButton>(*pinged.panel, "packetPlay")->isChecked());
}

void TestPacketsPanel::followsChanges()
{
    Pinged pinged;
    pinged.trace.setCurrent(3);
    QSignalSpy moved(&pinged.trace, &views::PacketTrace::moved);
    model::EditList edits;
    edits.add(model::SetLinkUp{{"sw2", "eth2"}, false});
    QVERIFY(pinged.document.perform("a cable", edits));
    QCOMPARE(moved.count(), 1);
    QVERIFY(!pinged.trace.current());
    QVERIFY(pinged.table->model()->rowCount() < packets);
    pinged.panel->setSeen(false);
    QTRY_VERIFY(pinged.trace.passages().empty());
}

NETDRAFT_TEST(TestPacketsPanel)
#include "tst_packets_panel.moc"
