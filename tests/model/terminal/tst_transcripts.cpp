#include "model/terminal/terminal.h"
#include "tests/transcript.h"

#include <QTest>

using namespace netdraft::model;
using namespace netdraft::tests;

/// What the simulated tools print beside what the real ones printed, byte for byte.
class TestTranscripts : public QObject
{
    Q_OBJECT

private slots:
    void prints_data();
    void prints();
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
        const auto words = splitWords(entry.command().toStdString());
        QVERIFY2(words, qPrintable(entry.line));
        const Outcome outcome = run(project, hostNetns, *words);
        QVERIFY2(apply(project, outcome.edits), qPrintable(entry.line));
        entry.out = QString::fromStdString(outcome.reply.out);
        entry.err = QString::fromStdString(outcome.reply.err);
        entry.status = outcome.reply.status;
        if (entry.results() != results)
            wrong << entry.line + "\n--- expected\n" + results + "--- got\n" + entry.results();
    }
    for (const QString &difference : wrong)
        qWarning().noquote() << difference;
    QCOMPARE(wrong.size(), 0);
}

QTEST_APPLESS_MAIN(TestTranscripts)
#include "tst_transcripts.moc"
