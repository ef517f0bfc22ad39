#include "agreement.h"
#include "model/exchange/exchange.h"
#include "model/exchange/lab_script.h"
#include "seed.h"
#include "tests/registered.h"
#include "turn.h"

#include <QRegularExpression>
#include <QTest>
#include <QTextStream>

#include <unistd.h>

using namespace netdraft::model;
using namespace netdraft::tests;

namespace {

/// How a network comes into its sandbox.
enum class Way {
    Typed,    ///< by the lab's own commands
    Exported, ///< by the script that an export of what they made writes
    AsNobody, ///< the same, run by the user nobody
};

/// Networks that an export cannot give back whole, since something of them only history explains: held to the kernel is
/// then what reading the script gives.
const QStringList historical{
    "bridge-after-last-port", // has no carrier, unlike a bridge that never had a port
    "link-moved",             // the moved end is as new, but the other has had carrier and so checked its address
    "ecmp-dead-hop",          // a hop whose link is down was added when it was up
    "multipath-ipv6-dead",    // the same
};

/// One network of so many is built; one of so many also by its export, and one of so many by that as the user nobody:
/// what differs then is not the network but the script, and the rights.
constexpr unsigned networksShare = 4;
constexpr unsigned exportsShare = 8;
constexpr unsigned nobodysShare = 32;

/// Of what only reads, one question in so many is asked.
constexpr int questionsShare = 4;

/// One network: its simulation, and what its sandbox was asked.
struct BuiltRow {
    Trial trial;
    Way way = Way::Typed;
};

/// The lab is built by its export, and taken down in the end.
void exportTo(BuiltRow &row)
{
    Trial &trial = row.trial;
    SandboxTask &task = trial.task;
    const auto file = exportFormat("bash")->write(trial.simulated.project, {trial.lab.name.toStdString()});
    if (!file)
        qFatal("%s cannot be exported: %s", qPrintable(trial.lab.name), describe(file.error()).c_str());
    if (historical.contains(trial.lab.name))
        trial.simulated.project = readProject(file->file().text, file->file().name).value();
    task.script = QString::fromStdString(file->file().text);
    task.commands = QStringList{"> bash lab.sh up"};
    task.asNobody = row.way == Way::AsNobody;
    const bool usesMachine = trial.simulated.project.network.find(hostNetns)->links.size() > 1;
    if (task.asNobody || usesMachine)
        task.leave = QStringList{"bash lab.sh down"};
}

/// What to ask the sandbox of a row, and what to expect.
void askAgreement(BuiltRow &row)
{
    if (row.way == Way::Typed)
        row.trial.task.commands = row.trial.simulated.sandboxCommands;
    else
        exportTo(row);
    askTables(row.trial);
    if (row.way == Way::Typed)
        askOthers(row.trial, qEnvironmentVariableIsSet("NETDRAFT_EVERY_LAB") ? 1 : questionsShare, seedOfRun());
    askPings(row.trial);
    if (row.way == Way::Typed)
        askTraces(row.trial, 8);
}

/// Whether the script of a network is sure to end as it is drawn, and does not say otherwise itself.
bool isPromised(const Project &project)
{
    const auto file = exportFormat("bash")->write(project, {"lab"});
    return !file || file->file().text.find(mark::chance) == std::string::npos;
}

/// That the script built the network without a word of trouble, and took it down without a trace.
QString compareExport(const SandboxResult &real)
{
    QString differences;
    if (real.status("commands.0") != 0 || !real.read("commands.0.err").isEmpty())
        differences += "\n    lab.sh up: " + real.read("commands.0.err");
    if (const QString left = real.read("left"); !left.isEmpty())
        differences += "\n    left behind after lab.sh down: " + left;
    return differences;
}

/// Compares the tables of a network that was built as a row says.
Disagreements compareTablesOf(const BuiltRow &row, Figures &figures)
{
    const Trial &trial = row.trial;
    if (row.way == Way::Typed)
        return compareTables(
                   trial, figures, [](const Netns &, const QString &text) { return text; },
                   [&](const Netns &, const QString &text) { return withFirstMacs(trial, text); }) +
               compareOthers(trial, figures);
    return compareTables(
        trial, figures,
        [](const Netns &netns, const QString &text) { return withoutNetnsids(withLastLinkLocals(netns, text)); },
        [&](const Netns &netns, const QString &text) { return withoutNetnsids(withMacsOf(trial, netns, text)); });
}

} // namespace

/// Every network of `networks/` built in the simulation, and by the kernel: as its commands are typed, and as its
/// export builds it. NETDRAFT_LABS, a regular expression, names the networks if not all are wanted; with
/// NETDRAFT_EVERY_LAB all are, else a share that each commit has another of.
class TestConformance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asTyped_data() { addRows(Way::Typed); }
    void asTyped() { agrees(); }
    void asExported_data() { addRows(Way::Exported); }
    void asExported() { agrees(); }
    void asNobody_data();
    void asNobody();
    void cleanupTestCase();

private:
    void addRows(Way way);
    void agrees();
    QString differences(const BuiltRow &row);
    std::vector<BuiltRow> m_rows;
    QString m_whyNotNobody;
    QString m_whyNotOvs;
    QStringList m_notPromised; ///< labs whose scripts say themselves that they may end otherwise
    int m_networks = 0;
    Figures m_figures;
};

void TestConformance::initTestCase()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("THE SIMULATION WAS NOT COMPARED WITH THE KERNEL: " + why));
    m_whyNotNobody = ::geteuid() == 0 ? whyNoSandbox(true) : "an ordinary user runs this test already";
    m_whyNotOvs = whyNoOpenVswitch();
    if (!m_whyNotOvs.isEmpty())
        QTextStream(stdout) << "CONFORMANCE: NETWORKS WITH OPEN VSWITCH ARE NOT COMPARED: " << m_whyNotOvs << '\n';
    const bool ovsAsNobody = m_whyNotNobody.isEmpty() && whyNoOpenVswitch(true).isEmpty();
    const QString only = qEnvironmentVariable("NETDRAFT_LABS");
    const Turn typed(networksShare);
    const Turn exports(exportsShare);
    const Turn nobodys(nobodysShare);
    QList<SandboxTask> tasks;
    for (const Lab &lab : allLabs()) {
        if (only.isEmpty() ? !typed.isOf(lab.name) : !QRegularExpression(only).match(lab.name).hasMatch())
            continue;
        const bool hasOvs = usesOpenVswitch(lab.commands);
        if (hasOvs && !m_whyNotOvs.isEmpty())
            continue;
        const SimulatedLab simulated = simulate(lab);
        ++m_networks;
        QList<Way> ways{Way::Typed};
        if (!only.isEmpty() || exports.isOf(lab.name))
            ways.append(Way::Exported);
        if ((!only.isEmpty() || nobodys.isOf(lab.name)) && m_whyNotNobody.isEmpty() && (!hasOvs || ovsAsNobody))
            ways.append(Way::AsNobody);
        if (!isPromised(simulated.project)) {
            m_notPromised.append(lab.name);
            ways = {Way::Typed};
        }
        for (const Way way : ways) {
            BuiltRow row{{lab, simulated, {}, {}, {}}, way};
            askAgreement(row);
            tasks.append(row.trial.task);
            m_rows.push_back(std::move(row));
        }
    }
    QVERIFY(!m_rows.empty());
    auto results = runSandboxes(tasks, 20); // they mostly wait
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].trial.real = std::move(results[i]);
}

void TestConformance::addRows(Way way)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].way == way)
            QTest::newRow(qPrintable(m_rows[i].trial.lab.name)) << static_cast<int>(i);
}

void TestConformance::asNobody_data()
{
    addRows(Way::AsNobody);
    if (!m_whyNotNobody.isEmpty())
        QTest::newRow("all") << -1;
}

void TestConformance::asNobody()
{
    if (::geteuid() != 0)
        return; // all was done by an ordinary user
    if (!m_whyNotNobody.isEmpty())
        QSKIP(qPrintable("THE EXPORTS WERE NOT BUILT AS THE USER NOBODY: " + m_whyNotNobody));
    agrees();
}

/// How what the kernel made of a row differs from its simulation; nothing if they agree.
QString TestConformance::differences(const BuiltRow &row)
{
    const Trial &trial = row.trial;
    return (row.way == Way::Typed ? textOf(compareCommands(trial, m_figures)) : compareExport(*trial.real)) +
           textOf(compareTablesOf(row, m_figures)) + textOf(comparePings(trial, m_figures)) +
           textOf(compareTraces(trial, m_figures));
}

void TestConformance::agrees()
{
    QFETCH(int, index);
    BuiltRow &row = m_rows[static_cast<std::size_t>(index)];
    Trial &trial = row.trial;
    QVERIFY(trial.real->isValid());
    QVERIFY2(!trial.lab.says.isEmpty(), "the file does not say what it shows");
    QString found = trial.real->read("troubles") + differences(row);
    if (!found.isEmpty()) {
        // A machine with much else to do may be late in what takes time; what is wrong is so alone as well.
        QTextStream(stdout) << "CONFORMANCE: " << trial.lab.name << " is built again, since "
                            << found.simplified().left(600) << '\n';
        trial.real = std::move(runSandboxes({trial.task}, 1).front());
        found = trial.real->read("troubles") + differences(row);
    }
    if (!found.isEmpty()) // QVERIFY2 would cut it short
        qWarning().noquote() << trial.lab.says + found;
    QVERIFY(found.isEmpty());
}

void TestConformance::cleanupTestCase()
{
    // `./test` shows these lines.
    QTextStream out(stdout);
    if (!m_notPromised.isEmpty())
        out << "CONFORMANCE: not built by scripts, which say themselves that they may end otherwise: "
            << m_notPromised.join(", ") << '\n';
    if (m_figures.unknown > 0)
        out << "CONFORMANCE: " << m_figures.unknown << " commands are not simulated and were NOT COMPARED\n";
    out << "CONFORMANCE: " << m_networks << " networks, built " << m_rows.size() << " times; " << m_figures.pairs
        << " ordered pairs pinged (" << m_figures.reachable << " reachable, " << m_figures.uncertain
        << " not certain), " << m_figures.traces << " ways traced, " << m_figures.commands << " commands and "
        << m_figures.tables << " tables compared\n";
}

NETDRAFT_TEST(TestConformance)
#include "tst_conformance.moc"
