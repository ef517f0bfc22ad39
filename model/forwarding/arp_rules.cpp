#include "model/forwarding/arp_rules.h"

#include "model/network/effective_sysctl.h"

#include <algorithm>

namespace netdraft::model {

namespace {

const Netns &netnsOf(const DataPlane &plane, LinkIndex link)
{
    return *plane.nodes()[plane.links()[link].node].netns;
}

int setting(const DataPlane &plane, LinkIndex link, DeviceSysctl sysctl)
{
    return effective(netnsOf(plane, link), *plane.links()[link].link, sysctl);
}

Prefix subnetOf(const LinkAddress &address)
{
    return address.peer ? address.peer->prefix() : address.local.prefix();
}

/// confirm_addr_indev: whether the link has the address, and it reaches as far as this and has `other`, if that is
/// given, in its subnet.
bool confirms(const DataPlane &plane, LinkIndex link, const std::optional<IpAddress> &other, const IpAddress &local,
              Scope scope)
{
    const bool routesLocalnet = setting(plane, link, DeviceSysctl::Ipv4RouteLocalnet) != 0;
    const Scope localnet = routesLocalnet ? Scope::Link : Scope::Host;
    bool has = false;
    bool same = false;
    for (const LinkAddress &own : plane.links()[link].link->addresses4) {
        has = has || (own.local.address == local && std::min(own.scope, localnet) <= scope);
        same = same || (subnetOf(own).contains(local) && (!other || subnetOf(own).contains(*other)));
    }
    return has && same;
}

/// inet_addr_onlink
bool isOnLink(const Link &link, const IpAddress &a, const IpAddress &b)
{
    return std::ranges::any_of(link.addresses4, [&](const LinkAddress &own) {
        return subnetOf(own).contains(a) && subnetOf(own).contains(b);
    });
}

} // namespace

bool ignoresArp(const DataPlane &plane, LinkIndex in, const IpAddress &sender, const IpAddress &target)
{
    switch (setting(plane, in, DeviceSysctl::Ipv4ArpIgnore)) {
    case 1: return !confirms(plane, in, std::nullopt, target, Scope::Host);
    case 2:
        return !confirms(plane, in, sender.isUnspecified() ? std::nullopt : std::optional(sender), target, Scope::Host);
    case 3: {
        const PlaneNode &node = plane.nodes()[plane.links()[in].node];
        for (LinkIndex i = node.firstLink; i < node.firstLink + node.linkCount; ++i) {
            if (confirms(plane, i, std::nullopt, target, Scope::Link))
                return false;
        }
        return true;
    }
    case 8: return true;
    default: return false;
    }
}

bool filtersArp(const DataPlane &plane, LinkIndex in, const IpAddress &sender, const IpAddress &target)
{
    Flow flow;
    flow.destination = sender;
    flow.source = target;
    const Decision decision = chooseRoute(plane, plane.links()[in].node, flow);
    return decision.choice.action != Action::Forward || decision.choice.out != in;
}

bool proxiesArp(const DataPlane &plane, LinkIndex in, LinkIndex out)
{
    return in != out && setting(plane, in, DeviceSysctl::Ipv4ProxyArp) != 0;
}

bool proxiesPvlan(const DataPlane &plane, LinkIndex in, LinkIndex out, const IpAddress &sender, const IpAddress &target)
{
    return in == out && sender != target && setting(plane, in, DeviceSysctl::Ipv4ProxyArpPvlan) != 0;
}

bool isProxied(const DataPlane &plane, LinkIndex in, const IpAddress &target)
{
    const PlaneLink &link = plane.links()[in];
    return std::ranges::any_of(plane.nodes()[link.node].netns->proxies, [&](const ProxyNeighbour &proxy) {
        return proxy.address == target && (!proxy.dev || proxy.dev == link.link->id);
    });
}

ArpAnswer answerArp(const DataPlane &plane, LinkIndex in, const IpAddress &sender, const IpAddress &target)
{
    const NodeIndex node = plane.links()[in].node;
    const Link &link = *plane.links()[in].link;
    if (target.isMulticast() || (target.isLoopback() && setting(plane, in, DeviceSysctl::Ipv4RouteLocalnet) == 0))
        return ArpAnswer::No;
    Flow flow;
    flow.destination = target;
    flow.source = sender;
    flow.in = in;
    const Choice choice = chooseRoute(plane, node, flow).choice;
    // A probe for duplicates (RFC 5227) has no sender that could be looked at.
    if (sender.isUnspecified()) {
        const bool own = choice.action == Action::Local && !ignoresArp(plane, in, sender, target);
        return own ? ArpAnswer::Yes : ArpAnswer::No;
    }
    if (admit(plane, node, flow, choice).cause != Cause::None)
        return ArpAnswer::No;
    if (choice.action == Action::Local) {
        const bool silent =
            ignoresArp(plane, in, sender, target) ||
            (setting(plane, in, DeviceSysctl::Ipv4ArpFilter) != 0 && filtersArp(plane, in, sender, target));
        return silent ? ArpAnswer::No : ArpAnswer::Yes;
    }
    if (choice.action != Action::Forward || !plane.nodes()[node].forwards4(link))
        return ArpAnswer::No;
    const bool proxy = proxiesArp(plane, in, choice.out) || proxiesPvlan(plane, in, choice.out, sender, target) ||
                       (choice.out != in && isProxied(plane, in, target));
    return proxy ? ArpAnswer::ForAnother : ArpAnswer::No;
}

std::optional<IpAddress> announcedAddress(const DataPlane &plane, LinkIndex out, const IpAddress &target,
                                          const IpAddress &packetSource)
{
    const NodeIndex node = plane.links()[out].node;
    const auto isOwn = [&] { return isLocalAddress(plane, node, packetSource, out); };
    switch (setting(plane, out, DeviceSysctl::Ipv4ArpAnnounce)) {
    case 1:
        if (isOwn() && isOnLink(*plane.links()[out].link, target, packetSource))
            return packetSource;
        break;
    case 2: break;
    default:
        if (isOwn())
            return packetSource;
    }
    return arpSender(plane, out, target);
}

} // namespace netdraft::model
