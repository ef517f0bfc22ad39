#include "model/reachability/problems.h"
#include "model/reachability/walk.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

#include <random>

using namespace netdraft;
using namespace netdraft::model;

class TestReachability : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithPing_data();
    void agreesWithPing();
    void hadSeveralWays();
    void switchesAreNotCounted();
    void switchesThatHearRoutersAreNoSenders();
    void problemsOfASegment_data();
    void problemsOfASegment();

private:
    int m_withWays = 0; ///< networks compared that had a route of several hops
};

namespace {

/// A random network of routers and hosts on a few segments with faults of all kinds, as commands.
std::string randomLab(unsigned seed)
{
    std::mt19937 random(seed);
    const auto upTo = [&random](unsigned n) { return static_cast<int>(random() % n); };
    const int nodes = 3 + upTo(6);
    const int segments = 1 + upTo(4);
    std::string text;
    const auto say = [&text](const std::string &line) { text += line + "\n"; };
    for (int s = 0; s < segments; ++s) {
        const std::string name = "sw" + std::to_string(s);
        say("ip netns add " + name);
        say("ip -n " + name + " link add br0 type bridge");
        say("ip -n " + name + " link set br0 up");
    }
    for (int n = 0; n < nodes; ++n) {
        const std::string name = "n" + std::to_string(n);
        say("ip netns add " + name);
        if (upTo(8) != 0)
            say("ip -n " + name + " link set lo up");
        if (upTo(2) == 0)
            say("ip netns exec " + name + " sysctl -w net.ipv4.ip_forward=1");
        if (upTo(2) == 0)
            say("ip netns exec " + name + " sysctl -w net.ipv6.conf.all.forwarding=1");
        const int links = 1 + upTo(2);
        for (int l = 0; l < links; ++l) {
            const int s = upTo(static_cast<unsigned>(segments));
            const std::string port = "p" + std::to_string(n) + "_" + std::to_string(l);
            const std::string eth = "eth" + std::to_string(l);
            const std::string at = "sw" + std::to_string(s);
            say("ip link add " + eth + " netns " + name + " type veth peer name " + port + " netns " + at);
            say("ip -n " + at + " link set " + port + " master br0 up");
            const int length = upTo(6) == 0 ? 25 : 24;
            const int host = upTo(10) == 0 ? 1 : n * 4 + l + 1;
            say("ip -n " + name + " addr add 10.0." + std::to_string(s) + "." + std::to_string(host) + "/" +
                std::to_string(length) + " dev " + eth);
            if (upTo(10) != 0)
                say("ip -n " + name + " link set " + eth + " up");
            if (upTo(2) == 0)
                say("ip -n " + name + " -6 addr add 2001:db8:" + std::to_string(s) + "::" + std::to_string(n + 1) +
                    "/64 dev " + eth + " nodad");
            if (upTo(12) == 0)
                say("ip -n " + name + " link set " + eth + " mtu " + std::to_string(70 + upTo(40)));
        }
    }
    return text;
}

/// Routes that may or may not be refused.
std::string randomRoute(std::mt19937 &random)
{
    const auto upTo = [&random](unsigned n) { return static_cast<int>(random() % n); };
    const std::string node = "n" + std::to_string(upTo(9));
    static constexpr std::array types{"", "", "", "", "blackhole ", "unreachable ", "prohibit "};
    const std::string type = types[random() % types.size()];
    const std::string to = upTo(3) == 0 ? "default" : "10.0." + std::to_string(upTo(4)) + ".0/24";
    const std::string via =
        type.empty() ? " via 10.0." + std::to_string(upTo(4)) + "." + std::to_string(upTo(36) + 1) : "";
    return "ip -n " + node + " route replace " + type + to + via;
}

/// A route by several neighbours of a node, of which a hash takes one; empty if it has too few.
std::string severalWays(const Network &network, std::mt19937 &random)
{
    const Netns *node = network.find("n" + std::to_string(random() % 6));
    if (!node)
        return {};
    std::vector<std::string> neighbours;
    for (const auto &other : network.namespaces()) {
        for (const Link &link : other->links) {
            for (const LinkAddress &address : link.addresses4) {
                const bool near = std::ranges::any_of(node->links, [&](const Link &own) {
                    return !own.addresses4.empty() &&
                           own.addresses4.front().local.prefix().contains(address.local.address);
                });
                if (other->id != node->id && near && !link.isLoopback())
                    neighbours.push_back(address.local.address.toString());
            }
        }
    }
    if (neighbours.size() < 2)
        return {};
    std::string line = "ip -n " + node->name + " route replace 10.0." + std::to_string(random() % 4) + ".0/24";
    for (unsigned way = 0; way < 2 + random() % 2; ++way)
        line += " nexthop via " + neighbours[random() % neighbours.size()];
    return line;
}

bool hasSeveralWays(const Reachability &all)
{
    return std::ranges::any_of(all.plane().nodes(),
                               [](const PlaneNode &node) { return node.plainWays && !node.plain; });
}

/// Of networks with several ways, which take long to follow, a part of the pairs is compared, which `turn` decides.
QString differs(const Reachability &all, std::size_t turn = 0)
{
    const std::size_t share = hasSeveralWays(all) ? 5 : 1;
    for (std::size_t from = 0; from < all.nodes().size(); ++from) {
        for (std::size_t to = 0; to < all.targets().size(); ++to) {
            if ((from * all.targets().size() + to) % share != turn % share)
                continue;
            const Answer fast = all.answer(from, to);
            const IpAddress &address = all.targets()[to].address;
            const RoundTrip slow = roundTrip(all.plane(), all.plane().index(all.nodes()[from]), address, nullptr);
            const NetnsId where = all.plane().nodes()[slow.end.node].netns->id;
            if (fast.reachable != (slow.end.cause == Cause::None) || fast.certain != slow.certain ||
                fast.cause != slow.end.cause || fast.where != where || fast.onReply != slow.onReply)
                return QString("%1 to %2: cause %3 for %4, certain %5 for %6, at %7 (%8)")
                    .arg(QString::fromStdString(all.network().find(all.nodes()[from])->name),
                         QString::fromStdString(address.toString()))
                    .arg(static_cast<int>(fast.cause))
                    .arg(static_cast<int>(slow.end.cause))
                    .arg(fast.certain)
                    .arg(slow.certain)
                    .arg(QString::fromStdString(all.network().find(fast.where)->name))
                    .arg(QString::fromStdString(reason(all.network(), ping(all.plane(), all.nodes()[from], address))));
        }
    }
    return {};
}

} // namespace

void TestReachability::agreesWithPing_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 50; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

/// The classes say what the walk of each pair says, at first and after every edit.
void TestReachability::agreesWithPing()
{
    QFETCH(const unsigned, seed);
    auto project = tests::lab(randomLab(seed));
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    auto all = Reachability::of(project->network);
    QCOMPARE(differs(*all), QString());
    std::mt19937 random(seed);
    for (int step = 0; step < 12; ++step) {
        std::string line = randomRoute(random);
        if (random() % 3 == 0)
            line = severalWays(project->network, random);
        else if (random() % 4 == 0)
            line = "ip netns exec n" + std::to_string(random() % 9) +
                   " sysctl -w net.ipv4.ip_forward=" + std::to_string(random() % 2);
        if (line.empty())
            continue;
        const auto words = splitWords(line);
        const auto understood = understand(project->network, hostNetns, *words);
        const auto *edits = std::get_if<EditList>(&understood);
        if (!edits || !apply(*project, *edits))
            continue;
        all = Reachability::of(project->network, all);
        m_withWays += hasSeveralWays(*all) ? 1 : 0;
        const QString different = differs(*all, seed + static_cast<unsigned>(step));
        QVERIFY2(different.isEmpty(), qPrintable(QString::fromStdString(line) + ": " + different));
        const auto fresh = Reachability::of(project->network);
        QCOMPARE(all->totals().reachable, fresh->totals().reachable);
        QCOMPARE(all->failures().size(), fresh->failures().size());
    }
}

void TestReachability::hadSeveralWays()
{
    QVERIFY2(m_withWays > 100, qPrintable(QString::number(m_withWays)));
}

void TestReachability::switchesAreNotCounted()
{
    const auto project = tests::lab(R"(
ip netns add A
ip netns add sw1
ip netns add C
ip -n sw1 link add br0 type bridge
ip link add eth0 netns A type veth peer name p0 netns sw1
ip link add eth0 netns C type veth peer name p1 netns sw1
ip -n sw1 link set p0 master br0 up
ip -n sw1 link set p1 master br0 up
ip -n sw1 link set br0 up
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n C addr add 192.0.2.2/24 dev eth0
ip -n A link set eth0 up
ip -n C link set eth0 up
)");
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    const auto all = Reachability::of(project->network);
    QCOMPARE(all->nodes().size(), 3U);
    QCOMPARE(all->targets().size(), 2U);
    QVERIFY(all->isSwitch(1));
    QVERIFY(!all->isSwitch(0));
    QVERIFY(!all->answer(1, 0).reachable);
    QCOMPARE(all->totals().pairs, 2U);
    QCOMPARE(all->totals().reachable, 2U);
    QVERIFY(all->failures().empty());
    QVERIFY(problems(*all).empty());
}

void TestReachability::switchesThatHearRoutersAreNoSenders()
{
    const auto project = tests::lab(R"(
ip netns add A
ip netns add sw1
ip -n sw1 link add br0 type bridge
ip link add eth0 netns A type veth peer name p0 netns sw1
ip -n sw1 link set p0 master br0
ip -n sw1 link set p0 up
ip -n sw1 link set br0 up
ip -n A addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n A link set eth0 up
ip netns exec A sysctl -w net.ipv6.conf.all.forwarding=1
ip netns exec A radvd -C <(echo 'interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64 { }; };')
)");
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    const auto all = Reachability::of(project->network);
    QCOMPARE(all->targets().size(), 2U); // its address is one all the same
    QVERIFY(all->isSwitch(1));
    QCOMPARE(all->totals().pairs, 1U);
    QCOMPARE(all->totals().reachable, 1U);
}

void TestReachability::problemsOfASegment_data()
{
    QTest::addColumn<QString>("more");
    QTest::addColumn<QString>("expected");

    QTest::newRow("the same address twice") << "ip -n C addr add 192.0.2.1/24 dev eth0"
                                            << "A and C have the same address 192.0.2.1 on one segment";
    QTest::newRow("another length") << "ip -n C addr add 192.0.2.2/25 dev eth0"
                                    << "C writes its subnet 192.0.2.0/25 with another length than A on the same "
                                       "segment (/24)";
    QTest::newRow("one end down") << "ip -n C addr add 192.0.2.2/24 dev eth0\nip -n C link set eth0 down"
                                  << "eth0 of C is down, so its cable to A carries nothing";
}

void TestReachability::problemsOfASegment()
{
    QFETCH(const QString, more);
    QFETCH(const QString, expected);
    const auto project = tests::lab(QString("ip netns add A\nip netns add C\n"
                                            "ip link add eth0 netns A type veth peer name eth0 netns C\n"
                                            "ip -n A addr add 192.0.2.1/24 dev eth0\n"
                                            "ip -n A link set eth0 up\nip -n C link set eth0 up\n" +
                                            more)
                                        .toStdString());
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    QStringList warnings;
    for (const Problem &problem : problems(*Reachability::of(project->network))) {
        if (problem.severity == Severity::Warning)
            warnings.append(QString::fromStdString(problem.text));
    }
    QCOMPARE(warnings, QStringList(expected));
}

NETDRAFT_TEST(TestReachability)
#include "tst_reachability.moc"
