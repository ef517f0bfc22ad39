#include "model/names/record.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::names;

/// Names and the types of records.
class TestRecord : public QObject
{
    Q_OBJECT

private slots:
    void reverses_data();
    void reverses();
    void isWithin_data();
    void isWithin();
    void isSound_data();
    void isSound();
    void namesTypes_data();
    void namesTypes();
    void isNoReverseName_data();
    void isNoReverseName();
};

void TestRecord::reverses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    QTest::newRow("IPv4") << "192.0.2.80" << "80.2.0.192.in-addr.arpa.";
    QTest::newRow("zeros of IPv4") << "10.0.0.1" << "1.0.0.10.in-addr.arpa.";
    QTest::newRow("IPv6") << "2001:db8::80"
                          << "0.8.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.";
}

void TestRecord::reverses()
{
    QFETCH(QString, address);
    QFETCH(QString, name);
    const auto parsed = IpAddress::parse(address.toStdString());
    QVERIFY(parsed);
    QCOMPARE(QString::fromStdString(reverseName(*parsed)), name);
    QVERIFY(addressOfReverse(name.toStdString()) == *parsed);
    QVERIFY(addressOfReverse(name.toUpper().toStdString()) == *parsed);
}

void TestRecord::isNoReverseName_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("too short") << "2.0.192.in-addr.arpa.";
    QTest::newRow("too long") << "1.80.2.0.192.in-addr.arpa.";
    QTest::newRow("no number") << "x.2.0.192.in-addr.arpa.";
    QTest::newRow("above 255") << "256.2.0.192.in-addr.arpa.";
    QTest::newRow("a nibble of two") << "80.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa.";
    QTest::newRow("another domain") << "80.2.0.192.lab.";
}

void TestRecord::isNoReverseName()
{
    QFETCH(QString, name);
    QVERIFY(!addressOfReverse(name.toStdString()));
}

void TestRecord::isWithin_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<bool>("within");
    QTest::newRow("below") << "web.lab." << "lab." << true;
    QTest::newRow("itself") << "lab." << "lab." << true;
    QTest::newRow("any case") << "Web.LAB." << "lab." << true;
    QTest::newRow("the root") << "web.lab." << "." << true;
    QTest::newRow("a word that ends alike") << "collab." << "lab." << false;
    QTest::newRow("above") << "lab." << "web.lab." << false;
    QTest::newRow("beside") << "web.lab." << "example." << false;
}

void TestRecord::isWithin()
{
    QFETCH(QString, name);
    QFETCH(QString, domain);
    QFETCH(bool, within);
    QCOMPARE(names::isWithin(name.toStdString(), domain.toStdString()), within);
}

void TestRecord::isSound_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("sound");
    QTest::newRow("a name") << "web.lab." << true;
    QTest::newRow("the root") << "." << true;
    QTest::newRow("nothing") << "" << false;
    QTest::newRow("an empty label") << "web..lab." << false;
    QTest::newRow("an empty label at the end") << "web.lab.." << false;
    QTest::newRow("an empty label at the start") << ".web." << false;
    QTest::newRow("a label of 63") << QString(63, 'a') + ".lab." << true;
    QTest::newRow("a label of 64") << QString(64, 'a') + ".lab." << false;
    QTest::newRow("254 bytes with dots") << QString("abcd.").repeated(50) + "abc." << true;
    QTest::newRow("255 bytes with dots") << QString("abcd.").repeated(51) << false;
}

void TestRecord::isSound()
{
    QFETCH(QString, name);
    QFETCH(bool, sound);
    QCOMPARE(isSoundName(name.toStdString()), sound);
}

void TestRecord::namesTypes_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("number");
    QTest::newRow("A") << "A" << 1;
    QTest::newRow("lower case") << "aaaa" << 28;
    QTest::newRow("one that nobody has here") << "HTTPS" << 65;
    QTest::newRow("by its number") << "TYPE65280" << 65280;
    QTest::newRow("none") << "web" << 0;
    QTest::newRow("a number too large") << "TYPE65536" << 0;
}

void TestRecord::namesTypes()
{
    QFETCH(QString, name);
    QFETCH(int, number);
    const auto type = typeNamed(name.toStdString());
    QCOMPARE(type ? static_cast<int>(*type) : 0, number);
    if (type)
        QCOMPARE(QString::fromStdString(typeName(*type)), name.toUpper());
}

NETDRAFT_TEST(TestRecord)
#include "tst_record.moc"
