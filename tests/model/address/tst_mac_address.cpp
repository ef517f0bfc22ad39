#include "model/address/mac_address.h"
#include "model/address/name.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

class TestMacAddress : public QObject
{
    Q_OBJECT

private slots:
    void parse_data();
    void parse();
    void linkLocal_data();
    void linkLocal();
    void names_data();
    void names();
};

void TestMacAddress::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("printed"); // empty: refused

    QTest::newRow("six octets") << "02:00:00:00:00:01" << "02:00:00:00:00:01";
    QTest::newRow("capitals") << "02:AB:CD:EF:00:01" << "02:ab:cd:ef:00:01";
    QTest::newRow("short octets") << "2:0:0:0:0:1" << "02:00:00:00:00:01";
    QTest::newRow("five octets") << "02:00:00:00:00" << "";
    QTest::newRow("seven octets") << "02:00:00:00:00:01:02" << "";
    QTest::newRow("long octet") << "002:00:00:00:00:01" << "";
    QTest::newRow("empty octet") << "02::00:00:00:01" << "";
    QTest::newRow("no digit") << "0g:00:00:00:00:01" << "";
    QTest::newRow("colon at the end") << "02:00:00:00:00:" << "";
    QTest::newRow("hyphens") << "02-00-00-00-00-01" << "";
}

void TestMacAddress::parse()
{
    QFETCH(QString, text);
    QFETCH(QString, printed);
    const auto mac = MacAddress::parse(text.toStdString());
    QCOMPARE(mac.has_value(), !printed.isEmpty());
    if (mac)
        QCOMPARE(QString::fromStdString(mac->toString()), printed);
}

void TestMacAddress::linkLocal_data()
{
    QTest::addColumn<QString>("mac");
    QTest::addColumn<QString>("address");

    QTest::newRow("locally administered") << "02:00:00:00:00:01" << "fe80::ff:fe00:1";
    QTest::newRow("by a vendor") << "00:1b:21:3c:4d:5e" << "fe80::21b:21ff:fe3c:4d5e";
    QTest::newRow("zeros, as of a bridge without ports") << "00:00:00:00:00:00" << "fe80::200:ff:fe00:0";
}

void TestMacAddress::linkLocal()
{
    QFETCH(QString, mac);
    QFETCH(QString, address);
    QCOMPARE(QString::fromStdString(linkLocalOf(*MacAddress::parse(mac.toStdString())).toString()), address);
}

void TestMacAddress::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("link");
    QTest::addColumn<bool>("netns");

    QTest::newRow("plain") << "eth0" << true << true;
    QTest::newRow("hyphens and dots") << "v-net.0" << true << true;
    QTest::newRow("15 letters") << "abcdefghijklmno" << true << true;
    QTest::newRow("16 letters") << "abcdefghijklmnop" << false << true;
    QTest::newRow("64 letters") << QString(64, 'a') << false << true;
    QTest::newRow("65 letters") << QString(65, 'a') << false << false;
    QTest::newRow("nothing") << "" << false << false;
    QTest::newRow("dot") << "." << false << false;
    QTest::newRow("dot dot") << ".." << false << false;
    QTest::newRow("an option") << "-n" << false << false;
    QTest::newRow("a hidden file") << ".x" << true << false;
    QTest::newRow("a path") << "a/b" << false << false;
    QTest::newRow("a space") << "a b" << false << false;
    QTest::newRow("a command") << "x; touch /tmp/owned" << false << false;
    QTest::newRow("an expansion") << "$(id)" << false << false;
    QTest::newRow("a new line") << "a\nb" << false << false;
}

void TestMacAddress::names()
{
    QFETCH(QString, name);
    QFETCH(bool, link);
    QFETCH(bool, netns);
    QCOMPARE(checkLinkName(name.toStdString()).has_value(), link);
    QCOMPARE(checkNetnsName(name.toStdString()).has_value(), netns);
}

NETDRAFT_TEST(TestMacAddress)
#include "tst_mac_address.moc"
