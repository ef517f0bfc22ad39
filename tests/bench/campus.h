#pragma once

#include "model/edit/edit.h"

namespace netdraft::bench {

/// A network of `routers` routers in a tree of three layers (one core, distribution, access) and `hosts` hosts on the
/// LANs of the access routers, with addresses and static routes such that everybody reaches everybody: the core and
/// the distribution layer have a route to every LAN, the access layer and hosts a default route.
model::EditList campus(int routers, int hosts);

/// A straight line of `routers` routers between two hosts, `left` (10.0.0.2) and `right`, each router with
/// `routesEach` more routes than it needs. `target` is right's address.
struct Chain {
    model::EditList edits;
    model::IpAddress target;
};
Chain chain(int routers, int routesEach);

} // namespace netdraft::bench
