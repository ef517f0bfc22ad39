#include "comparison.h"
#include "lab.h"
#include "model/exchange/exchange.h"
#include "model/reachability/reachability.h"
#include "sandbox.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonValue>
#include <QRegularExpression>
#include <QTest>
#include <QTextStream>

#include <unistd.h>

using namespace netdraft::model;

namespace {

/// What is asked of every node once the network stands, as text and as JSON.
const QStringList questions{"addr", "route show table all", "neigh show nud permanent"};

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
};

/// One network of so many is also built by the user nobody: what differs then is the rights, not the network.
constexpr int nobodysShare = 8;

QString nameOf(const Network &network, NetnsId id)
{
    return QString::fromStdString(network.find(id)->name);
}

struct Pair {
    NetnsId from;
    IpAddress to;
    Answer answer;
};

/// One network: its simulation, and what its sandbox was asked.
struct Row {
    Lab lab;
    SimulatedLab simulated;
    Way way = Way::Typed;
    SandboxTask task;
    std::vector<Pair> pairs;
    std::unique_ptr<SandboxResult> real;
};

/// The lab is built by its export, and taken down in the end.
void exportTo(SandboxTask &task, Row &row)
{
    const auto file = exportFormat("bash")->write(row.simulated.project, row.lab.name.toStdString());
    if (!file)
        qFatal("%s cannot be exported: %s", qPrintable(row.lab.name), describe(file.error()).c_str());
    if (historical.contains(row.lab.name))
        row.simulated.project = readProject(file->text, file->name).value();
    task.script = QString::fromStdString(file->text);
    task.commands = QStringList{"> bash lab.sh up"};
    task.asNobody = row.way == Way::AsNobody;
    const bool usesMachine = row.simulated.project.network.find(hostNetns)->links.size() > 1;
    if (task.asNobody || usesMachine)
        task.leave = QStringList{"bash lab.sh down"};
}

/// What to ask the sandbox of a row, and what to expect.
void ask(Row &row)
{
    const Network &network = row.simulated.project.network;
    if (row.way == Way::Typed)
        row.task.commands = row.simulated.sandboxCommands;
    else
        exportTo(row.task, row);
    row.task.questions = questions;
    for (const auto &netns : network.namespaces())
        row.task.nodes.append(QString("%1 %2").arg(QString::fromStdString(netns->name)).arg(netns->links.size()));
    const auto reachability = Reachability::of(network);
    // Where two have one address, whoever was heard last is meant next.
    for (const Target &target : reachability->targets())
        row.task.inTurn = row.task.inTurn || reachability->plane().holders(target.address) > 1;
    for (std::size_t from = 0; from < reachability->nodes().size(); ++from)
        for (std::size_t to = 0; to < reachability->targets().size(); ++to) {
            const IpAddress address = reachability->targets()[to].address;
            const Answer answer = reachability->answer(from, to);
            row.pairs.push_back({reachability->nodes()[from], address, answer});
            // An answer that comes may be late on a busy machine.
            row.task.pings.append(
                QString("%1 %2 %3")
                    .arg(nameOf(network, reachability->nodes()[from]), QString::fromStdString(address.toString()))
                    .arg(answer.reachable ? 20 : 2));
        }
}

/// As typed, the hardware addresses of bridges alone are drawn by the kernel, and stand for those that the simulated
/// ones had at first.
QString withFirstMacs(const Row &row, QString text)
{
    const QStringList lines = row.real->read("macs").split('\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size() && i < row.simulated.bridgeMacs.size(); ++i) {
        const auto real = MacAddress::parse(lines[i].section(' ', 2, 2).toStdString());
        const auto simulated = MacAddress::parse(row.simulated.bridgeMacs[i].toStdString());
        if (real && simulated)
            text = replaced(text, macReplacements(*real, *simulated));
    }
    return text;
}

/// As exported, every link may have one that the kernel drew.
QString withMacsOf(const Row &row, const Netns &netns, const QString &text)
{
    const QString addresses =
        row.real->read("tables." + QString::fromStdString(netns.name) + " -j").section('\n', 0, 0);
    QHash<QString, Replacements> links;
    for (const QJsonValue &entry : QJsonDocument::fromJson(addresses.toUtf8()).array()) {
        const QString name = entry["ifname"].toString();
        const auto real = MacAddress::parse(entry["address"].toString().toStdString());
        const Link *link = netns.find(std::string_view(name.toStdString()));
        if (link && real)
            links.insert(name, macReplacements(*real, link->mac));
    }
    return replacedByLink(text, links);
}

/// By which numbers namespaces know each other goes back to who was wired first.
QString withoutNetnsids(QString text)
{
    static const QRegularExpression numbers(R"re((link-netnsid |"link_netnsid":)\d+)re");
    return text.replace(numbers, "\\1N");
}

/// A link-local address was formed from the hardware address that the link had when it came up, which need not be the
/// one it has: an export keeps the last alone.
QString withLastLinkLocals(const Netns &netns, const QString &text)
{
    QHash<QString, Replacements> links;
    for (const Link &link : netns.links)
        for (const LinkAddress &address : link.addresses(Family::Ipv6))
            if (address.kernelMade && address.local.address.isLinkLocal())
                links[QString::fromStdString(link.name)].append(
                    {QString::fromStdString(address.local.address.toString()),
                     QString::fromStdString(linkLocalOf(link.mac).toString())});
    return replacedByLink(text, links);
}

} // namespace

/// Every network of `networks/` built in the simulation, and by the kernel: as its commands are typed, and as its
/// export builds it. NETDRAFT_LABS, a regular expression, names the networks if not all are wanted.
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
    QString compareCommands(const Row &row);
    QString compareExport(const Row &row);
    QString compareTables(const Row &row);
    QString comparePings(const Row &row);

    std::vector<Row> m_rows;
    QString m_whyNotNobody;
    int m_networks = 0;
    int m_commands = 0;
    int m_tables = 0;
    int m_pairs = 0;
    int m_reachable = 0;
    int m_uncertain = 0;
    int m_unknown = 0;
};

void TestConformance::initTestCase()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("THE SIMULATION WAS NOT COMPARED WITH THE KERNEL: " + why));
    m_whyNotNobody = ::geteuid() == 0 ? whyNoSandbox(true) : "an ordinary user runs this test already";
    const QString only = qEnvironmentVariable("NETDRAFT_LABS");
    QList<SandboxTask> tasks;
    for (const Lab &lab : allLabs()) {
        if (!only.isEmpty() && !QRegularExpression(only).match(lab.name).hasMatch())
            continue;
        const SimulatedLab simulated = simulate(lab);
        QList<Way> ways{Way::Typed, Way::Exported};
        if (m_networks++ % nobodysShare == 0 && m_whyNotNobody.isEmpty())
            ways.append(Way::AsNobody);
        for (const Way way : ways) {
            Row row{lab, simulated, way, {}, {}, {}};
            ask(row);
            tasks.append(row.task);
            m_rows.push_back(std::move(row));
        }
    }
    QVERIFY(!m_rows.empty());
    auto results = runSandboxes(tasks, 8);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].real = std::move(results[i]);
}

void TestConformance::addRows(Way way)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].way == way)
            QTest::newRow(qPrintable(m_rows[i].lab.name)) << static_cast<int>(i);
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

QString TestConformance::compareCommands(const Row &row)
{
    QString differences;
    for (qsizetype i = 0; i < row.lab.commands.size(); ++i) {
        const Reply &reply = row.simulated.replies[i];
        const QString file = QString("commands.%1").arg(i);
        if (reply.err.ends_with(" is not simulated\n")) {
            ++m_unknown;
            continue;
        }
        const auto compare = [&](const QString &stream, const QString &simulated, const QString &real) {
            if (simulated != real)
                differences += difference(row.lab.commands[i] + " (" + stream + ")", simulated, real);
        };
        compare("status", QString::number(reply.status), QString::number(row.real->status(file)));
        compare("output", withoutTimes(QString::fromStdString(reply.out)),
                withoutTimes(withFirstMacs(row, row.real->read(file + ".out"))));
        compare("errors", QString::fromStdString(reply.err), row.real->read(file + ".err"));
        ++m_commands;
    }
    return differences;
}

/// That the script built the network without a word of trouble, and took it down without a trace.
QString TestConformance::compareExport(const Row &row)
{
    QString differences;
    if (row.real->status("commands.0") != 0 || !row.real->read("commands.0.err").isEmpty())
        differences += "\n    lab.sh up: " + row.real->read("commands.0.err");
    if (const QString left = row.real->read("left"); !left.isEmpty())
        differences += "\n    left behind after lab.sh down: " + left;
    return differences;
}

QString TestConformance::compareTables(const Row &row)
{
    QString differences;
    for (const auto &netns : row.simulated.project.network.namespaces()) {
        const QString name = QString::fromStdString(netns->name);
        for (const QString options : {"", " -j"}) {
            const QString ip = (name == "host" ? QString("ip") : "ip -n " + name) + options + ' ';
            const auto compare = [&](const QString &what, const QString &simulated, const QString &kernel) {
                const bool typed = row.way == Way::Typed;
                const QString left = withSortedLinkLocalRoutes(
                    typed ? simulated : withoutNetnsids(withLastLinkLocals(*netns, simulated)));
                const QString right = withSortedLinkLocalRoutes(
                    typed ? withFirstMacs(row, kernel) : withoutNetnsids(withMacsOf(row, *netns, kernel)));
                if (left != right)
                    differences += difference(ip + what, left, right);
            };
            const QString kernel = row.real->read("tables." + name + options);
            QString all;
            for (qsizetype i = 0; i < questions.size(); ++i) {
                const QString simulated = simulatedOutput(row.simulated.project, ip + questions[i]);
                all += simulated;
                if (!options.isEmpty()) // a list of JSON is a line
                    compare(questions[i], simulated.trimmed(), kernel.section('\n', i, i));
            }
            if (options.isEmpty())
                compare(questions.join(" & "), all, kernel);
            m_tables += static_cast<int>(questions.size());
        }
    }
    return differences;
}

QString TestConformance::comparePings(const Row &row)
{
    QString differences;
    const Network &network = row.simulated.project.network;
    const DataPlane plane(network);
    for (std::size_t i = 0; i < row.pairs.size(); ++i) {
        const Pair &pair = row.pairs[i];
        const Ping one = ping(plane, pair.from, pair.to);
        const QString asked = "ping " + row.task.pings[static_cast<qsizetype>(i)];
        const QString words = QString::fromStdString(reason(network, one));
        if (one.reachable != pair.answer.reachable || one.certain != pair.answer.certain)
            differences += difference(asked, words, "ping() and Reachability disagree with each other");
        ++m_pairs;
        m_reachable += one.reachable ? 1 : 0;
        if (!one.certain) {
            ++m_uncertain;
            continue;
        }
        const QString file = QString("pings.%1").arg(i);
        if (one.reachable != (row.real->status(file) == 0))
            differences += difference(asked, (one.reachable ? "yes: " : "no: ") + words,
                                      row.real->read(file + ".out").section('\n', 1));
    }
    return differences;
}

void TestConformance::agrees()
{
    QFETCH(int, index);
    const Row &row = m_rows[static_cast<std::size_t>(index)];
    QVERIFY(row.real->isValid());
    QVERIFY2(!row.lab.says.isEmpty(), "the file does not say what it shows");
    QCOMPARE(row.real->read("troubles"), QString());
    const QString differences =
        (row.way == Way::Typed ? compareCommands(row) : compareExport(row)) + compareTables(row) + comparePings(row);
    if (!differences.isEmpty()) // QVERIFY2 would cut it short
        qWarning().noquote() << row.lab.says + differences;
    QVERIFY(differences.isEmpty());
}

void TestConformance::cleanupTestCase()
{
    // `./test` shows these lines.
    QTextStream out(stdout);
    if (m_unknown > 0)
        out << "CONFORMANCE: " << m_unknown << " commands are not simulated and were NOT COMPARED\n";
    out << "CONFORMANCE: " << m_networks << " networks, built " << m_rows.size() << " times; " << m_pairs
        << " ordered pairs pinged (" << m_reachable << " reachable, " << m_uncertain << " not certain), " << m_commands
        << " commands and " << m_tables << " tables compared\n";
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
