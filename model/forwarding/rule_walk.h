#pragma once

#include "model/forwarding/flow.h"

namespace netdraft::model {

/// Whether a rule is for a flow (fib_rule_match, fib4_rule_match, fib6_rule_match).
bool isFor(const Netns &netns, const DataPlane &plane, const Rule &rule, const Flow &flow);

/// A route that a table gives for a flow, and which of its hops can be used.
struct TableHit {
    const Route *route = nullptr;      ///< none: go on to the next table or rule
    std::vector<const NextHop *> hops; ///< those that live, where the route has any; a bound flow's own first
};

/// Looks tables that count as one up for a flow (fib_table_lookup, fib6_table_lookup): a dead way does not count, nor,
/// where the sender is bound to a link, one by another.
TableHit lookUpTables(const DataPlane &plane, NodeIndex node, std::span<const std::uint32_t> tables, const Flow &flow);

/// What the rules come to: the hit of the deciding rule, or the cause that the rule itself gives.
struct RuleHit {
    const Rule *rule = nullptr;
    TableHit hit;
    Cause cause = Cause::NoRoute; ///< where there is no route
};

/// fib_rules_lookup
RuleHit walkRules(const DataPlane &plane, NodeIndex node, const Flow &flow);

} // namespace netdraft::model
