#include "model/exchange/bash_format.h"
#include "model/exchange/bash_script_reader.h"
#include "model/terminal/terminal.h"
#include "tests/model/exchange/same_network.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>

using namespace netdraft;

namespace {

/// The project that these commands, typed on the machine, build.
model::Project built(const QStringList &commands)
{
    model::Project project;
    for (const QString &command : commands) {
        const auto words = model::splitWords(command.toStdString());
        if (!words)
            qFatal("%s", qPrintable(command));
        const model::Outcome outcome = model::run(project, model::hostNetns, *words);
        if (outcome.reply.status != 0 || !model::apply(project, outcome.edits))
            qFatal("%s: %s", qPrintable(command), outcome.reply.err.c_str());
    }
    return project;
}

QString bash(const model::Project &project, std::string_view name = "lab")
{
    const auto written = model::writeBash(project, {std::string(name)});
    return written ? QString::fromStdString(written->file().text)
                   : "refused: " + QString::fromStdString(model::describe(written.error()));
}

} // namespace

class TestBashFormat : public QObject
{
    Q_OBJECT

private slots:
    void survivesTheWayThroughAScript_data();
    void survivesTheWayThroughAScript();
    void refusesHostileNames_data();
    void refusesHostileNames();
    void needsWhatItUses_data();
    void needsWhatItUses();
    void namesTheLab_data();
    void namesTheLab();
    void undoesWhatItDoesToTheMachine_data();
    void undoesWhatItDoesToTheMachine();
};

void TestBashFormat::survivesTheWayThroughAScript_data()
{
    QTest::addColumn<QString>("projectFile");
    QTest::addColumn<QStringList>("commands");

    const QDir examples(NETDRAFT_SOURCE_DIR "/resources/examples");
    for (const QString &name : examples.entryList({"*.netdraft"}))
        QTest::addRow("example %s", qPrintable(name)) << examples.filePath(name) << QStringList();

    const QStringList pair{"ip netns add A", "ip netns add B",
                           "ip link add eth0 netns A type veth peer name eth0 netns B"};
    const QStringList pairUp =
        pair + QStringList{"ip -n A link set lo up", "ip -n A link set eth0 up", "ip -n B link set eth0 up",
                           "ip -n A addr add 192.0.2.1/24 dev eth0", "ip -n B addr add 192.0.2.2/24 dev eth0"};
    const auto row = [](const char *name, const QStringList &commands) {
        QTest::newRow(name) << QString() << commands;
    };
    row("nothing at all", {});
    row("a namespace alone", {"ip netns add A"});
    row("a cable that is down", pair);
    row("two devices", pairUp);
    row("one end down", pairUp + QStringList{"ip -n B link set eth0 down"});
    row("a link that was up once", pairUp + QStringList{"ip -n A link set eth0 down", "ip -n A link set lo down"});
    row("default route", pairUp + QStringList{"ip -n A route add default via 192.0.2.2"});
    row("routes that answer with an error",
        pairUp + QStringList{"ip -n A route add blackhole 198.51.100.0/24",
                             "ip -n A route add unreachable 203.0.113.0/25",
                             "ip -n A route add prohibit 203.0.113.128/25 metric 7"});
    row("route with metric, src and scope",
        pairUp + QStringList{"ip -n A addr add 192.0.2.9/24 dev eth0",
                             "ip -n A route add 198.51.100.0/24 via 192.0.2.2 src 192.0.2.9 metric 50",
                             "ip -n A route add 203.0.113.0/24 dev eth0 scope link"});
    row("onlink gateway", pairUp + QStringList{"ip -n A route add 198.51.100.0/24 via 203.0.113.1 dev eth0 onlink"});
    row("a connected route taken away", pairUp + QStringList{"ip -n A route del 192.0.2.0/24 dev eth0"});
    row("IPv6", pairUp + QStringList{"ip -n A addr add 2001:db8::1/64 dev eth0",
                                     "ip -n B addr add 2001:db8::2/64 dev eth0 nodad",
                                     "ip -n A route add 2001:db8:1::/64 via 2001:db8::2",
                                     "ip -n A route add unreachable 2001:db8:2::/48"});
    row("/31 and /32", pair + QStringList{"ip -n A link set eth0 up", "ip -n A addr add 192.0.2.0/31 dev eth0",
                                          "ip -n A link set lo up", "ip -n A addr add 203.0.113.1/32 dev lo"});
    row("peer address",
        pair + QStringList{"ip -n A link set eth0 up", "ip -n A addr add 192.0.2.1 peer 192.0.2.2 dev eth0"});
    row("forwarding", pairUp + QStringList{"ip netns exec A sysctl -w net.ipv4.ip_forward=1",
                                           "ip netns exec A sysctl -w net.ipv6.conf.all.forwarding=1"});
    row("forwarding of one interface",
        pairUp + QStringList{"ip netns exec A sysctl -w net.ipv4.conf.eth0.forwarding=1"});
    row("default TTL", pairUp + QStringList{"ip netns exec A sysctl -w net.ipv4.ip_default_ttl=3"});
    row("static neighbours",
        pairUp + QStringList{"ip -n A neigh add 192.0.2.7 lladdr 02:00:00:00:00:07 dev eth0 nud permanent"});
    row("MTU and MAC",
        pairUp + QStringList{"ip -n A link set eth0 mtu 1400", "ip -n A link set eth0 address 02:00:00:00:00:0a"});
    row("a switch with a static FDB entry",
        {"ip netns add S", "ip -n S link add br0 type bridge", "ip netns add A",
         "ip link add p1 netns S type veth peer name eth0 netns A", "ip -n S link set p1 master br0",
         "ip -n S link set p1 up", "ip -n S link set br0 up",
         "bridge -n S fdb add 02:00:00:00:00:01 dev p1 master static"});
    row("the machine's own bridge",
        {"ip netns add red", "ip link add v-net-0 type bridge", "ip link add vr type veth peer name eth0 netns red",
         "ip link set vr master v-net-0", "ip link set vr up", "ip link set v-net-0 up",
         "ip addr add 192.0.2.5/24 dev v-net-0", "ip link set lo up", "sysctl -w net.ipv4.ip_forward=1",
         "ip route add blackhole 203.0.113.0/24"});
    row("programs that listen",
        pairUp + QStringList{"ip netns exec A nc -lk 80 &", "ip netns exec A nc -lk 127.0.0.1 80 &",
                             "ip netns exec B nc -6 -lku 53 &", "nc -lk 8080 &",
                             "ip netns exec B socat TCP6-LISTEN:80,ipv6only=1,so-bindtodevice=eth0,fork EXEC:cat &",
                             "ip netns exec A socat 'TCP6-LISTEN:81,bind=[::1],fork' EXEC:cat &"});
    row("files", pairUp + QStringList{"printf '%s\\n' '192.0.2.2 B' 'a \"q\" $x' > /etc/netns/A/hosts",
                                      "echo 'auto lo' > /etc/netns/B/network/interfaces", "printf x > /etc/hosts"});
    row("a renamed link", pairUp + QStringList{"ip -n A link set eth0 down", "ip -n A link set eth0 name lan"});
    row("names with every sign",
        {"ip netns add a.b-c_d+9", "ip link add br.0-_+ type bridge", "ip -n a.b-c_d+9 link set lo up"});
    row("links that are called like words of ip",
        {"ip netns add type", "ip link add name dev type bridge", "ip link add name type type bridge",
         "ip link set dev dev up", "ip link add name br type bridge", "ip link set dev br up"});
}

void TestBashFormat::survivesTheWayThroughAScript()
{
    QFETCH(const QString, projectFile);
    QFETCH(const QStringList, commands);
    model::Project project = built(commands);
    if (!projectFile.isEmpty()) {
        const auto text = model::readFile(projectFile.toStdString());
        QVERIFY(text);
        const auto read = model::readProject(*text, projectFile.toStdString());
        QVERIFY2(read, read ? "" : describe(read.error()).c_str());
        project = *read;
    }

    const QString script = bash(project);
    const auto back = model::readScript(script.toStdString(), "lab.sh");
    QVERIFY2(back, back ? "" : describe(back.error()).c_str());
    QCOMPARE(QString::fromStdString(model::writeProject(*back)),
             QString::fromStdString(model::writeProject(tests::asScript(project))));
    QCOMPARE(bash(*back), bash(tests::asScript(project)));
}

void TestBashFormat::refusesHostileNames_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("link");

    QTest::newRow("command in a node's name") << "x; touch /tmp/owned" << "eth0";
    QTest::newRow("command in a link's name") << "A" << "$(id)";
    QTest::newRow("line break in a node's name") << "A\nid" << "eth0";
    QTest::newRow("an option as a node's name") << "-all" << "eth0";
    QTest::newRow("a way out of the folder") << "../../etc" << "eth0";
    QTest::newRow("the end of the matrix") << "A\nMATRIX" << "eth0";
    QTest::newRow("empty name") << "" << "eth0";
    QTest::newRow("link name too long") << "A" << "abcdefghijklmnop";
}

void TestBashFormat::refusesHostileNames()
{
    QFETCH(const QString, node);
    QFETCH(const QString, link);
    // No edit makes such a network; the writer does not rely on that.
    model::Network network;
    model::Netns netns = model::freshNetns(network.newNetnsId(), node.toStdString(), network.newLinkId());
    model::Link bridge;
    bridge.id = network.newLinkId();
    bridge.index = 2;
    bridge.name = link.toStdString();
    bridge.kind = model::Bridge{};
    netns.links.push_back(bridge);
    network.put(netns.id, std::make_shared<const model::Netns>(netns));

    const model::Project project{network};
    const auto script = model::writeBash(project, {"lab"});
    QVERIFY(!script);
    QCOMPARE(script.error().code, model::ErrorCode::Input);
    const auto commands = model::exportFormat("commands")->write(project, {"lab"});
    QVERIFY(!commands);
    QCOMPARE(commands.error().code, model::ErrorCode::Input);
}

void TestBashFormat::needsWhatItUses_data()
{
    QTest::addColumn<QStringList>("commands");
    QTest::addColumn<bool>("needsRadvd");
    QTest::addColumn<bool>("needsOvs");

    QTest::newRow("neither") << QStringList{"ip netns add A"} << false << false;
    QTest::newRow("nodes with their names") << QStringList{"ip netns add radvd", "ip netns add ovs-vsctl",
                                                           "ip netns exec radvd sysctl -w net.ipv4.ip_forward=1",
                                                           "ip netns exec ovs-vsctl sysctl -w net.ipv4.ip_forward=1"}
                                            << false << false;
    QTest::newRow("radvd") << QStringList{"ip netns add A",
                                          "ip netns exec A radvd -C <(echo 'interface eth0 { AdvSendAdvert on; };')"}
                           << true << false;
    QTest::newRow("Open vSwitch") << QStringList{"ip netns add A", "ip netns exec A ovs-vsctl add-br br0"} << false
                                  << true;
}

void TestBashFormat::needsWhatItUses()
{
    QFETCH(const QStringList, commands);
    QFETCH(const bool, needsRadvd);
    QFETCH(const bool, needsOvs);
    const QString script = bash(built(commands));
    QCOMPARE(script.contains("\nstart_radvd() {"), needsRadvd);
    QCOMPARE(script.contains("\nprepare_ovs() {"), needsOvs);
}

void TestBashFormat::namesTheLab_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("lab");

    QTest::newRow("plain") << "routing-solved" << "routing-solved";
    QTest::newRow("spaces") << "my lab" << "my-lab";
    QTest::newRow("a command") << "x; touch /tmp/owned" << "x--touch--tmp-owned";
    QTest::newRow("a substitution") << "$(id)`id`" << "id--id-";
    QTest::newRow("line break") << "a\nid" << "a-id";
    QTest::newRow("path") << "../../etc/passwd" << "etc-passwd";
    QTest::newRow("hidden") << ".bashrc" << "bashrc";
    QTest::newRow("option") << "--help" << "help";
    QTest::newRow("letters outside ASCII") << "Übung" << "bung";
    QTest::newRow("nothing left") << "..." << "lab";
    QTest::newRow("nothing") << "" << "lab";
}

void TestBashFormat::namesTheLab()
{
    QFETCH(const QString, name);
    QFETCH(const QString, lab);
    const auto written = model::writeBash({}, {name.toStdString()});
    QVERIFY(written);
    QCOMPARE(QString::fromStdString(written->file().name), lab + ".sh");
    QVERIFY(written->file().executable);
    QVERIFY(QString::fromStdString(written->file().text).contains("\nreadonly lab=" + lab + "\n"));
}

void TestBashFormat::undoesWhatItDoesToTheMachine_data()
{
    QTest::addColumn<QStringList>("commands");
    QTest::addColumn<QString>("line");

    QTest::newRow("forwarding") << QStringList{"sysctl -w net.ipv4.ip_forward=1"}
                                << "    restore_on_down net/ipv4/conf/all/forwarding\n";
    QTest::newRow("TTL") << QStringList{"sysctl -w net.ipv4.ip_default_ttl=9"}
                         << "    restore_on_down net/ipv4/ip_default_ttl\n";
    QTest::newRow("address of lo") << QStringList{"ip link set lo up", "ip addr add 203.0.113.1/32 dev lo"}
                                   << "    on_down ip addr del 203.0.113.1/32 dev lo\n";
    QTest::newRow("route without a link") << QStringList{"ip route add blackhole 203.0.113.0/24"}
                                          << "    on_down ip route del blackhole 203.0.113.0/24\n";
}

void TestBashFormat::undoesWhatItDoesToTheMachine()
{
    QFETCH(const QStringList, commands);
    QFETCH(const QString, line);
    const QString script = bash(built(commands));
    QVERIFY2(script.contains(line), qPrintable(script.section("network ends", 0, 0)));
}

NETDRAFT_TEST(TestBashFormat)
#include "tst_bash_format.moc"
