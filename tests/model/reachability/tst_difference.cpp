#include "model/reachability/difference.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// Two hosts behind a router, all of it working.
const std::string routed = R"(
ip netns add A
ip netns add R
ip netns add B
ip link add eth0 netns A type veth peer name eth0 netns R
ip link add eth0 netns B type veth peer name eth1 netns R
ip -n A addr add 10.0.1.2/24 dev eth0
ip -n R addr add 10.0.1.1/24 dev eth0
ip -n R addr add 10.0.2.1/24 dev eth1
ip -n B addr add 10.0.2.2/24 dev eth0
ip -n A link set eth0 up
ip -n B link set eth0 up
ip -n R link set eth0 up
ip -n R link set eth1 up
ip netns exec R sysctl -w net.ipv4.ip_forward=1
ip -n A route add default via 10.0.1.1
ip -n B route add default via 10.0.2.1
)";

std::string words(const Reachability &reachability, const PairChange::Pair &pair)
{
    const Network &network = reachability.network();
    return network.find(reachability.nodes()[pair.from])->name + " " +
           reachability.targets()[pair.to].address.toString();
}

QStringList names(const Reachability &reachability, const std::vector<PairChange> &changes)
{
    QStringList list;
    for (const PairChange &change : changes)
        list.append(QString::fromStdString(words(reachability, change.after)));
    return list;
}

} // namespace

class TestDifference : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void nodesAndAddresses();
    void sameNamesInAnotherOrder();
};

void TestDifference::finds_data()
{
    QTest::addColumn<QString>("before"); ///< what is typed after the common network
    QTest::addColumn<QString>("after");
    QTest::addColumn<QStringList>("broken");
    QTest::addColumn<QStringList>("healed");
    QTest::addColumn<QStringList>("altered");

    const QString noForwarding = "ip netns exec R sysctl -w net.ipv4.ip_forward=0";
    const QStringList through = {"A 10.0.2.2", "B 10.0.1.2"};
    QTest::newRow("nothing changed") << "" << "" << QStringList() << QStringList() << QStringList();
    QTest::newRow("forwarding off") << "" << noForwarding << through << QStringList() << QStringList();
    QTest::newRow("forwarding on") << noForwarding << "" << QStringList() << through << QStringList();
    QTest::newRow("another cause") << noForwarding << "ip -n A route del default" << QStringList{"A 10.0.2.1"}
                                   << QStringList() << through;
    QTest::newRow("what changes nothing")
        << "" << "ip -n R route add 10.9.0.0/16 via 10.0.2.2" << QStringList() << QStringList() << QStringList();
    QTest::newRow("no way back") << "" << "ip -n B route del default"
                                 << QStringList{"A 10.0.2.2", "B 10.0.1.2", "B 10.0.1.1"} << QStringList()
                                 << QStringList();
}

void TestDifference::finds()
{
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    QFETCH(const QStringList, broken);
    QFETCH(const QStringList, healed);
    QFETCH(const QStringList, altered);
    const auto first = tests::lab(routed + before.toStdString());
    const auto second = tests::lab(routed + after.toStdString());
    QVERIFY2(first && second, "a command was refused");
    const auto was = Reachability::of(first->network);
    const auto is = Reachability::of(second->network);
    const Difference found = difference(*was, *is);
    QCOMPARE(names(*is, found.broken), broken);
    QCOMPARE(names(*is, found.healed), healed);
    QCOMPARE(names(*is, found.altered), altered);
    QVERIFY(found.goneNodes.empty() && found.newNodes.empty());
    QCOMPARE(found.keepsAll(), broken.isEmpty());
    for (const PairChange &change : found.broken) {
        QCOMPARE(words(*was, change.before), words(*is, change.after));
        QVERIFY(change.was.reachable && !change.is.reachable);
    }
}

void TestDifference::nodesAndAddresses()
{
    const auto first = tests::lab(routed + "ip netns add C\n");
    const auto second = tests::lab(routed + "ip netns add D\nip -n B addr add 10.0.2.3/24 dev eth0\n"
                                            "ip -n R addr del 10.0.1.1/24 dev eth0\n");
    QVERIFY2(first && second, "a command was refused");
    const auto was = Reachability::of(first->network);
    const auto is = Reachability::of(second->network);
    const Difference found = difference(*was, *is);
    QCOMPARE(found.goneNodes, std::vector{first->network.find("C")->id});
    QCOMPARE(found.newNodes, std::vector{second->network.find("D")->id});
    QCOMPARE(found.goneAddresses.size(), 1U);
    QCOMPARE(found.goneAddresses.front().address.toString(), "10.0.1.1");
    QCOMPARE(found.newAddresses.size(), 1U);
    QCOMPARE(found.newAddresses.front().address.toString(), "10.0.2.3");
    QVERIFY(!found.keepsAll());
}

/// The same nodes, with other ids and other numbers.
void TestDifference::sameNamesInAnotherOrder()
{
    std::string turned = routed;
    turned.insert(0, "ip netns add B\n");
    turned.erase(turned.rfind("ip netns add B\n", turned.find("ip link add")), 15);
    const auto first = tests::lab(routed);
    const auto second = tests::lab(turned);
    QVERIFY2(first && second, "a command was refused");
    const auto was = Reachability::of(first->network);
    const auto is = Reachability::of(second->network);
    QVERIFY(was->nodes()[0] == is->nodes()[0]);
    QVERIFY(first->network.find("B")->id != second->network.find("B")->id);
    QVERIFY(difference(*was, *is).isEmpty());
}

NETDRAFT_TEST(TestDifference)
#include "tst_difference.moc"
