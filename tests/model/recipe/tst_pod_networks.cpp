#include "solution_labs.h"
#include "tests/cni_snippet.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft;
using namespace netdraft::tests;

/// What the programs of pod networks make of nodes, and that pods reach each other by it. That the kernel does the same
/// with it is for the networks `pods-….lab` of tests/kernel to say, which are what is made here.
class TestPodNetworks : public QObject
{
    Q_OBJECT

private slots:
    void knowsImages_data();
    void knowsImages();
    void bridgesByHand();
    void unfolds_data();
    void unfolds();
    void madeAsTheKernelSawIt_data();
    void madeAsTheKernelSawIt();
};

void TestPodNetworks::knowsImages_data()
{
    QTest::addColumn<QString>("image");
    QTest::addColumn<QString>("known");

    QTest::newRow("with a registry and a tag") << "docker.io/flannel/flannel:v0.25.5" << "flannel/flannel";
    QTest::newRow("bare") << "flannel/flannel" << "flannel/flannel";
    QTest::newRow("of a registry with a port") << "localhost:5000/flannel/flannel:1" << "flannel/flannel";
    QTest::newRow("of Weave Net") << "weaveworks/weave-kube:2.8.1" << "weaveworks/weave-kube";
    QTest::newRow("by its digest") << "ghcr.io/flannel-io/flannel@sha256:0123" << "flannel-io/flannel";
    QTest::newRow("no agent") << "docker.io/library/nginx:1.27" << "";
    QTest::newRow("only like one") << "docker.io/other/flannel" << "";
}

void TestPodNetworks::knowsImages()
{
    QFETCH(const QString, image);
    QFETCH(const QString, known);
    const auto *agent = model::kubernetes::agentOf(image.toStdString());
    QCOMPARE(agent ? QString::fromStdString(std::string(agent->image)) : QString(), known);
}

void TestPodNetworks::bridgesByHand()
{
    PodLab lab = bridgeLab();
    QCOMPARE(lab.addressOf("c"), QString("10.244.0.3/24"));
    QVERIFY(lab.podsPing("a", "b"));
    QVERIFY(lab.podsPing("b", "c"));
    QVERIFY(lab.podsPing("a", "c"));
    lab.type("ip -n n2 route del 10.244.0.0/24");
    QVERIFY(!lab.podsPing("a", "b"));
}

void TestPodNetworks::unfolds_data()
{
    madeAsTheKernelSawIt_data();
}

/// Each edit as a command, typed where it belongs one after the other, makes the same network; and taking all back at
/// once, none.
void TestPodNetworks::unfolds()
{
    QFETCH(const QString, network);
    const PodLab lab = labOf(network);
    model::Project byHand;
    for (const model::Edit &edit : lab.edits().edits) {
        const std::string line = model::commandLine(edit, model::Prompt::Node);
        model::Session session = model::openSession(model::netnsOf(edit));
        const model::TypedLine typed = model::typeLine(byHand, session, line);
        QVERIFY2(typed.status == 0, (line + ": " + typed.text()).c_str());
        QVERIFY2(model::apply(byHand, typed.edits).has_value(), line.c_str());
    }
    for (const auto &netns : lab.project().network.namespaces())
        QVERIFY2(byHand.network.find(netns->name) && *byHand.network.find(netns->name) == *netns, netns->name.c_str());
    model::Project undone;
    const auto done = model::apply(undone, lab.edits());
    QVERIFY(done.has_value());
    QVERIFY(model::apply(undone, done->inverse).has_value());
    QVERIFY(undone.network == model::Network());
}

void TestPodNetworks::madeAsTheKernelSawIt_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("shows");

    QTest::newRow("flannel with vxlan") << "pods-flannel-vxlan" << "Pods on two nodes by flannel 0.25, backend vxlan.";
    QTest::newRow("flannel with host-gw")
        << "pods-flannel-hostgw" << "Pods on two nodes by flannel 0.25, backend host-gw.";
    QTest::newRow("Weave Net") << "pods-weave" << "Pods on two nodes by Weave Net 2.8.1, with a range of its own.";
    QTest::newRow("Weave Net without network policies")
        << "pods-weave-no-npc" << "Pods on two nodes by Weave Net 2.8.1, without its controller of network policies.";
    QTest::newRow("Calico") << "pods-calico" << "Pods on two nodes by Calico 3.29, routed.";
    QTest::newRow("Calico with VXLAN") << "pods-calico-vxlan" << "Pods on two nodes by Calico 3.29, in VXLAN.";
    QTest::newRow("bridges and routes") << "pods-bridge"
                                        << "Pods on two nodes by the CNI plugin bridge, and routes by hand.";
}

/// The commands of what is made are those of tests/kernel/networks, where the kernel has done them.
/// `NETDRAFT_UPDATE_EXPECTED=1` writes those of now.
void TestPodNetworks::madeAsTheKernelSawIt()
{
    QFETCH(const QString, network);
    QFETCH(const QString, shows);
    const PodLab lab = labOf(network);
    const QString path = QString(NETDRAFT_SOURCE_DIR "/tests/kernel/networks/%1.lab").arg(network);
    const QString made = QString("# %1\n%2").arg(shows, lab.commands());
    if (qEnvironmentVariableIsSet("NETDRAFT_UPDATE_EXPECTED")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(made.toUtf8());
    }
    QCOMPARE(made, tests::textOfFile(path));
}

NETDRAFT_TEST(TestPodNetworks)
#include "tst_pod_networks.moc"
