#include "model/drawing/stress_layout.h"

#include <algorithm>
#include <cmath>

namespace netdraft::model {

namespace {

constexpr std::size_t mostNodes = 600;

using Distances = std::vector<std::vector<int>>;

Distances distancesOf(const std::vector<std::vector<std::size_t>> &neighbours)
{
    const std::size_t count = neighbours.size();
    Distances distances(count, std::vector<int>(count, -1));
    std::vector<std::size_t> queue;
    for (std::size_t start = 0; start < count; ++start) {
        std::vector<int> &row = distances[start];
        row[start] = 0;
        queue.assign(1, start);
        for (std::size_t i = 0; i < queue.size(); ++i) {
            for (const std::size_t next : neighbours[queue[i]]) {
                if (row[next] < 0) {
                    row[next] = row[queue[i]] + 1;
                    queue.push_back(next);
                }
            }
        }
    }
    return distances;
}

/// Turns the points so that they spread most from left to right, the first of them on the left.
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

std::size_t farthest(const std::vector<int> &row)
{
    return static_cast<std::size_t>(std::ranges::max_element(row) - row.begin());
}

/// Where to start: along the longest way through the graph, what lies beside it alternately above and below. A
/// slight unevenness lets nodes that start in one line leave it, which the springs alone would never do.
std::vector<Point> outline(const Distances &distances, double length)
{
    const std::size_t start = farthest(distances.front());
    const std::vector<int> &fromStart = distances[start];
    const std::size_t end = farthest(fromStart);
    const std::vector<int> &fromEnd = distances[end];
    std::vector<Point> points(distances.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const int aside = fromStart[i] + fromEnd[i] - fromStart[end];
        const double uneven = 0.03 * std::sin(2.4 * static_cast<double>(i));
        points[i].x = length * (fromStart[i] - fromEnd[i]) / 2.0;
        points[i].y = length * (uneven + (i % 2 == 0 ? aside : -aside) / 2.0);
    }
    return points;
}

std::vector<Point> inRows(std::size_t count, double length)
{
    const auto columns = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(count) * 1.5)));
    std::vector<Point> points(count);
    for (std::size_t i = 0; i < count; ++i)
        points[i] = {static_cast<double>(i % columns) * length, static_cast<double>(i / columns) * length};
    return points;
}

/// One node moves to where its springs balance; returns how far it went.
double settle(std::vector<Point> &points, std::size_t node, const std::vector<int> &distances, double length)
{
    Point sum;
    double weights = 0;
    const Point here = points[node];
    for (std::size_t other = 0; other < points.size(); ++other) {
        if (other == node)
            continue;
        const double ideal = distances[other] * length;
        const double weight = 1 / (ideal * ideal);
        const double dx = here.x - points[other].x;
        const double dy = here.y - points[other].y;
        const double stretch = ideal / std::max(std::hypot(dx, dy), 1e-6);
        sum.x += weight * (points[other].x + dx * stretch);
        sum.y += weight * (points[other].y + dy * stretch);
        weights += weight;
    }
    points[node] = {sum.x / weights, sum.y / weights};
    return std::hypot(points[node].x - here.x, points[node].y - here.y);
}

} // namespace

std::vector<Point> stressLayout(const std::vector<std::vector<std::size_t>> &neighbours, double length)
{
    const std::size_t count = neighbours.size();
    if (count <= 1)
        return std::vector<Point>(count);
    if (count > mostNodes)
        return inRows(count, length);
    const Distances distances = distancesOf(neighbours);
    std::vector<Point> points = outline(distances, length);
    // Long chains straighten slowly, but are cheap; the work of all rounds stays within some ten million steps.
    const int mostRounds = std::clamp(static_cast<int>(10'000'000 / (count * count)), 60, 2000);
    for (int round = 0; round < mostRounds; ++round) {
        double moved = 0;
        for (std::size_t node = 0; node < count; ++node)
            moved = std::max(moved, settle(points, node, distances[node], length));
        if (moved < length / 1'000'000)
            break;
    }
    layFlat(points);
    return points;
}

} // namespace netdraft::model
