#include "model/reachability/node_rows.h"

#include "model/forwarding/ip_stages.h"
#include "model/forwarding/stages.h"

#include <algorithm>

namespace netdraft::model {

namespace {

SourceNumber numberOf(const DataPlane &plane, const Targets &targets, NodeIndex node, const IpAddress &address)
{
    const auto found = targets.numberOf.find(address);
    const std::uint32_t first = targets.firstOf[node];
    if (found == targets.numberOf.end() || first == nowhere)
        return noSource;
    const NetnsId id = plane.nodes()[node].netns->id;
    std::uint32_t number = found->second;
    if (targets[number].node != id) { // another has it as well
        number = first;
        while (number < targets.size() && targets[number].node == id && targets[number].address != address)
            ++number;
        if (number == targets.size() || targets[number].node != id)
            return noSource;
    }
    return number - first < noAddress ? static_cast<SourceNumber>(number - first) : noSource;
}

SourceNumber sourceBy(const DataPlane &plane, const Targets &targets, NodeIndex node, const Choice &choice,
                      const IpAddress &destination)
{
    const auto source = chooseSource(plane, node, choice, destination);
    return source ? numberOf(plane, targets, node, *source) : noAddress;
}

/// Whether a ping's packet may meet more on a link than all pairs look at.
bool isSpecial(const DataPlane &plane, LinkIndex out, Family family)
{
    const PlaneLink &link = plane.links()[out];
    const int size = pingSize(family);
    if (!link.running && link.bridge == nowhere && link.bond == nowhere && !link.isOvsSlave())
        return size > link.link->mtu;
    const Segment *segment = link.segment == nowhere ? nullptr : &plane.segments()[link.segment];
    return size > link.link->mtu || !segment || !plane.isPlainSegment(link.segment) || size > segment->leastMtu;
}

} // namespace

NodeRows::NodeRows(const DataPlane &plane, const Targets &targets, NodeIndex node) : m_node(node)
{
    const PlaneNode &here = plane.nodes()[node];
    m_rows.resize(1);
    m_rows[0].step.cause = Cause::NoRoute;
    m_rows[0].step.exact = !here.plainWays;
    m_rows[0].sourced = true;
    m_rows.reserve(1 + here.netns->routes.size());
    for (const Route &route : here.netns->routes)
        m_rows.push_back(prepare(plane, targets, route));
}

NodeRows::Row NodeRows::prepare(const DataPlane &plane, const Targets &targets, const Route &route)
{
    const PlaneNode &here = plane.nodes()[m_node];
    Row row;
    row.family = route.family();
    if (route.type == RouteType::Unicast && route.hops.empty())
        return row;
    const Choice choice = choiceOf(plane, route, route.destination.address());
    Step &step = row.step;
    step.exact = !here.plainWays;
    if (choice.action != Action::Forward) {
        step.cause = choice.action == Action::Local ? Cause::None : choice.cause;
        step.exact = step.exact || choice.action == Action::Broadcast;
        row.sourced = true;
        return row;
    }
    const Family family = route.family();
    // A way shorter than this is not asked for its length; with fewer hops to spend, every way is.
    constexpr int plentyOfHops = 40;
    const bool fewHops = initialTtl(plane, m_node, family, choice.out) < plentyOfHops;
    step.exact = step.exact || here.ambiguous || fewHops || route.mtu > 0;
    if (route.hops.size() > 1) {
        prepareWays(plane, targets, route, step);
        row.sourced = step.wayCount > 0;
        return row;
    }
    // Which of equal routes a reply takes depends on where the request came in.
    step.exact =
        step.exact || (family == Family::Ipv6 && hasEqual(*here.netns, route)) || isSpecial(plane, choice.out, family);
    const NextHop &hop = route.hops.front();
    if (hop.via && hop.scope == Scope::Link) {
        const Resolution next = resolve(plane, choice.out, *hop.via, std::nullopt);
        step.next = next.receiver;
        step.cause = next.cause;
        step.exact = step.exact || next.answers > 1 || next.cause == Cause::Storm;
    } else {
        step.perAddress = true;
    }
    row.sourced = family == Family::Ipv4 || route.source;
    const IpAddress nextHop = hop.via.value_or(route.destination.address());
    if (row.sourced)
        step.source =
            sourceBy(plane, targets, m_node, {Action::Forward, Cause::None, &route, choice.out, nextHop}, nextHop);
    return row;
}

void NodeRows::prepareWays(const DataPlane &plane, const Targets &targets, const Route &route, Step &step)
{
    const auto firstWay = static_cast<std::uint32_t>(m_ways.size());
    // Which of IPv6's ways an answer takes depends on where the request came in.
    bool exact = route.family() == Family::Ipv6;
    for (const NextHop &hop : route.hops) {
        if (hop.dead) // fib_select_multipath leaves it out
            continue;
        const LinkIndex out = plane.index(hop.dev);
        if (!hop.via || hop.scope != Scope::Link || isSpecial(plane, out, route.family())) {
            exact = true;
            break;
        }
        const Resolution next = resolve(plane, out, *hop.via, std::nullopt);
        exact = exact || next.answers > 1 || next.cause == Cause::Storm;
        const Choice choice{Action::Forward, Cause::None, &route, out, *hop.via};
        m_ways.push_back({next.receiver, sourceBy(plane, targets, m_node, choice, *hop.via), next.cause});
    }
    // Without any hop, the next route is asked.
    if (exact || m_ways.size() == firstWay) {
        m_ways.resize(firstWay);
        step.exact = true;
        step.perAddress = true;
        return;
    }
    step.firstWay = firstWay;
    step.wayCount = static_cast<std::uint16_t>(m_ways.size() - firstWay);
    const SourceNumber source = m_ways.back().source;
    const bool alike = std::ranges::all_of(waysOf(step), [&](const Way &way) { return way.source == source; });
    step.source = alike ? source : noSource;
}

Step NodeRows::step(const DataPlane &plane, const Targets &targets, const IpAddress &destination) const
{
    const Row &row = m_rows[rowOf(plane, destination)];
    Step step = row.step;
    if (!step.perAddress && row.sourced)
        return step;
    const Choice choice = chooseRoute(plane, m_node, destination);
    if (step.perAddress) {
        const Resolution next = resolve(plane, choice.out, destination, std::nullopt);
        step.next = next.receiver;
        step.cause = next.cause;
        step.exact = step.exact || next.answers > 1 || next.cause == Cause::Storm;
        step.perAddress = false;
    }
    if (!row.sourced)
        step.source = sourceBy(plane, targets, m_node, choice, destination);
    return step;
}

} // namespace netdraft::model
