#include "kernel/lab.h"
#include "model/reachability/reachability.h"
#include "model/reachability/simulated_ping.h"
#include "model/reachability/station.h"
#include "model/simulation/passages.h"
#include "tests/model/lab.h"
#include "tests/model/routed_lab.h"
#include "tests/registered.h"

#include <QTest>

Q_DECLARE_METATYPE(netdraft::model::simulation::Purpose)

using namespace netdraft::model;

/// The way of packets through namespaces, station by station: what decided, and what lost.
class TestStation : public QObject
{
    Q_OBJECT

private slots:
    void tells_data();
    void tells();
    void belongsToPassages();
    void besideEachOther();
    void agreesWithPing_data();
    void agreesWithPing();
};

namespace {

/// Two hosts at a switch with a third port.
constexpr auto stationSwitch = R"(
ip netns add A
ip netns add S
ip netns add B
ip netns add C
ip -n S link add br0 address 02:00:00:00:00:10 type bridge
ip link add eth0 netns A address 02:00:00:00:00:01 type veth peer name p1 netns S address 02:00:00:00:00:11
ip link add eth0 netns B address 02:00:00:00:00:02 type veth peer name p2 netns S address 02:00:00:00:00:12
ip link add eth0 netns C address 02:00:00:00:00:03 type veth peer name p3 netns S address 02:00:00:00:00:13
ip -n S link set p1 master br0
ip -n S link set p2 master br0
ip -n S link set p3 master br0
ip -n S link set br0 up
ip -n S link set p1 up
ip -n S link set p2 up
ip -n S link set p3 up
ip -n A link set eth0 up
ip -n B link set eth0 up
ip -n C link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n B addr add 192.0.2.2/24 dev eth0
)";

/// A ping, written down.
struct Written {
    Project project;
    DataPlane plane;
    simulation::Recording recording{simulation::Recording::Of::Visits};

    Written(const std::string &commands, const char *from, const char *to)
        : project(netdraft::tests::lab(commands).value()), plane(project.network)
    {
        (void)pingSeries(plane, project.network.find(from)->id, IpAddress::parse(to).value(), 1, 1, &recording);
    }

    /// The lines about packets of a purpose at a node.
    QStringList lines(const QString &node, simulation::Purpose purpose) const
    {
        QStringList lines;
        for (const simulation::Visit &visit : recording.visits()) {
            if (QString::fromStdString(project.network.find(visit.node)->name) == node && visit.purpose == purpose)
                lines += QString::fromStdString(stationText(project.network, stationsOf(project.network, visit)))
                             .split('\n', Qt::SkipEmptyParts);
        }
        for (QString &line : lines)
            line = line.simplified();
        return lines;
    }
};

using simulation::Purpose;

} // namespace

void TestStation::tells_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("node");
    QTest::addColumn<Purpose>("purpose");
    QTest::addColumn<QStringList>("lines");
    const QString target = "198.51.100.2";
    const QString base = netdraft::tests::routedLab;
    QTest::newRow("its sender") << base << target << QString("A") << Purpose::Request
                                << QStringList{"A: echo request 192.0.2.1 > 198.51.100.2",
                                               "- local process sends it",
                                               "* routing decision default via 192.0.2.9 dev eth0",
                                               "- OUTPUT no rules",
                                               "- POSTROUTING no rules",
                                               "* neighbour 192.0.2.9 dev eth0 lladdr 02:00:00:00:00:02; asked for by "
                                               "ARP",
                                               "- egress eth0"};
    QTest::newRow("a router") << base << target << QString("R") << Purpose::Request
                              << QStringList{"R: echo request 192.0.2.1 > 198.51.100.2",
                                             "- ingress eth0",
                                             "- PREROUTING no rules",
                                             "* routing decision 198.51.100.0/24 dev eth1 proto kernel scope link src "
                                             "198.51.100.9",
                                             "- FORWARD no rules",
                                             "- POSTROUTING no rules",
                                             "* neighbour 198.51.100.2 dev eth1 lladdr 02:00:00:00:00:04; asked for by "
                                             "ARP",
                                             "- egress eth1"};
    QTest::newRow("who it is for") << base << target << QString("B") << Purpose::Request
                                   << QStringList{"B: echo request 192.0.2.1 > 198.51.100.2",
                                                  "- ingress eth0",
                                                  "- PREROUTING no rules",
                                                  "* routing decision local 198.51.100.2 dev eth0 table local proto "
                                                  "kernel scope host src 198.51.100.2",
                                                  "not 198.51.100.0/24 dev eth0 proto kernel scope link src "
                                                  "198.51.100.2 (less specific)",
                                                  "not default via 198.51.100.9 dev eth0 (less specific)",
                                                  "- INPUT no rules",
                                                  "- local process takes it, and answers"};
    QTest::newRow("the answer, whose neighbour is known")
        << base << target << QString("B") << Purpose::Reply
        << QStringList{"B: echo reply 198.51.100.2 > 192.0.2.1",
                       "- local process answers",
                       "* routing decision default via 198.51.100.9 dev eth0",
                       "- OUTPUT no rules",
                       "- POSTROUTING no rules",
                       "* neighbour 198.51.100.9 dev eth0 lladdr 02:00:00:00:00:03; known from before",
                       "- egress eth0"};
    QTest::newRow("routes that lose")
        << base + "ip -n A route add 198.51.100.0/24 via 192.0.2.8 metric 20\n"
                  "ip -n A route add 198.51.100.0/24 via 192.0.2.9 metric 10\n"
        << target << QString("A") << Purpose::Request
        << QStringList{"A: echo request 192.0.2.1 > 198.51.100.2",
                       "- local process sends it",
                       "* routing decision 198.51.100.0/24 via 192.0.2.9 dev eth0 metric 10",
                       "not 198.51.100.0/24 via 192.0.2.8 dev eth0 metric 20 (worse metric)",
                       "not default via 192.0.2.9 dev eth0 (less specific)",
                       "- OUTPUT no rules",
                       "- POSTROUTING no rules",
                       "* neighbour 192.0.2.9 dev eth0 lladdr 02:00:00:00:00:02; asked for by ARP",
                       "- egress eth0"};
    QTest::newRow("policy rules")
        << base + "ip -n R rule add pref 100 from 203.0.113.0/24 lookup 7\n"
                  "ip -n R rule add pref 200 from 192.0.2.0/24 lookup 8\n"
                  "ip -n R rule add pref 300 to 198.51.100.0/24 lookup 9\n"
                  "ip -n R route add default via 198.51.100.2 table 9\n"
        << target << QString("R") << Purpose::Request
        << QStringList{"R: echo request 192.0.2.1 > 198.51.100.2",
                       "- ingress eth0",
                       "- PREROUTING no rules",
                       "* routing decision 300: from all to 198.51.100.0/24 lookup 9; default via 198.51.100.2 dev "
                       "eth1 table 9",
                       "not 0: from all lookup local (matches, its table has no route)",
                       "not 100: from 203.0.113.0/24 lookup 7 (no match)",
                       "not 200: from 192.0.2.0/24 lookup 8 (matches, its table has no route)",
                       "not 198.51.100.0/24 dev eth1 proto kernel scope link src 198.51.100.9 (its table is asked only "
                       "after that)",
                       "- FORWARD no rules",
                       "- POSTROUTING no rules",
                       "* neighbour 198.51.100.2 dev eth1 lladdr 02:00:00:00:00:04; asked for by ARP",
                       "- egress eth1"};
    QTest::newRow("a rule drops it")
        << base + "ip netns exec R iptables -A FORWARD -s 203.0.113.0/24 -j DROP\n"
                  "ip netns exec R iptables -A FORWARD -p icmp -j DROP\n"
        << target << QString("R") << Purpose::Request
        << QStringList{"R: echo request 192.0.2.1 > 198.51.100.2",
                       "- ingress eth0",
                       "- PREROUTING no rules",
                       "* routing decision 198.51.100.0/24 dev eth1 proto kernel scope link src 198.51.100.9",
                       "x FORWARD filter FORWARD 2: -p icmp -j DROP: dropped",
                       "not filter FORWARD 1: -s 203.0.113.0/24 -j DROP (no match)",
                       "POSTROUTING",
                       "neighbour",
                       "egress"};
    QTest::newRow("a policy drops it")
        << base + "ip netns exec B iptables -P INPUT DROP\n"
        << target << QString("B") << Purpose::Request
        << QStringList{"B: echo request 192.0.2.1 > 198.51.100.2",
                       "- ingress eth0",
                       "- PREROUTING no rules",
                       "* routing decision local 198.51.100.2 dev eth0 table local proto kernel scope host src "
                       "198.51.100.2",
                       "not 198.51.100.0/24 dev eth0 proto kernel scope link src 198.51.100.2 (less specific)",
                       "not default via 198.51.100.9 dev eth0 (less specific)",
                       "x INPUT filter INPUT: policy DROP: dropped",
                       "local process"};
    QTest::newRow("a rule of nft, behind one that is for others")
        << base + "ip netns exec R nft add table inet t\n"
                  "ip netns exec R nft add chain inet t c '{ type filter hook forward priority 0; }'\n"
                  "ip netns exec R nft add rule inet t c ip saddr 203.0.113.1 drop\n"
                  "ip netns exec R nft add rule inet t c ip daddr 198.51.100.2 drop\n"
        << target << QString("R") << Purpose::Request
        << QStringList{"R: echo request 192.0.2.1 > 198.51.100.2",
                       "- ingress eth0",
                       "- PREROUTING no rules",
                       "* routing decision 198.51.100.0/24 dev eth1 proto kernel scope link src 198.51.100.9",
                       "x FORWARD inet t c 2: ip daddr 198.51.100.2 drop: dropped",
                       "not inet t c 1: ip saddr 203.0.113.1 drop (no match)",
                       "POSTROUTING",
                       "neighbour",
                       "egress"};
    QTest::newRow("an address is translated")
        << base + "ip netns exec R iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE\n"
        << target << QString("R") << Purpose::Request
        << QStringList{"R: echo request 192.0.2.1 > 198.51.100.2",
                       "- ingress eth0",
                       "- PREROUTING connection NEW; no rules",
                       "* routing decision 198.51.100.0/24 dev eth1 proto kernel scope link src 198.51.100.9",
                       "- FORWARD connection NEW; no rules",
                       "* POSTROUTING connection NEW; nat POSTROUTING 1: -o eth1 -j MASQUERADE; source 192.0.2.1 "
                       "becomes 198.51.100.9",
                       "* neighbour 198.51.100.2 dev eth1 lladdr 02:00:00:00:00:04; asked for by ARP",
                       "- egress eth1"};
    QTest::newRow("and back, by the connection alone")
        << base + "ip netns exec R iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE\n"
        << target << QString("R") << Purpose::Reply
        << QStringList{"R: echo reply 198.51.100.2 > 198.51.100.9",
                       "- ingress eth1",
                       "* PREROUTING connection ESTABLISHED; no rules; destination 198.51.100.9 becomes 192.0.2.1",
                       "* routing decision 192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.9",
                       "- FORWARD connection ESTABLISHED; no rules",
                       "- POSTROUTING connection ESTABLISHED; no rules",
                       "* neighbour 192.0.2.1 dev eth0 lladdr 02:00:00:00:00:01; known from before",
                       "- egress eth0"};
    QTest::newRow("a router that does not forward")
        << base + "ip netns exec R sysctl -qw net.ipv4.ip_forward=0\n"
        << target << QString("R") << Purpose::Request
        << QStringList{"R: echo request 192.0.2.1 > 198.51.100.2",
                       "- ingress eth0",
                       "- PREROUTING no rules",
                       "x routing decision 198.51.100.0/24 dev eth1 proto kernel scope link src 198.51.100.9: this "
                       "node does not forward (ip_forward is 0)",
                       "FORWARD",
                       "POSTROUTING",
                       "neighbour",
                       "egress"};
    QTest::newRow("no route") << base << QString("203.0.113.7") << QString("R") << Purpose::Request
                              << QStringList{"R: echo request 192.0.2.1 > 203.0.113.7",
                                             "- ingress eth0",
                                             "- PREROUTING no rules",
                                             "x routing decision no route to the destination",
                                             "FORWARD",
                                             "POSTROUTING",
                                             "neighbour",
                                             "egress"};
    QTest::newRow("nobody answers") << base << QString("198.51.100.77") << QString("R") << Purpose::Request
                                    << QStringList{"R: echo request 192.0.2.1 > 198.51.100.77",
                                                   "- ingress eth0",
                                                   "- PREROUTING no rules",
                                                   "* routing decision 198.51.100.0/24 dev eth1 proto kernel scope "
                                                   "link src 198.51.100.9",
                                                   "- FORWARD no rules",
                                                   "- POSTROUTING no rules",
                                                   "x neighbour 198.51.100.77 dev eth1; asked for by ARP: nobody "
                                                   "answers for that address",
                                                   "egress"};
    QTest::newRow("a fixed neighbour")
        << base + "ip -n A neigh add 192.0.2.9 lladdr 02:00:00:00:00:02 dev eth0\n"
        << target << QString("A") << Purpose::Request
        << QStringList{"A: echo request 192.0.2.1 > 198.51.100.2",
                       "- local process sends it",
                       "* routing decision default via 192.0.2.9 dev eth0",
                       "- OUTPUT no rules",
                       "- POSTROUTING no rules",
                       "* neighbour 192.0.2.9 dev eth0 lladdr 02:00:00:00:00:02; an entry that somebody made "
                       "(PERMANENT)",
                       "- egress eth0"};
    QTest::newRow("a switch that has heard the MAC")
        << QString(stationSwitch) << QString("192.0.2.2") << QString("S") << Purpose::Request
        << QStringList{"S: echo request 192.0.2.1 > 192.0.2.2", "- ingress p1",
                       "* bridge 02:00:00:00:00:02 dev p2 (heard there)", "- egress p2"};
    QTest::newRow("a switch that floods, but for an isolated port")
        << QString(stationSwitch) + "bridge -n S link set dev p1 isolated on\nbridge -n S link set dev p3 isolated on\n"
        << QString("192.0.2.2") << QString("S") << Purpose::Question
        << QStringList{"S: ARP request for 192.0.2.2",
                       "- ingress p1",
                       "* bridge ff:ff:ff:ff:ff:ff: to all ports",
                       "not p3 (isolated from the port that it came by)",
                       "- egress p2",
                       "- local process ARP says nothing: 192.0.2.2 is not here"};
    QTest::newRow("a switch whose only port for it takes none")
        << QString(stationSwitch) + "bridge -n S link set dev p1 isolated on\nbridge -n S link set dev p2 isolated on\n"
                                    "bridge -n S link set dev p3 isolated on\nip -n S link set br0 down\n"
                                    "ip -n S link set br0 up\n"
        << QString("192.0.2.2") << QString("A") << Purpose::Request
        << QStringList{"A: echo request 192.0.2.1 > 192.0.2.2",
                       "- local process sends it",
                       "* routing decision 192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1",
                       "- OUTPUT no rules",
                       "- POSTROUTING no rules",
                       "x neighbour 192.0.2.2 dev eth0; asked for by ARP: nobody answers for that address",
                       "egress"};
    QTest::newRow("who is asked by ARP, and whom nobody means")
        << QString(stationSwitch) << QString("192.0.2.2") << QString("C") << Purpose::Question
        << QStringList{"C: ARP request for 192.0.2.2", "- ingress eth0",
                       "- local process ARP says nothing: 192.0.2.2 is not here"};
    QTest::newRow("a VXLAN: the packet, and the one that carries it")
        << base + "ip -n A link add vx0 address 02:00:00:00:00:05 type vxlan id 5 dstport 4789 local 192.0.2.1 remote "
                  "192.0.2.9\n"
                  "ip -n R link add vx0 address 02:00:00:00:00:06 type vxlan id 5 dstport 4789 local 192.0.2.9 remote "
                  "192.0.2.1\n"
                  "ip -n A link set vx0 up\nip -n R link set vx0 up\nip -n A addr add 10.0.0.1/24 dev vx0\n"
                  "ip -n R addr add 10.0.0.2/24 dev vx0\n"
        << QString("10.0.0.2") << QString("A") << Purpose::Request
        << QStringList{"A: echo request 10.0.0.1 > 10.0.0.2",
                       "- local process sends it",
                       "* routing decision 10.0.0.0/24 dev vx0 proto kernel scope link src 10.0.0.1",
                       "not default via 192.0.2.9 dev eth0 (less specific)",
                       "- OUTPUT no rules",
                       "- POSTROUTING no rules",
                       "* neighbour 10.0.0.2 dev vx0 lladdr 02:00:00:00:00:06; asked for by ARP",
                       "- egress vx0",
                       "A: tunnel packet 192.0.2.1 > 192.0.2.9",
                       "- local process a tunnel packs another packet into it",
                       "* routing decision 192.0.2.0/24 dev eth0 proto kernel scope link src 192.0.2.1",
                       "not default via 192.0.2.9 dev eth0 (less specific)",
                       "- OUTPUT no rules",
                       "- POSTROUTING no rules",
                       "* neighbour 192.0.2.9 dev eth0 lladdr 02:00:00:00:00:02; known from before",
                       "- egress eth0"};
}

void TestStation::tells()
{
    QFETCH(const QString, commands);
    QFETCH(const QString, to);
    QFETCH(const QString, node);
    QFETCH(const Purpose, purpose);
    const Written written(commands.toStdString(), "A", qPrintable(to));
    QTEST(written.lines(node, purpose), "lines");
}

/// Each frame was sent in one visit, and began another at the cable's other end.
void TestStation::belongsToPassages()
{
    const Written written(netdraft::tests::routedLab, "A", "198.51.100.2");
    const auto visits = written.recording.visits();
    const auto passages = simulation::passages(written.project.network, written.recording.frames(), visits);
    QCOMPARE(passages.size(), 8U);
    for (const simulation::Passage &passage : passages) {
        QVERIFY(passage.sentBy < visits.size() && passage.takenBy < visits.size());
        QVERIFY(visits[passage.sentBy].node == passage.from.netns);
        QVERIFY(visits[passage.takenBy].node == passage.to.netns);
        QVERIFY(visits[passage.sentBy].journey == visits[passage.takenBy].journey);
    }
    QCOMPARE(passages[2].takenBy, passages[5].sentBy); // the request through R, which asked for B meanwhile
}

void TestStation::besideEachOther()
{
    const Written written(netdraft::tests::routedLab, "A", "198.51.100.2");
    const auto visits = written.recording.visits();
    const auto passages = simulation::passages(written.project.network, written.recording.frames(), visits);
    const auto purposes = [&](simulation::VisitId id) {
        QStringList text;
        for (const simulation::VisitId each : simulation::visitsBeside(visits, id))
            text << QString::fromStdString(stationsOf(written.project.network, visits[each]).title).section(' ', 0, 1);
        return text;
    };
    const QStringList both{"echo request", "echo reply"};
    QCOMPARE(purposes(passages[2].sentBy), both);  // A
    QCOMPARE(purposes(passages[2].takenBy), both); // R
    QCOMPARE(purposes(passages[6].sentBy), both);  // B
    QCOMPARE(purposes(passages[0].takenBy), (QStringList{"ARP request", "ARP reply"}));
}

void TestStation::agreesWithPing_data()
{
    QTest::addColumn<QStringList>("commands");
    for (const Lab &lab : allLabs())
        QTest::newRow(qPrintable(lab.name)) << lab.commands;
}

/// In every network that the kernel was asked about, what is written down are the same decisions as those of the ping,
/// at the same nodes, with the same end; and writing them down changes nothing.
void TestStation::agreesWithPing()
{
    QFETCH(const QStringList, commands);
    const Project project = simulate({{}, {}, commands}).project;
    const auto all = Reachability::of(project.network);
    const DataPlane &plane = all->plane();
    using Decided = std::vector<std::pair<std::uint32_t, std::string>>;
    for (const NetnsId node : all->nodes()) {
        for (const Target &target : all->targets()) {
            simulation::Recording recording(simulation::Recording::Of::Visits);
            simulation::Recording frames;
            const auto echoes = pingSeries(plane, node, target.address, 1, 1, &recording);
            (void)pingSeries(plane, node, target.address, 1, 1, &frames);
            QCOMPARE(recording.frames().size(), frames.frames().size());
            if (echoes.empty())
                continue;
            const Ping &ping = echoes.front().ping;
            bool ended = false;
            for (const simulation::Visit &visit : recording.visits()) {
                const StationWay way = stationsOf(project.network, visit);
                QVERIFY(!way.stations.empty());
                QVERIFY(!stationText(project.network, way).empty());
                const simulation::Step *end = visit.end();
                ended = ended || (end && end->cause == ping.decisive().cause);
            }
            if (ping.decisive().cause != Cause::None && ping.certain)
                QVERIFY2(ended, reason(project.network, ping).c_str());
            if (!ping.reachable)
                continue;
            for (const auto &[purpose, leg] :
                 {std::pair(Purpose::Request, &ping.request), {Purpose::Reply, &*ping.reply}}) {
                Decided told;
                Decided decided;
                for (const Hop &hop : leg->hops) {
                    if (hop.route)
                        decided.emplace_back(hop.node.value, hop.route->destination.toString());
                }
                for (const simulation::Visit &visit : recording.visits()) {
                    for (const simulation::Step &step : visit.steps) {
                        const auto *at = std::get_if<simulation::AtRouting>(&step.what);
                        if (at && at->route && visit.purpose == purpose)
                            told.emplace_back(visit.node.value, at->route->destination.toString());
                    }
                }
                // Beside those of the way there are those of copies that were flooded to others.
                for (const auto &each : decided)
                    QVERIFY2(std::ranges::find(told, each) != told.end(), each.second.c_str());
            }
        }
    }
}

NETDRAFT_TEST(TestStation)
#include "tst_station.moc"
