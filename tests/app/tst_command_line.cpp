#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

const QString examples = QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/examples/");
const QString networks = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/networks/");

struct Ended {
    int status = -1;
    QString out;
    QString err;
};

/// Runs the program without a display, in a folder of its own.
Ended run(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        environment.remove(name);
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QStringLiteral(NETDRAFT_PROGRAM), arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// The routing lesson with one piece of its text replaced.
QByteArray lessonWith(const QByteArray &before, const QByteArray &after)
{
    QByteArray text = contentOf(examples + "routing.netdraft");
    const auto at = text.indexOf(before);
    return at < 0 ? QByteArray() : text.replace(at, before.size(), after);
}

/// A project file without the files of nodes that a script leaves out, for namespaces of one machine would share them.
QByteArray withoutSharedFiles(const QByteArray &text)
{
    QJsonObject project = QJsonDocument::fromJson(text).object();
    QJsonObject network = project["network"].toObject();
    QJsonArray nodes;
    for (const QJsonValue &value : network["nodes"].toArray()) {
        QJsonObject node = value.toObject();
        QJsonObject files;
        const QJsonObject all = node["files"].toObject();
        for (auto file = all.begin(); file != all.end(); ++file)
            if (file.key().startsWith("/etc/"))
                files.insert(file.key(), file.value());
        node.remove("files");
        if (!files.isEmpty())
            node["files"] = files;
        nodes.append(node);
    }
    network["nodes"] = nodes;
    project["network"] = network;
    return QJsonDocument(project).toJson();
}

} // namespace

class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void badProjects_data();
    void badProjects();
    void lesson();
    void reachJson();
    void portsNameWhatIsInTheWay_data();
    void portsNameWhatIsInTheWay();
    void traceJson();
    void traceWritesACapture_data();
    void traceWritesACapture();
    void generates();
    void givesAddresses();
    void reachTellsTheFirstReasons();
    void importKeepsBytes_data();
    void importKeepsBytes();
    void exportsToAFolder();
    void renders_data();
    void renders();
    void failedWritesLeaveTheOldFile();
};

void TestCommandLine::answers_data()
{
    QTest::addColumn<QString>(
        "arguments"); ///< EX/ and NET/ stand for folders of networks, SOCKETS and POLICY for files
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("out"); ///< a part of it; empty: nothing is printed
    QTest::addColumn<QString>("err");

    const auto row = [](const char *name, const char *arguments, int status, const char *out, const char *err) {
        QTest::newRow(name) << arguments << status << out << err;
    };
    row("help", "--help", 0, "Exit status: 0 yes or done; 1 the answer is no; 2 the input is wrong", "");
    row("version", "--version", 0, "netdraft 0.", "");
    row("help of a verb", "exec --help", 0, "FILE itself is not changed", "");
    row("an unknown option", "--frobnicate", 2, "", "netdraft: The following argument was not expected: --frobnicate");
    row("a verb without its file", "reach", 2, "", "netdraft: FILE is required");
    row("no display", "EX/routing.netdraft", 1, "A cannot reach C (192.168.2.5): A has no route to 192.168.2.0/24",
        "netdraft: there is no display for a window");
    row("no display and no file", "", 1, "A has no route to 192.168.2.0/24", "the routing lesson");
    row("no such file", "reach nowhere.netdraft", 2, "", "netdraft: cannot read \"nowhere.netdraft\": No such file");
    row("a folder", "reach .", 2, "", "\".\" is nothing that Netdraft reads; expected one of these:");

    row("reach says no", "reach EX/routing.netdraft", 1,
        "A cannot reach C (192.168.2.5): A has no route to 192.168.2.0/24\n"
        "    try: ip -n A route add 192.168.2.0/24 via 192.168.1.6\n",
        "");
    row("reach counts", "reach EX/routing.netdraft", 1, "\n4 of 8 pairs are reachable.\n", "");
    row("reach says yes", "reach EX/routing-solved.netdraft", 0, "\n8 of 8 pairs are reachable.\n", "");
    row("two devices", "reach NET/two-devices.netdraft", 0, "2 of 2 pairs", "");
    row("namespaces", "reach NET/namespaces.netdraft", 0, "6 of 6 pairs", "");
    row("a default gateway", "reach NET/default-gateway.netdraft", 0, "15 of 15 pairs", "");
    row("IPv6", "reach EX/ipv6.netdraft", 0, "8 of 8 pairs", "");

    row("diff that heals", "diff EX/routing.netdraft EX/routing-solved.netdraft", 0,
        "A now reaches C (192.168.2.5); before: A has no route to 192.168.2.0/24\n", "");
    row("diff that breaks", "diff EX/routing-solved.netdraft EX/routing.netdraft", 1,
        "A no longer reaches C (192.168.2.5): A has no route to 192.168.2.0/24\n"
        "    try: ip -n A route add 192.168.2.0/24 via 192.168.1.6\n",
        "");
    row("diff counts", "diff EX/routing-solved.netdraft EX/routing.netdraft", 1,
        "\n4 pairs broke, 0 healed, 0 answer otherwise.\n", "");
    row("changed since another", "reach EX/routing-solved.netdraft --changed EX/routing.netdraft", 0,
        "0 pairs broke, 4 healed", "");
    row("changed from one node", "reach EX/routing-solved.netdraft --changed EX/routing.netdraft --from C", 0,
        "0 pairs broke, 2 healed", "");
    row("changed for the worse", "reach EX/routing.netdraft --changed EX/routing-solved.netdraft --to C", 1,
        "A no longer reaches C", "");
    row("changed since no such file", "reach EX/routing.netdraft --changed nowhere", 2, "", "cannot read \"nowhere\"");
    row("changed of a port", "reach EX/routing.netdraft --changed EX/routing.netdraft --tcp 80", 2, "",
        "--tcp excludes --changed");
    row("diff of the same", "diff EX/ipv6.netdraft EX/ipv6.netdraft", 0,
        "Everybody reaches whom they reached before.\n", "");
    row("diff of other networks", "diff NET/two-devices.netdraft EX/ipv6.netdraft", 1, " is gone\n", "");
    row("diff as JSON", "diff --json EX/routing.netdraft EX/routing-solved.netdraft", 0,
        R"({"from":"A","to":"C","address":"192.168.2.5","before":"A has no route to 192.168.2.0/24"})", "");
    row("diff with one file", "diff EX/routing.netdraft", 2, "", "netdraft: AFTER is required");
    row("diff with no such file", "diff EX/routing.netdraft nowhere", 2, "", "cannot read \"nowhere\"");

    row("check that is met", "check EX/routing-solved.netdraft --policy POLICY", 0,
        "yes  A reaches C\nyes  ends never reach C:22\nyes  no loops\n\n3 of 3 expectations are met.\n", "");
    row("check that is not", "check EX/routing.netdraft --policy POLICY", 1,
        "no   A reaches C\n       A does not reach C (192.168.2.5): A has no route to 192.168.2.0/24\n", "");
    row("check as JSON", "check EX/routing.netdraft --policy POLICY --json", 1,
        R"({"line":2,"expectation":"A reaches C","met":false,"asked":1,"against":[{"from":"A","to":"C",)", "");
    row("check of other names", "check EX/ipv6.netdraft --policy SOCKETS", 2, "", ":1:1: ");
    row("check without a policy", "check EX/routing.netdraft", 2, "", "netdraft: --policy is required");
    row("check with no such policy", "check EX/routing.netdraft --policy nowhere", 2, "", "cannot read \"nowhere\"");
    row("generate lists", "generate --list", 0, "fat-tree [k=4]\n    The fat tree of k pods", "");
    row("generate what", "generate cube -o x", 2, "",
        "netdraft: there is no shape \"cube\"; expected one of campus, chain, cluster, fat-tree, ");
    row("generate too much", "generate star 3 4 -o x", 2, "", "netdraft: star takes 1 numbers, not 2");
    row("generate too many", "generate ring 2 -o x", 2, "",
        "netdraft: expected a number from 3 to 250 for the routers of ring, not 2");
    row("generate where", "generate star 3", 2, "", "netdraft: expected -o FILE");
    row("address gives what is missing", "address EX/routing-solved.netdraft --pool 10.0.0.0/8", 0,
        "ip -n A route add default via 192.168.1.6\nip -n C route add default via 192.168.2.6\n", "");
    row("address of another family", "address NET/two-devices.netdraft --pool fd00::/48", 0,
        "ip -n A addr add fd00:0:0:1::1/64 dev eth0\nip -n B addr add fd00:0:0:1::2/64 dev eth0\n", "");
    row("address without gateways", "address EX/routing-solved.netdraft --pool 10.0.0.0/8 --no-gateways", 0, "", "");
    row("address of whom", "address EX/routing.netdraft --pool 10.0.0.0/8 --of nobody", 2, "", "nobody");
    row("address from where", "address EX/routing.netdraft --pool 10.0.0.300/8", 2, "",
        "\"10.0.0.300\" is not an IPv4 address");
    row("address how long", "address EX/ipv6.netdraft --pool 10.0.0.0/16 --length 8", 2, "",
        "netdraft: a network of /8 is none of 10.0.0.0/16; expected a length from 16 to 30");
    row("whatif of links", "whatif EX/routing-solved.netdraft --fail-each link", 1,
        "cable A eth0 - sw1 eth1: 5 of 8 reachable pairs break\n"
        "    A no longer reaches B (192.168.1.6): eth0 of A has no carrier: the other end is down\n",
        "");
    row("whatif of nodes", "whatif EX/routing-solved.netdraft --fail-each node", 1, "B: 2 of 2 reachable pairs break\n",
        "");
    row("whatif of a switch", "whatif NET/two-devices.netdraft --fail-each node", 1, "sw1: 2 of 2", "");
    row("whatif counts", "whatif EX/routing-solved.netdraft --fail-each node", 1,
        "\n3 of 5 single failures break something, 2 break nothing.\n", "");
    row("whatif as JSON", "whatif EX/routing-solved.netdraft --fail-each node --json", 1,
        R"({"node":"B","pairs":2,"broken":[{"from":"A","to":"C","address":"192.168.2.5"},)", "");
    row("whatif of what", "whatif EX/routing.netdraft", 2, "", "netdraft: --fail-each is required");
    row("whatif of something else", "whatif EX/routing.netdraft --fail-each disk", 2, "",
        "netdraft: --fail-each: disk not in {link,node}");

    row("exec of a line of the shell", "exec EX/routing.netdraft A -- bash -c echo;hostname", 0, "\nA\n", "");
    row("exec of a list of files", "exec EX/routing.netdraft A -- ls -la /opt/cni/bin", 0, " bridge\n", "");
    row("exec of a list of nothing", "exec EX/routing.netdraft A -- ls /nowhere", 2, "",
        "ls: cannot access '/nowhere': No such file or directory");
    row("resolve what nobody knows", "resolve EX/dns.netdraft client web", 1,
        "  1  client does not find web in /etc/hosts\n  2  client asks 127.0.0.1 for web (A)\n"
        "  3  no answer comes: nobody listens on udp/53 at client\n",
        "");
    row("resolve what stands in the file", "resolve EX/dns.netdraft client localhost --json", 0,
        R"({"found":true,"end":"localhost is 127.0.0.1, ::1","canonical":"localhost",)", "");
    row("resolve no name", "resolve EX/dns.netdraft client a..b", 2, "", "netdraft: \"a..b\" is no name; expected");
    row("resolve from nowhere", "resolve EX/dns.netdraft X web", 2, "", "netdraft: there is no node \"X\"");

    row("ports of a cluster", "ports EX/cluster-ports.netdraft", 0,
        "controlplane   6443    tcp        kube-apiserver            node01         open\n", "");
    row("ports of a cluster, counted", "ports EX/cluster-ports.netdraft", 0,
        "\nThe cluster of controlplane: 13 of 13 ways to its ports are open.\n", "");
    row("ports of a cluster as JSON", "ports EX/cluster-ports.netdraft --json", 0,
        R"({"clusters":[{"server":"controlplane","ports":[{"node":"controlplane","port":6443,"protocol":"tcp",)"
        R"("process":"kube-apiserver","from":"controlplane","address":"192.168.1.10","listening":true,)",
        "");
    row("ports without a cluster", "ports EX/routing.netdraft", 1,
        "There is no cluster here: no node has kube-apiserver and etcd. `kubeadm init` makes one.\n", "");
    row("ports without a cluster as JSON", "ports EX/routing.netdraft --json", 1, "{\"clusters\":[]}\n", "");
    row("ports of no file", "ports", 2, "", "netdraft: FILE is required");

    row("trace to a node", "trace EX/routing-solved.netdraft A C", 0,
        "  2  B  in eth0  out eth1  [192.168.2.0/24 dev eth1]  to 192.168.2.5\n", "");
    row("trace that fails", "trace EX/routing.netdraft A 192.168.2.5", 1,
        "not reachable: A has no route to 192.168.2.0/24\n", "");
    row("trace through the stations", "trace EX/routing-solved.netdraft A C --stations", 0,
        "  * routing decision  192.168.2.0/24 via 192.168.1.6 dev eth0\n  - OUTPUT            no rules\n", "");
    row("trace through the stations over TCP", "trace EX/routing-solved.netdraft A C --tcp 80 --stations", 1,
        "  x local process     nobody listens on the port\n", "");
    row("trace through the stations as JSON", "trace EX/routing-solved.netdraft A C --stations --json", 2, "",
        "excludes");
    row("trace from nowhere", "trace EX/routing.netdraft X C", 2, "",
        "netdraft: there is no node \"X\"; expected one of host, A, sw1, B, sw2, C");
    row("trace to nothing", "trace EX/routing.netdraft A 300.1.1.1", 2, "", "is neither a node nor an address");
    row("trace to a switch", "trace EX/routing.netdraft A sw1", 2, "", "sw1 has no address");
    row("trace over TCP", "trace EX/routing-solved.netdraft A C --tcp 80", 1,
        "  3  C  in eth0  [local address]\nreply from 192.168.2.5 to 192.168.1.5 port 32768\n", "");
    row("trace to a closed port", "trace EX/routing-solved.netdraft A C --tcp 80", 1,
        "A hears: Connection refused\nnot reachable: nobody listens on tcp/80 at C", "");
    row("trace to an open port", "trace SOCKETS B A --tcp 80", 0,
        "B hears: open\nreachable: B reaches tcp/80 of 192.0.2.1\n", "");
    row("trace over UDP", "trace SOCKETS B A --udp 53", 0, "B reaches udp/53 of 192.0.2.1\n", "");
    row("trace of two protocols", "trace SOCKETS B A --udp 53 --tcp 80", 2, "", "excludes");
    row("trace to port 0", "trace SOCKETS B A --tcp 0", 2, "", "--tcp: ");
    row("trace to a port as JSON", "trace SOCKETS A B --tcp 80 --json", 1, R"("tcp":80,"outcome":"Connection refused")",
        "");

    row("reach a port", "reach SOCKETS --tcp 80", 1,
        "A to B (192.0.2.2) tcp/80: Connection refused: B listens on tcp/80 for 127.0.0.1 only, not for 192.0.2.2 (on "
        "the "
        "way from A to 192.0.2.2)\n"
        "    try: ip netns exec B fuser -k 80/tcp\n"
        "    try: ip netns exec B nc -lk 80 &\n"
        "B to A (192.0.2.1) tcp/80: open\n",
        "");
    row("reach a port of one node", "reach SOCKETS --from B --to A --udp 53", 1, "1 of 2 pairs are reachable.\n", "");
    row("reach a port from one node", "reach SOCKETS --from B --tcp 80", 1, "\n1 of 2 pairs are reachable.\n", "");
    row("reach a port as JSON", "reach SOCKETS --from A --to B --tcp 80 --json", 1,
        R"({"nodes":["A","B"],"pairs":[{"from":"A","to":"B","address":"192.0.2.2","tcp":80,"reachable":false,)"
        R"("outcome":"Connection refused","reason":"B listens on tcp/80 for 127.0.0.1 only)",
        "");
    row("reach a port from nowhere", "reach SOCKETS --from X --tcp 80", 2, "", "there is no node \"X\"");
    row("reach from one node", "reach EX/routing.netdraft --from A", 1, "1 of 3 pairs are reachable.\n", "");
    row("reach to one node", "reach EX/routing.netdraft --to C", 1, "1 of 2 pairs are reachable.\n", "");
    row("reach from one node to another", "reach EX/routing.netdraft --from A --to B", 1,
        "1 of 2 pairs are reachable.\n", "");
    row("reach from a switch that is named", "reach EX/routing.netdraft --from sw1", 1, "0 of 4 pairs are reachable.\n",
        "");
    row("reach from a node that is not there", "reach EX/routing.netdraft --from Z", 2, "", "Z");

    row("exec answers", "exec EX/routing.netdraft A -- ip route", 0,
        "192.168.1.0/24 dev eth0 proto kernel scope link src 192.168.1.5 \n", "");
    row("exec with options", "exec EX/routing.netdraft A -- ip -4 -br addr show dev eth0", 0, "192.168.1.5/24", "");
    row("exec is refused", "exec EX/routing.netdraft A -- ip route add 10.0.0.0/8 via 198.51.100.1", 2, "",
        "Error: Nexthop has invalid gateway.\n");
    row("exec of a wrong device", "exec EX/routing.netdraft A -- ip link show dev eth7", 1, "",
        "Device \"eth7\" does not exist.\n");
    row("exec on no node", "exec EX/routing.netdraft X -- ip route", 2, "", "there is no node \"X\"");
    row("exec of nothing", "exec EX/routing.netdraft A", 2, "", "COMMAND is required");

    row("an unknown format", "export EX/routing.netdraft cobol", 2, "",
        "there is no format \"cobol\"; expected one of");
    row("export of nothing", "export", 2, "", "expected FILE and FORMAT, or --list");
    row("import to nowhere", "import EX/routing.netdraft -o no/such/folder/x", 2, "",
        "netdraft: cannot write \"no/such/folder/x\": No such file or directory");
    row("a picture of another kind", "render EX/routing.netdraft -o picture.xyz", 2, "", "picture.xyz");
}

void TestCommandLine::answers()
{
    QFETCH(QString, arguments);
    QFETCH(int, status);
    QFETCH(QString, out);
    QFETCH(QString, err);
    const QTemporaryDir folder;
    arguments.replace(QStringLiteral("EX/"), examples).replace(QStringLiteral("NET/"), networks);
    arguments.replace(QStringLiteral("SOCKETS"),
                      QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/exchange/bash/sockets/input.netdraft"));
    arguments.replace(QStringLiteral("POLICY"), QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/policies/lesson.txt"));
    const QStringList words = arguments.split(u' ', Qt::SkipEmptyParts);
    const Ended ended = run(words, folder.path());
    QVERIFY2(ended.status == status, qPrintable(QString::number(ended.status) + ": " + ended.err + ended.out));
    QVERIFY2(out.isEmpty() ? ended.out.isEmpty() : ended.out.contains(out), qPrintable(ended.out));
    QVERIFY2(err.isEmpty() ? ended.err.isEmpty() : ended.err.contains(err), qPrintable(ended.err));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestCommandLine::badProjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");

    QTest::newRow("a name for a shell") << lessonWith("\"name\": \"A\"", "\"name\": \"x; touch /tmp/owned\"")
                                        << "bad.netdraft:7:17: \"x; touch /tmp/owned\" is not a name for a node; ";
    QTest::newRow("truncated JSON") << contentOf(examples + "routing.netdraft").left(300)
                                    << "bad.netdraft:15:16: the JSON text ends too early: ";
    QTest::newRow("a newer version") << lessonWith("\"version\": 1", "\"version\": 7")
                                     << "bad.netdraft:3:14: version 7 is newer than this Netdraft, which reads ";
    QTest::newRow("a link to a node that does not exist")
        << lessonWith("{\"node\": \"sw1\", \"interface\": \"eth1\"}", "{\"node\": \"Z\", \"interface\": \"eth1\"}")
        << "bad.netdraft:46:53: a cable to the node \"Z\", which does not exist; ";
    QTest::newRow("two links on one interface")
        << lessonWith("[{\"node\": \"sw1\", \"interface\": \"eth2\"}", "[{\"node\": \"A\", \"interface\": \"eth0\"}")
        << "bad.netdraft:47:35: a second cable on eth0 of A; ";
    QTest::newRow("an address like 300.1.1.1/24")
        << lessonWith("192.168.1.5/24", "300.1.1.1/24") << "bad.netdraft:10:54: \"300.1.1.1\" is not an IPv4 address; ";
    QTest::newRow("not JSON") << QByteArray("%PDF-1.4\n") << "bad.netdraft:1:1: not JSON: ";
    QTest::newRow("empty") << QByteArray() << "bad.netdraft:1:1: the file is empty; ";
    QTest::newRow("a script of somebody else") << QByteArray("#!/bin/sh\ntouch /tmp/owned\n") << "bad.netdraft:";
}

void TestCommandLine::badProjects()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    QVERIFY(put(folder.filePath("bad.netdraft"), text));
    const QStringList calls{"bad.netdraft",
                            "reach bad.netdraft",
                            "reach bad.netdraft --json",
                            "ports bad.netdraft",
                            "trace bad.netdraft A C",
                            "exec bad.netdraft A -o out -- ip link",
                            "export bad.netdraft bash -o out",
                            "export bad.netdraft commands",
                            "import bad.netdraft -o out",
                            "render bad.netdraft -o out.svg",
                            "verify bad.netdraft"};
    for (const QString &call : calls) {
        const Ended ended = run(call.split(u' '), folder.path());
        QVERIFY2(ended.status == 2, qPrintable(call));
        QVERIFY2(ended.err.startsWith(message), qPrintable(call + ": " + ended.err));
        QVERIFY2(ended.err.contains("expected"), qPrintable(ended.err));
        QVERIFY2(ended.out.isEmpty(), qPrintable(call));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{"bad.netdraft"});
    QCOMPARE(contentOf(folder.filePath("bad.netdraft")), text);
    QVERIFY(!QFile::exists("/tmp/owned"));
}

void TestCommandLine::lesson()
{
    const QTemporaryDir folder;
    QVERIFY(QFile::copy(examples + "routing.netdraft", folder.filePath("l.netdraft")));
    const auto line = [&] {
        const QStringList lines = run({"reach", "l.netdraft"}, folder.path()).out.split(u'\n');
        const auto found = lines.filter("A cannot reach C (192.168.2.5)");
        return found.isEmpty() ? QString() : found.first();
    };
    const auto type = [&](const QString &node, const QString &command) {
        return run(QStringList{"exec", "l.netdraft", node, "-o", "l.netdraft", "--"} + command.split(u' '),
                   folder.path())
            .status;
    };
    QCOMPARE(line(), "A cannot reach C (192.168.2.5): A has no route to 192.168.2.0/24");
    QCOMPARE(type("A", "ip route add 192.168.2.0/24 via 192.168.1.6"), 0);
    QVERIFY2(line().contains("B does not forward IPv4 packets"), qPrintable(line()));
    QCOMPARE(type("B", "sysctl -w net.ipv4.ip_forward=1"), 0);
    QVERIFY2(line().contains("C has no route to 192.168.1.0/24"), qPrintable(line()));
    QCOMPARE(type("C", "ip route add 192.168.1.0/24 via 192.168.2.6"), 0);
    QCOMPARE(line(), QString());
    QCOMPARE(run({"reach", "l.netdraft"}, folder.path()).status, 0);
    const auto networkOf = [](const QString &file) {
        const QByteArray text = contentOf(file);
        return text.left(text.indexOf("\n  \"drawing\""));
    };
    QCOMPARE(networkOf(folder.filePath("l.netdraft")), networkOf(examples + "routing-solved.netdraft"));

    // Without -o nothing is kept.
    QCOMPARE(run({"exec", "l.netdraft", "A", "--", "ip", "link", "set", "eth0", "down"}, folder.path()).status, 0);
    QCOMPARE(run({"reach", "l.netdraft"}, folder.path()).status, 0);
}

void TestCommandLine::reachJson()
{
    const Ended ended = run({"reach", examples + "routing.netdraft", "--json"}, QDir::tempPath());
    QCOMPARE(ended.status, 1);
    const QJsonObject answer = QJsonDocument::fromJson(ended.out.toUtf8()).object();
    QCOMPARE(answer["nodes"].toArray(), (QJsonArray{"A", "sw1", "B", "sw2", "C"}));
    // From each of five nodes to each of four addresses, but not to a node's own.
    const QJsonArray pairs = answer["pairs"].toArray();
    QCOMPARE(pairs.size(), 5 * 4 - 4);
    int reachable = 0;
    for (const QJsonValue &value : pairs) {
        const QJsonObject pair = value.toObject();
        reachable += pair["reachable"].toBool() ? 1 : 0;
        QVERIFY(!pair["reason"].toString().isEmpty());
        QVERIFY(!pair.contains("certain"));
        QVERIFY(pair["from"] != pair["to"]);
        if (pair["from"] == "A" && pair["address"] == "192.168.2.5") {
            QCOMPARE(pair["to"].toString(), "C");
            QCOMPARE(pair["reason"].toString(), "A has no route to 192.168.2.0/24");
        }
    }
    QCOMPARE(reachable, 4);
}

void TestCommandLine::portsNameWhatIsInTheWay_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("line"); ///< of the table, with single spaces
    QTest::addColumn<QString>("next"); ///< the line after it
    QTest::addColumn<int>("open");

    QTest::newRow("a rule") << "controlplane"
                            << "iptables -I INPUT -i eth0 -p tcp --dport 6443 -j DROP"
                            << "controlplane 6443 tcp kube-apiserver node01 Connection timed out rule 1 of chain INPUT "
                               "in table filter of controlplane drops the packet (on the way from node01 to "
                               "192.168.1.10)"
                            << "try: ip netns exec controlplane iptables -D INPUT 1" << 12;
    // What has to listen is a process of the cluster: nothing else that listens would mend it.
    QTest::newRow("nobody listens") << "controlplane"
                                    << "pkill kube-scheduler"
                                    << "controlplane 10259 tcp kube-scheduler controlplane Connection refused nobody "
                                       "listens on tcp/10259 at controlplane"
                                    << "controlplane 10257 tcp kube-controller-manager controlplane open" << 12;
    QTest::newRow("the API server is down")
        << "controlplane"
        << "pkill kube-apiserver"
        << "controlplane 6443 tcp kube-apiserver controlplane Connection refused nobody listens on tcp/6443 at "
           "controlplane"
        << "controlplane 6443 tcp kube-apiserver node01 Connection refused nobody listens on tcp/6443 at controlplane "
           "(on the way from node01 to 192.168.1.10)"
        << 11;
}

void TestCommandLine::portsNameWhatIsInTheWay()
{
    QFETCH(const QString, node);
    QFETCH(const QString, command);
    QFETCH(const QString, line);
    QFETCH(const QString, next);
    QFETCH(const int, open);
    const QTemporaryDir folder;
    const QStringList words{"exec", examples + "cluster-ports.netdraft", node, "-o", "changed.netdraft", "--"};
    const Ended changed = run(words + command.split(u' '), folder.path());
    QVERIFY2(changed.status == 0, qPrintable(changed.err));
    const Ended ended = run({"ports", "changed.netdraft"}, folder.path());
    QCOMPARE(ended.status, 1);
    QVERIFY(ended.err.isEmpty());
    QStringList lines;
    for (const QString &each : ended.out.split(u'\n'))
        lines << each.simplified();
    const auto at = lines.indexOf(line);
    QVERIFY2(at >= 0, qPrintable(ended.out));
    QCOMPARE(lines.value(at + 1), next);
    QVERIFY2(ended.out.endsWith(QString("%1 of 13 ways to its ports are open.\n").arg(open)), qPrintable(ended.out));

    const Ended json = run({"ports", "changed.netdraft", "--json"}, folder.path());
    QCOMPARE(json.status, 1);
    const QJsonArray ports = QJsonDocument::fromJson(json.out.toUtf8())["clusters"][0]["ports"].toArray();
    QCOMPARE(ports.size(), 13);
    const auto isOpen = [](const QJsonValue &port) {
        return port["listening"].toBool() && port["reachable"].toBool() && port["reason"].toString().isEmpty();
    };
    QCOMPARE(std::ranges::count_if(ports, isOpen), open);
}

void TestCommandLine::traceJson()
{
    const Ended ended = run({"trace", examples + "routing-solved.netdraft", "A", "C", "--json"}, QDir::tempPath());
    QCOMPARE(ended.status, 0);
    const QJsonObject answer = QJsonDocument::fromJson(ended.out.toUtf8()).object();
    QCOMPARE(answer["reachable"].toBool(), true);
    QVERIFY(!answer["reason"].toString().isEmpty());
    const QJsonArray hops = answer["hops"].toArray();
    QCOMPARE(hops.size(), 3);
    QCOMPARE(hops[1].toObject()["node"].toString(), "B");
    QCOMPARE(hops[1].toObject()["in"].toString(), "eth0");
    QCOMPARE(hops[1].toObject()["out"].toString(), "eth1");
    QCOMPARE(answer["reply"].toArray().size(), 3);
}

void TestCommandLine::traceWritesACapture_data()
{
    QTest::addColumn<QStringList>("what");
    QTest::newRow("a ping") << QStringList{};
    QTest::newRow("a connection") << QStringList{"--tcp", "80"};
}

void TestCommandLine::traceWritesACapture()
{
    QFETCH(const QStringList, what);
    const QTemporaryDir folder;
    const QStringList words = QStringList{"trace", examples + "routing-solved.netdraft", "A", "C"} + what;
    const Ended plain = run(words, folder.path());
    const Ended ended = run(words + QStringList{"--capture", "x.pcapng"}, folder.path());
    QCOMPARE(ended.status, plain.status);
    QCOMPARE(ended.out, plain.out);
    const QByteArray file = contentOf(folder.filePath("x.pcapng"));
    QVERIFY(file.startsWith("\x0a\x0d\x0d\x0a"));
    for (const char *place : {"A eth0", "sw1 eth2", "B eth1", "C eth0"})
        QVERIFY2(file.contains(place), place);
    const Ended nowhere = run(words + QStringList{"--capture", "no/x.pcapng"}, folder.path());
    QCOMPARE(nowhere.status, 2);
    QVERIFY2(nowhere.err.contains("no/x.pcapng"), qPrintable(nowhere.err));
}

void TestCommandLine::generates()
{
    const QTemporaryDir folder;
    const Ended made = run({"generate", "ring", "4", "-o", "ring.netdraft"}, folder.path());
    QVERIFY2(made.status == 0, qPrintable(made.err));
    const Ended asked = run({"reach", "ring.netdraft", "--json"}, folder.path());
    const QJsonObject whole = QJsonDocument::fromJson(asked.out.toUtf8()).object();
    QCOMPARE(whole["nodes"].toArray().size(), 8);
    // It is drawn as the window draws it: the pods of a cluster in the boxes of their nodes.
    QCOMPARE(run({"generate", "cluster", "2", "-o", "cluster.netdraft"}, folder.path()).status, 0);
    QFile file(folder.filePath("cluster.netdraft"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject nodes = QJsonDocument::fromJson(file.readAll())["drawing"]["nodes"].toObject();
    QCOMPARE(nodes["node1"]["kind"].toString(), QString("machine"));
    QCOMPARE(nodes["pod1-1"]["inside"].toString(), QString("node1"));
}

void TestCommandLine::givesAddresses()
{
    const QTemporaryDir folder;
    QCOMPARE(
        run({"address", networks + "two-devices.netdraft", "--pool", "fd00::/48", "-o", "six.netdraft"}, folder.path())
            .status,
        0);
    const Ended asked =
        run({"exec", "six.netdraft", "A", "--", "ip", "-6", "addr", "show", "dev", "eth0"}, folder.path());
    QVERIFY2(asked.out.contains("inet6 fd00:0:0:1::1/64 scope global"), qPrintable(asked.out));
    QCOMPARE(run({"reach", "six.netdraft"}, folder.path()).status, 0);
}

void TestCommandLine::reachTellsTheFirstReasons()
{
    const QTemporaryDir folder;
    QCOMPARE(run({"generate", "fat-tree", "4", "-o", "tree.netdraft"}, folder.path()).status, 0);
    const QString out = run({"reach", "tree.netdraft"}, folder.path()).out;
    QCOMPARE(out.count(" cannot reach "), 100);
    QVERIFY2(out.contains(" reasons more; --from and --to tell those of one node\n"), qPrintable(out.right(200)));
    const QString one = run({"reach", "tree.netdraft", "--from", "core0"}, folder.path()).out;
    QCOMPARE(one.count(" cannot reach "), 40);
    QVERIFY2(one.contains(" pairs more; --json tells them all\n"), qPrintable(one.right(200)));
}

void TestCommandLine::importKeepsBytes_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &name : QDir(examples).entryList({"*.netdraft"}))
        QTest::newRow(qPrintable(name)) << examples + name;
}

void TestCommandLine::importKeepsBytes()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    QCOMPARE(run({"import", path, "-o", "x.netdraft"}, folder.path()).status, 0);
    QCOMPARE(contentOf(folder.filePath("x.netdraft")), contentOf(path));
    // By way of the script that builds it, as well.
    QCOMPARE(run({"export", path, "bash", "-o", "x.sh"}, folder.path()).status, 0);
    QCOMPARE(run({"import", "x.sh", "-o", "y.netdraft"}, folder.path()).status, 0);
    QCOMPARE(withoutSharedFiles(contentOf(folder.filePath("y.netdraft"))), withoutSharedFiles(contentOf(path)));
}

void TestCommandLine::exportsToAFolder()
{
    const QTemporaryDir folder;
    const Ended listed = run({"export", "--list"}, folder.path());
    QCOMPARE(listed.status, 0);
    for (const char *id : {"bash", "commands", "svg"})
        QVERIFY2(listed.out.contains(QLatin1String(id)), qPrintable(listed.out));
    QCOMPARE(run({"export", examples + "routing.netdraft", "svg", "-o", "."}, folder.path()).status, 0);
    QVERIFY(contentOf(folder.filePath("routing.svg")).startsWith("<?xml"));
    const Ended wrong = run({"export", examples + "routing.netdraft", "svg", "-o", "x.png"}, folder.path());
    QCOMPARE(wrong.status, 2);
    QVERIFY(!QFileInfo::exists(folder.filePath("x.png")));
    QCOMPARE(run({"export", examples + "routing.netdraft", "bash", "-o", "."}, folder.path()).status, 0);
    const QFileInfo script(folder.filePath("routing.sh"));
    QVERIFY(script.exists());
    QVERIFY(script.isExecutable());
    const Ended printed = run({"export", examples + "routing.netdraft", "bash"}, folder.path());
    QCOMPARE(printed.out.toUtf8(), contentOf(script.filePath()));
}

void TestCommandLine::renders_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("svg") << "x.svg" << QByteArray("<?xml");
    QTest::newRow("png") << "x.png" << QByteArray("\x89PNG");
    QTest::newRow("pdf") << "x.pdf" << QByteArray("%PDF");
}

void TestCommandLine::renders()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    const QTemporaryDir folder;
    const Ended ended = run({"render", examples + "routing.netdraft", "-o", name}, folder.path());
    QVERIFY2(ended.status == 0, qPrintable(ended.err));
    QVERIFY2(ended.err.isEmpty(), qPrintable(ended.err));
    QVERIFY(contentOf(folder.filePath(name)).startsWith(start));
}

void TestCommandLine::failedWritesLeaveTheOldFile()
{
    const QTemporaryDir folder;
    QVERIFY(put(folder.filePath("old"), "old"));
    QVERIFY(put(folder.filePath("bad.netdraft"), "{"));
    QCOMPARE(run({"import", "bad.netdraft", "-o", "old"}, folder.path()).status, 2);
    QCOMPARE(run({"exec", examples + "routing.netdraft", "A", "-o", "old", "--", "ip", "route", "add", "default", "via",
                  "198.51.100.1"},
                 folder.path())
                 .status,
             2);
    QCOMPARE(contentOf(folder.filePath("old")), QByteArray("old"));
}

NETDRAFT_TEST(TestCommandLine)
#include "tst_command_line.moc"
