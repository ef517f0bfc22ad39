#include "model/edit/ipv6_addresses.h"
#include "model/edit/perform.h"

#include <algorithm>

namespace netdraft::model {

namespace {

auto entryOf(std::vector<Neighbour> &neighbours, const IpAddress &address, LinkId dev)
{
    return std::ranges::find_if(neighbours,
                                [&](const Neighbour &entry) { return entry.address == address && entry.dev == dev; });
}

/// The namespace, and what its entry would be.
Result<std::pair<NetnsId, ProxyNeighbour>> findProxy(const Draft &draft, const std::string &netns,
                                                     const std::string &dev, const IpAddress &address)
{
    if (!dev.empty()) {
        const auto place = findLink(draft, {netns, dev});
        if (!place)
            return fail(place.error());
        return std::pair(place->netns, ProxyNeighbour{address, place->link});
    }
    const auto id = findNetns(draft, netns);
    if (!id)
        return fail(id.error());
    return std::pair(*id, ProxyNeighbour{address, {}});
}

} // namespace

Result<void> perform(Draft &draft, const AddNeighbour &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    Netns &netns = draft.network.change(place->netns);
    const Link &link = *netns.find(place->link);
    if (!edit.address.isV4() && (!carriesIpv6(link) || isDisabled6(link)))
        return fail(ErrorCode::MessageOther, "IPv6 is disabled on this device."); // ndisc_allow_add
    std::vector<Neighbour> &neighbours = netns.neighbours;
    const auto known = entryOf(neighbours, edit.address, place->link);
    if (known == neighbours.end()) {
        if (edit.mode == AddMode::Change)
            return fail(ErrorCode::NoSuchFile);
        if (!edit.lladdr && edit.state != NudState::Noarp)
            return fail(ErrorCode::MessageOther, "No link layer address given.");
        // Behind a loopback device all IPv4 addresses are one (arp_constructor).
        const bool home = edit.address.isV4() && netns.find(place->link)->isLoopback();
        const IpAddress key = home ? IpAddress() : edit.address;
        if (home && entryOf(neighbours, key, place->link) != neighbours.end())
            return {};
        neighbours.push_back({key, place->link, edit.lladdr.value_or(MacAddress()), edit.state});
        return {};
    }
    if (edit.mode == AddMode::Add)
        return fail(ErrorCode::FileExists);
    known->state = edit.state;
    if (edit.lladdr)
        known->lladdr = *edit.lladdr;
    return {};
}

Result<void> perform(Draft &draft, const RemoveNeighbour &edit)
{
    const auto place = findLink(draft, edit.link);
    if (!place)
        return fail(place.error());
    std::vector<Neighbour> &neighbours = draft.network.change(place->netns).neighbours;
    const auto known = entryOf(neighbours, edit.address, place->link);
    if (known == neighbours.end())
        return fail(ErrorCode::NoSuchFile);
    neighbours.erase(known);
    return {};
}

Result<void> perform(Draft &draft, const AddProxyNeighbour &edit)
{
    const auto entry = findProxy(draft, edit.netns, edit.dev, edit.address);
    if (!entry)
        return fail(entry.error());
    Netns &netns = draft.network.change(entry->first);
    const Link *dev = netns.find(entry->second.dev);
    if (!edit.address.isV4() && (!dev || !carriesIpv6(*dev) || isDisabled6(*dev)))
        return fail(ErrorCode::NoBufferSpace);                                               // pndisc_constructor
    const bool known = std::ranges::any_of(netns.proxies, [&](const ProxyNeighbour &proxy) { // pneigh_lookup
        return proxy.address == edit.address && (proxy.dev == entry->second.dev || !proxy.dev);
    });
    if (!known)
        netns.proxies.push_back(entry->second);
    draft.answered.reset();
    return {};
}

Result<void> perform(Draft &draft, const RemoveProxyNeighbour &edit)
{
    const auto entry = findProxy(draft, edit.netns, edit.dev, edit.address);
    if (!entry)
        return fail(entry.error());
    if (std::erase(draft.network.change(entry->first).proxies, entry->second) == 0)
        return fail(ErrorCode::NoSuchFile);
    return {};
}

} // namespace netdraft::model
