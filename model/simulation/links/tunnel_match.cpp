#include "model/simulation/links/tunnel_match.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

TunnelType typeOf(IpProtocol protocol)
{
    return protocol == IpProtocol::Ipip   ? TunnelType::Ipip
           : protocol == IpProtocol::Ipv6 ? TunnelType::Sit
                                          : TunnelType::Gre;
}

/// How much of its ends a tunnel was given, in the order in which the kernel looks.
enum class Given : std::uint8_t { Both, Remote, Local, None };

class Search
{
public:
    Search(const DataPlane &plane, NodeIndex node, const Packet &packet, LinkIndex in)
        : m_plane(plane), m_packet(packet), m_in(in), m_type(typeOf(packet.protocol()))
    {
        const NetnsId underlay = plane.nodes()[node].netns->id;
        for (LinkIndex i = 0; i < plane.links().size(); ++i) {
            const auto *tunnel = plane.links()[i].link->as<Tunnel>();
            if (tunnel && tunnel->type == m_type && tunnel->underlay == underlay)
                m_tunnels.push_back(i);
        }
        // A new one is put before the others (hlist_add_head_rcu).
        std::ranges::sort(m_tunnels, std::ranges::greater{},
                          [&](LinkIndex i) { return plane.links()[i].link->id.value; });
    }

    TunnelMatch find() const
    {
        const LinkIndex found = m_type == TunnelType::Sit ? firstOfSit() : first();
        if (found == nowhere)
            return whyNone();
        // packet_is_spoofed asks more of one without a far end.
        const bool open = m_type == TunnelType::Sit && !tunnelAt(found).remote;
        return {found, open ? Cause::NotModelled : Cause::None};
    }

private:
    const Tunnel &tunnelAt(LinkIndex link) const { return *m_plane.links()[link].link->as<Tunnel>(); }
    bool isUp(LinkIndex link) const { return m_plane.links()[link].link->up; }
    bool isOn(LinkIndex link) const { return tunnelAt(link).dev && m_plane.index(tunnelAt(link).dev) == m_in; }

    bool hasEnds(LinkIndex link, Given given) const
    {
        const Tunnel &tunnel = tunnelAt(link);
        const bool local = given == Given::Both || given == Given::Local;
        const bool remote = given == Given::Both || given == Given::Remote;
        return tunnel.local.has_value() == local && tunnel.remote.has_value() == remote &&
               (!local || IpAddress(*tunnel.local) == m_packet.destination) &&
               (!remote || IpAddress(*tunnel.remote) == m_packet.source);
    }

    /// ip_tunnel_key_match; without any end given, no key is as good as the key 0.
    bool hasKey(LinkIndex link, Given given) const
    {
        const auto &key = m_packet.tunnelled()->key;
        return given == Given::None ? tunnelAt(link).key.value_or(0) == key.value_or(0) : tunnelAt(link).key == key;
    }

    /// ip_tunnel_lookup: one that is bound to the link which the packet came by goes before others that would do.
    LinkIndex first() const
    {
        LinkIndex candidate = nowhere;
        for (const Given given : {Given::Both, Given::Remote, Given::Local, Given::None}) {
            for (const LinkIndex link : m_tunnels) {
                if (!isUp(link) || !hasEnds(link, given) || !hasKey(link, given))
                    continue;
                if (isOn(link))
                    return link;
                if (given == Given::Both || candidate == nowhere)
                    candidate = link;
            }
        }
        return candidate;
    }

    /// ipip6_tunnel_lookup
    LinkIndex firstOfSit() const
    {
        for (const Given given : {Given::Both, Given::Remote, Given::Local, Given::None}) {
            for (const LinkIndex link : m_tunnels) {
                if (isUp(link) && hasEnds(link, given) && (!tunnelAt(link).dev || isOn(link)))
                    return link;
            }
        }
        return nowhere;
    }

    /// One with these ends that does not take the packet all the same.
    TunnelMatch whyNone() const
    {
        for (const Given given : {Given::Both, Given::Remote, Given::Local, Given::None}) {
            for (const LinkIndex link : m_tunnels) {
                if (hasEnds(link, given) && !hasKey(link, given))
                    return {link, Cause::WrongKey};
                if (hasEnds(link, given) && !isUp(link))
                    return {link, Cause::LinkDown};
            }
        }
        return {};
    }

    const DataPlane &m_plane;
    const Packet &m_packet;
    LinkIndex m_in;
    TunnelType m_type;
    std::vector<LinkIndex> m_tunnels;
};

} // namespace

TunnelMatch tunnelFor(const DataPlane &plane, NodeIndex node, const Packet &packet, LinkIndex in)
{
    return Search(plane, node, packet, in).find();
}

} // namespace netdraft::model::simulation
