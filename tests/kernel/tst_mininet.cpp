#include "model/exchange/exchange.h"
#include "named_network.h"
#include "sandbox.h"
#include "tests/registered.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace netdraft;

namespace {

/// Why Mininet cannot build networks here; empty when it can.
QString whyNoMininet()
{
    if (::geteuid() != 0)
        return "Mininet works for root alone";
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        return why;
    if (QProcess::execute("/usr/bin/python3", {"-c", "import mininet.net"}) != 0)
        return "Mininet is not installed (apt install mininet)";
    return {};
}

struct Run {
    int status = -1;
    QString said;
};

/// What a script for Mininet says of its network.
Run check(const std::string &script)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath("lab.py");
    if (!model::writeFileAtomically(file.toStdString(), script))
        return {};
    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::MergedChannels);
    sandbox.start("unshare", {"--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "bash",
                              NETDRAFT_SOURCE_DIR "/tests/kernel/mininet.sh", file, "--check"});
    if (!sandbox.waitForFinished(-1))
        return {};
    return {sandbox.exitCode(), QString::fromUtf8(sandbox.readAll()).trimmed()};
}

model::Result<model::Exported> scriptOf(const model::Project &project)
{
    return model::exportFormat("mininet")->write(project, {"lab"});
}

} // namespace

/// Scripts for Mininet, run by Mininet itself: every ping is as predicted. With NETDRAFT_EVERY_LAB=1 those of all of
/// tests/kernel/networks from which nothing is left out.
class TestMininet : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void agrees_data();
    void agrees();
    void findsWhatIsNotAsPredicted();
};

void TestMininet::initTestCase()
{
    if (const QString why = whyNoMininet(); !why.isEmpty())
        QSKIP(qPrintable(why));
}

void TestMininet::agrees_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<bool>("whole"); ///< nothing of it may be left out
    QStringList networks{
        "example:routing", "example:routing-solved", "example:ipv6",   "case:machine",         "case:names",
        "case:sockets",    "dual-stack-lan",         "macvlan-bridge", "netfilter-masquerade", "policy-from",
        "stp-triangle",    "vxlan-bridged",          "ecmp-both-good",
    };
    if (QFile::exists("/usr/sbin/radvd"))
        networks.append("case:radvd");
    for (const QString &network : networks)
        QTest::addRow("%s", qPrintable(network)) << network << true;
    if (!qEnvironmentVariableIsSet("NETDRAFT_EVERY_LAB"))
        return;
    for (const Lab &lab : allLabs()) {
        if (!networks.contains(lab.name))
            QTest::addRow("%s", qPrintable(lab.name)) << lab.name << false;
    }
}

void TestMininet::agrees()
{
    QFETCH(const QString, network);
    QFETCH(const bool, whole);
    const auto project = networkNamed(network);
    QVERIFY(project);
    const auto exported = scriptOf(*project);
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    if (!exported->omitted.empty()) {
        QVERIFY2(!whole, exported->omitted.front().c_str());
        QSKIP(exported->omitted.front().c_str());
    }
    const Run run = check(exported->file().text);
    QVERIFY2(run.status == 0 && run.said.contains(" as predicted, 0 not, "), qPrintable(run.said));
}

void TestMininet::findsWhatIsNotAsPredicted()
{
    const auto project = networkNamed("network:two-devices");
    QVERIFY(project);
    auto exported = scriptOf(*project);
    QVERIFY(exported);
    // A's link stays down, and the prediction knows nothing of it.
    std::string text = exported->file().text;
    const std::string up = "    (\"A\", [\"ip\", \"link\", \"set\", \"eth0\", \"up\"]),\n";
    QVERIFY(text.find(up) != std::string::npos);
    text.erase(text.find(up), up.size());
    const Run run = check(text);
    QVERIFY2(run.status == 1, qPrintable(run.said));
    QVERIFY2(run.said.contains("DIFFERENT: A -> "), qPrintable(run.said));
}

NETDRAFT_TEST(TestMininet)
#include "tst_mininet.moc"
