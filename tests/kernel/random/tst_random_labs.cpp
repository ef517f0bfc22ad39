#include "campaign.h"
#include "faults.h"
#include "kernel/seed.h"
#include "kernel_lacks.h"
#include "report.h"
#include "shrink.h"
#include "tests/kernel/sandbox.h"
#include "tests/registered.h"

#include <QTest>
#include <QTextStream>

#include <algorithm>

using namespace netdraft::tests;

namespace {

/// Labs of the slice that each run of the tests compares with the kernel.
constexpr int sliceSize = 60;

/// What each lab of some numbers of a family is, by the same seed.
QList<RandomLab> someOf(const Family &family, int count)
{
    QList<RandomLab> labs;
    for (int number = 0; number < count; ++number)
        labs.append(randomLab(family, 2026, number));
    return labs;
}

/// Says yes to labs that have all these commands, and counts what it is asked.
class FakeOracle
{
public:
    explicit FakeOracle(QStringList needed) : m_needed(std::move(needed)) {}
    std::vector<bool> operator()(const QList<Lab> &labs)
    {
        std::vector<bool> answers;
        for (const Lab &lab : labs) {
            ++asked;
            answers.push_back(
                std::ranges::all_of(m_needed, [&](const QString &command) { return lab.commands.contains(command); }));
        }
        return answers;
    }
    int asked = 0;

private:
    QStringList m_needed;
};

} // namespace

/// The generator of random labs, what shrinks them, and a slice of labs against the kernel: of a fresh seed for each
/// commit; NETDRAFT_SEED asks for another, `fresh` for a new one.
class TestRandomLabs : public QObject
{
    Q_OBJECT

private slots:
    void sameNumbersEverywhere();
    void sameSeedSameLab_data() { addFamilies(); }
    void sameSeedSameLab();
    void labsAreMostlyAccepted_data() { addFamilies(); }
    void labsAreMostlyAccepted();
    void sizes_data() { addFamilies(); }
    void sizes();
    void faultsOccur();
    void hastyCommandsKeepTheFirst();
    void shrinks_data();
    void shrinks();
    void shrinkingHasAnEnd();
    void kernelAgrees();

private:
    static void addFamilies();
};

void TestRandomLabs::addFamilies()
{
    QTest::addColumn<QString>("name");
    for (const Family &family : allFamilies())
        QTest::newRow(family.name) << QString(family.name);
}

void TestRandomLabs::sameNumbersEverywhere()
{
    // The numbers that splitmix64 is published with.
    Draw draw(1234567);
    QCOMPARE(draw.next(), 6457827717110365317ULL);
    QCOMPARE(draw.next(), 3203168211198807973ULL);
    QVERIFY(seedOf(1, "lan", 0) != seedOf(1, "lan", 1));
    QVERIFY(seedOf(1, "lan", 0) != seedOf(2, "lan", 0));
    QVERIFY(seedOf(1, "lan", 0) != seedOf(1, "mtu", 0));
}

void TestRandomLabs::sameSeedSameLab()
{
    QFETCH(const QString, name);
    const Family &family = *familyNamed(name);
    QStringList different;
    for (const RandomLab &made : someOf(family, 10)) {
        const int number = made.lab.name.section('-', -1).toInt();
        QCOMPARE(randomLab(family, 2026, number).lab.commands, made.lab.commands);
        different.append(made.lab.commands.join('\n'));
    }
    different.removeDuplicates();
    QVERIFY(different.size() > 5);
}

void TestRandomLabs::labsAreMostlyAccepted()
{
    QFETCH(const QString, name);
    int commands = 0;
    int refused = 0;
    for (const RandomLab &made : someOf(*familyNamed(name), 10))
        for (const auto &reply : simulate(made.lab).replies) {
            ++commands;
            refused += reply.status == 0 ? 0 : 1;
        }
    QVERIFY2(refused * 4 < commands, qPrintable(QString("%1 of %2 are refused").arg(refused).arg(commands)));
}

void TestRandomLabs::sizes()
{
    QFETCH(const QString, name);
    for (const RandomLab &made : someOf(*familyNamed(name), 30)) {
        const auto count = namespacesOf(made.lab).size();
        QVERIFY2(count >= fewestNamespaces && count <= mostNamespaces, qPrintable(made.lab.name));
    }
}

void TestRandomLabs::faultsOccur()
{
    QStringList kinds;
    int faulty = 0;
    int labs = 0;
    for (const Family &family : allFamilies())
        for (const RandomLab &made : someOf(family, 20)) {
            ++labs;
            faulty += made.faults.isEmpty() ? 0 : 1;
            kinds += made.faults;
        }
    kinds.removeDuplicates();
    QVERIFY2(faulty * 4 > labs && faulty * 10 < labs * 9, qPrintable(QString("%1 of %2").arg(faulty).arg(labs)));
    for (const char *kind : {"wrong mask", "route left out", "forwarding forgotten", "wrong gateway", "link left down",
                             "duplicate address", "misspelt", "gateway of another network", "too early"})
        QVERIFY2(kinds.contains(kind), kind);
}

void TestRandomLabs::hastyCommandsKeepTheFirst()
{
    QStringList commands{"ip netns add A"};
    for (int i = 0; i < 20; ++i)
        commands.append(QString("ip -n A addr add 192.0.2.%1/24 dev lo").arg(i));
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Draw draw(seed);
        QStringList faults;
        const QStringList spoilt = withHastyCommands(commands, draw, faults);
        QCOMPARE(spoilt.first(), commands.first());
        QVERIFY(!faults.isEmpty());
    }
}

void TestRandomLabs::shrinks_data()
{
    QTest::addColumn<QStringList>("needed");
    QTest::newRow("one command") << QStringList{"ip -n h2 link set eth0 up"};
    QTest::newRow("two namespaces") << QStringList{"ip netns add h1", "ip -n h3 link set lo up"};
    QTest::newRow("first and last") << QStringList{"ip netns add h1", "ip -n h3 addr add 192.0.2.3/24 dev eth0"};
    QTest::newRow("none") << QStringList{};
}

void TestRandomLabs::shrinks()
{
    QFETCH(const QStringList, needed);
    Lab lab;
    for (int i = 1; i <= 3; ++i) {
        const QString node = QString("h%1").arg(i);
        lab.commands += QStringList{"ip netns add " + node, "ip -n " + node + " link set lo up",
                                    "ip link add eth0 netns " + node + " type veth peer name p netns s1",
                                    "ip -n " + node + " link set eth0 up",
                                    "ip -n " + node + " addr add 192.0.2." + QString::number(i) + "/24 dev eth0"};
    }
    FakeOracle oracle(needed);
    QCOMPARE(shrunk(lab, std::ref(oracle)).commands, needed);
    QVERIFY(oracle.asked > 0);
}

void TestRandomLabs::shrinkingHasAnEnd()
{
    Lab lab;
    for (int i = 0; i < 500; ++i)
        lab.commands.append(QString("ip netns add n%1").arg(i));
    FakeOracle oracle(lab.commands);
    const Effort effort{.atOnce = 4, .mostLabs = 50};
    QCOMPARE(shrunk(lab, std::ref(oracle), effort).commands, lab.commands);
    QVERIFY(oracle.asked <= effort.mostLabs + effort.atOnce);
}

void TestRandomLabs::kernelAgrees()
{
    const QString why = whyNoSandbox();
    if (!why.isEmpty())
        QSKIP(qPrintable("NO RANDOM LAB WAS COMPARED WITH THE KERNEL: " + why));
    CampaignPlan plan;
    plan.seed = seedOfRun();
    plan.count = sliceSize;
    plan.jobs = 20; // they mostly wait
    plan.shrinks = 3;
    const QList<Feature> missing = missingFeatures();
    QStringList unchecked;
    for (const Family &family : allFamilies())
        if (missing.contains(family.needs))
            unchecked.append(family.name);
        else
            plan.families.append(&family);
    QTextStream out(stdout);
    // `./test` shows these lines.
    out << "CONFORMANCE: random labs of seed " << plan.seed << " (NETDRAFT_SEED repeats them)\n";
    if (!unchecked.isEmpty())
        out << "CONFORMANCE: not checked by this kernel: " << unchecked.join(", ") << '\n';
    out.flush();
    Campaign campaign(plan);
    campaign.run();
    campaign.shrink();
    out << "CONFORMANCE: " << summary(campaign.figures()) << '\n';
    QString findings;
    QTextStream text(&findings);
    printFindings(text, campaign.findings(), plan.seed);
    text.flush();
    if (!findings.isEmpty()) // QVERIFY2 would cut it short
        qWarning().noquote() << findings;
    QVERIFY(campaign.findings().isEmpty());
}

NETDRAFT_TEST(TestRandomLabs)
#include "tst_random_labs.moc"
