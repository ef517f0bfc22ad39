#pragma once

#include "model/drawing/project.h"

#include <string>
#include <vector>

namespace netdraft::model::tables {

/// Rows of cells, which may be empty, of what a tool prints of a node's namespace.
using Rows = std::vector<std::vector<std::string>>;

/// `ip neigh`: address, interface, MAC, state.
Rows neighbourRows(const Project &project, NetnsId node);
/// `bridge fdb`: MAC, interface, VLAN, bridge, tunnel end, flags, state.
Rows forwardingRows(const Project &project, NetnsId node);
/// `bridge -c vlan`: interface, VLAN or range of them, flags.
Rows vlanRows(const Project &project, NetnsId node);
/// `ip rule`: priority, rule.
Rows policyRows(const Project &project, NetnsId node);
/// `ss -tuanp`: protocol, state, local address, peer address, process.
Rows socketRows(const Project &project, NetnsId node);

} // namespace netdraft::model::tables
