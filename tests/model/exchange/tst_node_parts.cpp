#include "../lab.h"
#include "model/exchange/exchange.h"
#include "model/exchange/mininet_names.h"
#include "model/exchange/node_parts.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;

namespace {

model::Project projectOf(std::string_view commands)
{
    auto project = tests::lab(commands);
    if (!project)
        qFatal("%s", describe(project.error()).c_str());
    return std::move(*project);
}

QStringList linesOf(const model::EditList &edits, model::Prompt prompt)
{
    QStringList lines;
    for (const model::Edit &edit : edits)
        lines.append(QString::fromStdString(model::commandLine(edit, prompt)));
    return lines;
}

constexpr std::string_view twoNodes = R"(
    ip netns add A
    ip netns add B
    ip link add eth0 netns A address 02:00:00:00:00:01 type veth peer name eth0 netns B
    ip -n A link add br0 type bridge
    ip -n A link add v0 type veth peer name v1
    ip -n A link set eth0 up
    ip -n B link set eth0 up
    ip -n A addr add 192.0.2.1/24 dev eth0
    ip -n A route add 198.51.100.0/24 via 192.0.2.2
    ip -n B addr add 192.0.2.2/24 dev eth0
)";

} // namespace

class TestNodeParts : public QObject
{
    Q_OBJECT

private slots:
    void tellsApartWhoIsTold();
    void namesDevicesOfRoutes();
    void everyFormSaysOrOmits_data();
    void everyFormSaysOrOmits();
    void ifupMakesVlansByTheirNames();
    void mininetNames_data();
    void mininetNames();
};

void TestNodeParts::tellsApartWhoIsTold()
{
    const model::NodeParts parts = model::nodeParts(projectOf(twoNodes));
    QCOMPARE(linesOf(parts.outside, model::Prompt::Host),
             (QStringList{"ip netns add A", "ip netns add B",
                          "ip link add eth0 address 02:00:00:00:00:01 netns A type veth peer name eth0 netns B"}));
    QCOMPARE(parts.nodes.size(), 2U);
    QCOMPARE(parts.nodes[0].name, "A");
    QCOMPARE(parts.nodes[0].cards.size(), 1U);
    QCOMPARE(parts.nodes[0].cards[0].link, "eth0");
    QCOMPARE(parts.nodes[0].cards[0].mac->toString(), "02:00:00:00:00:01");
    QVERIFY(!parts.nodes[1].cards[0].mac);
    const QStringList a = linesOf(parts.nodes[0].edits, model::Prompt::Node);
    QVERIFY2(a.contains("ip link add br0 type bridge"), qPrintable(a.join('\n')));
    QVERIFY2(a.contains("ip route add 198.51.100.0/24 via 192.0.2.2"), qPrintable(a.join('\n')));
    QCOMPARE(linesOf(parts.nodes[1].edits, model::Prompt::Node),
             (QStringList{"ip link set eth0 up", "ip addr add 192.0.2.2/24 dev eth0"}));
}

void TestNodeParts::namesDevicesOfRoutes()
{
    const model::Project project = projectOf(twoNodes);
    const model::NodeParts parts = model::nodeParts(project);
    for (const model::Edit &edit : parts.nodes[0].edits) {
        if (const auto *route = std::get_if<model::AddRoute>(&edit.kind)) {
            QCOMPARE(route->route.hop.dev, "");
            QCOMPARE(model::withDevices(*route, *project.network.find("A")).route.hop.dev, "eth0");
            return;
        }
    }
    QFAIL("no route");
}

void TestNodeParts::everyFormSaysOrOmits_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("says"); ///< empty: it has no words for it

    const auto in = [](const QString &command) { return "ip netns exec A " + command; };
    const auto ip = [](const QString &command) { return "ip -n A " + command; };
    const QString comment = R"(iptables -A INPUT -m comment --comment '%1' -j DROP)";

    QTest::newRow("ip-batch: no sysctl") << "ip-batch" << in("sysctl -w net.ipv4.ip_forward=1") << "";
    QTest::newRow("ip-batch: no iptables") << "ip-batch" << in("iptables -A INPUT -j DROP") << "";
    QTest::newRow("mininet: sysctl") << "mininet" << in("sysctl -w net.ipv4.ip_forward=1")
                                     << "\"net.ipv4.ip_forward=1\"";
    QTest::newRow("mininet: what closes strings") << "mininet" << in(comment.arg("\"\"\"+x")) << R"("\"\"\"+x")";
    QTest::newRow("interfaces: sysctl") << "interfaces" << in("sysctl -w net.ipv4.ip_forward=1")
                                        << "pre-up sysctl -w net.ipv4.ip_forward=1";
    QTest::newRow("interfaces: no nft") << "interfaces" << in("nft add table ip t") << "";
    QTest::newRow("interfaces: a peer is a command's")
        << "interfaces" << ip("addr add 192.0.2.9 peer 192.0.2.10/32 dev eth0")
        << "up ip addr add 192.0.2.9 peer 192.0.2.10/32 dev eth0";
    QTest::newRow("networkd: a peer") << "networkd" << ip("addr add 192.0.2.9 peer 192.0.2.10/32 dev eth0")
                                      << "Peer=192.0.2.10/32";
    QTest::newRow("networkd: no neighbour that is not permanent")
        << "networkd" << ip("neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev eth0 nud noarp") << "";
    QTest::newRow("networkd: a rule") << "networkd" << ip("rule add from 192.0.2.0/24 lookup 7 pref 9")
                                      << "From=192.0.2.0/24";
    QTest::newRow("networkd: no goto") << "networkd" << ip("rule add pref 9 goto 32766") << "";
    QTest::newRow("netplan: a route") << "netplan" << ip("route add 203.0.113.0/24 via 192.0.2.2 metric 7")
                                      << R"({to: "203.0.113.0/24", via: "192.0.2.2", metric: 7})";
    QTest::newRow("netplan: no macvlan") << "netplan" << ip("link add link eth0 m0 type macvlan") << "";
    QTest::newRow("netplan: no neighbour")
        << "netplan" << ip("neigh add 192.0.2.9 lladdr 02:00:00:00:00:09 dev eth0") << "";
    QTest::newRow("core: an expression is a text") << "core" << in(comment.arg("${x}")) << "${'$'}{x}";
    QTest::newRow("sysctl.d: a link with a point in its name")
        << "sysctl.d" << ip("link add eth0.5 type dummy\n") + in("sysctl -w net/ipv4/conf/eth0.5/rp_filter=1")
        << "net/ipv4/conf/eth0.5/rp_filter = 1";
    QTest::newRow("iptables-rules: a rule")
        << "iptables-rules" << in("ip6tables -A INPUT -j DROP") << "-A INPUT -j DROP";
    QTest::newRow("iptables-rules: no nft") << "iptables-rules" << in("nft add table ip t") << "";
}

void TestNodeParts::everyFormSaysOrOmits()
{
    QFETCH(const QString, format);
    QFETCH(const QString, command);
    QFETCH(const QString, says);
    // Netplan makes no pairs of veth within a node.
    std::string commands(twoNodes);
    const std::string pair = "    ip -n A link add v0 type veth peer name v1\n";
    commands.erase(commands.find(pair), pair.size());
    const model::Project project = projectOf(commands + command.toStdString());
    const auto exported = model::exportFormat(format.toStdString())->write(project, {"lab"});
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    QStringList omitted;
    for (const std::string &line : exported->omitted)
        omitted.append(QString::fromStdString(line));
    if (says.isEmpty()) {
        QVERIFY(!omitted.isEmpty());
        QVERIFY2(omitted.front().startsWith("A: `"), qPrintable(omitted.front()));
        return;
    }
    QCOMPARE(omitted, QStringList());
    QString texts;
    for (const model::OutputFile &file : exported->files)
        texts += QString::fromStdString(file.text);
    QVERIFY2(texts.contains(says), qPrintable(texts));
}

/// ifupdown takes every name with a point for a VLAN, and makes it before it runs `pre-up`.
void TestNodeParts::ifupMakesVlansByTheirNames()
{
    const auto exported = model::exportFormat("interfaces")
                              ->write(projectOf(std::string(twoNodes) + R"(
        ip -n A link add link eth0 name eth0.10 type vlan id 10
        ip -n A link add link eth0 name eth0.11 type vlan id 12
        ip -n A link set eth0.10 up
        ip -n A link set eth0.11 up)"),
                                      {"lab"});
    QVERIFY(exported);
    const QString text = QString::fromStdString(exported->file().text);
    QVERIFY2(text.contains(
                 "auto eth0.10\niface eth0.10 inet manual\n    up ip link add link eth0 eth0.11 type vlan id 12\n"),
             qPrintable(text));
    QVERIFY2(text.contains("auto eth0.11\niface eth0.11 inet manual\n"), qPrintable(text));
    QVERIFY2(!text.contains("id 10"), qPrintable(text));
}

void TestNodeParts::mininetNames_data()
{
    QTest::addColumn<QStringList>("nodes");
    QTest::addColumn<QStringList>("names"); ///< in Mininet, of each
    QTest::newRow("plain ones stay") << QStringList{"A", "h_1"} << QStringList{"A", "h_1"};
    QTest::newRow("points and lines are none of the prompt's") << QStringList{"a.b-c"} << QStringList{"a_b_c"};
    QTest::newRow("two that become alike") << QStringList{"a.b", "a-b"} << QStringList{"a_b", "a_b_2"};
    QTest::newRow("one that has the name already") << QStringList{"a-b", "a_b"} << QStringList{"a_b_2", "a_b"};
    QTest::newRow("words of the prompt") << QStringList{"exit", "net"} << QStringList{"exit_2", "net_2"};
}

void TestNodeParts::mininetNames()
{
    QFETCH(const QStringList, nodes);
    QFETCH(const QStringList, names);
    std::string commands;
    for (const QString &node : nodes)
        commands += "ip netns add " + node.toStdString() + '\n';
    const auto made = model::mininetNames(projectOf(commands).network);
    for (qsizetype i = 0; i < nodes.size(); ++i)
        QCOMPARE(QString::fromStdString(made.at(nodes[i].toStdString())), names[i]);
}

NETDRAFT_TEST(TestNodeParts)
#include "tst_node_parts.moc"
