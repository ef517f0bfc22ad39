#pragma once

#include "model/network/nft_ruleset.h"

namespace netdraft::model::command::nfttool {

/// Brings a rule into the form in which nft lists it once it is in the kernel: comparisons of both ports of a packet
/// become one, which is listed as the source's and the destination's (stmt_reduce), and those that later ones imply are
/// left out (payload_dependency_kill). False where what nft would list is not known here.
bool bringToListedForm(nft::TableFamily family, nft::Rule &rule);

} // namespace netdraft::model::command::nfttool
