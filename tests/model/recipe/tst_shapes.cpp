#include "model/edit/apply.h"
#include "model/reachability/ping.h"
#include "model/recipe/shapes/shapes.h"
#include "tests/registered.h"

#include <QTest>

using namespace netdraft::model;

class TestShapes : public QObject
{
    Q_OBJECT

private slots:
    void everybodyReachesEverybody_data();
    void everybodyReachesEverybody();
    void usesEveryEqualWay();
    void isTheSameForTheSameSeed();
    void namesAreOrdered();
    void areDrawn();
};

void TestShapes::everybodyReachesEverybody_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<int>("nodes");

    QTest::newRow("campus") << "campus" << QList{12, 3} << 42;
    QTest::newRow("least campus") << "campus" << QList{3, 1} << 4;
    QTest::newRow("chain") << "chain" << QList{4} << 8;
    QTest::newRow("one router") << "chain" << QList{1} << 2;
    QTest::newRow("cluster") << "cluster" << QList{3, 2} << 10;
    QTest::newRow("cluster of one node") << "cluster" << QList{1, 3} << 5;
    QTest::newRow("fat tree of 2") << "fat-tree" << QList{2} << 7;
    QTest::newRow("fat tree of 4") << "fat-tree" << QList{4} << 36;
    QTest::newRow("leaves and spines") << "leaf-spine" << QList{3, 2, 2} << 11;
    QTest::newRow("random") << "random" << QList{7, 9, 2} << 27;
    QTest::newRow("random, of one") << "random" << QList{7, 1, 1} << 2;
    QTest::newRow("ring of 3") << "ring" << QList{3} << 6;
    QTest::newRow("ring of 6") << "ring" << QList{6} << 12;
    QTest::newRow("star") << "star" << QList{5} << 6;
    QTest::newRow("star of more") << "star" << QList{30} << 31;
}

/// Each host each other host, whatever way is taken.
void TestShapes::everybodyReachesEverybody()
{
    QFETCH(const QString, shape);
    QFETCH(const QList<int>, numbers);
    QFETCH(const int, nodes);
    const Shape *found = shapeNamed(shape.toStdString());
    QVERIFY(found);
    QCOMPARE(static_cast<std::size_t>(numbers.size()), found->numbers.size());
    Project project;
    const auto applied = apply(project, found->make(std::vector<int>(numbers.begin(), numbers.end())));
    QVERIFY2(applied, applied ? "" : describe(applied.error()).c_str());
    QCOMPARE(static_cast<int>(project.network.namespaces().size()) - 1, nodes); // without the machine itself
    QCOMPARE(static_cast<int>(found->nodes(std::vector<int>(numbers.begin(), numbers.end()))), nodes);
    std::vector<std::pair<NetnsId, IpAddress>> hosts;
    for (const auto &netns : project.network.namespaces()) {
        const bool forwards = netns->confAll[DeviceSysctl::Ipv4Forwarding] != 0;
        for (const Link &link : netns->links) {
            if (!forwards && !link.isLoopback() && !link.addresses4.empty())
                hosts.emplace_back(netns->id, link.addresses4.front().local.address);
        }
    }
    const DataPlane plane(project.network);
    int pairs = 0;
    for (const auto &[from, own] : hosts) {
        for (const auto &[to, address] : hosts) {
            if (from == to)
                continue;
            ++pairs;
            const Ping sent = ping(plane, from, address);
            QVERIFY2(sent.reachable && sent.certain, reason(project.network, sent).c_str());
        }
    }
    QVERIFY(!hosts.empty());
    QCOMPARE(pairs, static_cast<int>(hosts.size() * (hosts.size() - 1)));
}

void TestShapes::usesEveryEqualWay()
{
    Project project;
    QVERIFY(apply(project, shapeNamed("fat-tree")->make(std::vector{4})));
    const Netns *edge = project.network.find("edge1-0");
    const auto route = std::ranges::find_if(
        edge->routes, [](const Route &one) { return one.destination == Prefix::any(Family::Ipv4); });
    QVERIFY(route != edge->routes.end());
    QCOMPARE(route->hops.size(), 2U);
}

void TestShapes::isTheSameForTheSameSeed()
{
    const Shape *random = shapeNamed("random");
    QVERIFY(random->make(std::vector{3, 8, 1}) == random->make(std::vector{3, 8, 1}));
    QVERIFY(random->make(std::vector{3, 8, 1}) != random->make(std::vector{4, 8, 1}));
}

void TestShapes::namesAreOrdered()
{
    QVERIFY(std::ranges::is_sorted(allShapes(), {}, &Shape::name));
    for (const Shape &shape : allShapes()) {
        for (const Shape::Number &number : shape.numbers)
            QVERIFY(number.least <= number.usual && number.usual <= number.most);
    }
    QVERIFY(!shapeNamed("cube"));
}

/// Every node has its place and kind; hosts are devices, pods namespaces.
void TestShapes::areDrawn()
{
    for (const Shape &shape : allShapes()) {
        std::vector<int> numbers;
        for (const Shape::Number &number : shape.numbers)
            numbers.push_back(number.usual);
        const Project project = drawn(shape, numbers);
        QCOMPARE(project.drawing->nodes.size(), project.network.namespaces().size() - 1); // without the machine itself
        std::size_t leaves = 0;
        for (const auto &[id, node] : project.drawing->nodes)
            leaves += node.kind == shape.leaf ? 1 : 0;
        QVERIFY2(leaves >= 2, shape.name.data());
        QCOMPARE(project.drawing->inside.size(), shape.leaf == NodeKind::Namespace ? leaves : 0);
    }
}

NETDRAFT_TEST(TestShapes)
#include "tst_shapes.moc"
