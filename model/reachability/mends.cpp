#include "model/reachability/mends.h"

#include "model/forwarding/stages.h"
#include "model/reachability/detour.h"
#include "model/reachability/subnets.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// What a mend is made from: where the packet ended and what it was.
struct Place {
    const DataPlane &plane;
    const Leg &leg;
    const Hop &hop;
    NodeIndex index;
    const Netns &netns;

    std::string linkName(LinkId link) const
    {
        const Link *found = netns.find(link);
        return found ? found->name : std::string();
    }
};

Mend addRoute(const Place &place, const FirstStep &step, AddMode mode)
{
    const Prefix destination = subnetOf(place.plane.network(), place.leg.destination);
    const std::string dev = place.plane.links()[step.out].link->name;
    AddRoute edit{place.netns.name, {}, mode};
    edit.route.destination = destination;
    const auto gateway = gatewayOf(place.plane, step, destination.family());
    const std::string verb = mode == AddMode::Replace ? "Change" : "Add";
    if (step.arrives && !gateway) {
        edit.route.destination = Prefix::host(place.leg.destination);
        edit.route.hop.dev = dev;
        return {fmt::format("{} route {} on {} by its link {}", verb, edit.route.destination.toString(),
                            place.netns.name, dev),
                {Edit(edit)}};
    }
    edit.route.hop.via = gateway;
    if (gateway->isLinkLocal())
        edit.route.hop.dev = dev;
    return {
        fmt::format("{} route {} via {} on {}", verb, destination.toString(), gateway->toString(), place.netns.name),
        {Edit(edit)}};
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

/// A node without a usable address gets one in a subnet that its neighbours on a segment use.
std::vector<Mend> giveAddress(const Place &place)
{
    const auto links = place.plane.links();
    const PlaneNode &node = place.plane.nodes()[place.index];
    for (LinkIndex out = node.firstLink; out < node.firstLink + node.linkCount; ++out) {
        if (links[out].segment == nowhere || !links[out].link->addresses4.empty())
            continue;
        for (const LinkIndex member : place.plane.segments()[links[out].segment].members) {
            if (member == out || links[member].link->addresses4.empty())
                continue;
            const Prefix subnet = links[member].link->addresses4.front().local.prefix();
            const auto address = freeAddress(place.plane, subnet);
            if (!address)
                continue;
            AddAddress edit{{place.netns.name, links[out].link->name}, {}, AddMode::Add};
            edit.address.local = {*address, static_cast<std::uint8_t>(subnet.length())};
            return {{fmt::format("Give {} of {} the address {}", links[out].link->name, place.netns.name,
                                 edit.address.local.toString()),
                     {Edit(edit)}}};
        }
    }
    return {};
}

std::vector<Mend> noRoute(const Place &place)
{
    const auto step = firstStepTo(place.plane, place.index, place.leg.destination);
    if (step && (step->arrives || gatewayOf(place.plane, *step, place.leg.destination.family())))
        return {addRoute(place, *step, AddMode::Add)};
    if (place.leg.destination.isV4())
        return giveAddress(place);
    return {};
}

std::vector<Mend> removeRoute(const Place &place)
{
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
    return {
        {fmt::format("Remove this route to {} from {}", route.destination.toString(), place.netns.name), {Edit(edit)}}};
}

std::vector<Mend> startForwarding(const Place &place)
{
    const bool v4 = place.leg.destination.isV4();
    const DeviceSysctl sysctl = v4 ? DeviceSysctl::Ipv4Forwarding : DeviceSysctl::Ipv6Forwarding;
    const bool wholeNode = !v4 || place.netns.confAll[sysctl] == 0;
    const std::string device = wholeNode ? std::string("all") : place.linkName(place.hop.in);
    return {{fmt::format("Let {} forward {} packets{}", place.netns.name, v4 ? "IPv4" : "IPv6",
                         wholeNode ? std::string() : " that come in by " + device),
             {Edit(SetDeviceSysctl{place.netns.name, device, sysctl, 1})}}};
}

/// Sets up every link that is down between a node's link and the interface that has `target`, whichever
/// cables and bridges lie between.
std::vector<Mend> raiseLinks(const Place &place, LinkIndex out, const IpAddress &target)
{
    const auto links = place.plane.links();
    struct Visit {
        LinkIndex link;
        std::size_t from;
    };
    constexpr std::size_t start = static_cast<std::size_t>(-1);
    std::vector<Visit> queue{{out, start}};
    std::vector<std::uint8_t> seen(links.size(), 0);
    seen[out] = 1;
    const auto visit = [&](LinkIndex link, std::size_t from) {
        if (link != nowhere && !seen[link]) {
            seen[link] = 1;
            queue.push_back({link, from});
        }
    };
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const PlaneLink &link = links[queue[at].link];
        const bool found = link.node != place.index && link.bridge == nowhere &&
                           std::ranges::any_of(link.link->addresses(target.family()), [&](const LinkAddress &address) {
                               return address.local.address == target;
                           });
        if (!found) {
            visit(link.peer, at);
            visit(link.bridge, at);
            if (link.link->bridge()) {
                for (const LinkIndex port : place.plane.ports(link))
                    visit(port, at);
            }
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
            names = fmt::format("{} of {}{}", down.link->name, node, names.empty() ? std::string() : " and " + names);
        }
        if (mend.edits.empty())
            return {};
        mend.text = fmt::format("Set {} up", names);
        return {mend};
    }
    return {};
}

/// A subnet that a neighbour on the segment writes with another length is probably the right one.
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
                return {{fmt::format("Write {} of {} as {}, as its neighbours do", own.local.toString(),
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
            mends.push_back({fmt::format("Send {}'s packets for {} via {} instead", place.netns.name,
                                         edit.route.destination.toString(), gateway->toString()),
                             {Edit(edit)}});
        }
    }
    return mends;
}

std::vector<Mend> noCarrier(const Place &place)
{
    const LinkIndex out = place.plane.index(place.hop.out);
    std::vector<Mend> mends = raiseLinks(place, out, place.hop.nextHop.value_or(place.leg.destination));
    const LinkIndex peer = out == nowhere ? nowhere : place.plane.links()[out].peer;
    if (mends.empty() && peer != nowhere && !place.plane.links()[peer].link->up) {
        const PlaneLink &down = place.plane.links()[peer];
        const std::string &node = place.plane.nodes()[down.node].netns->name;
        mends.push_back(
            {fmt::format("Set {} of {} up", down.link->name, node), {Edit(SetLinkUp{{node, down.link->name}, true})}});
    }
    return mends;
}

std::vector<Mend> raiseEnd(const Place &place)
{
    const Link *link = place.plane.network().find(place.leg.at);
    if (!link)
        return {};
    const std::string &node = place.plane.network().find(place.leg.at.netns)->name;
    return {{fmt::format("Set {} of {} up", link->name, node), {Edit(SetLinkUp{{node, link->name}, true})}}};
}

std::vector<Mend> answerEchoes(const Place &place)
{
    const auto ignore = place.leg.destination.isV4() ? NetnsSysctl::Ipv4EchoIgnoreAll : NetnsSysctl::Ipv6EchoIgnoreAll;
    return {{fmt::format("Let {} answer echo requests", place.netns.name),
             {Edit(SetNetnsSysctl{place.netns.name, ignore, 0})}}};
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
        if (!gateway || gateway == hop->nextHop)
            continue;
        const Place there{place.plane, place.leg, *hop, index, *place.plane.nodes()[index].netns};
        return {addRoute(there, *step, AddMode::Replace)};
    }
    return {};
}

std::vector<Mend> growMtu(const Place &place)
{
    Mend mend;
    constexpr int ethernet = 1500;
    const auto grow = [&](LinkPlace at) {
        const Link *link = place.plane.network().find(at);
        if (link && link->mtu < ethernet)
            mend.edits.add(SetLinkMtu{{place.plane.network().find(at.netns)->name, link->name}, ethernet});
    };
    const Choice choice = chooseRoute(place.plane, place.index, place.leg.destination);
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
    mend.text = fmt::format("Set the MTU of the links behind {} to {} bytes", place.netns.name, ethernet);
    return {mend};
}

/// rp_filter counts as the larger of the link's and that of `all`.
std::vector<Mend> stopFiltering(const Place &place)
{
    Mend mend;
    const std::string link = place.linkName(place.hop.in);
    for (const std::string &device : {std::string("all"), link}) {
        const Link *own = place.netns.find(std::string_view(device));
        const DeviceConf &conf = own ? own->conf : place.netns.confAll;
        if (conf[DeviceSysctl::Ipv4RpFilter] != 0)
            mend.edits.add(SetDeviceSysctl{place.netns.name, device, DeviceSysctl::Ipv4RpFilter, 0});
    }
    mend.text = fmt::format("Switch rp_filter of {} off for {}", place.netns.name, link);
    return {mend};
}

/// The rule that dropped or rejected the packet goes, or the policy accepts.
std::vector<Mend> letThrough(const Place &place)
{
    if (!place.leg.rule)
        return {};
    const netfilter::RulePlace &rule = *place.leg.rule;
    // A bridged frame is dropped where the bridge is.
    const std::string &node = place.leg.at ? place.plane.network().find(place.leg.at.netns)->name : place.netns.name;
    const netfilter::ChainName chain{rule.family, rule.table, rule.chain};
    if (rule.number == 0)
        return {{fmt::format("Let the policy of chain {} in table {} of {} accept", rule.chain, rule.table, node),
                 {Edit(netfilter::SetPolicy{node, chain, false})}}};
    return {{fmt::format("Remove rule {} of chain {} in table {} of {}", rule.number, rule.chain, rule.table, node),
             {Edit(netfilter::RemoveRule{node, chain, rule.number})}}};
}

/// The namespace of the link at which a frame ended, and its name there.
struct FrameEnd {
    const Netns *netns = nullptr;
    const Link *link = nullptr;

    explicit FrameEnd(const Place &place)
        : netns(place.plane.network().find(place.leg.at.netns)), link(place.plane.network().find(place.leg.at))
    {
    }
    explicit operator bool() const { return netns && link; }
    LinkName name() const { return {netns->name, link->name}; }
    std::string words() const { return fmt::format("{} of {}", link->name, netns->name); }
};

Mend changePort(const LinkName &port, const PortChange &change, std::string text)
{
    return {std::move(text), {Edit(SetPort{port, change})}};
}

std::vector<Mend> openPort(const Place &place)
{
    const FrameEnd end(place);
    if (!end || !end.link->master)
        return {};
    PortChange change;
    switch (place.leg.cause) {
    case Cause::Isolated:
        change.isolated = false;
        return {changePort(end.name(), change, fmt::format("Isolate {} no longer", end.words()))};
    case Cause::PortLocked:
        change.locked = false;
        return {changePort(end.name(), change, fmt::format("Unlock {}", end.words()))};
    case Cause::PortStopped:
        if (!end.link->up)
            return raiseEnd(place);
        if (!end.link->port.stopped)
            return {};
        change.state = PortState::Forwarding;
        return {changePort(end.name(), change, fmt::format("Let {} forward", end.words()))};
    default: return {};
    }
}

/// Every port of the bridge takes again what is meant for somebody unknown.
std::vector<Mend> floodAgain(const Place &place)
{
    const FrameEnd end(place);
    if (!end || !end.link->bridge())
        return {};
    Mend mend{fmt::format("Let the ports of {} take frames for unknown addresses", end.words()), {}};
    for (const LinkId id : end.link->bridge()->ports) {
        const Link *port = end.netns->find(id);
        if (!port || port->port.flood)
            continue;
        PortChange change;
        change.flood = true;
        mend.edits.add(SetPort{{end.netns->name, port->name}, change});
    }
    return mend.edits.empty() ? std::vector<Mend>{} : std::vector<Mend>{mend};
}

std::vector<Mend> removeNeighbour(const Place &place)
{
    const bool fixed = std::ranges::any_of(place.netns.neighbours, [&](const Neighbour &neighbour) {
        return neighbour.dev == place.hop.out && neighbour.address == place.hop.nextHop;
    });
    if (!fixed)
        return {};
    return {{fmt::format("Remove the fixed neighbour entry for {} from {}", place.hop.nextHop->toString(),
                         place.netns.name),
             {Edit(RemoveNeighbour{{place.netns.name, place.linkName(place.hop.out)}, *place.hop.nextHop})}}};
}

std::vector<Mend> mendsAt(const Place &place)
{
    switch (place.leg.cause) {
    case Cause::NoRoute: return noRoute(place);
    case Cause::Blackhole:
    case Cause::Unreachable:
    case Cause::Prohibit: return removeRoute(place);
    case Cause::NotForwarding: return startForwarding(place);
    case Cause::NoNeighbour: return noNeighbour(place);
    case Cause::LinkDown: return raiseEnd(place);
    case Cause::NoCarrier: return noCarrier(place);
    case Cause::WrongLladdr: return removeNeighbour(place);
    case Cause::LoopbackDown:
        return {{fmt::format("Set lo of {} up", place.netns.name), {Edit(SetLinkUp{{place.netns.name, "lo"}, true})}}};
    case Cause::NoSource: return giveAddress(place);
    case Cause::TtlExceeded: return breakCircle(place);
    case Cause::PacketTooBig: return growMtu(place);
    case Cause::BroadcastTarget:
        return sameLengthAsNeighbours(place, chooseRoute(place.plane, place.index, place.leg.destination).out);
    case Cause::ReversePath: return stopFiltering(place);
    case Cause::EchoIgnored: return answerEchoes(place);
    case Cause::Filtered:
    case Cause::Rejected: return letThrough(place);
    case Cause::Isolated:
    case Cause::PortStopped:
    case Cause::PortLocked: return openPort(place);
    case Cause::NotFlooded: return floodAgain(place);
    case Cause::Martian:
    case Cause::BeyondScope:
    case Cause::Storm:
    case Cause::WrongReceiver:
    case Cause::WrongVlan:
    case Cause::NoTunnelEnd:
    case Cause::WrongVni:
    case Cause::PortClosed:
    case Cause::Dummy:
    case Cause::NotModelled:
    case Cause::None: return {};
    }
    return {};
}

} // namespace

std::vector<Mend> mendsOf(const DataPlane &plane, const Leg &leg)
{
    if (leg.hops.empty())
        return {};
    const Hop &last = leg.hops.back();
    const NodeIndex index = plane.index(last.node);
    return mendsAt({plane, leg, last, index, *plane.nodes()[index].netns});
}

std::vector<Mend> mends(const DataPlane &plane, const Ping &ping)
{
    return ping.reachable ? std::vector<Mend>{} : mendsOf(plane, ping.decisive());
}

} // namespace netdraft::model
