#include "model/exchange/own_gateways.h"

#include <algorithm>

namespace netdraft::model {

namespace {

struct Gateways {
    std::string netns;
    std::vector<IpAddress> addresses;
    std::vector<IpAddress> onLink; ///< those of them that are said to be on the link
};

/// Those that the kernel looks at when it takes the edit.
Gateways gatewaysOf(const Edit &edit)
{
    Gateways found;
    const auto note = [&](const NamedHop &hop) {
        if (hop.via)
            (hop.onlink ? found.onLink : found.addresses).push_back(*hop.via);
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
    const auto isAmong = [](const std::vector<IpAddress> &addresses, const IpAddress &address) {
        return std::ranges::find(addresses, address) != addresses.end();
    };
    std::vector<Edit> list{edit};
    for (const AddAddress &given : m_given) {
        const IpAddress &address = given.address.local.address;
        const bool matters =
            isAmong(gateways.onLink, address) || (!address.isV4() && isAmong(gateways.addresses, address));
        const auto again = std::ranges::count_if(m_given, [&](const AddAddress &other) {
            return other.link.netns == given.link.netns && other.address.local.address == address;
        });
        if (address.isV4() && again > 1)
            continue; // with two lengths: it would come back behind the other
        if (given.link.netns != gateways.netns || address.isLoopback() || !matters)
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
