#pragma once

#include "model/exchange/node_parts.h"

namespace netdraft::model {

/// etc/network/interfaces of one node (interfaces(5)). Edits that have no place in it go, with the reason, to
/// `omitted`. `netns` is the node as it is to be.
std::string interfacesFile(const NodePart &node, const Netns &netns, std::vector<std::string> &omitted);

} // namespace netdraft::model
