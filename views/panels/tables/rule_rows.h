#pragma once

#include "model/network/netns.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace netdraft::views {

/// A line of the rules of a node: a chain where it is hooked in, or a rule of it; a rule that jumps is followed by the
/// rules of that chain, one deeper.
struct RuleRow {
    int depth = 0;
    model::netfilter::Hook hook = model::netfilter::Hook::Prerouting;
    QString what;       ///< which packets, as iptables or nft says it; of a chain its name
    QString does;       ///< the target; of a chain its policy
    bool drops = false; ///< of a chain: its policy is DROP
    std::optional<model::netfilter::Counted> counted;
    model::netfilter::CountingPlace place; ///< of a chain that of its policy

    bool isSameBut(const RuleRow &other) const; ///< for what was counted
};

/// All rules of a node in the order in which the kernel asks them: by hook as packets pass them, then by priority.
std::vector<RuleRow> ruleRows(const model::Netns &netns);

/// As the kernel calls it: `PREROUTING`.
QString hookName(model::netfilter::Hook hook);

} // namespace netdraft::views
