#pragma once

#include "model/drawing/project.h"

namespace netdraft::bench {

/// A network of so many nodes, which all have their place, on rows as wide as a screen; half as many cables more than
/// nodes, mostly between neighbours, one in fifty far across; an address at each end.
model::Project drawnNetwork(int nodes);

} // namespace netdraft::bench
