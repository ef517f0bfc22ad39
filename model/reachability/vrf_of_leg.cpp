#include "model/reachability/vrf_of_leg.h"

#include "model/edit/fib.h"

#include <algorithm>

namespace netdraft::model {

const Link *vrfOfLeg(const Network &network, const Leg &leg)
{
    const Hop &last = leg.hops.back();
    const Netns &netns = *network.find(last.node);
    if (const Link *in = netns.find(last.in))
        return netns.vrfOf(*in);
    const auto hasSource = [&](const Link &link) {
        const auto isSame = [&](const LinkAddress &own) { return own.local.address == leg.source; };
        return std::ranges::any_of(link.addresses(leg.source.family()), isSame);
    };
    const auto sender = std::ranges::find_if(netns.links, hasSource);
    return sender == netns.links.end() ? nullptr : netns.vrfOf(*sender);
}

const Link *otherVrfWithRoute(const Network &network, const Leg &leg)
{
    const Netns &netns = *network.find(leg.hops.back().node);
    const Link *own = vrfOfLeg(network, leg);
    for (const Link &link : netns.links) {
        const Vrf *vrf = link.as<Vrf>();
        const auto isWay = [](const Route &route) { return !isDiscarding(route.type); };
        if (vrf && &link != own && longestMatch(netns, vrf->table, leg.destination, isWay))
            return &link;
    }
    return nullptr;
}

} // namespace netdraft::model
