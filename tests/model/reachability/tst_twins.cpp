#include "model/reachability/reachability.h"
#include "model/reachability/twins.h"
#include "model/reachability/walk.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

#include <map>
#include <random>

using namespace netdraft;
using namespace netdraft::model;

/// Namespaces that could change places.
class TestTwins : public QObject
{
    Q_OBJECT

private slots:
    void areThoseThatNobodyTells_data();
    void areThoseThatNobodyTells();
    void answerForEachOther_data();
    void answerForEachOther();
    void wereMany();

private:
    std::size_t m_twins = 0;
};

namespace {

/// Hosts h0, h1, … on a switch with a router, which leads to another with hosts g0, g1, ….
std::string twoSegments(int hosts)
{
    std::string text;
    const auto say = [&text](const std::string &line) { text += line + "\n"; };
    say("ip netns add R");
    say("ip -n R link set lo up");
    say("ip netns exec R sysctl -w net.ipv4.ip_forward=1");
    say("ip netns exec R sysctl -w net.ipv6.conf.all.forwarding=1");
    for (int s = 1; s <= 2; ++s) {
        const std::string number = std::to_string(s);
        const std::string name = "sw" + number;
        say("ip netns add " + name);
        say("ip -n " + name + " link add br0 type bridge");
        say("ip -n " + name + " link set br0 up");
        say("ip link add eth" + number + " netns R type veth peer name up0 netns " + name);
        say("ip -n " + name + " link set up0 master br0 up");
        say("ip -n R addr add 10.0." + number + ".1/24 dev eth" + number);
        say("ip -n R addr add 2001:db8:" + number + "::1/64 dev eth" + number + " nodad");
        say("ip -n R link set eth" + number + " up");
        for (int h = 0; h < hosts; ++h) {
            const std::string host = (s == 1 ? "h" : "g") + std::to_string(h);
            const std::string last = std::to_string(10 + h);
            say("ip netns add " + host);
            say("ip -n " + host + " link set lo up");
            say("ip link add eth0 netns " + host + " type veth peer name p" + std::to_string(h) + " netns " + name);
            say("ip -n " + name + " link set p" + std::to_string(h) + " master br0 up");
            say("ip -n " + host + " addr add 10.0." + number + "." + last + "/24 dev eth0");
            say("ip -n " + host + " addr add 2001:db8:" + number + "::" + last + "/64 dev eth0 nodad");
            say("ip -n " + host + " link set eth0 up");
            say("ip -n " + host + " route add default via 10.0." + number + ".1");
            say("ip -n " + host + " route add default via 2001:db8:" + number + "::1");
        }
    }
    return text;
}

std::string namesOf(const DataPlane &plane, std::string_view node)
{
    std::string names;
    const Twins twins(plane);
    for (const NodeIndex twin : twins.of(plane.index(plane.network().find(node)->id)))
        names += (names.empty() ? "" : " ") + plane.nodes()[twin].netns->name;
    return names;
}

/// Something that is different from then on, mostly for one of them; it may be refused.
std::string somethingElse(std::mt19937 &random)
{
    const auto upTo = [&random](unsigned n) { return std::to_string(random() % n); };
    const std::string side = random() % 2 == 0 ? "h" : "g";
    const std::string host = side + upTo(5);
    const std::string near = std::string("10.0.") + (side == "h" ? "1" : "2") + ".1" + upTo(5);
    switch (random() % 28) {
    case 0: return "ip -n " + host + " route del default";
    case 1: return "ip -n " + host + " link set eth0 down";
    case 2: return "ip -n " + host + " link set lo down";
    case 3: return "ip netns exec " + host + " sysctl -w net.ipv4.ip_forward=1";
    case 4: return "ip -n R route add blackhole 10.0." + upTo(4) + ".1" + upTo(5) + "/32";
    case 5: return "ip -n " + host + " route replace default via " + near;
    case 6: return "ip -n R neigh add " + near + " lladdr 02:00:00:00:00:0" + upTo(9) + " dev eth1";
    case 7: return "ip -n " + host + " addr add " + near + "/25 dev eth0";
    case 8: return "ip -n " + host + " addr del " + near + "/24 dev eth0";
    case 9: return "ip netns exec R sysctl -w net.ipv4.ip_forward=" + upTo(2);
    case 10: return "ip -n " + host + " link set eth0 mtu " + std::to_string(70 + random() % 30);
    case 11: return "ip -n R route add 10.0." + upTo(3) + ".8/29 via " + near;
    case 12: return "ip netns exec " + host + " sysctl -w net.ipv4.icmp_echo_ignore_all=1";
    case 13: return "ip -n R rule add from " + near + " blackhole";
    case 14: return "ip -n R rule add to 10.0.1.12/31 prohibit";
    case 15: return "ip netns exec R iptables -A FORWARD -s " + near + " -j DROP";
    case 16: return "ip netns exec R iptables -A FORWARD -d 10.0.2.0/24 -j REJECT";
    case 17: return "ip netns exec R iptables -A INPUT -m iprange --src-range 10.0.1.11-10.0.1.13 -j DROP";
    case 18: return "ip netns exec R iptables -t nat -A PREROUTING -d 10.0.2.1 -j DNAT --to-destination " + near;
    case 19: return "ip netns exec R iptables -t nat -A POSTROUTING -o eth" + upTo(3) + " -j MASQUERADE";
    case 20: return "ip netns exec sw1 sysctl -w net.bridge.bridge-nf-call-iptables=1";
    case 21: return "ip netns exec sw1 iptables -A FORWARD -m physdev --physdev-in p" + upTo(5) + " -j DROP";
    case 22: return "ip netns exec sw1 iptables -A FORWARD -i br0 -d " + near + " -j DROP";
    case 23: return "ip netns exec R sysctl -w net.ipv4.conf.eth1.proxy_arp=1";
    case 24: return "ip netns exec " + host + " iptables -P INPUT DROP";
    case 25: return "ip netns exec R iptables -A FORWARD -s 10.0.0.8/0.0.0.9 -j DROP";
    case 26: return "ip netns exec R ip6tables -A FORWARD -s 2001:db8:1::12 -j DROP";
    default: return "ip -n R link set eth" + upTo(3) + " down";
    }
}

void type(Project &project, const std::string &line)
{
    const auto words = splitWords(line);
    const auto understood = understand(project.network, hostNetns, *words);
    if (const auto *edits = std::get_if<EditList>(&understood))
        (void)apply(project, *edits);
}

/// What is wrong with the answers, or with what is said of all of them; empty if nothing.
QString differsFromPings(const Reachability &all)
{
    std::size_t pairs = 0;
    std::size_t reachable = 0;
    std::map<std::pair<Cause, std::uint32_t>, std::size_t> failing;
    for (std::size_t from = 0; from < all.nodes().size(); ++from) {
        for (std::size_t to = 0; to < all.targets().size(); ++to) {
            const Answer answer = all.answer(from, to);
            const IpAddress &address = all.targets()[to].address;
            const RoundTrip trip = roundTrip(all.plane(), all.plane().index(all.nodes()[from]), address, nullptr);
            const Answer walked{trip.end.cause == Cause::None, trip.certain, trip.end.cause, trip.onReply,
                                all.plane().nodes()[trip.end.node].netns->id};
            if (answer != walked)
                return QString::fromStdString(all.network().find(all.nodes()[from])->name + " to " +
                                              address.toString());
            if (all.isSwitch(from) || all.targets()[to].node == all.nodes()[from])
                continue;
            ++pairs;
            reachable += answer.reachable ? 1 : 0;
            if (!answer.reachable)
                ++failing[{answer.cause, answer.where.value}];
        }
    }
    if (all.totals().pairs != pairs || all.totals().reachable != reachable)
        return QString("%1 of %2 pairs, not %3 of %4")
            .arg(all.totals().reachable)
            .arg(all.totals().pairs)
            .arg(reachable)
            .arg(pairs);
    for (const Reachability::Failure &failure : all.failures()) {
        const Answer shown = all.answer(failure.from, failure.to);
        if (shown.reachable || shown.cause != failure.cause || shown.where != failure.where ||
            all.nodes()[failure.from] == all.targets()[failure.to].node)
            return "a failure that another pair shows";
        failing[{failure.cause, failure.where.value}] -= failure.pairs;
    }
    const bool counted = std::ranges::all_of(failing, [](const auto &left) { return left.second == 0; });
    return counted ? QString() : QString("failures that are counted wrongly");
}

} // namespace

void TestTwins::areThoseThatNobodyTells_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("twins");

    QTest::newRow("nothing") << "" << "h0 h1 h2 h3";
    QTest::newRow("no route") << "ip -n h3 route del default via 10.0.1.1" << "h0 h1 h2";
    QTest::newRow("another mask") << "ip -n h3 addr add 10.0.1.99/25 dev eth0" << "h0 h1 h2";
    QTest::newRow("link down") << "ip -n h3 link set eth0 down" << "h0 h1 h2";
    QTest::newRow("lo down") << "ip -n h3 link set lo down" << "h0 h1 h2";
    QTest::newRow("MTU") << "ip -n h3 link set eth0 mtu 1400" << "h0 h1 h2";
    QTest::newRow("forwarding") << "ip netns exec h3 sysctl -w net.ipv4.ip_forward=1" << "h0 h1 h2";
    QTest::newRow("gateway") << "ip -n R route add 10.9.0.0/16 via 10.0.1.13" << "h0 h1 h2";
    QTest::newRow("IPv6 gateway") << "ip -n R route add 2001:db8:9::/64 via 2001:db8:1::13" << "h0 h1 h2";
    QTest::newRow("route to one") << "ip -n R route add blackhole 10.0.1.13/32" << "h0 h1 h2";
    QTest::newRow("route to two") << "ip -n R route add blackhole 10.0.1.12/31" << "h0 h1";
    QTest::newRow("route to three") << "ip -n g0 route add blackhole 10.0.1.8/30\n"
                                       "ip -n R route add blackhole 10.0.1.13/32"
                                    << "h0 h1";
    QTest::newRow("route to all") << "ip -n g0 route add blackhole 10.0.0.0/16" << "h0 h1 h2 h3";
    QTest::newRow("broadcast address of another mask") << "ip -n R addr add 10.0.1.9/29 dev eth1\n"
                                                          "ip -n h3 addr del 10.0.1.13/24 dev eth0\n"
                                                          "ip -n h3 addr add 10.0.1.15/24 dev eth0\n"
                                                          "ip -n h3 route add default via 10.0.1.1"
                                                       << "h0 h1 h2";
    QTest::newRow("neighbour") << "ip -n R neigh add 10.0.1.13 lladdr 02:00:00:00:00:99 dev eth1" << "h0 h1 h2";
    QTest::newRow("same address") << "ip -n g0 addr add 10.0.1.13/24 dev eth0" << "h0 h1 h2";
    QTest::newRow("same MAC") << "ip -n h3 link set eth0 address 02:00:00:00:00:77\n"
                                 "ip -n h2 link set eth0 address 02:00:00:00:00:77"
                              << "h0 h1";
    QTest::newRow("longer IPv6 prefix") << "ip -n R addr add 2001:db8:5::1/80 dev eth1 nodad" << "";
    QTest::newRow("a filter somewhere") << "ip netns exec g0 iptables -A INPUT -j DROP"
                                        << "h0 h1 h2 h3";
    QTest::newRow("a policy rule for one") << "ip -n g0 rule add from 10.0.1.13 unreachable" << "h0 h1 h2";
    QTest::newRow("a policy rule for all") << "ip -n R rule add to 10.0.1.0/24 unreachable" << "h0 h1 h2 h3";
    QTest::newRow("a filter for one") << "ip netns exec R iptables -A FORWARD -s 10.0.1.13 -j DROP" << "h0 h1 h2";
    QTest::newRow("a filter for two") << "ip netns exec R iptables -A FORWARD ! -d 10.0.1.12/31 -j DROP" << "h0 h1";
    QTest::newRow("a filter for all") << "ip netns exec R iptables -A FORWARD -d 10.0.1.0/24 -j DROP" << "h0 h1 h2 h3";
    QTest::newRow("a filter for a range") << "ip netns exec R iptables -A FORWARD -m iprange "
                                             "--dst-range 10.0.1.9-10.0.1.12 -j DROP"
                                          << "h0 h1 h2";
    QTest::newRow("a filter by bits") << "ip netns exec R iptables -A FORWARD -s 0.0.0.1/0.0.0.1 -j DROP" << "";
    QTest::newRow("a filter by MAC")
        << "ip -n h3 link set eth0 address 02:00:00:00:00:77\n"
           "ip netns exec R iptables -A INPUT -m mac --mac-source 02:00:00:00:00:77 -j DROP"
        << "h0 h1 h2";
    QTest::newRow("a filter for a port") << "ip netns exec sw1 sysctl -w net.bridge.bridge-nf-call-iptables=1\n"
                                            "ip netns exec sw1 iptables -A FORWARD -m physdev --physdev-in p3 -j DROP"
                                         << "h0 h1 h2";
    QTest::newRow("a filter on the bridge") << "ip netns exec sw1 sysctl -w net.bridge.bridge-nf-call-iptables=1\n"
                                               "ip netns exec sw1 iptables -A FORWARD -i br0 -d 10.0.1.13 -j DROP"
                                            << "h0 h1 h2";
    QTest::newRow("masquerading") << "ip netns exec R iptables -t nat -A POSTROUTING -o eth2 -j MASQUERADE"
                                  << "h0 h1 h2 h3";
    QTest::newRow("NAT to one") << "ip netns exec R iptables -t nat -A PREROUTING -d 10.0.1.1 -j DNAT "
                                   "--to-destination 10.0.1.13"
                                << "h0 h1 h2";
    QTest::newRow("NAT to several") << "ip netns exec R iptables -t nat -A POSTROUTING -j SNAT "
                                       "--to-source 10.0.9.1-10.0.9.2"
                                    << "";
    QTest::newRow("nft for one") << "ip netns exec R nft add table ip t\n"
                                    "ip netns exec R nft add chain ip t c { type filter hook forward priority 0 \\; }\n"
                                    "ip netns exec R nft add rule ip t c ip daddr { 10.0.1.13, 10.9.0.0/16 } drop"
                                 << "h0 h1 h2";
    QTest::newRow("nft for a range")
        << "ip netns exec R nft add table ip t\n"
           "ip netns exec R nft add chain ip t c { type filter hook forward priority 0 \\; }\n"
           "ip netns exec R nft add rule ip t c ip saddr 10.0.1.9-10.0.1.12 drop"
        << "h0 h1 h2";
    QTest::newRow("a port of its switch isolated") << "ip netns exec sw1 bridge link set dev p3 isolated on" << "";
    QTest::newRow("another segment's port isolated") << "ip netns exec sw2 bridge link set dev p3 isolated on"
                                                     << "h0 h1 h2 h3";
    QTest::newRow("failed duplicate detection") << "ip -n h3 addr add 2001:db8:1::12/64 dev eth0" << "h0 h1";
    QTest::newRow("the end of a tunnel") << "ip -n R link add vx type vxlan id 7 remote 10.0.1.13 dstport 4789\n"
                                            "ip -n R link set vx up"
                                         << "h0 h1 h2";
}

void TestTwins::areThoseThatNobodyTells()
{
    QFETCH(const QString, change);
    QFETCH(const QString, twins);
    auto project = tests::lab(twoSegments(4) + change.toStdString() + "\n");
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    const DataPlane plane(project->network);
    QCOMPARE(QString::fromStdString(namesOf(plane, "h0")), twins);
    QCOMPARE(QString::fromStdString(namesOf(plane, "R")), QString());
    QCOMPARE(differsFromPings(*Reachability::of(project->network)), QString());
}

void TestTwins::answerForEachOther_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 16; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestTwins::answerForEachOther()
{
    QFETCH(const unsigned, seed);
    std::mt19937 random(seed);
    auto project = tests::lab(twoSegments(5));
    QVERIFY2(project.has_value(), project ? "" : describe(project.error()).c_str());
    auto all = Reachability::of(project->network);
    for (int step = 0; step < 8; ++step) {
        const std::string line = somethingElse(random);
        type(*project, line);
        all = Reachability::of(project->network, all);
        const QString different = differsFromPings(*all);
        QVERIFY2(different.isEmpty(), qPrintable(QString::fromStdString(line) + ": " + different));
        const Twins twins(all->plane());
        for (NodeIndex node = 0; node < all->plane().nodes().size(); ++node)
            m_twins += twins.of(node).size() > 2 ? 1 : 0;
    }
}

void TestTwins::wereMany()
{
    QVERIFY2(m_twins > 300, qPrintable(QString::number(m_twins)));
}

NETDRAFT_TEST(TestTwins)
#include "tst_twins.moc"
