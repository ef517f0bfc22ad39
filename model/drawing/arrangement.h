#pragma once

#include "model/drawing/project.h"

#include <cstdint>

namespace netdraft::model {

/// Where some nodes stand, or shall stand.
using NodePlaces = std::map<NetnsId, Point>;

enum class Alignment : std::uint8_t {
    Row,         ///< all at one height
    Column,      ///< all below each other
    SpreadRow,   ///< from left to right with equal gaps; heights stay
    SpreadColumn ///< from top to bottom with equal gaps
};

/// Lines nodes up, or spreads them evenly between the outermost two.
NodePlaces aligned(const NodePlaces &nodes, Alignment alignment);

enum class Layout : std::uint8_t {
    Wires,  ///< what is wired together stands together, as a network is laid out that nobody has placed
    Layers, ///< hosts at the bottom, above them what they are wired to, and so on
    Circle,
    Grid
};

/// Places all of these nodes anew, around the middle of where they stand.
NodePlaces laidOut(const Project &project, const NodePlaces &nodes, Layout layout);

} // namespace netdraft::model
