#pragma once

#include "model/command/nft/keys.h"

namespace netdraft::model::command::nfttool {

/// A link that a rule names, and where.
struct NamedLink {
    std::string name;
    Span span;
};

/// What a key is compared with: what follows the key's words. The links that are to be looked up go to `links`.
nft::Comparison readComparison(Reading &reading, const KeyRow &row, std::vector<NamedLink> &links);

/// Puts the elements of a set into the order of nft, and joins those that overlap or meet where some are ranges
/// (set_automerge).
void sortSet(nft::Comparison &comparison, bool intervals);

} // namespace netdraft::model::command::nfttool
