#pragma once

#include "model/drawing/drawing.h"
#include "model/drawing/graph.h"

namespace netdraft::model {

/// Points for the nodes of one connected graph such that the distance of two nodes is about the length of the
/// shortest way between them (stress majorization, Gansner, Koren and North 2004). In a graph of more than a few
/// hundred nodes each keeps its distance to its neighbours and to some landmarks instead of to all (sparse stress,
/// Ortmann, Klimenta and Brandes 2016). The longer side lies flat. No randomness: same graph, same points.
std::vector<Point> stressLayout(const Graph &graph);
/// The same with all wires as long, given by the neighbours of each node.
std::vector<Point> stressLayout(const std::vector<std::vector<std::size_t>> &neighbours, double length);

/// Turns the points so that they spread most from left to right, the first of them on the left.
void layFlat(std::vector<Point> &points);

} // namespace netdraft::model
