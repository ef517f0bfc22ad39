#include "model/simulation/links/openvswitch.h"

#include "model/simulation/link_layer.h"
#include "model/simulation/visit_log.h"

namespace netdraft::model::simulation {

namespace {

/// A frame in a bridge, without its tag.
struct Switched {
    LinkIndex bridge = nowhere; ///< the link of its local port
    LinkIndex in = nowhere;
    VlanId vlan = 0;
    Frame frame;
    Tracked tracked;
};

/// output_normal: by one port, with the tag that its mode asks for.
void output(Simulation &simulation, LinkIndex out, Switched switched)
{
    const PlaneLink &port = simulation.plane.links()[out];
    const PlaneLink &in = simulation.plane.links()[switched.in];
    const OvsVlanMode mode = port.ovsPort->effectiveMode();
    const bool native = mode == OvsVlanMode::Access ||
                        (mode == OvsVlanMode::NativeUntagged && switched.vlan == port.ovsPort->nativeVlan());
    if (!native && switched.vlan != 0)
        switched.frame.vlan = switched.vlan;
    if (port.node != in.node || simulation.plane.links()[switched.bridge].node != in.node)
        switched.tracked.scrub();
    if (port.ovsPort->internal) // a link that is down hears nothing, and nobody minds
        return receive(simulation, out, std::move(switched.frame), std::move(switched.tracked));
    if (!port.running)
        return;
    // ovs_vport_send: a tag comes on top of the MTU.
    if (switched.frame.size() > port.link->mtu)
        return endFrame(simulation, out, Cause::PacketTooBig, switched.frame, std::move(switched.tracked));
    transmit(simulation, out, std::move(switched.frame), std::move(switched.tracked));
}

/// xlate_normal_flood: by every port that carries the VLAN.
void flood(Simulation &simulation, const Switched &switched)
{
    for (const LinkIndex out : simulation.plane.ports(simulation.plane.links()[switched.bridge])) {
        const PlaneLink &port = simulation.plane.links()[out];
        if (out == switched.in || (port.ovsPort->internal && !port.link->up))
            continue;
        if (port.ovsPort->carries(switched.vlan))
            output(simulation, out, switched);
        else if (port.running)
            endInVlan(simulation, out, Cause::NotTrunked, switched.vlan, switched.frame, switched.tracked);
    }
}

/// xlate_normal
void enter(Simulation &simulation, LinkIndex in, Frame frame, Tracked tracked)
{
    const PlaneLink &port = simulation.plane.links()[in];
    if (wasHere(tracked, in)) {
        simulation.stormed();
        return endFrame(simulation, in, Cause::Storm, frame, std::move(tracked));
    }
    // input_vid_is_valid: an access port takes no tag, not even its own.
    const VlanId vlan = frame.vlan.value_or(port.ovsPort->nativeVlan());
    const bool tagged = frame.vlan.value_or(0) != 0;
    if (!port.ovsPort->carries(vlan) || (tagged && port.ovsPort->effectiveMode() == OvsVlanMode::Access))
        return endInVlan(simulation, in, Cause::NotTrunked, vlan, frame, std::move(tracked));
    frame.vlan.reset();
    simulation.fdb.insert_or_assign({port.ovs, vlan, frame.source}, in);
    const auto heard = simulation.fdb.find({port.ovs, vlan, frame.destination});
    const bool known = !frame.destination.isMulticast() && heard != simulation.fdb.end();
    logBridge(simulation, tracked.visit, port.ovs, vlan, frame.destination,
              known                             ? FdbAnswer::Heard
              : frame.destination.isMulticast() ? FdbAnswer::ToMany
                                                : FdbAnswer::Unknown,
              known ? heard->second : nowhere);
    Switched switched{port.ovs, in, vlan, std::move(frame), std::move(tracked)};
    if (!known)
        return flood(simulation, switched);
    if (heard->second == in)
        return endFrame(simulation, in, Cause::WrongLladdr, switched.frame, std::move(switched.tracked));
    output(simulation, heard->second, std::move(switched));
}

} // namespace

void transmitByOvs(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked)
{
    if (simulation.plane.links()[link].ovs == nowhere) // ovs-system carries nothing
        return endFrame(simulation, link, Cause::Dummy, frame, std::move(tracked));
    enter(simulation, link, std::move(frame), std::move(tracked));
}

void receiveByOvs(Simulation &simulation, LinkIndex port, Frame frame, Tracked tracked)
{
    enter(simulation, port, std::move(frame), std::move(tracked));
}

} // namespace netdraft::model::simulation
