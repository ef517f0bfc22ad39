#include "model/names/resolver.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::names;

namespace {

/// A client with two servers, of which the first is not there, and a server that knows little.
Project resolvingProject(const QString &more = {})
{
    const auto made = netdraft::tests::lab(
        "ip netns add C\nip netns add S\n"
        "ip link add eth0 netns C type veth peer name eth0 netns S\n"
        "ip -n C link set eth0 up\nip -n S link set eth0 up\nip -n S link set lo up\n"
        "ip -n C addr add 192.0.2.1/24 dev eth0\nip -n S addr add 192.0.2.53/24 dev eth0\n"
        "ip -n S addr add 2001:db8::53/64 dev eth0 nodad\nip -n C addr add 2001:db8::1/64 dev eth0 nodad\n" +
        more.toStdString());
    Q_ASSERT(made);
    Project project = *made;
    Netns &server = project.network.change(project.network.find("S")->id);
    server.files["/etc/hosts"] = "192.0.2.80 web.lab\n192.0.2.81 far.other\n2001:db8::80 six.lab\n";
    server.files["/etc/dnsmasq.conf"] = "no-resolv\nlocal=/lab/\nlocal=/other/\ncname=www.lab,web.lab\n";
    Netns &client = project.network.change(project.network.find("C")->id);
    client.files["/etc/hosts"] = "127.0.0.1 localhost\n192.0.2.99 own.lab own\n";
    client.files["/etc/resolv.conf"] = "nameserver 192.0.2.52\nnameserver 192.0.2.53\nsearch lab other\n";
    const EditList start{StartProcess{"S",
                                      "dnsmasq",
                                      {{Transport::Udp, Ipv4Address(), 53, false},
                                       {Transport::Tcp, Ipv4Address(), 53, false},
                                       {Transport::Udp, Ipv6Address(), 53, true}},
                                      0}};
    const auto started = apply(project, start);
    Q_ASSERT(started);
    return project;
}

QString outcomeOf(const names::Resolution &resolution)
{
    QStringList parts{QString::fromUtf8(resolutionError(resolution.status).data()),
                      QString::fromStdString(resolution.canonical)};
    for (const IpAddress &address : resolution.addresses)
        parts << QString::fromStdString(address.toString());
    return parts.join(' ').trimmed();
}

QString stepsOf(const names::Resolution &resolution)
{
    QStringList steps;
    for (const names::Resolution::Step &step : resolution.steps) {
        if (step.isFile) {
            steps << "file";
            continue;
        }
        constexpr const char *outcomes[] = {"answered", "not sent", "refused", "silent"};
        steps << QString("%1 %2 %3: %4")
                     .arg(step.sending.server.toString().c_str(), step.sending.question.name.c_str(),
                          typeName(step.sending.question.type).c_str(),
                          outcomes[static_cast<int>(step.exchanged.asked.outcome)]);
    }
    return steps.join("; ");
}

} // namespace

/// glibc's resolver: where it looks, whom it asks, what comes of it.
class TestResolver : public QObject
{
    Q_OBJECT

private slots:
    void readsSettings_data();
    void readsSettings();
    void searches_data();
    void searches();
    void resolves_data();
    void resolves();
    void tellsSteps();
    void findsNames();
    void isStopped_data();
    void isStopped();
};

void TestResolver::readsSettings_data()
{
    QTest::addColumn<QString>("resolv");
    QTest::addColumn<QString>("nsswitch");
    QTest::addColumn<QString>("settings");
    QTest::newRow("nothing") << QString() << QString() << "127.0.0.1 | | 1 5 2 | files dns";
    QTest::newRow("three servers at most")
        << "nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 2001:db8::1\nnameserver 192.0.2.4\n"
        << QString() << "192.0.2.1 192.0.2.2 2001:db8::1 | | 1 5 2 | files dns";
    QTest::newRow("the last search counts") << "search a b\nsearch c d\n"
                                            << QString() << "127.0.0.1 | c. d. | 1 5 2 | files dns";
    QTest::newRow("domain") << "domain lab more\n" << QString() << "127.0.0.1 | lab. | 1 5 2 | files dns";
    QTest::newRow("options") << "options ndots:5 timeout:1 attempts:3 rotate\n"
                             << QString() << "127.0.0.1 | | 5 1 3 | files dns";
    QTest::newRow("options too large") << "options ndots:99 timeout:99 attempts:99\n"
                                       << QString() << "127.0.0.1 | | 15 30 5 | files dns";
    QTest::newRow("comments and nonsense")
        << "; nameserver 192.0.2.1\n# nameserver 192.0.2.2\nnameserver x\nnameserver\n"
        << QString() << "127.0.0.1 | | 1 5 2 | files dns";
    QTest::newRow("servers alone") << QString() << "passwd: files\nhosts: dns # no files\n"
                                   << "127.0.0.1 | | 1 5 2 | dns";
    QTest::newRow("an end where nothing is found") << QString() << "hosts: files [NOTFOUND=return] dns\n"
                                                   << "127.0.0.1 | | 1 5 2 | files! dns";
    QTest::newRow("an end but where it is unavailable")
        << QString() << "hosts: files mymachines resolve [!UNAVAIL=return] dns\n"
        << "127.0.0.1 | | 1 5 2 | files mymachines resolve! dns";
}

void TestResolver::readsSettings()
{
    QFETCH(QString, resolv);
    QFETCH(QString, nsswitch);
    QFETCH(QString, settings);
    Network network;
    Netns &host = network.change(hostNetns);
    if (!resolv.isEmpty())
        host.files["/etc/resolv.conf"] = resolv.toStdString();
    if (!nsswitch.isEmpty())
        host.files["/etc/nsswitch.conf"] = nsswitch.toStdString();
    const ResolverSettings read = resolverSettings(network, host);
    QStringList servers;
    for (const IpAddress &server : read.servers)
        servers << QString::fromStdString(server.toString());
    QString search;
    for (const std::string &domain : read.search)
        search += QString::fromStdString(domain) + ' ';
    QStringList sources;
    for (const auto &source : read.sources)
        sources << QString::fromStdString(source.service) + (source.returnsNotFound ? "!" : "");
    QCOMPARE(QString("%1 | %2| %3 %4 %5 | %6")
                 .arg(servers.join(' '), search)
                 .arg(read.ndots)
                 .arg(read.timeout)
                 .arg(read.attempts)
                 .arg(sources.join(' ')),
             settings);
}

void TestResolver::searches_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("ndots");
    QTest::addColumn<QString>("tried");
    QTest::newRow("a plain name") << "web" << 1 << "web.lab. web.other. web.";
    QTest::newRow("with a dot") << "web.x" << 1 << "web.x. web.x.lab. web.x.other.";
    QTest::newRow("with too few dots") << "web.x" << 5 << "web.x.lab. web.x.other. web.x.";
    QTest::newRow("absolute") << "web." << 1 << "web.";
    QTest::newRow("no dots are needed") << "web" << 0 << "web. web.lab. web.other.";
}

void TestResolver::searches()
{
    QFETCH(QString, name);
    QFETCH(int, ndots);
    QFETCH(QString, tried);
    ResolverSettings settings;
    settings.search = {"lab.", "other."};
    settings.ndots = ndots;
    QStringList names;
    for (const std::string &each : searchedNames(settings, name.toStdString()))
        names << QString::fromStdString(each);
    QCOMPARE(names.join(' '), tried);
}

void TestResolver::resolves_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("family"); ///< 4, 6; 0: both
    QTest::addColumn<QString>("outcome");
    QTest::newRow("of the file") << "own" << 0 << "Success own.lab 192.0.2.99";
    QTest::newRow("of the second server, searched") << "web" << 4 << "Success web.lab 192.0.2.80";
    QTest::newRow("in the second domain") << "far" << 4 << "Success far.other 192.0.2.81";
    QTest::newRow("an alias") << "www" << 4 << "Success web.lab 192.0.2.80";
    QTest::newRow("of IPv6 alone") << "six.lab" << 0 << "Success six.lab 2001:db8::80";
    QTest::newRow("no address of this family") << "six.lab." << 4 << "No address associated with hostname";
    QTest::newRow("no such name") << "nope.lab." << 0 << "Name or service not known";
    QTest::newRow("refused") << "nope.example." << 4 << "Temporary failure in name resolution";
}

void TestResolver::resolves()
{
    QFETCH(QString, name);
    QFETCH(int, family);
    QFETCH(QString, outcome);
    const Project project = resolvingProject();
    const DataPlane plane(project.network);
    const auto of = family == 4   ? std::optional(Family::Ipv4)
                    : family == 6 ? std::optional(Family::Ipv6)
                                  : std::nullopt;
    QCOMPARE(outcomeOf(resolve(plane, project.network.find("C")->id, name.toStdString(), of)), outcome);
}

void TestResolver::tellsSteps()
{
    const Project project = resolvingProject();
    const DataPlane plane(project.network);
    const auto found = resolve(plane, project.network.find("C")->id, "web", Family::Ipv4);
    QCOMPARE(stepsOf(found), QString("file; 192.0.2.52 web.lab. A: silent; 192.0.2.53 web.lab. A: answered"));
    QVERIFY(found.steps.back().decided);
    QCOMPARE(QString::fromStdString(found.steps.back().exchanged.program), QString("dnsmasq"));
    QVERIFY(found.steps.back().exchanged.node == project.network.find("S")->id);
}

void TestResolver::findsNames()
{
    const Project project = resolvingProject();
    const DataPlane plane(project.network);
    const NetnsId client = project.network.find("C")->id;
    QCOMPARE(outcomeOf(resolveAddress(plane, client, *IpAddress::parse("192.0.2.80"))),
             QString("Success web.lab 192.0.2.80"));
    QCOMPARE(outcomeOf(resolveAddress(plane, client, *IpAddress::parse("192.0.2.99"))),
             QString("Success own.lab 192.0.2.99"));
    QVERIFY(resolveAddress(plane, client, *IpAddress::parse("203.0.113.1")).canonical.empty());
}

void TestResolver::isStopped_data()
{
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QString>("steps");
    const QString both = "file; 192.0.2.52 web.lab. A: %1; 192.0.2.53 web.lab. A: %2; 192.0.2.52 web.lab. A: %1; "
                         "192.0.2.53 web.lab. A: %2";
    QTest::newRow("by a firewall") << "ip netns exec S iptables -A INPUT -p udp --dport 53 -j DROP\n"
                                   << both.arg("silent", "silent");
    QTest::newRow("by a firewall that says so") << "ip netns exec S iptables -A INPUT -p udp --dport 53 -j REJECT\n"
                                                << both.arg("silent", "refused");
    QTest::newRow("by no route") << "ip -n C addr del 192.0.2.1/24 dev eth0\n" << both.arg("not sent", "not sent");
    QTest::newRow("on the way back") << "ip netns exec C iptables -A INPUT -p udp --sport 53 -j DROP\n"
                                     << both.arg("silent", "silent");
}

void TestResolver::isStopped()
{
    QFETCH(QString, commands);
    QFETCH(QString, steps);
    const Project project = resolvingProject(commands);
    const DataPlane plane(project.network);
    const auto found = resolve(plane, project.network.find("C")->id, "web", Family::Ipv4);
    QCOMPARE(stepsOf(found), steps);
    QVERIFY(found.status == names::Resolution::Status::TryAgain);
}

NETDRAFT_TEST(TestResolver)
#include "tst_resolver.moc"
