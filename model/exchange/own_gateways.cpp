#include "model/exchange/own_gateways.h"

#include <algorithm>

namespace netdraft::model {

namespace {

struct Gateways {
    std::string netns;
    std::vector<IpAddress> addresses;
};

/// Those that the kernel looks at when it takes the edit.
Gateways gatewaysOf(const Edit &edit)
{
    Gateways found;
    const auto note = [&](const NamedHop &hop) {
        if (hop.via)
            found.addresses.push_back(*hop.via);
    };
    if (const auto *route = std::get_if<AddRoute>(&edit.kind)) {
        found.netns = route->netns;
        note(route->route.hop);
        std::ranges::for_each(route->route.nexthops, note);
    } else if (const auto *nexthop = std::get_if<AddNexthop>(&edit.kind)) {
        found.netns = nexthop->netns;
        note(nexthop->hop);
    }
    return found;
}

} // namespace

std::vector<Edit> OwnGateways::around(const Edit &edit)
{
    if (const auto *given = std::get_if<AddAddress>(&edit.kind))
        m_given.push_back(*given);
    const Gateways gateways = gatewaysOf(edit);
    std::vector<Edit> list{edit};
    for (const AddAddress &given : m_given) {
        const IpAddress &address = given.address.local.address;
        if (given.link.netns != gateways.netns || address.isV4() || address.isLoopback() ||
            std::ranges::find(gateways.addresses, address) == gateways.addresses.end())
            continue;
        list.insert(list.begin(), Edit(RemoveAddress{given.link, given.address.local}));
        list.emplace_back(given);
    }
    return list;
}

EditList aroundOwnGateways(const EditList &edits)
{
    OwnGateways gateways;
    EditList list;
    for (const Edit &edit : edits) {
        for (Edit &one : gateways.around(edit))
            list.add(std::move(one));
    }
    return list;
}

} // namespace netdraft::model
