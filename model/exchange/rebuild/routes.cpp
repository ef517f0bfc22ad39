#include "model/exchange/kernel_routes.h"
#include "model/exchange/rebuild/heard.h"
#include "model/exchange/rebuild/steps.h"
#include "model/exchange/rule_edits.h"
#include "model/exchange/rulesets.h"

namespace netdraft::model::rebuilding {

void addRoutes(Rebuilding &building)
{
    // A next hop that was made while lo was up sets it up once more, and so brings routes with it.
    EditList nexthops;
    for (const auto &netns : building.namespaces())
        if (building.built().network.find(netns->name))
            nexthops.add(nexthopEdits(*netns));
    building.commit(std::move(nexthops));
    EditList step;
    for (const auto &netns : building.namespaces()) {
        const Netns *made = building.built().network.find(netns->name);
        if (!made)
            continue;
        step.add(routeEdits(withoutHeard(building, *made), withoutHeard(building, *netns)));
        step.add(ruleEdits(*made, *netns));
    }
    building.keep(std::move(step));
}

void addRulesets(Rebuilding &building)
{
    for (const auto &netns : building.namespaces())
        building.keep(rulesetEdits(*netns));
}

} // namespace netdraft::model::rebuilding
