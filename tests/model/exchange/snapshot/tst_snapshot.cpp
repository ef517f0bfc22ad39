#include "model/exchange/exchange.h"
#include "model/exchange/import.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace netdraft::model;

namespace {

const QString dataFolder = NETDRAFT_SOURCE_DIR "/tests/data/snapshots";

/// What a case reads: `source` with any ending, a file or a folder.
QString sourceIn(const QDir &folder)
{
    const QStringList names = folder.entryList({"source", "source.*"}, QDir::Dirs | QDir::Files);
    return names.isEmpty() ? QString() : folder.filePath(names.front());
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What an import has to say, a line each, with places below the case's folder.
QString saidBy(const Imported &imported, const QString &folder)
{
    QString said;
    for (const Error &note : imported.notes)
        said += "note: " + QString::fromStdString(describe(note)) + '\n';
    for (const Error &trouble : imported.troubles)
        said += QString::fromStdString(describe(trouble)) + '\n';
    return said.replace(folder + '/', "");
}

void compare(const QString &path, const QString &found)
{
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(found.toUtf8());
        return;
    }
    QCOMPARE(found, textOf(path));
}

ImportSource oneFile(const QString &text)
{
    return {.path = "pasted", .folder = false, .files = {{"", text.toStdString()}}};
}

ImportSource machineWith(const QString &file, const QString &text)
{
    const std::string links =
        R"([{"ifindex":1,"ifname":"lo","flags":["LOOPBACK","UP"]},{"ifindex":2,"ifname":"eth0","flags":["UP"]}])";
    ImportSource source{.path = "capture", .folder = true, .files = {{"machine/link.json", links}}};
    source.files.insert_or_assign("machine/" + file.toStdString(), text.toStdString());
    return source;
}

} // namespace

class TestSnapshot : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void isNoCapture_data();
    void isNoCapture();
    void refusesBytesThatAreNoText();
    void keepsTheRest();
    void endsSoon();
};

void TestSnapshot::reads_data()
{
    QTest::addColumn<QString>("folder");
    const QDir folder(dataFolder);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestSnapshot::reads()
{
    QFETCH(const QString, folder);
    const auto source = loadSource(sourceIn(folder).toStdString());
    QVERIFY(source);
    const auto imported = import(*source);
    QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());
    const std::string text = writeProject(imported->project);
    compare(folder + "/expected.netdraft", QString::fromStdString(text));
    compare(folder + "/expected.txt", saidBy(*imported, folder));
    // It is a network like any other: its file can be read, and says the same again.
    const auto again = readProject(text, "again");
    QVERIFY2(again, again ? "" : describe(again.error()).c_str());
    QCOMPARE(QString::fromStdString(writeProject(*again)), QString::fromStdString(text));
}

void TestSnapshot::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");

    QTest::newRow("cut off") << "addr.json" << "[{\"ifindex\":1,\n\"ifname\":\"lo\""
                             << "capture/machine/addr.json:2:14: ";
    QTest::newRow("not JSON at all") << "addr.json" << "[what" << "capture/machine/addr.json:1:2: not JSON";
    QTest::newRow("an object for a list") << "addr.json" << "{\"ifindex\":1}"
                                          << "capture/machine/addr.json:1:1: an object; expected an array";
    QTest::newRow("a number in the list") << "neigh.json" << "[{},\n 7]"
                                          << "capture/machine/neigh.json:2:2: a number in the list; expected objects";
    QTest::newRow("a name that is a number")
        << "link.json" << R"([{"ifindex":1,"ifname":7}])" << "capture/machine/link.json:1:24: \"ifname\" is a number";
    QTest::newRow("a name that no link can have")
        << "link.json" << R"([{"ifindex":1,"ifname":"a; reboot"}])" << "capture/machine/link.json:1:2: ";
    QTest::newRow("a link twice") << "link.json" << R"([{"ifname":"a","ifindex":2},{"ifname":"a","ifindex":3}])"
                                  << "1:29: a second link \"a\"; expected each name once";
    QTest::newRow("an index beyond all numbers")
        << "link.json" << R"([{"ifindex":99999999999999999999,"ifname":"a"}])"
        << "1:13: no value for \"ifindex\"; expected a whole number from 1 to 1000000000";
    QTest::newRow("an MTU with a fraction") << "link.json" << R"([{"ifindex":2,"ifname":"a","mtu":15.5}])"
                                            << "no value for \"mtu\"; expected a whole number";
    QTest::newRow("an address that is none")
        << "addr.json" << R"([{"ifindex":2,"ifname":"eth0","addr_info":[{"local":"192.0.2.300","prefixlen":24}]}])"
        << "capture/machine/addr.json:1:53: ";
    QTest::newRow("a prefix length of 33")
        << "addr.json" << R"([{"ifindex":2,"ifname":"eth0","addr_info":[{"local":"192.0.2.3","prefixlen":33}]}])"
        << "no value for \"prefixlen\"; expected a whole number from 0 to 32";
    QTest::newRow("a route by a link that is not there")
        << "route.json" << R"([{"dst":"default","dev":"ppp0"}])" << "host has no link \"ppp0\"; expected one of those";
    QTest::newRow("a route with host bits") << "route.json" << R"([{"dst":"192.0.2.1/24","dev":"eth0"}])"
                                            << "capture/machine/route.json:1:9: ";
    QTest::newRow("a route by a gateway that nobody reaches")
        << "route.json" << R"([{"dst":"default","gateway":"192.0.2.1","dev":"eth0"}])"
        << "capture/machine/route.json:1:2: not simulated as it is here, `ip route add default via 192.0.2.1 dev eth0`";
    QTest::newRow("a table whose name is known there alone")
        << "route.json" << R"([{"dst":"192.0.2.0/24","dev":"eth0","table":"vpn"}])"
        << "\"vpn\" is no table that every machine knows; expected its number";
    QTest::newRow("a rule of another family")
        << "rule.json" << R"([{"priority":9,"src":"2001:db8::","srclen":32,"table":"7"}])"
        << "an address of the other family";
    QTest::newRow("a rule by user") << "rule.json" << R"([{"priority":9,"src":"all","uid_start":0,"table":"7"}])"
                                    << "\"uid_start\" of a rule is not simulated; the rule is left out";
    QTest::newRow("a match of iptables that is not simulated")
        << "iptables.txt" << "*filter\n:INPUT ACCEPT [0:0]\n-A INPUT -m nonsense -j ACCEPT\nCOMMIT\n"
        << "capture/machine/iptables.txt:3:1: ";
    QTest::newRow("a rule before any table") << "iptables.txt" << "-A INPUT -j ACCEPT\n"
                                             << "1:1: a rule before its table; expected a line such as \"*filter\"";
    QTest::newRow("a table of nft with a set")
        << "nft.txt" << "table inet own {\n\tset s {\n\t\ttype ipv4_addr\n\t}\n}\n"
        << "capture/machine/nft.txt:2:1: sets, maps and other objects of nft are not simulated; this one is left out";
    QTest::newRow("a sysctl out of range")
        << "sysctl.txt" << "net.ipv4.conf.all.forwarding = 1\nnet.ipv4.ip_default_ttl = 300\n"
        << "capture/machine/sysctl.txt:2:26: no value for net.ipv4.ip_default_ttl";
    QTest::newRow("text that is no answer") << "route.txt" << "command not found\n"
                                            << "capture/machine/route.txt:1:1: nothing that `ip route` prints";
}

void TestSnapshot::saysWhatIsWrong()
{
    QFETCH(const QString, file);
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const auto imported = import(machineWith(file, text));
    QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());
    const QString said = saidBy(*imported, "none");
    QVERIFY2(!imported->isWhole(), "nothing is said");
    QVERIFY2(said.contains(says), qPrintable(said));
}

void TestSnapshot::isNoCapture_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << "";
    QTest::newRow("a script") << "#!/bin/sh\nip link add a type veth peer name b\n";
    QTest::newRow("a project file") << "{\"format\": \"netdraft\", \"version\": 1}";
    QTest::newRow("prose") << "Dear all,\nthe network is down.\n";
    QTest::newRow("JSON of something else") << "[{\"name\": \"ifname\"}, 1]";
    QTest::newRow("a comment") << "# a comment\nnothing else\n";
}

void TestSnapshot::isNoCapture()
{
    QFETCH(const QString, text);
    const ImportSource source = oneFile(text);
    QVERIFY(text.contains("ifname") || !importFormat("snapshot")->claims(source));
    QVERIFY(!importFormat("dump")->claims(source));
    for (const char *id : {"snapshot", "dump"}) {
        const auto read = importFormat(id)->read(source);
        QVERIFY2(!read || !read->isWhole(), id);
    }
}

void TestSnapshot::refusesBytesThatAreNoText()
{
    ImportSource source = machineWith("route.json", "[]");
    source.files["machine/addr.json"] = "[{\"ifname\":\"\xff\"}]";
    const auto imported = import(source);
    QVERIFY(imported);
    QVERIFY(saidBy(*imported, "none").contains("capture/machine/addr.json:1:13: not UTF-8"));
}

/// What is wrong in one file keeps nobody from the others.
void TestSnapshot::keepsTheRest()
{
    ImportSource source = machineWith("route.json", "[{\"dst\":");
    source.files["machine/addr.json"] =
        R"([{"ifindex":2,"ifname":"eth0","flags":["UP","LOWER_UP"],"qdisc":"mq","link_type":"ether",
             "address":"00:00:5e:00:53:01","newer":{"fields":[1,2]},
             "addr_info":[{"local":"192.0.2.1","prefixlen":24,"scope":"global"}]}])";
    const auto imported = import(source);
    QVERIFY(imported);
    QCOMPARE(imported->troubles.size(), std::size_t{1});
    const Link *link = imported->project.network.find(hostNetns)->find(std::string_view("eth0"));
    QVERIFY(link);
    QCOMPARE(link->addresses4.size(), std::size_t{1});
}

/// Links on each other in a circle, and nonsense without end, are read in little time and memory.
void TestSnapshot::endsSoon()
{
    const auto circle = import(machineWith("link.json", R"([{"ifindex":1,"ifname":"lo","flags":["LOOPBACK"]},
        {"ifindex":2,"ifname":"a","link":"b","min_mtu":0,"linkinfo":{"info_kind":"vlan","info_data":{"id":1}}},
        {"ifindex":3,"ifname":"b","link":"a","min_mtu":0,"linkinfo":{"info_kind":"vlan","info_data":{"id":2}}},
        {"ifindex":4,"ifname":"c","master":"c","min_mtu":0,"linkinfo":{"info_kind":"bridge"}}])"));
    QVERIFY(circle);
    QVERIFY(!circle->isWhole());
    const QString many = "[" + QString("7,").repeated(100'000) + "7]";
    const auto nonsense = import(machineWith("neigh.json", many));
    QVERIFY(nonsense);
    QVERIFY(nonsense->troubles.size() < 1000);
}

NETDRAFT_TEST(TestSnapshot)
#include "tst_snapshot.moc"
