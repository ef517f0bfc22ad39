#include "panel_fixture.h"
#include "tests/registered.h"
#include "views/panels/packets_panel.h"
#include "views/panels/stations_view.h"
#include "views/style/theme.h"

#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>

using namespace netdraft;

/// The picture of the stations that the frame which is looked at passes in a node.
class TestPacketStations : public QObject
{
    Q_OBJECT

private slots:
    void showsWhatItsSenderDecided();
    void showsWhoTakesIt();
    void showsWhereItEnds();
    void followsTheKeyboard();
    void takesThePlaceOfTheList();
    void hasRoomForAll_data();
    void hasRoomForAll();
    void isDrawnInEachTheme();
};

namespace {

/// The tab Stations while A pings C.
struct Looked : tests::PanelFixture {
    std::unique_ptr<views::PacketsPanel> panel = show<views::PacketsPanel>();
    QTabWidget *tabs = tests::part<QTabWidget>(*panel, "packetDetails");
    views::StationsView *view = tests::part<views::StationsView>(*panel, "packetStations");

    explicit Looked(const char *example = "routing-solved", bool changed = false) : PanelFixture(example)
    {
        if (changed)
            (void)document.perform("B stops",
                                   {model::SetDeviceSysctl{"B", "all", model::DeviceSysctl::Ipv4Forwarding, 0}});
        panel->resize(860, 400);
        panel->setSeen(true);
        shown.show(tests::nodeNamed(document, "A"), model::IpAddress::parse("192.168.2.5").value());
        QTabBar *bar = tabs->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(1).center());
    }
    /// Looks at the first frame with this text that comes to a node.
    bool look(const char *text, const char *to)
    {
        for (std::size_t at = 0; at < trace.passages().size(); ++at) {
            if (!trace.text(at).contains(text) || trace.passages()[at].to.netns != tests::nodeNamed(document, to))
                continue;
            trace.setCurrent(at);
            return true;
        }
        return false;
    }
    QStringList titles() const
    {
        QStringList titles;
        for (const model::StationWay &way : view->ways())
            titles << QString::fromStdString(way.title);
        return titles;
    }
    /// The station of that name on one of the ways.
    const model::Station *station(std::size_t way, std::string_view name) const
    {
        const auto &stations = view->ways()[way].stations;
        const auto found = std::ranges::find(stations, name, &model::Station::name);
        return found == stations.end() ? nullptr : &*found;
    }
    QToolButton *place(const char *name) const { return tests::part<QToolButton>(*panel, name); }
};

using State = model::Station::State;

} // namespace

void TestPacketStations::showsWhatItsSenderDecided()
{
    Looked looked;
    QCOMPARE(looked.tabs->currentIndex(), 1);
    QVERIFY(looked.view->ways().empty());
    QVERIFY(looked.look("echo request", "sw2")); // B has sent it on
    QVERIFY(looked.place("stationsAtSender")->isChecked());
    QCOMPARE(looked.place("stationsAtSender")->text(), QString("at B"));
    QCOMPARE(looked.place("stationsAtTaker")->text(), QString("at sw2"));
    QCOMPARE(looked.titles(), (QStringList{"echo request 192.168.1.5 > 192.168.2.5",
                                           "echo reply 192.168.2.5 > 192.168.1.5"})); // both directions at once
    const model::Station *routing = looked.station(0, "routing decision");
    QVERIFY(routing && routing->state == State::Decided);
    QCOMPARE(routing->lines.back(), std::string("192.168.2.0/24 dev eth1 proto kernel scope link src 192.168.2.6"));
    QVERIFY(looked.station(0, "FORWARD") && looked.station(1, "FORWARD"));
    QVERIFY2(looked.view->accessibleDescription().contains("192.168.2.0/24 dev eth1"),
             qPrintable(looked.view->accessibleDescription()));
}

void TestPacketStations::showsWhoTakesIt()
{
    Looked looked;
    QVERIFY(looked.look("echo request", "C"));
    QTest::mouseClick(looked.place("stationsAtTaker"), Qt::LeftButton);
    QCOMPARE(looked.titles(),
             (QStringList{"echo request 192.168.1.5 > 192.168.2.5", "echo reply 192.168.2.5 > 192.168.1.5"}));
    QCOMPARE(looked.view->ways()[0].stations.back().lines.front(), std::string("takes it, and answers"));
    const model::Station *routing = looked.station(0, "routing decision");
    QVERIFY(routing && !routing->losers.empty());
    QCOMPARE(routing->losers.front().why, std::string("less specific"));
    QTest::mouseClick(looked.place("stationsAtSender"), Qt::LeftButton);
    QVERIFY(looked.station(0, "bridge")); // the switch before it
}

void TestPacketStations::showsWhereItEnds()
{
    Looked looked("routing-solved", true);
    QVERIFY(looked.look("echo request", "B"));
    QVERIFY(looked.place("stationsAtTaker")->isChecked()); // that is what is worth seeing
    const model::Station *routing = looked.station(0, "routing decision");
    QVERIFY(routing && routing->state == State::Ended);
    QCOMPARE(routing->why, std::string("this node does not forward (ip_forward is 0)"));
    QCOMPARE(looked.station(0, "FORWARD")->state, State::NotReached);
    QVERIFY(looked.view->accessibleDescription().contains("Ends here: this node does not forward"));
    QVERIFY(looked.look("echo request", "sw1"));
    QVERIFY(looked.place("stationsAtSender")->isChecked());
}

void TestPacketStations::followsTheKeyboard()
{
    Looked looked;
    QVERIFY(looked.look("echo request", "sw2"));
    looked.panel->resize(860, 180);
    looked.panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(looked.panel.get()));
    looked.view->setFocus(Qt::TabFocusReason);
    QCOMPARE(looked.view->current(), 0);
    QCOMPARE(looked.view->accessibleDescription(), QString("ingress: eth0"));
    QTest::keyClick(looked.view, Qt::Key_Down);
    QCOMPARE(looked.view->current(), 1);
    QTest::keyClick(looked.view, Qt::Key_Down);
    QVERIFY(looked.view->accessibleDescription().startsWith("routing decision: 192.168.2.0/24"));
    QTest::keyClick(looked.view, Qt::Key_End);
    QCOMPARE(looked.view->current(),
             int(looked.view->ways()[0].stations.size() + looked.view->ways()[1].stations.size()) - 1);
    QTest::keyClick(looked.view, Qt::Key_Down);
    QTest::keyClick(looked.view, Qt::Key_Home);
    QCOMPARE(looked.view->current(), 0);
    const views::StationsLayout layout(looked.view->ways(), looked.view->font(), looked.view->width());
    QTest::mouseClick(looked.view, Qt::LeftButton, {}, layout.rows()[3].area.center());
    QCOMPARE(looked.view->current(), 3);
}

void TestPacketStations::takesThePlaceOfTheList()
{
    Looked looked;
    QVERIFY(looked.look("echo request", "sw2"));
    const auto *table = looked.panel->findChild<QTableView *>("packetTable");
    const int before = looked.view->width();
    QTest::mouseClick(looked.place("stationsWide"), Qt::LeftButton);
    QVERIFY(!table->isVisible());
    QTRY_VERIFY(looked.view->width() > before + 200);
    looked.tabs->setCurrentIndex(0); // headers have the list beside them again
    QVERIFY(table->isVisible());
}

void TestPacketStations::hasRoomForAll_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("beside");
    QTest::newRow("narrow: below each other") << 300 << 1;
    QTest::newRow("two columns") << 560 << 2;
    QTest::newRow("wide") << 1200 << 2;
}

void TestPacketStations::hasRoomForAll()
{
    QFETCH(const int, width);
    Looked looked;
    QVERIFY(looked.look("echo request", "sw2"));
    const views::StationsLayout layout(looked.view->ways(), looked.view->font(), width);
    std::size_t beside = 0;
    for (const auto &column : layout.columns())
        beside += column.title.area.top() == layout.columns().front().title.area.top() ? 1 : 0;
    QTEST(int(beside), "beside");
    const QRect whole(0, 0, width, layout.height());
    for (const auto &row : layout.rows()) {
        QVERIFY(whole.contains(row.area));
        QVERIFY(row.area.contains(row.mark));
        for (const auto &piece : row.pieces)
            QVERIFY(row.area.contains(piece.area));
        for (const auto &other : layout.rows())
            QVERIFY(&row == &other || !row.area.intersects(other.area));
    }
}

void TestPacketStations::isDrawnInEachTheme()
{
    Looked looked;
    QVERIFY(looked.look("echo request", "sw2"));
    QTRY_VERIFY(looked.view->width() > 200); // it has no room before a packet is looked at
    for (const views::Theme *theme : {&views::lightTheme(), &views::darkTheme()}) {
        looked.view->setPalette(views::paletteOf(*theme));
        const QImage image = looked.view->grab().toImage();
        QCOMPARE(image.pixelColor(1, 1), theme->base);
        bool accent = false;
        for (int y = 0; y < image.height() && !accent; ++y) {
            for (int x = 0; x < image.width() && !accent; ++x)
                accent = image.pixelColor(x, y) == theme->accent;
        }
        QVERIFY(accent);
    }
}

NETDRAFT_TEST(TestPacketStations)
#include "tst_packet_stations.moc"
