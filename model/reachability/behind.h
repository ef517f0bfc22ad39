#pragma once

#include "model/forwarding/data_plane.h"

#include <vector>

namespace netdraft::model {

/// The links that frames could come to from a link in one step, whichever way they go: by its cable, through the
/// bridge, bond or Open vSwitch that it is of, to what lies on it and what it lies on. Whether they are up is not
/// looked at.
std::vector<LinkIndex> adjacentLinks(const DataPlane &plane, LinkIndex link);

/// Whether a link that has the address lies behind a port of Open vSwitch, seen from its bridge.
bool liesBehind(const DataPlane &plane, LinkIndex port, const IpAddress &address);

/// The same seen from its cable: behind another port of its bridge.
bool liesBeyond(const DataPlane &plane, LinkIndex port, const IpAddress &address);

/// Whether a link takes part in the IP of its namespace and has the address.
bool hasForItself(const PlaneLink &link, const IpAddress &address);

} // namespace netdraft::model
