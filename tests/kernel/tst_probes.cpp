#include "comparison.h"
#include "lab.h"
#include "model/exchange/exchange.h"
#include "model/reachability/probe.h"
#include "model/reachability/reachability.h"
#include "sandbox.h"
#include "tests/registered.h"
#include "turn.h"

#include <QRegularExpression>
#include <QTest>
#include <QTextStream>

#include <cerrno>

using namespace netdraft::model;

namespace {

int errnoOf(SocketError error)
{
    switch (error) {
    case SocketError::None: return 0;
    case SocketError::ConnectionRefused: return ECONNREFUSED;
    case SocketError::NetworkUnreachable: return ENETUNREACH;
    case SocketError::NoRouteToHost: return EHOSTUNREACH;
    case SocketError::PermissionDenied: return EACCES;
    case SocketError::NotPermitted: return EPERM;
    case SocketError::InvalidArgument: return EINVAL;
    case SocketError::AddressNotAvailable: return EADDRNOTAVAIL;
    case SocketError::ProtocolUnavailable: return ENOPROTOOPT;
    case SocketError::HostDown: return EHOSTDOWN;
    case SocketError::NotOnNetwork: return ENONET;
    case SocketError::MessageTooLong: return EMSGSIZE;
    case SocketError::NotSupported: return EOPNOTSUPP;
    case SocketError::ProtocolError: return EPROTO;
    case SocketError::TimedOut: return ETIMEDOUT;
    }
    return -1;
}

struct Port {
    Transport transport;
    std::uint16_t number;
};

/// The ports of the line `# probes: tcp/80 udp/53`.
QList<Port> portsOf(const Lab &lab)
{
    QList<Port> ports;
    static const QRegularExpression port("(tcp|udp)/(\\d+)");
    for (auto found = port.globalMatch(lab.probes); found.hasNext();) {
        const auto match = found.next();
        ports.append({match.captured(1) == "tcp" ? Transport::Tcp : Transport::Udp,
                      static_cast<std::uint16_t>(match.captured(2).toUInt())});
    }
    return ports;
}

/// One lab of so many is also built by its export.
constexpr unsigned exportsOfProbes = 4;

/// One lab: its simulation, and what its sandbox was asked.
struct ProbeRow {
    Lab lab;
    SimulatedLab simulated;
    bool exported = false; ///< built by the script that an export writes, not by the lab's own commands
    SandboxTask task;
    std::vector<Probe> probes;
    std::unique_ptr<SandboxResult> real;
};

void askProbes(ProbeRow &row)
{
    const Network &network = row.simulated.project.network;
    row.task.commands = row.simulated.sandboxCommands;
    if (row.exported) {
        const auto file = exportFormat("bash")->write(row.simulated.project, {row.lab.name.toStdString()});
        if (!file)
            qFatal("%s cannot be exported: %s", qPrintable(row.lab.name), describe(file.error()).c_str());
        row.task.script = QString::fromStdString(file->file().text);
        row.task.commands = QStringList{"> bash lab.sh up"};
        row.task.leave = QStringList{"bash lab.sh down"};
    }
    for (const auto &netns : network.namespaces())
        row.task.nodes.append(QString("%1 %2").arg(QString::fromStdString(netns->name)).arg(netns->links.size()));
    const auto reachability = Reachability::of(network);
    for (const NetnsId from : reachability->nodes()) {
        QStringList addresses;
        std::vector<IpAddress> targets;
        for (const Target &target : reachability->targets())
            targets.push_back(target.address);
        for (const QString &more : row.lab.addresses)
            targets.push_back(*IpAddress::parse(more.toStdString()));
        for (const IpAddress &to : targets)
            for (const Port &port : portsOf(row.lab)) {
                Probe one = probe(reachability->plane(), from, to, port.transport, port.number);
                // What nobody answers is waited for as long as a neighbour is asked for; an answer may be late.
                row.task.probes.append(QString("%1 %2 %3 %4 %5")
                                           .arg(QString::fromStdString(network.find(from)->name),
                                                port.transport == Transport::Tcp ? "tcp" : "udp",
                                                QString::fromStdString(to.toString()))
                                           .arg(port.number)
                                           .arg(one.outcome == SocketError::TimedOut ? 5 : 20));
                row.probes.push_back(std::move(one));
            }
    }
}

} // namespace

/// Every lab of `probes/` built in the simulation, and by the kernel: who reaches the ports that it names, and with
/// which error not. NETDRAFT_LABS, a regular expression, names the labs if not all are wanted.
class TestProbes : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void asTyped_data() { addRows(false); }
    void asTyped() { agrees(); }
    void asExported_data() { addRows(true); }
    void asExported() { agrees(); }
    void cleanupTestCase();

private:
    void addRows(bool exported);
    void agrees();
    QString compareCommands(const ProbeRow &row) const;
    QString compareProbes(const ProbeRow &row);

    std::vector<ProbeRow> m_rows;
    int m_probes = 0;
    int m_reached = 0;
    int m_uncertain = 0;
};

void TestProbes::initTestCase()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("THE PROBES WERE NOT COMPARED WITH THE KERNEL: " + why));
    qputenv("PATH", QByteArray(NETDRAFT_PORT_TOOLS) + ':' + qgetenv("PATH"));
    const QString only = qEnvironmentVariable("NETDRAFT_LABS");
    const netdraft::tests::Turn exports(exportsOfProbes);
    QList<SandboxTask> tasks;
    for (const Lab &lab : allLabs("probes")) {
        if (!only.isEmpty() && !QRegularExpression(only).match(lab.name).hasMatch())
            continue;
        const SimulatedLab simulated = simulate(lab);
        for (const bool exported : {false, true}) {
            if (exported && only.isEmpty() && !exports.isOf(lab.name))
                continue;
            ProbeRow row{lab, simulated, exported, {}, {}, {}};
            askProbes(row);
            tasks.append(row.task);
            m_rows.push_back(std::move(row));
        }
    }
    QVERIFY(!m_rows.empty());
    auto results = runSandboxes(tasks, 8);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i].real = std::move(results[i]);
}

void TestProbes::addRows(bool exported)
{
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].exported == exported)
            QTest::newRow(qPrintable(m_rows[i].lab.name)) << static_cast<int>(i);
}

QString TestProbes::compareCommands(const ProbeRow &row) const
{
    QString differences;
    if (row.exported) {
        if (row.real->status("commands.0") != 0 || !row.real->read("commands.0.err").isEmpty())
            differences += "\n    lab.sh up: " + row.real->read("commands.0.err");
        if (const QString left = row.real->read("left"); !left.isEmpty())
            differences += "\n    left behind after lab.sh down: " + left;
        return differences;
    }
    for (qsizetype i = 0; i < row.lab.commands.size(); ++i) {
        const Reply &reply = row.simulated.replies[i];
        const QString file = QString("commands.%1").arg(i);
        if (reply.status != row.real->status(file))
            differences += difference(row.lab.commands[i] + " (status)", QString::number(reply.status),
                                      QString::number(row.real->status(file)));
        if (QString::fromStdString(reply.err) != row.real->read(file + ".err"))
            differences += difference(row.lab.commands[i] + " (errors)", QString::fromStdString(reply.err),
                                      row.real->read(file + ".err"));
        if (row.lab.commands[i].contains(" ss ") && QString::fromStdString(reply.out) != row.real->read(file + ".out"))
            differences += difference(row.lab.commands[i] + " (output)", QString::fromStdString(reply.out),
                                      row.real->read(file + ".out"));
    }
    return differences;
}

QString TestProbes::compareProbes(const ProbeRow &row)
{
    QString differences;
    const Network &network = row.simulated.project.network;
    const QStringList lines = row.real->read("probes.out").split('\n', Qt::SkipEmptyParts);
    QHash<int, int> errors;
    for (const QString &line : lines)
        errors.insert(line.section(' ', 0, 0).toInt(), line.section(' ', 1, 1).toInt());
    for (std::size_t i = 0; i < row.probes.size(); ++i) {
        const Probe &one = row.probes[i];
        ++m_probes;
        m_reached += one.reachable ? 1 : 0;
        if (!one.certain) {
            ++m_uncertain;
            continue;
        }
        const int real = errors.value(static_cast<int>(i), -1);
        if (real != errnoOf(one.outcome))
            differences += QString("\n    %1\n        simulated: %2 (%3)\n        kernel:    %4")
                               .arg(row.task.probes[static_cast<qsizetype>(i)],
                                    QString::fromUtf8(errorText(one.outcome).data(),
                                                      static_cast<qsizetype>(errorText(one.outcome).size())),
                                    QString::fromStdString(reason(network, one)),
                                    real < 0 ? QString("no answer") : QString::fromUtf8(strerror(real)));
    }
    return differences;
}

void TestProbes::agrees()
{
    QFETCH(int, index);
    const ProbeRow &row = m_rows[static_cast<std::size_t>(index)];
    QVERIFY(row.real->isValid());
    QVERIFY2(!row.lab.says.isEmpty(), "the file does not say what it shows");
    QVERIFY2(!row.probes.empty(), "the file names no port to probe");
    QCOMPARE(row.real->read("troubles"), QString());
    const QString differences = compareCommands(row) + compareProbes(row);
    if (!differences.isEmpty()) // QVERIFY2 would cut it short
        qWarning().noquote() << row.lab.says + differences;
    QVERIFY(differences.isEmpty());
}

void TestProbes::cleanupTestCase()
{
    QTextStream(stdout) << "CONFORMANCE: " << m_rows.size() / 2 << " labs with sockets, built " << m_rows.size()
                        << " times; " << m_probes << " probes of ports compared (" << m_reached << " reach, "
                        << m_uncertain << " not certain)\n";
}

NETDRAFT_TEST(TestProbes)
#include "tst_probes.moc"
