#include "model/simulation/bridging.h"

#include "model/simulation/link_layer.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

/// Whether the frame has been at this port since it was last routed: bridges that form a loop hand it round for ever.
bool wasHere(const Tracked &tracked, LinkIndex port)
{
    const Trail *step = tracked.trail.get();
    bool now = true; // the last step is the port's own
    for (; step && std::holds_alternative<LinkIndex>(step->step); step = step->before.get()) {
        if (std::get<LinkIndex>(step->step) == port && !std::exchange(now, false))
            return true;
    }
    return false;
}

/// The MACs that a bridge takes in itself (the FDB's `local` entries).
bool isOwn(const DataPlane &plane, LinkIndex bridge, const MacAddress &mac)
{
    const PlaneLink &here = plane.links()[bridge];
    return here.link->mac == mac ||
           std::ranges::any_of(plane.ports(here), [&](LinkIndex port) { return plane.links()[port].link->mac == mac; });
}

/// Behind which port the bridge looks for a MAC: where it was heard, else where somebody said it is.
LinkIndex portFor(const Simulation &simulation, LinkIndex bridge, const MacAddress &mac)
{
    if (const auto heard = simulation.fdb.find({bridge, 0, mac}); heard != simulation.fdb.end())
        return heard->second;
    const auto &fixed = simulation.plane.links()[bridge].link->bridge()->fdb;
    const auto entry = std::ranges::find(fixed, mac, &FdbEntry::mac);
    return entry == fixed.end() ? nowhere : simulation.plane.index(entry->port);
}

/// br_forward: by one port, if a frame may leave there (should_deliver).
void forwardBy(Simulation &simulation, LinkIndex port, const Frame &frame, Tracked tracked)
{
    const PlaneLink &leaving = simulation.plane.links()[port];
    if (!leaving.running)
        return;
    if (!fits(leaving, frame.size()))
        return endFrame(simulation, port, Cause::PacketTooBig, frame, std::move(tracked));
    transmit(simulation, port, frame, std::move(tracked));
}

/// br_flood: by all ports but the one it came by, the newest first.
void flood(Simulation &simulation, LinkIndex bridge, LinkIndex in, const Frame &frame, const Tracked &tracked)
{
    const auto ports = simulation.plane.ports(simulation.plane.links()[bridge]);
    for (auto port = ports.rbegin(); port != ports.rend(); ++port) {
        if (*port != in)
            forwardBy(simulation, *port, frame, tracked);
    }
}

} // namespace

void transmitByBridge(Simulation &simulation, LinkIndex bridge, Frame frame, Tracked tracked)
{
    if (!simulation.plane.links()[bridge].running)
        return endFrame(simulation, bridge, Cause::NoCarrier, frame, std::move(tracked));
    const LinkIndex port = frame.destination.isMulticast() ? nowhere : portFor(simulation, bridge, frame.destination);
    if (port == nowhere)
        flood(simulation, bridge, nowhere, frame, tracked);
    else
        forwardBy(simulation, port, frame, std::move(tracked));
}

void receiveByPort(Simulation &simulation, LinkIndex port, Frame frame, Tracked tracked)
{
    const auto links = simulation.plane.links();
    const LinkIndex bridge = links[port].bridge;
    if (!links[bridge].link->up)
        return endFrame(simulation, bridge, Cause::LinkDown, frame, std::move(tracked));
    if (wasHere(tracked, port)) {
        simulation.stormed();
        return endFrame(simulation, port, Cause::Storm, frame, std::move(tracked));
    }
    if (!isOwn(simulation.plane, bridge, frame.source))
        simulation.fdb.insert_or_assign({bridge, 0, frame.source}, port);

    const auto passUpHere = [&](Addressee addressee) {
        Tracked inside = tracked;
        inside.pass(bridge);
        passUp(simulation, bridge, addressee, frame, std::move(inside));
    };
    if (frame.destination.isMulticast()) {
        flood(simulation, bridge, port, frame, tracked);
        return passUpHere(Addressee::All);
    }
    if (isOwn(simulation.plane, bridge, frame.destination)) {
        // eth_type_trans looked at the port's address, br_handle_frame at the bridge's; those of other ports are taken
        // in and then dropped by IP.
        const bool mine = frame.destination == links[bridge].link->mac || frame.destination == links[port].link->mac;
        return passUpHere(mine ? Addressee::Host : Addressee::Other);
    }
    const LinkIndex out = portFor(simulation, bridge, frame.destination);
    if (out == nowhere)
        flood(simulation, bridge, port, frame, tracked);
    else if (out == port)
        endFrame(simulation, port, Cause::WrongLladdr, frame, std::move(tracked));
    else
        forwardBy(simulation, out, frame, std::move(tracked));
}

} // namespace netdraft::model::simulation
