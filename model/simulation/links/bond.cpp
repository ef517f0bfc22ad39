#include "model/simulation/links/bond.h"

namespace netdraft::model::simulation {

void transmitByBond(Simulation &simulation, LinkIndex bond, Frame frame, Tracked tracked)
{
    const Bond &settings = *simulation.plane.links()[bond].link->as<Bond>();
    if (settings.mode != BondMode::ActiveBackup)
        return endFrame(simulation, bond, Cause::NotModelled, frame, std::move(tracked));
    if (!settings.active)
        return endFrame(simulation, bond, Cause::NoCarrier, frame, std::move(tracked));
    transmit(simulation, simulation.plane.index(settings.active), std::move(frame), std::move(tracked));
}

void receiveByMember(Simulation &simulation, LinkIndex member, Addressee addressee, Frame frame, Tracked tracked)
{
    const LinkIndex bond = simulation.plane.links()[member].bond;
    const Link &master = *simulation.plane.links()[bond].link;
    const Bond &settings = *master.as<Bond>();
    if (settings.mode != BondMode::ActiveBackup)
        return endFrame(simulation, bond, Cause::NotModelled, frame, std::move(tracked));
    if (simulation.plane.links()[member].link->id != settings.active) {
        // What the active member has sent comes back from the switch by the others, and is missed by nobody.
        if (addressee == Addressee::Host || frame.source != master.mac)
            endFrame(simulation, member, Cause::MemberInactive, frame, std::move(tracked));
        return;
    }
    // Nobody asks whether the bond itself is up (netif_receive_skb_core).
    tracked.pass(bond);
    arriveAt(simulation, bond, addressee, std::move(frame), std::move(tracked));
}

} // namespace netdraft::model::simulation
