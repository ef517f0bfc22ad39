#pragma once

#include "model/reachability/walk.h"

namespace netdraft::model {

/// The end of a ping that has a route and no source to send from; the packet may still show how far the routing goes.
RoundTrip withoutSource(const DataPlane &plane, NodeIndex from, const IpAddress &to, const Choice &choice,
                        Exchange *record);

/// What roundTrip() says, found by moving every frame (model/simulation), for networks in which more than the walk
/// knows decides. Chance is led through its alternatives, so far as these are not too many.
RoundTrip simulateRoundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record);

} // namespace netdraft::model
