#include "model/forwarding/listeners.h"
#include "model/network/network.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

constexpr LinkId eth0{2};
constexpr LinkId eth1{3};

IpAddress ip(const char *text)
{
    return *IpAddress::parse(text);
}

Socket tcp(const char *address, LinkId dev = {}, bool v6only = false)
{
    return {Transport::Tcp, ip(address), v6only, 80, dev, Program::Socat};
}

} // namespace

class TestListeners : public QObject
{
    Q_OBJECT

private slots:
    void takes_data();
    void takes();
};

void TestListeners::takes_data()
{
    QTest::addColumn<QList<Socket>>("sockets");
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("which"); // -1: none

    const auto row = [](const char *name, const QList<Socket> &sockets, const char *address, int which) {
        QTest::newRow(name) << sockets << address << which;
    };
    row("nobody", {}, "192.0.2.1", -1);
    row("any address", {tcp("0.0.0.0")}, "192.0.2.1", 0);
    row("any IPv4 address, asked over IPv6", {tcp("0.0.0.0")}, "2001:db8::1", -1);
    row("both families", {tcp("::")}, "192.0.2.1", 0);
    row("IPv6 alone", {tcp("::", {}, true)}, "192.0.2.1", -1);
    row("another address", {tcp("192.0.2.2")}, "192.0.2.1", -1);
    row("the very address before any", {tcp("0.0.0.0"), tcp("192.0.2.1")}, "192.0.2.1", 1);
    row("the own family before both", {tcp("::"), tcp("0.0.0.0")}, "192.0.2.1", 1);
    row("a link before none", {tcp("0.0.0.0"), tcp("0.0.0.0", eth0)}, "192.0.2.1", 1);
    row("another link", {tcp("0.0.0.0", eth1)}, "192.0.2.1", -1);
    row("the first of those alike", {tcp("0.0.0.0"), tcp("0.0.0.0")}, "192.0.2.1", 0);
    Socket udp = tcp("0.0.0.0");
    udp.transport = Transport::Udp;
    row("another transport", {udp}, "192.0.2.1", -1);
    Socket other = tcp("0.0.0.0");
    other.port = 81;
    row("another port", {other}, "192.0.2.1", -1);
}

void TestListeners::takes()
{
    QFETCH(QList<Socket>, sockets);
    QFETCH(QString, address);
    QFETCH(int, which);
    Netns netns = freshNetns({2}, "A", {1});
    netns.sockets.assign(sockets.begin(), sockets.end());
    const Socket *found = listenerAt(netns, Transport::Tcp, ip(address.toUtf8().constData()), 80, eth0);
    QCOMPARE(found ? static_cast<int>(found - netns.sockets.data()) : -1, which);
}

NETDRAFT_TEST(TestListeners)
#include "tst_listeners.moc"
