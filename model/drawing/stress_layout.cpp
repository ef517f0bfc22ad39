#include "model/drawing/stress_layout.h"

#include "model/drawing/graph_distances.h"
#include "model/drawing/landmark_scaling.h"

#include <algorithm>
#include <cmath>

namespace netdraft::model {

namespace {

/// Up to here every node is tied to every other; the work grows with the square.
constexpr std::size_t mostAllPairs = 400;
constexpr std::size_t mostLandmarks = 60;

/// A wish of one node: this far from another one.
struct Tie {
    std::size_t to;
    double distance;
    double weight;
};
using Ties = std::vector<std::vector<Tie>>;

Ties tiesToAll(const Graph &graph)
{
    Ties ties(graph.size());
    for (std::size_t node = 0; node < graph.size(); ++node) {
        const std::vector<double> distances = distancesFrom(graph, node);
        ties[node].reserve(graph.size());
        for (std::size_t other = 0; other < graph.size(); ++other) {
            if (other != node)
                ties[node].push_back({other, distances[other], 1 / (distances[other] * distances[other])});
        }
    }
    return ties;
}

/// Each landmark stands for the nodes nearest to it: the more of them are no further from it than half the way to
/// a node, the more that node's tie to it weighs.
Ties tiesToLandmarks(const Graph &graph, const Landmarks &chosen)
{
    const std::size_t count = chosen.nodes.size();
    std::vector<std::vector<double>> region(count);
    for (std::size_t node = 0; node < graph.size(); ++node) {
        std::size_t nearest = 0;
        for (std::size_t i = 1; i < count; ++i) {
            if (chosen.distances[i][node] < chosen.distances[nearest][node])
                nearest = i;
        }
        region[nearest].push_back(chosen.distances[nearest][node]);
    }
    for (std::vector<double> &distances : region)
        std::ranges::sort(distances);
    Ties ties(graph.size());
    for (std::size_t node = 0; node < graph.size(); ++node) {
        for (const Wire &wire : graph[node])
            ties[node].push_back({wire.to, wire.length, 1 / (wire.length * wire.length)});
        for (std::size_t i = 0; i < count; ++i) {
            const double distance = chosen.distances[i][node];
            const bool wired =
                std::ranges::any_of(graph[node], [&](const Wire &wire) { return wire.to == chosen.nodes[i]; });
            if (wired || chosen.nodes[i] == node)
                continue;
            const auto near = std::ranges::upper_bound(region[i], distance / 2) - region[i].begin();
            ties[node].push_back({chosen.nodes[i], distance,
                                  static_cast<double>(std::max<std::ptrdiff_t>(near, 1)) / (distance * distance)});
        }
    }
    return ties;
}

/// One node moves to where its ties balance; returns how far it went.
double settle(std::vector<Point> &points, std::size_t node, const std::vector<Tie> &ties)
{
    Point sum;
    double weights = 0;
    const Point here = points[node];
    for (const Tie &tie : ties) {
        const double dx = here.x - points[tie.to].x;
        const double dy = here.y - points[tie.to].y;
        const double stretch = tie.distance / std::max(std::sqrt(dx * dx + dy * dy), 1e-6);
        sum.x += tie.weight * (points[tie.to].x + dx * stretch);
        sum.y += tie.weight * (points[tie.to].y + dy * stretch);
        weights += tie.weight;
    }
    points[node] = {sum.x / weights, sum.y / weights};
    return std::hypot(points[node].x - here.x, points[node].y - here.y);
}

/// Where to start: along the longest way through the graph, what lies beside it alternately above and below. A
/// slight unevenness lets nodes that start in one line leave it, which the springs alone would never do.
std::vector<Point> outline(const Graph &graph)
{
    const std::vector<double> fromStart = distancesFrom(graph, farthest(distancesFrom(graph, 0)));
    const std::size_t end = farthest(fromStart);
    const std::vector<double> fromEnd = distancesFrom(graph, end);
    const double longest = fromStart[end];
    std::vector<Point> points(graph.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double aside = fromStart[i] + fromEnd[i] - longest;
        const double uneven = 0.03 * graph[i].front().length * std::sin(2.4 * static_cast<double>(i));
        points[i].x = (fromStart[i] - fromEnd[i]) / 2;
        points[i].y = uneven + (i % 2 == 0 ? aside : -aside) / 2;
    }
    return points;
}

} // namespace

void layFlat(std::vector<Point> &points)
{
    Point mean;
    for (const Point &point : points) {
        mean.x += point.x / static_cast<double>(points.size());
        mean.y += point.y / static_cast<double>(points.size());
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (const Point &point : points) {
        xx += (point.x - mean.x) * (point.x - mean.x);
        xy += (point.x - mean.x) * (point.y - mean.y);
        yy += (point.y - mean.y) * (point.y - mean.y);
    }
    const double angle = std::atan2(2 * xy, xx - yy) / 2;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (Point &point : points) {
        const double x = point.x - mean.x;
        const double y = point.y - mean.y;
        point = {x * cosine + y * sine, y * cosine - x * sine};
    }
    if (points.front().x > points.back().x) {
        for (Point &point : points)
            point = {-point.x, -point.y};
    }
}

std::vector<Point> stressLayout(const Graph &graph)
{
    if (graph.size() <= 1)
        return std::vector<Point>(graph.size());
    Ties ties;
    std::vector<Point> points;
    if (graph.size() <= mostAllPairs) {
        ties = tiesToAll(graph);
        points = outline(graph);
    } else {
        const Landmarks landmarks = chooseLandmarks(graph, mostLandmarks);
        ties = tiesToLandmarks(graph, landmarks);
        points = scaledToLandmarks(landmarks);
    }
    std::size_t work = 0;
    for (const std::vector<Tie> &each : ties)
        work += each.size();
    // Long chains straighten slowly, but are cheap; the work of all rounds stays within some ten million steps.
    const int mostRounds = std::clamp(static_cast<int>(10'000'000 / work), 60, 2000);
    const double still = graph.front().front().length / 1'000'000;
    for (int round = 0; round < mostRounds; ++round) {
        double moved = 0;
        for (std::size_t node = 0; node < graph.size(); ++node)
            moved = std::max(moved, settle(points, node, ties[node]));
        if (moved < still)
            break;
    }
    layFlat(points);
    return points;
}

std::vector<Point> stressLayout(const std::vector<std::vector<std::size_t>> &neighbours, double length)
{
    Graph graph(neighbours.size());
    for (std::size_t node = 0; node < neighbours.size(); ++node) {
        for (const std::size_t other : neighbours[node])
            graph[node].push_back({other, length});
    }
    return stressLayout(graph);
}

} // namespace netdraft::model
