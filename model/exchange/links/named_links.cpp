#include "model/exchange/links/named_links.h"

namespace netdraft::model {

namespace {

/// The words of a new link like one that is there.
struct Naming {
    const Network &network;

    std::string name(LinkPlace place) const
    {
        const Link *link = network.find(place);
        return link ? link->name : std::string();
    }

    std::optional<NewLink> operator()(const Loopback &) const { return std::nullopt; }
    std::optional<NewLink> operator()(const Veth &) const { return std::nullopt; }
    std::optional<NewLink> operator()(const Bridge &) const { return std::nullopt; }
    std::optional<NewLink> operator()(const OvsDevice &) const { return std::nullopt; }
    std::optional<NewLink> operator()(const Dummy &) const { return DummyWords{}; }
    std::optional<NewLink> operator()(const Vlan &vlan) const
    {
        return VlanWords{name(vlan.parent), vlan.id, vlan.protocol};
    }
    std::optional<NewLink> operator()(const Vxlan &vxlan) const
    {
        return VxlanWords{vxlan.vni,   name({vxlan.underlay, vxlan.dev}),
                          vxlan.local, vxlan.remote,
                          vxlan.port,  vxlan.learning,
                          vxlan.ttl,   vxlan.ageing};
    }
    std::optional<NewLink> operator()(const Macvlan &macvlan) const
    {
        return MacvlanWords{name(macvlan.parent), macvlan.mode};
    }
    std::optional<NewLink> operator()(const Ipvlan &ipvlan) const
    {
        return IpvlanWords{name(ipvlan.parent), ipvlan.mode, ipvlan.flag};
    }
    std::optional<NewLink> operator()(const Bond &bond) const { return BondWords{bond.mode, bond.miimon}; }
    std::optional<NewLink> operator()(const Tunnel &tunnel) const
    {
        return TunnelWords{
            tunnel.type,    name({tunnel.underlay, tunnel.dev}), tunnel.local, tunnel.remote, tunnel.key, tunnel.ttl,
            tunnel.pmtudisc};
    }
    std::optional<NewLink> operator()(const Vrf &vrf) const { return VrfWords{vrf.table}; }
};

NetnsId originOf(const Netns &netns, const Link &link)
{
    if (const Vxlan *vxlan = link.as<Vxlan>())
        return vxlan->underlay;
    if (const Tunnel *tunnel = link.as<Tunnel>())
        return tunnel->underlay;
    return link.parent() ? link.parent().netns : netns.id;
}

} // namespace

std::optional<AddLink> namedLink(const Network &network, const Netns &netns, const Link &link)
{
    auto kind = std::visit(Naming{network}, link.kind);
    if (!kind)
        return std::nullopt;
    AddLink edit{.link = {netns.name, link.name}, .kind = std::move(*kind), .from = {}};
    const NetnsId origin = originOf(netns, link);
    if (origin != netns.id)
        edit.from = network.find(origin)->name;
    return edit;
}

std::optional<WantedOvs> wantedOvs(const Network &network, const Link &link)
{
    const OvsDevice *device = link.as<OvsDevice>();
    if (!device)
        return std::nullopt;
    const Netns &owner = *network.find(device->owner);
    const OvsAttachment at = owner.ovsPort(device->port);
    return at ? WantedOvs{{owner.name, at.bridge->name}, *at.port} : WantedOvs{{owner.name, {}}, {}};
}

LinkPlace ovsLowerOf(const Network &network, const Link &link)
{
    const auto wanted = wantedOvs(network, link);
    if (!wanted || wanted->isSystem())
        return {};
    const Netns &owner = *network.find(link.as<OvsDevice>()->owner);
    const Link *lower = owner.find(wanted->isLocal() ? ovsSystemName : std::string_view(wanted->bridge.link));
    return {owner.id, lower->id};
}

LinkPlace lowerOf(const Link &link)
{
    return link.parent() ? link.parent() : link.outerDevice();
}

} // namespace netdraft::model
