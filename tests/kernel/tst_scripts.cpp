#include "agreement.h"
#include "model/exchange/exchange.h"
#include "model/exchange/script_format.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QTest>
#include <QTextStream>

using namespace netdraft::model;

namespace {

/// A bridge's link-local address was formed from the hardware address that the kernel drew for it at first, and stays
/// when the bridge takes over another.
QString withKnownLinkLocals(const Trial &trial, const Netns &netns, const QString &text)
{
    const QString addresses =
        trial.real->read("tables." + QString::fromStdString(netns.name) + " -j").section('\n', 0, 0);
    QHash<QString, Replacements> links;
    for (const QJsonValue &entry : QJsonDocument::fromJson(addresses.toUtf8()).array()) {
        const QString name = entry["ifname"].toString();
        const Link *link = netns.find(std::string_view(name.toStdString()));
        for (const QJsonValue &address : entry["addr_info"].toArray())
            if (link && address["scope"].toString() == "link" && address["family"].toString() == "inet6")
                links[name].append(
                    {address["local"].toString(), QString::fromStdString(linkLocalOf(link->mac).toString())});
    }
    return replacedByLink(text, links);
}

} // namespace

/// Every script of tests/data/scripts run by bash in a sandbox, and imported: the tables of all namespaces and every
/// ping are compared. A line `# run: WORDS` in it says with which arguments bash runs it, a line `# without traps` that
/// what it would take down at its end stays.
class TestScripts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();
    void cleanupTestCase();

private:
    QString differences(const Trial &trial);
    std::vector<Trial> m_trials;
    Figures m_figures;
};

void TestScripts::initTestCase()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("SCRIPTS WERE NOT COMPARED WITH THE KERNEL: " + why));
    const QString only = qEnvironmentVariable("NETDRAFT_SCRIPTS");
    QList<SandboxTask> tasks;
    const QDir folder(NETDRAFT_SOURCE_DIR "/tests/data/scripts");
    for (const QFileInfo &entry : folder.entryInfoList({"*.sh"}, QDir::Files, QDir::Name)) {
        if (!only.isEmpty() && !entry.fileName().contains(only))
            continue;
        const auto source = loadSource(entry.filePath().toStdString());
        QVERIFY(source);
        auto imported = readShellScript(*source);
        QVERIFY2(imported, imported ? "" : describe(imported.error()).c_str());
        Trial trial;
        trial.lab.name = entry.completeBaseName();
        trial.simulated.project = std::move(imported->project);
        const QString text = QString::fromUtf8(source->text().data(), static_cast<qsizetype>(source->text().size()));
        trial.task.script = text;
        const QString arguments = text.section("# run: ", 1).section('\n', 0, 0);
        trial.task.commands = text.contains("# without traps") ? QStringList{"> bash -c 'trap() { :; }; . ./lab.sh'"}
                                                               : QStringList{"> bash lab.sh " + arguments};
        trial.task.commands.prepend("+ sudo() { \"$@\"; }; export -f sudo"); // which need not be here
        askTables(trial);
        askPings(trial);
        tasks.append(trial.task);
        m_trials.push_back(std::move(trial));
    }
    QVERIFY(!m_trials.empty());
    auto results = runSandboxes(tasks, 12);
    for (std::size_t i = 0; i < m_trials.size(); ++i)
        m_trials[i].real = std::move(results[i]);
}

void TestScripts::agrees_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_trials.size(); ++i)
        QTest::newRow(qPrintable(m_trials[i].lab.name)) << static_cast<int>(i);
}

QString TestScripts::differences(const Trial &trial)
{
    QString found = trial.real->read("troubles");
    if (trial.real->status("commands.0") != 0)
        found += "\n    the script fails: " + trial.real->read("commands.0.err") + trial.real->read("commands.0.out");
    return found +
           textOf(compareTables(
               trial, m_figures,
               [](const Netns &netns, const QString &text) { return withoutNetnsids(withLastLinkLocals(netns, text)); },
               [&](const Netns &netns, const QString &text) {
                   return withoutNetnsids(withMacsOf(trial, netns, withKnownLinkLocals(trial, netns, text)));
               })) +
           textOf(comparePings(trial, m_figures));
}

void TestScripts::agrees()
{
    QFETCH(int, index);
    Trial &trial = m_trials[static_cast<std::size_t>(index)];
    QVERIFY(trial.real->isValid());
    QString found = differences(trial);
    if (!found.isEmpty()) {
        // A machine with much else to do may be late in what takes time; what is wrong is so alone as well.
        QTextStream(stdout) << "SCRIPTS: " << trial.lab.name << " is run again, since " << found.simplified().left(600)
                            << '\n';
        trial.real = std::move(runSandboxes({trial.task}, 1).front());
        found = differences(trial);
    }
    if (!found.isEmpty())
        qWarning().noquote() << found;
    QVERIFY(found.isEmpty());
}

void TestScripts::cleanupTestCase()
{
    QTextStream(stdout) << "SCRIPTS: " << m_trials.size() << " scripts run by bash; " << m_figures.pairs
                        << " ordered pairs pinged (" << m_figures.reachable << " reachable, " << m_figures.uncertain
                        << " not certain), " << m_figures.tables << " tables compared\n";
}

NETDRAFT_TEST(TestScripts)
#include "tst_scripts.moc"
