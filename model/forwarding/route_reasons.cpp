#include "model/forwarding/route_reasons.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// Tables that are asked as one, and what came of it; Nop: they would be asked only after the decision.
struct AskedTables {
    std::vector<std::uint32_t> tables;
    RuleOutcome outcome = RuleOutcome::NoRoute;
};

/// In which tables a flow is looked up, in order, up to those behind the one that has the route.
std::vector<AskedTables> tablesFor(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice,
                                   RouteReasons &reasons)
{
    const PlaneNode &here = plane.nodes()[node];
    const Family family = flow.destination.family();
    std::vector<AskedTables> order;
    if (!here.ownRules(family)) {
        for (const std::vector<std::uint32_t> &tables : defaultTables(family)) {
            const bool decides = choice.route && std::ranges::find(tables, choice.route->table) != tables.end();
            order.push_back({tables, decides ? RuleOutcome::Decided : RuleOutcome::NoRoute});
        }
        return order;
    }
    std::vector<AskedRule> asked;
    (void)walkRules(plane, node, flow, &asked);
    for (const AskedRule &each : asked) {
        reasons.rules.push_back({*each.rule, each.outcome});
        if (each.table != table::unspecified)
            order.push_back({{each.table}, each.outcome});
    }
    // Those of the rules behind the deciding one, which nobody asked.
    const std::vector<Rule> &rules = here.netns->rules(family);
    auto next = asked.empty() ? rules.begin() : rules.begin() + (asked.back().rule - rules.data()) + 1;
    for (; next != rules.end(); ++next) {
        if (next->action == RuleAction::Lookup && !next->l3mdev && isFor(*here.netns, plane, *next, flow))
            order.push_back({{next->table}, RuleOutcome::Nop});
    }
    return order;
}

class Judge
{
public:
    Judge(const DataPlane &plane, NodeIndex node, const Flow &flow, const Choice &choice)
        : m_plane(plane), m_node(node), m_flow(flow), m_taken(choice.route)
    {
    }

    /// Why a route of tables with this outcome lost; `behind` says that the one taken was found before.
    RouteLoss lossOf(const Route &route, RuleOutcome outcome, bool behind) const
    {
        if (behind)
            return RouteLoss::LaterTable;
        if (outcome == RuleOutcome::Suppressed)
            return RouteLoss::TooShort;
        if (!serves(m_plane, m_node, route, m_flow))
            return whyUseless(route);
        if (route.type == RouteType::Throw)
            return RouteLoss::Throws;
        if (!m_taken || route.destination.length() < m_taken->destination.length() || outcome == RuleOutcome::Thrown)
            return RouteLoss::LessSpecific;
        if (route.metric != m_taken->metric)
            return RouteLoss::WorseMetric;
        return m_flow.destination.isV4() ? RouteLoss::Later : RouteLoss::LessWanted;
    }

private:
    RouteLoss whyUseless(const Route &route) const
    {
        Flow anywhere = m_flow;
        anywhere.out = nowhere;
        anywhere.in = nowhere;
        return serves(m_plane, m_node, route, anywhere) ? RouteLoss::OtherLink : RouteLoss::Dead;
    }

    const DataPlane &m_plane;
    NodeIndex m_node;
    const Flow &m_flow;
    const Route *m_taken;
};

} // namespace

RouteReasons reasonsFor(const DataPlane &plane, NodeIndex node, const Flow &asked, const Choice &choice)
{
    RouteReasons reasons;
    const Flow flow = inVrf(plane, asked);
    const Netns &netns = *plane.nodes()[node].netns;
    std::vector<const Route *> candidates;
    for (const Route &route : netns.routes) {
        if (&route != choice.route && route.destination.contains(flow.destination))
            candidates.push_back(&route);
    }
    std::ranges::stable_sort(
        candidates, [](const Route *a, const Route *b) { return a->destination.length() > b->destination.length(); });
    const Judge judge(plane, node, flow, choice);
    bool behind = false;
    std::vector<const Route *> told;
    for (const AskedTables &each : tablesFor(plane, node, flow, choice, reasons)) {
        behind = behind || each.outcome == RuleOutcome::Nop;
        for (const Route *route : candidates) {
            if (std::ranges::find(each.tables, route->table) == each.tables.end() ||
                std::ranges::find(told, route) != told.end())
                continue;
            told.push_back(route);
            reasons.losers.push_back({*route, judge.lossOf(*route, each.outcome, behind)});
        }
        behind = behind || each.outcome == RuleOutcome::Decided;
    }
    for (const Route *route : candidates) {
        if (std::ranges::find(told, route) == told.end() && route->table != table::local)
            reasons.losers.push_back({*route, RouteLoss::NoRule});
    }
    return reasons;
}

} // namespace netdraft::model
