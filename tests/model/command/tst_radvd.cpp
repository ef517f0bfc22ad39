#include "model/command/radvd.h"
#include "tests/registered.h"

#include <QtTest>

using namespace netdraft::model;

class TestRadvd : public QObject
{
    Q_OBJECT

private slots:
    void refuses_data();
    void refuses();
    void reads_data();
    void reads();
};

void TestRadvd::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");

    const auto syntax = [](int line) { return QString("/dev/fd/63:%1 error: syntax error\n").arg(line); };
    const auto unmodelled = [](const char *what) { return QString("netdraft: %1 is not simulated\n").arg(what); };
    QTest::newRow("nothing") << "" << 1 << syntax(1);
    QTest::newRow("a comment alone") << "# nothing\n" << 1 << syntax(2);
    QTest::newRow("no interface") << "hello" << 1 << syntax(1);
    QTest::newRow("no semicolon behind an interface") << "interface eth0 { }" << 1 << syntax(1);
    QTest::newRow("no semicolon behind a prefix")
        << "interface eth0 {\nprefix 2001:db8:1::/64 { }\n};" << 1 << syntax(3);
    QTest::newRow("no semicolon behind a setting") << "interface eth0 {\nAdvSendAdvert on\n}; " << 1 << syntax(3);
    QTest::newRow("one semicolon too many") << "interface eth0 { AdvSendAdvert on;; };" << 1 << syntax(1);
    QTest::newRow("no bracket") << "interface eth0 AdvSendAdvert on; };" << 1 << syntax(1);
    QTest::newRow("a setting that is none") << "interface eth0 {\nAdvSendAdverts\non;\n};" << 1 << syntax(2);
    QTest::newRow("neither on nor off") << "interface eth0 {\nAdvSendAdvert maybe;\n};" << 1 << syntax(2);
    QTest::newRow("a preference that is none") << "interface eth0 { AdvDefaultPreference best; };" << 1 << syntax(1);
    QTest::newRow("a prefix without a length")
        << "interface eth0 {\n\nprefix 2001:db8:1::64 { };\n};" << 1 << syntax(3);
    QTest::newRow("a prefix of IPv4") << "interface eth0 { prefix 192.0.2.0/24 { }; };" << 1 << syntax(1);
    QTest::newRow("a negative time") << "interface eth0 { prefix 2001:db8:1::/64 { AdvValidLifetime -1; }; };" << 1
                                     << syntax(1);
    QTest::newRow("too long a prefix") << "interface eth0 { prefix 2001:db8:1::/129 { }; };" << 1 << "";
    QTest::newRow("preferred for longer than valid")
        << "interface eth0 { prefix 2001:db8:1::/64 { AdvValidLifetime 100; }; };" << 1 << "";
    QTest::newRow("an interface twice") << "interface eth0 { }; interface eth0 { };" << 1 << "";
    QTest::newRow("a link MTU") << "interface eth0 { AdvLinkMTU 1400; };" << 127 << unmodelled("radvd's AdvLinkMTU");
    QTest::newRow("DHCPv6") << "interface eth0 { AdvManagedFlag on; };" << 127 << unmodelled("radvd's AdvManagedFlag");
    QTest::newRow("the prefixes of the interface")
        << "interface eth0 { prefix ::/64 { }; };" << 127
        << unmodelled("radvd's prefix ::/64, which stands for those of the interface,");
}

void TestRadvd::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, status);
    QFETCH(QString, message);
    const auto read = command::readRadvdConfiguration(text.toStdString(), "/dev/fd/63");
    const auto *reply = std::get_if<Reply>(&read);
    QVERIFY(reply);
    QCOMPARE(reply->status, status);
    QCOMPARE(QString::fromStdString(reply->err), message);
}

void TestRadvd::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");

    const QString plain = "interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64 { }; };";
    QTest::newRow("what it writes") << plain << plain;
    QTest::newRow("lines and comments")
        << "# of r1\ninterface eth0\n{\n\tAdvSendAdvert on; # to all\n\tprefix 2001:db8:1::/64 { };\n};\n"
        << plain;
    QTest::newRow("what is usual")
        << "interface eth0 { AdvSendAdvert on; AdvManagedFlag off; AdvDefaultPreference medium; IgnoreIfMissing on; "
           "MinRtrAdvInterval 30; AdvCurHopLimit 64; prefix 2001:db8:1::/64 { AdvOnLink on; AdvAutonomous on; }; };"
        << plain;
    QTest::newRow("a prefix without brackets")
        << "interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::/64; };" << plain;
    QTest::newRow("an address for a prefix")
        << "interface eth0 { AdvSendAdvert on; prefix 2001:db8:1::5/64 { }; };" << plain;
    QTest::newRow("a hop limit that is more than a byte") << "interface eth0 { AdvCurHopLimit 300; };"
                                                          << "interface eth0 { AdvCurHopLimit 44; };";
    QTest::newRow("an end of all times")
        << "interface eth0 { prefix 2001:db8:1::/64 { AdvValidLifetime 4294967295; AdvPreferredLifetime infinity; }; };"
        << "interface eth0 { prefix 2001:db8:1::/64 { AdvValidLifetime infinity; AdvPreferredLifetime infinity; }; };";
}

void TestRadvd::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto read = command::readRadvdConfiguration(text.toStdString(), "/dev/fd/63");
    const auto *interfaces = std::get_if<std::vector<AdvertisingInterface>>(&read);
    QVERIFY(interfaces);
    QCOMPARE(QString::fromStdString(command::radvdConfiguration(*interfaces)), written);
}

NETDRAFT_TEST(TestRadvd)
#include "tst_radvd.moc"
