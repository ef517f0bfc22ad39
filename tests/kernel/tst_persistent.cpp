#include "model/exchange/exchange.h"
#include "model/exchange/node_parts.h"
#include "model/exchange/prediction.h"
#include "named_network.h"
#include "sandbox.h"
#include "tests/registered.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace netdraft;

namespace {

/// What each tool is tried with: networks of tests/kernel/networks and examples.
struct Tool {
    const char *name;
    const char *program; ///< without which nothing is compared
    const char *package;
    QStringList networks;
};

const QList<Tool> &tools()
{
    static const QStringList common{
        "example:routing-solved", "example:ipv6",        "dual-stack-lan",
        "bridge-with-address",    "blackhole-on-router", "policy-from",
    };
    static const QList<Tool> all{
        {"ip-batch", "ip", "iproute2", {"namespaces", "vxlan-bridged", "macvlan-bridge", "stp-triangle"}},
        {"interfaces", "/sbin/ifup", "ifupdown",
         common + QStringList{"vxlan-bridged", "policy-goto", "ecmp-both-good", "port-isolated"}},
        {"networkd", "/lib/systemd/systemd-networkd", "systemd",
         common + QStringList{"vxlan-bridged", "ecmp-both-good"}},
        {"netplan", "/usr/sbin/netplan", "netplan.io", common + QStringList{"vxlan-pair"}},
    };
    return all;
}

/// What makes the namespaces and cables, as commands of the machine.
std::string outsideOf(const model::NodeParts &parts)
{
    std::string text;
    for (const model::Edit &edit : parts.outside)
        text += model::commandLine(edit, model::Prompt::Host) + '\n';
    return text;
}

} // namespace

/// What the exports for single nodes make of nodes, when the tools that they are for configure real namespaces with
/// them: every ping is as predicted. With NETDRAFT_EVERY_LAB=1 all of tests/kernel/networks that an export can express.
class TestPersistent : public QObject
{
    Q_OBJECT

private slots:
    void configures_data();
    void configures();
};

void TestPersistent::configures_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("network");
    for (const Tool &tool : tools()) {
        QStringList networks = tool.networks;
        if (qEnvironmentVariableIsSet("NETDRAFT_EVERY_LAB")) {
            for (const Lab &lab : allLabs())
                networks.append(lab.name);
        }
        networks.removeDuplicates();
        for (const QString &network : networks)
            QTest::addRow("%s: %s", tool.name, qPrintable(network)) << tool.name << network;
    }
}

void TestPersistent::configures()
{
    QFETCH(const QString, tool);
    QFETCH(const QString, network);
    if (::geteuid() != 0)
        QSKIP("the tools configure namespaces for root alone");
    if (const QString why = whyNoSandbox(); !why.isEmpty())
        QSKIP(qPrintable(why));
    const auto known = std::ranges::find(tools(), tool, &Tool::name);
    if (QStandardPaths::findExecutable(known->program).isEmpty())
        QSKIP(qPrintable(QString("%1 is not installed (apt install %2)").arg(known->program, known->package)));

    const auto project = networkNamed(network);
    QVERIFY(project);
    const model::ExportFormat &form = *model::exportFormat(tool.toStdString());
    const auto exported = form.write(*project, {"lab"});
    QVERIFY2(exported, exported ? "" : describe(exported.error()).c_str());
    const bool listed = known->networks.contains(network);
    if (!exported->omitted.empty()) {
        QVERIFY2(!listed, exported->omitted.front().c_str());
        QSKIP(exported->omitted.front().c_str());
    }

    // Without others, cables cannot be put into nodes that make their other ends; and the machine has none of its own.
    const model::NodeParts parts = model::nodeParts(*project);
    const bool alone =
        parts.nodes.front().name != "host" && std::ranges::none_of(parts.outside, [](const model::Edit &edit) {
            return std::holds_alternative<model::AddLink>(edit.kind);
        });
    if (!alone && tool != "ip-batch") {
        QVERIFY(!listed);
        QSKIP("its nodes are not to be configured one by one");
    }

    const QTemporaryDir folder;
    const auto write = [&](const char *name, const std::string &text) {
        return model::writeFileAtomically(folder.filePath(name).toStdString(), text).has_value();
    };
    QVERIFY(model::writeExported(folder.filePath("nodes").toStdString(), form, *exported));
    QVERIFY(write("outside", tool == "ip-batch" ? std::string() : outsideOf(parts)));
    QVERIFY(write("predicted", model::predictionTable(*model::Reachability::of(project->network))));

    QProcess sandbox;
    sandbox.setProcessChannelMode(QProcess::MergedChannels);
    sandbox.start("unshare", {"--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "bash",
                              NETDRAFT_SOURCE_DIR "/tests/kernel/persistent.sh", tool, folder.path()});
    QVERIFY(sandbox.waitForFinished(-1));
    const QString said = QString::fromUtf8(sandbox.readAll()).trimmed();
    QVERIFY2(said.endsWith(" pairs, 0 otherwise") && !said.contains('\n'), qPrintable(said));
}

NETDRAFT_TEST(TestPersistent)
#include "tst_persistent.moc"
