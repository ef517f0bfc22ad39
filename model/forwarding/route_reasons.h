#pragma once

#include "model/forwarding/rule_walk.h"

namespace netdraft::model {

/// Why a route into which a destination falls was not taken.
enum class RouteLoss : std::uint8_t {
    LessSpecific, ///< the one taken has the longer prefix
    WorseMetric,  ///< the same prefix, with a larger metric
    LessWanted,   ///< the same, of a router that is preferred less, or by a link that is (IPv6)
    Later,        ///< the same in all, and stands behind it
    Dead,         ///< none of its hops lives
    OtherLink,    ///< it leaves by another link than the one that is asked for
    Throws,       ///< it sends on to the next table
    TooShort,     ///< the rule that looks there takes none so short (suppress_prefixlength)
    LaterTable,   ///< its table would have been asked only after the one that had the route
    NoRule,       ///< no rule has it looked up in its table
};

/// Why a packet went as it did: which policy rules were asked, and which routes lost, that were not taken although the
/// destination falls into them.
struct RouteReasons {
    struct Policy {
        Rule rule;
        RuleOutcome outcome = RuleOutcome::NoMatch;
    };
    struct Loser {
        Route route;
        RouteLoss why = RouteLoss::LessSpecific;
    };
    std::vector<Policy> rules; ///< in order, the deciding one last; none where a namespace has only the kernel's own
    std::vector<Loser> losers; ///< in the order of the tables, the most specific first
};

/// The reasons for a choice that was made for a flow.
RouteReasons reasonsFor(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice);

} // namespace netdraft::model
