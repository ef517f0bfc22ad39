#include "model/edit/links/new_links.h"

namespace netdraft::model {

namespace {

bool sameEnds(const Tunnel &a, const Tunnel &b)
{
    return a.type == b.type && a.underlay == b.underlay && a.local == b.local && a.remote == b.remote &&
           a.key == b.key && a.dev == b.dev;
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
        founding.link.mtu = lowerMtu - tunnel.overhead();
    if (tunnel.type != TunnelType::Gretap) {
        founding.link.mac = {};
        founding.link.macSet = false;
    }
    founding.link.kind = tunnel;
    return {};
}

} // namespace netdraft::model
