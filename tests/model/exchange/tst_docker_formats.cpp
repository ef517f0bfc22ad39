#include "model/exchange/exchange.h"
#include "model/exchange/yaml_tree.h"
#include "model/recipe/docker/state.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace netdraft;

namespace {

/// Machines with Docker, on the first of which lines are typed.
struct DockerLab {
    model::Project project;
    model::Session session = model::openSession("m1");

    explicit DockerLab(const QString &lines)
    {
        model::Session host = model::openSession("host");
        const model::TypedLine made = model::typeLine(project, host, "ip netns add m1; ip netns add m2");
        if (!model::apply(project, made.edits))
            qFatal("no machines");
        type(lines);
    }

    QString type(const QString &lines)
    {
        const model::TypedLine typed = model::typeLine(project, session, lines.toStdString());
        return model::apply(project, typed.edits) ? QString::fromStdString(typed.text()) : QString("refused");
    }

    const model::Netns &machine() const { return *project.network.find(std::string_view("m1")); }
};

QString joined(const std::vector<std::string> &words)
{
    QStringList list;
    for (const std::string &word : words)
        list.append(QString::fromStdString(word));
    return list.join(',');
}

/// What Docker has there, without what is drawn for each anew.
QString summaryOf(const model::Netns &machine)
{
    const model::docker::State state = model::docker::readState(machine);
    QStringList lines;
    for (const auto &network : state.networks) {
        if (network.driver != "bridge" || network.name == "bridge")
            continue;
        QString options;
        for (const auto &[key, value] : network.options)
            options += QString(" %1=%2").arg(key.c_str(), value.c_str());
        lines += QString("network %1 %2 %3 %4 %5%6")
                     .arg(network.name.c_str(), network.subnet.c_str(), network.gateway.c_str(), network.range.c_str(),
                          network.internal ? "internal" : "open", options);
    }
    for (const auto &container : state.containers) {
        QString text = QString("container %1 %2 [%3] %4 %5")
                           .arg(container.name.c_str(), container.image.c_str(), joined(container.command))
                           .arg(int(container.status))
                           .arg(joined(container.dns) + joined(container.dnsSearch) + joined(container.dnsOptions) +
                                joined(container.extraHosts));
        const bool isShort = container.hostname == container.id.substr(0, 12);
        text += isShort ? QString() : " host " + QString::fromStdString(container.hostname);
        for (const auto &port : container.ports)
            text += QString(" port %1:%2:%3/%4")
                        .arg(port.address.c_str())
                        .arg(port.hostPort)
                        .arg(port.containerPort)
                        .arg(port.protocol.c_str());
        for (const auto &endpoint : container.endpoints) {
            std::vector<std::string> aliases = endpoint.aliases;
            std::erase(aliases, container.id.substr(0, 12));
            text += QString(" in %1 %2 %3").arg(endpoint.network.c_str(), endpoint.address.c_str(), joined(aliases));
        }
        lines += text;
    }
    return lines.join('\n');
}

model::Result<model::Exported> exportOf(const model::Project &project, const char *form)
{
    return model::exportFormat(form)->write(project, {"lab"});
}

QString textOf(const model::Result<model::Exported> &exported, const char *name)
{
    if (!exported)
        return QString::fromStdString(describe(exported.error()));
    for (const model::OutputFile &file : exported->files)
        if (file.name == name)
            return QString::fromStdString(file.text);
    return {};
}

/// A file of Docker's as somebody's editor leaves it.
void forge(DockerLab &lab, const char *from, const char *to)
{
    model::EditList edits;
    for (const auto &[path, text] : lab.machine().files)
        if (path.starts_with("/var/lib/docker/")) {
            QString changed = QString::fromStdString(text);
            edits.add(model::WriteFile{"m1", path, changed.replace(from, to).toStdString()});
        }
    if (!model::apply(lab.project, edits))
        qFatal("the file is refused");
}

} // namespace

/// Containers and networks of Docker's as its commands, and as a compose file.
class TestDockerFormats : public QObject
{
    Q_OBJECT

private slots:
    void commandsMakeItAgain_data();
    void commandsMakeItAgain();
    void composeSaysIt_data() { commandsMakeItAgain_data(); }
    void composeSaysIt();
    void composeStopsWhatIsStopped();
    void eachMachineHasItsOwn();
    void addressesThatDockerChooses();
    void nothingToWrite_data();
    void nothingToWrite();
    void wordsStayWords_data();
    void wordsStayWords();
    void slowLinks();
    void forgedFiles_data();
    void forgedFiles();
};

void TestDockerFormats::commandsMakeItAgain_data()
{
    QTest::addColumn<QString>("lines");
    QTest::newRow("one container on docker0") << "docker run -d --name web nginx";
    QTest::newRow("ports") << "docker run -d --name web -p 8080:80 -p 127.0.0.1:53:53/udp -p 9000 nginx";
    QTest::newRow("a command with flags, a host name") << "docker run -d --name c1 -h www.lab busybox sleep 3600";
    QTest::newRow("a network of one's own")
        << "docker network create net1; docker run -d --name c1 --network net1 nginx";
    QTest::newRow("a network with all that it may have")
        << "docker network create --subnet 10.5.0.0/16 --ip-range 10.5.7.0/24 --gateway 10.5.0.254 -o "
           "com.docker.network.bridge.name=br5 -o com.docker.network.driver.mtu=1400 net1; docker network create "
           "--internal net2; docker run -d --name c1 --network net1 --ip 10.5.9.9 nginx";
    QTest::newRow("aliases and a second network")
        << "docker network create net1; docker network create --subnet 10.5.0.0/16 net2; docker run -d --name c1 "
           "--network net1 --network-alias x --network-alias y nginx; docker network connect --alias z net2 c1";
    QTest::newRow("addresses that do not follow each other")
        << "docker network create net1; docker run -d --name c1 --network net1 nginx; docker run -d --name c2 "
           "--network "
           "net1 nginx; docker rm -f c1";
    QTest::newRow("servers and hosts")
        << "docker network create net1; docker run -d --name c1 --network net1 --dns 192.0.2.1 --dns-search lab "
           "--dns-option ndots:2 --add-host db:192.0.2.7 nginx";
    QTest::newRow("none, host and a container's")
        << "docker run -d --name c1 nginx; docker run -d --name c2 --network none busybox sleep 60; docker run -d "
           "--name "
           "c3 --network host busybox sleep 60; docker run -d --name c4 --network container:c1 busybox sleep 60";
    QTest::newRow("by an id") << "docker run -d --name c1 --network $(docker network create net1) nginx";
}

void TestDockerFormats::commandsMakeItAgain()
{
    QFETCH(const QString, lines);
    DockerLab lab("dockerd");
    lab.type(lines);
    const auto exported = exportOf(lab.project, "docker");
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    QVERIFY(exported->omitted.empty());
    QVERIFY(exported->files.front().executable);
    DockerLab again("dockerd");
    const QString said = again.type(textOf(exported, "m1/docker.sh"));
    QVERIFY2(!said.contains("rror"), qPrintable(said));
    QCOMPARE(summaryOf(again.machine()), summaryOf(lab.machine()));
}

void TestDockerFormats::composeSaysIt()
{
    QFETCH(const QString, lines);
    DockerLab lab("dockerd");
    lab.type(lines);
    const auto exported = exportOf(lab.project, "compose");
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    QVERIFY(exported->omitted.empty());
    const auto read = model::parseYaml(textOf(exported, "m1/compose.yaml").toStdString(), "compose.yaml");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    QCOMPARE(read->size(), std::size_t(1));
    const model::Yaml &root = read->front();
    QVERIFY(!root.find("version")); // obsolete
    const model::docker::State state = model::docker::readState(lab.machine());
    const model::Yaml *services = root.find("services");
    QVERIFY(services);
    QCOMPARE(services->members.size(), state.containers.size());
    const auto texts = [](const model::Yaml *list) {
        std::vector<std::string> all;
        for (const model::Yaml &one : list ? list->items : std::vector<model::Yaml>())
            all.push_back(one.text);
        return all;
    };
    for (const auto &container : state.containers) {
        const model::Yaml *service = services->find(container.name);
        QVERIFY2(service, container.name.c_str());
        QCOMPARE(service->find("image")->text, container.image);
        QCOMPARE(texts(service->find("command")), container.command);
        QCOMPARE(texts(service->find("ports")).size(), container.ports.size());
        QCOMPARE(texts(service->find("dns")), container.dns);
        QCOMPARE(texts(service->find("extra_hosts")), container.extraHosts);
        const model::Yaml *networks = service->find("networks");
        const model::Yaml *mode = service->find("network_mode");
        QVERIFY((networks == nullptr) != (mode == nullptr)); // compose refuses both
        for (const auto &endpoint : container.endpoints) {
            if (!networks) {
                QVERIFY(mode->text == endpoint.network);
                continue;
            }
            const model::Yaml *place = networks->find(endpoint.network);
            QVERIFY2(place, endpoint.network.c_str());
            QCOMPARE(place->find("ipv4_address")->text, endpoint.address);
        }
        if (container.mode.starts_with("container:"))
            QCOMPARE(mode->text, std::string("service:c1"));
    }
    const model::Yaml *networks = root.find("networks");
    std::size_t own = 0;
    for (const auto &network : state.networks) {
        if (network.driver != "bridge" || network.name == "bridge")
            continue;
        ++own;
        const model::Yaml *one = networks->find(network.name);
        QVERIFY2(one, network.name.c_str());
        const model::Yaml &pool = one->find("ipam")->find("config")->items.front();
        QCOMPARE(pool.find("subnet")->text, network.subnet);
        QCOMPARE(pool.find("gateway")->text, network.gateway);
        QCOMPARE(pool.find("ip_range") ? pool.find("ip_range")->text : std::string(), network.range);
        QCOMPARE(one->find("internal") != nullptr, network.internal);
        const model::Yaml *options = one->find("driver_opts");
        QCOMPARE(options ? options->members.size() : 0, network.options.size());
    }
    QCOMPARE(networks ? networks->members.size() : 0, own);
}

void TestDockerFormats::composeStopsWhatIsStopped()
{
    const DockerLab lab(
        "dockerd; docker network create net1; docker run -d --name c1 --network net1 nginx; docker network "
        "connect bridge c1; docker run -d --name c2 nginx; docker stop c2");
    const auto exported = exportOf(lab.project, "compose");
    QVERIFY(exported);
    const auto read = model::parseYaml(textOf(exported, "m1/compose.yaml").toStdString(), "compose.yaml");
    QVERIFY(read);
    const model::Yaml *services = read->front().find("services");
    QVERIFY(!services->find("c1")->find("profiles"));
    QCOMPARE(services->find("c2")->find("profiles")->items.front().text, std::string("stopped"));
    QCOMPARE(exported->omitted, std::vector<std::string>{"m1: the default network beside others of the container c1"});
}

void TestDockerFormats::eachMachineHasItsOwn()
{
    DockerLab lab("dockerd; docker run -d --name c1 nginx; systemctl stop docker");
    model::Session other = model::openSession("m2");
    const model::TypedLine typed = model::typeLine(lab.project, other, "dockerd; docker network create net9");
    QVERIFY(model::apply(lab.project, typed.edits));
    const auto exported = exportOf(lab.project, "docker");
    QVERIFY(exported);
    QCOMPARE(exported->files.size(), std::size_t(2));
    QVERIFY(textOf(exported, "m1/docker.sh").contains("docker create --name c1 nginx\n")); // it is stopped
    QVERIFY(textOf(exported, "m2/docker.sh").endsWith("--gateway 172.18.0.1 net9\n"));
    QCOMPARE(exportOf(lab.project, "compose")->files.size(), std::size_t(2));
}

void TestDockerFormats::addressesThatDockerChooses()
{
    const DockerLab lab(
        "dockerd; docker run -d --name c1 nginx; docker run -d --name c2 nginx; docker rm -f c1; docker run "
        "-d --name c3 nginx");
    QCOMPARE(exportOf(lab.project, "docker")->omitted,
             (std::vector<std::string>{"m1: the address 172.17.0.3 of the container c2, where Docker gives 172.17.0.2",
                                       "m1: the address 172.17.0.2 of the container c3, where Docker gives "
                                       "172.17.0.3"}));
}

void TestDockerFormats::nothingToWrite_data()
{
    QTest::addColumn<QString>("lines");
    QTest::addColumn<QString>("error");
    QTest::newRow("no Docker") << "true" << "no node has Docker; expected one on which dockerd runs or ran";
    QTest::newRow("a daemon alone") << "dockerd"
                                    << "Docker has no containers and no networks here but its own; expected what "
                                       "docker run or docker network create makes";
}

void TestDockerFormats::nothingToWrite()
{
    QFETCH(const QString, lines);
    QFETCH(const QString, error);
    const DockerLab lab(lines);
    for (const char *form : {"docker", "compose"}) {
        const auto exported = exportOf(lab.project, form);
        QVERIFY(!exported);
        QCOMPARE(QString::fromStdString(describe(exported.error())), error);
    }
}

void TestDockerFormats::wordsStayWords_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("a substitution") << "$(touch /tmp/x)";
    QTest::newRow("a variable") << "${HOME}$$";
    QTest::newRow("quotes") << R"(a'b"c\d`e`)";
    QTest::newRow("lines") << "one\ntwo: three\n- four";
    QTest::newRow("operators") << "; rm -rf / & > x | y # z";
    QTest::newRow("what YAML reads otherwise") << "no";
    QTest::newRow("a tag and an anchor") << "!!python/object &a *b {c: d} [e]";
    QTest::newRow("a flag") << "--privileged";
}

void TestDockerFormats::wordsStayWords()
{
    QFETCH(const QString, value);
    DockerLab lab("dockerd; docker run -d --name c1 -h HOST --add-host h:192.0.2.1 busybox sleep COMMAND");
    QString escaped = value;
    escaped.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    forge(lab, "COMMAND", qPrintable(escaped));
    forge(lab, "HOST", qPrintable(escaped));
    const auto compose = exportOf(lab.project, "compose");
    QVERIFY(compose);
    const auto read = model::parseYaml(textOf(compose, "m1/compose.yaml").toStdString(), "compose.yaml");
    QVERIFY2(read, read ? "" : describe(read.error()).c_str());
    const model::Yaml *service = read->front().find("services")->find("c1");
    const auto unescaped = [](const model::Yaml *text) {
        return QString::fromStdString(text->text).replace("$$", "$"); // as compose does
    };
    QCOMPARE(unescaped(&service->find("command")->items.back()), value);
    QCOMPARE(unescaped(service->find("hostname")), value);
    QVERIFY(!service->find("privileged"));

    if (QStandardPaths::findExecutable("sh").isEmpty())
        QSKIP("there is no sh");
    const auto script = exportOf(lab.project, "docker");
    QVERIFY(script);
    QProcess sh;
    sh.start("sh", {"-c", "docker() { printf '%s\\0' \"$@\"; }\n" + textOf(script, "m1/docker.sh")});
    QVERIFY(sh.waitForFinished());
    const QList<QByteArray> words = sh.readAllStandardOutput().split('\0');
    QCOMPARE(QString::fromUtf8(words.value(words.size() - 2)), value);
    QCOMPARE(QString::fromUtf8(words.value(words.indexOf("--hostname") + 1)), value);
    QCOMPARE(sh.exitCode(), 0);
}

void TestDockerFormats::slowLinks()
{
    DockerLab lab("dockerd; docker run -d --name c1 busybox sleep 60; docker run -d --name c2 --network host busybox "
                  "sleep 60; tc qdisc add dev docker0 root netem delay 5ms; "
                  "docker exec c1 tc qdisc add dev eth0 root tbf rate 1mbit burst 2kb latency 50ms");
    for (const char *form : {"docker", "compose"}) {
        const auto exported = exportOf(lab.project, form);
        QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
        for (const char *omitted : {"m1: the qdisc netem of docker0", "m1: the qdisc tbf of eth0 in the container c1"})
            QCOMPARE(std::ranges::count(exported->omitted, omitted), 1);
    }
}

void TestDockerFormats::forgedFiles_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("omitted");
    QTest::newRow("an image that is a flag") << R"("Image":"busybox")" << R"("Image":"--privileged")"
                                             << "m1: a container with a name or an image that is none of Docker's";
    QTest::newRow("a container's name that is a flag")
        << R"("Name":"c1")" << R"("Name":"-v/:/x")"
        << "m1: a container with a name or an image that is none of Docker's";
    QTest::newRow("a network's name that is a flag")
        << R"("Name":"net1")" << R"("Name":"--ingress")" << "m1: a network with a name that is none of Docker's";
    QTest::newRow("a network that is not there")
        << R"("Network":"net1")" << R"("Network":"gone")" << "m1: the network of c1 that is no more there";
}

void TestDockerFormats::forgedFiles()
{
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, omitted);
    DockerLab lab("dockerd; docker network create net1; docker network create net2; docker run -d --name c1 --network "
                  "net1 busybox sleep 60; docker run -d --name c2 --network net2 busybox sleep 60");
    forge(lab, qPrintable(from), qPrintable(to));
    for (const char *form : {"docker", "compose"}) {
        const auto exported = exportOf(lab.project, form);
        QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
        QVERIFY(std::ranges::find(exported->omitted, omitted.toStdString()) != exported->omitted.end());
        for (const model::OutputFile &file : exported->files)
            for (const char *bad : {"--privileged", "-v/", "--ingress", "gone"})
                QVERIFY2(file.text.find(bad) == std::string::npos, file.text.c_str());
    }
}

NETDRAFT_TEST(TestDockerFormats)
#include "tst_docker_formats.moc"
