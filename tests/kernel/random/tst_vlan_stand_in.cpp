#include "kernel/seed.h"
#include "random_lab.h"
#include "tests/kernel/sandbox.h"
#include "tests/registered.h"
#include "vlan_stand_in.h"

#include <QTest>
#include <QTextStream>

using namespace netdraft::model;
using namespace netdraft::tests;

namespace {

/// Networks of each family that are built; NETDRAFT_STAND_INS asks for more.
constexpr int usual = 12;

/// Labs that are drawn for one that can be said in Open vSwitch's words.
constexpr int drawnForOne = 20;

} // namespace

/// VLANs of bridges and of links, which not every kernel has, beside Open vSwitch, which stands in for them: each
/// network is simulated as it was drawn, and built with the same VLANs on bridges of Open vSwitch.
class TestVlanStandIn : public QObject
{
    Q_OBJECT

private slots:
    void isFaithful_data() { addFamilies(); }
    void isFaithful();
    void refuses_data();
    void refuses();
    void openVswitchAgrees_data() { addFamilies(); }
    void openVswitchAgrees();

private:
    static void addFamilies();
};

void TestVlanStandIn::addFamilies()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("bridges that filter VLANs") << "vlan-filtering";
    QTest::newRow("VLAN links") << "vlan-links";
}

/// The network with Open vSwitch answers in the simulation as the drawn one does.
void TestVlanStandIn::isFaithful()
{
    QFETCH(const QString, name);
    int compared = 0;
    for (int number = 0; number < 200; ++number) {
        const SimulatedLab drawn = simulate(randomLab(*familyNamed(name), 2026, number).lab);
        const auto replaced = withOpenVswitch(drawn.project);
        if (!replaced)
            continue;
        const auto before = Reachability::of(drawn.project.network);
        const DataPlane after(replaced->network);
        for (std::size_t from = 0; from < before->nodes().size(); ++from)
            for (std::size_t to = 0; to < before->targets().size(); ++to) {
                const NetnsId node = before->nodes()[from];
                const IpAddress &address = before->targets()[to].address;
                QVERIFY2(before->answer(from, to).reachable == ping(after, node, address).reachable,
                         qPrintable(QString("lab %1: %2 to %3")
                                        .arg(number)
                                        .arg(QString::fromStdString(replaced->network.find(node)->name),
                                             QString::fromStdString(address.toString()))));
            }
        ++compared;
    }
    QVERIFY2(compared > 20, qPrintable(QString::number(compared)));
}

void TestVlanStandIn::refuses_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("no VLANs") << QStringList{"ip -n s link add br0 type bridge", "ip -n s link set br0 up",
                                             "ip -n s link set p master br0"};
    const QStringList filtering{"ip -n s link add br0 type bridge vlan_filtering 1", "ip -n s link set br0 up",
                                "ip -n s link set p master br0"};
    QTest::newRow("two VLANs leave without a tag")
        << filtering + QStringList{"bridge -n s vlan add dev p vid 10 untagged"};
    QTest::newRow("a setting of a port") << filtering + QStringList{"bridge -n s link set dev p learning off"};
    QTest::newRow("a spanning tree") << filtering + QStringList{"ip -n s link set br0 type bridge stp_state 1"};
    QTest::newRow("an address below VLANs")
        << QStringList{"ip -n s link add link p name p.10 type vlan id 10", "ip -n s addr add 192.0.2.1/24 dev p"};
}

void TestVlanStandIn::refuses()
{
    QFETCH(const QStringList, more);
    Lab lab;
    lab.commands = QStringList{"ip netns add s", "ip netns add h",
                               "ip link add eth0 netns h type veth peer name p netns s", "ip -n s link set p up"} +
                   more;
    const SimulatedLab drawn = simulate(lab);
    for (const Reply &reply : drawn.replies)
        QCOMPARE(QString::fromStdString(reply.err), QString());
    QVERIFY(!withOpenVswitch(drawn.project));
}

void TestVlanStandIn::openVswitchAgrees()
{
    QFETCH(const QString, name);
    const QString why = whyNoSandbox() + whyNoOpenVswitch();
    if (!why.isEmpty())
        QSKIP(qPrintable("NO VLAN WAS COMPARED WITH OPEN VSWITCH: " + why));
    bool asked = false;
    const int wanted = qEnvironmentVariableIntValue("NETDRAFT_STAND_INS", &asked);
    const int count = asked ? wanted : usual;
    const std::uint64_t seed = seedOfRun();
    std::vector<Trial> trials;
    QList<SandboxTask> tasks;
    for (int number = 0; number < count * drawnForOne && tasks.size() < count; ++number) {
        if (auto trial = standIn(randomLab(*familyNamed(name), seed, number).lab)) {
            tasks.append(trial->task);
            trials.push_back(std::move(*trial));
        }
    }
    QCOMPARE(tasks.size(), count);
    const auto build = [&] {
        auto results = runSandboxes(tasks, 10);
        for (std::size_t i = 0; i < trials.size(); ++i)
            trials[i].real = std::move(results[i]);
    };
    Figures figures;
    QString found;
    const auto compare = [&] {
        figures = {};
        found.clear();
        for (const Trial &trial : trials) {
            QVERIFY2(trial.real->status("commands.0") == 0, qPrintable(trial.real->read("commands.0.err")));
            const Disagreements differences = comparePings(trial, figures);
            if (!differences.isEmpty())
                found += trial.lab.name + textOf(differences) + '\n';
        }
    };
    build();
    compare();
    if (!found.isEmpty()) { // on a busy machine answers may be late
        build();
        compare();
    }
    if (!found.isEmpty()) // QVERIFY2 would cut it short
        qWarning().noquote() << found;
    // `./test` shows this line.
    QTextStream(stdout) << "CONFORMANCE: " << name << " beside Open vSwitch, seed " << seed << ": " << count
                        << " labs, " << figures.pairs << " pairs (" << figures.reachable << " reachable) compared\n";
    QVERIFY(found.isEmpty());
}

NETDRAFT_TEST(TestVlanStandIn)
#include "tst_vlan_stand_in.moc"
