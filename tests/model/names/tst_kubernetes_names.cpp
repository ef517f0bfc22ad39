#include "model/names/coredns.h"
#include "tests/model/lab.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::model::names;

namespace {

const std::vector<std::string> corednsWords{"-conf", "/etc/coredns/Corefile"};

/// What kubeadm 1.32 has CoreDNS go by.
const QString kubeadmFile = R"(.:53 {
    errors
    health {
       lameduck 5s
    }
    ready
    kubernetes cluster.local in-addr.arpa ip6.arpa {
       pods insecure
       fallthrough in-addr.arpa ip6.arpa
       ttl 30
    }
    prometheus :9153
    forward . /etc/resolv.conf {
       max_concurrent 1000
    }
    cache 30 {
       disable success cluster.local
       disable denial cluster.local
    }
    loop
    reload
    loadbalance
}
)";

constexpr const char *objects = R"({
"services": [
 {"metadata": {"name": "kubernetes", "namespace": "default", "labels": {"app": "api"}},
  "spec": {"clusterIP": "10.96.0.1", "ports": [{"name": "https", "port": 443, "protocol": "TCP"}]}},
 {"metadata": {"name": "kube-dns", "namespace": "kube-system"},
  "spec": {"clusterIP": "10.96.0.10", "clusterIPs": ["10.96.0.10", "fd00::a"],
           "ports": [{"name": "dns", "port": 53, "protocol": "UDP"}, {"name": "dns-tcp", "port": 53, "protocol": "TCP"}]}},
 {"metadata": {"name": "web", "namespace": "default", "labels": {"app": "web"}},
  "spec": {"clusterIP": "10.96.44.7", "ports": [{"name": "http", "port": 80, "protocol": "TCP"}]}},
 {"metadata": {"name": "db", "namespace": "default"},
  "spec": {"clusterIP": "None", "ports": [{"name": "sql", "port": 5432, "protocol": "TCP"}]}},
 {"metadata": {"name": "idle", "namespace": "default"}, "spec": {"clusterIP": "None", "ports": [{"port": 1}]}},
 {"metadata": {"name": "portless", "namespace": "default"}, "spec": {"clusterIP": "10.96.0.77"}},
 {"metadata": {"name": "far", "namespace": "default"}, "spec": {"type": "ExternalName", "externalName": "db.example"}},
 {"metadata": {"name": "near", "namespace": "default"},
  "spec": {"type": "ExternalName", "externalName": "web.default.svc.cluster.local"}},
 {"metadata": {"name": "round", "namespace": "default"},
  "spec": {"type": "ExternalName", "externalName": "round.default.svc.cluster.local"}}],
"endpoints": [
 {"metadata": {"name": "kube-dns", "namespace": "kube-system"},
  "subsets": [{"addresses": [{"ip": "10.244.0.2"}], "ports": [{"name": "dns", "port": 53, "protocol": "UDP"}]}]},
 {"metadata": {"name": "web", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.5", "targetRef": {"kind": "Pod", "name": "web-abc"}}],
               "ports": [{"name": "http", "port": 8080, "protocol": "TCP"}]}]},
 {"metadata": {"name": "db", "namespace": "default"},
  "subsets": [{"addresses": [{"ip": "10.244.0.8", "hostname": "db-0"}, {"ip": "10.244.1.9"}],
               "ports": [{"name": "sql", "port": 5432, "protocol": "TCP"}]}]}],
"pods": [{"name": "web-abc", "namespace": "default", "ip": "10.244.0.5"}],
"namespaces": ["default", {"metadata": {"name": "kube-system", "labels": {"stage": "test"}}}]
})";

/// The namespace of a CoreDNS pod; without links, it has those of a new one.
Network podWith(const QString &corefile, const char *known = objects, const std::vector<Link> &links = {})
{
    Network network;
    Netns &pod = network.change(hostNetns);
    pod.files["/etc/coredns/Corefile"] = corefile.toStdString();
    pod.files["/etc/resolv.conf"] = "nameserver 192.0.2.99\n";
    if (!links.empty())
        pod.links = links;
    if (known)
        pod.files[std::string(clusterObjectsFile)] = known;
    return network;
}

QString recordsText(const std::optional<Message> &message)
{
    if (!message)
        return "silence";
    QStringList parts{QString::fromUtf8(rcodeName(message->rcode).data())};
    if (message->authoritative)
        parts << "aa";
    for (const auto &[mark, records] :
         {std::pair("", &message->answers), {"auth ", &message->authority}, {"add ", &message->additional}})
        for (const Record &record : *records)
            parts << QString("%1%2 %3 %4 %5")
                         .arg(mark, record.owner.c_str())
                         .arg(record.ttl)
                         .arg(typeName(record.type).c_str(), record.data.c_str());
    return parts.join("; ");
}

QString asked(const QString &corefile, const QString &name, RecordType type, const char *known = objects,
              const std::vector<Link> &links = {})
{
    const Network network = podWith(corefile, known, links);
    const Netns &pod = *network.find(hostNetns);
    const auto settings = readCoredns(network, pod, corednsWords);
    if (!settings)
        return QString::fromStdString(settings.error());
    const Query query{
        network,        pod, *IpAddress::parse("10.244.0.2"),        {}, *IpAddress::parse("10.244.0.5"), 4242,
        Transport::Udp, 53,  {name.toStdString(), type, false, true}};
    const auto upstream = [](const Forwarded &forwarded) {
        Message message;
        message.answers = {{forwarded.question.name, forwarded.question.type, 60, "198.51.100.1"}};
        return Asked{Asked::Outcome::Answered, message};
    };
    return recordsText(answerOfCoredns(*settings, query, upstream));
}

} // namespace

/// What CoreDNS's plugin kubernetes makes of a Corefile, and answers.
class TestKubernetesNames : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void settings_data();
    void settings();
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void readsLabels_data();
    void readsLabels();
    void starts();
    void knowsNothing();
    void namesItself_data();
    void namesItself();
};

void TestKubernetesNames::answers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("answer");
    const auto row = [](const char *title, const char *name, RecordType type, const QString &answer) {
        QTest::newRow(title) << name << static_cast<int>(type) << answer;
    };
    const QString soa =
        "auth cluster.local. 30 SOA ns.dns.cluster.local. hostmaster.cluster.local. 1767225600 7200 1800 86400 30";
    row("a cluster IP", "web.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; web.default.svc.cluster.local. 30 A 10.96.44.7");
    row("in capitals", "WEB.default.SVC.cluster.local.", RecordType::A,
        "NOERROR; aa; WEB.default.SVC.cluster.local. 30 A 10.96.44.7");
    row("a family that it has not", "web.default.svc.cluster.local.", RecordType::Aaaa, "NOERROR; aa; " + soa);
    row("both families", "kube-dns.kube-system.svc.cluster.local.", RecordType::Aaaa,
        "NOERROR; aa; kube-dns.kube-system.svc.cluster.local. 30 AAAA fd00::a");
    row("endpoints of one without", "db.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; db.default.svc.cluster.local. 30 A 10.244.0.8; db.default.svc.cluster.local. 30 A 10.244.1.9");
    row("one without, and without endpoints", "idle.default.svc.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("an endpoint by its host name", "db-0.db.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; db-0.db.default.svc.cluster.local. 30 A 10.244.0.8");
    row("an endpoint by its address", "10-244-0-5.web.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; 10-244-0-5.web.default.svc.cluster.local. 30 A 10.244.0.5");
    row("no such endpoint", "10-244-0-6.web.default.svc.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("no such service", "nope.default.svc.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("no such namespace", "web.nope.svc.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("no such name at all", "web.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("the zone itself", "cluster.local.", RecordType::A, "NOERROR; aa; " + soa);
    row("a namespace", "default.svc.cluster.local.", RecordType::A, "NOERROR; aa; " + soa);
    row("no namespace", "svc.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("too many labels", "a.b.c.web.default.svc.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("a port", "_http._tcp.web.default.svc.cluster.local.", RecordType::Srv,
        "NOERROR; aa; _http._tcp.web.default.svc.cluster.local. 30 SRV 0 100 80 web.default.svc.cluster.local.; "
        "add web.default.svc.cluster.local. 30 A 10.96.44.7");
    row("ports of endpoints", "_sql._tcp.db.default.svc.cluster.local.", RecordType::Srv,
        "NOERROR; aa; _sql._tcp.db.default.svc.cluster.local. 30 SRV 0 50 5432 db-0.db.default.svc.cluster.local.; "
        "_sql._tcp.db.default.svc.cluster.local. 30 SRV 0 50 5432 10-244-1-9.db.default.svc.cluster.local.; "
        "add db-0.db.default.svc.cluster.local. 30 A 10.244.0.8; "
        "add 10-244-1-9.db.default.svc.cluster.local. 30 A 10.244.1.9");
    row("a port of another protocol", "_http._udp.web.default.svc.cluster.local.", RecordType::Srv,
        "NXDOMAIN; aa; " + soa);
    row("no port", "portless.default.svc.cluster.local.", RecordType::Srv, "NOERROR; aa; " + soa);
    row("no port, its address", "portless.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; portless.default.svc.cluster.local. 30 A 10.96.0.77");
    row("another's name", "far.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; far.default.svc.cluster.local. 30 CNAME db.example.; db.example. 60 A 198.51.100.1");
    row("the alias alone", "far.default.svc.cluster.local.", RecordType::Cname,
        "NOERROR; aa; far.default.svc.cluster.local. 30 CNAME db.example.");
    row("another's name in the cluster", "near.default.svc.cluster.local.", RecordType::A,
        "NOERROR; aa; near.default.svc.cluster.local. 30 CNAME web.default.svc.cluster.local.; "
        "web.default.svc.cluster.local. 30 A 10.96.44.7");
    row("a pod that nobody has", "10-9-9-9.default.pod.cluster.local.", RecordType::A,
        "NOERROR; aa; 10-9-9-9.default.pod.cluster.local. 30 A 10.9.9.9");
    row("a pod by no address", "web-abc.default.pod.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("a pod of no namespace", "10-9-9-9.nope.pod.cluster.local.", RecordType::A, "NXDOMAIN; aa; " + soa);
    row("whose cluster IP", "7.44.96.10.in-addr.arpa.", RecordType::Ptr,
        "NOERROR; aa; 7.44.96.10.in-addr.arpa. 30 PTR web.default.svc.cluster.local.");
    row("whose endpoint", "8.0.244.10.in-addr.arpa.", RecordType::Ptr,
        "NOERROR; aa; 8.0.244.10.in-addr.arpa. 30 PTR db-0.db.default.svc.cluster.local.");
    row("nobody's address goes on", "1.2.0.192.in-addr.arpa.", RecordType::Ptr,
        "NOERROR; 1.2.0.192.in-addr.arpa. 60 PTR 198.51.100.1");
    row("the version", "dns-version.cluster.local.", RecordType::Txt,
        "NOERROR; aa; dns-version.cluster.local. 28800 TXT \"1.1.0\"");
    row("the server of the zone", "cluster.local.", RecordType::Soa, "NOERROR; aa; " + QString(soa).mid(5));
    row("another zone", "example.org.", RecordType::A, "NOERROR; example.org. 60 A 198.51.100.1");
}

void TestKubernetesNames::answers()
{
    QFETCH(const QString, name);
    QFETCH(const int, type);
    QFETCH(const QString, answer);
    QCOMPARE(asked(kubeadmFile, name, static_cast<RecordType>(type)), answer);
}

void TestKubernetesNames::settings_data()
{
    QTest::addColumn<QString>("block");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("answer"); ///< its beginning

    const QString web = "web.default.svc.cluster.local.";
    QTest::newRow("five seconds") << "" << web << "NOERROR; aa; " + web + " 5 A 10.96.44.7";
    QTest::newRow("no pods") << "" << "10-244-0-5.default.pod.cluster.local." << "NXDOMAIN";
    QTest::newRow("a pod that is there") << "pods verified" << "10-244-0-5.default.pod.cluster.local."
                                         << "NOERROR; aa; 10-244-0-5.default.pod.cluster.local. 5 A 10.244.0.5";
    QTest::newRow("a pod that is not there") << "pods verified" << "10-244-0-6.default.pod.cluster.local."
                                             << "NXDOMAIN";
    QTest::newRow("names of pods") << "endpoint_pod_names" << "web-abc.web.default.svc.cluster.local."
                                   << "NOERROR; aa; web-abc.web.default.svc.cluster.local. 5 A 10.244.0.5";
    QTest::newRow("another namespace alone") << "namespaces kube-system" << web << "NXDOMAIN";
    QTest::newRow("namespaces by labels") << "namespace_labels stage in (test, qa)" << web << "NXDOMAIN";
    QTest::newRow("namespaces by labels, one of them")
        << "namespace_labels stage=test" << "kube-dns.kube-system.svc.cluster.local." << "NOERROR; aa; kube-dns";
    QTest::newRow("services by labels") << "labels app in (api, db)" << web << "NXDOMAIN";
    QTest::newRow("services by labels, one of them") << "labels app!=api" << web << "NOERROR; aa; web";
    QTest::newRow("no endpoints") << "noendpoints" << "db.default.svc.cluster.local." << "NXDOMAIN";
    QTest::newRow("none that are empty") << "ignore empty_service" << "kubernetes.default.svc.cluster.local."
                                         << "NXDOMAIN";
    QTest::newRow("one that is not empty") << "ignore empty_service" << web << "NOERROR; aa; web";
    QTest::newRow("everything goes on") << "fallthrough" << "nope.default.svc.cluster.local."
                                        << "NOERROR; nope.default.svc.cluster.local. 60 A 198.51.100.1";
    QTest::newRow("an alias of itself") << "" << "round.default.svc.cluster.local."
                                        << "NOERROR; aa; round.default.svc.cluster.local. 5 CNAME round";
}

void TestKubernetesNames::settings()
{
    QFETCH(const QString, block);
    QFETCH(const QString, name);
    QFETCH(const QString, answer);
    const QString corefile = ". {\n kubernetes cluster.local {\n  " + block + "\n }\n forward . 192.0.2.99\n}\n";
    const QString got = asked(corefile, name, RecordType::A);
    QVERIFY2(got.startsWith(answer), qPrintable(got));
}

/// The examples of the plugin's documentation.
void TestKubernetesNames::accepts_data()
{
    QTest::addColumn<QString>("corefile");

    QTest::newRow("of kubeadm") << kubeadmFile;
    QTest::newRow("a network and a zone")
        << "10.0.0.0/17 cluster.local {\n    kubernetes {\n        pods verified\n    }\n}\n";
    QTest::newRow("some namespaces") << ". {\n kubernetes cluster.local {\n    namespaces test staging\n}\n}\n";
    QTest::newRow("from outside of the cluster")
        << ". {\n kubernetes cluster.local {\n    endpoint https://k8s-endpoint:8443\n    tls cert key cacert\n}\n}\n";
    QTest::newRow("stub domains")
        << "cluster.local:53 {\n    kubernetes cluster.local\n}\nexample.local {\n    forward . "
           "10.100.0.10:53\n}\n. {\n    forward . 8.8.8.8:53\n}\n";
    QTest::newRow("without a zone") << "cluster.local {\n kubernetes\n}\n";
    QTest::newRow("a configuration of kubectl")
        << ". {\n kubernetes cluster.local {\n kubeconfig /root/.kube/config admin\n }\n}\n";
    QTest::newRow("labels")
        << ". {\n kubernetes cluster.local {\n labels environment in (staging, qa),application=nginx\n }\n}\n";
    QTest::newRow("namespaces by labels")
        << ". {\n kubernetes cluster.local {\n namespace_labels istio-injection=enabled\n }\n}\n";
}

void TestKubernetesNames::accepts()
{
    QFETCH(const QString, corefile);
    const Network network = podWith(corefile);
    const auto settings = readCoredns(network, *network.find(hostNetns), corednsWords);
    QVERIFY2(settings, settings ? "" : settings.error().c_str());
    QCOMPARE(QString::fromStdString(settings->notSimulated), QString());
}

void TestKubernetesNames::refuses_data()
{
    QTest::addColumn<QString>("directive");
    QTest::addColumn<QString>("error");

    const QString place = "/etc/coredns/Corefile:2 - Error during parsing: ";
    const QString arguments = place + "Wrong argument count or unexpected line ending after '%1'";
    const auto row = [](const char *title, const char *block, const QString &error) {
        QTest::newRow(title) << "kubernetes cluster.local {\n" + QString(block) + "\n}\n"
                             << "plugin/kubernetes: " + error;
    };
    row("no way of pods", "pods", arguments.arg("pods"));
    row("two ways of pods", "pods insecure verified", arguments.arg("verified"));
    row("an unknown way of pods", "pods maybe",
        "wrong value for pods: maybe,  must be one of: disabled, verified, insecure");
    row("names of pods with a word", "endpoint_pod_names yes", arguments.arg("yes"));
    row("no namespaces", "namespaces", arguments.arg("namespaces"));
    row("no end", "endpoint", arguments.arg("endpoint"));
    row("half a key", "tls cert key", arguments.arg("key"));
    row("no labels", "labels", arguments.arg("labels"));
    row("no time", "ttl", arguments.arg("ttl"));
    row("a time that is none", "ttl x", "strconv.Atoi: parsing \"x\": invalid syntax");
    row("too long a time", "ttl 3601", place + "ttl must be in range [0, 3600]: 3601");
    row("ignoring something else", "ignore nothing", "unable to parse ignore value: 'nothing'");
    row("three words of kubectl's", "kubeconfig a b c", arguments.arg("c"));
    row("namespaces in two ways", "namespaces a\n namespace_labels b=c",
        place + "namespaces and namespace_labels cannot both be set");
    row("an option of old", "resyncperiod 5m", place + "unknown property 'resyncperiod'");
    QTest::newRow("reverse zones alone") << "kubernetes in-addr.arpa\n"
                                         << "plugin/kubernetes: non-reverse zone name must be used";
    QTest::newRow("twice") << "kubernetes a.local\nkubernetes b.local\n"
                           << "plugin/kubernetes: this plugin can only be used once per Server Block";
}

void TestKubernetesNames::refuses()
{
    QFETCH(const QString, directive);
    QFETCH(const QString, error);
    const Network network = podWith(". {\n" + directive + "}\n");
    const auto settings = readCoredns(network, *network.find(hostNetns), corednsWords);
    QVERIFY(!settings);
    QCOMPARE(QString::fromStdString(settings.error()), error);
}

void TestKubernetesNames::readsLabels_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count"); ///< of requirements; -1: it is none

    QTest::newRow("equal") << "a=b" << 1;
    QTest::newRow("equal, twice") << "a==b,c = d" << 2;
    QTest::newRow("sets") << "a in (b, c),d notin (e)" << 2;
    QTest::newRow("being there or not") << "a,!b" << 2;
    QTest::newRow("a set without an end") << "a in (b" << -1;
    QTest::newRow("a set of no kind") << "a of (b)" << -1;
    QTest::newRow("nothing") << "" << -1;
    QTest::newRow("a comma too many") << "a=b," << -1;
    QTest::newRow("two words") << "a b" << -1;
}

void TestKubernetesNames::readsLabels()
{
    QFETCH(const QString, text);
    QFETCH(const int, count);
    const auto requirements = readLabelExpression(text.toStdString());
    QCOMPARE(requirements ? static_cast<int>(requirements->size()) : -1, count);
}

/// The server, and what shows how it is.
void TestKubernetesNames::starts()
{
    const Network network = podWith(kubeadmFile);
    const Start start = startCoredns(network, *network.find(hostNetns), corednsWords);
    QVERIFY(start.stays);
    QCOMPARE(QString::fromStdString(start.unknown), QString());
    QStringList sockets;
    for (const ListeningSocket &socket : start.sockets)
        sockets << QString("%1/%2").arg(transportName(socket.transport).data()).arg(socket.port);
    QCOMPARE(sockets.join(u' '), QString("tcp/53 udp/53 tcp/8080 tcp/8181 tcp/9153"));
}

/// On a machine that is no pod it does not start; told of an API server that it does not reach, it fails each question.
void TestKubernetesNames::knowsNothing()
{
    QCOMPARE(asked(kubeadmFile, "web.default.svc.cluster.local.", RecordType::A, nullptr),
             QString("plugin/kubernetes: unable to load in-cluster configuration, KUBERNETES_SERVICE_HOST and "
                     "KUBERNETES_SERVICE_PORT must be defined"));
    const QString outside = ". {\n kubernetes cluster.local {\n endpoint http://192.0.2.11:8080\n }\n whoami\n}\n";
    QCOMPARE(asked(outside, "web.default.svc.cluster.local.", RecordType::A, nullptr), QString("SERVFAIL"));
    QCOMPARE(asked(outside, "web.default.svc.cluster.local.", RecordType::A, "[]"), QString("SERVFAIL"));
    QVERIFY(asked(outside, "example.org.", RecordType::A, nullptr).startsWith("NOERROR; aa; add example.org."));
}

void TestKubernetesNames::namesItself_data()
{
    QTest::addColumn<QString>("own"); ///< its address
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("answer");

    QTest::newRow("by the Service that leads to it")
        << "10.244.0.2/24" << "ns.dns.cluster.local." << static_cast<int>(RecordType::A)
        << "NOERROR; aa; ns.dns.cluster.local. 30 A 10.96.0.10";
    QTest::newRow("as the zone's name server")
        << "10.244.0.2/24" << "cluster.local." << static_cast<int>(RecordType::Ns)
        << "NOERROR; aa; cluster.local. 30 NS kube-dns.kube-system.svc.cluster.local.; "
           "add kube-dns.kube-system.svc.cluster.local. 30 A 10.96.0.10; "
           "add kube-dns.kube-system.svc.cluster.local. 30 AAAA fd00::a";
    QTest::newRow("by its own address") << "10.244.0.77/24" << "ns.dns.cluster.local."
                                        << static_cast<int>(RecordType::A)
                                        << "NOERROR; aa; ns.dns.cluster.local. 30 A 10.244.0.77";
}

void TestKubernetesNames::namesItself()
{
    QFETCH(const QString, own);
    QFETCH(const QString, name);
    QFETCH(const int, type);
    QFETCH(const QString, answer);
    const auto made =
        netdraft::tests::lab("ip link add eth0 type dummy\nip addr add " + own.toStdString() + " dev eth0");
    QVERIFY(made);
    const std::vector<Link> &links = made->network.find(hostNetns)->links;
    QCOMPARE(asked(kubeadmFile, name, static_cast<RecordType>(type), objects, links), answer);
}

NETDRAFT_TEST(TestKubernetesNames)

#include "tst_kubernetes_names.moc"
