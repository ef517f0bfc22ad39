#include "model/exchange/exchange.h"
#include "model/exchange/rebuild/steps.h"

namespace netdraft::model {

namespace {

using namespace rebuilding;

void placeNodes(Rebuilding &building)
{
    const Drawing &drawing = *building.wanted().drawing;
    for (const auto &netns : building.namespaces()) {
        const auto place = drawing.nodes.find(netns->id);
        if (place == drawing.nodes.end())
            continue;
        building.keep(EditList{PlaceNode{netns->name, place->second}});
        if (const auto said = drawing.inside.find(netns->id); said != drawing.inside.end()) {
            const Netns *outer = building.wanted().network.find(said->second);
            building.keep(EditList{NestNode{netns->name, outer ? outer->name : std::string()}});
        }
        if (drawing.folded.contains(netns->id))
            building.keep(EditList{FoldNode{netns->name, true}});
    }
}

/// They are numbered anew, in their order.
void annotate(Rebuilding &building)
{
    AnnotationId id;
    for (const auto &[was, annotation] : building.wanted().drawing->annotations) {
        ++id.value;
        building.keep(EditList{PutAnnotation{id, annotation}});
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
    setQdiscs(building);
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
    annotate(building);
    return building.take();
}

} // namespace netdraft::model
