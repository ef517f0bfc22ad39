#include "model/drawing/nesting.h"

#include "model/drawing/node_kind.h"

namespace netdraft::model {

NetnsId insideOf(const Project &project, const Netns &netns)
{
    const auto isHere = [&](NetnsId id) {
        const Netns *found = id ? project.network.find(id) : nullptr;
        return found && isDrawn(*found);
    };
    if (const auto said = project.drawing->inside.find(netns.id); said != project.drawing->inside.end())
        return isHere(said->second) ? said->second : NetnsId{};
    if (netns.id == hostNetns || kindOf(project, netns) != NodeKind::Namespace)
        return {};
    return isHere(hostNetns) ? hostNetns : NetnsId{};
}

std::map<NetnsId, NetnsId> nesting(const Project &project)
{
    std::map<NetnsId, NetnsId> all;
    const Netns *host = project.network.find(hostNetns);
    if (project.drawing->inside.empty() && !(host && isDrawn(*host)))
        return all; // as in most networks of thousands
    for (const auto &netns : project.network.namespaces()) {
        if (!isDrawn(*netns))
            continue;
        const NetnsId outer = insideOf(project, *netns);
        if (outer && !isWithin(all, outer, netns->id))
            all[netns->id] = outer;
    }
    return all;
}

bool isWithin(const std::map<NetnsId, NetnsId> &nesting, NetnsId node, NetnsId outer)
{
    while (node != outer) {
        const auto next = nesting.find(node);
        if (next == nesting.end())
            return false;
        node = next->second;
    }
    return true;
}

} // namespace netdraft::model
