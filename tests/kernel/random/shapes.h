#pragma once

#include "topology.h"

namespace netdraft::tests {

/// A number of things: mostly few, seldom up to `most`.
int few(Draw &draw, int least, int most);

// Plans that several families build upon.

/// Hosts h1 … on one switch.
Topology lanOf(Draw &draw, int hosts);
/// Routers r1 … in a row with a LAN, or a single host, at both ends.
Topology chainOf(Draw &draw, int routers);
/// LANs around one router R.
Topology starOf(Draw &draw, int lans);
/// Routers that form a tree, with a host at each leaf and at some others.
Topology treeOf(Draw &draw, int routers);
/// Routers in a ring, a host at each.
Topology ringOf(Draw &draw, int routers);
/// Hosts A and S with two routers R1 and R2 between them, each by a cable of its own.
Topology twoWays();

} // namespace netdraft::tests
