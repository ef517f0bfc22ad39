#include "model/drawing/node_kind.h"

#include <algorithm>

namespace netdraft::model {

namespace {

bool onlySwitches(const Netns &netns)
{
    const auto switches = [&](const Link &link) {
        return link.bridge() || (link.as<OvsDevice>() && link.as<OvsDevice>()->owner == netns.id);
    };
    return std::ranges::any_of(netns.links, switches) && std::ranges::all_of(netns.links, [&](const Link &link) {
               return link.isLoopback() || switches(link) || static_cast<bool>(link.master);
           });
}

} // namespace

bool isDrawn(const Netns &netns)
{
    return netns.id != hostNetns || netns.links.size() > 1;
}

NodeKind kindOf(const Project &project, const Netns &netns)
{
    if (const auto drawn = project.drawing->nodes.find(netns.id); drawn != project.drawing->nodes.end())
        return drawn->second.kind;
    if (netns.id == hostNetns)
        return NodeKind::Machine;
    if (onlySwitches(netns))
        return NodeKind::Switch;
    return netns.forwards(Family::Ipv4) ? NodeKind::Router : NodeKind::Namespace;
}

} // namespace netdraft::model
