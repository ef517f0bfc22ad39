#include "tests/registered.h"
#include "tests/transcript.h"
#include "text_file.h"
#include "turn.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <atomic>
#include <future>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace netdraft::tests;

namespace {

QStringList sandbox()
{
    return ::geteuid() == 0 ? QStringList{"unshare", "--net", "--mount"}
                            : QStringList{"unshare", "--user", "--map-root-user", "--net", "--mount"};
}

/// Runs a program in a sandbox of its own; what it says goes to `trouble` if it does not succeed.
bool runInSandbox(const QStringList &words, QString &trouble)
{
    const QStringList all = sandbox() + words;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(all.first(), all.mid(1));
    if (process.waitForFinished(-1) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    trouble = QString::fromUtf8(process.readAll()).trimmed();
    return false;
}

/// The shell that stands in for the prompt names itself and its line.
QString withoutShell(QString text)
{
    return text.replace("bash: line 1: ", "bash: ");
}

/// ifconfig lists IPv6 addresses in the order of a hash that differs from boot to boot.
QString withSortedAddresses(const QString &text)
{
    QStringList lines = text.split('\n');
    const auto isAddress = [](const QString &line) { return line.startsWith("        inet6 "); };
    for (auto first = lines.begin(); first != lines.end();) {
        const auto end = std::find_if_not(first, lines.end(), isAddress);
        std::sort(first, end);
        first = end == lines.end() ? end : end + 1;
    }
    return lines.join('\n');
}

/// Times differ from run to run, but for the simulation's, so do the timers of bridges and the date that iptables-save
/// writes.
QString withoutPingTimes(QString text)
{
    static const QRegularExpression date(" on \\w{3} \\w{3} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\n");
    text.replace(date, " on Thu Jan  1 00:00:00 1970\n");
    static const QRegularExpression timer("_timer +\\d+\\.\\d\\d");
    static const QRegularExpression jsonTimer("_timer\":\\d+\\.\\d\\d");
    text.replace(timer, "_timer    0.00").replace(jsonTimer, "_timer\":0.00");
    // Of dig: the number that it draws, when it asked and how long that took.
    static const QRegularExpression queryId(", id: \\d+\n");
    static const QRegularExpression queryTime(";; Query time: \\d+ msec\n;; SERVER");
    static const QRegularExpression queryDate(";; WHEN: [^\n]*\n");
    text.replace(queryId, ", id: 0\n").replace(queryTime, ";; Query time: 0 msec\n;; SERVER");
    text.replace(queryDate, ";; WHEN: Thu Jan 01 00:00:00 UTC 1970\n");
    // What several packets took is their pauses, of whole seconds, and a little.
    static const QRegularExpression several("(packet loss, time [1-9]\\d*)\\d{3}ms");
    text.replace(several, "\\1000ms");
    // tracepath's, whose three seconds are those after which a neighbour is given up; curl's, which are whole seconds
    // or none, but for what the machine took.
    static const QRegularExpression hop("  0\\.\\d{3}ms");
    static const QRegularExpression lateHop("3\\d{3}\\.\\d{3}ms");
    text.replace(hop, "  0.100ms").replace(lateHop, "3000.000ms");
    static const QRegularExpression seconds(" after (\\d+)\\d{3} (ms|milliseconds)");
    static const QRegularExpression none(" after \\d{1,3} ms");
    text.replace(seconds, " after \\1000 \\2").replace(none, " after 0 ms");
    // What a link has carried by itself.
    static const QRegularExpression counters("([RT]X packets) \\d+  bytes \\d+ \\([^)]*\\)");
    text.replace(counters, "\\1 0  bytes 0 (0.0 B)");
    static const QRegularExpression dropped("(errors \\d+  dropped) \\d+");
    text.replace(dropped, "\\1 0");
    static const QRegularExpression row("^(\\S+ +\\d+) +\\d+ +0 +0 0 +\\d+ +0 +0 +0 (\\w+)$",
                                        QRegularExpression::MultilineOption);
    text.replace(row, "\\1        0      0      0 0             0      0      0      0 \\2");
    static const QRegularExpression statistics("^ +\\d+ +\\d+ +0 +0 +0 +\\d+ $", QRegularExpression::MultilineOption);
    text.replace(statistics, "             0       0      0       0       0       0 ");
    static const QRegularExpression transitions("^( +0 +0 +0 +0) +\\d+ $", QRegularExpression::MultilineOption);
    text.replace(transitions, "\\1       0 ");
    static const QRegularExpression one("(time=|  )[0-9]+\\.?[0-9]* ms");
    static const QRegularExpression all("= [0-9./]+ ms");
    return text.replace(one, "\\10.100 ms").replace(all, "= 0.100/0.100/0.100/0.000 ms");
}

/// The program that a command starts, inside `ip netns exec` if it is there.
QString toolOf(const QString &command)
{
    static const QRegularExpression program("^(?:ip netns exec [^ ]+ )?([^ ]+)");
    return program.match(command).captured(1);
}

/// Which of these programs are not installed here.
QStringList missingTools(const QStringList &tools)
{
    QStringList missing;
    for (const QString &tool : tools) {
        QProcess lookup;
        lookup.start("sh", {"-c", "PATH=$PATH:/usr/sbin:/sbin; command -v " + tool});
        if (!lookup.waitForFinished(-1) || lookup.exitCode() != 0)
            missing << tool;
    }
    return missing;
}

/// The transcript as the real tools write it here; none, and why, if there is no sandbox for it.
std::optional<Transcript> played(Transcript transcript, QString &trouble)
{
    const QTemporaryDir folder;
    QFile commands(folder.filePath("commands"));
    if (!commands.open(QIODevice::WriteOnly))
        return std::nullopt;
    for (const Transcript::Entry &entry : transcript.entries)
        if (!entry.isComment())
            commands.write(entry.line.toUtf8() + '\n');
    commands.close();
    if (!runInSandbox({"bash", NETDRAFT_SOURCE_DIR "/tests/kernel/transcript.sh", folder.path()}, trouble))
        return std::nullopt;
    int number = 0;
    for (Transcript::Entry &entry : transcript.entries) {
        if (entry.isComment())
            continue;
        const QString base = folder.filePath(QString::number(number++));
        entry.out = withSortedAddresses(withoutPingTimes(readText(base + ".out")));
        entry.err = withoutPingTimes(withoutShell(readText(base + ".err")));
        entry.status = readText(base + ".status").trimmed().toInt();
    }
    return transcript;
}

/// All transcripts, played several at a time: most of their time goes by in waiting until all is at rest.
class Players
{
public:
    struct Played {
        std::optional<Transcript> transcript;
        QString trouble;
    };

    Players() = default;
    ~Players() { m_next = m_played.size(); } // what has not begun does not begin
    Players(const Players &) = delete;
    Players &operator=(const Players &) = delete;

    void start(const QStringList &names)
    {
        for (const QString &name : names)
            m_played.push_back({name, std::promise<Played>()});
        for (int i = 0; i < atOnce; ++i)
            m_threads.emplace_back([this] { work(); });
    }
    /// Waits for it.
    Played result(const QString &name)
    {
        const auto found = std::ranges::find(m_played, name, &Part::name);
        return found->result.get_future().get();
    }

private:
    static constexpr int atOnce = 6;
    struct Part {
        QString name;
        std::promise<Played> result;
    };

    std::vector<Part> m_played;
    std::atomic<std::size_t> m_next = 0;
    std::vector<std::jthread> m_threads;

    void work()
    {
        for (std::size_t i = m_next++; i < m_played.size(); i = m_next++) {
            Played done;
            if (auto transcript = readTranscript(m_played[i].name))
                done.transcript = played(std::move(*transcript), done.trouble);
            m_played[i].result.set_value(std::move(done));
        }
    }
};

QStringList namesOfRun()
{
    constexpr unsigned share = 4;
    const Turn turn(share);
    QStringList names = transcriptNames();
    names.removeIf([&](const QString &name) { return !turn.isOf(name); });
    return names;
}

} // namespace

/// What the transcripts say beside the real tools on the kernel of this machine: one in so many, or, with
/// NETDRAFT_EVERY_LAB, all.
class TestCommandOutput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();
    void cleanupTestCase();

private:
    Players m_players;
    QStringList m_missing;
    int m_notCompared = 0;
};

void TestCommandOutput::initTestCase()
{
    QString trouble;
    if (!runInSandbox({"sh", "-c", "mount -t tmpfs tmpfs /run && ip link set lo up"}, trouble))
        QSKIP(qPrintable("SKIPPED: no network namespace can be made here: " + trouble));
    QProcess version;
    version.start("sh", {"-c", "PATH=$PATH:/usr/sbin:/sbin ip -V"});
    version.waitForFinished(-1);
    const QString said = QString::fromUtf8(version.readAll());
    if (!said.contains("iproute2-6.1"))
        QSKIP(qPrintable("SKIPPED: the transcripts are of iproute2 6.1, and here is " + said.trimmed()));
    for (const QString &name : uncheckedTranscriptNames())
        qInfo("not checked by this kernel: %s", qPrintable(name));
    m_missing = missingTools({"traceroute", "brctl", "route", "arp", "ovs-vsctl", "ovs-appctl", "mawk", "column",
                              "ifconfig", "netstat", "tracepath", "ethtool", "curl", "nc"});
    if (!runInSandbox(
            {"sh", "-c", "PATH=$PATH:/usr/sbin:/sbin tc qdisc add dev lo root tbf rate 1mbit burst 2k latency 1ms"},
            trouble))
        m_missing << "tc"; // which may have a kernel without sch_tbf
    const QStringList nameTools{"dig", "nslookup", "host", "getent"};
    if (!missingTools({"dnsmasq", "dig", "nslookup", "host"}).isEmpty())
        m_missing << nameTools;
    m_players.start(namesOfRun());
}

void TestCommandOutput::agrees_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : namesOfRun())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCommandOutput::agrees()
{
    QFETCH(QString, name);
    const auto transcript = readTranscript(name);
    QVERIFY(transcript);
    auto [real, trouble] = m_players.result(name);
    // On a busy machine a tool may have waited for less than its time, and a neighbour have been given up before it.
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (attempt > 0)
            real = played(*transcript, trouble);
        QVERIFY2(real, qPrintable(trouble));
        for (qsizetype i = 0; i < real->entries.size(); ++i)
            if (m_missing.contains(toolOf(real->entries[i].command())))
                real->entries[i] = transcript->entries[i];
        if (real->text() == transcript->text())
            break;
    }
    m_notCompared += static_cast<int>(std::ranges::count_if(transcript->entries, [&](const Transcript::Entry &entry) {
        return m_missing.contains(toolOf(entry.command()));
    }));

    const bool update = qEnvironmentVariableIntValue("NETDRAFT_UPDATE_EXPECTED") != 0;
    int wrong = 0;
    for (qsizetype i = 0; i < real->entries.size(); ++i) {
        const Transcript::Entry &expected = transcript->entries[i];
        const Transcript::Entry &entry = real->entries[i];
        if (entry.results() == expected.results() || (update && entry.isQuestion()))
            continue;
        ++wrong;
        qWarning().noquote() << entry.line + "\n--- transcript\n" + expected.results() + "--- here\n" + entry.results();
    }
    if (update) {
        QFile file(transcriptFolder() + '/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(real->text().toUtf8());
    }
    QCOMPARE(wrong, 0);
}

void TestCommandOutput::cleanupTestCase()
{
    // `./test` shows this line.
    if (m_notCompared > 0)
        QTextStream(stdout) << "CONFORMANCE: " << m_notCompared << " commands were NOT COMPARED, for there is no "
                            << m_missing.join(", no ") << " here\n";
}

NETDRAFT_TEST(TestCommandOutput)
#include "tst_command_output.moc"
