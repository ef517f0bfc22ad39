#include "model/names/query.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::names;

namespace {

Project serverProject(const QString &configuration, const QString &more = {})
{
    const auto made =
        netdraft::tests::lab("ip netns add C\nip netns add S\n"
                             "ip link add eth0 netns C type veth peer name eth0 netns S\n"
                             "ip -n C link set eth0 up\nip -n S link set eth0 up\nip -n S link set lo up\n"
                             "ip -n C addr add 192.0.2.1/24 dev eth0\nip -n S addr add 192.0.2.53/24 dev eth0\n"
                             "ip -n S addr add 192.0.2.54/24 dev eth0\n" +
                             more.toStdString());
    Q_ASSERT(made);
    Project project = *made;
    Netns &server = project.network.change(project.network.find("S")->id);
    server.files["/etc/hosts"] = "192.0.2.80 web.lab\n";
    server.files["/etc/resolv.conf"] = "\n";
    server.files["/etc/dnsmasq.conf"] = configuration.toStdString();
    return project;
}

bool start(Project &project)
{
    const Netns &server = *project.network.find("S");
    const Start begun = startDnsmasq(project.network, server, {});
    return begun.status == 0 && apply(project, EditList{StartProcess{"S", "dnsmasq", begun.sockets, 0}}).has_value();
}

Exchanged askAt(const Project &project, const char *server, const char *name, Transport transport = Transport::Udp,
                RecordType type = RecordType::A)
{
    const DataPlane plane(project.network);
    return exchange(
        plane,
        {project.network.find("C")->id, *IpAddress::parse(server), 53, {name, type, false, true}, transport, true});
}

} // namespace

/// Questions through the network to servers that run in it.
class TestNameServers : public QObject
{
    Q_OBJECT

private slots:
    void listensWhereItIsTold_data();
    void listensWhereItIsTold();
    void endsOnErrors_data();
    void endsOnErrors();
    void truncatesWhatIsTooLong();
    void endsLoops();
    void recordsFrames();
    void passesDnat();
};

void TestNameServers::listensWhereItIsTold_data()
{
    QTest::addColumn<QString>("configuration");
    QTest::addColumn<QString>("outcomes"); ///< of .53 and .54
    QTest::newRow("everywhere") << QString() << "answered answered";
    QTest::newRow("at one address, not bound to it") << "listen-address=192.0.2.54\n" << "silent answered";
    QTest::newRow("at one address, bound to it") << "listen-address=192.0.2.54\nbind-interfaces\n"
                                                 << "refused answered";
    QTest::newRow("at an interface") << "interface=eth0\n" << "answered answered";
    QTest::newRow("at another interface") << "interface=eth7\n" << "silent silent";
    QTest::newRow("bound, but not there") << "bind-interfaces\nexcept-interface=eth0\n" << "refused refused";
    QTest::newRow("at another port") << "port=5353\n" << "refused refused";
    QTest::newRow("at none") << "port=0\n" << "refused refused";
}

void TestNameServers::listensWhereItIsTold()
{
    QFETCH(QString, configuration);
    QFETCH(QString, outcomes);
    Project project = serverProject(configuration);
    QVERIFY(start(project));
    constexpr const char *words[] = {"answered", "not sent", "refused", "silent"};
    QStringList got;
    for (const char *server : {"192.0.2.53", "192.0.2.54"})
        got << words[static_cast<int>(askAt(project, server, "web.lab.").asked.outcome)];
    QCOMPARE(got.join(' '), outcomes);
}

void TestNameServers::endsOnErrors_data()
{
    QTest::addColumn<QString>("configuration");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *line, int status, const char *message) {
        QTest::newRow(line) << line << status << QString("\ndnsmasq: %1\n").arg(message);
    };
    row("nonsense", 1, "bad option at line 1 of /etc/dnsmasq.conf");
    row("# fine\nnonsense", 1, "bad option at line 2 of /etc/dnsmasq.conf");
    row("address=foo", 1, "Bad address in --address at line 1 of /etc/dnsmasq.conf");
    row("server=/x/1.2.3.4.5", 1, "Cannot resolve server name at line 1 of /etc/dnsmasq.conf");
    row("server=1.2.3.4#99999", 1, "bad port at line 1 of /etc/dnsmasq.conf");
    row("listen-address=1.2.3.4.5", 1, "error at line 1 of /etc/dnsmasq.conf");
    row("port=abc", 1, "error at line 1 of /etc/dnsmasq.conf");
    row("cname=a", 1, "bad CNAME at line 1 of /etc/dnsmasq.conf");
    row("host-record=x", 1, "Bad host-record at line 1 of /etc/dnsmasq.conf");
    row("expand-hosts=1", 1, "extraneous parameter at line 1 of /etc/dnsmasq.conf");
    row("conf-file=/etc/none", 3, "cannot read /etc/none: No such file or directory");
    row("user=nosuchuser", 1, "unknown user or group: nosuchuser");
    row("bind-interfaces\ninterface=nosuch", 2, "unknown interface nosuch");
}

void TestNameServers::endsOnErrors()
{
    QFETCH(QString, configuration);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Project project = serverProject(configuration + '\n');
    const Start begun = startDnsmasq(project.network, *project.network.find("S"), {});
    QCOMPARE(begun.status, status);
    QCOMPARE(QString::fromStdString(begun.err), message);
    QVERIFY(begun.sockets.empty());
}

void TestNameServers::truncatesWhatIsTooLong()
{
    QString configuration;
    for (int i = 0; i < 8; ++i)
        configuration += QString("txt-record=big.lab,%1\n").arg(QString(200, QChar('a' + i)));
    Project project = serverProject(configuration);
    QVERIFY(start(project));
    const Exchanged cut = askAt(project, "192.0.2.53", "big.lab.", Transport::Udp, RecordType::Txt);
    QVERIFY(cut.truncated);
    const Exchanged whole = askAt(project, "192.0.2.53", "big.lab.", Transport::Tcp, RecordType::Txt);
    QVERIFY(!whole.truncated && whole.asked.answer);
    QCOMPARE(whole.asked.answer->answers.size(), std::size_t{8});
}

/// A server that asks itself is silent in the end.
void TestNameServers::endsLoops()
{
    Project project = serverProject("server=192.0.2.53\n");
    QVERIFY(start(project));
    QVERIFY(askAt(project, "192.0.2.53", "nobody.example.").asked.outcome == Asked::Outcome::Silent);
}

void TestNameServers::recordsFrames()
{
    Project project = serverProject({});
    QVERIFY(start(project));
    const DataPlane plane(project.network);
    simulation::Recording recording;
    const Sending sending{project.network.find("C")->id,
                          *IpAddress::parse("192.0.2.53"),
                          53,
                          {"web.lab.", RecordType::A, false, true},
                          Transport::Udp,
                          true};
    QVERIFY(exchange(plane, sending, &recording).asked.answer);
    QList<std::size_t> sizes;
    for (const auto &seen : recording.frames()) {
        const auto *packet = std::get_if<Packet>(&seen.frame.payload);
        if (packet && packet->udp() && packet->udp()->data && seen.leaves)
            sizes << packet->udp()->data->size();
    }
    QCOMPARE(sizes, (QList<std::size_t>{36, 52}));
}

/// The answer comes from the address that was asked, also where NAT led the question elsewhere.
void TestNameServers::passesDnat()
{
    Project project = serverProject({}, "ip -n C route add 10.96.0.10 via 192.0.2.53\n"
                                        "ip netns exec S iptables -t nat -A PREROUTING -d 10.96.0.10 -p udp --dport 53 "
                                        "-j DNAT --to-destination 192.0.2.54:53\n");
    QVERIFY(start(project));
    QVERIFY(askAt(project, "10.96.0.10", "web.lab.").asked.outcome == Asked::Outcome::Answered);
}

NETDRAFT_TEST(TestNameServers)
#include "tst_name_servers.moc"
