#include "model/terminal/terminal.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

/// A namespace in which the real tools printed what the rows expect; ss lists sockets in the order of a hash, here in
/// that in which they were opened.
Project listeningProject()
{
    const auto made = netdraft::tests::lab("ip netns add A\n"
                                           "ip netns add B\n"
                                           "ip -n A link set lo up\n"
                                           "ip link add v0 netns A type veth peer name v0 netns B\n"
                                           "ip -n A addr add 192.0.2.1/24 dev v0\n"
                                           "ip -n A addr add 2001:db8::1/64 dev v0 nodad\n"
                                           "ip -n A link set v0 up\n"
                                           "ip -n B link set v0 up\n"
                                           "ip -n B addr add 192.0.2.9/24 dev v0\n"
                                           "ip -n A route add prohibit 203.0.113.0/24\n"
                                           "ip netns exec A iptables -A OUTPUT -d 192.0.2.99 -j DROP\n"
                                           "ip netns exec A nc -lk 90 &\n"
                                           "ip netns exec A nc -lk 80 &\n"
                                           "ip netns exec A nc -lk 192.0.2.1 83 &\n"
                                           "ip netns exec A nc -lk 2001:db8::1 86 &\n"
                                           "ip netns exec A nc -6 -lk 82 &\n"
                                           "ip netns exec A nc -lku 192.0.2.1 53 &\n"
                                           "ip netns exec A nc -lku 84 &\n");
    return made ? *made : Project();
}

constexpr const char *usage = "usage: nc [-46CDdFhklNnrStUuvZz] [-I length] [-i interval] [-M ttl]\n"
                              "\t  [-m minttl] [-O length] [-P proxy_username] [-p source_port]\n"
                              "\t  [-q seconds] [-s sourceaddr] [-T keyword] [-V rtable] [-W recvlimit]\n"
                              "\t  [-w timeout] [-X proxy_protocol] [-x proxy_address[:port]]\n"
                              "\t  [destination] [port]\n";

} // namespace

/// nc, ss and fuser, with the words of Debian 12's netcat-openbsd 1.219, iproute2 6.1 and psmisc 23.6.
class TestSocketTools : public QObject
{
    Q_OBJECT

private slots:
    void replies_data();
    void replies();
    void sendsDatagrams_data();
    void sendsDatagrams();
};

void TestSocketTools::replies_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("out");
    QTest::addColumn<QString>("err");

    QTest::newRow("ss -ltn") << "ss -ltn" << 0
                             << "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n"
                                "LISTEN 0      1            0.0.0.0:90        0.0.0.0:*          \n"
                                "LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          \n"
                                "LISTEN 0      1          192.0.2.1:83        0.0.0.0:*          \n"
                                "LISTEN 0      1      [2001:db8::1]:86           [::]:*          \n"
                                "LISTEN 0      1                  *:82              *:*          \n"
                             << "";
    QTest::newRow("ss -lun") << "ss -lun" << 0
                             << "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n"
                                "UNCONN 0      0          192.0.2.1:53        0.0.0.0:*          \n"
                                "UNCONN 0      0            0.0.0.0:84        0.0.0.0:*          \n"
                             << "";
    QTest::newRow("ss -tuln") << "ss -tuln" << 0
                              << "Netid State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n"
                                 "udp   UNCONN 0      0          192.0.2.1:53        0.0.0.0:*          \n"
                                 "udp   UNCONN 0      0            0.0.0.0:84        0.0.0.0:*          \n"
                                 "tcp   LISTEN 0      1            0.0.0.0:90        0.0.0.0:*          \n"
                                 "tcp   LISTEN 0      1            0.0.0.0:80        0.0.0.0:*          \n"
                                 "tcp   LISTEN 0      1          192.0.2.1:83        0.0.0.0:*          \n"
                                 "tcp   LISTEN 0      1      [2001:db8::1]:86           [::]:*          \n"
                                 "tcp   LISTEN 0      1                  *:82              *:*          \n"
                              << "";
    QTest::newRow("ss without -n") << "ss -lt4" << 0
                                   << "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n"
                                      "LISTEN 0      1            0.0.0.0:90        0.0.0.0:*          \n"
                                      "LISTEN 0      1            0.0.0.0:http      0.0.0.0:*          \n"
                                      "LISTEN 0      1          192.0.2.1:83        0.0.0.0:*          \n"
                                   << "";
    QTest::newRow("ss without a head") << "ss -ltnH" << 0
                                       << "LISTEN 0      1            0.0.0.0:90 0.0.0.0:*\n"
                                          "LISTEN 0      1            0.0.0.0:80 0.0.0.0:*\n"
                                          "LISTEN 0      1          192.0.2.1:83 0.0.0.0:*\n"
                                          "LISTEN 0      1      [2001:db8::1]:86    [::]:*\n"
                                          "LISTEN 0      1                  *:82       *:*\n"
                                       << "";
    QTest::newRow("ss with processes") << "ss -lunp" << 0
                                       << "State  Recv-Q Send-Q Local Address:Port Peer Address:PortProcess"
                                          "                      \n"
                                          "UNCONN 0      0          192.0.2.1:53        0.0.0.0:*    "
                                          "users:((\"nc\",pid=1006,fd=3))\n"
                                          "UNCONN 0      0            0.0.0.0:84        0.0.0.0:*    "
                                          "users:((\"nc\",pid=1007,fd=3))\n"
                                       << "";
    QTest::newRow("ss of connections") << "ss -tn" << 0
                                       << "State Recv-Q Send-Q Local Address:Port Peer Address:PortProcess\n"
                                       << "";
    QTest::newRow("ss of what is not simulated") << "ss -x" << 127 << "" << "netdraft: ss -x is not simulated\n";

    QTest::newRow("open") << "nc -zv 192.0.2.1 80" << 0 << ""
                          << "Connection to 192.0.2.1 80 port [tcp/http] succeeded!\n";
    QTest::newRow("open, without names") << "nc -zvn 192.0.2.1 80" << 0 << ""
                                         << "Connection to 192.0.2.1 80 port [tcp/*] succeeded!\n";
    QTest::newRow("open, by name") << "nc -4 -zv localhost 80" << 0 << ""
                                   << "Connection to localhost (127.0.0.1) 80 port [tcp/http] succeeded!\n";
    QTest::newRow("open, quietly") << "nc -z 192.0.2.1 80" << 0 << "" << "";
    QTest::newRow("refused") << "nc -zv 192.0.2.1 89" << 1 << ""
                             << "nc: connect to 192.0.2.1 port 89 (tcp) failed: Connection refused\n";
    QTest::newRow("refused, quietly") << "nc -z 192.0.2.1 89" << 1 << "" << "";
    QTest::newRow("a range of ports") << "nc -zv 192.0.2.1 80-83" << 0 << ""
                                      << "Connection to 192.0.2.1 80 port [tcp/http] succeeded!\n"
                                         "nc: connect to 192.0.2.1 port 81 (tcp) failed: Connection refused\n"
                                         "Connection to 192.0.2.1 82 port [tcp/*] succeeded!\n"
                                         "Connection to 192.0.2.1 83 port [tcp/*] succeeded!\n";
    QTest::newRow("nobody has the address, and no patience")
        << "nc -zvw 1 192.0.2.77 80" << 1 << ""
        << "nc: connect to 192.0.2.77 port 80 (tcp) timed out: Operation now in progress\n";
    QTest::newRow("nobody has the address") << "nc -zvw 5 192.0.2.77 80" << 1 << ""
                                            << "nc: connect to 192.0.2.77 port 80 (tcp) failed: No route to host\n";
    QTest::newRow("held back") << "nc -zvw 1 192.0.2.99 80" << 1 << ""
                               << "nc: connect to 192.0.2.99 port 80 (tcp) timed out: Operation now in progress\n";
    QTest::newRow("no route") << "nc -zv 198.51.100.1 80" << 1 << ""
                              << "nc: connect to 198.51.100.1 port 80 (tcp) failed: Network is unreachable\n";
    QTest::newRow("no route over UDP") << "nc -zvu 198.51.100.1 80" << 1 << ""
                                       << "nc: connect to 198.51.100.1 port 80 (udp) failed: Network is unreachable\n";
    QTest::newRow("a prohibit route") << "nc -zv 203.0.113.1 80" << 1 << ""
                                      << "nc: connect to 203.0.113.1 port 80 (tcp) failed: Permission denied\n";
    QTest::newRow("open over UDP") << "nc -zvu 192.0.2.1 84" << 0 << ""
                                   << "Connection to 192.0.2.1 84 port [udp/*] succeeded!\n";
    QTest::newRow("UDP without -v, which sends nothing") << "nc -zu 192.0.2.1 99" << 0 << "" << "";
    QTest::newRow("refused over UDP") << "nc -zvu 192.0.2.1 99" << 1 << "" << "";
    QTest::newRow("held back over UDP") << "nc -zvuw 1 192.0.2.99 80" << 1 << "" << "";
    QTest::newRow("no port") << "nc -zv 192.0.2.1" << 1 << "" << "nc: missing port number\n";
    QTest::newRow("another family")
        << "nc -zv6 192.0.2.1 80" << 1 << ""
        << "nc: getaddrinfo for host \"192.0.2.1\" port 80: Address family for hostname not supported\n";
    QTest::newRow("no number of seconds") << "nc -zw x 192.0.2.1 80" << 1 << "" << "nc: timeout invalid: x\n";
    QTest::newRow("nothing") << "nc" << 1 << "" << usage;
    QTest::newRow("an unknown option") << "nc -Q" << 1 << "" << QString("nc: invalid option -- 'Q'\n") + usage;
    QTest::newRow("an option without its value")
        << "nc -lk -p" << 1 << "" << QString("nc: option requires an argument -- 'p'\n") + usage;
    QTest::newRow("both look and listen") << "nc -zl 80" << 1 << "" << "nc: cannot use -z and -l\n";
    QTest::newRow("listen on no port") << "nc -lk" << 1 << "" << "nc: missing port number\n";
    QTest::newRow("listen on a port twice said") << "nc -lk -p 80 81" << 1 << "" << usage;
    QTest::newRow("listen on an absent address") << "nc -lk 198.51.100.1 80" << 1 << ""
                                                 << "nc: Cannot assign requested address\n";
    QTest::newRow("listen on a link-local address") << "nc -lk fe80::1 80" << 1 << "" << "nc: Invalid argument\n";
    QTest::newRow("listen on no service") << "nc -lk abc" << 1 << ""
                                          << "nc: getaddrinfo: Servname not supported for ai_socktype\n";
    QTest::newRow("listen by the other family") << "nc -4lk 2001:db8::1 80" << 1 << ""
                                                << "nc: getaddrinfo: Address family for hostname not supported\n";
    QTest::newRow("listen on an unknown name") << "nc -lk foo.invalid 80" << 1 << ""
                                               << "nc: getaddrinfo: Temporary failure in name resolution\n";
    QTest::newRow("listen once") << "nc -l 85" << 127 << ""
                                 << "netdraft: nc -l that ends with its first visitor; with -k it stays, so nc -l "
                                    "without -k is not simulated\n";
    QTest::newRow("end nobody") << "fuser -k 85/tcp" << 1 << "" << "";
    QTest::newRow("whose port") << "fuser 83/tcp" << 0 << "  1003" << "83/tcp:             \n";
}

void TestSocketTools::replies()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QString, out);
    QFETCH(QString, err);
    const Project made = listeningProject();
    const Netns *at = made.network.find(std::string_view("A"));
    QVERIFY(at);
    const auto words = splitWords(line.toStdString());
    QVERIFY(words);
    const Outcome outcome = run(made, at->id, *words);
    QCOMPARE(QString::fromStdString(outcome.reply.err), err);
    QCOMPARE(QString::fromStdString(outcome.reply.out), out);
    QCOMPARE(outcome.reply.status, status);
    // Who is held back is counted by the rule, and nothing else changes.
    for (const Edit &edit : outcome.edits)
        QVERIFY(std::holds_alternative<netfilter::CountPackets>(edit.kind));
}

void TestSocketTools::sendsDatagrams_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("port");
    QTest::addColumn<int>("echoed"); ///< of each datagram the first 8192 bytes, as socat does
    QTest::addColumn<int>("packets");

    QTest::newRow("one") << 5 << 55 << 5 << 1;
    QTest::newRow("all that nc reads at once") << 16384 << 55 << 8192 << 1;
    QTest::newRow("one byte more") << 16385 << 55 << 8193 << 2;
    QTest::newRow("three") << 40000 << 55 << 2 * 8192 + 7232 << 3;
    QTest::newRow("to nobody") << 40000 << 99 << 0 << 1;
    QTest::newRow("to one that keeps silent") << 40000 << 84 << 0 << 3;
}

void TestSocketTools::sendsDatagrams()
{
    QFETCH(int, bytes);
    QFETCH(int, port);
    Project made = listeningProject();
    const NetnsId at = made.network.find(std::string_view("A"))->id;
    const auto type = [&](const QString &line, const std::string &input = {}) {
        return run(made, at, *splitWords(line.toStdString()), input);
    };
    QVERIFY(apply(made, type("socat UDP4-RECVFROM:55,fork EXEC:cat &").edits));
    QVERIFY(apply(made, type(QString("iptables -A OUTPUT -p udp --dport %1").arg(port)).edits));
    const Outcome outcome =
        type(QString("nc -u -w 1 192.0.2.1 %1").arg(port), std::string(static_cast<std::size_t>(bytes), 'x'));
    QTEST(static_cast<int>(outcome.reply.out.size()), "echoed");
    QVERIFY(apply(made, outcome.edits));
    const netfilter::Table *table = made.network.find(at)->ruleset.find(Family::Ipv4, "filter");
    QTEST(static_cast<int>(table->find("OUTPUT")->rules.back().counted.packets), "packets");
}

NETDRAFT_TEST(TestSocketTools)
#include "tst_socket_tools.moc"
