#pragma once

#include "model/drawing/graph.h"

namespace netdraft::model {

/// The lengths of the shortest ways from one node to each of a connected graph.
std::vector<double> distancesFrom(const Graph &graph, std::size_t start);

/// The first of the nodes that are farthest away.
std::size_t farthest(const std::vector<double> &distances);

/// Nodes that lie far from each other all over the graph, and the distances from each of them.
struct Landmarks {
    std::vector<std::size_t> nodes;
    std::vector<std::vector<double>> distances;
};
/// At most `count`, each the farthest from those before it.
Landmarks chooseLandmarks(const Graph &graph, std::size_t count);

} // namespace netdraft::model
