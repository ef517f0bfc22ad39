#include "model/exchange/pcapng.h"
#include "model/terminal/session.h"
#include "model/terminal/tcpdump/packet_text.h"
#include "model/terminal/web_pages.h"
#include "sandbox.h"
#include "tests/model/lab.h"
#include "tests/registered.h"
#include "text_file.h"
#include "tunnels_lab.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <numeric>
#include <span>

using namespace netdraft;

/// tcpdump at a node of the simulation and at the real one, while a command sends packets from A.
class TestTcpdump : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();
    void readsCaptures_data();
    void readsCaptures();

private:
    QTemporaryDir m_directory;

    void hear(std::span<const std::size_t> rows);
};

namespace {

/// A and B on either side of the router R; no node asks for a router, and IPv6 addresses are there at once.
const char *const routedNetwork = R"(
ip netns add A
ip netns add R
ip netns add B
ip link add eth0 address 02:00:00:00:00:01 netns A type veth peer name eth0 address 02:00:00:00:00:02 netns R
ip link add eth1 address 02:00:00:00:00:03 netns R type veth peer name eth0 address 02:00:00:00:00:04 netns B
ip -n A link set lo up
ip -n A link set eth0 up
ip -n R link set eth0 up
ip -n R link set eth1 up
ip -n B link set eth0 up
ip -n A addr add 192.0.2.1/24 dev eth0
ip -n R addr add 192.0.2.9/24 dev eth0
ip -n R addr add 198.51.100.9/24 dev eth1
ip -n B addr add 198.51.100.2/24 dev eth0
ip -n A addr add 2001:db8:1::1/64 dev eth0 nodad
ip -n R addr add 2001:db8:1::9/64 dev eth0 nodad
ip -n R addr add 2001:db8:2::9/64 dev eth1 nodad
ip -n B addr add 2001:db8:2::2/64 dev eth0 nodad
ip -n A route add default via 192.0.2.9
ip -n B route add default via 198.51.100.9
ip -n A -6 route add default via 2001:db8:1::9
ip -n B -6 route add default via 2001:db8:2::9
ip -n R route add prohibit 203.0.113.128/25
ip -n R -6 route add prohibit 2001:db8:9:1::/64
ip -n R link set eth1 mtu 1400
ip -n B link set eth0 mtu 1400
ip -n A link add vx0 address 02:00:00:00:00:05 type vxlan id 5 dstport 4789 local 192.0.2.1 remote 192.0.2.9
ip -n R link add vx0 address 02:00:00:00:00:06 type vxlan id 5 dstport 4789 local 192.0.2.9 remote 192.0.2.1
ip -n A link add vx1 address 02:00:00:00:00:07 type vxlan id 6 dstport 8472 local 192.0.2.1 remote 192.0.2.9
ip -n R link add vx1 address 02:00:00:00:00:08 type vxlan id 6 dstport 8472 local 192.0.2.9 remote 192.0.2.1
ip netns exec A sysctl -w net.ipv6.conf.vx0.disable_ipv6=1 net.ipv6.conf.vx1.disable_ipv6=1
ip netns exec R sysctl -w net.ipv6.conf.vx0.disable_ipv6=1 net.ipv6.conf.vx1.disable_ipv6=1
ip -n A link set vx0 up
ip -n R link set vx0 up
ip -n A link set vx1 up
ip -n R link set vx1 up
ip -n A addr add 10.10.0.1/24 dev vx0
ip -n R addr add 10.10.0.2/24 dev vx0
ip -n A addr add 10.11.0.1/24 dev vx1
ip -n R addr add 10.11.0.2/24 dev vx1
ip netns exec B nc -lk 82 &
ip netns exec B nc -6 -lk 83 &
ip netns exec B nc -lk 85 &
ip netns exec R nc -lk 84 &
ip netns exec B socat TCP4-LISTEN:7,fork,reuseaddr EXEC:cat &
ip netns exec B nc -luk 92 &
ip netns exec B socat UDP4-RECVFROM:93,fork EXEC:cat &
ip netns exec R iptables -t nat -A PREROUTING -p tcp --dport 8082 -j DNAT --to-destination 198.51.100.2:82
ip netns exec R iptables -A FORWARD -p tcp --dport 85 --tcp-flags PSH PSH -j REJECT --reject-with tcp-reset
ip netns exec R iptables -A FORWARD -p tcp --dport 82 -m conntrack --ctstate INVALID -j DROP
ip netns exec R sysctl -w net.ipv4.ip_forward=1
ip netns exec R sysctl -w net.ipv6.conf.all.forwarding=1
)";

struct TcpdumpRow {
    const char *name;
    const char *node;
    const char *options;
    const char *command; ///< on A
};

constexpr TcpdumpRow tcpdumpRows[] = {
    {"two pings", "A", "-tni eth0 ip or arp", "ping -c2 -i 0.2 198.51.100.2"},
    {"link-layer header", "A", "-tnei eth0 ip or arp", "ping -c1 198.51.100.2"},
    {"brief", "A", "-tqnei eth0 ip or arp", "ping -c1 198.51.100.2"},
    {"any link of a router", "R", "-tni any ip or arp", "ping -c1 198.51.100.2"},
    {"lo", "A", "-tni lo", "ping -c1 127.0.0.1"},
    {"no route at the router", "A", "-tni eth0 icmp", "ping -c1 203.0.113.1"},
    {"a prohibit route", "A", "-tni eth0 icmp", "ping -c1 203.0.113.129"},
    {"a neighbour that is not there", "A", "-tni eth0 arp", "ping -c1 -W1 192.0.2.77"},
    {"a neighbour of the router that is not there", "A", "-tni eth0 icmp", "ping -c1 198.51.100.77"},
    {"a closed port", "A", "-tni eth0 ip", "nc -z 198.51.100.2 81"},
    {"a closed port, brief", "A", "-tqni eth0 tcp", "nc -z 198.51.100.2 81"},
    {"a closed port of UDP", "A", "-tni eth0 ip", "nc -zuv -w1 198.51.100.2 80"},
    {"traceroute", "A", "-tni eth0 ip", "traceroute -n -q1 -N1 198.51.100.2"},
    {"traceroute at the router", "R", "-tni eth1 udp", "traceroute -n -q1 -N1 198.51.100.2"},
    {"from a host", "B", "-tni eth0 src host 192.0.2.1", "ping -c1 198.51.100.2"},
    {"to a network", "R", "-tni any dst net 198.51.100.0/24 and icmp", "ping -c1 198.51.100.2"},
    {"neither", "R", "-tni eth0 not arp and not (src host 192.0.2.1) and ip", "ping -c1 198.51.100.2"},
    {"to a port", "A", "-tni eth0 port 81", "nc -z 198.51.100.2 81"},
    {"IPv6", "A", "-tni eth0 host 2001:db8:1::1", "ping -c1 2001:db8:1::9"},
    {"IPv6, link-layer header", "A", "-tnei eth0 host 2001:db8:1::1", "ping -c1 2001:db8:2::2"},
    {"IPv6, no route at the router", "A", "-tni eth0 icmp6 and host 2001:db8:1::1 and host 2001:db8:1::9",
     "ping -c1 2001:db8:9::1"},
    {"IPv6, a prohibit route", "A", "-tni eth0 icmp6 and host 2001:db8:1::1 and host 2001:db8:1::9",
     "ping -c1 2001:db8:9:1::1"},
    {"IPv6, a closed port", "A", "-tni eth0 host 2001:db8:1::1 and host 2001:db8:2::2", "nc -z 2001:db8:2::2 81"},
    {"IPv6, traceroute", "A", "-tni eth0 src host 2001:db8:1::9 or src host 2001:db8:2::2",
     "traceroute -6 -n -q1 -N1 2001:db8:2::2"},
    {"an open port", "A", "-tni eth0 tcp", "nc -z 198.51.100.2 82"},
    {"an open port, link-layer header", "A", "-tnei eth0 tcp", "nc -z 198.51.100.2 82"},
    {"an open port, any link of the router", "R", "-tni any tcp", "nc -z 198.51.100.2 82"},
    {"an open port, one direction", "A", "-tni eth0 tcp and src host 198.51.100.2", "nc -z 198.51.100.2 82"},
    {"an open port, the first four", "A", "-c 4 -tni eth0 tcp", "nc -z 198.51.100.2 82"},
    {"an open port behind NAT", "R", "-tni any tcp", "nc -z 192.0.2.9 8082"},
    {"an open port in a VXLAN", "R", "-tni vx0 tcp", "nc -z 10.10.0.2 84"},
    {"an open port in a VXLAN, outside", "R", "-tni eth0 udp port 4789", "nc -z 10.10.0.2 84"},
    {"IPv6, an open port", "A", "-tni eth0 ip6 and tcp", "nc -z 2001:db8:2::2 83"},
    {"a text", "A", "-tni eth0 tcp", "echo hello | nc -N 198.51.100.2 82"},
    {"a text, brief", "A", "-tqni eth0 tcp", "echo hello | nc -N 198.51.100.2 82"},
    {"a text, with -q", "B", "-tni eth0 tcp", "echo hello | nc -q 0 198.51.100.2 82"},
    {"a text, with -w", "A", "-tni eth0 tcp", "echo hello | nc -w 1 198.51.100.2 82"},
    {"a longer text", "A", "-tni eth0 tcp", "seq 1 300 | nc -N 198.51.100.2 82"},
    {"a text that comes back", "A", "-tni eth0 tcp", "echo hello | nc -N 198.51.100.2 7"},
    {"a text that is reset on its way", "A", "-tni eth0 tcp", "echo hello | nc -N 198.51.100.2 85"},
    {"IPv6, a text", "A", "-tni eth0 ip6 and tcp", "echo hello | nc -N 2001:db8:2::2 83"},
    {"a page", "A", "-tni eth0 tcp", "curl -s http://198.51.100.2/"},
    {"a page, brief", "A", "-tqni eth0 tcp", "curl -s http://198.51.100.2/"},
    {"a page for nc", "A", "-tni eth0 tcp", "echo -e \"GET / HTTP/1.0\\r\\n\\r\" | nc 198.51.100.2 80"},
    {"a text over UDP", "A", "-tni eth0 udp", "echo hello | nc -u -w 1 198.51.100.2 92"},
    {"a text over UDP that comes back", "A", "-tni eth0 udp", "echo hello | nc -u -w 1 198.51.100.2 93"},
    {"a name", "A", "-tni eth0 udp", "dig +noedns @198.51.100.2 web.example"},
    {"a name, with EDNS", "A", "-tni eth0 udp", "dig +nocookie @198.51.100.2 web.example"},
    {"a name, brief", "A", "-tqni eth0 udp", "dig +noedns @198.51.100.2 web.example"},
    {"an address of IPv6 for a name", "A", "-tni eth0 udp", "dig +noedns @198.51.100.2 host.example AAAA"},
    {"an alias", "A", "-tni eth0 udp", "dig +noedns @198.51.100.2 alias.example"},
    {"a name that nobody has", "A", "-tni eth0 udp", "dig +noedns @198.51.100.2 no.example"},
    {"a name for an address", "A", "-tni eth0 udp", "dig +noedns @198.51.100.2 -x 192.0.2.5"},
    {"a name that is refused", "A", "-tni eth0 udp", "dig +noedns @198.51.100.2 web.test"},
    {"a name over TCP", "A", "-tni eth0 tcp", "dig +tcp +noedns @198.51.100.2 host.example"},
    {"curl of what is no web server", "A", "-tni eth0 tcp", "curl -s -m 1 http://198.51.100.2:82/"},
    {"VXLAN", "A", "-tni eth0 udp port 4789", "ping -c1 10.10.0.2"},
    {"VXLAN, link-layer header", "A", "-tnei eth0 udp port 4789", "ping -c1 10.10.0.2"},
    {"VXLAN, its own link", "R", "-tni vx0", "ping -c1 10.10.0.2"},
    {"VXLAN at Linux's own port", "A", "-tni eth0 udp port 8472", "ping -c1 10.11.0.2"},
    {"no such link", "A", "-tni eth7", "ping -c1 192.0.2.9"},
    {"not an expression", "A", "-tni eth0 host", "ping -c1 192.0.2.9"},
    {"not an expression either", "A", "-tni eth0 and icmp", "ping -c1 192.0.2.9"},
};

/// What nobody can know: identifiers, ports and sequence numbers that the kernel draws.
QString withoutChance(QString text)
{
    static const QRegularExpression id("\\bid \\d+");
    static const QRegularExpression client("(2001:db8:1::1|192\\.0\\.2\\.[19]|10\\.10\\.0\\.1)\\.\\d+");
    static const QRegularExpression first("(Flags \\[(?:S\\.?|R)\\], seq )\\d+");
    static const QRegularExpression answer("(Flags \\[(?:S|R)\\.\\], seq \\w+, ack )\\d+(?=, win (?:\\d{5}|0))");
    static const QRegularExpression stamp("TS val \\d+ ecr \\d+");
    text.replace(id, "id N");
    text.replace(client, "\\1.PORT");
    static const QRegularExpression question(
        "((?:\\.53|198\\.51\\.100\\.2\\.53 > [^ ]+): |length \\d+ )\\d+(?=[ *+-])");
    text.replace(question, "\\1N");
    text.replace(first, "\\1N").replace(answer, "\\1N");
    return text.replace(stamp, "TS");
}

struct Heard {
    QString out;
    QString err;
};

QString quotedWords(const QString &words)
{
    QStringList quoted;
    for (const QString &word : words.split(' '))
        quoted << '\'' + word + '\'';
    return quoted.join(' ');
}

constexpr auto nameServer =
    "dnsmasq --no-resolv --no-hosts --address=/web.example/192.0.2.7 "
    "--host-record=host.example,192.0.2.5,2001:db8::5 --cname=alias.example,host.example --local=/example/";

/// The network, in which a web server and a name server run on B.
model::Project servedNetwork()
{
    model::Project project = tests::lab(routedNetwork).value();
    model::Session session = model::openSession("B");
    const model::TypedLine started = model::typeLine(project, session, "nginx");
    if (started.edits.empty() || !model::apply(project, started.edits))
        qFatal("nginx does not start");
    const model::TypedLine named = model::typeLine(project, session, nameServer);
    if (named.edits.empty() || !model::apply(project, named.edits))
        qFatal("%s", named.text().c_str());
    return project;
}

Heard simulated(const TcpdumpRow &row)
{
    const model::Project project = servedNetwork();
    model::Session listening = model::openSession(row.node);
    model::Session sending = model::openSession("A");
    Heard heard;
    const auto take = [&](const std::vector<model::TypedLine::Piece> &pieces) {
        for (const model::TypedLine::Piece &piece : pieces)
            (piece.isError ? heard.err : heard.out) += QString::fromStdString(piece.text);
    };
    take(model::typeLine(project, listening, ("tcpdump " + quotedWords(row.options)).toStdString()).printed);
    take(model::hearFrames(project, listening, model::typeLine(project, sending, row.command).frames));
    take(model::interrupt(listening));
    return heard;
}

/// The real one ends itself when it has heard as much as the simulation, or after some seconds. Where a program was so
/// late that the kernel acknowledged by itself what it closes upon, once more: that is a matter of chance.
QString scriptOf(const TcpdumpRow &row, std::size_t index, const Heard &simulated)
{
    static const QRegularExpression captured("(\\d+) packets? captured");
    const QString packets = captured.match(simulated.err).captured(1);
    return QString("for try in 1 2 3 4; do\n"
                   "rm -f %3.err\n"
                   "ip -all netns exec ip neigh flush all >/dev/null\n"
                   "ip netns exec %1 timeout -s INT 10 tcpdump --immediate-mode -l %5 %2 >%3.out 2>%3.err &\n"
                   "heard=$!\n"
                   "until grep -q '^listening' %3.err || ! kill -0 $heard; do read -rt 0.05 <> <(:); done 2>/dev/null\n"
                   "ip netns exec A bash -c '%4' >/dev/null 2>&1\n"
                   "wait $heard\n"
                   "[ $(grep -cF '[.]' %3.out) = %6 ] && break\n"
                   "done\n")
        .arg(row.node, quotedWords(row.options))
        .arg(index)
        .arg(row.command, packets.toInt() > 0 ? "-c " + packets : QString())
        .arg(simulated.out.count("[.]"));
}

/// What the simulated nginx writes to curl, as a server that writes just that.
QString webServer()
{
    model::Process nginx;
    nginx.command = "nginx";
    const auto saying = model::terminal::webTalker(nginx)("GET / HTTP/1.1\r\nHost: a\r\n\r\n", false);
    const auto closing = model::terminal::webTalker(nginx)("GET / HTTP/1.0\r\n\r\n", false);
    const auto quoted = [](const std::vector<std::string> &writes) {
        QStringList texts;
        for (const std::string &text : writes)
            texts << QString("pack('H*', '%1')").arg(QByteArray::fromStdString(text).toHex());
        return texts.join(", ");
    };
    return QString("use Socket;\n"
                   "socket(my $s, PF_INET, SOCK_STREAM, 0); setsockopt($s, SOL_SOCKET, SO_REUSEADDR, 1);\n"
                   "bind($s, sockaddr_in(80, INADDR_ANY)) or die; listen($s, 9);\n"
                   "while (accept(my $c, $s)) {\n"
                   "  my $r = ''; while ($r !~ /\\r\\n\\r\\n/) { sysread($c, $r, 999, length($r)) or last; }\n"
                   "  my $old = $r =~ m#HTTP/1.0#; select(undef, undef, undef, 0.01);\n"
                   "  syswrite($c, $_) for $old ? (%2) : (%1);\n"
                   "  if ($old) { select(undef, undef, undef, 0.01); } else { sysread($c, $r, 999); }\n"
                   "  close($c);\n"
                   "}\n")
        .arg(quoted(saying.writes), quoted(closing.writes));
}

/// Without how many packets passed that were no longer wanted.
QString withoutPassed(const QString &text)
{
    QStringList lines = text.split('\n');
    lines.removeIf([](const QString &line) { return line.contains("received by filter"); });
    return lines.join('\n');
}

} // namespace

void TestTcpdump::initTestCase()
{
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        QSKIP(qPrintable("TCPDUMP WAS NOT COMPARED: " + why));
    if (QStandardPaths::findExecutable("tcpdump").isEmpty() &&
        QStandardPaths::findExecutable("tcpdump", {"/usr/sbin", "/sbin"}).isEmpty())
        QSKIP("TCPDUMP WAS NOT COMPARED: it is not installed (apt install tcpdump)");
    std::vector<std::size_t> all(std::size(tcpdumpRows));
    std::iota(all.begin(), all.end(), 0);
    hear(all);
}

/// Has the real tools say what they say of these rows.
void TestTcpdump::hear(std::span<const std::size_t> rows)
{
    QString script =
        "PATH=$PATH:/usr/sbin:/sbin\nset -e\ntrap 'kill $(jobs -p)' EXIT\nmount -t tmpfs tmpfs /run\nmkdir /run/netns\n"
        "sysctl -qw net.ipv6.conf.default.router_solicitations=0\n";
    script += QString(routedNetwork)
                  .replace("ip netns add R\n", "ip netns add R\nip -all netns exec sysctl -qw "
                                               "net.ipv6.conf.default.router_solicitations=0\n");
    script += "set +e\n";
    script += "ip -all netns exec sysctl -qw 'net.ipv4.tcp_rmem=4096 131072 6291456'\n"; // see windowScale
    script += "ip netns exec B perl " + m_directory.filePath("server") + " &\nip netns exec B " + nameServer +
              " -C /dev/null\nsleep 1\n";
    for (const std::size_t row : rows)
        script += scriptOf(tcpdumpRows[row], row, simulated(tcpdumpRows[row]));
    script += "exit 0\n";
    QFile server(m_directory.filePath("server"));
    QVERIFY(server.open(QIODevice::WriteOnly));
    server.write(webServer().toUtf8());
    server.close();
    QFile file(m_directory.filePath("script"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(script.toUtf8());
    file.close();
    QProcess bash;
    bash.setWorkingDirectory(m_directory.path());
    bash.setProcessChannelMode(QProcess::MergedChannels);
    const QStringList words = sandboxWords() + QStringList{"bash", file.fileName()};
    bash.start(words.first(), words.mid(1));
    QVERIFY(bash.waitForFinished(600'000));
    QVERIFY2(bash.exitCode() == 0, bash.readAll().constData());
}

void TestTcpdump::agrees_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < std::size(tcpdumpRows); ++i)
        QTest::newRow(tcpdumpRows[i].name) << static_cast<int>(i);
}

void TestTcpdump::agrees()
{
    QFETCH(const int, index);
    if (QByteArrayView(tcpdumpRows[index].command).startsWith("dig") &&
        (QStandardPaths::findExecutable("dig").isEmpty() ||
         QStandardPaths::findExecutable("dnsmasq", {"/usr/sbin", "/sbin"}).isEmpty()))
        QSKIP("dig or dnsmasq is not installed (apt install bind9-dnsutils dnsmasq-base)");
    const Heard heard = simulated(tcpdumpRows[index]);
    const QString path = m_directory.filePath(QString::number(index));
    const auto real = [&] { return withoutChance(tests::readText(path + ".out")).split('\n'); };
    const QStringList expected = withoutChance(heard.out).split('\n');
    // On a busy machine a real program may be so late that its kernel acknowledges before it answers: it gets two more
    // chances to be in time.
    for (int again = 0; again < 2 && real() != expected; ++again)
        hear(std::array{static_cast<std::size_t>(index)});
    QCOMPARE(expected, real());
    QCOMPARE(withoutPassed(heard.err), withoutPassed(tests::readText(path + ".err")));
}

void TestTcpdump::readsCaptures_data()
{
    QTest::addColumn<QString>("lab");
    QTest::addColumn<QString>("command");
    QTest::addColumn<qsizetype>("least");
    for (const char *command : {"ping -c2 198.51.100.2",
                                "ping -c1 203.0.113.1",
                                "ping -c1 203.0.113.129",
                                "nc -z 198.51.100.2 80",
                                "nc -z 198.51.100.2 82",
                                "echo hello | nc -N 198.51.100.2 7",
                                "seq 2000 | nc -N 198.51.100.2 82",
                                "echo hello | nc -u -w 1 198.51.100.2 93",
                                "echo hello | nc -N 2001:db8:2::2 83",
                                "nc -z 10.10.0.2 84",
                                "nc -zuv -w1 198.51.100.2 80",
                                "traceroute -n -q1 -N1 198.51.100.2",
                                "tracepath -n 198.51.100.2",
                                "ping -c1 2001:db8:1::9",
                                "ping -c1 2001:db8:2::2",
                                "ping -c1 2001:db8:9::1",
                                "nc -z 2001:db8:2::2 80",
                                "nc -z 2001:db8:2::2 83",
                                "traceroute -6 -n -q1 -N1 2001:db8:2::2",
                                "ping -c1 10.10.0.2"})
        QTest::newRow(command) << QString(routedNetwork) << QString(command) << qsizetype{2};
    for (const char *command :
         {"ping -c1 10.1.0.2", "ping -c1 10.2.0.2", "ping -c1 10.3.0.2", "ping -c1 2001:db8:a::2"})
        QTest::addRow("tunnels: %s", command) << QString(tunnelsLab) << QString(command) << qsizetype{2};
}

/// What is written of the simulation's frames, the real tcpdump reads as they are printed, and finds no length or
/// checksum of them wrong.
void TestTcpdump::readsCaptures()
{
    QFETCH(const QString, lab);
    QFETCH(const QString, command);
    const model::Project project = tests::lab(lab.toStdString()).value();
    model::Session session = model::openSession("A");
    const auto frames = model::typeLine(project, session, command.toStdString()).frames;
    const auto passages = model::simulation::passages(project.network, frames);
    QString expected;
    for (const auto &passage : passages)
        expected +=
            QString::fromStdString(model::terminal::textOf(passage.frame, {.lladdr = true, .brief = false})) + '\n';
    QFETCH(const qsizetype, least);
    QVERIFY2(expected.count('\n') >= least, qPrintable(expected));
    QFile file(m_directory.filePath("capture.pcapng"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const std::string bytes = model::pcapng(project.network, passages, 1'700'000'000'000'000);
    QCOMPARE(file.write(bytes.data(), static_cast<qsizetype>(bytes.size())), static_cast<qint64>(bytes.size()));
    file.close();
    const auto read = [&](const QStringList &options) {
        QProcess tcpdump;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("PATH", environment.value("PATH") + ":/usr/sbin:/sbin");
        tcpdump.setProcessEnvironment(environment);
        tcpdump.start("sh", QStringList{"-c", "exec tcpdump \"$@\"", "sh", "-nr", file.fileName()} + options);
        tcpdump.waitForFinished(-1);
        return QString::fromUtf8(tcpdump.readAllStandardOutput());
    };
    QCOMPARE(read({"-te"}), expected);
    const QString closely = read({"-tvv"});
    for (const char *wrong : {"bad ", "incorrect", "wrong", "invalid", "|"})
        QVERIFY2(!closely.contains(wrong), qPrintable(closely));
}

NETDRAFT_TEST(TestTcpdump)
#include "tst_tcpdump.moc"
