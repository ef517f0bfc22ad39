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
}

void forgetRemoved(Draft &draft)
{
    if (draft.removed.empty())
        return;
    std::vector<NetnsId> holders;
    for (const Network::NetnsPtr &netns : draft.network.namespaces()) {
        if (std::ranges::any_of(draft.removed, [&](NetnsId id) { return netns->nsids.contains(id); }))
            holders.push_back(netns->id);
    }
    for (const NetnsId holder : holders) {
        for (const NetnsId id : draft.removed)
            draft.network.change(holder).nsids.erase(id);
    }
    draft.removed.clear();
}

} // namespace netdraft::model
