#include "model/recipe/cni/runtime.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;

/// Which network a runtime takes, and what it says of plugins that fail.
class TestRuntime : public QObject
{
    Q_OBJECT

private slots:
    void takesTheFirstFile_data();
    void takesTheFirstFile();
    void addsAndRemoves();
    void saysWhichPluginFailed();
    void missesWhatWasRemoved();
    void findsWhatANodeInstalled();
};

namespace {

constexpr const char *bridgeList =
    R"({"cniVersion":"0.3.1","name":"pods","plugins":[{"type":"bridge","isGateway":true,"ipam":{"type":"host-local",)"
    R"("subnet":"192.0.2.0/24"}},{"type":"portmap","capabilities":{"portMappings":true}}]})";

/// A machine with a namespace `pod` and these files.
model::Project machine(const QMap<QString, QString> &files = {})
{
    model::Project project;
    model::EditList edits;
    edits.add(model::AddNetns{.name = "pod"});
    for (auto file = files.cbegin(); file != files.cend(); ++file)
        edits.add(model::WriteFile{"host", file.key().toStdString(), file.value().toStdString()});
    if (const auto applied = model::apply(project, edits); !applied)
        qFatal("%s", model::describe(applied.error()).c_str());
    return project;
}

QString typed(model::Project &project, const char *line)
{
    model::Session session = model::openSession("host");
    const model::TypedLine done = model::typeLine(project, session, line);
    if (!model::apply(project, done.edits))
        qFatal("the edits of a line are refused: %s", line);
    return QString::fromStdString(done.text());
}

model::cni::RuntimeCall callFor(const char *container)
{
    model::cni::RuntimeCall call;
    call.containerId = container;
    call.netnsPath = "/var/run/netns/pod";
    return call;
}

} // namespace

void TestRuntime::takesTheFirstFile_data()
{
    using Files = QMap<QString, QString>;
    QTest::addColumn<Files>("files");
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("error");

    const QString list = bridgeList;
    const QString other = R"({"cniVersion":"0.3.1","name":"other","type":"ptp"})";
    QTest::newRow("no directory") << Files{} << ""
                                  << "no network config found in /etc/cni/net.d: cni plugin not initialized";
    QTest::newRow("a file that is no configuration")
        << Files{{"/etc/cni/net.d/README", "x"}} << ""
        << "no network config found in /etc/cni/net.d: cni plugin not initialized";
    QTest::newRow("a list") << Files{{"/etc/cni/net.d/10-pods.conflist", list}} << "pods" << "";
    QTest::newRow("the first by name, whatever it ends in")
        << Files{{"/etc/cni/net.d/20-pods.conflist", list}, {"/etc/cni/net.d/10-other.conf", other}} << "other" << "";
    QTest::newRow("one that ends in json")
        << Files{{"/etc/cni/net.d/20-pods.conflist", list}, {"/etc/cni/net.d/10-other.json", other}} << "other" << "";
    QTest::newRow("a first that is broken hides the second")
        << Files{{"/etc/cni/net.d/10-broken.conflist", "{"}, {"/etc/cni/net.d/20-pods.conflist", list}} << ""
        << "failed to load CNI config list file /etc/cni/net.d/10-broken.conflist: error parsing configuration list: "
           "unexpected end of JSON input: invalid cni config";
    QTest::newRow("a list that ends as one plugin")
        << Files{{"/etc/cni/net.d/10-pods.conf", list}} << ""
        << "failed to load CNI config file /etc/cni/net.d/10-pods.conf: error parsing configuration: missing 'type': "
           "invalid cni config";
}

void TestRuntime::takesTheFirstFile()
{
    using Files = QMap<QString, QString>;
    QFETCH(const Files, files);
    QFETCH(const QString, network);
    QFETCH(const QString, error);
    const model::Project project = machine(files);
    const auto list = model::cni::defaultNetwork(model::cni::Host(project, "host"));
    QCOMPARE(QString::fromStdString(list ? std::string() : list.error().message), error);
    QCOMPARE(QString::fromStdString(list ? list->name : std::string()), network);
}

void TestRuntime::addsAndRemoves()
{
    model::Project project = machine({{"/etc/cni/net.d/10-pods.conflist", bridgeList}});
    model::cni::Host host(project, "host");
    const auto list = model::cni::defaultNetwork(host);
    QVERIFY(list.has_value());
    model::cni::RuntimeCall loopback = callFor("c1");
    loopback.ifName = "lo";
    QVERIFY(model::cni::addNetwork(host, model::cni::loopbackNetwork(), loopback).has_value());
    model::cni::RuntimeCall call = callFor("c1");
    call.capabilities["portMappings"] = {{{"hostPort", 8080}, {"containerPort", 80}, {"protocol", "tcp"}}};
    const auto added = model::cni::addNetwork(host, *list, call);
    QVERIFY2(added.has_value(), added ? "" : added.error().message.c_str());
    QCOMPARE(added->ips.size(), std::size_t{1});
    QCOMPARE(added->ips[0].address.toString(), std::string("192.0.2.2/24"));
    QVERIFY(host.netns("pod").find("lo")->up);
    QVERIFY(host.readFile("/var/lib/cni/results/pods-c1-eth0"));
    QVERIFY(model::apply(project, host.edits()).has_value());
    QVERIFY(typed(project, "iptables -t nat -S").contains("--dport 8080 -j DNAT --to-destination 192.0.2.2:80"));

    model::cni::Host again(project, "host");
    QVERIFY(model::cni::delNetwork(again, *list, call).has_value());
    QVERIFY(!again.readFile("/var/lib/cni/results/pods-c1-eth0"));
    QVERIFY(!again.netns("pod").find("eth0"));
}

void TestRuntime::saysWhichPluginFailed()
{
    const model::Project project = machine(
        {{"/etc/cni/net.d/10-x.conflist",
          R"({"cniVersion":"0.3.1","name":"x","plugins":[{"type":"bridge","name":"y","ipam":{"type":"none"}}]})"}});
    model::cni::Host host(project, "host");
    const auto list = model::cni::defaultNetwork(host);
    QVERIFY(list.has_value());
    const auto added = model::cni::addNetwork(host, *list, callFor("c1"));
    QVERIFY(!added);
    QCOMPARE(added.error().message, std::string(R"(plugin type="bridge" name="y" failed (add): failed to find plugin )"
                                                R"("none" in path [/opt/cni/bin])"));
}

/// A plugin that was removed from /opt/cni/bin is missed there, and there alone.
void TestRuntime::missesWhatWasRemoved()
{
    model::Project project = machine({{"/etc/cni/net.d/10-pods.conflist", bridgeList}});
    QCOMPARE(typed(project, "rm /opt/cni/bin/bridge"), QString());
    QVERIFY(!typed(project, "ls -a /opt/cni/bin").contains("bridge"));
    QVERIFY(typed(project, "ls /opt/cni/bin").contains("host-local"));
    QVERIFY(typed(project, "ls /usr/lib/cni").contains("bridge"));
    model::cni::Host host(project, "host");
    const auto added = model::cni::addNetwork(host, *model::cni::defaultNetwork(host), callFor("c1"));
    QVERIFY(!added);
    QCOMPARE(
        added.error().message,
        std::string(R"(plugin type="bridge" failed (add): failed to find plugin "bridge" in path [/opt/cni/bin])"));

    typed(project, "rm /opt/cni/bin/*");
    QCOMPARE(typed(project, "ls /opt/cni/bin"), QString());
}

void TestRuntime::findsWhatANodeInstalled()
{
    model::Project project = machine();
    QVERIFY(model::cni::pluginAt(*project.network.find("host"), "/opt/cni/bin/flannel").empty());
    const model::EditList installed{model::WriteFile{"host", "/opt/cni/bin/flannel", "flannel\n"},
                                    model::WriteFile{"host", "/opt/cni/bin/weave-plugin-2.8.1", "weave\n"},
                                    model::WriteFile{"host", "/opt/cni/bin/weave-net", "weave\n"}};
    QVERIFY(model::apply(project, installed).has_value());
    QCOMPARE(model::cni::pluginAt(*project.network.find("host"), "/opt/cni/bin/flannel"), std::string_view("flannel"));
    QVERIFY(model::cni::pluginAt(*project.network.find("pod"), "/opt/cni/bin/flannel").empty());
    QVERIFY(typed(project, "ls /opt/cni/bin").contains("firewall\nflannel\nhost-device\n"));
    QVERIFY(typed(project, "ls -la /opt/cni/bin").contains(" weave-net -> weave-plugin-2.8.1\n"));
    typed(project, "rm /opt/cni/bin/flannel");
    QVERIFY(!typed(project, "ls /opt/cni/bin").contains("flannel"));
}

NETDRAFT_TEST(TestRuntime)
#include "tst_runtime.moc"
