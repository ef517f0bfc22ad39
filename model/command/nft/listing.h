#pragma once

#include "model/edit/nft_edit.h"
#include "model/network/netns.h"

namespace netdraft::model::command::nfttool {

/// How `nft list` prints.
struct ListForm {
    bool handles = false;         ///< -a
    bool stateless = false;       ///< -s: no counters
    bool numericPriority = false; ///< -y
};

/// A rule without its chain; `netns` tells what links are called, null: as they are called in the rule.
std::string ruleText(nft::TableFamily family, const nft::Rule &rule, const Netns *netns, const ListForm &form = {});

/// What stands between the braces of a base chain: `type filter hook input priority filter; policy accept;`.
std::string baseText(const netfilter::BaseChain &base, std::optional<bool> drops, const ListForm &form);

/// `table ip t { … }`; `chain` alone, where one is named.
std::string tableText(const Netns &netns, const nft::Table &table, std::string_view chain, const ListForm &form);
/// The same without rules, as `list chains` has it.
std::string chainsText(const nft::Table &table, const ListForm &form);

/// The priority that a word stands for at a hook: `filter`, `dstnat` (std_prio_lookup).
std::optional<int> namedPriority(std::string_view name, netfilter::Hook hook);

std::string_view hookName(netfilter::Hook hook);
std::string_view typeName(netfilter::BaseChain::Type type);

} // namespace netdraft::model::command::nfttool
