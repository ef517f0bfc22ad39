#pragma once

#include "model/simulation/link_layer.h"

namespace netdraft::model::simulation {

/// A frame that the bond's namespace sends by it goes out by the active member (bond_xmit_activebackup).
void transmitByBond(Simulation &simulation, LinkIndex bond, Frame frame, Tracked tracked);

/// A frame has come to a member: from the active one the bond takes it, from others nothing but what is asked for by
/// their name, which nobody here does (bond_handle_frame, bond_should_deliver_exact_match).
void receiveByMember(Simulation &simulation, LinkIndex member, Addressee addressee, Frame frame, Tracked tracked);

} // namespace netdraft::model::simulation
