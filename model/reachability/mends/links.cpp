#include "model/reachability/mends/links.h"

#include "model/forwarding/stages.h"
#include "model/reachability/behind.h"
#include "model/reachability/detour.h"

#include <algorithm>

namespace netdraft::model::mending {

namespace {

/// Sets up every link that is down between a node's link and the interface that has `target`, whichever
/// cables and bridges lie between.
std::vector<Mend> raiseLinks(const Place &place, LinkIndex out, const IpAddress &target)
{
    const auto &links = place.plane.links();
    struct Visit {
        LinkIndex link;
        std::size_t from;
    };
    constexpr std::size_t start = static_cast<std::size_t>(-1);
    std::vector<Visit> queue{{out, start}};
    std::vector<std::uint8_t> seen(links.size(), 0);
    seen[out] = 1;
    const auto visit = [&](LinkIndex link, std::size_t from) {
        if (!seen[link]) {
            seen[link] = 1;
            queue.push_back({link, from});
        }
    };
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const PlaneLink &link = links[queue[at].link];
        if (link.node == place.index || !hasForItself(link, target)) {
            for (const LinkIndex next : adjacentLinks(place.plane, queue[at].link))
                visit(next, at);
            continue;
        }
        Mend mend;
        std::string names;
        for (std::size_t back = at; back != start; back = queue[back].from) {
            const PlaneLink &down = links[queue[back].link];
            if (down.link->up)
                continue;
            const std::string &node = place.plane.nodes()[down.node].netns->name;
            mend.edits.add(SetLinkUp{{node, down.link->name}, true});
            const std::string name = MendWords::phrase("{} of {}", down.link->name, node);
            names = names.empty() ? name : MendWords::phrase("{} and {}", name, names);
        }
        if (mend.edits.empty())
            return {};
        mend.text = MendWords::phrase("Set {} up", names);
        return {mend};
    }
    return {};
}

/// Sets the other end of a cable up, if that is down.
void raisePeer(const Place &place, LinkIndex link, std::vector<Mend> &mends)
{
    const LinkIndex peer = place.plane.links()[link].peer;
    if (peer == nowhere || place.plane.links()[peer].link->up)
        return;
    const PlaneLink &down = place.plane.links()[peer];
    const std::string &node = place.plane.nodes()[down.node].netns->name;
    mends.push_back({MendWords::phrase("Set {} of {} up", down.link->name, node),
                     {Edit(SetLinkUp{{node, down.link->name}, true})}});
}

Mend switchArpOn(const LinkName &link)
{
    return {MendWords::phrase("Switch ARP on for {} of {}", link.link, link.netns), {Edit(SetLinkArp{link, true})}};
}

/// The neighbours that have the target and do not listen to who asks for it.
std::vector<Mend> listenToArp(const Place &place, LinkIndex out, const IpAddress &target)
{
    const auto &links = place.plane.links();
    if (out == nowhere || links[out].segment == nowhere)
        return {};
    for (const LinkIndex owner : place.plane.owners(links[out].segment, target)) {
        if (links[owner].link->arpOff)
            return {switchArpOn({place.plane.nodes()[links[owner].node].netns->name, links[owner].link->name})};
    }
    return {};
}

/// The way that a packet takes which is too large for it; of one that goes into a tunnel that of the tunnel's packets.
Choice wayOut(const Place &place)
{
    const Link *end = place.leg.at ? place.plane.network().find(place.leg.at) : nullptr;
    const Tunnel *tunnel = end ? end->as<Tunnel>() : nullptr;
    return tunnel && tunnel->remote ? chooseRoute(place.plane, place.plane.index(tunnel->underlay), *tunnel->remote)
                                    : chooseRoute(place.plane, place.index, place.leg.destination);
}

/// The same route without an MTU of its own.
Mend forgetMtu(const Place &place, const Route &route)
{
    AddRoute edit{place.netns.name, {}, AddMode::Replace};
    edit.route.destination = route.destination;
    edit.route.table = route.table;
    edit.route.protocol = route.protocol;
    edit.route.scope = route.scope;
    edit.route.source = route.source;
    if (route.metric != 0)
        edit.route.metric = route.metric;
    edit.route.hop.via = route.hops.front().via;
    edit.route.hop.dev = place.linkName(route.hops.front().dev);
    edit.route.hop.onlink = route.hops.front().onlink;
    return {MendWords::phrase("Let the route {} of {} carry what its link does", route.destination.toString(),
                              place.netns.name),
            {Edit(edit)}};
}

} // namespace

std::vector<Mend> sameLengthAsNeighbours(const Place &place, LinkIndex out)
{
    const PlaneLink &link = place.plane.links()[out];
    if (link.segment == nowhere)
        return {};
    const Family family = place.leg.destination.family();
    for (const LinkAddress &own : link.link->addresses(family)) {
        for (const LinkIndex member : place.plane.segments()[link.segment].members) {
            for (const LinkAddress &other : place.plane.links()[member].link->addresses(family)) {
                if (member == out || other.local.length == own.local.length ||
                    !other.local.prefix().contains(own.local.address) || own.kernelMade)
                    continue;
                AddAddress added{{place.netns.name, link.link->name}, {}, AddMode::Add};
                added.address.local = {own.local.address, other.local.length};
                return {{MendWords::phrase("Write {} of {} as {}, as its neighbours do", own.local.toString(),
                                           place.netns.name, added.address.local.toString()),
                         {Edit(RemoveAddress{added.link, own.local}), Edit(added)}}};
            }
        }
    }
    return {};
}

std::vector<Mend> noNeighbour(const Place &place)
{
    const LinkIndex out = place.plane.index(place.hop.out);
    const IpAddress target = place.hop.nextHop.value_or(place.leg.destination);
    std::vector<Mend> mends = raiseLinks(place, out, target);
    if (mends.empty())
        mends = listenToArp(place, out, target);
    if (mends.empty())
        mends = sameLengthAsNeighbours(place, out);
    if (target != place.leg.destination) {
        const auto step = firstStepTo(place.plane, place.index, place.leg.destination);
        const auto gateway = step ? gatewayOf(place.plane, *step, target.family()) : std::nullopt;
        if (gateway && *gateway != target && place.hop.route) {
            AddRoute edit{place.netns.name, {}, AddMode::Replace};
            edit.route.destination = place.hop.route->destination;
            edit.route.hop.via = gateway;
            if (place.hop.route->metric != 0)
                edit.route.metric = place.hop.route->metric;
            if (gateway->isLinkLocal())
                edit.route.hop.dev = place.plane.links()[step->out].link->name;
            mends.push_back({MendWords::phrase("Send {}'s packets for {} via {} instead", place.netns.name,
                                               edit.route.destination.toString(), gateway->toString()),
                             {Edit(edit)}});
        }
    }
    return mends;
}

std::vector<Mend> noCarrier(const Place &place)
{
    const LinkIndex out = place.plane.index(place.hop.out);
    if (out == nowhere)
        return {};
    std::vector<Mend> mends = raiseLinks(place, out, place.hop.nextHop.value_or(place.leg.destination));
    if (!mends.empty())
        return mends;
    if (const Bond *bond = place.plane.links()[out].link->as<Bond>()) {
        for (const LinkId member : bond->members)
            raisePeer(place, place.plane.index(member), mends);
    }
    raisePeer(place, out, mends);
    return mends;
}

std::vector<Mend> raiseEnd(const Place &place)
{
    const Link *link = place.plane.network().find(place.leg.at);
    if (!link)
        return {};
    const std::string &node = place.plane.network().find(place.leg.at.netns)->name;
    return {{MendWords::phrase("Set {} of {} up", link->name, node), {Edit(SetLinkUp{{node, link->name}, true})}}};
}

std::vector<Mend> growMtu(const Place &place)
{
    Mend mend;
    constexpr int ethernet = 1500;
    const auto grow = [&](LinkPlace at) {
        const Link *link = place.plane.network().find(at);
        if (link && link->mtu < ethernet && !link->as<Tunnel>())
            mend.edits.add(SetLinkMtu{{place.plane.network().find(at.netns)->name, link->name}, ethernet});
    };
    const Choice choice = wayOut(place);
    if (choice.route && choice.route->mtu > 0 && choice.route->hops.size() == 1)
        return {forgetMtu(place, *choice.route)};
    if (choice.out != nowhere) {
        const SegmentIndex segment = place.plane.links()[choice.out].segment;
        for (LinkIndex i = 0; i < place.plane.links().size(); ++i) {
            const PlaneLink &link = place.plane.links()[i];
            const bool port = link.bridge != nowhere && place.plane.links()[link.bridge].segment == segment;
            if (i == choice.out || link.segment == segment || port)
                grow(place.plane.place(i));
        }
    }
    if (mend.edits.empty())
        return {};
    mend.text = MendWords::phrase("Set the MTU of the links behind {} to {} bytes", place.netns.name, ethernet);
    return {mend};
}

std::vector<Mend> rightLladdr(const Place &place)
{
    if (!place.hop.nextHop)
        return {};
    if (!place.netns.neighbour(place.hop.out, *place.hop.nextHop)) {
        const Link *out = place.netns.find(place.hop.out);
        return out && out->arpOff ? std::vector{switchArpOn({place.netns.name, out->name})} : std::vector<Mend>{};
    }
    return {{MendWords::phrase("Remove the fixed neighbour entry for {} from {}", place.hop.nextHop->toString(),
                               place.netns.name),
             {Edit(RemoveNeighbour{{place.netns.name, place.linkName(place.hop.out)}, *place.hop.nextHop})}}};
}

} // namespace netdraft::model::mending
