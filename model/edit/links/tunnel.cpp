#include "model/edit/links/new_links.h"

namespace netdraft::model {

namespace {

bool sameEnds(const Tunnel &a, const Tunnel &b)
{
    return a.type == b.type && a.underlay == b.underlay && a.local == b.local && a.remote == b.remote &&
           a.key == b.key && a.dev == b.dev;
}

/// The bytes that its packets are longer than what they carry.
int overhead(const Tunnel &tunnel)
{
    const int header = 20;
    switch (tunnel.type) {
    case TunnelType::Ipip:
    case TunnelType::Sit: return header;
    case TunnelType::Gre: return header + 4 + (tunnel.key ? 4 : 0);
    case TunnelType::Gretap: return header + 4 + (tunnel.key ? 4 : 0) + 14;
    }
    return header;
}

} // namespace

/// ip_tunnel_newlink, ipip6_newlink
Result<void> establish(Founding &founding, const TunnelWords &words)
{
    Tunnel tunnel;
    tunnel.type = words.type;
    tunnel.underlay = founding.from;
    tunnel.local = words.local;
    tunnel.remote = words.remote;
    tunnel.key = words.key;
    tunnel.ttl = words.ttl;
    tunnel.pmtudisc = words.pmtudisc;
    int lowerMtu = 1500;
    if (!words.dev.empty()) {
        const auto dev = founding.find(words.dev);
        if (!dev)
            return fail(dev.error());
        tunnel.dev = dev->link;
        lowerMtu = founding.draft.network.find(*dev)->mtu;
    }
    if (tunnel.ttl != 0 && !tunnel.pmtudisc)
        return fail(ErrorCode::InvalidArgument);
    for (const Network::NetnsPtr &netns : founding.draft.network.namespaces()) {
        for (const Link &link : netns->links) {
            if (link.as<Tunnel>() && sameEnds(*link.as<Tunnel>(), tunnel))
                return fail(ErrorCode::FileExists);
        }
    }
    if (!founding.mtuGiven)
        founding.link.mtu = lowerMtu - overhead(tunnel);
    if (tunnel.type != TunnelType::Gretap) {
        founding.link.mac = {};
        founding.link.macSet = false;
    }
    founding.link.kind = tunnel;
    return {};
}

} // namespace netdraft::model
