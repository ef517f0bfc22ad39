#pragma once

#include "model/exchange/rebuild/rebuilding.h"

namespace netdraft::model::rebuilding {

// The steps of building a network anew, by what they make; rebuild() has their order.

void addLinks(Rebuilding &building);

enum class Bridges : bool { No, Yes };
/// The MTUs of links that lie on no other: those of bridges follow their ports, and come when these have theirs.
void setMtus(Rebuilding &building, Bridges bridges);
/// Those of links that lie on others, each once that of what is below is right.
void setChildMtus(Rebuilding &building);
void setArp(Rebuilding &building);
void setQdiscs(Rebuilding &building);

void setBridges(Rebuilding &building);
void setMasters(Rebuilding &building);
/// Those of the database that are no internal ones.
void addOvsPorts(Rebuilding &building);
void setPorts(Rebuilding &building);
/// What only a link that runs can be told.
void setPortStates(Rebuilding &building);

void setSysctls(Rebuilding &building);
/// All that are up, or were once.
void setLinksUp(Rebuilding &building);
void setLinksDown(Rebuilding &building);

/// `late` are those that came after the links that are down now had gone down.
void addAddresses(Rebuilding &building, bool late);
/// Static entries: neighbours, and what bridges and VXLANs were told of MACs.
void addNeighbours(Rebuilding &building);
/// All of the steps above, in the order in which the kernel takes them.
void addLinksAndNeighbours(Rebuilding &building);
/// Next hop objects, routes and policy rules.
void addRoutes(Rebuilding &building);
void addRulesets(Rebuilding &building);

/// The files that namespaces have for themselves, which programs may read.
void addFiles(Rebuilding &building);
void addRadvds(Rebuilding &building);
/// Programs that listen, but for those whose address has gone: they hear nothing any more, and would not start.
void addSockets(Rebuilding &building);

} // namespace netdraft::model::rebuilding
