#pragma once

#include "model/drawing/project.h"

#include <set>

namespace netdraft::model {

/// The step of the canvas's grid, in scene units.
inline constexpr double gridStep = 20;
/// The nearest line of the grid.
double onGrid(double value);

/// Places for the nodes that the drawing does not place, on the grid, apart from each other and from all others,
/// near the nodes that they are wired to. `known` are places given earlier, which stay as they are; so a node
/// does not jump when another one comes. The same project gives the same places.
std::map<NetnsId, Point> freePlaces(const Project &project, const std::map<NetnsId, Point> &known = {});

/// Places for these nodes as if there were no others, and nobody had placed them.
std::map<NetnsId, Point> placesAlone(const Project &project, const std::set<NetnsId> &nodes);

/// Where one more node goes that is drawn inside of a placed one, as a container of its machine: in rows below that,
/// clear of all that are placed.
Point placeInside(const Drawing &drawing, NetnsId host);

/// The point of the grid nearest to `wish` at which a node stands clear of all of `taken`.
Point clearPlace(const std::map<NetnsId, Point> &taken, Point wish);

} // namespace netdraft::model
