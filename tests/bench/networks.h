#pragma once

#include "model/edit/edit.h"

namespace netdraft::bench {

/// 1,128 hosts behind 300 routers: the shape `campus`.
model::EditList campus();

/// A straight line of `routers` routers between two hosts, `left` (10.0.0.2) and `right`, each router with
/// `routesEach` more routes than it needs. `target` is right's address.
struct Chain {
    model::EditList edits;
    model::IpAddress target;
};
Chain chain(int routers, int routesEach);

/// A fat tree of routers with `k` ports each: k³/4 hosts, which all reach each other, and 5k²/4 routers. The cables
/// between routers have no addresses: a router has one, towards its hosts or, with scope link, on `lo`, which its
/// neighbours use as their gateway.
model::EditList fatTree(int k);

} // namespace netdraft::bench
