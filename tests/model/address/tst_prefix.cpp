#include "model/address/prefix.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

class TestPrefix : public QObject
{
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void contains_data();
    void contains();
    void edges_data();
    void edges();
    void interfaceAddress_data();
    void interfaceAddress();
};

void TestPrefix::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed"); // empty: refused

    QTest::newRow("IPv4 network") << "192.0.2.0/24" << "192.0.2.0/24";
    QTest::newRow("IPv4 default") << "0.0.0.0/0" << "0.0.0.0/0";
    QTest::newRow("IPv4 host without length") << "192.0.2.1" << "192.0.2.1/32";
    QTest::newRow("IPv4 half of everything") << "128.0.0.0/1" << "128.0.0.0/1";
    QTest::newRow("IPv6 network") << "2001:db8::/32" << "2001:db8::/32";
    QTest::newRow("IPv6 default") << "::/0" << "::/0";
    QTest::newRow("IPv6 host without length") << "2001:DB8::1" << "2001:db8::1/128";
    QTest::newRow("IPv4 host bits") << "192.0.2.1/24" << "";
    QTest::newRow("IPv6 host bits") << "2001:db8::1/64" << "";
    QTest::newRow("one bit past the end") << "0.0.0.0/33" << "";
    QTest::newRow("one bit past the end of IPv6") << "::/129" << "";
    QTest::newRow("negative length") << "0.0.0.0/-1" << "";
    QTest::newRow("no length after the slash") << "192.0.2.0/" << "";
    QTest::newRow("octet out of range") << "300.1.1.1/24" << "";
    QTest::newRow("mask instead of a length") << "192.0.2.0/255.255.255.0" << "";
    QTest::newRow("nothing") << "" << "";
    QTest::newRow("a word after it") << "192.0.2.0/24 " << "";
}

void TestPrefix::parse()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto prefix = Prefix::parse(text.toStdString());
    QCOMPARE(prefix.has_value(), !printed.isEmpty());
    if (prefix)
        QCOMPARE(QString::fromStdString(prefix->toString()), printed);
}

void TestPrefix::contains_data()
{
    QTest::addColumn<QString>("prefix");
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("expected");

    QTest::newRow("network address itself") << "192.0.2.0/24" << "192.0.2.0" << true;
    QTest::newRow("last address") << "192.0.2.0/24" << "192.0.2.255" << true;
    QTest::newRow("one past the end") << "192.0.2.0/24" << "192.0.3.0" << false;
    QTest::newRow("default route") << "0.0.0.0/0" << "203.0.113.9" << true;
    QTest::newRow("host") << "192.0.2.1/32" << "192.0.2.1" << true;
    QTest::newRow("neighbour of a host") << "192.0.2.1/32" << "192.0.2.0" << false;
    QTest::newRow("both of a /31") << "192.0.2.0/31" << "192.0.2.1" << true;
    QTest::newRow("beyond a /31") << "192.0.2.0/31" << "192.0.2.2" << false;
    QTest::newRow("other family") << "0.0.0.0/0" << "2001:db8::1" << false;
    QTest::newRow("IPv6, 64 bits") << "2001:db8::/64" << "2001:db8::ffff:ffff:ffff:ffff" << true;
    QTest::newRow("IPv6, past 64 bits") << "2001:db8::/64" << "2001:db8:0:1::" << false;
    QTest::newRow("IPv6, 65 bits") << "2001:db8::/65" << "2001:db8::8000:0:0:0" << false;
    QTest::newRow("IPv6 default") << "::/0" << "ffff::" << true;
}

void TestPrefix::contains()
{
    QFETCH(QString, prefix);
    QFETCH(QString, address);
    QFETCH(bool, expected);
    QCOMPARE(Prefix::parse(prefix.toStdString())->contains(*IpAddress::parse(address.toStdString())), expected);
}

void TestPrefix::edges_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");

    QTest::newRow("/0") << "203.0.113.9" << 0 << "0.0.0.0" << "255.255.255.255";
    QTest::newRow("/1") << "203.0.113.9" << 1 << "128.0.0.0" << "255.255.255.255";
    QTest::newRow("/31") << "203.0.113.9" << 31 << "203.0.113.8" << "203.0.113.9";
    QTest::newRow("/32") << "203.0.113.9" << 32 << "203.0.113.9" << "203.0.113.9";
    QTest::newRow("IPv6 /0") << "2001:db8::9" << 0 << "::" << "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff";
    QTest::newRow("IPv6 /63") << "2001:db8:0:1::9" << 63 << "2001:db8::" << "2001:db8:0:1:ffff:ffff:ffff:ffff";
    QTest::newRow("IPv6 /64") << "2001:db8:0:1::9" << 64 << "2001:db8:0:1::" << "2001:db8:0:1:ffff:ffff:ffff:ffff";
    QTest::newRow("IPv6 /65") << "2001:db8::9" << 65 << "2001:db8::" << "2001:db8::7fff:ffff:ffff:ffff";
    QTest::newRow("IPv6 /127") << "2001:db8::9" << 127 << "2001:db8::8" << "2001:db8::9";
    QTest::newRow("IPv6 /128") << "2001:db8::9" << 128 << "2001:db8::9" << "2001:db8::9";
}

void TestPrefix::edges()
{
    QFETCH(QString, address);
    QFETCH(int, length);
    QFETCH(QString, first);
    QFETCH(QString, last);
    const Prefix prefix = Prefix::of(*IpAddress::parse(address.toStdString()), length);
    QCOMPARE(QString::fromStdString(prefix.address().toString()), first);
    QCOMPARE(QString::fromStdString(prefix.last().toString()), last);
}

void TestPrefix::interfaceAddress_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed"); // empty: refused

    QTest::newRow("host bits are kept") << "192.168.1.5/24" << "192.168.1.5/24";
    QTest::newRow("no length is the full one") << "192.168.1.5" << "192.168.1.5/32";
    QTest::newRow("IPv6") << "2001:db8::5/64" << "2001:db8::5/64";
    QTest::newRow("too long") << "192.168.1.5/33" << "";
    QTest::newRow("octet out of range") << "300.1.1.1/24" << "";
}

void TestPrefix::interfaceAddress()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto address = InterfaceAddress::parse(text.toStdString());
    QCOMPARE(address.has_value(), !printed.isEmpty());
    if (address)
        QCOMPARE(QString::fromStdString(address->toString()), printed);
}

NETDRAFT_TEST(TestPrefix)
#include "tst_prefix.moc"
