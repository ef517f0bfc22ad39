#include "model/names/zone_file.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model::names;

namespace {

QStringList linesOf(const std::vector<Record> &records)
{
    QStringList lines;
    for (const Record &record : records)
        lines << QString::fromStdString(record.owner + ' ' + std::to_string(record.ttl) + ' ' + typeName(record.type) +
                                        ' ' + record.data);
    return lines;
}

} // namespace

/// Zones in the form of RFC 1035.
class TestZoneFile : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
};

void TestZoneFile::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("records");
    QTest::newRow("relative names") << "web 60 IN A 192.0.2.80\n" << QStringList{"web.lab. 60 A 192.0.2.80"};
    QTest::newRow("the origin") << "@ IN NS ns\n" << QStringList{"lab. 3600 NS ns.lab."};
    QTest::newRow("another origin") << "$ORIGIN sub.lab.\nweb A 192.0.2.80\n"
                                    << QStringList{"web.sub.lab. 3600 A 192.0.2.80"};
    QTest::newRow("an origin that is relative") << "$ORIGIN sub\nweb A 192.0.2.80\n"
                                                << QStringList{"web.sub.lab. 3600 A 192.0.2.80"};
    QTest::newRow("a time with units") << "$TTL 1h30m\nweb A 192.0.2.80\nx 1d A 192.0.2.81\n"
                                       << QStringList{"web.lab. 5400 A 192.0.2.80", "x.lab. 86400 A 192.0.2.81"};
    QTest::newRow("the owner before") << "web A 192.0.2.80\n  AAAA 2001:db8::80\n"
                                      << QStringList{"web.lab. 3600 A 192.0.2.80", "web.lab. 3600 AAAA 2001:db8::80"};
    QTest::newRow("class before time") << "web IN 7 A 192.0.2.80\n" << QStringList{"web.lab. 7 A 192.0.2.80"};
    QTest::newRow("brackets") << "@ IN SOA ns admin (\n  2026 ; serial\n  1h 15m\n  1w 60 )\n"
                              << QStringList{"lab. 3600 SOA ns.lab. admin.lab. 2026 3600 900 604800 60"};
    QTest::newRow("comments") << "; nothing\nweb A 192.0.2.80 ; the server\n"
                              << QStringList{"web.lab. 3600 A 192.0.2.80"};
    QTest::newRow("strings") << "note TXT \"a; b\" plain\n" << QStringList{"note.lab. 3600 TXT \"a; b\" \"plain\""};
    QTest::newRow("a service") << "_http._tcp SRV 1 2 80 web\n"
                               << QStringList{"_http._tcp.lab. 3600 SRV 1 2 80 web.lab."};
    QTest::newRow("mail") << "@ MX 10 mail\n" << QStringList{"lab. 3600 MX 10 mail.lab."};
    QTest::newRow("absolute names") << "www.example. CNAME web.lab.\n"
                                    << QStringList{"www.example. 3600 CNAME web.lab."};
    QTest::newRow("a type that nobody asks for here") << "@ CAA 0 issue x\nweb A 192.0.2.80\n"
                                                      << QStringList{"web.lab. 3600 A 192.0.2.80"};
    QTest::newRow("nothing") << "" << QStringList{};
}

void TestZoneFile::reads()
{
    QFETCH(QString, text);
    QFETCH(QStringList, records);
    const auto zone = readZone(text.toStdString(), "lab");
    QVERIFY2(zone, zone ? "" : zone.error().c_str());
    QCOMPARE(linesOf(*zone), records);
}

void TestZoneFile::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("error");
    QTest::newRow("no address") << "\nweb A 192.0.2\n" << "bad A A: \"192.0.2\" at line: 2";
    QTest::newRow("the other family's address") << "web AAAA 192.0.2.1\n" << "bad AAAA AAAA: \"192.0.2.1\" at line: 1";
    QTest::newRow("no such type") << "web IN B 192.0.2.1\n" << "unknown RR type: \"B\" at line: 1";
    QTest::newRow("no type at all") << "web IN\n" << "no type: \"IN\" at line: 1";
    QTest::newRow("an open bracket") << "@ SOA a b (1 2 3 4 5\n" << "unbalanced parenthesis at line: 2";
    QTest::newRow("a bracket too many") << "@ NS ns )\n" << "unbalanced parenthesis at line: 1";
    QTest::newRow("an open quote") << "x TXT \"abc\n" << "a quote is not closed at line: 1";
    QTest::newRow("too few numbers") << "@ SOA a b 1 2 3\n" << "bad SOA zone parameter: \"a\" at line: 1";
    QTest::newRow("a directive") << "$GENERATE 1-2 a A 1.2.3.4\n"
                                 << "unknown or unsupported directive: \"$GENERATE\" at line: 1";
    QTest::newRow("a label too long") << QString(64, 'a') + " A 192.0.2.1\n"
                                      << "bad owner name: \"" + QString(64, 'a') + ".lab.\" at line: 1";
}

void TestZoneFile::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, error);
    const auto zone = readZone(text.toStdString(), "lab");
    QVERIFY(!zone);
    QCOMPARE(QString::fromStdString(zone.error()), error);
}

NETDRAFT_TEST(TestZoneFile)
#include "tst_zone_file.moc"
