#include "model/exchange/exchange.h"
#include "tests/registered.h"

#include <QDir>
#include <QTest>

using namespace netdraft::model;

namespace {

const QString examples = QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/examples");

std::string textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// A project file with one node A that has eth0, cabled to B's eth0, and room for what a row is about.
QString around(const QString &nodeFields, const QString &ethFields = {})
{
    return QStringLiteral(R"({"format": "netdraft", "version": 1,
"network": {"nodes": [
{"name": "A", "interfaces": [{"name": "lo", "up": true}, {"name": "eth0", "up": true%2}]%1},
{"name": "B", "interfaces": [{"name": "eth0", "up": true}]}],
"cables": [[{"node": "A", "interface": "eth0"}, {"node": "B", "interface": "eth0"}]]}})")
        .arg(nodeFields.isEmpty() ? QString() : QStringLiteral(",\n") + nodeFields,
             ethFields.isEmpty() ? QString() : QStringLiteral(",\n") + ethFields);
}

} // namespace

class TestProjectFile : public QObject
{
    Q_OBJECT

private slots:
    void examplesAreAsWritten_data();
    void examplesAreAsWritten();
    void accepts_data();
    void accepts();
    void forgetsCounters();
    void refuses_data();
    void refuses();
    void survivesTruncation_data();
    void survivesTruncation();
    void survivesFlippedBytes_data();
    void survivesFlippedBytes();
    void survivesDeepNesting_data();
    void survivesDeepNesting();
};

void TestProjectFile::examplesAreAsWritten_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(examples);
    for (const QString &name : folder.entryList({QStringLiteral("*.netdraft")}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestProjectFile::examplesAreAsWritten()
{
    QFETCH(QString, path);
    const std::string text = textOf(path);
    const auto project = readProject(text, "example");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    QCOMPARE(QString::fromStdString(writeProject(*project)), QString::fromStdString(text));
}

void TestProjectFile::accepts_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("nothing but a network") << R"({"format": "netdraft", "version": 1, "network": {}})";
    QTest::newRow("a node alone") << R"({"version": 1, "format": "netdraft", "network": {"nodes": [{"name": "A"}]}})";
    QTest::newRow("an IPv6 address") << around({}, R"("addresses": ["2001:db8::1/64"])");
    QTest::newRow("an address with words")
        << around({}, R"("addresses": [{"address": "192.0.2.1/24", "broadcast": "192.0.2.255", "scope": "link"}])");
    QTest::newRow("default means the gateway's family")
        << around(R"("routes": [{"to": "default", "via": "2001:db8::2"}])", R"("addresses": ["2001:db8::1/64"])");
    QTest::newRow("a blackhole") << around(R"("routes": [{"to": "203.0.113.0/24", "type": "blackhole"}])");
    QTest::newRow("processes") << around(
        R"("processes": [{"command": "dnsmasq -C /etc/dnsmasq.conf", "pid": 501, "sockets": [{"protocol": "udp", "port": 53}, )"
        R"({"protocol": "tcp", "port": 53, "address": "::", "v6only": true}]}, {"command": "kubelet", "pid": 900}])");
    QTest::newRow("sockets") << around(
        R"("sockets": [{"port": 80}, {"program": "socat", "protocol": "tcp", "port": 81, "address": "::", "v6only": true,
                        "dev": "eth0"}, {"program": "nc", "protocol": "udp", "port": 53, "address": "192.0.2.1"}])",
        R"("addresses": ["192.0.2.1/24"])");
    QTest::newRow("files") << around(R"("files": {"/etc/hosts": ["127.0.0.1\tlocalhost", "", "192.0.2.2\tB \\ 'b'"],
        "/etc/network/interfaces": "auto lo\niface lo inet loopback", "/etc/resolv.conf": ""})");
    QTest::newRow("a table by number") << around(
        R"("routes": [{"to": "203.0.113.0/24", "dev": "eth0", "table": 100}])");
    QTest::newRow("rules") << around(
        R"("iptables": ["-P FORWARD DROP", "-N web", "-A web -p tcp -m tcp --dport 80 -j ACCEPT",
            "-A FORWARD -m comment --comment \"to the web\" -j web", "-t nat -A POSTROUTING -j MASQUERADE"],
            "ip6tables": ["-A INPUT -s 2001:db8::/32 -j REJECT"])");
    QTest::newRow("a rule of a link that none can be called")
        << around(R"("iptables": ["-A INPUT -i \"l o\" -j ACCEPT", "-A INPUT -i \"l\\\"o'x\" -j ACCEPT"])");
    QTest::newRow("both names of forwarding")
        << around(R"("sysctls": {"net.ipv4.conf.all.forwarding": 1, "net.ipv4.conf.eth0.forwarding": 0})");
}

void TestProjectFile::accepts()
{
    QFETCH(QString, text);
    const auto project = readProject(text.toStdString(), "x.netdraft");
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const std::string written = writeProject(*project);
    const auto again = readProject(written, "again.netdraft");
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    QCOMPARE(QString::fromStdString(writeProject(*again)), QString::fromStdString(written));
}

/// What rules have counted is no part of a network: the same file is written before and after packets pass.
void TestProjectFile::forgetsCounters()
{
    const auto counted = readProject(around(R"("iptables": ["-A FORWARD -c 5 100 -j ACCEPT"])").toStdString(), "x");
    const auto fresh = readProject(around(R"("iptables": ["-A FORWARD -j ACCEPT"])").toStdString(), "x");
    QVERIFY(counted && fresh);
    QCOMPARE(QString::fromStdString(writeProject(*counted)), QString::fromStdString(writeProject(*fresh)));
}

void TestProjectFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message"); ///< how it begins, after the name of the file

    const auto row = [](const char *name, const QString &text, const char *message) {
        QTest::newRow(name) << text.toUtf8() << QString::fromUtf8(message);
    };
    // The text as a whole
    row("empty", "", "1:1: the file is empty; expected a project file");
    row("truncated", R"({"format": "netdraft",)", "1:23: the JSON text ends too early: unexpected end of input; exp");
    row("not JSON", "network A", "1:1: not JSON: invalid literal; last read: 'ne'; expected a JSON value");
    row("a comma too many", "{\"format\": \"netdraft\",\n \"version\": 1,}",
        "2:15: not JSON: unexpected '}'; expected ");
    row("text behind the end", "{\"format\": \"netdraft\", \"version\": 1, \"network\": {}}\nx", "2:1: not JSON: ");
    QTest::newRow("not UTF-8") << QByteArray("{\"format\": \"net\xff\"}")
                               << "1:16: not UTF-8; expected a text in UTF-8";
    QTest::newRow("an overlong sequence") << QByteArray("{\"\xc0\xaf\"}") << "1:3: not UTF-8";
    QTest::newRow("a NUL") << QByteArray("{\"format\": \"netdraft\0\"}", 23) << "1:12: not JSON: invalid string";
    row("an array", "[]", "1:1: not a Netdraft project; expected an object with \"format\": \"netdraft\"");
    row("another format", R"({"format": "drawio"})", "1:12: not a Netdraft project; expected \"format\": \"netdraft\"");
    row("no version", R"({"format": "netdraft"})", "1:1: the project has no version; expected \"version\": 1");
    row("a newer version", R"({"format": "netdraft", "version": 2, "new": 1})",
        "1:35: version 2 is newer than this Netdraft, which reads version 1; expected");
    row("version 0", R"({"format": "netdraft", "version": 0})", "1:35: no version of a project; expected");
    row("a version in words", R"({"format": "netdraft", "version": "1"})", "1:35: no version of a project");
    row("no network", R"({"format": "netdraft", "version": 1})", "1:1: the project has no \"network\"; expected");
    row("a field twice", R"({"format": "netdraft", "format": "netdraft"})",
        "1:24: \"format\" stands twice in one object; expected each field once");
    row("an unknown field", R"({"format": "netdraft", "version": 1, "network": {}, "colour": 1})",
        "1:53: unknown field \"colour\" of the project; expected format, version, network, drawing");
    row("a wrong type", R"({"format": "netdraft", "version": 1, "network": []})",
        "1:49: \"network\" is an array; expected an object");
    row("a number too large", R"({"format": "netdraft", "version": 1e999})", "1:35: not JSON: number overflow");

    // Nodes
    row("a name for a shell", R"({"format": "netdraft", "version": 1, "network": {"nodes": [
  {"name": "x; touch /tmp/owned"}]}})",
        "2:12: \"x; touch /tmp/owned\" is not a name for a node; expected");
    row("a name with a newline", around(R"("name": "x")").replace("\"A\", \"int", "\"A\\nB\", \"int"),
        "4:1: \"name\" stands twice");
    row("a control character", QString(around({})).replace("{\"name\": \"B\"", "{\"name\": \"B\\n\""),
        "4:10: \"name\" holds a control character");
    row("a node twice", QString(around({})).replace("{\"name\": \"B\"", "{\"name\": \"A\""),
        "4:10: a second node called \"A\"; expected each name once");
    row("a file elsewhere", around(R"("files": {"/boot/x": ""})"),
        "4:11: \"/boot/x\" is no file that a namespace can have; expected a path below /etc, /home, /opt, /root, "
        "/run/cni, /run/flannel, /srv, /usr/local or /var/lib, such as /etc/hosts");
    row("a file that climbs", around(R"("files": {"/etc/../root/x": ""})"), "4:11: \"/etc/../root/x\" is no file");
    row("a file of all", around(R"("files": {"/etc/netns/B/hosts": ""})"),
        "4:11: \"/etc/netns/B/hosts\" is where the files of all are kept");
    row("a file twice", around(R"("files": {"/etc/hosts": "", "/etc/hosts": ""})"),
        "4:29: \"/etc/hosts\" stands twice");
    row("a file that is a number", around(R"("files": {"/etc/hosts": 1})"),
        "4:25: no text of a file; expected a string, or an array of its lines");
    row("a file with a NUL", around(R"("files": {"/etc/hosts": "\u0000"})"),
        "4:25: a file that is no text in UTF-8; expected one that is");
    row("a line of two", around(R"("files": {"/etc/hosts": ["a\nb"]})"),
        "4:26: no line of a file; expected a string without a line feed");
    row("a file in a file", around(R"("files": {"/etc/hosts": "", "/etc/hosts/x": ""})"),
        "4:29: the kernel refuses this: \"/etc/hosts is a file of A, and no directory\"");
    row("a file too long", around(R"("files": {"/etc/hosts": "%1"})").arg(QString(65537, 'x')),
        "4:25: a file of 65537 bytes; expected at most 65536");
    row("a node without a name", R"({"format": "netdraft", "version": 1, "network": {"nodes": [{}]}})",
        "1:60: a node has no \"name\"; expected");
    row("an unknown field of a node", around("\"gateway\": 1"), "4:1: unknown field \"gateway\" of a node; expected");

    // Interfaces and cables
    row("an interface twice", QString(around({})).replace("\"lo\"", "\"eth0\""), "3:69: a second interface \"eth0\"");
    row("a name too long", QString(around({})).replace("{\"name\": \"lo\"", "{\"name\": \"a123456789012345\""),
        "3:39: \"a123456789012345\" is not an interface name; expected");
    row("a cable to no node", QString(around({})).replace("{\"node\": \"B\"", "{\"node\": \"Z\""),
        "5:58: a cable to the node \"Z\", which does not exist; expected");
    row("a cable to no interface",
        QString(around({}))
            .replace("{\"node\": \"B\", \"interface\": \"eth0\"", "{\"node\": \"B\", \"interface\": \"eth7\""),
        "5:76: B has no interface \"eth7\" that a cable could end at; expected");
    row("two cables on one interface",
        QString(around({}))
            .replace("\"B\", \"interface\": \"eth0\"}]]",
                     "\"B\", \"interface\": \"eth0\"}],\n[{\"node\": \"A\", \"interface\": \"eth0\"}, "
                     "{\"node\": \"B\", \"interface\": \"lo\"}]]"),
        "6:29: a second cable on eth0 of A; expected one cable an interface");
    row("both ends the same", QString(around({})).replace("{\"node\": \"B\", \"int", "{\"node\": \"A\", \"int"),
        "5:76: a second cable on eth0 of A");
    row("a cable with one end", QString(around({})).replace(", {\"node\": \"B\", \"interface\": \"eth0\"}", ""),
        "5:12: no cable; expected an array of two ends");
    row("an interface without a cable", QString(around({})).replace("\"cables\": [[", "\"cables\": [], \"x\": [["),
        "5:15: unknown field \"x\"");
    row("a bridge at a cable", around({}, R"("bridge": {})"), "6:40: A has no interface \"eth0\" that a cable");
    row("a port that is not there",
        around({}, "\"mtu\": 1500}, {\"name\": \"br0\", \"bridge\": {\"ports\": [\"eth5\"]}"),
        "4:52: A has no interface \"eth5\" that could be a port; expected");
    row("a port of two bridges",
        around({}, "\"mtu\": 1500}, {\"name\": \"br0\", \"bridge\": {\"ports\": [\"eth0\"]}},\n"
                   "{\"name\": \"br1\", \"bridge\": {\"ports\": [\"eth0\"]}"),
        "5:38: eth0 is a port already; expected each port once");
    row("an MTU too small", around({}, R"("mtu": 60)"), "4:8: the kernel refuses this: ");
    row("an MTU that is no number", around({}, R"("mtu": "big")"), "4:8: \"mtu\" is a string; expected a number");
    row("an MTU with a fraction", around({}, R"("mtu": 1.5)"), "4:8: \"mtu\" is no whole number; expected a whole");
    row("a bad MAC", around({}, R"("mac": "02:00")"), "4:8: \"02:00\" is not a MAC address; expected one such as");
    row("an index out of order", around({}, R"("index": 1)"), "4:10: \"index\" is out of range; expected a whole");

    // Addresses and routes
    row("an address out of range", around({}, R"("addresses": ["300.1.1.1/24"])"),
        "4:15: \"300.1.1.1\" is not an IPv4 address; expected four numbers from 0 to 255");
    row("a prefix length out of range", around({}, R"("addresses": ["192.0.2.1/33"])"),
        "4:15: \"33\" is not a prefix length; expected a number from 0 to 32");
    row("no prefix length", around({}, R"("addresses": ["192.0.2.1/"])"),
        "4:15: \"\" is not a prefix length; expected");
    row("an address twice", around({}, R"("addresses": ["192.0.2.1/24", "192.0.2.1/24"])"),
        "4:31: the kernel refuses this: ");
    row("an address that is no string", around({}, R"("addresses": [192])"), "4:15: an address is a number; expected");
    row("an unknown scope", around({}, R"("addresses": [{"address": "192.0.2.1/24", "scope": "far"}])"),
        "4:52: \"far\" is no scope; expected \"global\", ");
    row("a route with host bits", around(R"("routes": [{"to": "192.0.2.1/24", "dev": "eth0"}])"),
        "4:19: \"192.0.2.1/24\" has bits set behind its prefix length; expected 192.0.2.0/24");
    row("a route by an unknown device", around(R"("routes": [{"to": "192.0.2.0/24", "dev": "eth9"}])"),
        "4:42: A has no interface \"eth9\"; expected");
    row("a gateway out of reach", around(R"("routes": [{"to": "192.0.2.0/24", "via": "198.51.100.1"}])"),
        "4:42: the kernel refuses this: ");
    row("a gateway of another family", around(R"("routes": [{"to": "2001:db8::/32", "via": "198.51.100.1"}])"),
        "4:43: an IPv4 gateway of an IPv6 route; expected an IPv6 address");
    row("a route twice",
        around(R"("routes": [{"to": "192.0.2.0/24", "dev": "eth0"}, {"to": "192.0.2.0/24", "dev": "eth0"}])"),
        "4:58: the kernel refuses this: \"RTNETLINK answers: File exists\"; expected it only once");
    row("an unknown type of route", around(R"("routes": [{"to": "192.0.2.0/24", "type": "magic"}])"),
        "4:43: \"magic\" is no type; expected \"unicast\"");
    row("an unknown sysctl", around(R"("sysctls": {"kernel.hostname": 1})"), "4:13: \"kernel.hostname\" is no sysctl");
    row("a sysctl of no device", around(R"("sysctls": {"net.ipv4.conf.eth9.forwarding": 1})"), "4:13: ");
    row("a sysctl out of range", around(R"("sysctls": {"net.ipv4.ip_default_ttl": 256})"),
        "4:40: no value for net.ipv4.ip_default_ttl; expected a whole number from 1 to 255");
    row("a rule without a table", around(R"("rules": [{"priority": 5}])"),
        "4:11: a rule without a table; expected \"table\"");
    row("a rule that jumps back", around(R"("rules": [{"priority": 5, "action": "goto", "goto": 4}])"),
        "4:11: the kernel refuses this: \"Error: Backward goto not supported.\"");
    row("ports that are none", around(R"("rules": [{"priority": 5, "table": 9, "sport": [0, 1]}])"),
        "4:48: no ports; expected two numbers");
    row("a route of an unknown next hop", around(R"("routes": [{"to": "192.0.2.0/24", "nhid": 4}])"),
        "4:19: the kernel refuses this: \"Error: Nexthop id does not exist.\"");
    row("a group of unknown next hops", around(R"("nexthops": [{"id": 4, "group": [{"id": 5}]}])"),
        "4:14: the kernel refuses this: \"Error: Invalid nexthop id.\"");
    row("a hop by an unknown device", around(R"("routes": [{"to": "192.0.2.0/24", "nexthops": [{"dev": "eth9"}]}])"),
        "4:12: A has no interface \"eth9\"");
    row("a neighbour without a device", around(R"("neighbours": [{"address": "192.0.2.2"}])"),
        "4:16: a neighbour has no \"dev\"; expected the name of an interface");
    row("a process without a command", around(R"("processes": [{"pid": 501}])"),
        "4:15: a process has no \"command\"; expected a command line, such as \"dnsmasq\"");
    row("a process twice", around(R"("processes": [{"command": "a", "pid": 5}, {"command": "b", "pid": 5}])"),
        "4:55: the kernel refuses this: \"A has a process 5 already\"");
    row("a process with two spaces", around(R"("processes": [{"command": "a  b", "pid": 5}])"), "4:27: ");
    row("a process with a line feed", around(R"("processes": [{"command": "a\nb", "pid": 5}])"), "4:27: ");
    row("a process without a number", around(R"("processes": [{"command": "a", "pid": 0}])"), "4:39: ");
    row("processes on one port",
        around(
            R"("processes": [{"command": "a", "sockets": [{"port": 80}]}, {"command": "b", "sockets": [{"port": 80}]}])"),
        "4:72: the kernel refuses this: \"b: 0.0.0.0:80/tcp: Address already in use\"");
    row("a process with a socket of a device",
        around(R"("processes": [{"command": "a", "sockets": [{"port": 80, "dev": "eth0"}]}])"),
        "4:57: unknown field \"dev\"");
    row("a socket without a port", around(R"("sockets": [{"protocol": "udp"}])"),
        "4:13: a socket has no \"port\"; expected a port from 1 to 65535");
    row("a socket on port 0", around(R"("sockets": [{"port": 0}])"), "4:22: ");
    row("a socket beyond the last port", around(R"("sockets": [{"port": 65536}])"), "4:22: ");
    row("a socket of an unknown program", around(R"("sockets": [{"port": 80, "program": "sh -c evil"}])"), "4:37: ");
    row("a socket of an unknown protocol", around(R"("sockets": [{"port": 80, "protocol": "sctp"}])"), "4:38: ");
    row("a socket with an unknown field", around(R"("sockets": [{"port": 80, "command": "reboot"}])"),
        "4:26: unknown field \"command\" of a socket; expected program, protocol, port, address, v6only, dev");
    row("a socket by an unknown device", around(R"("sockets": [{"port": 80, "program": "socat", "dev": "eth9"}])"),
        "4:53: A has no interface \"eth9\"");
    row("a socket by no address", around(R"("sockets": [{"port": 80, "address": "web"}])"), "4:37: ");
    row("a socket on an absent address", around(R"("sockets": [{"port": 80, "address": "192.0.2.9"}])"),
        "4:37: the kernel refuses this: \"nc: Cannot assign requested address\"");
    row("two sockets on one port", around(R"("sockets": [{"port": 80}, {"port": 80, "program": "socat"}])"),
        "4:36: the kernel refuses this: \"socat: Address already in use\"");
    row("a socket of nc by a link", around(R"("sockets": [{"port": 80, "dev": "eth0"}])"),
        "4:33: nc knows no \"dev\"; expected the program socat");
    row("an IPv4 socket for IPv6 alone", around(R"("sockets": [{"port": 80, "program": "socat", "v6only": true}])"),
        "4:56: \"v6only\" of a socket of IPv4; expected an IPv6 address with it");
    row("a rule of nothing known", around(R"("iptables": ["-A FORWARD -m foo"])"),
        "4:14: iptables v1.8.9 (nf_tables): Couldn't load match `foo':No such file or directory");
    row("a rule in no chain", around(R"("iptables": ["-A FOO -j ACCEPT"])"),
        "4:14: the kernel refuses this: \"iptables: No chain/target/match by that name.\"");
    row("a jump to nowhere", around(R"("ip6tables": ["-A INPUT -j web"])"), "4:15: the kernel refuses this: ");
    row("a question among the rules", around(R"("iptables": ["-S"])"),
        "4:14: \"-S\" makes no rule; expected -A, -I, -N or -P");

    // The drawing
    const QString drawn = QStringLiteral(R"({"format": "netdraft", "version": 1, "network": {"nodes": [{"name": "A"}]},
"drawing": {"nodes": {%1}}})");
    row("a drawing of nothing", drawn.arg(R"("Z": {"kind": "device", "x": 0, "y": 0})"),
        "2:23: a drawing of \"Z\", which does not exist; expected the name of a node");
    row("an unknown kind", drawn.arg(R"("A": {"kind": "cloud", "x": 0, "y": 0})"),
        "2:37: \"cloud\" is no kind of node; expected device, switch, router, namespace or machine");
    row("inside of nobody", drawn.arg(R"("A": {"kind": "device", "x": 0, "y": 0, "inside": "Z"})"),
        "2:73: \"Z\" does not exist; expected the name of a node, or \"\" for a node that stands on its own");
    row("folded, or not", drawn.arg(R"("A": {"kind": "device", "x": 0, "y": 0, "folded": 1})"),
        "2:73: \"folded\" is a number");
    row("far away", drawn.arg(R"("A": {"kind": "device", "x": 1e300, "y": 0})"), "2:52: \"x\" is out of range;");
}

void TestProjectFile::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const auto project = readProject(text.toStdString(), "x.netdraft");
    QVERIFY(!project);
    const QString said = QString::fromStdString(describe(project.error()));
    QVERIFY2(said.startsWith("x.netdraft:" + message), qPrintable(said));
    QVERIFY2(said.contains("expected"), qPrintable(said));
}

void TestProjectFile::survivesTruncation_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("routing-solved.netdraft") << examples + "/routing-solved.netdraft";
    QTest::newRow("namespaces.netdraft") << NETDRAFT_SOURCE_DIR "/tests/data/networks/namespaces.netdraft";
}

void TestProjectFile::survivesTruncation()
{
    QFETCH(QString, path);
    const std::string text = textOf(path);
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        const auto project = readProject(std::string_view(text).substr(0, length), "x.netdraft");
        QVERIFY2(!project, qPrintable(QString::number(length)));
        QVERIFY2(project.error().position, qPrintable(QString::number(length)));
    }
}

void TestProjectFile::survivesFlippedBytes_data()
{
    QTest::addColumn<int>("flip");
    for (const int flip : {0x01, 0x10, 0x20, 0xff})
        QTest::newRow(qPrintable(QStringLiteral("by 0x%1").arg(flip, 2, 16, QChar(u'0')))) << flip;
}

void TestProjectFile::survivesFlippedBytes()
{
    QFETCH(int, flip);
    const std::string text = textOf(examples + "/routing-solved.netdraft");
    QVERIFY(!text.empty());
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::string flipped = text;
        flipped[at] = static_cast<char>(flipped[at] ^ flip);
        const auto project = readProject(flipped, "x.netdraft");
        // What is still a project is one as a whole; anything else is refused with its place.
        if (project)
            QVERIFY2(readProject(writeProject(*project), "y.netdraft"), qPrintable(QString::number(at)));
        else
            QVERIFY2(project.error().position, qPrintable(QString::number(at)));
    }
}

void TestProjectFile::survivesDeepNesting_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<int>("levels");
    QTest::addColumn<QString>("message");
    QTest::newRow("arrays") << QByteArray("[") << 100'000 << "x:1:33: nested deeper than 32 levels; expected";
    QTest::newRow("objects") << QByteArray("{\"a\":") << 100'000 << "x:1:161: nested deeper than 32 levels; expected";
    QTest::newRow("values") << QByteArray("1,") << 400'000 << "x:1:2: not JSON";
    QTest::newRow("members of an array") << QByteArray("[1").append(QByteArray(",1").repeated(500'001)) << 1
                                         << "x:1:1000000: more than 500000 values; expected";
}

void TestProjectFile::survivesDeepNesting()
{
    QFETCH(QByteArray, level);
    QFETCH(int, levels);
    QFETCH(QString, message);
    const auto project = readProject(level.repeated(levels).toStdString(), "x");
    QVERIFY(!project);
    const QString said = QString::fromStdString(describe(project.error()));
    QVERIFY2(said.startsWith(message), qPrintable(said));
}

NETDRAFT_TEST(TestProjectFile)
#include "tst_project_file.moc"
