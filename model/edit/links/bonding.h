#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// What a bond does when its members come, go and change (drivers/net/bonding/bond_main.c).

/// bond_enslave: the link, which is down, becomes a member; it gets the bond's MAC and MTU and comes up.
Result<void> addMember(Draft &draft, LinkPlace member, LinkId bond);
/// __bond_release_one: it goes down and has its own MAC again.
void removeMember(Draft &draft, LinkPlace member);
/// Its MAC or its MTU changed: the members have it too (bond_set_mac_address, bond_change_mtu).
void bondChanged(Draft &draft, LinkPlace bond);
/// A member's carrier changed, or another may be preferred now: which one is active, whether the bond has carrier.
void membersChanged(Draft &draft, LinkPlace bond);

} // namespace netdraft::model
