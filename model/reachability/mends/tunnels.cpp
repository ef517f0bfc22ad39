#include "model/reachability/mends/tunnels.h"

#include "model/forwarding/stages.h"
#include "model/reachability/subnets.h"

#include <algorithm>

namespace netdraft::model::mending {

namespace {

/// Whether a namespace that has this address has, or sends on, what is for the destination.
bool knowsWay(const DataPlane &plane, const IpAddress &farEnd, const IpAddress &destination)
{
    for (NodeIndex node = 0; node < plane.nodes().size(); ++node) {
        if (!hasAddress(*plane.nodes()[node].netns, farEnd))
            continue;
        const Choice choice = chooseRoute(plane, node, destination);
        if (choice.action == Action::Local)
            return true;
        const bool onLink = choice.action == Action::Forward && choice.nextHop == destination;
        return onLink && !plane.links()[choice.out].link->as<Tunnel>();
    }
    return false;
}

} // namespace

std::optional<Mend> intoTunnel(const Place &place)
{
    const IpAddress &destination = place.leg.destination;
    for (const Link &link : place.netns.links) {
        const Tunnel *tunnel = link.as<Tunnel>();
        if (!tunnel || !link.up || !tunnel->remote || !carries(tunnel->type, destination.family()) ||
            !knowsWay(place.plane, *tunnel->remote, destination))
            continue;
        AddRoute edit{place.netns.name, {}, AddMode::Add};
        edit.route.destination = subnetOf(place.plane.network(), destination);
        edit.route.hop.dev = link.name;
        return Mend{MendWords::phrase("Add route {} by the tunnel {} on {}", edit.route.destination.toString(),
                                      link.name, place.netns.name),
                    {Edit(edit)}};
    }
    return std::nullopt;
}

} // namespace netdraft::model::mending
