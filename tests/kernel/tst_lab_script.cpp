#include "model/exchange/bash_format.h"
#include "tests/registered.h"
#include "text_file.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <unistd.h>

using namespace netdraft;

namespace {

const QString scenarios = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/kernel/lab_script");

/// The words after `# KEY: ` in a scenario.
QStringList setting(const QString &scenario, const QString &key)
{
    const QRegularExpression line("^# " + key + ": (.*)$", QRegularExpression::MultilineOption);
    return line.match(scenario).captured(1).split(' ', Qt::SkipEmptyParts);
}

/// Starts a program with a network, mounts and processes of its own: nothing of the machine can be touched, and nothing
/// outlives it.
QStringList sandboxed()
{
    QStringList words{"unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"};
    if (::geteuid() != 0)
        words << "--user" << "--map-root-user";
    return words;
}

} // namespace

/// Lab scripts at work on this kernel: tests/data/kernel/lab_script/CASE/{scenario.sh,expected.USER.txt}. With
/// NETDRAFT_UPDATE_EXPECTED=1 the expected files are written instead, for review.
class TestLabScript : public QObject
{
    Q_OBJECT

private slots:
    void runs_data();
    void runs();
};

void TestLabScript::runs_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("user");
    const QDir folder(scenarios);
    for (const QString &name : folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString scenario = tests::readText(folder.filePath(name) + "/scenario.sh");
        for (const QString &user : setting(scenario, "users"))
            QTest::addRow("%s as %s", qPrintable(name), qPrintable(user)) << folder.filePath(name) << user;
    }
}

void TestLabScript::runs()
{
    QFETCH(const QString, folder);
    QFETCH(const QString, user);
    const QStringList sandbox = sandboxed();
    if (QProcess::execute(sandbox[0], sandbox.mid(1) + QStringList{"true"}) != 0)
        QSKIP("no network namespaces here: neither as root nor in a user namespace");
    if (user == "nobody" && ::geteuid() != 0)
        QSKIP("only root can become the user nobody");

    const QString scenario = folder + "/scenario.sh";
    const QString example = setting(tests::readText(scenario), "example").value(0);
    QString file = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/networks/%1.netdraft").arg(example);
    if (!QFile::exists(file))
        file = QStringLiteral(NETDRAFT_SOURCE_DIR "/resources/examples/%1.netdraft").arg(example);
    if (!QFile::exists(file))
        file = QStringLiteral(NETDRAFT_SOURCE_DIR "/tests/data/exchange/bash/%1/input.netdraft").arg(example);
    const auto project = model::readProject(tests::readText(file).toStdString(), file.toStdString());
    QVERIFY2(project, project ? "" : describe(project.error()).c_str());
    const auto script = model::writeBash(*project, {example.toStdString()});
    QVERIFY(script);

    QProcess shell;
    shell.setProcessChannelMode(QProcess::MergedChannels);
    shell.start(sandbox[0], sandbox.mid(1) + QStringList{"bash", scenarios + "/sandbox.sh", user, scenario});
    shell.write(script->file().text.data(), static_cast<qint64>(script->file().text.size()));
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(-1));
    const QString printed = QString::fromUtf8(shell.readAll());

    const QString expected = QStringLiteral("%1/expected.%2.txt").arg(folder, user);
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED"))
        QVERIFY(model::writeFileAtomically(expected.toStdString(), printed.toStdString()));
    QVERIFY2(printed == tests::readText(expected), qPrintable("instead of " + expected + ":\n" + printed));
}

NETDRAFT_TEST(TestLabScript)
#include "tst_lab_script.moc"
