#include "model/exchange/exchange.h"

#include <QDir>
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

} // namespace

/// Each export format writes what stands in the case folders:
/// tests/data/exchange/FORMAT/CASE/{input.netdraft,expected.*}. With NETDRAFT_UPDATE_EXPECTED=1 the expected files are
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
    const auto written = form.write(*project, QDir(folder).dirName().toStdString());
    QVERIFY2(written, written ? "" : describe(written.error()).c_str());

    const std::string expected = (folder + "/expected.").toStdString() + std::string(form.extension);
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED"))
        QVERIFY(model::writeFileAtomically(expected, written->text, written->executable));
    QCOMPARE(QString::fromStdString(written->text), QString::fromStdString(readAll(QString::fromStdString(expected))));
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

QTEST_GUILESS_MAIN(TestFormats)
#include "tst_formats.moc"
