#pragma once

#include "model/drawing/drawing.h"

#include <vector>

namespace netdraft::model {

/// Points for the nodes of one connected graph, given by the neighbours of each, such that the distance of two
/// nodes is about `length` for every cable between them (stress majorization, Gansner, Koren and North 2004). The
/// longer side lies flat. Graphs of more than a few hundred nodes are set in rows in the given order instead,
/// since the work grows with the square. No randomness: same graph, same points.
std::vector<Point> stressLayout(const std::vector<std::vector<std::size_t>> &neighbours, double length);

} // namespace netdraft::model
