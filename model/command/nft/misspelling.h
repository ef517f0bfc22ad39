#pragma once

#include "model/command/nft/command_reader.h"

namespace netdraft::model::command::nfttool {

/// `; did you mean table ‘filter’ in family inet?`, where a command names something that is not there and there is
/// something called alike (nft_cmd_enoent); empty where there is not.
std::string suggestionFor(const netfilter::Ruleset &ruleset, const nft::Change &change);

} // namespace netdraft::model::command::nfttool
