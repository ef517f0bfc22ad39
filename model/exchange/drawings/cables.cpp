#include "model/exchange/drawings/cables.h"

#include "model/drawing/node_kind.h"

namespace netdraft::model {

std::vector<DrawnCable> drawnCables(const Network &network)
{
    std::vector<DrawnCable> cables;
    for (const auto &netns : network.namespaces()) {
        for (const Link &link : netns->links) {
            const LinkPlace peer = link.veth() ? link.veth()->peer : link.parent();
            const Link *other = network.find(peer);
            if (!other || (!link.veth() && peer.netns == netns->id))
                continue;
            // Of the two ends of a veth the first one stands for both.
            if (link.veth() && LinkPlace{netns->id, link.id} > peer)
                continue;
            cables.push_back({{netns.get(), &link}, {network.find(peer.netns), other}});
        }
    }
    return cables;
}

std::vector<const Netns *> drawnNodes(const Network &network)
{
    std::vector<const Netns *> nodes;
    for (const auto &netns : network.namespaces()) {
        if (isDrawn(*netns))
            nodes.push_back(netns.get());
    }
    return nodes;
}

std::vector<std::string> givenAddresses(const Link &link)
{
    std::vector<std::string> addresses;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        for (const LinkAddress &address : link.addresses(family)) {
            if (!address.kernelMade)
                addresses.push_back(address.local.toString());
        }
    }
    return addresses;
}

} // namespace netdraft::model
