#include "model/forwarding/rule_walk.h"

#include "model/edit/fib.h"
#include "model/network/effective_sysctl.h"

#include <algorithm>
#include <array>

namespace netdraft::model {

namespace {

/// rt6_need_strict
bool isNearOnly(const IpAddress &address)
{
    return address.isLinkLocal() || address.isMulticast() || address.isLoopback();
}

/// Whether IPv6 takes only routes by one link (RT6_LOOKUP_F_IFACE), and which link it prefers.
struct Preference {
    LinkIndex link = nowhere;
    bool strict = false;
};

Preference preferenceOf(const Flow &flow)
{
    if (flow.in != nowhere)
        return {flow.in, isNearOnly(flow.destination)};
    return {flow.out, flow.out != nowhere && (!flow.source || isNearOnly(flow.destination))};
}

class TableLookUp
{
public:
    TableLookUp(const DataPlane &plane, NodeIndex node, const Flow &flow)
        : m_plane(plane), m_netns(*plane.nodes()[node].netns), m_flow(flow), m_family(flow.destination.family())
    {
    }

    TableHit find(std::span<const std::uint32_t> tables) const
    {
        for (int length = addressBits(m_family); length >= 0; --length) {
            const Prefix prefix = Prefix::of(m_flow.destination, length);
            for (const std::uint32_t table : tables) {
                const auto routes = routesTo(m_netns, table, prefix);
                if (routes.empty())
                    continue;
                TableHit hit = m_family == Family::Ipv4 ? first4(routes) : best6(routes);
                if (hit.route)
                    return hit;
            }
        }
        return {};
    }

    bool serves(const Route &route) const
    {
        const std::span one(&route, 1);
        return (m_family == Family::Ipv4 ? first4(one) : best6(one)).route != nullptr;
    }

private:
    /// RTNH_F_DEAD, and RTNH_F_LINKDOWN where that counts as dead.
    bool lives(const NextHop &hop) const
    {
        const LinkIndex at = m_plane.index(hop.dev);
        if (hop.dead || at == nowhere)
            return false;
        const PlaneLink &link = m_plane.links()[at];
        return link.running || !ignoresLinkdown(m_netns, *link.link, m_family);
    }

    /// The aliases of one leaf, in their order: the first with a hop that serves (fib_lookup_good_nhc).
    TableHit first4(std::span<const Route> routes) const
    {
        for (const Route &route : routes) {
            if (isDiscarding(route.type))
                return {&route, {}};
            TableHit hit;
            for (const NextHop &hop : route.hops) {
                const bool bound = m_flow.out != nowhere && m_plane.index(hop.dev) != m_flow.out;
                const bool home = route.scope >= Scope::Host; // local routes know no carrier
                if (!bound && (home ? !hop.dead : lives(hop)))
                    hit.hops.push_back(&hop);
            }
            if (!hit.hops.empty()) {
                hit.route = &route;
                // A bound sender gets the hop that the look-up found (fib_select_path).
                if (m_flow.out != nowhere)
                    hit.hops.resize(1);
                return hit;
            }
        }
        return {};
    }

    /// rt6_select: of the routes with the smallest metric that serve the best by preference, and of these the first by
    /// the link preferred, else the first. Beside an advertised router it goes back to what was sent before which is
    /// asked (rt6_score_route), so all are.
    TableHit best6(std::span<const Route> routes) const
    {
        const Preference wish = preferenceOf(m_flow);
        TableHit best;
        bool bestPreferred = false;
        for (const Route &route : routes) {
            if (best.route && route.metric != best.route->metric)
                break;
            const bool home = route.type == RouteType::Local || route.type == RouteType::Anycast;
            TableHit hit;
            bool preferred = false;
            for (const NextHop &hop : route.hops) {
                const bool matches = wish.link == nowhere || m_plane.index(hop.dev) == wish.link;
                if ((wish.strict && !matches) || !(home ? !hop.dead : lives(hop)))
                    continue;
                preferred = preferred || matches;
                hit.hops.push_back(&hop);
            }
            if (hit.hops.empty())
                continue;
            const auto rank = [](const Route &of, bool byLink) { return std::pair(of.preference, byLink); };
            if (best.route && rank(route, preferred) <= rank(*best.route, bestPreferred)) {
                if (rank(route, preferred) == rank(*best.route, bestPreferred) &&
                    (route.isAdvertised() || best.route->isAdvertised()))
                    best.hops.insert(best.hops.end(), hit.hops.begin(), hit.hops.end());
                continue;
            }
            hit.route = &route;
            best = std::move(hit);
            bestPreferred = preferred;
        }
        return best;
    }

    const DataPlane &m_plane;
    const Netns &m_netns;
    const Flow &m_flow;
    Family m_family;
};

bool agrees(const InterfaceAddress &selector, const std::optional<IpAddress> &address)
{
    return selector.length == 0 || (address && selector.prefix().contains(*address));
}

bool agrees(const PortRange &range, std::uint16_t port)
{
    return !range || (range.first <= port && port <= range.last);
}

/// `not l3mdev` is for flows outside every VRF too: main is then meant (fib_rule_get_table, fib_get_table).
std::uint32_t tableOf(const Rule &rule, const DataPlane &plane, const Flow &flow)
{
    if (!rule.l3mdev)
        return rule.table;
    const Vrf *vrf = flow.vrf == nowhere ? nullptr : plane.links()[flow.vrf].link->as<Vrf>();
    return vrf ? vrf->table : table::main;
}

} // namespace

bool isFor(const Netns &netns, const DataPlane &plane, const Rule &rule, const Flow &flow)
{
    // A name that no link has is no link's index.
    const auto isLink = [&](const std::string &name, LinkIndex index) {
        const Link *link = netns.find(std::string_view(name));
        return link && plane.index(link->id) == index;
    };
    const LinkIndex in = flow.in == nowhere ? plane.index(netns.loopback().id) : flow.in;
    const auto isVrf = [&](const std::string &name) { return flow.vrf != nowhere && isLink(name, flow.vrf); };
    const bool agreed =
        (!rule.l3mdev || flow.vrf != nowhere) && (rule.iif.empty() || isLink(rule.iif, in) || isVrf(rule.iif)) &&
        (rule.oif.empty() || (flow.out != nowhere && isLink(rule.oif, flow.out)) || isVrf(rule.oif)) &&
        ((rule.mark ^ flow.mark) & rule.markMask) == 0 && agrees(rule.from, flow.source) &&
        agrees(rule.to, flow.destination) && (rule.tos == 0 || rule.tos == (flow.tos & 0xfcU)) &&
        (rule.ipProtocol == 0 || rule.ipProtocol == flow.protocol) && agrees(rule.sourcePorts, flow.sourcePort) &&
        agrees(rule.destinationPorts, flow.destinationPort);
    return agreed != rule.inverted;
}

TableHit lookUpTables(const DataPlane &plane, NodeIndex node, std::span<const std::uint32_t> tables, const Flow &flow)
{
    return TableLookUp(plane, node, flow).find(tables);
}

bool serves(const DataPlane &plane, NodeIndex node, const Route &route, const Flow &flow)
{
    return TableLookUp(plane, node, flow).serves(route);
}

std::span<const std::vector<std::uint32_t>> defaultTables(Family family)
{
    using Tables = std::vector<std::uint32_t>;
    static const std::array order4{Tables{table::local, table::main}, Tables{table::fallback}};
    static const std::array order6{Tables{table::local}, Tables{table::main}};
    return family == Family::Ipv4 ? std::span<const Tables>(order4) : std::span<const Tables>(order6);
}

RuleHit walkRules(const DataPlane &plane, NodeIndex node, const Flow &flow, std::vector<AskedRule> *asked)
{
    const Netns &netns = *plane.nodes()[node].netns;
    const std::vector<Rule> &rules = netns.rules(flow.destination.family());
    const TableLookUp lookUp(plane, node, flow);
    const auto note = [&](const Rule &rule, RuleOutcome outcome, std::uint32_t table = table::unspecified) {
        if (asked)
            asked->push_back({&rule, outcome, table});
    };
    for (auto rule = rules.begin(); rule != rules.end();) {
        const bool isForFlow = isFor(netns, plane, *rule, flow);
        if (!isForFlow || rule->action == RuleAction::Nop) {
            note(*rule, isForFlow ? RuleOutcome::Nop : RuleOutcome::NoMatch);
            ++rule;
            continue;
        }
        const auto decides = [&](Cause cause) {
            note(*rule, RuleOutcome::Decided);
            return RuleHit{&*rule, {}, cause};
        };
        switch (rule->action) {
        case RuleAction::Goto: {
            note(*rule, RuleOutcome::Jumped);
            const auto target = std::ranges::find(rules, rule->target, &Rule::priority);
            rule = target == rules.end() ? rule + 1 : target;
            continue;
        }
        case RuleAction::Blackhole: return decides(Cause::Blackhole);
        case RuleAction::Unreachable: return decides(Cause::NoRoute); // ENETUNREACH, unlike a route's
        case RuleAction::Prohibit: return decides(Cause::Prohibit);
        default: break;
        }
        const std::uint32_t table = tableOf(*rule, plane, flow);
        TableHit hit = lookUp.find(std::span(&table, 1));
        const bool suppressed = hit.route && hit.route->destination.length() <= rule->suppressPrefixLength &&
                                !isDiscarding(hit.route->type);
        const RuleOutcome outcome = !hit.route                            ? RuleOutcome::NoRoute
                                    : hit.route->type == RouteType::Throw ? RuleOutcome::Thrown
                                    : suppressed                          ? RuleOutcome::Suppressed
                                                                          : RuleOutcome::Decided;
        note(*rule, outcome, table);
        if (outcome == RuleOutcome::Decided)
            return {&*rule, std::move(hit), Cause::None};
        ++rule;
    }
    return {};
}

} // namespace netdraft::model
