#include "model/reachability/probe.h"
#include "model/recipe/cni/chains.h"
#include "model/recipe/cni/interfaces.h"
#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/solutions/solution.h"

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// Whether a route of the table is what these words would add.
bool isAsSaid(const Netns &netns, const Route &route, const RouteWords &words)
{
    if (route.table != words.table.value_or(table::main) || route.destination != words.destination ||
        route.type != words.type || route.metric != words.metric.value_or(0) ||
        route.protocol != words.protocol.value_or(protocol::boot) || (words.source && route.source != words.source))
        return false;
    if (words.type != RouteType::Unicast)
        return true;
    if (route.hops.size() != 1)
        return false;
    const NextHop &hop = route.hops.front();
    const Link *dev = netns.find(hop.dev);
    return hop.via == words.hop.via && hop.onlink == words.hop.onlink &&
           (words.hop.dev.empty() || (dev && dev->name == words.hop.dev));
}

} // namespace

cni::Expected<void> ensureLinkAddress(cni::Host &host, const std::string &device, const InterfaceAddress &address,
                                      const Prefix &network)
{
    bool isThere = false;
    const std::vector<LinkAddress> now = host.own().find(device)->addresses(address.address.family());
    for (const LinkAddress &one : now) {
        if (one.local == address)
            isThere = true;
        else if (network.contains(one.local.address))
            if (auto removed = host.perform(RemoveAddress{{host.name(), device}, one.local}); !removed)
                return removed;
    }
    return isThere ? cni::Expected<void>() : cni::addAddress(host, {host.name(), device}, address);
}

bool hasRoute(const cni::Host &host, const RouteWords &route)
{
    const Netns &own = host.own();
    return std::ranges::any_of(own.routes, [&](const Route &one) { return isAsSaid(own, one, route); });
}

std::optional<IpAddress> firstHopTo(const cni::Host &host, const IpAddress &address)
{
    const Route *best = nullptr;
    for (const Route &route : host.own().routes)
        if (route.table == table::main && route.destination.contains(address) &&
            (!best || route.destination.length() > best->destination.length()))
            best = &route;
    if (!best || best->hops.empty())
        return std::nullopt;
    return best->hops.front().via.value_or(address);
}

bool areConnected(const DataPlane &plane, const NodePlace &one, const NodePlace &other, std::uint16_t port)
{
    const Netns *own = plane.network().find(std::string_view(one.netns));
    const Netns *theirs = plane.network().find(std::string_view(other.netns));
    return own && theirs &&
           (probe(plane, own->id, other.address, Transport::Tcp, port).reachable ||
            probe(plane, theirs->id, one.address, Transport::Tcp, port).reachable);
}

cni::Expected<void> ensureRoute(cni::Host &host, const RouteWords &route)
{
    if (hasRoute(host, route))
        return {};
    return host.perform(AddRoute{host.name(), route, AddMode::Replace});
}

cni::Expected<void> removeRoutes(cni::Host &host, const std::function<bool(const Route &)> &isGone)
{
    const std::vector<Route> routes(host.own().routes.begin(), host.own().routes.end());
    for (const Route &route : routes) {
        if (route.table != table::main || !isGone(route))
            continue;
        RouteWords words;
        words.destination = route.destination;
        words.type = route.type;
        words.typeGiven = true;
        words.protocol = route.protocol;
        words.metric = route.metric;
        if (!route.hops.empty())
            words.hop.via = route.hops.front().via;
        if (const Link *dev = route.hops.empty() ? nullptr : host.own().find(route.hops.front().dev))
            words.hop.dev = dev->name;
        if (auto removed = host.perform(RemoveRoute{host.name(), words}); !removed)
            return removed;
    }
    return {};
}

cni::Expected<void> ensureChainHolds(cni::Host &host, const std::string &table, const std::string &chain,
                                     const std::vector<std::vector<std::string>> &rules)
{
    if (auto made = cni::ensureChain(host, Family::Ipv4, table, chain); !made)
        return made;
    bool isAsWanted = host.own().ruleset.find(Family::Ipv4, table)->find(chain)->rules.size() == rules.size();
    for (const auto &rule : rules) {
        const auto isThere = isAsWanted ? cni::hasRule(host, Family::Ipv4, table, chain, rule) : false;
        if (!isThere)
            return std::unexpected(isThere.error());
        isAsWanted = *isThere;
    }
    if (isAsWanted)
        return {};
    if (auto cleared = cni::clearChain(host, Family::Ipv4, table, chain); !cleared)
        return cleared;
    for (const auto &rule : rules)
        if (auto added = host.iptables(Family::Ipv4, cni::joined({"-t", table, "-A", chain}, rule)); !added)
            return added;
    return {};
}

void setNetworkUp(const AgentRun &run, std::string_view reason, std::string_view message)
{
    const Json *node = run.cluster.find("nodes", {}, run.node.name);
    if (!node)
        return;
    for (const Json &condition : listAt(*node, "status.conditions"))
        if (textAt(condition, "type") == "NetworkUnavailable" && textAt(condition, "status") == "False")
            return;
    Json changed = *node;
    Json &conditions = changed["status"]["conditions"];
    if (!conditions.is_array())
        conditions = Json::array();
    std::erase_if(conditions.get_ref<Json::array_t &>(),
                  [](const Json &one) { return textAt(one, "type") == "NetworkUnavailable"; });
    Json condition{{"type", "NetworkUnavailable"},
                   {"status", "False"},
                   {"lastHeartbeatTime", run.cluster.timestamp()},
                   {"lastTransitionTime", run.cluster.timestamp()},
                   {"reason", reason},
                   {"message", message}};
    conditions.insert(conditions.begin(), std::move(condition));
    run.cluster.put(std::move(changed));
}

MacAddress drawnMac(std::string_view seed)
{
    const std::string hex = drawnHex(seed, 11);
    constexpr std::string_view local = "26ae"; // the second digit of a MAC that is nobody's by birth
    std::string text;
    for (std::size_t at = 0; at < 6; ++at) {
        const std::string pair = at == 0 ? std::string{hex[0], local[static_cast<std::size_t>(hex[1]) % local.size()]}
                                         : hex.substr(2 * at - 1, 2);
        text += (at == 0 ? "" : ":") + pair;
    }
    return MacAddress::parse(text).value_or(MacAddress());
}

} // namespace netdraft::model::kubernetes
