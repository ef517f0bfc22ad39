#include "model/terminal/tcpdump/packet_text.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using terminal::PacketText;

/// Frames that this kernel cannot send, or that take long to bring about, as tcpdump 4.99.3 prints their bytes from a
/// file (-r) with -t and -n. Others are compared in tests/kernel/tst_tcpdump.cpp.
class TestPacketText : public QObject
{
    Q_OBJECT

private slots:
    void is_data();
    void is();
};

namespace {

IpAddress address(const char *text)
{
    return IpAddress::parse(text).value();
}

Packet packet(const char *from, const char *to, decltype(Packet::payload) payload, int length)
{
    Packet made;
    made.source = address(from);
    made.destination = address(to);
    made.payload = std::move(payload);
    made.size = (made.source.isV4() ? 20 : 40) + length;
    return made;
}

Icmp icmpOf(std::uint8_t type, std::uint8_t code = 0)
{
    Icmp made;
    made.type = type;
    made.code = code;
    made.id = 1;
    made.sequence = 1;
    return made;
}

Packet echo4()
{
    return packet("10.0.0.1", "10.0.0.2", icmpOf(icmp::echoRequest), 64);
}

Packet echo6()
{
    return packet("2001:db8::1", "2001:db8::2", icmpOf(icmp6::echoRequest), 64);
}

/// The packet in one from 192.0.2.1 to 192.0.2.9, with so many bytes before it.
Packet inTunnel(IpProtocol protocol, const Packet &inner, int headers = 0, std::optional<std::uint32_t> key = {})
{
    return packet("192.0.2.1", "192.0.2.9", Tunnelled{protocol, key, std::make_shared<const Packet>(inner)},
                  inner.size + headers);
}

Frame frame(decltype(Frame::payload) payload, std::optional<std::uint16_t> vlan = {})
{
    Frame made;
    made.source = MacAddress::parse("02:00:00:00:00:01").value();
    made.destination = MacAddress::parse("02:00:00:00:00:02").value();
    made.payload = std::move(payload);
    made.vlan = vlan;
    return made;
}

Frame vxlan(std::uint16_t port)
{
    Udp udp;
    udp.sourcePort = 40000;
    udp.destinationPort = port;
    udp.vni = 5;
    udp.inner = std::make_shared<const Frame>(frame(echo4()));
    return frame(packet("192.0.2.1", "192.0.2.9", udp, 114));
}

Arp question(const char *targetMac = nullptr)
{
    Arp arp;
    arp.sender = address("10.0.0.1");
    arp.target = address("10.0.0.2");
    if (targetMac)
        arp.targetMac = MacAddress::parse(targetMac).value();
    return arp;
}

/// An ICMP error of 192.0.2.1, or of 2001:db8::1, about a packet.
Frame error(Icmp icmp, const Packet &about)
{
    icmp.quoted = std::make_shared<const Packet>(about);
    const bool v4 = about.source.isV4();
    return frame(packet(v4 ? "192.0.2.1" : "2001:db8::1", v4 ? "192.0.2.9" : "2001:db8::2", icmp, about.size + 8));
}

Udp datagram(std::uint16_t port)
{
    Udp udp;
    udp.destinationPort = port;
    return udp;
}

Tcp segment(std::uint16_t port)
{
    Tcp tcp;
    tcp.destinationPort = port;
    return tcp;
}

/// From 192.0.2.1 to a port of 192.0.2.9.
Frame segmentOf(Tcp tcp, const char *data)
{
    tcp.sourcePort = 40000;
    tcp.ack = true;
    tcp.push = true;
    tcp.sequence = 1;
    tcp.acknowledgement = 1;
    tcp.window = 502;
    tcp.stamps = TcpStamps{7, 5};
    tcp.data = std::make_shared<const std::string>(data);
    const int length = tcpHeaderSize + stampsSize + tcp.length();
    return frame(packet("192.0.2.1", "192.0.2.9", std::move(tcp), length));
}

constexpr PacketText plain{};
constexpr PacketText lladdr{.lladdr = true};
constexpr PacketText brief{.brief = true};
constexpr PacketText both{.lladdr = true, .brief = true};

} // namespace

Q_DECLARE_METATYPE(netdraft::model::Frame)
Q_DECLARE_METATYPE(netdraft::model::terminal::PacketText)

void TestPacketText::is_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::addColumn<PacketText>("how");
    QTest::addColumn<QString>("text");
    const QString inner = "IP 10.0.0.1 > 10.0.0.2: ICMP echo request, id 1, seq 1, length 64";
    const QString inner6 = "IP6 2001:db8::1 > 2001:db8::2: ICMP6, echo request, id 1, seq 1, length 64";
    const QString macs = "02:00:00:00:00:01 > 02:00:00:00:00:02, ";
    const auto key = std::optional<std::uint32_t>(42);

    QTest::newRow("IPIP") << frame(inTunnel(IpProtocol::Ipip, echo4())) << plain
                          << "IP 192.0.2.1 > 192.0.2.9: " + inner;
    QTest::newRow("IPIP, -e") << frame(inTunnel(IpProtocol::Ipip, echo4())) << lladdr
                              << macs + "ethertype IPv4 (0x0800), length 118: 192.0.2.1 > 192.0.2.9: " + inner.mid(3);
    QTest::newRow("SIT") << frame(inTunnel(IpProtocol::Ipv6, echo6())) << plain
                         << "IP 192.0.2.1 > 192.0.2.9: " + inner6;
    QTest::newRow("GRE") << frame(inTunnel(IpProtocol::Gre, echo4(), 4)) << plain
                         << "IP 192.0.2.1 > 192.0.2.9: GREv0, length 88: " + inner;
    QTest::newRow("GRE with a key") << frame(inTunnel(IpProtocol::Gre, echo4(), 8, key)) << plain
                                    << "IP 192.0.2.1 > 192.0.2.9: GREv0, key=0x2a, length 92: " + inner;
    QTest::newRow("GRE with a key, -e")
        << frame(inTunnel(IpProtocol::Gre, echo4(), 8, key)) << lladdr
        << macs +
               "ethertype IPv4 (0x0800), length 126: 192.0.2.1 > 192.0.2.9: GREv0, key=0x2a, proto IPv4 (0x0800), "
               "length 92: " +
               inner.mid(3);
    QTest::newRow("GRE of IPv6") << frame(inTunnel(IpProtocol::Gre, echo6(), 4)) << plain
                                 << "IP 192.0.2.1 > 192.0.2.9: GREv0, length 108: " + inner6;
    QTest::newRow("VLAN") << frame(echo4(), 10) << plain << inner;
    QTest::newRow("VLAN, -e") << frame(echo4(), 10) << lladdr
                              << macs +
                                     "ethertype 802.1Q (0x8100), length 102: vlan 10, p 0, ethertype IPv4 (0x0800), " +
                                     inner.mid(3);
    QTest::newRow("VLAN, -eq") << frame(question(), 10) << both
                               << macs +
                                      "802.1Q, length 46: vlan 10, p 0, ARP, Request who-has 10.0.0.2 tell 10.0.0.1, "
                                      "length 28";
    QTest::newRow("ARP to one host") << frame(question("02:00:00:00:00:02")) << plain
                                     << "ARP, Request who-has 10.0.0.2 (02:00:00:00:00:02) tell 10.0.0.1, length 28";
    QTest::newRow("ARP, -eq") << frame(question()) << both
                              << macs + "ARP, length 42: Request who-has 10.0.0.2 tell 10.0.0.1, length 28";
    QTest::newRow("VXLAN") << vxlan(4789) << plain
                           << "IP 192.0.2.1.40000 > 192.0.2.9.4789: VXLAN, flags [I] (0x08), vni 5\n" + inner;
    QTest::newRow("VXLAN, -q") << vxlan(4789) << brief << "IP 192.0.2.1.40000 > 192.0.2.9.4789: UDP, length 106";
    QTest::newRow("VXLAN, -e") << vxlan(4789) << lladdr
                               << macs +
                                      "ethertype IPv4 (0x0800), length 148: 192.0.2.1.40000 > 192.0.2.9.4789: VXLAN, "
                                      "flags [I] (0x08), vni 5\n" +
                                      macs + "ethertype IPv4 (0x0800), length 98: " + inner.mid(3);
    QTest::newRow("VXLAN at Linux's own port")
        << vxlan(8472) << plain
        << "IP 192.0.2.1.40000 > 192.0.2.9.8472: OTV, flags [I] (0x08), overlay 0, instance 5\n" + inner;
    QTest::newRow("VXLAN at another port")
        << vxlan(9999) << plain << "IP 192.0.2.1.40000 > 192.0.2.9.9999: UDP, length 106";

    const auto tcp = [&](const char *name, std::uint16_t port, const char *data, const PacketText &how,
                         const QString &text) {
        QTest::addRow("TCP: %s", name) << segmentOf(segment(port), data) << how
                                       << QString("IP 192.0.2.1.40000 > 192.0.2.9.%1: %2").arg(port).arg(text);
    };
    const auto pushed = [](int length) {
        return QString("Flags [P.], seq 1:%1, ack 1, win 502, options [nop,nop,TS val 7 ecr 5], length %2")
            .arg(length + 1)
            .arg(length);
    };
    tcp("data", 82, "GET / HTTP/1.1\r\n\r\n", plain, pushed(18));
    tcp("data, -q", 80, "GET / HTTP/1.1\r\n\r\n", brief, "tcp 18");
    tcp("a request", 80, "GET / HTTP/1.1\r\n\r\n", plain, pushed(18) + ": HTTP: GET / HTTP/1.1");
    tcp("a request in small letters", 8080, "get / http/1.1\n", plain, pushed(15) + ": HTTP: get / http/1.1");
    tcp("an answer", 80, "HTTP/1.1 404 Not Found\r\n", plain, pushed(24) + ": HTTP: HTTP/1.1 404 Not Found");
    tcp("more of an answer", 80, "<html>\n", plain, pushed(7) + ": HTTP");
    tcp("a line without end", 80, "GET /", plain, pushed(5) + ": HTTP: GET / [|http]");
    tcp("a line that is no text", 80, "GET /\x01\r\n", plain, pushed(8) + ": HTTP");

    const auto dns = [&](const char *name, const QByteArray &hex, const QString &text) {
        Udp udp = datagram(53);
        udp.sourcePort = 40000;
        udp.data = std::make_shared<const std::string>(QByteArray::fromHex(hex).toStdString());
        QTest::addRow("DNS: %s", name) << frame(packet("192.0.2.1", "192.0.2.9", udp, 8)) << plain
                                       << "IP 192.0.2.1.40000 > 192.0.2.9.53: " + text;
    };
    dns("a question", "303901000001000000000000 03776562076578616d706c6500 00010001", "12345+ A? web.example. (29)");
    dns("a question that asks for no recursion",
        "303900000001000000000001 03776562076578616d706c6500 001c0001 "
        "0000290200000000000000",
        "12345 [1au] AAAA? web.example. (40)");
    dns("an answer", "303985800001000100000000 03776562076578616d706c6500 00010001 c00c00010001000000000004c0000201",
        "12345* 1/0/0 A 192.0.2.1 (45)");
    dns("nobody", "303981830001000000000000 026e6f00 00010001", "12345 NXDomain 0/0/0 (20)");
    dns("refused without recursion", "303981050001000000000000 026e6f00 00010001", "12345 Refused- 0/0/0 (20)");
    dns("too short", "58", "domain [length 1 < 12] (invalid)");
    dns("nothing asked", "000000000000000000000000", "0 [0q] (12)");

    const auto error4 = [&](const char *name, const Icmp &icmp, const Packet &about, const QString &text) {
        QTest::addRow("error: %s", name) << error(icmp, about) << plain << "IP 192.0.2.1 > 192.0.2.9: ICMP " + text;
    };
    error4("net", icmpOf(3, 0), echo4(), "net 10.0.0.2 unreachable, length 92");
    error4("host", icmpOf(3, 1), echo4(), "host 10.0.0.2 unreachable, length 92");
    error4("protocol", icmpOf(3, 2), echo4(), "10.0.0.2 protocol 1 unreachable, length 92");
    error4("port of UDP", icmpOf(3, 3), packet("10.0.0.1", "10.0.0.2", datagram(33434), 9),
           "10.0.0.2 udp port 33434 unreachable, length 37");
    error4("port of TCP", icmpOf(3, 3), packet("10.0.0.1", "10.0.0.2", segment(80), 20),
           "10.0.0.2 tcp port 80 unreachable, length 48");
    Icmp tooLong = icmpOf(3, 4);
    tooLong.mtu = 1400;
    error4("too long", tooLong, echo4(), "10.0.0.2 unreachable - need to frag (mtu 1400), length 92");
    error4("net prohibited", icmpOf(3, 9), echo4(), "net 10.0.0.2 unreachable - admin prohibited, length 92");
    error4("host prohibited", icmpOf(3, 10), echo4(), "host 10.0.0.2 unreachable - admin prohibited, length 92");
    error4("filtered", icmpOf(3, 13), echo4(), "host 10.0.0.2 unreachable - admin prohibited filter, length 92");
    error4("time", icmpOf(icmp::timeExceeded), echo4(), "time exceeded in-transit, length 92");
    Icmp better = icmpOf(icmp::redirect, 1);
    better.target = address("192.0.2.7");
    error4("redirect", better, echo4(), "redirect 10.0.0.2 to host 192.0.2.7, length 92");

    const auto error6 = [&](const char *name, const Icmp &icmp, const Packet &about, const QString &text) {
        QTest::addRow("error of IPv6: %s", name)
            << error(icmp, about) << plain << "IP6 2001:db8::1 > 2001:db8::2: ICMP6, " + text;
    };
    const Packet far = packet("2001:db8:1::1", "2001:db8:2::2", icmpOf(icmp6::echoRequest), 64);
    error6("route", icmpOf(1, 0), far, "destination unreachable, unreachable route 2001:db8:2::2, length 112");
    error6("prohibited", icmpOf(1, 1), far,
           "destination unreachable,  unreachable prohibited 2001:db8:2::2, length 112");
    error6("scope", icmpOf(1, 2), far,
           "destination unreachable, beyond scope 2001:db8:2::2, source address 2001:db8:1::1, length 112");
    error6("address", icmpOf(1, 3), far, "destination unreachable, unreachable address 2001:db8:2::2, length 112");
    error6("port", icmpOf(1, 4), packet("2001:db8:1::1", "2001:db8:2::2", datagram(33434), 9),
           "destination unreachable, unreachable port, 2001:db8:2::2 udp port 33434, length 57");
    Icmp big = icmpOf(icmp6::packetTooBig);
    big.mtu = 1400;
    error6("too big", big, far, "packet too big, mtu 1400, length 112");
    error6("time", icmpOf(icmp6::timeExceeded), far, "time exceeded in-transit for 2001:db8:2::2, length 112");
}

void TestPacketText::is()
{
    QFETCH(const Frame, frame);
    QFETCH(const PacketText, how);
    QFETCH(const QString, text);
    QCOMPARE(QString::fromStdString(terminal::textOf(frame, how)), text);
}

NETDRAFT_TEST(TestPacketText)
#include "tst_packet_text.moc"
