#include "model/reachability/reason.h"

#include "model/phrase.h"
#include "model/reachability/deciding_rule.h"
#include "model/reachability/docker_policy.h"
#include "model/reachability/silence.h"
#include "model/reachability/subnets.h"
#include "model/reachability/vrf_of_leg.h"

#include <algorithm>

namespace netdraft::model {

std::string nodeName(const Network &network, NetnsId id)
{
    const Netns *netns = network.find(id);
    return netns ? netns->name : std::string("?");
}

namespace {

std::string linkName(const Network &network, NetnsId node, LinkId link)
{
    const Netns *netns = network.find(node);
    const Link *found = netns ? netns->find(link) : nullptr;
    return found ? found->name : std::string("?");
}

std::string_view familyName(const IpAddress &address)
{
    return address.isV4() ? "IPv4" : "IPv6";
}

std::string routeWords(const Route &route)
{
    return route.destination.isDefault() ? ReasonWords::phrase("the default route")
                                         : ReasonWords::phrase("the route {}", route.destination.toString());
}

std::string placeWords(const Network &network, LinkPlace place)
{
    return ReasonWords::phrase("{} of {}", linkName(network, place.netns, place.link), nodeName(network, place.netns));
}

/// `rule 3 of chain FORWARD in table filter`
std::string ruleWords(const netfilter::RulePlace &rule)
{
    if (rule.nft) {
        const std::string table = fmt::format("{} {}", nft::familyName(*rule.nft), rule.table);
        return rule.number == 0 ? ReasonWords::phrase("the policy of chain {} in nft table {}", rule.chain, table)
                                : ReasonWords::phrase("rule {} (handle {}) of chain {} in nft table {}", rule.number,
                                                      rule.handle, rule.chain, table);
    }
    return rule.number == 0
               ? ReasonWords::phrase("the policy of chain {} in table {}", rule.chain, rule.table)
               : ReasonWords::phrase("rule {} of chain {} in table {}", rule.number, rule.chain, rule.table);
}

/// Why a frame has a link-layer address that nobody takes.
std::string whyWrongLladdr(const Network &network, const Hop &hop, const std::string &target)
{
    const Netns &netns = *network.find(hop.node);
    const Link *out = netns.find(hop.out);
    const std::string_view link = out ? std::string_view(out->name) : "?";
    if (hop.nextHop && netns.neighbour(hop.out, *hop.nextHop))
        return ReasonWords::phrase("{} has a fixed neighbour entry for {} on {} whose link-layer address is not there",
                                   netns.name, target, link);
    if (out && out->arpOff)
        return ReasonWords::phrase("ARP is off on {} of {}, which so asks nobody for the link-layer address of {}",
                                   link, netns.name, target);
    return ReasonWords::phrase("the frame from {} to {} on {} comes to nobody who has its link-layer address",
                               netns.name, target, link);
}

/// Why nothing can leave by a link that is up: the one at which a frame ended, else the way out.
std::string whyNoCarrier(const Network &network, const Leg &leg)
{
    const LinkPlace place = leg.at ? leg.at : LinkPlace{leg.hops.back().node, leg.hops.back().out};
    const Link *link = network.find(place);
    const Bond *bond = link ? link->as<Bond>() : nullptr;
    const std::string words = placeWords(network, place);
    if (!bond)
        return ReasonWords::phrase("{} has no carrier: the other end is down", words);
    return bond->members.empty() ? ReasonWords::phrase("{} has no carrier: it has no members", words)
                                 : ReasonWords::phrase("{} has no carrier: none of its members has", words);
}

/// The tunnel, or the VXLAN link, that sent the packet which is lost.
LinkPlace sender(const Network &network, const Leg &leg)
{
    for (auto place = leg.links.rbegin(); place != leg.links.rend(); ++place) {
        if (const Link *link = network.find(*place);
            link && (link->as<Tunnel>() || link->as<Vxlan>()) && *place != leg.at)
            return *place;
    }
    return {};
}

/// `B has no gre tunnel to take what t0 of A sends (local 192.0.2.2, remote 192.0.2.1)`
std::string whyNoTunnel(const Network &network, const Leg &leg)
{
    const LinkPlace place = sender(network, leg);
    const Link *link = network.find(place);
    const auto *tunnel = link ? link->as<Tunnel>() : nullptr;
    const std::string_view type = tunnel ? tunnelTypes[static_cast<std::size_t>(tunnel->type)] : "vxlan";
    return ReasonWords::phrase("{} has no {} tunnel to take what {} sends (local {}, remote {})",
                               nodeName(network, leg.end()), type, placeWords(network, place),
                               leg.destination.toString(), leg.source.toString());
}

std::string whyNoTunnelSource(const Network &network, const Leg &leg)
{
    const Tunnel &tunnel = *network.find(leg.at)->as<Tunnel>();
    return ReasonWords::phrase("{} sends from {}, which is no address of {}", placeWords(network, leg.at),
                               tunnel.local.value_or(Ipv4Address()).toString(), nodeName(network, tunnel.underlay));
}

/// `port p1 of s1 on sw carries no VLAN 20`
std::string whyNotTrunked(const Network &network, const Leg &leg)
{
    const Netns &netns = *network.find(leg.at.netns);
    const Link &link = *netns.find(leg.at.link);
    const OvsAttachment at = ovsPortOf(network, netns, link);
    if (!at)
        return ReasonWords::phrase("{} carries no VLAN {}", placeWords(network, leg.at), leg.vlan);
    const OvsDevice *device = link.as<OvsDevice>();
    const std::string port = ReasonWords::phrase("port {} of {} on {}", at.port->name, at.bridge->name,
                                                 nodeName(network, device ? device->owner : netns.id));
    if (at.port->effectiveMode() != OvsVlanMode::Access)
        return leg.vlan == 0 ? ReasonWords::phrase("{} carries no frames without a tag", port)
                             : ReasonWords::phrase("{} carries no VLAN {}", port, leg.vlan);
    if (at.port->carries(leg.vlan))
        return ReasonWords::phrase("{} is an access port, and takes no frames with a tag", port);
    return leg.vlan == 0
               ? ReasonWords::phrase("{} is in VLAN {}, and the frame in none", port, at.port->nativeVlan())
               : ReasonWords::phrase("{} is in VLAN {}, and carries no VLAN {}", port, at.port->nativeVlan(), leg.vlan);
}

/// Docker's policy, which drops what it did not ask for; of a bridged frame also why a filter of IP sees it.
std::string whyDocker(const Network &network, const Leg &leg, const std::string &node)
{
    const std::string policy = ruleWords(*leg.rule);
    return network.find(leg.at)
               ? ReasonWords::phrase("{} of {} drops the packet: Docker has set it to DROP, and "
                                     "bridge-nf-call-iptables lets it see bridged frames",
                                     policy, node)
               : ReasonWords::phrase("{} of {} drops the packet: Docker has set it to DROP", policy, node);
}

/// Where no route was found, if there are VRFs.
std::string inWhichVrf(const Network &network, const Leg &leg)
{
    if (const Link *vrf = vrfOfLeg(network, leg))
        return ReasonWords::phrase(" in VRF {}", vrf->name);
    const Link *other = otherVrfWithRoute(network, leg);
    return other ? ReasonWords::phrase(" outside of VRF {}", other->name) : std::string();
}

/// `policy rule 100 of A discards packets to 10.3.0.2`, where it was a rule.
std::optional<std::string> whatRuleDid(const Network &network, const Leg &leg)
{
    const Netns *netns = network.find(leg.end());
    if (!netns || netns->rules(leg.destination.family()) == defaultRules(leg.destination.family()))
        return std::nullopt;
    const auto rule = decidingRule(DataPlane(network), leg);
    if (!rule)
        return std::nullopt;
    const std::string target = leg.destination.toString();
    if (leg.cause == Cause::Blackhole)
        return ReasonWords::phrase("policy rule {} of {} discards packets to {}", rule->priority, netns->name, target);
    if (leg.cause == Cause::Prohibit)
        return ReasonWords::phrase("policy rule {} of {} forbids packets to {}", rule->priority, netns->name, target);
    return ReasonWords::phrase("policy rule {} of {} refuses packets to {}", rule->priority, netns->name, target);
}

} // namespace

std::string whatHappened(const Network &network, const Leg &leg)
{
    const Hop &last = leg.hops.back();
    const std::string node = nodeName(network, last.node);
    const std::string out = last.out ? linkName(network, last.node, last.out) : std::string();
    const std::string target = leg.destination.toString();
    // A bridged frame is dropped by the rules of the namespace that the bridge is in.
    if (auto rule = whatRuleDid(network, leg))
        return *rule;
    const std::string filter = leg.at ? nodeName(network, leg.at.netns) : node;
    switch (leg.cause) {
    case Cause::None: return ReasonWords::phrase("{} is reached", target);
    case Cause::NoRoute:
        if (leg.isTurnedAway())
            return ReasonWords::phrase("{} turns packets to {} away, as IPv6 does for every route out by lo ({})", node,
                                       target, routeWords(*last.route));
        return ReasonWords::phrase("{} has no route to {}{}", node, subnetOf(network, leg.destination).toString(),
                                   inWhichVrf(network, leg));
    case Cause::Blackhole:
        return ReasonWords::phrase("{} discards packets to {}: blackhole route {}", node, target,
                                   last.route ? last.route->destination.toString() : target);
    case Cause::Unreachable:
        return ReasonWords::phrase("{} refuses packets to {}: unreachable route {}", node, target,
                                   last.route ? last.route->destination.toString() : target);
    case Cause::Prohibit:
        return ReasonWords::phrase("{} forbids packets to {}: prohibit route {}", node, target,
                                   last.route ? last.route->destination.toString() : target);
    case Cause::NotForwarding:
        return ReasonWords::phrase("{} does not forward {} packets", node, familyName(leg.destination));
    case Cause::NoNeighbour:
        return ReasonWords::phrase("{} asks for {} on {}, and nobody answers{}", node,
                                   last.nextHop ? last.nextHop->toString() : target, out,
                                   whySilent(network, last, last.nextHop.value_or(leg.destination)));
    case Cause::WrongLladdr: return whyWrongLladdr(network, last, last.nextHop ? last.nextHop->toString() : target);
    case Cause::LinkDown: return ReasonWords::phrase("{} is down", placeWords(network, leg.at));
    case Cause::NoCarrier: return whyNoCarrier(network, leg);
    case Cause::LoopbackDown: return ReasonWords::phrase("lo of {} is down, so it cannot reach itself", node);
    case Cause::Martian:
        if (out == "lo")
            return ReasonWords::phrase("{} sends packets to {} back to itself by lo, and drops them ({})", node, target,
                                       routeWords(*last.route));
        return ReasonWords::phrase("{} drops the packet from {}, for that address is its own", node,
                                   leg.source.toString());
    case Cause::ReversePath:
        return ReasonWords::phrase(
            "{} drops the packet from {}: its way back there is another link, and rp_filter asks for "
            "the same",
            node, leg.source.toString());
    case Cause::BeyondScope:
        return ReasonWords::phrase("{} does not forward packets from the link-local address {}", node,
                                   leg.source.toString());
    case Cause::TtlExceeded:
        if (leg.circles())
            return ReasonWords::phrase("the packet circles until its time to live is used up, last at {}", node);
        return ReasonWords::phrase(
            "the time to live that {} gives its packets is used up at {}",
            last.below ? placeWords(network, sender(network, leg)) : nodeName(network, leg.hops.front().node), node);
    case Cause::PacketTooBig:
        return last.out ? ReasonWords::phrase("the packet is larger than the MTU of a link behind {} of {}", out, node)
                        : ReasonWords::phrase("the packet is larger than the MTU of the way out of {}", node);
    case Cause::NoSource:
        return ReasonWords::phrase("{} has no {} address to send from", node, familyName(leg.destination));
    case Cause::BroadcastTarget:
        return ReasonWords::phrase("for {} {} is a broadcast address, which nobody answers ({})", node, target,
                                   last.route ? routeWords(*last.route) : target);
    case Cause::Storm:
        return ReasonWords::phrase("the switches behind {} of {} form a loop, and frames circle in it", out, node);
    case Cause::WrongReceiver:
        return ReasonWords::phrase("the reply came to {}, which has the address {} too", node, target);
    case Cause::EchoIgnored: return ReasonWords::phrase("{} answers no echo requests (icmp_echo_ignore_all)", node);
    case Cause::Filtered:
        if (dockerPolicyOf(network, leg))
            return whyDocker(network, leg, filter);
        return leg.rule ? ReasonWords::phrase("{} of {} drops the packet", ruleWords(*leg.rule), filter)
                        : ReasonWords::phrase("the connection tracking of {} drops the packet", filter);
    case Cause::Rejected:
        return ReasonWords::phrase("{} of {} rejects the packet", leg.rule ? ruleWords(*leg.rule) : std::string(),
                                   filter);
    case Cause::WrongVlan:
        return ReasonWords::phrase("{} does not take part in the frame's VLAN", placeWords(network, leg.at));
    case Cause::NotTrunked: return whyNotTrunked(network, leg);
    case Cause::Isolated:
        if (const Link *link = network.find(leg.at); link && link->as<Ipvlan>())
            return ReasonWords::phrase("{} is private, and passes nothing to others on its parent",
                                       placeWords(network, leg.at));
        return ReasonWords::phrase("{} is isolated from the port that the frame came by", placeWords(network, leg.at));
    case Cause::NotFlooded:
        return ReasonWords::phrase(
            "{} does not know where the frame's address is, and no port takes frames for unknown ones",
            placeWords(network, leg.at));
    case Cause::PortStopped: return ReasonWords::phrase("{} does not forward", placeWords(network, leg.at));
    case Cause::PortLocked:
        return ReasonWords::phrase("{} is locked, and takes no frames from senders whose entry it does not have",
                                   placeWords(network, leg.at));
    case Cause::NoTunnelEnd:
        return ReasonWords::phrase("{} has no end of the tunnel to send to", placeWords(network, leg.at));
    case Cause::WrongVni: return ReasonWords::phrase("{} has a VXLAN link on that port, and none with the VNI", node);
    case Cause::NoTunnel: return whyNoTunnel(network, leg);
    case Cause::WrongKey:
        return ReasonWords::phrase("{} has another key than {}", placeWords(network, leg.at),
                                   placeWords(network, sender(network, leg)));
    case Cause::NoTunnelSource: return whyNoTunnelSource(network, leg);
    case Cause::TunnelLoop:
        return ReasonWords::phrase("the way to the far end of {} leads into {} itself", placeWords(network, leg.at),
                                   linkName(network, leg.at.netns, leg.at.link));
    case Cause::VrfDown: {
        const Link *vrf = vrfOfLeg(network, leg);
        return ReasonWords::phrase("VRF {} of {} is down, so that it answers nobody there", vrf ? vrf->name : "?",
                                   node);
    }
    case Cause::NotCarried:
        return ReasonWords::phrase("{} carries no {} packets", placeWords(network, leg.at),
                                   familyName(leg.destination));
    case Cause::MemberInactive:
        return ReasonWords::phrase("{} is not the active member of its bond, which takes no frames by it",
                                   placeWords(network, leg.at));
    case Cause::PortClosed: return ReasonWords::phrase("nobody listens on the port at {}", node);
    case Cause::Dummy: return ReasonWords::phrase("{} leads nowhere", placeWords(network, leg.at));
    case Cause::QdiscDropped: return ReasonWords::phrase("the qdisc of {} drops it", placeWords(network, leg.at));
    case Cause::NotModelled:
        return leg.at ? ReasonWords::phrase("what {} does with it is not modelled", placeWords(network, leg.at))
                      : ReasonWords::phrase("what becomes of the packet from {} is not modelled", node);
    }
    return {};
}

std::string withDirection(const Network &network, const Exchange &exchange, const std::string &what)
{
    const Leg &leg = exchange.decisive();
    const bool elsewhere = leg.hops.back().node != exchange.from;
    if (exchange.resolution) {
        const Leg &asking =
            exchange.reply && exchange.request.cause == Cause::None ? *exchange.reply : exchange.request;
        const Hop &asker = asking.hops.back();
        return ReasonWords::phrase("{} (so {} does not find its neighbour {})", what, nodeName(network, asker.node),
                                   asker.nextHop.value_or(asking.destination).toString());
    }
    if (!exchange.reply || exchange.request.cause != Cause::None)
        return elsewhere ? ReasonWords::phrase("{} (on the way from {} to {})", what, nodeName(network, exchange.from),
                                               exchange.to.toString())
                         : what;
    return ReasonWords::phrase("{} (on the way back from {} to {}, {})", what, exchange.to.toString(),
                               nodeName(network, exchange.from), leg.destination.toString());
}

std::string reason(const Network &network, const Ping &ping)
{
    if (ping.reachable)
        return ReasonWords::phrase("{} reaches {}", nodeName(network, ping.from), ping.to.toString());
    return withDirection(network, ping, whatHappened(network, ping.decisive()));
}

} // namespace netdraft::model
