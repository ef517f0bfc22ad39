#pragma once

#include "model/drawing/drawing.h"

#include <vector>

namespace netdraft::model {

/// Points for the nodes of one connected graph, given by the neighbours of each, none of them nearer to another one
/// than `clearance`, if the graph is a tree. Where the graph is a tree, the nodes further out stand in rings
/// around the one that they hang on, each with all behind it in a disc of its own; what is left, where cables form
/// loops, is a stress layout with room for those discs. Works in about the time it takes to read the graph.
std::vector<Point> discLayout(const std::vector<std::vector<std::size_t>> &neighbours, double length, double clearance);

} // namespace netdraft::model
