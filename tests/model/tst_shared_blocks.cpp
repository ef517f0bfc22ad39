#include "model/shared_blocks.h"
#include "tests/registered.h"

#include <QTest>

#include <algorithm>

using namespace netdraft::model;

namespace {

using Numbers = SharedBlocks<int>;
constexpr std::size_t block = Numbers::blockSize;

/// 0, 1, 2 …
Numbers counting(std::size_t size)
{
    Numbers made;
    made.resize(size);
    for (std::size_t i = 0; i < size; ++i)
        made.change(i) = static_cast<int>(i);
    return made;
}

QList<std::size_t> unshared(const Numbers &list, const Numbers &other)
{
    QList<std::size_t> numbers;
    list.forEachUnshared(other, [&](std::size_t i) { numbers << i; });
    return numbers;
}

/// The numbers from one on, so many.
QList<std::size_t> from(std::size_t first, std::size_t count)
{
    QList<std::size_t> numbers;
    for (std::size_t i = first; i < first + count; ++i)
        numbers << i;
    return numbers;
}

} // namespace

/// Lists whose copies share blocks.
class TestSharedBlocks : public QObject
{
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void changesAlone();
    void outlivesCopies();
    void parts_data();
    void parts();
    void iterates_data();
    void iterates();
    void empties();
    void resizes();
};

void TestSharedBlocks::changes_data()
{
    QTest::addColumn<std::size_t>("size");
    QTest::addColumn<std::size_t>("changed");
    QTest::addColumn<QList<std::size_t>>("cloned"); ///< the elements of the block that is the copy's own then

    QTest::newRow("the only one") << std::size_t{1} << std::size_t{0} << from(0, 1);
    QTest::newRow("the first") << 2 * block << std::size_t{0} << from(0, block);
    QTest::newRow("the last of a block") << 2 * block << block - 1 << from(0, block);
    QTest::newRow("the first of the next") << 2 * block << block << from(block, block);
    QTest::newRow("the last of a full one") << 2 * block << 2 * block - 1 << from(block, block);
    QTest::newRow("alone in the last block") << 2 * block + 1 << 2 * block << from(2 * block, 1);
    QTest::newRow("the last of a short one") << block + 7 << block + 6 << from(block, 7);
}

void TestSharedBlocks::changes()
{
    QFETCH(std::size_t, size);
    QFETCH(std::size_t, changed);
    const Numbers before = counting(size);
    Numbers copy = before;
    QVERIFY(unshared(copy, before).isEmpty());
    QCOMPARE(&copy[changed], &before[changed]);

    copy.change(changed) = -1;
    QTEST(unshared(copy, before), "cloned");
    QTEST(unshared(before, copy), "cloned");
    for (std::size_t i = 0; i < size; ++i) {
        QCOMPARE(before[i], static_cast<int>(i));
        QCOMPARE(copy[i], i == changed ? -1 : static_cast<int>(i));
    }
    // What is its own by now is not cloned once more.
    const int *own = &copy[changed];
    copy.change(changed) = -2;
    QCOMPARE(&copy[changed], own);
}

void TestSharedBlocks::changesAlone()
{
    Numbers list = counting(block);
    const int *first = &list[0];
    list.change(block - 1) = -1;
    QCOMPARE(&list[0], first);
}

void TestSharedBlocks::outlivesCopies()
{
    Numbers list = counting(block + 1);
    const int *first = &list[0];
    {
        const Numbers copy = list;
        list.change(block) = -1;
        QCOMPARE(copy[block], static_cast<int>(block));
    }
    list.change(0) = -2; // nobody has it as well any more
    QCOMPARE(&list[0], first);
}

void TestSharedBlocks::parts_data()
{
    QTest::addColumn<std::size_t>("first");
    QTest::addColumn<std::size_t>("count");

    QTest::newRow("nothing") << std::size_t{5} << std::size_t{0};
    QTest::newRow("within a block") << std::size_t{5} << std::size_t{3};
    QTest::newRow("a block") << block << block;
    QTest::newRow("over an edge") << block - 2 << std::size_t{4};
    QTest::newRow("over two edges") << block - 1 << block + 2;
    QTest::newRow("all") << std::size_t{0} << 2 * block + 3;
    QTest::newRow("nothing at the end") << 2 * block + 3 << std::size_t{0};
}

void TestSharedBlocks::parts()
{
    QFETCH(std::size_t, first);
    QFETCH(std::size_t, count);
    const Numbers list = counting(2 * block + 3);
    QList<std::size_t> numbers;
    for (const int number : list.part(first, count))
        numbers << static_cast<std::size_t>(number);
    QCOMPARE(numbers, from(first, count));
}

void TestSharedBlocks::iterates_data()
{
    QTest::addColumn<std::size_t>("size");

    QTest::newRow("one") << std::size_t{1};
    QTest::newRow("a block") << block;
    QTest::newRow("a block and one") << block + 1;
}

void TestSharedBlocks::iterates()
{
    QFETCH(std::size_t, size);
    const Numbers list = counting(size);
    QList<std::size_t> numbers;
    for (const int number : list)
        numbers << static_cast<std::size_t>(number);
    QCOMPARE(numbers, from(0, size));
    QCOMPARE(list.end() - list.begin(), static_cast<std::ptrdiff_t>(size));
    // It is sorted, so that what is looked for by halves is found.
    const int last = static_cast<int>(size) - 1;
    const auto found = std::ranges::lower_bound(list, last);
    QCOMPARE(found - list.begin(), static_cast<std::ptrdiff_t>(last));
    QCOMPARE(*found, last);
}

void TestSharedBlocks::empties()
{
    Numbers list;
    QVERIFY(list.empty());
    QCOMPARE(list.size(), std::size_t{0});
    QVERIFY(list.begin() == list.end());
    QVERIFY(std::ranges::empty(list.part(0, 0)));
    QVERIFY(unshared(list, Numbers()).isEmpty());
    list.resize(0);
    QVERIFY(list.empty());
    const Numbers copy = list;
    QVERIFY(unshared(copy, list).isEmpty());
}

void TestSharedBlocks::resizes()
{
    Numbers list = counting(block + 1);
    const Numbers before = list;
    list.resize(2);
    QCOMPARE(list.size(), std::size_t{2});
    QCOMPARE(list[0] + list[1], 0); // as made by default
    QCOMPARE(before[1], 1);
    QCOMPARE(before.size(), block + 1);
}

NETDRAFT_TEST(TestSharedBlocks)
#include "tst_shared_blocks.moc"
