#include "model/exchange/rebuild/steps.h"

#include <map>

namespace netdraft::model::rebuilding {

namespace {

/// A link that was up and is not any more: what is on its peer knows it. Where the peer never had its carrier, it
/// must not get it now, and all that is lost is the name of a queue.
bool isUpForAWhile(const Rebuilding &building, const Link &link)
{
    if (link.up || !link.onceUp)
        return false;
    const Link *peer = link.veth() ? building.wanted().network.find(link.veth()->peer) : nullptr;
    return !peer || !peer->up || peer->ready6;
}

/// How many links a link lies on, one on the other.
int depthOf(const Rebuilding &building, const Link &link)
{
    const Link *parent = building.wanted().network.find(link.parent());
    return parent ? 1 + depthOf(building, *parent) : 0;
}

} // namespace

void setLinksUp(Rebuilding &building)
{
    std::map<int, EditList> steps; // by depth: parents first
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            if (link.up || isUpForAWhile(building, link))
                steps[depthOf(building, link)].add(SetLinkUp{{netns->name, link.name}, true});
        }
    }
    for (auto &[depth, step] : steps)
        building.commit(std::move(step));
}

void setLinksDown(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        for (const Link &link : netns->links) {
            const Link *made = building.made(*netns, link);
            if (isUpForAWhile(building, link) || (!link.up && made && made->up)) // some come up with others
                step.add(SetLinkUp{{netns->name, link.name}, false});
        }
    }
    building.commit(std::move(step));
}

} // namespace netdraft::model::rebuilding
