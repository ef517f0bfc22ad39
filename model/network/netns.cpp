#include "model/network/netns.h"

#include "model/network/network.h"

#include <algorithm>

namespace netdraft::model {

namespace {

template <typename Links>
auto findById(Links &links, LinkId id) -> decltype(links.data())
{
    const auto found = std::ranges::find(links, id, &Link::id);
    return found == links.end() ? nullptr : &*found;
}

template <typename Links>
auto findByName(Links &links, std::string_view name) -> decltype(links.data())
{
    const auto found = std::ranges::find(links, name, &Link::name);
    return found == links.end() ? nullptr : &*found;
}

} // namespace

const Link *Netns::find(LinkId link) const
{
    return findById(links, link);
}

const Link *Netns::find(std::string_view link) const
{
    return findByName(links, link);
}

Link *Netns::find(LinkId link)
{
    return findById(links, link);
}

Link *Netns::find(std::string_view link)
{
    return findByName(links, link);
}

const NexthopObject *Netns::nexthop(std::uint32_t nexthopId) const
{
    const auto found = std::ranges::find(nexthops, nexthopId, &NexthopObject::id);
    return found == nexthops.end() ? nullptr : &*found;
}

bool hasCarrier(const Network &network, const Netns &netns, const Link &link)
{
    if (link.isLoopback())
        return true;
    if (const Veth *veth = link.veth()) {
        const Link *peer = network.find(veth->peer);
        return peer && peer->up && link.up;
    }
    const Bridge *bridge = link.bridge();
    if (!bridge || !bridge->portsDecide)
        return true;
    return std::ranges::any_of(bridge->ports, [&](LinkId id) {
        const Link *port = netns.find(id);
        return port && isRunning(network, netns, *port);
    });
}

} // namespace netdraft::model
