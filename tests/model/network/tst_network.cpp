#include "model/network/network.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

NetnsId add(Network &network, std::string name)
{
    const NetnsId id = network.newNetnsId();
    network.put(id, std::make_shared<const Netns>(freshNetns(id, std::move(name), network.newLinkId())));
    return id;
}

Route route(std::string_view destination, std::uint32_t table, std::uint32_t metric)
{
    Route made;
    made.destination = *Prefix::parse(destination);
    made.table = table;
    made.metric = metric;
    return made;
}

} // namespace

class TestNetwork : public QObject
{
    Q_OBJECT

private slots:
    void freshNetworkIsTheMachine();
    void copiesShareUntilOneChanges();
    void differenceNamesWhatIsUnlike();
    void namesFollowExchanges();
    void idsAreNeverUsedTwice();
    void routeOrder_data();
    void routeOrder();
    void carrier_data();
    void carrier();
};

void TestNetwork::freshNetworkIsTheMachine()
{
    const Network network;
    QCOMPARE(network.namespaces().size(), std::size_t{1});
    const Netns *host = network.find("host");
    QVERIFY(host);
    QCOMPARE(host->id, hostNetns);
    QCOMPARE(host->loopback().name, std::string("lo"));
    QVERIFY(!host->loopback().up);
}

void TestNetwork::copiesShareUntilOneChanges()
{
    Network network;
    const NetnsId a = add(network, "a");
    const NetnsId b = add(network, "b");
    const Network snapshot = network;
    network.change(a).nextIndex = 9;

    QCOMPARE(snapshot.find(a)->nextIndex, 2);
    QCOMPARE(network.find(a)->nextIndex, 9);
    QVERIFY(snapshot.find(b) == network.find(b));
    QVERIFY(!(snapshot == network));
    network.change(a).nextIndex = 2;
    QVERIFY(snapshot == network);
}

void TestNetwork::differenceNamesWhatIsUnlike()
{
    Network before;
    const NetnsId a = add(before, "a");
    const NetnsId b = add(before, "b");
    const NetnsId c = add(before, "c");
    Network after = before;
    after.put(a, nullptr);
    after.change(b).nextIndex = 9;
    const NetnsId d = add(after, "d");

    QCOMPARE(difference(before, after), (std::vector{a, b, d}));
    QCOMPARE(difference(after, before), (std::vector{a, b, d}));
    QVERIFY(difference(after, after).empty());
    QVERIFY(after.find(c) == before.find(c));
    QVERIFY(!after.find("a"));
    QVERIFY(before.find("a"));
}

void TestNetwork::namesFollowExchanges()
{
    Network network;
    const NetnsId a = add(network, "a");
    const NetnsId b = add(network, "b");
    auto first = std::make_shared<Netns>(*network.find(a));
    auto second = std::make_shared<Netns>(*network.find(b));
    first->name = "b";
    second->name = "a";
    network.put(a, first);
    network.put(b, second);
    QCOMPARE(network.find("b")->id, a);
    QCOMPARE(network.find("a")->id, b);
}

void TestNetwork::idsAreNeverUsedTwice()
{
    Network network;
    const NetnsId a = add(network, "a");
    const LinkId lo = network.find(a)->loopback().id;
    network.put(a, nullptr);
    const NetnsId b = add(network, "b");
    QVERIFY(a < b);
    QVERIFY(lo < network.find(b)->loopback().id);
}

void TestNetwork::routeOrder_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<int>("firstTable");
    QTest::addColumn<int>("secondTable");
    QTest::addColumn<int>("firstMetric");

    QTest::newRow("default first in IPv4") << "0.0.0.0/0" << "192.0.2.0/24" << 254 << 254 << 0;
    QTest::newRow("longer prefix first in IPv4") << "192.0.2.0/25" << "192.0.2.0/24" << 254 << 254 << 0;
    QTest::newRow("by address in IPv4") << "192.0.2.0/24" << "198.51.100.0/24" << 254 << 254 << 0;
    QTest::newRow("default last in IPv6") << "2001:db8::/32" << "::/0" << 254 << 254 << 0;
    QTest::newRow("inner prefix first in IPv6") << "2001:db8:5::/48" << "2001:db8::/32" << 254 << 254 << 0;
    QTest::newRow("by address in IPv6") << "2001:db8::/64" << "fe80::/64" << 254 << 254 << 0;
    QTest::newRow("IPv4 before IPv6") << "192.0.2.0/24" << "::/0" << 255 << 254 << 0;
    QTest::newRow("main before local") << "192.0.2.0/24" << "0.0.0.0/0" << 254 << 255 << 0;
    QTest::newRow("table 300 before main, by its hash") << "192.0.2.0/24" << "0.0.0.0/0" << 300 << 254 << 0;
    QTest::newRow("smaller metric first") << "192.0.2.0/24" << "192.0.2.0/24" << 254 << 254 << 5;
}

void TestNetwork::routeOrder()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(int, firstTable);
    QFETCH(int, secondTable);
    QFETCH(int, firstMetric);
    const Route a =
        route(first.toStdString(), static_cast<std::uint32_t>(firstTable), static_cast<std::uint32_t>(firstMetric));
    const Route b = route(second.toStdString(), static_cast<std::uint32_t>(secondTable), 9);
    QVERIFY(compare(a, b) < 0);
    QVERIFY(compare(b, a) > 0);
    QVERIFY(compare(a, a) == 0);
}

void TestNetwork::carrier_data()
{
    QTest::addColumn<bool>("up");
    QTest::addColumn<bool>("peerUp");
    QTest::addColumn<bool>("expected");

    QTest::newRow("both ends up") << true << true << true;
    QTest::newRow("the other end down") << true << false << false;
    QTest::newRow("this end down") << false << true << false;
}

void TestNetwork::carrier()
{
    QFETCH(bool, up);
    QFETCH(bool, peerUp);
    QFETCH(bool, expected);
    Network network;
    const NetnsId a = add(network, "a");
    const NetnsId b = add(network, "b");
    const LinkPlace here{a, network.newLinkId()};
    const LinkPlace there{b, network.newLinkId()};
    const auto end = [&](LinkPlace place, LinkPlace peer, bool isUp) {
        Link link;
        link.id = place.link;
        link.index = 2;
        link.name = "v0";
        link.kind = Veth{peer};
        link.up = isUp;
        network.change(place.netns).links.push_back(link);
    };
    end(here, there, up);
    end(there, here, peerUp);

    Link bridge;
    bridge.id = network.newLinkId();
    bridge.index = 3;
    bridge.name = "br0";
    bridge.up = true;
    bridge.kind = Bridge{{here.link}, {}, true};
    network.change(a).links.push_back(bridge);

    const Netns &netns = *network.find(a);
    QCOMPARE(hasCarrier(network, netns, *network.find(here)), expected);
    QCOMPARE(hasCarrier(network, netns, *netns.find("br0")), expected);
    QVERIFY(hasCarrier(network, netns, netns.loopback()));
}

NETDRAFT_TEST(TestNetwork)
#include "tst_network.moc"
