#include "model/terminal/terminal.h"
#include "tests/registered.h"
#include "tests/transcript.h"

#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace netdraft::model;
using namespace netdraft::tests;

namespace {

/// The commands of a line, which pipes join.
QStringList commandsOf(const QString &line)
{
    QStringList commands{QString()};
    QChar quote;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quote.isNull() && line.mid(i, 3) == " | ") {
            commands.append(QString());
            i += 2;
            continue;
        }
        if (c == '\\' && quote != '\'') {
            commands.last() += c;
            commands.last() += line.mid(++i, 1);
            continue;
        }
        if (quote.isNull() && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = QChar();
        commands.last() += c;
    }
    return commands;
}

/// The program that a command starts, inside `ip netns exec` if it is there; of ip with what it is asked about.
QString toolOf(const QString &command)
{
    static const QRegularExpression program("^(?:sudo )?(?:ip netns exec [^ ]+ )?([^ ]+)");
    static const QRegularExpression object("^ip(?: -n [^ ]+| -[^ ]+)* ([a-z]+)");
    const QString tool = program.match(command).captured(1);
    const QString about = object.match(command).captured(1);
    return tool == "ip" && !about.isEmpty() ? "ip " + about : tool;
}

/// What a line does: the last of its commands, with what all said on their standard error, and all their edits.
Outcome runLine(const Project &project, const QString &line)
{
    Outcome all;
    std::string piped;
    bool first = true;
    for (const QString &command : commandsOf(line)) {
        const auto words = splitWords(command.toStdString());
        if (!words)
            return {{2, {}, describe(words.error())}, {}};
        Outcome one = run(project, hostNetns, *words, first ? std::string_view() : std::string_view(piped));
        piped = std::move(one.reply.out);
        all.reply.err += one.reply.err;
        all.reply.status = one.reply.status;
        all.edits.add(std::move(one.edits));
        first = false;
    }
    all.reply.out = std::move(piped);
    return all;
}

} // namespace

/// What the simulated tools print beside what the real ones printed, byte for byte.
class TestTranscripts : public QObject
{
    Q_OBJECT

private slots:
    void prints_data();
    void prints();
    void cleanupTestCase();

private:
    std::map<QString, int> m_counts; ///< of commands, by the tool
};

void TestTranscripts::prints_data()
{
    QTest::addColumn<QString>("name");
    QVERIFY(!transcriptNames().isEmpty());
    for (const QString &name : transcriptNames())
        QTest::newRow(qPrintable(name)) << name;
    for (const QString &name : uncheckedTranscriptNames())
        QTest::addRow("not checked by this kernel: %s", qPrintable(name)) << name;
}

void TestTranscripts::prints()
{
    QFETCH(QString, name);
    const auto expected = readTranscript(name);
    QVERIFY(expected);
    Project project;
    QStringList wrong;
    for (Transcript::Entry entry : expected->entries) {
        if (entry.isComment())
            continue;
        const QString results = entry.results();
        const Outcome outcome = runLine(project, entry.command());
        QVERIFY2(apply(project, outcome.edits), qPrintable(entry.line));
        entry.out = QString::fromStdString(outcome.reply.out);
        entry.err = QString::fromStdString(outcome.reply.err);
        entry.status = outcome.reply.status;
        for (const QString &command : commandsOf(entry.command()))
            ++m_counts[toolOf(command)];
        if (entry.results() != results)
            wrong << entry.line + "\n--- expected\n" + results + "--- got\n" + entry.results();
    }
    for (const QString &difference : wrong)
        qWarning().noquote() << difference;
    QCOMPARE(wrong.size(), 0);
}

/// How many commands of each tool there are.
void TestTranscripts::cleanupTestCase()
{
    int all = 0;
    for (const auto &[tool, count] : m_counts) {
        qInfo("%s: %d commands", qPrintable(tool), count);
        all += count;
    }
    qInfo("together: %d commands", all);
}

NETDRAFT_TEST(TestTranscripts)
#include "tst_transcripts.moc"
