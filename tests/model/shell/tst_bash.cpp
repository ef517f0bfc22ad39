#include "tests/model/shell/plain_world.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace netdraft::model;
using netdraft::tests::PlainWorld;

/// Every snippet of data/shell run here and by the bash of this machine: what it prints, and how it ends. The snippets
/// are in files, apart by lines `### what the next one shows`; they call nothing but bash itself and cat, seq,
/// basename, dirname, expr.
class TestBash : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void sameAsBash_data();
    void sameAsBash();
    void cleanupTestCase();

private:
    int m_count = 0;
};

void TestBash::initTestCase()
{
    QProcess bash;
    bash.start("bash", {"-c", "((BASH_VERSINFO[0] >= 5))"});
    if (!bash.waitForFinished(-1) || bash.exitCode() != 0)
        QSKIP("THE SHELL WAS NOT COMPARED WITH BASH: there is no bash 5 here");
}

void TestBash::sameAsBash_data()
{
    QTest::addColumn<QByteArray>("snippet");
    const QDir folder(NETDRAFT_SOURCE_DIR "/tests/data/shell");
    for (const QFileInfo &entry : folder.entryInfoList({"*.sh"}, QDir::Files, QDir::Name)) {
        QFile file(entry.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray name;
        QByteArray snippet;
        const auto add = [&] {
            if (!name.isEmpty())
                QTest::newRow((entry.completeBaseName().toUtf8() + ": " + name).constData()) << snippet;
        };
        while (!file.atEnd()) {
            const QByteArray line = file.readLine();
            if (!line.startsWith("### ")) {
                snippet += line;
                continue;
            }
            add();
            name = line.mid(4).trimmed();
            snippet.clear();
        }
        add();
    }
}

void TestBash::sameAsBash()
{
    QFETCH(QByteArray, snippet);
    ++m_count;
    QTemporaryDir directory;
    QProcess bash;
    bash.setWorkingDirectory(directory.path());
    QProcessEnvironment environment;
    environment.insert("PATH", "/usr/bin:/bin");
    environment.insert("HOME", "/root");
    environment.insert("LC_ALL", "C.UTF-8");
    bash.setProcessEnvironment(environment);
    bash.setStandardInputFile(QProcess::nullDevice());
    bash.start("bash", {"-c", QString::fromUtf8(snippet), "bash", "one", "two words", ""});
    QVERIFY(bash.waitForFinished(-1));

    PlainWorld world;
    shell::State state = shell::freshState("here");
    state.arguments = {"one", "two words", ""};
    shell::Interpreter interpreter(world, state);
    const int status = interpreter.runScript(
        std::string_view(snippet.constData(), static_cast<std::size_t>(snippet.size())), "snippet");
    for (const std::string &diagnosis : world.diagnoses)
        qInfo("%s", diagnosis.c_str());
    QCOMPARE(QString::fromStdString(world.out), QString::fromUtf8(bash.readAllStandardOutput()));
    QCOMPARE(status, bash.exitCode());
    QCOMPARE(world.err.empty(), bash.readAllStandardError().isEmpty());
}

void TestBash::cleanupTestCase()
{
    QVERIFY(m_count == 0 || m_count >= 150);
}

NETDRAFT_TEST(TestBash)
#include "tst_bash.moc"
