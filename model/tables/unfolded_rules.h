#pragma once

#include "model/simulation/visits.h"

#include <span>

namespace netdraft::model::tables {

/// A line of the rules of a namespace: a chain where it is hooked in, or a rule of it; a rule that jumps is followed by
/// the rules of the chain that it jumps to, one deeper.
struct UnfoldedRule {
    int depth = 0; ///< 0: a chain that is hooked in
    netfilter::Hook hook = netfilter::Hook::Prerouting;
    std::string
        what; ///< which packets, as iptables says it, empty for every one; a whole rule of nft; of a chain its name
    std::string does;   ///< the target of a rule of iptables
    bool drops = false; ///< of a chain: its policy is DROP
    bool isCut = false; ///< it jumps, and the rules of that chain would be too many
    std::optional<netfilter::Counted> counted;
    netfilter::CountingPlace place; ///< of a chain that of its policy

    bool isSameBut(const UnfoldedRule &other) const; ///< for what was counted
};

/// All rules of a namespace in the order in which the kernel asks them: by hook as packets pass them, then by priority.
/// Chains that no hook leads to are not among them. Of rules that would unfold to thousands of lines, the last jumps
/// are cut.
std::vector<UnfoldedRule> unfoldedRules(const Netns &netns);

/// Adds to `passed`, which has as many entries as `rules`, those that a packet matched on a visit.
void markPassed(std::span<const UnfoldedRule> rules, const simulation::Visit &visit, std::vector<bool> &passed);

} // namespace netdraft::model::tables
