#include "tests/transcript.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

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
    if (process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    trouble = QString::fromUtf8(process.readAll()).trimmed();
    return false;
}

QString readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The shell that stands in for the prompt names itself and its line.
QString withoutShell(QString text)
{
    return text.replace("bash: line 1: ", "bash: ");
}

/// Times differ from run to run, but for the simulation's; so does the date that iptables-save writes.
QString withoutTimes(QString text)
{
    static const QRegularExpression date(" on \\w{3} \\w{3} [ 0-9]\\d \\d\\d:\\d\\d:\\d\\d \\d{4}\n");
    text.replace(date, " on Thu Jan  1 00:00:00 1970\n");
    static const QRegularExpression one("(time=|  )[0-9]+\\.?[0-9]* ms");
    static const QRegularExpression all("= [0-9./]+ ms");
    return text.replace(one, "\\10.100 ms").replace(all, "= 0.100/0.100/0.100/0.000 ms");
}

} // namespace

/// What the transcripts say beside the real tools on the kernel of this machine.
class TestCommandOutput : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();
};

void TestCommandOutput::initTestCase()
{
    QString trouble;
    if (!runInSandbox({"sh", "-c", "mount -t tmpfs tmpfs /run && ip link set lo up"}, trouble))
        QSKIP(qPrintable("SKIPPED: no network namespace can be made here: " + trouble));
    QProcess version;
    version.start("sh", {"-c", "PATH=$PATH:/usr/sbin:/sbin ip -V"});
    version.waitForFinished();
    const QString said = QString::fromUtf8(version.readAll());
    if (!said.contains("iproute2-6.1"))
        QSKIP(qPrintable("SKIPPED: the transcripts are of iproute2 6.1, and here is " + said.trimmed()));
    for (const QString &name : uncheckedTranscriptNames())
        qInfo("not checked by this kernel: %s", qPrintable(name));
}

void TestCommandOutput::agrees_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : transcriptNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestCommandOutput::agrees()
{
    QFETCH(QString, name);
    auto transcript = readTranscript(name);
    QVERIFY(transcript);
    QTemporaryDir folder;
    QFile commands(folder.filePath("commands"));
    QVERIFY(commands.open(QIODevice::WriteOnly));
    for (const Transcript::Entry &entry : transcript->entries)
        if (!entry.isComment())
            commands.write(entry.line.toUtf8() + '\n');
    commands.close();
    QString trouble;
    QVERIFY2(runInSandbox({"bash", NETDRAFT_SOURCE_DIR "/tests/kernel/transcript.sh", folder.path()}, trouble),
             qPrintable(trouble));

    const bool update = qEnvironmentVariableIntValue("NETDRAFT_UPDATE_EXPECTED") != 0;
    QStringList wrong;
    int number = 0;
    for (Transcript::Entry &entry : transcript->entries) {
        if (entry.isComment())
            continue;
        const QString base = folder.filePath(QString::number(number++));
        Transcript::Entry real{entry.line, withoutTimes(readAll(base + ".out")), withoutShell(readAll(base + ".err")),
                               readAll(base + ".status").trimmed().toInt()};
        if (real.results() == entry.results())
            continue;
        if (!update || !entry.isQuestion())
            wrong << entry.line + "\n--- transcript\n" + entry.results() + "--- here\n" + real.results();
        else
            entry = real;
    }
    if (update) {
        QFile file(transcriptFolder() + '/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(transcript->text().toUtf8());
    }
    for (const QString &difference : wrong)
        qWarning().noquote() << difference;
    QCOMPARE(wrong.size(), 0);
}

QTEST_GUILESS_MAIN(TestCommandOutput)
#include "tst_command_output.moc"
