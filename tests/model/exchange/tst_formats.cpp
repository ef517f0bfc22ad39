#include "model/exchange/exchange.h"
#include "tests/registered.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace netdraft;

namespace {

const QString cases = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/exchange");

std::string readAll(const QString &path)
{
    const auto text = model::readFile(path.toStdString());
    return text ? *text : std::string();
}

/// What stands in a folder, as paths below it, in their order.
QStringList filesIn(const QString &folder)
{
    QStringList names;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        names.append(QDir(folder).relativeFilePath(each.next()));
    names.sort();
    return names;
}

QString omissions(const model::Exported &exported)
{
    QString text;
    for (const std::string &line : exported.omitted)
        text += QString::fromStdString(line) + '\n';
    return text;
}

} // namespace

/// Each export format writes what stands in the case folders:
/// tests/data/exchange/FORMAT/CASE/{input.netdraft,expected.*}, for a folder's form a folder `expected`, and where it
/// leaves something out omitted.txt, a line for each. With NETDRAFT_UPDATE_EXPECTED=1 the expected files are
/// written instead, for review.
class TestFormats : public QObject
{
    Q_OBJECT

private slots:
    void writes_data();
    void writes();
    void scriptsAreCleanUnderShellcheck_data();
    void scriptsAreCleanUnderShellcheck();
};

void TestFormats::writes_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("folder");
    for (const QString &format : QDir(cases).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (!model::exportFormat(format.toStdString()))
            continue;
        const QDir folder(cases + '/' + format);
        for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::addRow("%s: %s", qPrintable(format), qPrintable(name)) << format << folder.filePath(name);
    }
}

void TestFormats::writes()
{
    QFETCH(const QString, format);
    QFETCH(const QString, folder);
    const QString input = folder + "/input.netdraft";
    const auto project = model::readProject(readAll(input), input.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());

    const model::ExportFormat &form = *model::exportFormat(format.toStdString());
    const auto written = form.write(*project, {QDir(folder).dirName().toStdString()});
    QVERIFY2(written, written ? "" : describe(written.error()).c_str());

    const QString expected = folder + "/expected" +
                             (form.isFolder() ? QString() : '.' + QString::fromStdString(std::string(form.extension)));
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QDir(expected).removeRecursively();
        QFile::remove(folder + "/omitted.txt");
        if (!written->omitted.empty())
            QVERIFY(
                model::writeFileAtomically((folder + "/omitted.txt").toStdString(), omissions(*written).toStdString()));
        const auto done = model::writeExported(expected.toStdString(), form, *written);
        QVERIFY2(done, done ? "" : describe(done.error()).c_str());
    }
    QStringList names;
    for (const model::OutputFile &file : written->files) {
        const QString name = QString::fromStdString(file.name);
        const QString path = form.isFolder() ? expected + '/' + name : expected;
        QCOMPARE(QString::fromStdString(file.text), QString::fromStdString(readAll(path)));
        QCOMPARE(QFileInfo(path).isExecutable(), file.executable);
        names.append(name);
    }
    if (form.isFolder())
        QCOMPARE(filesIn(expected), names);
    QCOMPARE(omissions(*written), QString::fromStdString(readAll(folder + "/omitted.txt")));
}

void TestFormats::scriptsAreCleanUnderShellcheck_data()
{
    QTest::addColumn<QString>("script");
    const QDir folder(cases + "/bash");
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        QTest::addRow("%s", qPrintable(name)) << folder.filePath(name) + "/expected.sh";
}

void TestFormats::scriptsAreCleanUnderShellcheck()
{
    QFETCH(const QString, script);
    if (QStandardPaths::findExecutable("shellcheck").isEmpty())
        QSKIP("shellcheck is not installed (apt install shellcheck)");
    QProcess shellcheck;
    shellcheck.start("shellcheck", {"--norc", script});
    QVERIFY(shellcheck.waitForFinished(60000));
    QCOMPARE(QString::fromUtf8(shellcheck.readAllStandardOutput()), QString());
    QCOMPARE(shellcheck.exitCode(), 0);
}

NETDRAFT_TEST(TestFormats)
#include "tst_formats.moc"
