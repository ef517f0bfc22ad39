#pragma once

#include "model/drawing/project.h"

namespace netdraft::tests {

/// The project with its ids counted anew in the order of the namespaces and their links, with MACs and link-local
/// addresses that follow from these ids, and without what only history explains: the next ifindex, namespace numbers,
/// whether a bridge that has no port once had one, and the order of IPv6's link-local and multicast routes.
model::Project renumbered(const model::Project &project);

/// The project without the files that a bash script leaves out, which it says: those that namespaces of one machine
/// share.
model::Project asScript(const model::Project &project);

/// The project without what no engine of labs promises: the numbers of links, so that they stand in the order of their
/// names; whether a link that is down was ever up; what is set on the machine itself where that has no links; and
/// programs, for whose sockets a socat stands in.
model::Project asLab(const model::Project &project);

/// What differs first between two projects, in words; empty when they are the same but for ids and history.
std::string differenceBetween(const model::Project &a, const model::Project &b);

} // namespace netdraft::tests
