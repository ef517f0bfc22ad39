#include "model/exchange/exchange.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace netdraft;

namespace {

/// Two nodes, on the first of which lines are typed.
model::Project namesLab(const QString &lines)
{
    model::Project project;
    model::Session host = model::openSession("host");
    model::Session own = model::openSession("ns");
    for (const auto &[session, line] :
         {std::pair(&host, QString("ip netns add ns; ip netns add web; ip -n ns link set lo up")),
          std::pair(&own, lines)}) {
        const model::TypedLine typed = model::typeLine(project, *session, line.toStdString());
        if (!model::apply(project, typed.edits))
            qFatal("%s", typed.text().c_str());
    }
    return project;
}

} // namespace

/// What a network has for names, as folders.
class TestNamesFormat : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void dnsmasqTakesIt_data();
    void dnsmasqTakesIt();
    void saysWhatItIsNot();
};

void TestNamesFormat::writes_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("hosts and resolv.conf")
        << "echo '192.0.2.1 web' > /etc/hosts; echo nameserver 192.0.2.53 > /etc/resolv.conf; echo x > /etc/motd"
        << QStringList{"ns/etc/hosts=192.0.2.1 web\n", "ns/etc/resolv.conf=nameserver 192.0.2.53\n"};
    QTest::newRow("the order of nsswitch.conf and a host name")
        << "echo 'hosts: dns files' > /etc/nsswitch.conf; echo ns > /etc/hostname"
        << QStringList{"ns/etc/hostname=ns\n", "ns/etc/nsswitch.conf=hosts: dns files\n"};
    QTest::newRow("a Corefile with a zone and a file of hosts")
        << "mkdir -p /etc/coredns /root/zones; printf '.:53 {\\n hosts /root/names\\n file /root/zones/db.lab "
           "lab\\n}\\n' > /etc/coredns/Corefile; echo '192.0.2.1 web' > /root/names; echo '@ 60 IN SOA ns a 1 2 3 4 5' "
           "> /root/zones/db.lab; echo other > /root/other; coredns -conf /etc/coredns/Corefile"
        << QStringList{"ns/etc/coredns/Corefile=.:53 {\n hosts /root/names\n file /root/zones/db.lab lab\n}\n",
                       "ns/name-servers.txt=# What runs here, as it was started.\ncoredns -conf "
                       "/etc/coredns/Corefile\n",
                       "ns/root/names=192.0.2.1 web\n", "ns/root/zones/db.lab=@ 60 IN SOA ns a 1 2 3 4 5\n"};
    QTest::newRow("the command line of dnsmasq")
        << "dnsmasq --no-resolv --no-hosts -A /db.lab/192.0.2.7 --server=/lab/192.0.2.9#5353 -D"
        << QStringList{"ns/etc/dnsmasq.conf=# The command line of "
                       "dnsmasq.\nno-resolv\nno-hosts\naddress=/db.lab/192.0.2.7\nserver=/lab/"
                       "192.0.2.9#5353\ndomain-needed\n",
                       "ns/name-servers.txt=# What runs here, as it was started.\ndnsmasq --no-resolv --no-hosts -A "
                       "/db.lab/192.0.2.7 --server=/lab/192.0.2.9#5353 -D\n"};
    QTest::newRow("a configuration with files that it names")
        << "mkdir -p /etc/dnsmasq.d /srv; echo 'addn-hosts=/srv/more' > /etc/my.conf; echo 192.0.2.3 db > /srv/more; "
           "dnsmasq -C /etc/my.conf --port=5353"
        << QStringList{
               "ns/etc/dnsmasq.d/command-line.conf=# The command line of dnsmasq.\nport=5353\n",
               "ns/etc/my.conf=addn-hosts=/srv/more\n",
               "ns/name-servers.txt=# What runs here, as it was started.\ndnsmasq -C /etc/my.conf --port=5353\n",
               "ns/srv/more=192.0.2.3 db\n"};
}

void TestNamesFormat::writes()
{
    QFETCH(const QString, lines);
    QFETCH(const QStringList, files);
    const auto exported = model::exportFormat("names")->write(namesLab(lines), {"lab"});
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    QStringList written;
    for (const model::OutputFile &file : exported->files)
        written += QString::fromStdString(file.name + '=' + file.text);
    QCOMPARE(written, files);
    QVERIFY(exported->omitted.empty());
}

void TestNamesFormat::dnsmasqTakesIt_data()
{
    QTest::addColumn<QString>("lines");
    QTest::newRow("records of each kind")
        << "dnsmasq --no-resolv --no-hosts --host-record=web.lab,192.0.2.1 --cname=www.lab,web.lab "
           "--ptr-record=1.2.0.192.in-addr.arpa,web.lab --txt-record=web.lab,hello --mx-host=lab,mail.lab,10 "
           "--srv-host=_http._tcp.lab,web.lab,80";
    QTest::newRow("short options") << "dnsmasq -R -h -A /lab/192.0.2.1 -S 192.0.2.9#53 -p 5353 -a 127.0.0.1 -z -D -b";
}

void TestNamesFormat::dnsmasqTakesIt()
{
    QFETCH(const QString, lines);
    const QString dnsmasq = QStandardPaths::findExecutable("dnsmasq", {"/usr/sbin", "/usr/bin"});
    if (dnsmasq.isEmpty())
        QSKIP("dnsmasq is not installed (apt install dnsmasq-base)");
    const auto exported = model::exportFormat("names")->write(namesLab(lines), {"lab"});
    QVERIFY(exported);
    const QTemporaryDir folder;
    const std::string path = folder.filePath("out").toStdString();
    QVERIFY(model::writeExported(path, *model::exportFormat("names"), *exported));
    QProcess process;
    process.start(dnsmasq, {"--test", "-C", QString::fromStdString(path + "/ns/etc/dnsmasq.conf")});
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString("dnsmasq: syntax check OK.\n"));
}

void TestNamesFormat::saysWhatItIsNot()
{
    const auto none = model::exportFormat("names")->write(namesLab("echo x > /etc/motd"), {"lab"});
    QVERIFY(!none);
    QCOMPARE(describe(none.error()), std::string("no node has names of its own; expected /etc/hosts, /etc/resolv.conf, "
                                                 "or dnsmasq or coredns that runs"));
    const auto docker = model::exportFormat("names")->write(
        namesLab("dockerd; docker network create net1; docker run -d --name c1 --network net1 nginx"), {"lab"});
    QVERIFY(docker);
    QCOMPARE(docker->omitted, std::vector<std::string>{"c1: the names that Docker answers at 127.0.0.11"});
}

NETDRAFT_TEST(TestNamesFormat)
#include "tst_names_format.moc"
