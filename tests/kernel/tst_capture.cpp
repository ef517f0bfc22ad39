#include "agreement.h"
#include "model/exchange/exchange.h"
#include "model/exchange/import.h"
#include "questions.h"
#include "tests/registered.h"
#include "turn.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <set>
#include <unistd.h>

using namespace netdraft::model;

namespace {

/// One of so many labs is captured unless NETDRAFT_LABS names others; by turns they are of all sorts.
constexpr unsigned share = 32;

/// What is not in the answers of any tool, or is given up on purpose; see docs/capture.md.
bool isCaptured(const Lab &lab)
{
    static const QStringList left{
        "ra-", "ovs-",               // radvd and Open vSwitch are not asked
        "ipv6-duplicate", "refused", // who of two was first is history
    };
    return std::ranges::none_of(left, [&](const QString &prefix) { return lab.name.startsWith(prefix); });
}

struct KnownRow {
    const char *lab;
    const char *why;
};

constexpr auto numbers =
    "a link that was moved gave numbers to namespaces where it passed by; here they are given anew";
constexpr auto drawnMac = "the kernel drew the bridge's MAC, and no port has it";

/// What a capture does not bring back of a network, so that it prints something else.
constexpr KnownRow knownRows[] = {
    {"address-left-out", "an answer without any IPv4 address is taken for that of ip -6"},
    {"bridge-after-last-port", drawnMac},
    {"bridge-fdb-of-its-own", drawnMac},
    {"bridge-without-ports", drawnMac},
    {"ecmp-dead-hop", "a hop is dead whose link went down after the route was there"},
    {"link-moved", "the carrier went when the address was already in use"},
    {"link-moved-and-set-up", numbers},
    {"moved-and-renamed-at-once", numbers},
    {"multipath-ipv6-dead", "a hop is dead whose link went down after the route was there"},
    {"namespaces-direct", numbers},
};

/// What says that a process namespace hides the machine that the tests run on.
const QString captureCommand = "> unshare --pid --fork --mount-proc " NETDRAFT_PROGRAM " capture";

QString readText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Each pair of nodes and addresses by name, with its answer: `A 192.0.2.1 yes`.
QStringList answersOf(const Project &project)
{
    const auto reachability = Reachability::of(project.network);
    QStringList answers;
    for (std::size_t from = 0; from < reachability->nodes().size(); ++from) {
        for (std::size_t to = 0; to < reachability->targets().size(); ++to) {
            const Target &target = reachability->targets()[to];
            const Answer answer = reachability->answer(from, to);
            answers.append(QString("%1 %2 %3")
                               .arg(QString::fromStdString(project.network.find(reachability->nodes()[from])->name),
                                    QString::fromStdString(target.address.toString()),
                                    !answer.certain    ? "perhaps"
                                    : answer.reachable ? "yes"
                                                       : "no"));
        }
    }
    answers.sort();
    return answers;
}

} // namespace

/// Networks that are built for real and captured by the real tools: what is captured prints what the kernel prints, and
/// answers as the network does that was built.
class TestCapture : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void labs_data();
    void labs();
    void machines_data();
    void machines();

private:
    std::vector<Trial> m_trials;
};

void TestCapture::initTestCase()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("NOTHING WAS CAPTURED FROM THE KERNEL: " + why));
    const QString only = qEnvironmentVariable("NETDRAFT_LABS");
    QList<SandboxTask> tasks;
    const netdraft::tests::Turn turn(share);
    for (const Lab &lab : allLabs()) {
        const bool wanted = only.isEmpty() ? isCaptured(lab) && turn.isOf(lab.name)
                                           : QRegularExpression(only).match(lab.name).hasMatch();
        if (!wanted)
            continue;
        Trial trial{lab, simulate(lab), {}, {}, {}};
        askTables(trial);
        trial.task.commands = trial.simulated.sandboxCommands + QStringList{"+ settle", captureCommand};
        tasks.append(trial.task);
        m_trials.push_back(std::move(trial));
    }
    auto results = runSandboxes(tasks, 4);
    for (std::size_t i = 0; i < m_trials.size(); ++i)
        m_trials[i].real = std::move(results[i]);
}

void TestCapture::labs_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_trials.size(); ++i)
        QTest::newRow(qPrintable(m_trials[i].lab.name)) << static_cast<int>(i);
}

void TestCapture::labs()
{
    QFETCH(const int, index);
    Trial &trial = m_trials[static_cast<std::size_t>(index)];
    const QString file = QString("commands.%1").arg(trial.lab.commands.size());
    const QString captured = trial.real->read(file + ".out");
    const auto project = readProject(captured.toStdString(), "captured");
    QVERIFY2(project, qPrintable(trial.real->read(file + ".err") + captured.left(300)));
    QCOMPARE(trial.real->read(file + ".err"), QString());
    QCOMPARE(trial.real->status(file), 0);
    const QStringList built = answersOf(trial.simulated.project);
    const QStringList found = answersOf(*project);
    // Compared as the kernel prints it.
    trial.simulated.project = *project;
    Figures figures;
    const QString differences = textOf(compareTables(
        trial, figures, [](const Netns &, const QString &text) { return text; },
        [](const Netns &, const QString &text) { return text; }));
    if (!differences.isEmpty())
        qWarning().noquote() << differences;
    for (const KnownRow &known : knownRows)
        QEXPECT_FAIL(known.lab, known.why, Continue);
    QVERIFY(differences.isEmpty());
    QCOMPARE(found.join('\n'), built.join('\n'));
}

void TestCapture::machines_data()
{
    QTest::addColumn<QString>("script");
    const QDir folder(NETDRAFT_SOURCE_DIR "/tests/kernel/captures");
    for (const QString &name : folder.entryList({"*.sh"}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

void TestCapture::machines()
{
    if (::geteuid() != 0)
        QSKIP("CAPTURES OF MACHINES WERE NOT TESTED: they take root");
    QFETCH(const QString, script);
    const QTemporaryDir directory;
    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::MergedChannels);
    sandbox.start("unshare",
                  {"--net", "--mount", "--pid", "--fork", "--mount-proc", "--kill-child", "bash",
                   NETDRAFT_SOURCE_DIR "/tests/kernel/captured.sh", script, directory.path(), NETDRAFT_PROGRAM});
    QVERIFY(sandbox.waitForFinished(120'000));
    QCOMPARE(readText(directory.filePath("built.err")), QString());

    // Nothing was left out, and what the capture says of the machine is what its raw answers say again.
    QCOMPARE(readText(directory.filePath("said.txt")), QString());
    QCOMPARE(readText(directory.filePath("status")).trimmed(), QString("0"));
    const QString text = readText(directory.filePath("captured"));
    auto project = readProject(text.toStdString(), "captured");
    QVERIFY2(project, qPrintable(text.left(400)));
    const auto source = loadSource(directory.filePath("raw").toStdString());
    QVERIFY(source);
    const auto again = import(*source);
    QVERIFY(again);
    QVERIFY(again->isWhole());
    QCOMPARE(QString::fromStdString(writeProject(again->project)), text);

    // Three namespaces beside the machine, with a cable each.
    QCOMPARE(project->network.namespaces().size(), std::size_t{4});
    for (const auto &netns : project->network.namespaces()) {
        for (const Link &link : netns->links)
            QVERIFY2(!link.veth() || project->network.find(link.veth()->peer), link.name.c_str());
    }
    QCOMPARE(comparableAnswer("iptables-save", simulatedOutput(*project, "iptables-save")),
             comparableAnswer("iptables-save", readText(directory.filePath("raw/machine/iptables.txt"))));

    // It answers as the kernel did.
    QStringList real = readText(directory.filePath("pings")).split('\n', Qt::SkipEmptyParts);
    real.sort();
    QVERIFY(real.size() >= 12);
    const QStringList simulated = answersOf(*project);
    std::set<QString> asked;
    for (const QString &line : simulated)
        asked.insert(line.section(' ', 0, 1));
    for (const QString &line : real) {
        const QString pair = line.section(' ', 0, 1);
        if (asked.contains(pair))
            QVERIFY2(simulated.contains(line), qPrintable("the kernel says: " + line));
    }
    QVERIFY(asked.size() >= 12);

    // And so does the port that is published, once somebody listens behind it.
    const auto web = std::ranges::find_if(project->network.namespaces(), [](const auto &netns) {
        return std::ranges::any_of(netns->links, [](const Link &link) {
            return std::ranges::any_of(link.addresses4, [](const LinkAddress &address) {
                return address.local.address == IpAddress(Ipv4Address(203, 0, 113, 2));
            });
        });
    });
    QVERIFY(web != project->network.namespaces().end());
    const auto listening = apply(*project, EditList{AddSocket{(*web)->name, Transport::Tcp, Ipv4Address(), false, 80}});
    QVERIFY(listening);
    const auto probed = [&](const char *words) {
        return type(*project, QString("ip netns exec router nc -z -w 3 ") + words).status == 0 ? QString("open\n")
                                                                                               : QString("closed\n");
    };
    QCOMPARE(probed("192.0.2.2 8080"), readText(directory.filePath("probe")));
    QCOMPARE(probed("203.0.113.2 80"), readText(directory.filePath("direct")));
    QCOMPARE(probed("192.0.2.2 8080"), QString("open\n"));
}

NETDRAFT_TEST(TestCapture)
#include "tst_capture.moc"
