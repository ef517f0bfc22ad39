#include "model/exchange/rebuild/heard.h"

#include <algorithm>

namespace netdraft::model::rebuilding {

namespace {

/// Whether routes of two networks lead to the same by the same link and gateway.
bool isSameWay(const Netns &netnsA, const Route &a, const Netns &netnsB, const Route &b)
{
    if (a.destination != b.destination || a.table != b.table || a.type != b.type || a.metric != b.metric ||
        a.protocol != b.protocol || a.hops.size() != 1 || b.hops.size() != 1)
        return false;
    const Link *devA = netnsA.find(a.hops.front().dev);
    const Link *devB = netnsB.find(b.hops.front().dev);
    return devA && devB && devA->name == devB->name && a.hops.front().via == b.hops.front().via;
}

} // namespace

bool isHeardAgain(const Rebuilding &building, const Netns &netns, const Link &link, const LinkAddress &address)
{
    if (!building.rehearing() || !address.dynamic)
        return false;
    const auto &now = building.rehearing()->heard.find(LinkPlace{netns.id, link.id})->addresses6;
    const auto at = std::ranges::find(link.addresses6, address.local, &LinkAddress::local);
    return std::ranges::find(now, address) != now.end() &&
           std::ranges::all_of(link.addresses6.begin(), at, &LinkAddress::dynamic);
}

Netns withoutHeard(const Rebuilding &building, const Netns &netns)
{
    Netns rest = netns;
    const Netns *silent = building.rehearing() ? building.rehearing()->silent.find(netns.name) : nullptr;
    const Netns *heard = building.rehearing() ? building.rehearing()->heard.find(netns.name) : nullptr;
    if (!silent || !heard)
        return rest;
    const auto holds = [&](const Netns &other, const Route &route) {
        return std::ranges::any_of(other.routes, [&](const Route &has) { return isSameWay(netns, route, other, has); });
    };
    std::erase_if(rest.routes, [&](const Route &route) { return holds(*heard, route) && !holds(*silent, route); });
    return rest;
}

} // namespace netdraft::model::rebuilding
