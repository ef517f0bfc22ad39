#include "model/edit/apply.h"
#include "model/reachability/whatif.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::model;

namespace {

/// Two hosts on a switch each, and two routers between the switches; the hosts send by the first.
const std::string twoRouters = R"(
ip netns add A
ip netns add B
ip netns add sw1
ip netns add sw2
ip -n sw1 link add br0 type bridge
ip -n sw1 link set br0 up
ip -n sw2 link add br0 type bridge
ip -n sw2 link set br0 up
ip link add eth0 netns A type veth peer name p0 netns sw1
ip link add eth0 netns B type veth peer name p0 netns sw2
ip -n A addr add 10.0.1.10/24 dev eth0
ip -n B addr add 10.0.2.10/24 dev eth0
ip -n A link set eth0 up
ip -n B link set eth0 up
ip -n sw1 link set p0 master br0 up
ip -n sw2 link set p0 master br0 up
ip netns add R1
ip netns exec R1 sysctl -w net.ipv4.ip_forward=1
ip link add eth0 netns R1 type veth peer name p1 netns sw1
ip link add eth1 netns R1 type veth peer name p1 netns sw2
ip -n R1 addr add 10.0.1.1/24 dev eth0
ip -n R1 addr add 10.0.2.1/24 dev eth1
ip -n R1 link set eth0 up
ip -n R1 link set eth1 up
ip -n sw1 link set p1 master br0 up
ip -n sw2 link set p1 master br0 up
ip netns add R2
ip link add eth0 netns R2 type veth peer name p2 netns sw1
ip -n R2 addr add 10.0.1.2/24 dev eth0
ip -n R2 link set eth0 up
ip -n sw1 link set p2 master br0 up
ip -n A route add default via 10.0.1.1
ip -n B route add default via 10.0.2.1
ip netns add alone
)";

QStringList words(const Network &network, const std::vector<SingleFailure> &failures)
{
    QStringList list;
    for (const SingleFailure &failure : failures) {
        const std::string &node = network.find(failure.node)->name;
        const std::string name = failure.link ? node + " " + network.find(failure.link)->name : node;
        list.append(
            QString("%1: %2 of %3").arg(QString::fromStdString(name)).arg(failure.broken.size()).arg(failure.pairs));
    }
    return list;
}

} // namespace

class TestWhatif : public QObject
{
    Q_OBJECT

private slots:
    void cables();
    void nodes();
    void theFailureIsItsEdits();
    void stopsWhenTold();
};

/// A cable is pulled at the switch. Everybody reaches every address of R1 and R2 but R2, which does not know the way to
/// the second network, and B, whom R2 cannot answer: 12 pairs.
void TestWhatif::cables()
{
    const auto made = tests::lab(twoRouters);
    QVERIFY2(made, made ? "" : describe(made.error()).c_str());
    const auto now = Reachability::of(made->network);
    const auto failures = singleFailures(now, Failing::Cable);
    QCOMPARE(words(made->network, failures), (QStringList{"sw1 p0: 7 of 12", "sw1 p1: 7 of 12", "sw2 p0: 5 of 12",
                                                          "sw2 p1: 5 of 12", "sw1 p2: 4 of 12"}));
    for (const SingleFailure &failure : failures) {
        QCOMPARE(failure.edits.edits.size(), 1U);
        QCOMPARE(made->network.find(failure.otherEnd)->name.substr(0, 3), "eth");
    }
}

void TestWhatif::nodes()
{
    const auto made = tests::lab(twoRouters);
    QVERIFY2(made, made ? "" : describe(made.error()).c_str());
    const auto failures = singleFailures(Reachability::of(made->network), Failing::Node);
    // Who has no link that is up cannot fail.
    QCOMPARE(words(made->network, failures),
             (QStringList{"sw1: 9 of 12", "sw2: 5 of 12", "R1: 2 of 4", "A: 0 of 5", "B: 0 of 7", "R2: 0 of 8"}));
}

/// What is said of a failure is what the network says once its edits are made.
void TestWhatif::theFailureIsItsEdits()
{
    const auto made = tests::lab(twoRouters);
    QVERIFY2(made, made ? "" : describe(made.error()).c_str());
    const auto now = Reachability::of(made->network);
    for (const SingleFailure &failure : singleFailures(now, Failing::Cable)) {
        Project broken = *made;
        QVERIFY(apply(broken, failure.edits));
        const auto after = Reachability::of(broken.network);
        QCOMPARE(now->totals().reachable - after->totals().reachable, failure.broken.size());
        for (const PairChange &change : failure.broken)
            QVERIFY(!after->answer(change.after.from, change.after.to).reachable);
    }
}

void TestWhatif::stopsWhenTold()
{
    auto made = tests::lab(twoRouters);
    QVERIFY2(made, made ? "" : describe(made.error()).c_str());
    const auto now = Reachability::of(made->network);
    Effort effort;
    const auto failures = singleFailures(now, Failing::Cable, effort);
    QCOMPARE(failures.size(), 5U);
    QCOMPARE(effort.share(), 1.0);
    QVERIFY(apply(*made, failures.front().edits));
    const auto after = Reachability::of(made->network);
    QVERIFY(!difference(*now, *after, effort).broken.empty());
    effort.cancel();
    QVERIFY(difference(*now, *after, effort).broken.empty());
    QVERIFY(singleFailures(now, Failing::Cable, effort).empty());
}

NETDRAFT_TEST(TestWhatif)
#include "tst_whatif.moc"
