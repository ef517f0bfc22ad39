#include "model/drawing/arrangement.h"
#include "model/drawing/places.h"
#include "model/edit/apply.h"
#include "model/recipe/shapes/shapes.h"
#include "tests/registered.h"

#include <QtTest>

#include <cmath>

using namespace netdraft::model;

namespace {

NetnsId nodeOf(std::uint32_t value)
{
    return NetnsId{value};
}

NodePlaces three(Point a, Point b, Point c)
{
    return {{nodeOf(1), a}, {nodeOf(2), b}, {nodeOf(3), c}};
}

Project shaped(const char *shape, std::vector<int> numbers)
{
    Project project;
    if (!apply(project, shapeNamed(shape)->make(numbers)))
        qFatal("the shape is refused");
    return project;
}

Point middleOf(const NodePlaces &places)
{
    Point least = places.begin()->second;
    Point most = least;
    for (const auto &[id, place] : places) {
        least = {std::min(least.x, place.x), std::min(least.y, place.y)};
        most = {std::max(most.x, place.x), std::max(most.y, place.y)};
    }
    return {(least.x + most.x) / 2, (least.y + most.y) / 2};
}

} // namespace

class TestArrangement : public QObject
{
    Q_OBJECT

private slots:
    void alignsAndSpreads_data();
    void alignsAndSpreads();
    void everyLayoutKeepsNodesApart_data();
    void everyLayoutKeepsNodesApart();
    void layersFollowTheDistanceFromHosts();
    void layersCrossNoCablesOfATree();
    void onlyTheGivenNodesMove();
    void nothingToDo();
};

void TestArrangement::alignsAndSpreads_data()
{
    QTest::addColumn<int>("alignment");
    QTest::addColumn<QList<double>>("expected"); // x, y of each
    QTest::newRow("a row, at the middle height") << int(Alignment::Row) << QList<double>{0, 60, 300, 60, 100, 60};
    QTest::newRow("a column, in the middle") << int(Alignment::Column) << QList<double>{160, 0, 160, 120, 160, 40};
    QTest::newRow("spread across, in their order")
        << int(Alignment::SpreadRow) << QList<double>{0, 0, 300, 120, 150, 40};
    QTest::newRow("spread down, in their order")
        << int(Alignment::SpreadColumn) << QList<double>{0, 0, 300, 120, 100, 60};
}

void TestArrangement::alignsAndSpreads()
{
    QFETCH(const int, alignment);
    QFETCH(const QList<double>, expected);
    const NodePlaces now = aligned(three({0, 0}, {300, 120}, {100, 40}), Alignment(alignment));
    QCOMPARE(now, three({expected[0], expected[1]}, {expected[2], expected[3]}, {expected[4], expected[5]}));
}

void TestArrangement::everyLayoutKeepsNodesApart_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QList<int>>("numbers");
    QTest::addColumn<int>("layout");
    for (const auto &[name, layout] : {std::pair{"cables", Layout::Wires}, std::pair{"layers", Layout::Layers},
                                       std::pair{"circle", Layout::Circle}, std::pair{"grid", Layout::Grid}}) {
        QTest::addRow("star, %s", name) << "star" << QList{7} << int(layout);
        QTest::addRow("fat tree, %s", name) << "fat-tree" << QList{4} << int(layout);
        QTest::addRow("ring, %s", name) << "ring" << QList{5} << int(layout);
    }
}

/// Around the middle where they stood, on the grid, all of them; a second time the same.
void TestArrangement::everyLayoutKeepsNodesApart()
{
    QFETCH(const QString, shape);
    QFETCH(const QList<int>, numbers);
    QFETCH(const int, layout);
    const Project project = shaped(qPrintable(shape), {numbers.begin(), numbers.end()});
    NodePlaces before = freePlaces(project);
    for (auto &[id, place] : before)
        place = {place.x + 1000, place.y - 500};
    const NodePlaces after = laidOut(project, before, Layout(layout));
    QCOMPARE(after.size(), before.size());
    for (const auto &[id, place] : after) {
        QCOMPARE(std::fmod(place.x, gridStep), 0.0);
        QCOMPARE(std::fmod(place.y, gridStep), 0.0);
        for (const auto &[other, otherPlace] : after)
            QVERIFY(id == other || std::hypot(place.x - otherPlace.x, place.y - otherPlace.y) >= 100);
    }
    QVERIFY(std::abs(middleOf(after).x - middleOf(before).x) <= gridStep);
    QVERIFY(std::abs(middleOf(after).y - middleOf(before).y) <= gridStep);
    QCOMPARE(laidOut(project, before, Layout(layout)), after);
}

void TestArrangement::layersFollowTheDistanceFromHosts()
{
    const Project project = shaped("fat-tree", {4});
    const NodePlaces places = laidOut(project, freePlaces(project), Layout::Layers);
    std::map<QString, std::set<double>> heights;
    for (const auto &[id, place] : places) {
        QString role = QString::fromStdString(project.network.find(id)->name);
        role.truncate(role.indexOf(QRegularExpression("[0-9]")));
        heights[role].insert(place.y);
    }
    QCOMPARE(heights.size(), std::size_t{4});
    for (const auto &[role, of] : heights)
        QVERIFY2(of.size() == 1, qPrintable(role));
    const auto at = [&](const char *role) { return *heights.at(QString::fromLatin1(role)).begin(); };
    QVERIFY(at("core") < at("agg"));
    QVERIFY(at("agg") < at("edge"));
    QVERIFY(at("edge") < at("h"));
}

void TestArrangement::layersCrossNoCablesOfATree()
{
    // Two switches on a router, hosts on both, in a muddle.
    Project project = shaped("campus", {3, 4});
    NodePlaces places = freePlaces(project);
    double x = 0;
    for (auto &[id, place] : places)
        place = {x = std::fmod(x * 7 + 340, 2000), 0};
    const NodePlaces after = laidOut(project, places, Layout::Layers);
    struct Line {
        Point up;
        Point down;
    };
    std::vector<Line> lines;
    for (const auto &[id, place] : after) {
        for (const Link &link : project.network.find(id)->links) {
            if (const Veth *veth = link.veth(); veth && after.at(veth->peer.netns).y > place.y)
                lines.push_back({place, after.at(veth->peer.netns)});
        }
    }
    QVERIFY(lines.size() > 4);
    for (const Line &a : lines) {
        for (const Line &b : lines) {
            if (a.up.y == b.up.y && a.up.x < b.up.x)
                QVERIFY(a.down.x <= b.down.x);
        }
    }
}

void TestArrangement::onlyTheGivenNodesMove()
{
    const Project project = shaped("star", {6});
    NodePlaces some = freePlaces(project);
    some.erase(some.begin());
    some.erase(some.begin());
    for (const Layout layout : {Layout::Wires, Layout::Layers, Layout::Circle, Layout::Grid}) {
        const NodePlaces after = laidOut(project, some, layout);
        QCOMPARE(after.size(), some.size());
        for (const auto &[id, place] : after)
            QVERIFY(some.contains(id));
        // Those that are left out keep nobody near themselves.
        for (const auto &[id, place] : after) {
            for (const auto &[other, otherPlace] : after)
                QVERIFY(id == other || std::hypot(place.x - otherPlace.x, place.y - otherPlace.y) >= 100);
        }
    }
}

void TestArrangement::nothingToDo()
{
    QCOMPARE(laidOut({}, {}, Layout::Circle), NodePlaces{});
    const NodePlaces one{{nodeOf(1), {20, 40}}};
    QCOMPARE(aligned(one, Alignment::SpreadRow), one);
}

NETDRAFT_TEST(TestArrangement)
#include "tst_arrangement.moc"
