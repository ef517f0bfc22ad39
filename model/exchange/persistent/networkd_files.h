#pragma once

#include "model/exchange/persistent/node_config.h"

namespace netdraft::model {

/// The .netdev file (systemd.netdev(5)) of a link that a node makes. What has no key goes to `omitted`.
std::string netdevFile(const LinkConfig &link, std::vector<std::string> &omitted);

/// The .network file (systemd.network(5)) of a link; that of `lo` has what belongs to no link. What has no key goes to
/// `omitted`. `network` is as it is to be.
std::string networkFile(const NodeConfig &node, const LinkConfig &link, const Network &network,
                        std::vector<std::string> &omitted);

} // namespace netdraft::model
