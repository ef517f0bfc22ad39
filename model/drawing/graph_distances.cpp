#include "model/drawing/graph_distances.h"

#include <queue>

#include <algorithm>
#include <limits>

namespace netdraft::model {

std::vector<double> distancesFrom(const Graph &graph, std::size_t start)
{
    using Reached = std::pair<double, std::size_t>;
    std::vector<double> distances(graph.size(), std::numeric_limits<double>::infinity());
    std::priority_queue<Reached, std::vector<Reached>, std::greater<>> next;
    distances[start] = 0;
    next.emplace(0, start);
    while (!next.empty()) {
        const auto [distance, node] = next.top();
        next.pop();
        if (distance > distances[node])
            continue;
        for (const Wire &wire : graph[node]) {
            const double further = distance + wire.length;
            if (further < distances[wire.to]) {
                distances[wire.to] = further;
                next.emplace(further, wire.to);
            }
        }
    }
    return distances;
}

std::size_t farthest(const std::vector<double> &distances)
{
    return static_cast<std::size_t>(std::ranges::max_element(distances) - distances.begin());
}

Landmarks chooseLandmarks(const Graph &graph, std::size_t count)
{
    Landmarks chosen;
    std::vector<double> toNearest = distancesFrom(graph, 0);
    while (chosen.nodes.size() < count) {
        const std::size_t next = farthest(toNearest);
        if (!chosen.nodes.empty() && toNearest[next] <= 0)
            break;
        const auto distances = distancesFrom(graph, next);
        for (std::size_t i = 0; i < graph.size(); ++i)
            toNearest[i] = chosen.nodes.empty() ? distances[i] : std::min(toNearest[i], distances[i]);
        chosen.nodes.push_back(next);
        chosen.distances.push_back(distances);
    }
    return chosen;
}

} // namespace netdraft::model
