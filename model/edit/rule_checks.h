#pragma once

#include "model/network/ruleset.h"

namespace netdraft::model::netfilter {

/// What the kernel says of a table with a rule that cannot be, in the words of strerror(3); empty if all is well: a
/// target or match that has no business in the table or at the hooks from which its chain is reached (xt_check_target,
/// xt_check_match), a loop or too many jumps (nft_chain_validate).
std::string_view complaintAbout(const Table &table, const Chain &chain, const Rule &rule);

} // namespace netdraft::model::netfilter
