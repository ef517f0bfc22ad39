#pragma once

#include "model/drawing/drawing.h"
#include "model/drawing/graph_distances.h"

namespace netdraft::model {

/// Points for the nodes of one connected graph that show its shape at large, from the distances to landmarks alone
/// (pivot multidimensional scaling, Brandes and Pich 2006). Nodes that the landmarks do not tell apart fall together.
std::vector<Point> scaledToLandmarks(const Landmarks &landmarks);

} // namespace netdraft::model
