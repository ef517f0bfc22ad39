#include "model/forwarding/socket_errors.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

class TestSocketErrors : public QObject
{
    Q_OBJECT

private slots:
    void converts_data();
    void converts();
};

void TestSocketErrors::converts_data()
{
    QTest::addColumn<bool>("v4");
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("tcp"); // empty: it goes on
    QTest::addColumn<QString>("udp");

    const auto row = [](const char *name, bool v4, int type, int code, const char *tcp, const char *udp) {
        QTest::newRow(name) << v4 << type << code << tcp << udp;
    };
    row("net unreachable", true, 3, 0, "Network is unreachable", "");
    row("host unreachable", true, 3, 1, "No route to host", "");
    row("protocol unreachable", true, 3, 2, "Protocol not available", "Protocol not available");
    row("port unreachable", true, 3, 3, "Connection refused", "Connection refused");
    row("fragmentation needed", true, 3, 4, "", "");
    row("net prohibited", true, 3, 9, "Network is unreachable", "Network is unreachable");
    row("host prohibited", true, 3, 10, "No route to host", "No route to host");
    row("administratively prohibited", true, 3, 13, "No route to host", "No route to host");
    row("a code beyond the last", true, 3, 16, "", "");
    row("time exceeded", true, 11, 0, "No route to host", "");
    row("a redirect", true, 5, 1, "", "");
    row("no route", false, 1, 0, "Network is unreachable", "");
    row("prohibited", false, 1, 1, "Permission denied", "Permission denied");
    row("beyond scope", false, 1, 2, "No route to host", "");
    row("address unreachable", false, 1, 3, "No route to host", "");
    row("port unreachable over IPv6", false, 1, 4, "Connection refused", "Connection refused");
    row("source address failed policy", false, 1, 5, "Permission denied", "Permission denied");
    row("reject route", false, 1, 6, "Permission denied", "Permission denied");
    row("an unknown code over IPv6", false, 1, 9, "Protocol error", "Protocol error");
    row("packet too big", false, 2, 0, "", "");
    row("hop limit exceeded", false, 3, 0, "No route to host", "");
}

void TestSocketErrors::converts()
{
    QFETCH(bool, v4);
    QFETCH(int, type);
    QFETCH(int, code);
    QFETCH(QString, tcp);
    QFETCH(QString, udp);
    Icmp icmp;
    icmp.type = static_cast<std::uint8_t>(type);
    icmp.code = static_cast<std::uint8_t>(code);
    const auto said = [&](Transport transport) {
        const auto error = errorOf(transport, v4 ? Family::Ipv4 : Family::Ipv6, icmp);
        const std::string_view text = error ? errorText(*error) : std::string_view();
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    QCOMPARE(said(Transport::Tcp), tcp);
    QCOMPARE(said(Transport::Udp), udp);
}

NETDRAFT_TEST(TestSocketErrors)
#include "tst_socket_errors.moc"
