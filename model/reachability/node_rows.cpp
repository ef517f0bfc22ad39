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
    const Segment *segment = link.segment == nowhere ? nullptr : &plane.segments()[link.segment];
    return size > link.link->mtu || !segment || !segment->plain || size > segment->leastMtu;
}

} // namespace

NodeRows::NodeRows(const DataPlane &plane, const Targets &targets, NodeIndex node) : m_node(node)
{
    const PlaneNode &here = plane.nodes()[node];
    for (const Route &route : here.netns->routes)
        m_rows.push_back(prepare(plane, targets, route));
    m_without.where = node;
    m_without.stepCause = Cause::NoRoute;
    m_without.stepExact = !here.plainWays;
}

NodeRows::Row NodeRows::prepare(const DataPlane &plane, const Targets &targets, const Route &route)
{
    const PlaneNode &here = plane.nodes()[m_node];
    Row row;
    if (route.type == RouteType::Unicast && route.hops.empty())
        return row;
    const Choice choice = choiceOf(plane, route, route.destination.address());
    Cell &cell = row.cell;
    cell.where = m_node;
    cell.stepExact = !here.plainWays;
    if (choice.action != Action::Forward) {
        cell.stepCause = choice.action == Action::Local ? Cause::None : choice.cause;
        cell.stepExact = cell.stepExact || choice.action == Action::Broadcast;
        row.sourced = true;
        return row;
    }
    const Family family = route.family();
    // A way shorter than this is not asked for its length; with fewer hops to spend, every way is.
    constexpr int plentyOfHops = 40;
    const bool fewHops = initialTtl(plane, m_node, family, choice.out) < plentyOfHops;
    cell.stepExact = cell.stepExact || here.ambiguous || fewHops || route.mtu > 0;
    if (route.hops.size() > 1) {
        prepareWays(plane, targets, route, cell);
        row.sourced = cell.wayCount > 0;
        return row;
    }
    // Which of equal routes a reply takes depends on where the request came in.
    cell.stepExact = cell.stepExact || (family == Family::Ipv6 && hasEqual(*here.netns, route)) ||
                     isSpecial(plane, choice.out, family);
    const NextHop &hop = route.hops.front();
    if (hop.via && hop.scope == Scope::Link) {
        const Resolution next = resolve(plane, choice.out, *hop.via, std::nullopt);
        cell.next = next.receiver;
        cell.stepCause = next.cause;
        cell.stepExact = cell.stepExact || next.answers > 1 || next.cause == Cause::Storm;
    } else {
        cell.ends = Cell::Ends::PerAddress;
    }
    row.sourced = family == Family::Ipv4 || route.source;
    const IpAddress nextHop = hop.via.value_or(route.destination.address());
    if (row.sourced)
        cell.source =
            sourceBy(plane, targets, m_node, {Action::Forward, Cause::None, &route, choice.out, nextHop}, nextHop);
    return row;
}

void NodeRows::prepareWays(const DataPlane &plane, const Targets &targets, const Route &route, Cell &cell)
{
    const auto firstWay = static_cast<std::uint32_t>(m_ways.size());
    // Which of IPv6's ways an answer takes depends on where the request came in.
    bool exact = route.family() == Family::Ipv6;
    for (const NextHop &hop : route.hops) {
        const LinkIndex out = plane.index(hop.dev);
        const bool known = hop.via && hop.scope == Scope::Link && !hop.dead && plane.links()[out].running;
        if (!known || isSpecial(plane, out, route.family())) {
            exact = true;
            break;
        }
        const Resolution next = resolve(plane, out, *hop.via, std::nullopt);
        exact = exact || next.answers > 1 || next.cause == Cause::Storm;
        const Choice choice{Action::Forward, Cause::None, &route, out, *hop.via};
        m_ways.push_back({next.receiver, sourceBy(plane, targets, m_node, choice, *hop.via), next.cause});
    }
    if (exact) {
        m_ways.resize(firstWay);
        cell.stepExact = true;
        cell.ends = Cell::Ends::PerAddress;
        return;
    }
    cell.firstWay = firstWay;
    cell.wayCount = static_cast<std::uint16_t>(route.hops.size());
    const SourceNumber source = m_ways.back().source;
    const bool alike = std::ranges::all_of(waysOf(cell), [&](const Way &way) { return way.source == source; });
    cell.source = alike ? source : noSource;
}

const NodeRows::Row *NodeRows::rowFor(const DataPlane &plane, const IpAddress &destination) const
{
    const std::uint32_t row = plane.nodes()[m_node].fib->lookup(destination);
    return row == Fib::none ? nullptr : &m_rows[row];
}

Cell NodeRows::step(const DataPlane &plane, const Targets &targets, const IpAddress &destination) const
{
    const Row *row = rowFor(plane, destination);
    if (!row)
        return m_without;
    Cell cell = row->cell;
    if (cell.ends != Cell::Ends::PerAddress && row->sourced)
        return cell;
    const Choice choice = chooseRoute(plane, m_node, destination);
    if (cell.ends == Cell::Ends::PerAddress) {
        const Resolution next = resolve(plane, choice.out, destination, std::nullopt);
        cell.next = next.receiver;
        cell.stepCause = next.cause;
        cell.stepExact = cell.stepExact || next.answers > 1 || next.cause == Cause::Storm;
        cell.ends = Cell::Ends::Known;
    }
    if (!row->sourced)
        cell.source = sourceBy(plane, targets, m_node, choice, destination);
    return cell;
}

Cell NodeRows::stepOfRow(const DataPlane &plane, const IpAddress &destination) const
{
    const Row *row = rowFor(plane, destination);
    return row ? row->cell : m_without;
}

} // namespace netdraft::model
