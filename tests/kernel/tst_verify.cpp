#include "model/exchange/exchange.h"
#include "model/exchange/verify.h"
#include "tests/registered.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <unistd.h>

using namespace netdraft;

namespace {

bool mayMakeNamespaces()
{
    QStringList words{"--net", "--mount"};
    if (::geteuid() != 0)
        words << "--user" << "--map-root-user";
    return QProcess::execute("unshare", words + QStringList{"true"}) == 0;
}

model::Project projectIn(const QString &file)
{
    const auto text = model::readFile(file.toStdString());
    const auto project = text ? model::readProject(*text, file.toStdString()) : model::Project{};
    if (!text || !project)
        qFatal("%s cannot be read", qPrintable(file));
    return *project;
}

/// Whether a program runs on this machine with these words.
bool runs(const QByteArray &commandLine)
{
    const auto processes = QDir("/proc").entryList({"[0-9]*"}, QDir::Dirs);
    return std::ranges::any_of(processes, [&](const QString &process) {
        QFile words("/proc/" + process + "/cmdline");
        return words.open(QIODevice::ReadOnly) && words.readAll().replace('\0', ' ').trimmed() == commandLine;
    });
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheKernel_data();
    void agreesWithTheKernel();
    void leavesNoProgramBehind();
    void saysWhyItCannot();
};

void TestVerify::agreesWithTheKernel_data()
{
    QTest::addColumn<QString>("file");
    const QDir examples(NETDRAFT_SOURCE_DIR "/resources/examples");
    for (const QString &name : examples.entryList({"*.netdraft"}))
        QTest::addRow("%s", qPrintable(name)) << examples.filePath(name);
    QTest::newRow("the machine as a router") << NETDRAFT_SOURCE_DIR "/tests/data/exchange/bash/machine/input.netdraft";
}

void TestVerify::agreesWithTheKernel()
{
    QFETCH(const QString, file);
    if (!mayMakeNamespaces())
        QSKIP("no network namespaces here: neither as root nor in a user namespace");
    const model::Project project = projectIn(file);
    const auto result = model::verify(project);
    if (!result && describe(result.error()).find("Unknown device type") != std::string::npos)
        QSKIP("this kernel has no links of a kind that the network has");
    QVERIFY2(result, result ? "" : describe(result.error()).c_str());
    QVERIFY2(result->agrees(), result->report().c_str());
    QVERIFY(!result->pairs.empty() || file.endsWith("/switching.netdraft")); // where nobody has an address yet
    QCOMPARE(result->count(model::Agreement::Agrees), result->pairs.size());
    QVERIFY(result->tables >= 3 * (project.network.namespaces().size() - 1));
    const QString report = QString::fromStdString(result->report());
    QCOMPARE(report.count('\n'), static_cast<qsizetype>(result->pairs.size()) + 1);
}

void TestVerify::leavesNoProgramBehind()
{
    if (!mayMakeNamespaces())
        QSKIP("no network namespaces here: neither as root nor in a user namespace");
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QByteArray(NETDRAFT_PORT_TOOLS) + ':' + path);
    const auto result =
        model::verify(projectIn(NETDRAFT_SOURCE_DIR "/tests/data/exchange/bash/sockets/input.netdraft"));
    qputenv("PATH", path);
    QVERIFY2(result, result ? "" : describe(result.error()).c_str());
    QVERIFY2(result->agrees(), result->report().c_str());
    QTRY_VERIFY(!runs("nc -lku 5353"));
    QVERIFY(!runs("nc -lk 2001:db8::1 81"));
}

void TestVerify::saysWhyItCannot()
{
    QTemporaryDir folder;
    QFile tool(folder.filePath("unshare"));
    QVERIFY(tool.open(QIODevice::WriteOnly));
    tool.write("#!/bin/sh\necho 'unshare: unshare failed: Operation not permitted' >&2\nexit 1\n");
    tool.close();
    QVERIFY(tool.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", folder.path().toLocal8Bit() + ':' + path);
    const auto result = model::verify(projectIn(NETDRAFT_SOURCE_DIR "/tests/data/networks/two-devices.netdraft"));
    qputenv("PATH", path);
    QVERIFY(!result);
    QCOMPARE(result.error().code, model::ErrorCode::Io);
    QVERIFY(QString::fromStdString(describe(result.error())).contains("Operation not permitted"));
}

NETDRAFT_TEST(TestVerify)
#include "tst_verify.moc"
