#include "tests/registered.h"
#include "views/document/sorted_set.h"

#include <QTest>

#include <random>

using namespace netdraft;
using views::NodeIds;

/// A set in one piece of memory.
class TestSortedSet : public QObject
{
    Q_OBJECT

private slots:
    void isMadeOfAnything_data();
    void isMadeOfAnything();
    void doesWhatATreeDoes();
};

namespace {

NodeIds idsOf(const QList<int> &numbers)
{
    std::vector<model::NetnsId> ids;
    for (const int number : numbers)
        ids.push_back({static_cast<std::uint32_t>(number)});
    return NodeIds(std::move(ids));
}

QList<int> numbersOf(const NodeIds &ids)
{
    QList<int> numbers;
    for (const model::NetnsId id : ids)
        numbers += static_cast<int>(id.value);
    return numbers;
}

} // namespace

void TestSortedSet::isMadeOfAnything_data()
{
    QTest::addColumn<QList<int>>("given");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("nothing") << QList<int>{} << QList<int>{};
    QTest::newRow("ordered") << QList<int>{1, 2, 5} << QList<int>{1, 2, 5};
    QTest::newRow("backwards") << QList<int>{5, 2, 1} << QList<int>{1, 2, 5};
    QTest::newRow("with some of them twice") << QList<int>{2, 5, 2, 1, 5} << QList<int>{1, 2, 5};
}

void TestSortedSet::isMadeOfAnything()
{
    QFETCH(const QList<int>, given);
    QFETCH(const QList<int>, expected);
    const NodeIds ids = idsOf(given);
    QCOMPARE(numbersOf(ids), expected);
    QVERIFY(ids == NodeIds(ids.asSet()));
    QCOMPARE(ids.size(), static_cast<std::size_t>(expected.size()));
    QCOMPARE(ids.empty(), expected.isEmpty());
}

/// Beside std::set, in any order.
void TestSortedSet::doesWhatATreeDoes()
{
    std::minstd_rand random(1); // NOLINT(cert-msc51-cpp): the same each time
    NodeIds ids;
    std::set<model::NetnsId> tree;
    for (int step = 0; step < 2000; ++step) {
        const model::NetnsId id{static_cast<std::uint32_t>(random() % 50)};
        switch (random() % 3) {
        case 0: QCOMPARE(ids.insert(id), tree.insert(id).second); break;
        case 1: QCOMPARE(ids.erase(id), tree.erase(id) > 0); break;
        default: QCOMPARE(ids.contains(id), tree.contains(id)); break;
        }
        QVERIFY(ids.asSet() == tree);
    }
    ids.merge(idsOf({3, 70, 60}));
    QVERIFY(ids.contains({70}) && ids.contains({60}) && ids.contains({3}));
    QVERIFY(std::ranges::is_sorted(ids));
}

NETDRAFT_TEST(TestSortedSet)
#include "tst_sorted_set.moc"
