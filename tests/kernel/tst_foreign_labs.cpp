#include "agreement.h"
#include "model/exchange/containerlab_topology.h"
#include "model/exchange/exchange.h"
#include "model/exchange/lab_wiring.h"
#include "tests/registered.h"
#include "turn.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace netdraft::model;

namespace {

/// One network in so many is built by each engine, beside the examples.
constexpr unsigned oneLabIn = 72;

/// A network as one engine's lab.
struct EngineRow {
    Trial trial;
    QString engine;
    std::unique_ptr<QTemporaryDir> folder;      ///< where the lab is
    std::map<std::string, std::string> devices; ///< what the lab calls a node, by the node's name
};

QString shellQuoted(const QString &path)
{
    return '\'' + path + '\'';
}

/// The lines that containerlab.sh reads.
std::string linesOf(const ContainerlabTopology &topology)
{
    std::string text;
    for (const ContainerlabTopology::Node &node : topology.nodes)
        text += "node\t" + node.name + '\n';
    for (const ContainerlabTopology::Link &link : topology.links)
        text += "link\t" + link.one.node + '\t' + link.one.interface + '\t' + link.other.node + '\t' +
                link.other.interface + '\t' + std::to_string(link.mtu) + '\n';
    for (const ContainerlabTopology::Node &node : topology.nodes) {
        for (const ContainerlabTopology::Command &command : node.exec)
            text += "exec\t" + node.name + '\t' + command.text + '\n';
    }
    return text;
}

/// Writes the lab and says how it is started; false where the form leaves something out.
bool build(EngineRow &row)
{
    const bool kathara = row.engine != "containerlab";
    const ExportFormat &format = *exportFormat(kathara ? "kathara" : "containerlab");
    const auto exported = format.write(row.trial.simulated.project, {"lab"});
    if (!exported)
        qFatal("%s cannot be exported: %s", qPrintable(row.trial.lab.name), describe(exported.error()).c_str());
    if (!exported->omitted.empty())
        return false;
    row.folder = std::make_unique<QTemporaryDir>();
    const QString sources = NETDRAFT_SOURCE_DIR "/tests/kernel/";
    std::string remarks;
    if (kathara) {
        for (const OutputFile &file : exported->files) {
            if (!writeFileAtomically(row.folder->filePath(QString::fromStdString(file.name)).toStdString(), file.text))
                qFatal("cannot write the lab");
            if (file.name == "lab.conf")
                remarks = file.text;
        }
        row.trial.task.commands = QStringList{"> bash " + shellQuoted(sources + "kathara.sh") + ' ' +
                                              shellQuoted(row.folder->path()) + ' ' + row.engine};
    } else {
        remarks = exported->file().text;
        const auto topology = readTopology(parseYaml(remarks, "lab.clab.yml")->front(), "lab.clab.yml");
        const QString lines = row.folder->filePath("lab");
        if (!topology || !writeFileAtomically(lines.toStdString(), linesOf(*topology)))
            qFatal("cannot write the lab");
        row.trial.task.commands =
            QStringList{"> bash " + shellQuoted(sources + "containerlab.sh") + ' ' + shellQuoted(lines)};
    }
    for (const auto &[device, remark] : nodeRemarks(remarks))
        row.devices[remark.original] = device;
    return true;
}

/// Every node pings every address, under the names that the nodes have there.
void askEngine(EngineRow &row)
{
    askPings(row.trial);
    for (QString &line : row.trial.task.pings) {
        const std::string node = line.section(' ', 0, 0).toStdString();
        line = "k-" + QString::fromStdString(row.devices[node]) + ' ' + line.section(' ', 1);
    }
    row.trial.task.nodes = QStringList{"host 0"};
    for (const auto &[node, device] : row.devices)
        row.trial.task.nodes.append("k-" + QString::fromStdString(device) + " 0");
}

Lab exampleLab(const QString &path, SimulatedLab &simulated)
{
    const auto text = readFile(path.toStdString());
    simulated.project = *readProject(*text, path.toStdString());
    return {QFileInfo(path).completeBaseName(), {}, {}};
}

} // namespace

/// Networks as labs of other engines, started by scripts that do what these engines do: the same pings get through as
/// in the simulation of what was drawn.
class TestForeignLabs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();
    void cleanupTestCase();

private:
    std::vector<EngineRow> m_rows;
    Figures m_figures;
};

void TestForeignLabs::initTestCase()
{
    if (const QString reason = whyNoSandbox(); !reason.isEmpty())
        QSKIP(qPrintable(reason));
    const auto add = [&](const Lab &lab, const SimulatedLab &simulated) {
        for (const char *engine : {"docker", "kubernetes", "containerlab"}) {
            EngineRow row;
            row.trial.lab = lab;
            row.trial.simulated = simulated;
            row.engine = engine;
            if (!build(row))
                continue;
            askEngine(row);
            m_rows.push_back(std::move(row));
        }
    };
    const QDir examples(NETDRAFT_SOURCE_DIR "/resources/examples");
    for (const QString &name : examples.entryList({"*.netdraft"})) {
        SimulatedLab simulated;
        const Lab lab = exampleLab(examples.filePath(name), simulated);
        add(lab, simulated);
    }
    const QRegularExpression picked(qEnvironmentVariable("NETDRAFT_LABS"));
    const netdraft::tests::Turn turn(oneLabIn);
    for (const Lab &lab : allLabs()) {
        if (picked.pattern().isEmpty() ? turn.isOf(lab.name) : picked.match(lab.name).hasMatch())
            add(lab, simulate(lab));
    }

    QList<SandboxTask> tasks;
    for (const EngineRow &row : m_rows)
        tasks.append(row.trial.task);
    auto results = runSandboxes(tasks, 4);
    for (std::size_t i = 0; i < results.size(); ++i)
        m_rows[i].trial.real = std::move(results[i]);
}

void TestForeignLabs::agrees_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        QTest::addRow("%s: %s", qPrintable(m_rows[i].engine), qPrintable(m_rows[i].trial.lab.name))
            << static_cast<int>(i);
}

void TestForeignLabs::agrees()
{
    QFETCH(const int, index);
    Trial &trial = m_rows[static_cast<std::size_t>(index)].trial;
    QCOMPARE(trial.real->read("troubles"), QString());
    if (trial.real->read("commands.0.err").startsWith("Error: Unknown device type."))
        QSKIP("this kernel has no links of a kind that the network has");
    QCOMPARE(trial.real->read("commands.0.err"), QString());
    Disagreements found = comparePings(trial, m_figures);
    if (!found.isEmpty()) { // on a busy machine an answer may come too late: once more, alone
        qInfo("%s disagreed once", qPrintable(trial.lab.name));
        trial.real = std::move(runSandboxes({trial.task}, 1).front());
        QCOMPARE(trial.real->read("commands.0.err"), QString());
        found = comparePings(trial, m_figures);
    }
    QVERIFY2(found.isEmpty(), qPrintable(textOf(found)));
}

void TestForeignLabs::cleanupTestCase()
{
    qInfo("%d pings of %d labs, %d reachable, %d not certain", m_figures.pairs, static_cast<int>(m_rows.size()),
          m_figures.reachable, m_figures.uncertain);
}

NETDRAFT_TEST(TestForeignLabs)
#include "tst_foreign_labs.moc"
