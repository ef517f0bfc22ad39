#include "model/exchange/exchange.h"
#include "model/reachability/ping.h"
#include "model/recipe/docker/docker.h"
#include "model/terminal/completion.h"
#include "model/terminal/session.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTest>

using namespace netdraft;

namespace {

QString dockerData()
{
    return NETDRAFT_SOURCE_DIR "/tests/data/docker";
}

QString textOfDockerFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What chance draws is named by the order in which it is first seen; what a busybox prints otherwise than iproute2,
/// times and counters are left out.
QString maskedDocker(const QString &text)
{
    QStringList lines;
    QStringList ids;
    QStringList cables;
    QStringList ports;
    static const QRegularExpression left("#.*|.*valid_lft.*|.*inet6.*|;; (WHEN|Query time):.*");
    static const QRegularExpression port("(?<=127\\.0\\.0\\.11:|--sport )\\d{5}\\b");
    static const QRegularExpression query("(?<=DiG )\\S+|(?<=, id: )\\d+");
    static const QRegularExpression id("\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{12}\\b");
    static const QRegularExpression cable("\\bveth[0-9a-f]{7}\\b");
    static const QRegularExpression time(
        "\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z|(Less than a second|About a minute|\\d+ seconds?)( ago)?");
    static const QRegularExpression mac("link/ether (?!02:42:(ac|0a):)\\S+");
    static const QRegularExpression pid("pid=\\d+,fd=\\d+");
    static const QRegularExpression queue("LISTEN 0 +\\d+");
    static const QRegularExpression words(
        " group default|(?<=\\s)qlen 1000| qdisc noqueue\\b| mode DEFAULT| link-netns(id)? \\S+|,M-DOWN| proto "
        "kernel|\\[0:0\\]| state (UP|DOWN|UNKNOWN)\\b");
    const auto name = [](QString &line, const QRegularExpression &pattern, QStringList &known, const QString &word) {
        qsizetype from = 0;
        for (auto match = pattern.match(line); match.hasMatch(); match = pattern.match(line, from)) {
            const QString one = match.captured(0).left(12);
            if (!known.contains(one))
                known.append(one);
            const QString now = QString("%1-%2").arg(word).arg(known.indexOf(one) + 1);
            line.replace(match.capturedStart(0), match.capturedLength(0), now);
            from = match.capturedStart(0) + now.size();
        }
    };
    for (QString line : text.split('\n')) {
        if (left.match(line).capturedLength(0) == line.size() && !line.isEmpty())
            continue;
        name(line, id, ids, "id");
        name(line, cable, cables, "cable");
        name(line, port, ports, "port");
        line.replace(query, "X");
        line.replace(time, "TIME").replace(mac, "link/ether MAC").replace(pid, "PID").replace(queue, "LISTEN");
        line.remove(words);
        lines.append(line.simplified());
    }
    return lines.join('\n');
}

/// A machine with a cable to an `outside` that is its gateway.
model::Project dockerMachine()
{
    model::Project project;
    model::Session session = model::openSession("host");
    const model::TypedLine line = model::typeLine(project, session, R"(ip netns add m1
ip netns add outside
ip link add eth0 netns m1 type veth peer name eth0 netns outside
ip -n m1 link set lo up
ip -n m1 link set eth0 up
ip -n m1 addr add 192.0.2.10/24 dev eth0
ip -n outside link set lo up
ip -n outside link set eth0 up
ip -n outside addr add 192.0.2.1/24 dev eth0
ip -n outside route add 172.17.0.0/16 via 192.0.2.10
ip -n m1 route add default via 192.0.2.1
)");
    if (!model::apply(project, line.edits))
        return {};
    return project;
}

/// The words that the steps are written in, beside Docker's; tests/data/docker/record.sh has those for the real one.
const char *const dockerWords = R"(
startdaemon() { dockerd; }
stopdaemon() { systemctl stop docker; }
restart() { stopdaemon; startdaemon; }
listen() { nc -lk 0.0.0.0 $1; }
route() { ip route; }
inc() { docker exec "$@"; }
nameserver() {
    ip -n outside addr add 192.0.2.53/24 dev eth0
    ip netns exec outside dnsmasq --no-resolv --no-hosts --local=/lab/ --host-record=far.lab,198.51.100.7
}
ownserver() {
    dnsmasq --no-resolv --no-hosts --local=/lab/ --host-record=near.lab,198.51.100.8 --listen-address=127.0.0.1 \
        --bind-interfaces
}
onlyrules() { iptables-save -t filter; iptables-save -t nat; }
look() { iptables-save -t filter; iptables-save -t nat; ip addr; ip route; bridge link; sysctl net.ipv4.ip_forward; }
yesno() { if "$@" >/dev/null 2>&1; then echo yes; else echo no; fi; }
at() { w=$1; shift; case $w in machine) "$@";; outside|left) ip netns exec $w "$@";; *) docker exec $w "$@";; esac; }
reach() { yesno at $1 ping -c1 -W1 $2; }
probe() { yesno at $1 nc -z -w1 $2 $3; }
neighbours() { ip netns add second; ip link add eth1 type veth peer name eth0 netns second; ip link set eth1 up
ip addr add 198.51.100.1/24 dev eth1; ip -n second link set eth0 up; ip -n second addr add 198.51.100.2/24 dev eth0
ip -n second route add default via 198.51.100.1; ip -n outside route add 198.51.100.0/24 via 192.0.2.10; }
bridged() {
    local side
    ip link add br9 type bridge
    ip link set br9 up
    for side in left right; do
        ip netns add $side
        ip link add $side type veth peer name eth0 netns $side
        ip link set $side master br9
        ip link set $side up
        ip -n $side link set eth0 up
    done
    ip -n left addr add 10.9.0.1/24 dev eth0
    ip -n right addr add 10.9.0.2/24 dev eth0
    reach left 10.9.0.2
}
between() { yesno ip netns exec outside ping -c1 -W1 198.51.100.2; yesno ip netns exec second ping -c1 -W1 192.0.2.1; }
)";

} // namespace

/// Docker in terminals, beside what dockerd and docker 20.10 of Debian 12 printed and did in the same steps.
class TestDocker : public QObject
{
    Q_OBJECT

private slots:
    void agrees_data();
    void agrees();
    void unfolds_data() { agrees_data(); }
    void unfolds();
    void isOneEdit();
    void runsInTheForeground();
    void standsInsideOfItsMachine();
    void completes();
    void resolverIsOfAnotherNamespace();
    void goesWithoutTrace_data();
    void goesWithoutTrace();
    void policyIsNamed_data();
    void policyIsNamed();
    void resolverIsKeptInFiles_data();
    void resolverIsKeptInFiles();
};

void TestDocker::agrees_data()
{
    QTest::addColumn<QString>("file");
    const QDir folder(dockerData());
    for (const QString &name : folder.entryList({"*.expected"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name.chopped(9))) << folder.filePath(name);
}

void TestDocker::agrees()
{
    QFETCH(const QString, file);
    const QString recorded = textOfDockerFile(file);
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const auto type = [&](const QString &line) {
        const model::TypedLine typed = model::typeLine(project, session, line.toStdString());
        const bool done = model::apply(project, typed.edits).has_value();
        QString text = QString::fromStdString(typed.text());
        if (!text.isEmpty() && !text.endsWith('\n'))
            text += '\n';
        if (!done)
            text += "the edits are refused\n";
        if (typed.status != 0)
            text += QString("[%1]\n").arg(typed.status);
        return text;
    };
    QCOMPARE(type(QString("mkdir -p /etc; echo nameserver 192.0.2.53 > /etc/resolv.conf")), QString());
    QCOMPARE(type(dockerWords), QString());
    QCOMPARE(type("startdaemon"), QString());
    QString ours;
    for (const QString &line : recorded.split('\n'))
        if (line.startsWith("$ "))
            ours += line + '\n' + type(line.mid(2));
    const QStringList expected = maskedDocker(recorded.trimmed()).split('\n');
    const QStringList actual = maskedDocker(ours.trimmed()).split('\n');
    QVERIFY(expected.size() > 1);
    QString step;
    for (qsizetype i = 0; i < std::min(expected.size(), actual.size()); ++i) {
        if (expected[i].startsWith("$ "))
            step = expected[i];
        QVERIFY2(actual[i] == expected[i], qPrintable(QString("%1, line %2: \"%3\"; Docker: \"%4\"")
                                                          .arg(step, QString::number(i + 1), actual[i], expected[i])));
    }
    QCOMPARE(actual.size(), expected.size());
}

void TestDocker::unfolds()
{
    QFETCH(const QString, file);
    model::Project project = dockerMachine();
    model::Project byHand = project;
    model::Session session = model::openSession("m1");
    model::EditList edits;
    QStringList lines{dockerWords, "startdaemon"};
    for (const QString &line : textOfDockerFile(file).split('\n'))
        if (line.startsWith("$ "))
            lines.append(line.mid(2));
    for (const QString &line : lines) {
        const model::TypedLine typed = model::typeLine(project, session, line.toStdString());
        QVERIFY2(model::apply(project, typed.edits), qPrintable(line));
        edits.add(typed.edits);
    }
    for (const model::Edit &edit : edits) {
        const std::string where = model::netnsOf(edit);
        if (where.empty()) { // of the drawing alone
            QVERIFY(model::apply(byHand, {edit}));
            continue;
        }
        const std::string line = model::commandLine(edit, model::Prompt::Node);
        model::Session terminal = model::openSession(where);
        const model::TypedLine typed = model::typeLine(byHand, terminal, line);
        QVERIFY2(typed.status == 0 && model::apply(byHand, typed.edits), (line + ": " + typed.text()).c_str());
    }
    QVERIFY(byHand.network == project.network);
}

void TestDocker::isOneEdit()
{
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const model::Project before = project;
    const model::TypedLine line =
        model::typeLine(project, session, "dockerd; docker run -d --name web -p 8080:80 nginx");
    QCOMPARE(line.status, 0);
    const auto applied = model::apply(project, line.edits);
    QVERIFY(applied);
    QVERIFY(project.network.find("web"));
    // Each edit is one that can be said as a command, and all of them are taken back at once.
    QVERIFY(model::apply(project, applied->inverse));
    QCOMPARE(project.network.namespaces().size(), before.network.namespaces().size());
    QVERIFY(!project.network.find("web"));
    QVERIFY(!project.network.find("m1")->find("docker0"));
}

void TestDocker::runsInTheForeground()
{
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const auto type = [&](const char *line) {
        const model::TypedLine typed = model::typeLine(project, session, line);
        return model::apply(project, typed.edits) ? QString::fromStdString(typed.text()) : QString("refused");
    };
    QCOMPARE(type("dockerd; docker run -d --name web nginx >/dev/null"), QString());
    QCOMPARE(type("docker run --rm busybox ip -4 -o addr show eth0 | tr -s ' ' | cut -d ' ' -f 2-4"),
             QString("eth0 inet 172.17.0.3/16\n"));
    QVERIFY(type("docker run --rm alpine ping -c1 172.17.0.2").contains("1 received"));
    QVERIFY(type("docker run --rm alpine nc -zv 172.17.0.2 80").contains("succeeded"));
    // What it was for is over, and so is it.
    QCOMPARE(type("docker ps -aq | wc -l"), QString("1\n"));
    QCOMPARE(type("docker run busybox false; echo $?"), QString("1\n"));
    QCOMPARE(type("docker ps -aq | wc -l"), QString("2\n"));
    QVERIFY(type("docker run nginx").startsWith("netdraft: "));
    QCOMPARE(type("docker ps -aq | wc -l"), QString("2\n"));
}

void TestDocker::standsInsideOfItsMachine()
{
    model::Project project = dockerMachine();
    QVERIFY(model::apply(project, model::EditList{model::PlaceNode{"m1", {model::NodeKind::Machine, {100, 200}}}}));
    model::Session session = model::openSession("m1");
    const model::TypedLine typed = model::typeLine(project, session, "dockerd; docker run -d --name web nginx");
    QVERIFY(model::apply(project, typed.edits));
    const model::NetnsId web = project.network.find("web")->id;
    QVERIFY(project.drawing->nodes.contains(web));
    QCOMPARE(project.drawing->inside.at(web).value, project.network.find("m1")->id.value);
}

void TestDocker::completes()
{
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const model::TypedLine typed = model::typeLine(
        project, session, "dockerd; docker network create net1; docker run -d --name web nginx; docker --help");
    QVERIFY(model::apply(project, typed.edits));
    QVERIFY(typed.text().find("Usage:  docker [OPTIONS] COMMAND") != std::string::npos);
    const auto candidates = [&](const char *line) {
        QStringList found;
        for (const std::string &one : model::complete(project, project.network.find("m1")->id, line).candidates)
            found.append(QString::fromStdString(one));
        return found;
    };
    QCOMPARE(candidates("docker network connect n"), (QStringList{"net1", "none"}));
    QCOMPARE(candidates("docker network connect net1 "), QStringList{"web"});
    QCOMPARE(candidates("docker stop "), QStringList{"web"});
    QCOMPARE(candidates("docker re"), (QStringList{"rename", "restart"}));
}

void TestDocker::resolverIsOfAnotherNamespace()
{
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const auto type = [&](const char *line) {
        const model::TypedLine typed = model::typeLine(project, session, line);
        return model::apply(project, typed.edits) ? QString::fromStdString(typed.text()) : QString("refused");
    };
    type("dockerd; docker network create net1; docker run -d --name web --network net1 nginx");
    QCOMPARE(type("docker exec web ps -e | tr -s ' '"), QString(" PID TTY TIME CMD\n 501 ? 00:00:00 nginx\n"));
    const QString sockets = type("docker exec web ss -tulpn");
    QCOMPARE(sockets.count("127.0.0.11:"), 2);
    QCOMPARE(sockets.count("users:"), 2); // of nginx
    QVERIFY(!sockets.contains("dockerd"));
    QCOMPARE(type("docker exec web netstat -tulpn | grep -c '127.0.0.11:.* -'"), QString("2\n"));
    QVERIFY(type("docker exec web kill 1").contains("No such process"));
    QVERIFY(type("docker exec web pkill dockerd").isEmpty());
    QVERIFY(type("docker exec web docker ps").contains("Cannot connect to the Docker daemon"));
    QCOMPARE(type("docker exec web getent hosts web"), QString("172.18.0.2      web\n"));
    // Without its daemon nobody answers for a container.
    type("pkill dockerd");
    QVERIFY(type("ip netns exec web dig +tries=1 web").contains("no servers could be reached"));
}

void TestDocker::goesWithoutTrace_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("with");
    QTest::newRow("the daemon alone") << "" << "dockerd";
    QTest::newRow("a daemon that was stopped") << "" << "dockerd; systemctl stop docker";
    QTest::newRow("containers, networks, ports")
        << ""
        << "dockerd; docker network create net1; docker network create --internal net2; docker run -d --name web -p "
           "80:80 nginx; docker run -d --name db --network net1 redis; docker network connect net2 db; docker stop web";
    QTest::newRow("a machine that forwarded before") << "sysctl -qw net.ipv4.ip_forward=1" << "dockerd";
    QTest::newRow("a machine with rules of its own")
        << "iptables -A FORWARD -s 192.0.2.0/24 -j ACCEPT; iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE"
        << "dockerd; docker run -d nginx; iptables -I DOCKER-USER -s 192.0.2.7 -j DROP";
    QTest::newRow("started again after a rule was lost")
        << "" << "dockerd; docker network create net1; iptables -F; iptables -t nat -F; systemctl restart docker";
}

void TestDocker::goesWithoutTrace()
{
    QFETCH(const QString, before);
    QFETCH(const QString, with);
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const auto type = [&](const QString &line) {
        const model::TypedLine typed = model::typeLine(project, session, line.toStdString());
        return model::apply(project, typed.edits) ? QString::fromStdString(typed.text()) : QString("refused");
    };
    const QString look = "iptables -S; iptables -t nat -S; ip -br addr; ip route; sysctl net.ipv4.ip_forward; ps -e; "
                         "ip netns; ls /var/lib; cat /etc/resolv.conf";
    type(before);
    const QString plain = type(look);
    type(with);
    QVERIFY(model::docker::hasRemains(*project.network.find("m1")));
    QVERIFY(type(look) != plain);
    const model::docker::Answer removed = model::docker::removeDocker(project, "m1");
    QCOMPARE(QString::fromStdString(removed.err), QString());
    QVERIFY(model::apply(project, removed.edits));
    QCOMPARE(type(look), plain);
    QVERIFY(!model::docker::hasRemains(*project.network.find("m1")));
    QVERIFY(type("dockerd; docker ps").startsWith("CONTAINER ID"));
}

void TestDocker::policyIsNamed_data()
{
    QTest::addColumn<QString>("lab");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QStringList>("mends");
    QTest::newRow("between two ports of a bridge")
        << "bridged"
        << "the policy of chain FORWARD in table filter of m1 drops the packet: Docker has set it to DROP, and "
           "bridge-nf-call-iptables lets it see bridged frames"
        << QStringList{"Let br9 pass from port to port in DOCKER-USER of m1",
                       "Hand no bridged frames to iptables on m1 (bridge-nf-call-iptables)",
                       "Let the policy of chain FORWARD in table filter of m1 accept"};
    QTest::newRow("between two networks")
        << "neighbours; ip netns add left; ip netns exec outside ip route; ip -n outside link set eth0 down; ip -n "
           "outside link set eth0 up; ip link add eth2 type veth peer name eth0 netns left; ip link set eth2 up; ip "
           "addr add 10.9.0.2/24 dev eth2; ip -n left link set eth0 up; ip -n left addr add 10.9.0.1/24 dev eth0; ip "
           "-n left route add default via 10.9.0.2"
        << "the policy of chain FORWARD in table filter of m1 drops the packet: Docker has set it to DROP"
        << QStringList{"Let packets pass between eth2 and eth1 in DOCKER-USER of m1",
                       "Let the policy of chain FORWARD in table filter of m1 accept"};
}

void TestDocker::policyIsNamed()
{
    QFETCH(const QString, lab);
    QFETCH(const QString, reason);
    QFETCH(const QStringList, mends);
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const auto type = [&](const QString &line) {
        const model::TypedLine typed = model::typeLine(project, session, line.toStdString());
        return model::apply(project, typed.edits) && typed.status == 0;
    };
    QVERIFY(type(dockerWords));
    QVERIFY(type(lab));
    QVERIFY(type("dockerd"));
    const auto to = *model::IpAddress::parse(lab == "bridged" ? "10.9.0.2" : "198.51.100.2");
    const auto pingOf = [&](const model::DataPlane &plane) {
        return model::ping(plane, project.network.find("left")->id, to);
    };
    const model::DataPlane plane(project.network);
    const model::Ping lost = pingOf(plane);
    const QString why = QString::fromStdString(model::reason(project.network, lost));
    QVERIFY2(why.startsWith(reason), qPrintable(why));
    const auto found = model::mends(plane, lost);
    QStringList texts;
    for (const model::Mend &mend : found)
        texts.append(QString::fromStdString(mend.text));
    QCOMPARE(texts, mends);
    for (const model::Mend &mend : found) {
        const model::Project before = project;
        QVERIFY(model::apply(project, mend.edits));
        QVERIFY2(pingOf(model::DataPlane(project.network)).reachable, mend.text.c_str());
        project = before;
    }
}

void TestDocker::resolverIsKeptInFiles_data()
{
    QTest::addColumn<QString>("form");
    QTest::newRow("a project file") << QString();
    QTest::newRow("a copy built anew") << "rebuild";
}

void TestDocker::resolverIsKeptInFiles()
{
    QFETCH(const QString, form);
    model::Project project = dockerMachine();
    model::Session session = model::openSession("m1");
    const model::TypedLine typed =
        model::typeLine(project, session,
                        "dockerd; docker network create net1; docker run -d --name web --network net1 nginx; docker "
                        "run -d --name db --network net1 redis");
    QVERIFY(model::apply(project, typed.edits));
    model::Project read;
    if (form.isEmpty()) {
        auto done = model::readProject(model::writeProject(project), "docker.netdraft");
        QVERIFY(done);
        read = *std::move(done);
    } else {
        QVERIFY(model::apply(read, model::rebuild(project)));
    }
    model::Session again = model::openSession("web");
    QCOMPARE(model::typeLine(read, again, "getent hosts db").text(), std::string("172.18.0.3      db\n"));
}

NETDRAFT_TEST(TestDocker)
#include "tst_docker.moc"
