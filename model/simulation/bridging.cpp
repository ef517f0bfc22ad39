#include "model/simulation/bridging.h"

#include "model/forwarding/stages.h"
#include "model/simulation/bridge_vlans.h"
#include "model/simulation/link_layer.h"
#include "model/simulation/neighbours.h"
#include "model/simulation/netfilter_hooks.h"
#include "model/simulation/visit_log.h"

#include <algorithm>

namespace netdraft::model::simulation {

namespace {

using netfilter::Hook;

/// The MACs that a bridge takes in itself (the FDB's `local` entries).
bool isOwn(const DataPlane &plane, LinkIndex bridge, const MacAddress &mac)
{
    const PlaneLink &here = plane.links()[bridge];
    return here.link->mac == mac ||
           std::ranges::any_of(plane.ports(here), [&](LinkIndex port) { return plane.links()[port].link->mac == mac; });
}

/// Behind which port the bridge looks for a MAC: where it was heard, else where somebody said it is.
struct Located {
    LinkIndex port = nowhere;
    FdbAnswer how = FdbAnswer::Unknown;
};
Located locate(const Simulation &simulation, LinkIndex bridge, VlanId vlan, const MacAddress &mac)
{
    if (const auto heard = simulation.fdb.find({bridge, vlan, mac}); heard != simulation.fdb.end())
        return {heard->second, FdbAnswer::Heard};
    const auto &fixed = simulation.plane.links()[bridge].link->bridge()->fdb;
    const auto entry =
        std::ranges::find_if(fixed, [&](const FdbEntry &each) { return each.mac == mac && each.vlan == vlan; });
    return entry == fixed.end() ? Located{} : Located{simulation.plane.index(entry->port), FdbAnswer::Fixed};
}

/// Whether the bridge's interface takes frames for this MAC although the bridge has not: a link on it has that address,
/// or takes all (dev_uc_add makes a bridge promiscuous, for it filters no addresses).
bool listensFor(const Simulation &simulation, LinkIndex bridge, const MacAddress &mac)
{
    return std::ranges::any_of(simulation.plane.uppers(bridge), [&](LinkIndex upper) {
        const Link &link = *simulation.plane.links()[upper].link;
        const auto *macvlan = link.as<Macvlan>();
        return link.up && (link.mac == mac || (macvlan && macvlan->mode == MacvlanMode::Passthru));
    });
}

/// A frame on its way through a bridge.
struct Passing {
    LinkIndex bridge = nowhere;
    LinkIndex in = nowhere; ///< port; none for the bridge's own
    VlanId vlan = 0;        ///< 0 where the bridge filters none
    bool filtered = false;  ///< netfilter has seen it come in, and is shown it leave
    Frame frame;
    Tracked tracked;
};

/// should_deliver: whether a frame may leave by a port at all.
Cause mayLeave(const Simulation &simulation, const Passing &passing, LinkIndex port)
{
    const Link &leaving = *simulation.plane.links()[port].link;
    if (simulation.plane.links()[port].state != PortState::Forwarding)
        return Cause::PortStopped;
    if (!isMember(*simulation.plane.links()[passing.bridge].link->bridge(), leaving.port.vlans, passing.vlan))
        return Cause::WrongVlan;
    const bool isolated =
        passing.in != nowhere && leaving.port.isolated && simulation.plane.links()[passing.in].link->port.isolated;
    return isolated ? Cause::Isolated : Cause::None;
}

/// br_forward: by one port, if the frame may leave there.
void forwardBy(Simulation &simulation, LinkIndex port, Passing passing)
{
    const PlaneLink &leaving = simulation.plane.links()[port];
    if (!leaving.running)
        return;
    Cause cause = mayLeave(simulation, passing, port);
    if (cause == Cause::None && !fits(leaving, passing.frame.size()))
        cause = Cause::PacketTooBig;
    if (cause != Cause::None)
        return endFrame(simulation, port, cause, passing.frame, std::move(passing.tracked));
    if (passing.filtered) {
        const Bridged bridged{passing.bridge, passing.in, port};
        if (!passesBridge(simulation, Hook::Forward, bridged, passing.frame, passing.tracked) ||
            !passesBridge(simulation, Hook::Postrouting, bridged, passing.frame, passing.tracked))
            return;
    }
    untag(*simulation.plane.links()[passing.bridge].link->bridge(), leaving.link->port.vlans, passing.vlan,
          passing.frame);
    transmit(simulation, port, std::move(passing.frame), std::move(passing.tracked));
}

/// Whether a port takes what is sent to many, or to somebody unknown (br_flood): what the bridge itself sends to many,
/// it always takes.
bool takesFlood(const BridgePort &port, const Passing &passing)
{
    const MacAddress &mac = passing.frame.destination;
    if (mac.isMulticast() && passing.in == nowhere)
        return true;
    return mac.isBroadcast() ? port.bcastFlood : mac.isMulticast() ? port.mcastFlood : port.flood;
}

/// br_flood: by all ports but the one it came by, the newest first.
void flood(Simulation &simulation, const Passing &passing)
{
    const auto ports = simulation.plane.ports(simulation.plane.links()[passing.bridge]);
    bool any = false;
    for (auto port = ports.rbegin(); port != ports.rend(); ++port) {
        const BridgePort &settings = simulation.plane.links()[*port].link->port;
        if ((*port == passing.in && !settings.hairpin) || !simulation.plane.links()[*port].running ||
            !takesFlood(settings, passing))
            continue;
        any = true;
        forwardBy(simulation, *port, passing);
    }
    if (!any && !passing.frame.destination.isMulticast())
        endFrame(simulation, passing.bridge, Cause::NotFlooded, passing.frame, passing.tracked);
}

void forward(Simulation &simulation, Passing passing)
{
    const MacAddress &to = passing.frame.destination;
    const Located found =
        to.isMulticast() ? Located{nowhere, FdbAnswer::ToMany} : locate(simulation, passing.bridge, passing.vlan, to);
    const LinkIndex out = found.port;
    logBridge(simulation, passing.tracked.visit, passing.bridge, passing.vlan, to, found.how, out);
    if (out == nowhere)
        flood(simulation, passing);
    else if (out == passing.in && !simulation.plane.links()[out].link->port.hairpin)
        endFrame(simulation, out, Cause::WrongLladdr, passing.frame, std::move(passing.tracked));
    else
        forwardBy(simulation, out, std::move(passing));
}

/// br_pass_frame_up: to the bridge's own interface.
void passUpFrom(Simulation &simulation, Passing passing, Addressee addressee)
{
    const Link &bridge = *simulation.plane.links()[passing.bridge].link;
    passing.tracked.pass(passing.bridge);
    if (!isMember(*bridge.bridge(), bridge.bridge()->vlans, passing.vlan))
        return endFrame(simulation, passing.bridge, Cause::WrongVlan, passing.frame, std::move(passing.tracked));
    untag(*bridge.bridge(), bridge.bridge()->vlans, passing.vlan, passing.frame);
    passing.tracked.prerouted = passing.filtered;
    arriveAt(simulation, passing.bridge, addressee, std::move(passing.frame), std::move(passing.tracked));
}

/// br_nf_pre_routing: IP packets in frames are shown to PREROUTING. What gets another destination there is routed: to a
/// neighbour on the same bridge it stays bridged, else it is taken in. False where the frame's way ends here.
bool preroute(Simulation &simulation, Passing &passing)
{
    const IpAddress before = std::get<Packet>(passing.frame.payload).destination;
    if (!passesBridge(simulation, Hook::Prerouting, {passing.bridge, passing.in, nowhere}, passing.frame,
                      passing.tracked))
        return false;
    passing.filtered = true;
    if (std::get<Packet>(passing.frame.payload).destination != before)
        passing.frame.destination = simulation.plane.links()[passing.bridge].link->mac;
    return true;
}

} // namespace

void transmitByBridge(Simulation &simulation, LinkIndex bridge, Frame frame, Tracked tracked)
{
    const PlaneLink &here = simulation.plane.links()[bridge];
    if (!here.running)
        return endFrame(simulation, bridge, Cause::NoCarrier, frame, std::move(tracked));
    Passing passing{bridge, nowhere, 0, false, std::move(frame), std::move(tracked)};
    const auto vlan = admitTo(*here.link->bridge(), here.link->bridge()->vlans, passing.frame);
    if (!vlan)
        return endFrame(simulation, bridge, Cause::WrongVlan, passing.frame, std::move(passing.tracked));
    passing.vlan = *vlan;
    forward(simulation, std::move(passing));
}

void receiveByPort(Simulation &simulation, LinkIndex port, Frame frame, Tracked tracked)
{
    const auto &links = simulation.plane.links();
    const LinkIndex bridge = links[port].bridge;
    const BridgePort &settings = links[port].link->port;
    Passing passing{bridge, port, 0, false, std::move(frame), std::move(tracked)};
    const auto end = [&](LinkIndex at, Cause cause) {
        endFrame(simulation, at, cause, passing.frame, std::move(passing.tracked));
    };
    if (!links[bridge].link->up)
        return end(bridge, Cause::LinkDown);
    const PortState state = links[port].state;
    if (state != PortState::Forwarding && state != PortState::Learning)
        return end(port, Cause::PortStopped);
    if (wasHere(passing.tracked, port)) {
        simulation.stormed();
        return end(port, Cause::Storm);
    }
    const auto vlan = admitTo(*links[bridge].link->bridge(), settings.vlans, passing.frame);
    if (!vlan)
        return end(port, Cause::WrongVlan);
    passing.vlan = *vlan;
    if (settings.locked && (isOwn(simulation.plane, bridge, passing.frame.source) ||
                            locate(simulation, bridge, passing.vlan, passing.frame.source).port != port))
        return end(port, Cause::PortLocked);
    if (settings.learning && !isOwn(simulation.plane, bridge, passing.frame.source))
        simulation.fdb.insert_or_assign({bridge, passing.vlan, passing.frame.source}, port);
    if (state == PortState::Learning)
        return end(port, Cause::PortStopped);

    const auto *packet = std::get_if<Packet>(&passing.frame.payload);
    if (packet && callsNetfilter(simulation.plane, bridge, packet->family()) && !preroute(simulation, passing))
        return;
    if (passing.frame.destination.isMulticast()) {
        forward(simulation, passing);
        return passUpFrom(simulation, std::move(passing), Addressee::All);
    }
    if (isOwn(simulation.plane, bridge, passing.frame.destination)) {
        // eth_type_trans looked at the port's address, br_handle_frame at the bridge's; those of other ports are taken
        // in and then dropped by IP.
        const MacAddress &to = passing.frame.destination;
        const bool mine = to == links[bridge].link->mac || to == links[port].link->mac;
        logBridge(simulation, passing.tracked.visit, bridge, passing.vlan, to, FdbAnswer::Own);
        return passUpFrom(simulation, std::move(passing), mine ? Addressee::Host : Addressee::Other);
    }
    if (listensFor(simulation, bridge, passing.frame.destination))
        passUpFrom(simulation, passing, Addressee::Other);
    forward(simulation, std::move(passing));
}

} // namespace netdraft::model::simulation
