#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "tests/registered.h"

#include <QtTest>

#include <cmath>

using namespace netdraft::model;

namespace {

/// Nodes n0, n1, … with cables between the given pairs, none of them placed.
Project wired(int nodes, const std::vector<std::pair<int, int>> &cables)
{
    Project project;
    EditList edits;
    const auto name = [](int i) { return "n" + std::to_string(i); };
    for (int i = 0; i < nodes; ++i)
        edits.add(AddNetns{name(i)});
    for (const auto &[a, b] : cables)
        edits.add(AddVeth{{name(a), "to" + name(b)}, {name(b), "to" + name(a)}, {}, {}, {}});
    if (!apply(project, edits))
        qFatal("the edits of the test are refused");
    return project;
}

double apart(const Point &a, const Point &b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace

class TestPlaces : public QObject
{
    Q_OBJECT

private slots:
    void clearOnGridAndRepeatable_data();
    void clearOnGridAndRepeatable();
    void chainLiesFlat();
    void knownAndDrawnStay();
    void newNodeComesBesideItsNeighbour();
    void newNodesGoOnWithTheirRow();
    void insideOfAHostNothingStandsOnAnother();
    void partsOfALargeTreeStandApart();
    void largeRingIsRound();
    void nothingMissing();
    void clearPlaceKeepsFreeWish();
};

void TestPlaces::clearOnGridAndRepeatable_data()
{
    QTest::addColumn<int>("nodes");
    QTest::addColumn<QString>("shape");
    QTest::newRow("one") << 1 << "alone";
    QTest::newRow("alone") << 30 << "alone";
    QTest::newRow("chain") << 12 << "chain";
    QTest::newRow("star of many leaves") << 40 << "star";
    QTest::newRow("ring") << 9 << "ring";
    QTest::newRow("tree") << 63 << "tree";
    QTest::newRow("hundreds") << 900 << "tree";
    QTest::newRow("hundreds on one switch") << 400 << "star";
    QTest::newRow("a ring of hundreds") << 500 << "ring";
    QTest::newRow("a chain of hundreds") << 300 << "chain";
    QTest::newRow("a mesh of hundreds") << 500 << "mesh";
}

void TestPlaces::clearOnGridAndRepeatable()
{
    QFETCH(int, nodes);
    QFETCH(QString, shape);
    std::vector<std::pair<int, int>> cables;
    for (int i = 1; i < nodes; ++i) {
        if (shape == QLatin1String("chain") || shape == QLatin1String("ring"))
            cables.emplace_back(i - 1, i);
        else if (shape == QLatin1String("star"))
            cables.emplace_back(0, i);
        else if (shape == QLatin1String("tree"))
            cables.emplace_back((i - 1) / 2, i);
        else if (shape == QLatin1String("mesh") && i % 20 != 0)
            cables.emplace_back(i - 1, i);
        if (shape == QLatin1String("mesh") && i >= 20)
            cables.emplace_back(i - 20, i);
    }
    if (shape == QLatin1String("ring"))
        cables.emplace_back(nodes - 1, 0);
    const Project project = wired(nodes, cables);
    const auto places = freePlaces(project);
    QCOMPARE(int(places.size()), nodes);
    for (auto a = places.begin(); a != places.end(); ++a) {
        QCOMPARE(std::remainder(a->second.x, gridStep), 0.0);
        QCOMPARE(std::remainder(a->second.y, gridStep), 0.0);
        for (auto b = std::next(a); b != places.end(); ++b)
            QVERIFY(std::abs(a->second.x - b->second.x) >= 100 || std::abs(a->second.y - b->second.y) >= 100);
    }
    QVERIFY(freePlaces(project) == places);
}

void TestPlaces::chainLiesFlat()
{
    const auto places = freePlaces(wired(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
    const double y = places.begin()->second.y;
    double x = -1;
    for (const auto &[id, place] : places) {
        QCOMPARE(place.y, y);
        QVERIFY(place.x > x);
        x = place.x;
    }
}

void TestPlaces::knownAndDrawnStay()
{
    Project project = wired(3, {{0, 1}});
    QVERIFY(apply(project, {PlaceNode{"n0", {NodeKind::Device, {500, 500}}}}));
    const NetnsId drawn = project.network.find("n0")->id;
    const NetnsId known = project.network.find("n1")->id;
    const NetnsId missing = project.network.find("n2")->id;
    const auto places = freePlaces(project, {{known, {100, 100}}, {drawn, {0, 0}}});
    QCOMPARE(places.size(), std::size_t{1});
    QVERIFY(places.contains(missing));
}

void TestPlaces::newNodeComesBesideItsNeighbour()
{
    Project project = wired(3, {{0, 2}});
    QVERIFY(
        apply(project, {PlaceNode{"n0", {NodeKind::Device, {0, 0}}}, PlaceNode{"n1", {NodeKind::Device, {4000, 0}}}}));
    const auto places = freePlaces(project);
    QCOMPARE(places.size(), std::size_t{1});
    QVERIFY(apart(places.begin()->second, {0, 0}) < 300);
}

void TestPlaces::insideOfAHostNothingStandsOnAnother()
{
    Project project;
    QVERIFY(apply(project, {AddNetns{"m"}, PlaceNode{"m", {NodeKind::Machine, {0, 0}}}}));
    const NetnsId host = project.network.find("m")->id;
    const auto add = [&](const char *name) {
        const Point place = placeInside(*project.drawing, host);
        QVERIFY(apply(project, {AddNetns{name}, PlaceNode{name, {NodeKind::Namespace, place}}}));
    };
    for (const char *name : {"a", "b", "c", "d"})
        add(name);
    const auto placeOf = [&](const char *name) {
        return project.drawing->nodes.at(project.network.find(std::string_view(name))->id).position;
    };
    QCOMPARE(placeOf("a").x, 0.0);
    QVERIFY(placeOf("a").y > 100);
    QCOMPARE(placeOf("b").y, placeOf("a").y);
    QCOMPARE(placeOf("d").x, 0.0);
    QVERIFY(placeOf("d").y > placeOf("a").y);
    // What went leaves its place to the next one, on which nobody else stands.
    const Point free = placeOf("b");
    QVERIFY(apply(project, {RemoveNetns{"b"}}));
    add("e");
    QVERIFY(placeOf("e") == free);
}

void TestPlaces::newNodesGoOnWithTheirRow()
{
    Project project;
    const auto add = [&](const char *name) { QVERIFY(apply(project, {AddNetns{name}})); };
    QVERIFY(apply(project, {AddNetns{"m"}, PlaceNode{"m", {NodeKind::Machine, {90, 0}}}}));
    std::map<NetnsId, Point> known;
    for (const char *name : {"red", "blue", "green"}) {
        add(name);
        known.merge(freePlaces(project, known));
    }
    const auto placeOf = [&](const char *name) { return known.at(project.network.find(std::string_view(name))->id); };
    QCOMPARE(placeOf("blue").y, placeOf("red").y); // and not below it
    QCOMPARE(placeOf("green").y, placeOf("red").y);
    QVERIFY(placeOf("red").y > 100);
    QVERIFY(placeOf("blue").x > placeOf("red").x + 100);
    QVERIFY(placeOf("green").x > placeOf("blue").x + 100);
}

void TestPlaces::partsOfALargeTreeStandApart()
{
    // A router with 10 switches, each with 12 devices of its own.
    constexpr int switches = 10;
    constexpr int devices = 12;
    std::vector<std::pair<int, int>> cables;
    for (int i = 1; i <= switches; ++i)
        cables.emplace_back(0, i);
    for (int i = 0; i < switches * devices; ++i)
        cables.emplace_back(1 + i / devices, 1 + switches + i);
    const int nodes = 1 + switches + switches * devices;
    const auto places = freePlaces(wired(nodes, cables));
    QCOMPARE(int(places.size()), nodes);
    std::vector<Point> place;
    for (const auto &[id, point] : places)
        place.push_back(point);
    for (int i = 0; i < switches * devices; ++i) {
        const Point &device = place[std::size_t(1 + switches + i)];
        const double own = apart(device, place[std::size_t(1 + i / devices)]);
        for (int other = 1; other <= switches; ++other)
            QVERIFY(other == 1 + i / devices || own < apart(device, place[std::size_t(other)]));
    }
}

void TestPlaces::largeRingIsRound()
{
    constexpr int nodes = 500;
    std::vector<std::pair<int, int>> cables{{nodes - 1, 0}};
    for (int i = 1; i < nodes; ++i)
        cables.emplace_back(i - 1, i);
    const auto places = freePlaces(wired(nodes, cables));
    Point middle;
    for (const auto &[id, point] : places) {
        middle.x += point.x / nodes;
        middle.y += point.y / nodes;
    }
    double least = 1e9;
    double most = 0;
    for (const auto &[id, point] : places) {
        least = std::min(least, apart(point, middle));
        most = std::max(most, apart(point, middle));
    }
    QVERIFY2(most < least * 1.3, qPrintable(QStringLiteral("from %1 to %2").arg(least).arg(most)));
}

void TestPlaces::nothingMissing()
{
    QVERIFY(freePlaces(Project()).empty());
}

void TestPlaces::clearPlaceKeepsFreeWish()
{
    const std::map<NetnsId, Point> taken{{NetnsId{2}, {0, 0}}};
    QCOMPARE(clearPlace(taken, {203, 4}), (Point{200, 0}));
    const Point moved = clearPlace(taken, {10, 10});
    QVERIFY(apart(moved, {0, 0}) >= 100);
    QVERIFY(apart(moved, {0, 0}) < 200);
}

NETDRAFT_TEST(TestPlaces)
#include "tst_places.moc"
