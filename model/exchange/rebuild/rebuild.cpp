#include "model/exchange/exchange.h"
#include "model/exchange/rebuild/steps.h"

namespace netdraft::model {

namespace {

using namespace rebuilding;

void placeNodes(Rebuilding &building)
{
    for (const auto &netns : building.namespaces()) {
        const auto place = building.wanted().drawing->nodes.find(netns->id);
        if (place != building.wanted().drawing->nodes.end())
            building.keep(EditList{PlaceNode{netns->name, place->second}});
    }
}

} // namespace

void rebuilding::addLinksAndNeighbours(Rebuilding &building)
{
    addLinks(building);
    setMtus(building, Bridges::No);
    setBridges(building);
    setMasters(building);
    addOvsPorts(building);
    setPorts(building);
    setMtus(building, Bridges::Yes);
    setChildMtus(building);
    setArp(building);
    setSysctls(building);
    setLinksUp(building);
    addAddresses(building, false);
    setLinksDown(building);
    setPortStates(building);
    addAddresses(building, true);
    addNeighbours(building);
}

EditList rebuild(const Project &project)
{
    Rebuilding building(project);
    addLinksAndNeighbours(building);
    addRoutes(building);
    addRulesets(building);
    addFiles(building);
    addRadvds(building);
    addSockets(building);
    placeNodes(building);
    return building.take();
}

} // namespace netdraft::model
