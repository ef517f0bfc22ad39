#include "model/edit/draft.h"

#include <algorithm>

namespace netdraft::model {

Result<NetnsId> findNetns(const Draft &draft, std::string_view name)
{
    const Netns *netns = draft.network.find(name);
    if (!netns)
        return fail(ErrorCode::CannotOpenNetns, std::string(name));
    return netns->id;
}

Result<LinkPlace> findLink(const Draft &draft, const LinkName &name)
{
    const Netns *netns = draft.network.find(name.netns);
    if (!netns)
        return fail(ErrorCode::CannotOpenNetns, name.netns);
    const Link *link = netns->find(name.link);
    if (!link)
        return fail(ErrorCode::CannotFindDevice, name.link);
    return LinkPlace{netns->id, link->id};
}

Link &changeLink(Draft &draft, LinkPlace place)
{
    return *draft.network.change(place.netns).find(place.link);
}

void allotNsid(Draft &draft, NetnsId netns, NetnsId other)
{
    forgetRemoved(draft);
    if (netns == other || draft.network.find(netns)->nsids.contains(other))
        return;
    std::map<NetnsId, int> &nsids = draft.network.change(netns).nsids;
    if (const auto dense = draft.denseNsids.find(netns);
        dense != draft.denseNsids.end() && dense->second == nsids.size()) {
        nsids.emplace(other, static_cast<int>(dense->second++));
        return;
    }
    std::vector<int> taken;
    taken.reserve(nsids.size());
    for (const auto &[id, number] : nsids)
        taken.push_back(number);
    std::ranges::sort(taken);
    int lowest = 0;
    for (const int number : taken) {
        if (number != lowest)
            break;
        ++lowest;
    }
    nsids.emplace(other, lowest);
    if (static_cast<std::size_t>(lowest) + 1 == nsids.size())
        draft.denseNsids.insert_or_assign(netns, nsids.size());
    else
        draft.denseNsids.erase(netns);
}

void forgetRemoved(Draft &draft)
{
    if (draft.removed.empty())
        return;
    std::ranges::sort(draft.removed);
    const auto isRemoved = [&](const auto &entry) { return std::ranges::binary_search(draft.removed, entry.first); };
    std::vector<NetnsId> holders;
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        if (std::ranges::any_of(netns->nsids, isRemoved))
            holders.push_back(netns->id);
    }
    for (const NetnsId holder : holders) {
        std::erase_if(draft.network.change(holder).nsids, isRemoved);
        draft.denseNsids.erase(holder);
    }
    draft.removed.clear();
}

} // namespace netdraft::model
