#include "model/names/coredns.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::names;

namespace {

const std::vector<std::string> words{"-conf", "/etc/coredns/Corefile"};

/// A machine with a Corefile, a zone and names in /etc/hosts.
Network machineWith(const QString &corefile)
{
    Network network;
    Netns &host = network.change(hostNetns);
    host.files["/etc/coredns/Corefile"] = corefile.toStdString();
    host.files["/etc/hosts"] = "192.0.2.80 web web.lab\n2001:db8::80 web\n192.0.2.81 db.lab\n";
    host.files["/etc/resolv.conf"] = "nameserver 192.0.2.99\n";
    host.files["/etc/coredns/part"] = "whoami\n";
    host.files["/etc/coredns/db.lab"] =
        "$TTL 60\n@ IN SOA ns admin 1 3600 900 604800 300\n@ NS ns\nns A 192.0.2.53\n"
        "web A 192.0.2.80\nwww CNAME web\nout CNAME far.example.\n*.wild A 192.0.2.77\n"
        "_http._tcp SRV 1 2 80 web\na.b.c A 192.0.2.1\nsub NS ns.sub\nns.sub A 192.0.2.54\n";
    return network;
}

Asked noUpstream(const Forwarded &)
{
    return {};
}

/// The server beyond: it knows one name, and at .98 nobody answers.
Asked upstream(const Forwarded &forwarded)
{
    if (forwarded.server.toString() == "192.0.2.98")
        return {Asked::Outcome::Silent, {}};
    Message message;
    message.answers = {
        {forwarded.question.name, forwarded.question.type, 5, "192.0.2." + std::to_string(forwarded.port)}};
    return {Asked::Outcome::Answered, message};
}

QString textOf(const std::optional<Message> &message)
{
    if (!message)
        return "silence";
    QStringList parts{QString::fromUtf8(rcodeName(message->rcode).data())};
    if (message->authoritative)
        parts << "aa";
    for (const auto &[mark, records] :
         {std::pair("", &message->answers), {"auth ", &message->authority}, {"add ", &message->additional}})
        for (const Record &record : *records)
            parts << QString("%1%2 %3 %4")
                         .arg(mark, record.owner.c_str(), typeName(record.type).c_str(), record.data.c_str());
    return parts.join("; ");
}

} // namespace

/// What CoreDNS makes of a Corefile, and answers.
class TestCoredns : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void refuses_data();
    void refuses();
    void starts_data();
    void starts();
    void passesForwarding();
};

void TestCoredns::answers_data()
{
    QTest::addColumn<QString>("corefile");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *title, const char *corefile, const char *name, RecordType type,
                        const char *answer) {
        QTest::newRow(title) << corefile << name << static_cast<int>(type) << answer;
    };
    const char *hosts = ". {\n hosts\n}\n";
    row("hosts, a name", hosts, "web.lab.", RecordType::A, "NOERROR; aa; web.lab. A 192.0.2.80");
    row("hosts, in capitals", hosts, "WEB.lab.", RecordType::A, "NOERROR; aa; web.lab. A 192.0.2.80");
    row("hosts, of the other family", hosts, "web.", RecordType::Aaaa, "NOERROR; aa; web. AAAA 2001:db8::80");
    row("hosts, no address of this family", hosts, "db.lab.", RecordType::Aaaa, "NOERROR; aa");
    row("hosts, no such name", hosts, "nope.lab.", RecordType::A, "SERVFAIL");
    row("hosts, backwards", hosts, "80.2.0.192.in-addr.arpa.", RecordType::Ptr,
        "NOERROR; aa; 80.2.0.192.in-addr.arpa. PTR web.; 80.2.0.192.in-addr.arpa. PTR web.lab.");
    row("hosts, not backwards", ". {\n hosts {\n no_reverse\n }\n}\n", "80.2.0.192.in-addr.arpa.", RecordType::Ptr,
        "SERVFAIL");
    row("hosts, inline", ". {\n hosts /etc/none {\n 192.0.2.7 seven.lab\n }\n}\n", "seven.lab.", RecordType::A,
        "NOERROR; aa; seven.lab. A 192.0.2.7");
    row("hosts, of other zones", ". {\n hosts /etc/hosts example\n whoami\n}\n", "web.lab.", RecordType::Txt,
        "NOERROR; aa; add web.lab. A 192.0.2.1; add _udp.web.lab. SRV 0 0 4242 .");
    row("hosts, that fall through", ". {\n forward . 192.0.2.99\n hosts {\n fallthrough\n }\n}\n", "nope.lab.",
        RecordType::A, "NOERROR; nope.lab. A 192.0.2.53");
    row("hosts, that fall through for another zone",
        ". {\n forward . 192.0.2.99\n hosts {\n fallthrough example\n }\n}\n", "nope.lab.", RecordType::A, "SERVFAIL");
    const char *zone = "lab {\n file db.lab\n}\n";
    row("a zone, a name", zone, "web.lab.", RecordType::A, "NOERROR; aa; web.lab. A 192.0.2.80; auth lab. NS ns.lab.");
    row("a zone, an alias", zone, "www.lab.", RecordType::A,
        "NOERROR; aa; www.lab. CNAME web.lab.; web.lab. A 192.0.2.80; auth lab. NS ns.lab.");
    row("a zone, an alias of the other family", zone, "www.lab.", RecordType::Aaaa,
        "NOERROR; aa; www.lab. CNAME web.lab.; auth lab. SOA ns.lab. admin.lab. 1 3600 900 604800 300");
    row("a zone, an alias that leads out", zone, "out.lab.", RecordType::A,
        "NOERROR; aa; out.lab. CNAME far.example.; auth lab. NS ns.lab.");
    row("a zone, no such name", zone, "nope.lab.", RecordType::A,
        "NXDOMAIN; aa; auth lab. SOA ns.lab. admin.lab. 1 3600 900 604800 300");
    row("a zone, no such record", zone, "web.lab.", RecordType::Aaaa,
        "NOERROR; aa; auth lab. SOA ns.lab. admin.lab. 1 3600 900 604800 300");
    row("a zone, a name with others below it alone", zone, "b.c.lab.", RecordType::A,
        "NOERROR; aa; auth lab. SOA ns.lab. admin.lab. 1 3600 900 604800 300");
    row("a zone, a wildcard", zone, "x.y.wild.lab.", RecordType::A,
        "NOERROR; aa; x.y.wild.lab. A 192.0.2.77; auth lab. NS ns.lab.");
    row("a zone, a service", zone, "_http._tcp.lab.", RecordType::Srv,
        "NOERROR; aa; _http._tcp.lab. SRV 1 2 80 web.lab.; auth lab. NS ns.lab.; add web.lab. A 192.0.2.80");
    row("a zone, its name servers", zone, "lab.", RecordType::Ns, "NOERROR; aa; lab. NS ns.lab.");
    row("a zone, a referral", zone, "x.sub.lab.", RecordType::A,
        "NOERROR; auth sub.lab. NS ns.sub.lab.; add ns.sub.lab. A 192.0.2.54");
    row("no zone of this server", zone, "web.example.", RecordType::A, "REFUSED");
    row("the longest zone", ". {\n forward . 192.0.2.99\n}\nlab {\n file db.lab\n}\n", "nope.lab.", RecordType::A,
        "NXDOMAIN; aa; auth lab. SOA ns.lab. admin.lab. 1 3600 900 604800 300");
    row("forwarded to another port", ". {\n forward . 192.0.2.99:5353\n}\n", "a.example.", RecordType::A,
        "NOERROR; a.example. A 192.0.2.5353");
    row("forwarded to those of a file", ". {\n forward . /etc/resolv.conf\n}\n", "a.example.", RecordType::A,
        "NOERROR; a.example. A 192.0.2.53");
    row("forwarded to the second", ". {\n forward . 192.0.2.98 192.0.2.99\n}\n", "a.example.", RecordType::A,
        "NOERROR; a.example. A 192.0.2.53");
    row("forwarded to nobody", ". {\n forward . 192.0.2.98\n}\n", "a.example.", RecordType::A, "SERVFAIL");
    row("not forwarded", ". {\n forward . 192.0.2.99 {\n except lab\n }\n}\n", "web.lab.", RecordType::A, "SERVFAIL");
    row("rewritten", ". {\n rewrite name old.lab web.lab\n hosts\n}\n", "old.lab.", RecordType::A,
        "NOERROR; aa; old.lab. A 192.0.2.80");
    row("rewritten at its end", ". {\n rewrite name suffix .example .lab\n hosts\n}\n", "web.example.", RecordType::A,
        "NOERROR; aa; web.example. A 192.0.2.80");
    row("rewritten at its start", ". {\n rewrite name prefix x- we\n hosts\n}\n", "x-b.lab.", RecordType::A,
        "NOERROR; aa; x-b.lab. A 192.0.2.80");
    row("rewritten to another type", ". {\n rewrite type ANY A\n hosts\n}\n", "web.lab.", RecordType::Any,
        "NOERROR; aa; web.lab. A 192.0.2.80");
    row("a snippet", "(names) {\n hosts\n}\n. {\n import names\n}\n", "web.lab.", RecordType::A,
        "NOERROR; aa; web.lab. A 192.0.2.80");
    row("a file that is imported", ". {\n import part\n}\n", "a.", RecordType::A,
        "NOERROR; aa; add a. A 192.0.2.1; add _udp.a. SRV 0 0 4242 .");
    row("comments, quotes and an environment variable", "# all\n.{$NOTHING} { # here\n hosts \"/etc/hosts\"\n}\n",
        "web.", RecordType::A, "NOERROR; aa; web. A 192.0.2.80");
    row("two zones of a block", "lab, example {\n hosts /etc/hosts\n}\n", "web.lab.", RecordType::A,
        "NOERROR; aa; web.lab. A 192.0.2.80");
    row("a reverse zone", "192.0.2.0/24 {\n hosts\n}\n", "80.2.0.192.in-addr.arpa.", RecordType::Ptr,
        "NOERROR; aa; 80.2.0.192.in-addr.arpa. PTR web.; 80.2.0.192.in-addr.arpa. PTR web.lab.");
}

void TestCoredns::answers()
{
    QFETCH(QString, corefile);
    QFETCH(QString, name);
    QFETCH(int, type);
    QFETCH(QString, answer);
    const Network network = machineWith(corefile);
    const Netns &host = *network.find(hostNetns);
    const auto settings = readCoredns(network, host, words);
    QVERIFY2(settings, settings ? "" : settings.error().c_str());
    QCOMPARE(QString::fromStdString(settings->notSimulated), QString());
    const Query query{network,
                      host,
                      *IpAddress::parse("192.0.2.53"),
                      {},
                      *IpAddress::parse("192.0.2.1"),
                      4242,
                      Transport::Udp,
                      53,
                      {name.toStdString(), static_cast<RecordType>(type), false, true}};
    QCOMPARE(textOf(answerOfCoredns(*settings, query, upstream)), answer);
}

void TestCoredns::refuses_data()
{
    QTest::addColumn<QString>("corefile");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *title, const char *corefile, const QString &error) {
        QTest::newRow(title) << corefile << error;
    };
    const QString place = "/etc/coredns/Corefile:%1 - Error during parsing: %2";
    row("a plugin that nobody has", ". {\n  foo\n}\n", place.arg(2).arg("Unknown directive 'foo'"));
    row("no end", ". {\n  hosts\n", place.arg(2).arg("Unexpected EOF, expecting '}'"));
    row("no end of a plugin's block", ". {\n  hosts {\n  ttl 5\n}\n",
        place.arg(4).arg("Unexpected EOF, expecting '}'"));
    row("no key", "{\n hosts\n}\n", place.arg(1).arg("Expected address but had '{'"));
    row("a comma too many", "lab, {\n hosts\n}\n",
        place.arg(1).arg("Expected another address but had '{' - check for extra comma"));
    row("nowhere to forward to", ". {\n forward .\n}\n",
        "plugin/forward: " + place.arg(2).arg("Wrong argument count or unexpected line ending after '.'"));
    row("forwarded to a name", ". {\n forward . example.org\n}\n",
        "plugin/forward: " + place.arg(2).arg("not an IP address or file: \"example.org\""));
    row("an unknown property", ". {\n hosts {\n  nope\n }\n}\n",
        "plugin/hosts: " + place.arg(2).arg("unknown property 'nope'"));
    row("no time", ". {\n hosts {\n  ttl x\n }\n}\n", "plugin/hosts: " + place.arg(2).arg("ttl provided is invalid"));
    row("no such zone file", ". {\n file nope.db lab\n}\n",
        "plugin/file: " + place.arg(2).arg("open nope.db: no such file or directory"));
    row("an import of nothing", ". {\n import nope\n}\n", place.arg(2).arg("File to import not found: nope"));
    row("half a rewriting", ". {\n rewrite name a\n}\n",
        "plugin/rewrite: " + place.arg(2).arg("rewrite requires at least two arguments"));
}

void TestCoredns::refuses()
{
    QFETCH(QString, corefile);
    QFETCH(QString, error);
    const Network network = machineWith(corefile);
    const auto settings = readCoredns(network, *network.find(hostNetns), words);
    QVERIFY(!settings);
    QCOMPARE(QString::fromStdString(settings.error()), error);
    const Start start = startCoredns(network, *network.find(hostNetns), words);
    QCOMPARE(start.status, 1);
    QVERIFY(start.sockets.empty());
}

void TestCoredns::starts_data()
{
    QTest::addColumn<QString>("corefile");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("sockets");
    QTest::addColumn<QString>("unknown");
    const QString version = "CoreDNS-1.11.1\nlinux/amd64, go1.20.7, ae2bbc2\n";
    QTest::newRow("one zone") << ". {\n whoami\n}\n" << ".:53\n" + version << 2 << QString();
    QTest::newRow("two ports") << "lab:1053 example {\n whoami\n}\n"
                               << "lab.:1053\nexample.:53\n" + version << 4 << QString();
    QTest::newRow("bound") << ". {\n bind 127.0.0.1 192.0.2.53\n whoami\n}\n" << ".:53\n" + version << 4 << QString();
    QTest::newRow("two blocks of one port") << "lab {\n whoami\n}\nexample {\n whoami\n}\n"
                                            << "lab.:53\nexample.:53\n" + version << 2 << QString();
    QTest::newRow("not simulated") << ". {\n template IN A\n}\n" << ".:53\n" + version << 2 << "the plugin template";
    QTest::newRow("over TLS") << "tls://. {\n whoami\n}\n" << ".:53\n" + version << 2 << "tls";
}

void TestCoredns::starts()
{
    QFETCH(QString, corefile);
    QFETCH(QString, says);
    QFETCH(int, sockets);
    QFETCH(QString, unknown);
    const Network network = machineWith(corefile);
    const Start start = startCoredns(network, *network.find(hostNetns), words);
    QCOMPARE(QString::fromStdString(start.out), says);
    QCOMPARE(static_cast<int>(start.sockets.size()), sockets);
    QCOMPARE(QString::fromStdString(start.unknown), unknown);
}

/// Without a Corefile it is whoami.
void TestCoredns::passesForwarding()
{
    Network network;
    const Netns &host = *network.find(hostNetns);
    const auto settings = readCoredns(network, host, {});
    QVERIFY(settings);
    const Query query{
        network,        host, *IpAddress::parse("192.0.2.53"),       {}, *IpAddress::parse("2001:db8::1"), 7,
        Transport::Tcp, 53,   {"a.lab.", RecordType::A, false, true}};
    QCOMPARE(textOf(answerOfCoredns(*settings, query, noUpstream)),
             QString("NOERROR; aa; add a.lab. AAAA 2001:db8::1; add _tcp.a.lab. SRV 0 0 7 ."));
}

NETDRAFT_TEST(TestCoredns)
#include "tst_coredns.moc"
