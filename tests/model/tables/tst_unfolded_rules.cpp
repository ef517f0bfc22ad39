#include "model/reachability/simulated_ping.h"
#include "model/tables/unfolded_rules.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// Rules in the order in which the kernel asks them, with those of the chains that they jump to.
class TestUnfoldedRules : public QObject
{
    Q_OBJECT

private slots:
    void unfolds_data();
    void unfolds();
    void cutsWhatWouldBeMillions();
    void marksWhatAPacketPassed_data();
    void marksWhatAPacketPassed();
};

namespace {

Project labOf(const QString &commands)
{
    auto project = netdraft::tests::lab(commands.toStdString());
    if (!project)
        qFatal("%s", describe(project.error()).c_str());
    return *std::move(project);
}

/// With two spaces for each level: `FORWARD` chains by hook number.
QStringList linesOf(const std::vector<tables::UnfoldedRule> &rules)
{
    QStringList lines;
    for (const tables::UnfoldedRule &rule : rules) {
        QString line(rule.depth * 2, ' ');
        if (rule.depth == 0)
            line += QString::number(static_cast<int>(rule.hook)) + ' ';
        line += QString::fromStdString(rule.what + (rule.does.empty() ? "" : " > " + rule.does));
        lines << line + (rule.drops ? " DROP" : "");
    }
    return lines;
}

} // namespace

void TestUnfoldedRules::unfolds_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("none") << "" << QStringList();
    QTest::newRow("by hook, then by priority")
        << "iptables -A OUTPUT -j ACCEPT\niptables -A FORWARD -i eth0 -j DROP\niptables -t mangle -A FORWARD\n"
           "iptables -P INPUT DROP"
        << QStringList{"1 filter INPUT DROP", "2 mangle FORWARD", "  ",         "2 filter FORWARD",
                       "  -i eth0 > DROP",    "3 filter OUTPUT",  "   > ACCEPT"};
    QTest::newRow("a chain that two rules jump to")
        << "iptables -N SEEN\niptables -A SEEN -p icmp -j RETURN\niptables -A INPUT -s 192.0.2.1 -j SEEN\n"
           "iptables -A INPUT -j SEEN"
        << QStringList{"1 filter INPUT", "  -s 192.0.2.1/32 > SEEN", "    -p icmp > RETURN", "   > SEEN",
                       "    -p icmp > RETURN"};
    QTest::newRow("a chain that nobody jumps to") << "iptables -N ALONE\niptables -A ALONE -j DROP" << QStringList();
    QTest::newRow("both families and nft")
        << "ip6tables -A INPUT -p tcp -j DROP\niptables -A INPUT -p tcp -j DROP\nnft add table inet t\n"
           "nft add chain inet t c '{ type filter hook input priority -10 ; policy drop ; }'\n"
           "nft add chain inet t u\nnft add rule inet t u tcp dport 22 drop\nnft add rule inet t c jump u"
        << QStringList{"1 inet t c DROP", "  jump u",       "    tcp dport 22 drop", "1 filter INPUT",
                       "  -p tcp > DROP", "1 filter INPUT", "  -p tcp > DROP"};
}

void TestUnfoldedRules::unfolds()
{
    QFETCH(const QString, commands);
    const Project project = labOf(commands);
    QTEST(linesOf(tables::unfoldedRules(*project.network.find(hostNetns))), "lines");
}

void TestUnfoldedRules::cutsWhatWouldBeMillions()
{
    QString commands;
    for (int i = 15; i > 0; --i) {
        commands += QString("iptables -N C%1\n").arg(i);
        for (int jump = 0; jump < 3; ++jump)
            commands += i == 15 ? QString("iptables -A C15 -j ACCEPT\n")
                                : QString("iptables -A C%1 -j C%2\n").arg(i).arg(i + 1);
    }
    const Project project = labOf(commands + "iptables -A INPUT -j C1\n");
    const auto rules = tables::unfoldedRules(*project.network.find(hostNetns));
    QVERIFY(rules.size() > 4000);
    QVERIFY(rules.size() < 6000);
    QVERIFY(std::ranges::any_of(rules, &tables::UnfoldedRule::isCut));
}

void TestUnfoldedRules::marksWhatAPacketPassed_data()
{
    QTest::addColumn<QString>("commands"); ///< that r runs
    QTest::addColumn<QString>("to");
    QTest::addColumn<QStringList>("passed"); ///< by the request
    QTest::newRow("a rule and no other") << "iptables -A FORWARD -s 198.51.100.1 -j DROP\niptables -A FORWARD -j ACCEPT"
                                         << "198.51.100.1" << QStringList{"   > ACCEPT"};
    QTest::newRow("a chain of two hooks, below the one that it came by")
        << "iptables -N SEEN\niptables -A SEEN -p icmp\niptables -A INPUT -j SEEN\niptables -A FORWARD -j SEEN"
        << "198.51.100.1" << QStringList{"2 filter FORWARD", "   > SEEN", "    -p icmp"};
    QTest::newRow("a chain of two jumps, below the one that led there")
        << "iptables -N SEEN\niptables -A SEEN -p icmp -j ACCEPT\niptables -A FORWARD -i nosuch -j SEEN\n"
           "iptables -A FORWARD -i v0 -j SEEN"
        << "198.51.100.1" << QStringList{"  -i v0 > SEEN", "    -p icmp > ACCEPT"};
    QTest::newRow("of ip6tables not, for IPv4") << "ip6tables -A FORWARD -j ACCEPT" << "198.51.100.1" << QStringList();
    QTest::newRow("nft, for both families")
        << "nft add table inet t\nnft add chain inet t c '{ type filter hook forward priority 0 ; }'\n"
           "nft add rule inet t c meta nfproto ipv6 accept\nnft add rule inet t c accept"
        << "198.51.100.1" << QStringList{"  accept"};
    QTest::newRow("nft, for IPv6")
        << "nft add table ip6 t\nnft add chain ip6 t c '{ type filter hook forward priority 0 ; }'\n"
           "nft add rule ip6 t c accept"
        << "2001:db8:2::1" << QStringList{"  accept"};
}

void TestUnfoldedRules::marksWhatAPacketPassed()
{
    QFETCH(QString, commands);
    QFETCH(const QString, to);
    commands.replace(QRegularExpression("^(ip6?tables|nft)", QRegularExpression::MultilineOption),
                     "ip netns exec r \\1");
    const Project project =
        labOf("ip netns add a\nip netns add r\nip netns add b\nip link add v netns a type veth peer name v0 netns r\n"
              "ip link add v netns b type veth peer name v1 netns r\nip -n a link set v up\nip -n b link set v up\n"
              "ip -n r link set v0 up\nip -n r link set v1 up\nip -n a addr add 192.0.2.1/24 dev v\n"
              "ip -n r addr add 192.0.2.2/24 dev v0\nip -n r addr add 198.51.100.2/24 dev v1\n"
              "ip -n b addr add 198.51.100.1/24 dev v\nip -n a addr add 2001:db8:1::1/64 dev v nodad\n"
              "ip -n r addr add 2001:db8:1::2/64 dev v0 nodad\nip -n r addr add 2001:db8:2::2/64 dev v1 nodad\n"
              "ip -n b addr add 2001:db8:2::1/64 dev v nodad\nip -n a route add default via 192.0.2.2\n"
              "ip -n b route add default via 198.51.100.2\nip -n a -6 route add default via 2001:db8:1::2\n"
              "ip -n b -6 route add default via 2001:db8:2::2\nip netns exec r sysctl -w net.ipv4.ip_forward=1\n"
              "ip netns exec r sysctl -w net.ipv6.conf.all.forwarding=1\n" +
              commands);
    const Netns &router = *project.network.find(std::string_view("r"));
    const auto rules = tables::unfoldedRules(router);
    simulation::Recording recording(simulation::Recording::Of::Visits);
    const DataPlane plane(project.network);
    const auto series = pingSeries(plane, project.network.find(std::string_view("a"))->id,
                                   *IpAddress::parse(to.toStdString()), 1, 1, &recording);
    std::vector<bool> passed(rules.size());
    for (const simulation::Visit &visit : recording.visits()) {
        const auto *packet = std::get_if<Packet>(&visit.frame.payload);
        if (visit.node == router.id && packet && packet->isEchoRequest())
            tables::markPassed(rules, visit, passed);
    }
    QStringList lines;
    const QStringList all = linesOf(rules);
    for (std::size_t i = 0; i < passed.size(); ++i) {
        if (passed[i])
            lines << all[static_cast<qsizetype>(i)];
    }
    QTEST(lines, "passed");
}

NETDRAFT_TEST(TestUnfoldedRules)
#include "tst_unfolded_rules.moc"
