#include "model/edit/apply.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

namespace {

const ListeningSocket anyTcp53{Transport::Tcp, Ipv4Address(), 53, false};

Project processProject(const EditList &edits)
{
    Project project;
    const auto applied = apply(project, edits);
    Q_ASSERT(applied);
    return project;
}

QString messageOf(const EditList &edits, Project project = {})
{
    const auto applied = apply(project, edits);
    return applied ? QString() : QString::fromStdString(describe(applied.error()));
}

} // namespace

/// Processes: how they start and end.
class TestProcessEdits : public QObject
{
    Q_OBJECT

private slots:
    void startsWithItsSockets();
    void isNumbered();
    void undoes();
    void endsWithItsSockets();
    void endsByItsPort();
    void refuses_data();
    void refuses();
    void leavesNothingOfOneThatCannotStart();
    void standsBehindOthers();
    void isNamed_data();
    void isNamed();
};

void TestProcessEdits::startsWithItsSockets()
{
    const Project project = processProject({StartProcess{"host", "dnsmasq -k", {anyTcp53}, 0}});
    const Netns &host = *project.network.find(hostNetns);
    QCOMPARE(host.processes.size(), std::size_t{1});
    QCOMPARE(host.sockets.size(), std::size_t{1});
    QCOMPARE(host.sockets[0].pid, host.processes[0].pid);
    QVERIFY(host.sockets[0].program == Program::Daemon);
}

void TestProcessEdits::isNumbered()
{
    Project project = processProject(
        {StartProcess{"host", "a", {}, 0}, StartProcess{"host", "b", {}, 900}, StartProcess{"host", "c", {}, 0}});
    const Netns &host = *project.network.find(hostNetns);
    QCOMPARE(host.processes[0].pid, firstPid);
    QCOMPARE(host.processes[1].pid, 900);
    QCOMPARE(host.processes[2].pid, 901);
}

void TestProcessEdits::undoes()
{
    Project project;
    const Project before = project;
    const auto applied = apply(project, {StartProcess{"host", "dnsmasq", {anyTcp53}, 0}});
    QVERIFY(applied);
    QVERIFY(!(project == before));
    QVERIFY(apply(project, applied->inverse));
    QVERIFY(project == before);
}

void TestProcessEdits::endsWithItsSockets()
{
    const Project project = processProject(
        {StartProcess{"host", "a", {anyTcp53}, 5}, StartProcess{"host", "b", {}, 6}, EndProcess{"host", 5}});
    const Netns &host = *project.network.find(hostNetns);
    QVERIFY(host.sockets.empty());
    QCOMPARE(host.processes.size(), std::size_t{1});
    QCOMPARE(host.processes[0].pid, 6);
}

void TestProcessEdits::endsByItsPort()
{
    const Project project =
        processProject({StartProcess{"host", "a", {anyTcp53, {Transport::Udp, Ipv4Address(), 54, false}}, 5},
                        RemoveSocket{"host", Transport::Tcp, 53}});
    const Netns &host = *project.network.find(hostNetns);
    QVERIFY(host.sockets.empty());
    QVERIFY(host.processes.empty());
}

void TestProcessEdits::refuses_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("pid");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("message");
    QTest::newRow("no command") << "" << 0 << 1 << "a command line of 0 bytes; expected 1 to 4096";
    QTest::newRow("a long command") << QString(4097, 'a') << 0 << 1
                                    << "a command line of 4097 bytes; expected 1 to 4096";
    const QString form = "a command line has one space between its words, and no control characters";
    QTest::newRow("two spaces") << "a  b" << 0 << 1 << form;
    QTest::newRow("a space at the end") << "a " << 0 << 1 << form;
    QTest::newRow("a line feed") << "a\nreboot" << 0 << 1 << form;
    QTest::newRow("a number below 1") << "a" << -1 << 1 << "-1 is no number of a process; expected 1 to 4194304";
    QTest::newRow("a number that is taken") << "a" << 77 << 1 << "host has a process 77 already";
    QTest::newRow("no port") << "a" << 0 << 0 << "a socket that listens has a port from 1 to 65535";
    QTest::newRow("a port that is taken") << "/usr/sbin/a" << 0 << 53 << "a: 0.0.0.0:53/tcp: Address already in use";
}

void TestProcessEdits::refuses()
{
    QFETCH(QString, command);
    QFETCH(int, pid);
    QFETCH(int, port);
    QFETCH(QString, message);
    const Project project = processProject({StartProcess{"host", "there", {anyTcp53}, 77}});
    const ListeningSocket socket{Transport::Tcp, Ipv4Address(), static_cast<std::uint16_t>(port), false};
    QCOMPARE(messageOf({StartProcess{"host", command.toStdString(), {socket}, pid}}, project), message);
}

void TestProcessEdits::leavesNothingOfOneThatCannotStart()
{
    Project project = processProject({StartProcess{"host", "there", {anyTcp53}, 77}});
    const Project before = project;
    QVERIFY(!apply(project, {StartProcess{"host", "late", {{Transport::Udp, Ipv4Address(), 53, false}, anyTcp53}, 0}}));
    QVERIFY(project == before);
    QCOMPARE(messageOf({EndProcess{"host", 78}}, project), QString("host has no process 78"));
    QCOMPARE(messageOf({StartProcess{"nowhere", "a", {}, 0}}, project),
             QString("Cannot open network namespace \"nowhere\": No such file or directory"));
}

/// Sockets of nc and socat keep their numbers, whenever processes start.
void TestProcessEdits::standsBehindOthers()
{
    const Project project = processProject(
        {StartProcess{"host", "a", {anyTcp53}, 0}, AddSocket{"host", Transport::Tcp, Ipv4Address(), false, 80}});
    const Netns &host = *project.network.find(hostNetns);
    QCOMPARE(static_cast<int>(host.sockets[0].port), 80);
    QCOMPARE(static_cast<int>(host.sockets[1].port), 53);
}

void TestProcessEdits::isNamed_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("name");
    QTest::newRow("a program") << "dnsmasq -k" << "dnsmasq";
    QTest::newRow("a path") << "/usr/bin/kubelet --config=/var/lib/x" << "kubelet";
    QTest::newRow("cut to 15 bytes") << "kube-controller-manager" << "kube-controller";
    QTest::newRow("a title") << "sshd: /usr/sbin/sshd -D" << "sshd";
}

void TestProcessEdits::isNamed()
{
    QFETCH(QString, command);
    QFETCH(QString, name);
    QCOMPARE(QString::fromUtf8(Process{1, command.toStdString()}.name().data(), static_cast<qsizetype>(name.size())),
             name);
    QCOMPARE(Process({1, command.toStdString()}).name().size(), static_cast<std::size_t>(name.size()));
}

NETDRAFT_TEST(TestProcessEdits)
#include "tst_process_edits.moc"
