#pragma once

#include "model/exchange/exchange.h"
#include "model/exchange/node_parts.h"

#include <functional>

namespace netdraft::model {

/// The files that `write` adds for each node, in the order of their names; what only chance decides between nodes is
/// named as left out. Refuses names that must not reach a shell.
Result<Exported> exportEachNode(const Project &project,
                                const std::function<void(Exported &, const NodePart &, const Netns &)> &write);

} // namespace netdraft::model
