#pragma once

#include "model/network/nft_ruleset.h"

namespace netdraft::model::nft {

/// What the kernel says of a table as a whole, in the words of strerror(3); empty if all is well (nft_table_validate).
std::string_view complaintAbout(const Table &table);

/// Whether there can be such a base chain (nf_tables_chain_type_lookup, nft_chain_parse_hook).
bool isSound(const netfilter::BaseChain &base);

} // namespace netdraft::model::nft
