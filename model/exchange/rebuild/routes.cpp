#include "model/exchange/kernel_routes.h"
#include "model/exchange/rebuild/heard.h"
#include "model/exchange/rebuild/steps.h"
#include "model/exchange/rule_edits.h"
#include "model/exchange/rulesets.h"

namespace netdraft::model::rebuilding {

void addRoutes(Rebuilding &building)
{
    EditList step;
    for (const auto &netns : building.namespaces()) {
        const Netns *made = building.built().network.find(netns->name);
        if (!made)
            continue;
        step.add(nexthopEdits(*netns));
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
