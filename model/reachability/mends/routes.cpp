#include "model/reachability/mends/routes.h"

#include "model/forwarding/ip_stages.h"
#include "model/reachability/deciding_rule.h"
#include "model/reachability/detour.h"
#include "model/reachability/mends/tunnels.h"
#include "model/reachability/mends/vrfs.h"
#include "model/reachability/subnets.h"
#include "model/reachability/vrf_of_leg.h"

#include <algorithm>

namespace netdraft::model::mending {

namespace {

/// A rule of its own, before all others but that of the own addresses, makes a namespace look at its main table.
Mend lookUpMain(const Place &place)
{
    AddIpRule edit{place.netns.name, {}, false};
    const std::vector<Rule> rules = defaultRules(place.leg.destination.family());
    edit.rule = *std::ranges::find(rules, table::main, &Rule::table);
    return {MendWords::phrase("Let {} look all packets up in its main table", place.netns.name), {Edit(edit)}};
}

/// A throw route in front of one that would do.
Mend removeThrow(const Place &place, const Route &route)
{
    RemoveRoute edit{place.netns.name, {}};
    edit.route.destination = route.destination;
    edit.route.type = RouteType::Throw;
    edit.route.typeGiven = true;
    if (route.metric != 0)
        edit.route.metric = route.metric;
    return {MendWords::phrase("Remove the throw route to {} from {}", route.destination.toString(), place.netns.name),
            {Edit(edit)}};
}

/// The verb and the edit for a route to where the packet is for.
Mend routeVia(const Place &place, const Prefix &destination, const IpAddress &gateway, const std::string &dev,
              AddMode mode)
{
    AddRoute edit{place.netns.name, {}, mode};
    edit.route.destination = destination;
    edit.route.hop.via = gateway;
    if (gateway.isLinkLocal())
        edit.route.hop.dev = dev;
    const Link *vrf = vrfOfLeg(place.plane.network(), place.leg);
    if (vrf)
        edit.route.table = vrf->as<Vrf>()->table;
    const bool changes = mode == AddMode::Replace;
    const std::string to = destination.toString();
    const std::string via = gateway.toString();
    const std::string &node = place.netns.name;
    if (vrf)
        return {changes ? MendWords::phrase("Change route {} via {} on {} in VRF {}", to, via, node, vrf->name)
                        : MendWords::phrase("Add route {} via {} on {} in VRF {}", to, via, node, vrf->name),
                {Edit(edit)}};
    return {changes ? MendWords::phrase("Change route {} via {} on {}", to, via, node)
                    : MendWords::phrase("Add route {} via {} on {}", to, via, node),
            {Edit(edit)}};
}

Mend addRoute(const Place &place, const FirstStep &step, AddMode mode)
{
    const Prefix destination = subnetOf(place.plane.network(), place.leg.destination);
    const std::string dev = place.plane.links()[step.out].link->name;
    const auto gateway = gatewayOf(place.plane, step, destination.family());
    if (step.arrives && !gateway) {
        AddRoute edit{place.netns.name, {}, mode};
        edit.route.destination = Prefix::host(place.leg.destination);
        edit.route.hop.dev = dev;
        const std::string to = edit.route.destination.toString();
        return {mode == AddMode::Replace
                    ? MendWords::phrase("Change route {} on {} by its link {}", to, place.netns.name, dev)
                    : MendWords::phrase("Add route {} on {} by its link {}", to, place.netns.name, dev),
                {Edit(edit)}};
    }
    if (mode == AddMode::Add && !vrfOfLeg(place.plane.network(), place.leg)) {
        const Route *thrown = nullptr;
        bool unicast = false;
        for (const Route &route : place.netns.routes) {
            if (route.table != table::main || !route.destination.contains(place.leg.destination))
                continue;
            thrown = route.type == RouteType::Throw && !thrown ? &route : thrown;
            unicast = unicast || route.type == RouteType::Unicast;
        }
        if (unicast)
            return thrown ? removeThrow(place, *thrown) : lookUpMain(place);
        if (thrown && thrown->destination == destination)
            mode = AddMode::Replace;
    }
    return routeVia(place, destination, *gateway, dev, mode);
}

/// The lowest address of a subnet that no interface has.
std::optional<IpAddress> freeAddress(const DataPlane &plane, const Prefix &subnet)
{
    if (subnet.family() != Family::Ipv4 || subnet.length() > 30)
        return std::nullopt;
    const std::uint32_t last = subnet.last().v4().bits();
    for (std::uint32_t bits = subnet.address().v4().bits() + 1; bits < last; ++bits) {
        if (plane.holders(Ipv4Address(bits)) == 0)
            return Ipv4Address(bits);
    }
    return std::nullopt;
}

/// An address of a subnet that neighbours use, for a link that has none; and with `onwards`, where the destination is
/// further away, the route there.
std::vector<Mend> addressAndRoute(const Place &place, const std::optional<FirstStep> &onwards)
{
    const auto &links = place.plane.links();
    const PlaneNode &node = place.plane.nodes()[place.index];
    for (LinkIndex out = node.firstLink; out < node.firstLink + node.linkCount; ++out) {
        if (links[out].segment == nowhere || !links[out].link->addresses4.empty())
            continue;
        for (const LinkIndex member : place.plane.segments()[links[out].segment].members) {
            if (member == out || links[member].link->addresses4.empty())
                continue;
            const InterfaceAddress &theirs = links[member].link->addresses4.front().local;
            const bool near = theirs.prefix().contains(place.leg.destination);
            if (onwards && !near && member != onwards->neighbour)
                continue;
            const auto address = freeAddress(place.plane, theirs.prefix());
            if (!address)
                continue;
            AddAddress edit{{place.netns.name, links[out].link->name}, {}, AddMode::Add};
            edit.address.local = {*address, theirs.length};
            Mend mend{MendWords::phrase("Give {} of {} the address {}", links[out].link->name, place.netns.name,
                                        edit.address.local.toString()),
                      {Edit(edit)}};
            if (onwards && !near) {
                const Prefix destination = subnetOf(place.plane.network(), place.leg.destination);
                const Mend route = routeVia(place, destination, theirs.address, {}, AddMode::Add);
                mend.text = MendWords::phrase("{} and the route {} via {}", mend.text, destination.toString(),
                                              theirs.address.toString());
                mend.edits.add(route.edits);
            }
            return {mend};
        }
    }
    return {};
}

Mend removeRule(const Place &place, const Rule &rule)
{
    return {MendWords::phrase("Remove policy rule {} from {}", rule.priority, place.netns.name),
            {Edit(RemoveIpRule{place.netns.name, rule})}};
}

/// In a circle of routes, one node on it whose shortest way leads elsewhere.
std::vector<Mend> breakCircle(const Place &place)
{
    const IpAddress &target = place.leg.destination;
    for (auto hop = place.leg.hops.rbegin(); hop != place.leg.hops.rend(); ++hop) {
        const NodeIndex index = place.plane.index(hop->node);
        const auto step = firstStepTo(place.plane, index, target);
        if (!step || !hop->route)
            continue;
        const auto gateway = gatewayOf(place.plane, *step, target.family());
        // Where its time was over, it was not sent on.
        const bool isLast = hop == place.leg.hops.rbegin() && !hop->route->hops.empty();
        if (!gateway || gateway == hop->nextHop || (isLast && gateway == hop->route->hops.front().via))
            continue;
        const Place there{place.plane, place.leg, *hop, index, *place.plane.nodes()[index].netns};
        return {addRoute(there, *step, AddMode::Replace)};
    }
    return {};
}

/// The sender gives its packets what is usual.
std::vector<Mend> giveMoreTtl(const Place &place)
{
    const Hop &first = place.leg.hops.front();
    const Netns &sender = *place.plane.network().find(first.node);
    constexpr int usual = 64;
    constexpr int most = 255;
    const LinkIndex out = place.plane.index(first.out);
    const Family family = place.leg.destination.family();
    const int now = initialTtl(place.plane, place.plane.index(first.node), family, out);
    const int more = now < usual ? usual : most;
    if (now == most)
        return {};
    const std::string text =
        MendWords::phrase("Let packets of {} set out with a time to live of {}", sender.name, more);
    if (family == Family::Ipv4)
        return {{text, {Edit(SetNetnsSysctl{sender.name, NetnsSysctl::Ipv4DefaultTtl, more})}}};
    const Link *link = sender.find(first.out);
    if (!link)
        return {};
    return {{text, {Edit(SetDeviceSysctl{sender.name, link->name, DeviceSysctl::Ipv6HopLimit, more})}}};
}

} // namespace

std::vector<Mend> noRoute(const Place &place)
{
    if (const auto rule = decidingRule(place.plane, place.leg))
        return {removeRule(place, *rule)};
    if (auto mend = place.hop.below ? std::nullopt : intoTunnel(place))
        return {*std::move(mend)};
    if (auto mend = intoVrf(place))
        return {*std::move(mend)};
    const auto step = firstStepTo(place.plane, place.index, place.leg.destination);
    if (step && (step->arrives || gatewayOf(place.plane, *step, place.leg.destination.family())))
        return {addRoute(place, *step, AddMode::Add)};
    if (step && place.leg.destination.isV4())
        return addressAndRoute(place, step);
    return {};
}

std::vector<Mend> giveAddress(const Place &place)
{
    return addressAndRoute(place, std::nullopt);
}

std::vector<Mend> removeDiscarding(const Place &place)
{
    if (const auto rule = decidingRule(place.plane, place.leg))
        return {removeRule(place, *rule)};
    if (!place.hop.route)
        return {};
    const Route &route = *place.hop.route;
    RemoveRoute edit{place.netns.name, {}};
    edit.route.destination = route.destination;
    edit.route.type = route.type;
    edit.route.typeGiven = true;
    edit.route.table = route.table;
    if (route.metric != 0)
        edit.route.metric = route.metric;
    return {{MendWords::phrase("Remove this route to {} from {}", route.destination.toString(), place.netns.name),
             {Edit(edit)}}};
}

std::vector<Mend> stopSendingToSelf(const Place &place)
{
    const bool byLoopback = place.hop.route && place.hop.route->type == RouteType::Unicast &&
                            !place.hop.route->hops.empty() &&
                            place.hop.route->hops.front().dev == place.netns.loopback().id;
    return byLoopback ? removeDiscarding(place) : std::vector<Mend>{};
}

std::vector<Mend> spendLessTtl(const Place &place)
{
    if (place.leg.circles()) {
        const auto broken = breakCircle(place);
        return broken.empty() ? stopSendingToSelf(place) : broken;
    }
    // What a tunnel gives its packets is not the sender's to change.
    return place.hop.below ? std::vector<Mend>{} : giveMoreTtl(place);
}

} // namespace netdraft::model::mending
