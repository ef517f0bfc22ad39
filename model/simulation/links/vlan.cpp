#include "model/simulation/links/vlan.h"

#include "model/simulation/link_layer.h"

namespace netdraft::model::simulation {

void transmitByVlan(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    // A tag within a tag (802.1ad) is not modelled.
    if (frame.vlan)
        return endFrame(simulation, link, Cause::NotModelled, frame, std::move(tracked));
    frame.vlan = here.link->as<Vlan>()->id;
    const LinkIndex parent = simulation.plane.index(here.link->parent().link);
    if (simulation.plane.links()[parent].node != here.node)
        tracked.scrub();
    transmit(simulation, parent, std::move(frame), std::move(tracked));
}

bool receiveForVlan(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked)
{
    for (const LinkIndex upper : simulation.plane.uppers(link)) {
        const PlaneLink &there = simulation.plane.links()[upper];
        const auto *vlan = there.link->as<Vlan>();
        if (!vlan || vlan->id != *frame.vlan || !there.link->up)
            continue;
        Frame inner = frame;
        inner.vlan.reset();
        receive(simulation, upper, std::move(inner), tracked);
        return true;
    }
    return false;
}

} // namespace netdraft::model::simulation
