#pragma once

#include "model/command/nft/reading.h"
#include "model/network/base_chain.h"

namespace netdraft::model::command::nfttool {

/// `type filter hook input priority filter + 5;`
netfilter::BaseChain readBaseChain(Reading &reading);

/// `policy drop;`: whether it drops; `span` is where that is written.
bool readPolicy(Reading &reading, Span &span);

} // namespace netdraft::model::command::nfttool
