#pragma once

#include "model/forwarding/flow.h"

#include <span>
#include <vector>

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

/// What a policy rule did with a flow.
enum class RuleOutcome : std::uint8_t {
    NoMatch,    ///< it is for others
    Nop,        ///< it says to ask the next one
    Jumped,     ///< it sent on to a later one
    NoRoute,    ///< its table has no route for the flow
    Thrown,     ///< its table has a throw route for it
    Suppressed, ///< the route of its table is too short for it (suppress_prefixlength)
    Decided,
};

/// A policy rule that was asked; its table, where it has one.
struct AskedRule {
    const Rule *rule = nullptr;
    RuleOutcome outcome = RuleOutcome::NoMatch;
    std::uint32_t table = table::unspecified;
};

/// fib_rules_lookup. `asked`, if there is one, gets every rule that was looked at, in order.
RuleHit walkRules(const DataPlane &plane, NodeIndex node, const Flow &flow, std::vector<AskedRule> *asked = nullptr);

/// Whether a route whose destination has the flow's in it could be taken: one of its hops lives, and is by the link
/// that the flow is bound to.
bool serves(const DataPlane &plane, NodeIndex node, const Route &route, const Flow &flow);

/// The tables that a namespace whose rules are the kernel's own looks in, in order; those of one entry count as one:
/// `local` and `main` of IPv4 are one until somebody adds a rule.
std::span<const std::vector<std::uint32_t>> defaultTables(Family family);

} // namespace netdraft::model
