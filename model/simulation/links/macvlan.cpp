#include "model/simulation/links/macvlan.h"

#include "model/simulation/link_layer.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

/// The macvlan with this MAC on a parent that is up (macvlan_hash_lookup: a macvlan that is down is not in the table).
LinkIndex macvlanWith(const Simulation &simulation, LinkIndex parent, const MacAddress &mac)
{
    for (const LinkIndex upper : simulation.plane.uppers(parent)) {
        const Link &link = *simulation.plane.links()[upper].link;
        if (link.as<Macvlan>() && link.up && link.mac == mac)
            return upper;
    }
    return nowhere;
}

MacvlanMode modeOf(const Simulation &simulation, LinkIndex link)
{
    return simulation.plane.links()[link].link->as<Macvlan>()->mode;
}

/// To the macvlans of a parent whose mode is one of these, but not back to `except` (macvlan_broadcast).
void broadcast(Simulation &simulation, LinkIndex parent, LinkIndex except, std::initializer_list<MacvlanMode> modes,
               const Frame &frame, const Tracked &tracked)
{
    for (const LinkIndex upper : simulation.plane.uppers(parent)) {
        const Link &link = *simulation.plane.links()[upper].link;
        if (upper == except || !link.up || !link.as<Macvlan>())
            continue;
        if (std::ranges::find(modes, link.as<Macvlan>()->mode) != modes.end())
            handOver(simulation, upper, parent, frame, tracked);
    }
}

} // namespace

void transmitByMacvlan(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[link];
    const LinkIndex parent = simulation.plane.index(here.link->parent().link);
    if (!here.running)
        return endFrame(simulation, link, Cause::NoCarrier, frame, std::move(tracked));
    if (modeOf(simulation, link) == MacvlanMode::Bridge) {
        if (frame.destination.isMulticast()) {
            broadcast(simulation, parent, link, {MacvlanMode::Bridge}, frame, tracked);
        } else if (const LinkIndex sibling = macvlanWith(simulation, parent, frame.destination);
                   sibling != nowhere && modeOf(simulation, sibling) == MacvlanMode::Bridge) {
            return handOver(simulation, sibling, parent, frame, std::move(tracked));
        }
    }
    if (simulation.plane.links()[parent].node != here.node)
        tracked.scrub();
    transmit(simulation, parent, std::move(frame), std::move(tracked));
}

bool receiveForMacvlans(Simulation &simulation, LinkIndex link, const Frame &frame, const Tracked &tracked)
{
    const auto uppers = simulation.plane.uppers(link);
    if (uppers.empty())
        return false;
    const auto passthru = std::ranges::find_if(uppers, [&](LinkIndex upper) {
        const auto *macvlan = simulation.plane.links()[upper].link->as<Macvlan>();
        return macvlan && macvlan->mode == MacvlanMode::Passthru;
    });
    if (frame.destination.isMulticast()) {
        const LinkIndex sender = macvlanWith(simulation, link, frame.source);
        using enum MacvlanMode;
        if (sender == nowhere)
            broadcast(simulation, link, nowhere, {Private, Vepa, Passthru, Bridge}, frame, tracked);
        else if (modeOf(simulation, sender) == Vepa)
            broadcast(simulation, link, sender, {Vepa, Bridge}, frame, tracked);
        else if (modeOf(simulation, sender) == Bridge)
            broadcast(simulation, link, sender, {Vepa}, frame, tracked);
        else
            handOver(simulation, sender, link, frame, tracked); // back to it, and to nobody else (macvlan_handle_frame)
        return sender != nowhere && modeOf(simulation, sender) != Vepa && modeOf(simulation, sender) != Bridge;
    }
    const LinkIndex taker = passthru != uppers.end() ? *passthru : macvlanWith(simulation, link, frame.destination);
    if (taker == nowhere)
        return false;
    handOver(simulation, taker, link, frame, tracked);
    return true;
}

} // namespace netdraft::model::simulation
