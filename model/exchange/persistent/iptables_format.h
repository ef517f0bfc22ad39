#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// A folder with etc/iptables/rules.v4 and rules.v6 for each node that has rules, as iptables-restore and Debian's
/// iptables-persistent read them. An ExportFormat::write.
Result<Exported> writeIptablesRules(const Project &project, const ExportRequest &request);

/// Adds these files of one node.
void addIptablesFiles(Exported &exported, const Netns &netns);

/// Adds a line to what is omitted for each command of nft that a node was told.
void omitNft(Exported &exported, const EditList &edits);

} // namespace netdraft::model
