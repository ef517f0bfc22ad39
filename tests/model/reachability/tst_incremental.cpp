#include "kernel/lab.h"
#include "model/reachability/reachability.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

/// After each edit only what it can have changed is worked out, which must come to the same as everything anew. The
/// edits are the commands of the conformance suite's labs, and taking them back.
class TestIncremental : public QObject
{
    Q_OBJECT

private slots:
    void edits_data();
    void edits();
    void wereMany();

private:
    std::size_t m_edits = 0;
};

namespace {

bool isSame(const Reachability::Failure &a, const Reachability::Failure &b)
{
    return std::tie(a.cause, a.where, a.subnet, a.pairs, a.from, a.to) ==
           std::tie(b.cause, b.where, b.subnet, b.pairs, b.from, b.to);
}

/// What is different; empty if nothing is.
QString firstDifference(const Reachability &updated, const Reachability &anew)
{
    if (!std::ranges::equal(updated.nodes(), anew.nodes()) || !std::ranges::equal(updated.targets(), anew.targets()))
        return "nodes or addresses";
    for (std::size_t from = 0; from < anew.nodes().size(); ++from) {
        for (std::size_t to = 0; to < anew.targets().size(); ++to) {
            if (updated.answer(from, to) != anew.answer(from, to))
                return QString::fromStdString(anew.network().find(anew.nodes()[from])->name + " to " +
                                              anew.targets()[to].address.toString());
        }
    }
    if (updated.totals().pairs != anew.totals().pairs || updated.totals().reachable != anew.totals().reachable)
        return "the totals";
    return std::ranges::equal(updated.failures(), anew.failures(), isSame) ? QString() : "the failures";
}

} // namespace

void TestIncremental::edits_data()
{
    QTest::addColumn<QStringList>("commands");
    for (const Lab &lab : allLabs())
        QTest::newRow(qPrintable(lab.name)) << lab.commands;
}

void TestIncremental::edits()
{
    QFETCH(const QStringList, commands);
    Project project;
    std::vector<Network> states{project.network};
    auto all = Reachability::of(project.network);
    const auto follow = [&](const Network &network) {
        all = Reachability::of(network, all);
        return firstDifference(*all, *Reachability::of(network));
    };
    for (const QString &command : commands) {
        (void)type(project, command);
        if (difference(states.back(), project.network).empty())
            continue;
        states.push_back(project.network);
        const QString different = follow(project.network);
        QVERIFY2(different.isEmpty(), qPrintable(command + ": " + different));
    }
    for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
        const QString different = follow(*state);
        QVERIFY2(different.isEmpty(), qPrintable("taken back: " + different));
    }
    m_edits += 2 * (states.size() - 1);
}

void TestIncremental::wereMany()
{
    QVERIFY2(m_edits > 10'000, qPrintable(QString::number(m_edits)));
    qInfo("%zu edits, forwards and back, each compared with everything anew", m_edits);
}

NETDRAFT_TEST(TestIncremental)
#include "tst_incremental.moc"
