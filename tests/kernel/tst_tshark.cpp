#include "model/exchange/pcapng.h"
#include "model/reachability/probe.h"
#include "model/reachability/reachability.h"
#include "model/reachability/simulated_ping.h"
#include "model/terminal/session.h"
#include "named_network.h"
#include "tests/model/lab.h"
#include "tests/registered.h"
#include "tshark.h"
#include "tunnels_lab.h"
#include "turn.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace netdraft;

namespace {

/// What anything wrong about a packet is found by.
const QString wrong = "_ws.malformed || _ws.short || ip.checksum.status == Bad || tcp.checksum.status == Bad || "
                      "udp.checksum.status == Bad || icmp.checksum.status == Bad || icmpv6.checksum.status == Bad || "
                      "ip.bogus_header_length || udp.length.bad || tcp.bogus_header_length";

/// Pairs of a network that are asked: of each, a ping and a probe of two ports.
constexpr std::size_t mostPairs = 12;
/// One of so many labs is asked, by turns.
constexpr unsigned labsRead = 32;

} // namespace

/// Captures as Wireshark reads them: every protocol that they are for is told apart, and nothing about them is wrong.
class TestTshark : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void dissects_data();
    void dissects();
    void findsNothingWrong_data();
    void findsNothingWrong();

private:
    QTemporaryDir m_directory;

    QString write(const std::string &bytes) const;
};

void TestTshark::initTestCase()
{
    if (const QString why = whyNoTshark(); !why.isEmpty())
        QSKIP(qPrintable("CAPTURES WERE NOT READ: " + why));
}

QString TestTshark::write(const std::string &bytes) const
{
    QFile file(m_directory.filePath("capture.pcapng"));
    const auto size = static_cast<qint64>(bytes.size());
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), size) == size ? file.fileName() : QString();
}

void TestTshark::dissects_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QStringList>("lines");   ///< NODE COMMAND; what the last one sends is captured
    QTest::addColumn<QStringList>("filters"); ///< each must be true of a packet
    const auto row = [](const char *name, const char *network, const QStringList &lines, const QStringList &filters) {
        QTest::newRow(name) << network << lines << filters;
    };
    row("ARP", "example:routing-solved", {"A ping -c1 192.168.2.5"},
        {"arp.opcode == 1 && eth.dst == ff:ff:ff:ff:ff:ff && arp.dst.proto_ipv4 == 192.168.1.6",
         "arp.opcode == 2 && arp.src.proto_ipv4 == 192.168.1.6"});
    row("ICMP", "example:routing-solved", {"A ping -c1 192.168.2.5"},
        {"icmp.type == 8 && ip.ttl == 64", "icmp.type == 0 && ip.ttl == 63"});
    // The second address is that of the packet which it quotes.
    row("ICMP: time exceeded", "example:routing-solved", {"A traceroute -n -q1 -N1 192.168.2.5"},
        {"icmp.type == 11 && icmp.code == 0 && ip.dst == 192.168.2.5"});
    row("ICMP: nobody there", "example:routing-solved", {"A ping -c1 192.168.2.77"},
        {"icmp.type == 3 && icmp.code == 1 && ip.dst == 192.168.2.77"});
    row("ND", "example:ipv6", {"A ping -c1 2001:db8:2::5"},
        {"icmpv6.type == 135 && icmpv6.opt.src_linkaddr", "icmpv6.type == 136 && icmpv6.opt.target_linkaddr"});
    row("ICMPv6", "example:ipv6", {"A ping -c1 2001:db8:2::5"},
        {"icmpv6.type == 128", "icmpv6.type == 129 && icmpv6.resp_to"});
    row("ICMPv6: time exceeded", "example:ipv6", {"A traceroute -6 -n -q1 -N1 2001:db8:2::5"},
        {"icmpv6.type == 3 && ipv6.dst == 2001:db8:2::5"});
    row("TCP connection", "example:routing-solved", {"C nc -lk 80 &", "A nc -z 192.168.2.5 80"},
        {"tcp.flags.syn == 1 && tcp.flags.ack == 0 && tcp.options.mss_val == 1460",
         "tcp.flags.syn == 1 && tcp.flags.ack == 1", "tcp.flags == 0x010 && tcp.seq == 1 && tcp.ack == 1",
         "tcp.flags.fin == 1 && ip.src == 192.168.1.5", "tcp.flags.fin == 1 && ip.src == 192.168.2.5",
         "tcp.flags == 0x010 && tcp.seq == 2 && tcp.ack == 2"});
    row("TCP: a closed port", "example:routing-solved", {"A nc -z 192.168.2.5 81"}, {"tcp.flags.reset == 1"});
    row("TCP over IPv6", "example:ipv6", {"C nc -6 -lk 80 &", "A nc -z 2001:db8:2::5 80"},
        {"ipv6 && tcp.flags.syn == 1 && tcp.flags.ack == 1"});
    const QStringList named{
        R"(ns printf '192.168.1.30 db\n' > /etc/hosts)", R"(ns printf '. {\n  hosts\n}\n' > /etc/coredns/Corefile)",
        "ns coredns -conf /etc/coredns/Corefile", "client echo 'nameserver 192.168.1.53' > /etc/resolv.conf"};
    row("DNS", "example:dns", named + QStringList{"client dig +short db"},
        {"dns.flags.response == 0 && dns.qry.name == db && dns.qry.type == 1",
         "dns.flags.response == 1 && dns.response_to && dns.a == 192.168.1.30"});
    row("DNS: no such name", "example:dns", named + QStringList{"client nslookup nobody"},
        {"dns.flags.response == 1 && dns.flags.rcode != 0"});
    row("UDP: a closed port", "example:routing-solved", {"A nc -zuv -w1 192.168.2.5 9999"},
        {"udp.dstport == 9999 && !icmp", "icmp.type == 3 && icmp.code == 3 && udp.dstport == 9999"});
    row("VXLAN", "vxlan-pair", {"N1 ping -c1 10.10.0.2"},
        {"vxlan && arp.opcode == 1", "vxlan && icmp.type == 8 && ip.dst == 10.10.0.2", "vxlan && icmp.type == 0"});
    row("VLAN", "tunnels", {"A ping -c1 10.3.0.2"}, {"vlan.id == 7 && icmp.type == 8", "vlan.id == 7 && arp"});
    row("GRE", "tunnels", {"A ping -c1 10.1.0.2"}, {"gre.key == 7 && icmp.type == 8"});
    row("IP in IP", "tunnels", {"A ping -c1 10.2.0.2"}, {"ip.proto == 4 && icmp.type == 8"});
    row("IPv6 in IPv4", "tunnels", {"A ping -c1 2001:db8:a::2"}, {"ip.proto == 41 && icmpv6.type == 128"});
}

/// Each is told apart, down to what belongs together, and none of its packets is wrong.
void TestTshark::dissects()
{
    QFETCH(const QString, network);
    QFETCH(const QStringList, lines);
    QFETCH(const QStringList, filters);
    auto project = network == "tunnels" ? tests::lab(tunnelsLab).value() : networkNamed(network).value();
    std::vector<model::simulation::SeenFrame> frames;
    for (const QString &line : lines) {
        model::Session session = model::openSession(line.section(' ', 0, 0).toStdString());
        const model::TypedLine typed = model::typeLine(project, session, line.section(' ', 1).toStdString());
        QVERIFY2(model::apply(project, typed.edits), qPrintable(line));
        frames = typed.frames;
    }
    const auto passages = model::simulation::passages(project.network, frames);
    QVERIFY(!passages.empty());
    const QString file = write(model::pcapng(project.network, passages, 1'700'000'000'000'000));
    QCOMPARE(tshark(file, "frame", {"frame.number"}).size(), static_cast<qsizetype>(passages.size()));
    const QStringList all = tshark(file, "frame", {"_ws.col.Protocol", "_ws.col.Info"});
    for (const QString &filter : filters) {
        const QStringList found = tshark(file, filter, {"frame.number"});
        QVERIFY2(!found.isEmpty(), qPrintable(filter + '\n' + all.join('\n')));
        QVERIFY2(!found.front().startsWith("tshark: "), qPrintable(found.front())); // a filter that it does not know
    }
    QCOMPARE(tshark(file, wrong, {"frame.number", "_ws.col.Info"}), QStringList());
}

void TestTshark::findsNothingWrong_data()
{
    QTest::addColumn<QStringList>("networks");
    QStringList examples;
    for (const QFileInfo &file :
         QDir(NETDRAFT_SOURCE_DIR "/resources/examples").entryInfoList({"*.netdraft"}, QDir::Files, QDir::Name))
        examples += "example:" + file.completeBaseName();
    QTest::newRow("examples") << examples;
    QStringList labs;
    const tests::Turn turn(labsRead);
    for (const Lab &lab : allLabs()) {
        if (turn.isOf(lab.name))
            labs += lab.name;
    }
    QTest::newRow("labs") << labs;
}

/// In captures of many networks, one after the other in one file, as the format allows.
void TestTshark::findsNothingWrong()
{
    QFETCH(const QStringList, networks);
    std::string capture;
    qsizetype written = 0;
    for (const QString &name : networks) {
        const auto project = networkNamed(name);
        QVERIFY2(project, qPrintable(name));
        const auto reachability = model::Reachability::of(project->network);
        const model::DataPlane plane(project->network);
        model::simulation::Recording recording;
        std::size_t asked = 0;
        for (const model::NetnsId from : reachability->nodes()) {
            for (const model::Target &to : reachability->targets()) {
                if (to.node == from || asked == mostPairs)
                    continue;
                ++asked;
                (void)model::pingSeries(plane, from, to.address, 1, 1, &recording);
                (void)model::probe(plane, from, to.address, model::Transport::Tcp, 80, &recording);
                (void)model::probe(plane, from, to.address, model::Transport::Udp, 9999, &recording);
            }
        }
        const auto passages = model::simulation::passages(project->network, recording.frames());
        if (passages.empty())
            continue;
        capture += model::pcapng(project->network, passages, 1'700'000'000'000'000);
        written += static_cast<qsizetype>(passages.size());
    }
    QVERIFY(written > 300);
    const QString file = write(capture);
    QCOMPARE(tshark(file, "frame", {"frame.number"}).size(), written);
    QCOMPARE(tshark(file, wrong, {"frame.number", "frame.interface_name", "_ws.col.Info"}), QStringList());
}

NETDRAFT_TEST(TestTshark)
#include "tst_tshark.moc"
