#include "lab.h"
#include "model/exchange/verify.h"
#include "model/reachability/reachability.h"
#include "sandbox.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace netdraft::model;

namespace {

/// What is asked of every node once the network stands.
const QStringList nodeTables{"addr", "-j addr", "route show table all", "-j route show table all",
                             "neigh show nud permanent"};

QString nameOf(const Network &network, NetnsId id)
{
    return QString::fromStdString(network.find(id)->name);
}

/// Routes that the kernel makes for link-local addresses stand, where they are equal but for their interface, in the
/// order in which the interfaces were found to have carrier, and those to the addresses themselves in the order of
/// addresses that may be random: each such run is sorted.
QString withSortedLinkLocalRoutes(const QString &text)
{
    const bool json = text.startsWith('[');
    const QString between = json ? "},{" : "\n";
    const QStringList kinds =
        json ? QStringList{"\"dst\":\"fe80::/64\"", "\"type\":\"local\",\"dst\":\"fe80::", "\"dst\":\"fe80::\",",
                           "\"dst\":\"ff00::/8\""}
             : QStringList{"fe80::/64 ", "local fe80::", "anycast fe80:: ", "multicast ff00::/8 "};
    const auto kindOf = [&](const QString &part) {
        return std::ranges::find_if(
                   kinds, [&](const QString &kind) { return json ? part.contains(kind) : part.startsWith(kind); }) -
               kinds.begin();
    };
    // The brackets around a list belong to no part of it.
    const qsizetype end = json ? text.lastIndexOf('}') : text.size();
    QStringList parts = text.left(end).mid(json ? 2 : 0).split(between);
    for (qsizetype first = 0; first < parts.size();) {
        qsizetype last = first + 1;
        while (last < parts.size() && kindOf(parts[last]) == kindOf(parts[first]))
            ++last;
        if (kindOf(parts[first]) < kinds.size())
            std::sort(parts.begin() + first, parts.begin() + last);
        first = last;
    }
    return parts.join(between);
}

/// What ping prints of time.
QString withoutTimes(QString text)
{
    static const QRegularExpression times(R"(time[ =<][0-9.]+ ?ms|= [0-9./]+ ms)");
    return text.replace(times, "TIME");
}

/// The first line in which the two are unlike, cut to the part where they part.
QString difference(const QString &what, const QString &simulated, const QString &real)
{
    const QStringList left = simulated.split('\n');
    const QStringList right = real.split('\n');
    qsizetype line = 0;
    while (line < left.size() && line < right.size() && left[line] == right[line])
        ++line;
    const QString a = left.value(line);
    const QString b = right.value(line);
    qsizetype column = 0;
    while (column < a.size() && column < b.size() && a[column] == b[column])
        ++column;
    const auto part = [&](const QString &text) { return text.mid(std::max<qsizetype>(0, column - 60), 160); };
    return QString("\n    %1, line %2:\n      simulation: %3\n      kernel:     %4")
        .arg(what)
        .arg(line + 1)
        .arg(part(a), part(b));
}

} // namespace

struct Pair {
    NetnsId from;
    IpAddress to;
    Answer answer;
};

/// One network: its simulation, and what its sandbox was asked.
struct Row {
    Lab lab;
    SimulatedLab simulated;
    SandboxTask task;
    std::vector<Pair> pairs;
    std::unique_ptr<SandboxResult> real;
};

/// Every network of `networks/` built twice: by the simulation, and by the kernel in a sandbox of its own.
class TestConformance : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asTyped_data();
    void asTyped();
    void cleanupTestCase();

private:
    void ask(Row &row);
    QString compareCommands(const Row &row);
    QString compareTables(const Row &row);
    QString comparePings(const Row &row);
    QString withSimulatedMacs(const Row &row, QString text) const;

    std::vector<Row> m_rows;
    int m_commands = 0;
    int m_tables = 0;
    int m_pairs = 0;
    int m_reachable = 0;
    int m_uncertain = 0;
    int m_unknown = 0;
};

void TestConformance::ask(Row &row)
{
    const Network &network = row.simulated.project.network;
    row.task.commands = row.simulated.sandboxCommands;
    for (const auto &netns : network.namespaces()) {
        const QString name = QString::fromStdString(netns->name);
        row.task.nodes.append(QString("%1 %2").arg(name).arg(netns->links.size()));
        for (const QString &table : nodeTables)
            row.task.tables.append((name == "host" ? QString("ip ") : QString("ip -n %1 ").arg(name)) + table);
    }
    const auto reachability = Reachability::of(network);
    // Where two have one address, whoever was heard last is meant next.
    for (const Target &target : reachability->targets())
        row.task.inTurn = row.task.inTurn || reachability->plane().holders(target.address) > 1;
    for (std::size_t from = 0; from < reachability->nodes().size(); ++from)
        for (std::size_t to = 0; to < reachability->targets().size(); ++to) {
            const IpAddress address = reachability->targets()[to].address;
            row.pairs.push_back({reachability->nodes()[from], address, reachability->answer(from, to)});
            row.task.pings.append(nameOf(network, reachability->nodes()[from]) + ' ' +
                                  QString::fromStdString(address.toString()));
        }
}

void TestConformance::initTestCase()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("THE SIMULATION WAS NOT COMPARED WITH THE KERNEL: " + why));
    const QString only = qEnvironmentVariable("NETDRAFT_LABS");
    QList<SandboxTask> tasks;
    for (const Lab &lab : allLabs()) {
        if (!only.isEmpty() && !QRegularExpression(only).match(lab.name).hasMatch())
            continue;
        Row row{lab, simulate(lab), {}, {}, {}};
        ask(row);
        tasks.append(row.task);
        m_rows.push_back(std::move(row));
    }
    QVERIFY(!m_rows.empty());
    auto results = runSandboxes(tasks, 8);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].real = std::move(results[i]);
}

void TestConformance::asTyped_data()
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(m_rows[i].lab.name)) << static_cast<int>(i);
}

/// The hardware address of a bridge, and the link-local address formed from it, are random in the kernel.
QString TestConformance::withSimulatedMacs(const Row &row, QString text) const
{
    const QStringList lines = row.real->read("macs").split('\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size() && i < row.simulated.bridgeMacs.size(); ++i) {
        const auto real = MacAddress::parse(lines[i].section(' ', 2, 2).toStdString());
        const auto simulated = MacAddress::parse(row.simulated.bridgeMacs[i].toStdString());
        if (!real || !simulated)
            continue;
        text.replace(QString::fromStdString(real->toString()), QString::fromStdString(simulated->toString()));
        text.replace(QString::fromStdString(linkLocalOf(*real).toString()),
                     QString::fromStdString(linkLocalOf(*simulated).toString()));
    }
    return text;
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
                withoutTimes(withSimulatedMacs(row, row.real->read(file + ".out"))));
        compare("errors", QString::fromStdString(reply.err), row.real->read(file + ".err"));
        ++m_commands;
    }
    return differences;
}

QString TestConformance::compareTables(const Row &row)
{
    QString differences;
    for (qsizetype i = 0; i < row.task.tables.size(); ++i) {
        const QString simulated = withSortedLinkLocalRoutes(simulatedOutput(row.simulated.project, row.task.tables[i]));
        const QString real =
            withSortedLinkLocalRoutes(withSimulatedMacs(row, row.real->read(QString("tables.%1").arg(i))));
        if (simulated != real)
            differences += difference(row.task.tables[i], simulated, real);
        ++m_tables;
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

void TestConformance::asTyped()
{
    QFETCH(int, index);
    const Row &row = m_rows[static_cast<std::size_t>(index)];
    QVERIFY(row.real->isValid());
    QVERIFY2(!row.lab.says.isEmpty(), "the file does not say what it shows");
    QCOMPARE(row.real->read("troubles"), QString());
    const QString differences = compareCommands(row) + compareTables(row) + comparePings(row);
    QVERIFY2(differences.isEmpty(), qPrintable(row.lab.says + differences));
}

void TestConformance::cleanupTestCase()
{
    if (m_unknown > 0)
        qWarning("CONFORMANCE: %d commands are not simulated and were NOT COMPARED", m_unknown);
    qInfo(
        "CONFORMANCE: %d networks, %d ordered pairs (%d reachable, %d not certain), %d commands and %d tables compared",
        static_cast<int>(m_rows.size()), m_pairs, m_reachable, m_uncertain, m_commands, m_tables);
}

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
