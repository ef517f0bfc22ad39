#pragma once

#include "model/command/nft/comparison_reader.h"
#include "model/network/nft_ruleset.h"

namespace netdraft::model::command::nfttool {

/// A rule as it was read, and where what the kernel may not find is written.
struct ReadRule {
    nft::Rule rule;
    Span jump; ///< the chain that it goes to
    std::vector<NamedLink> links;
};

/// The statements of a rule, up to the end of its line, and the comment behind them; as the kernel keeps them and nft
/// lists them (rule_evaluate, then netlink_delinearize_rule).
ReadRule readRule(Reading &reading, nft::TableFamily family);

} // namespace netdraft::model::command::nfttool
