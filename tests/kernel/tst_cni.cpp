#include "sandbox.h"
#include "tests/cni_snippet.h"
#include "tests/registered.h"
#include "turn.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <vector>

using namespace netdraft;

/// CNI plugins, as they are called from a terminal, beside Debian's in a sandbox each: what they print, how they end,
/// and all tables, rules and files that they leave. One in four, or, with NETDRAFT_EVERY_LAB, all.
class TestCni : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();

private:
    QTemporaryDir m_directory;
    QList<tests::CniSnippet> m_snippets;
};

namespace {

constexpr qsizetype cniSandboxesAtOnce = 4;

std::unique_ptr<QProcess> startedSandbox(const QString &directory)
{
    auto process = std::make_unique<QProcess>();
    const QStringList words =
        sandboxWords() + QStringList{"bash", NETDRAFT_SOURCE_DIR "/tests/kernel/cni.sh", directory};
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->setStandardOutputFile(directory + "/printed");
    process->setStandardInputFile(QProcess::nullDevice());
    process->start(words.first(), words.mid(1));
    return process;
}

} // namespace

void TestCni::initTestCase()
{
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        QSKIP(qPrintable("CNI PLUGINS WERE NOT COMPARED: " + why));
    if (!QFile::exists("/usr/lib/cni/bridge"))
        QSKIP("CNI PLUGINS WERE NOT COMPARED: containernetworking-plugins is not installed");
    m_snippets = tests::cniSnippets("cni");
    if (!QStandardPaths::findExecutable("cnitool").isEmpty())
        m_snippets += tests::cniSnippets("cni/cnitool");
    constexpr unsigned share = 4;
    const tests::Turn turn(share);
    m_snippets.removeIf([&](const tests::CniSnippet &snippet) { return !turn.isOf(snippet.name); });
    for (qsizetype first = 0; first < m_snippets.size(); first += cniSandboxesAtOnce) {
        std::vector<std::unique_ptr<QProcess>> running;
        for (qsizetype i = first; i < std::min(first + cniSandboxesAtOnce, m_snippets.size()); ++i) {
            const QString directory = m_directory.filePath(QString::number(i));
            QVERIFY(QDir().mkpath(directory));
            QFile file(directory + "/snippet");
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(m_snippets[i].script.toUtf8());
            file.close();
            running.push_back(startedSandbox(directory));
        }
        for (const auto &process : running)
            QVERIFY(process->waitForFinished(-1));
    }
}

void TestCni::agrees_data()
{
    QTest::addColumn<int>("number");
    for (qsizetype i = 0; i < m_snippets.size(); ++i)
        QTest::newRow(qPrintable(m_snippets[i].name)) << static_cast<int>(i);
}

void TestCni::agrees()
{
    QFETCH(const int, number);
    const QStringList real =
        tests::alike(tests::textOfFile(m_directory.filePath(QString("%1/printed").arg(number)))).split('\n');
    const QStringList ours = tests::alike(tests::simulated(m_snippets[number]).text).split('\n');
    QVERIFY2(real.size() > 1, qPrintable(real.join('\n')));
    for (qsizetype i = 0; i < std::min(real.size(), ours.size()); ++i)
        QVERIFY2(
            ours[i] == real[i],
            qPrintable(QString("line %1: \"%2\"; the plugins: \"%3\"").arg(QString::number(i + 1), ours[i], real[i])));
    QCOMPARE(ours.size(), real.size());
}

NETDRAFT_TEST(TestCni)
#include "tst_cni.moc"
