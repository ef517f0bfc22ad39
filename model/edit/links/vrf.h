#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// What a VRF does to its namespace and to its members (drivers/net/vrf.c).

/// The first VRF of a namespace brings the rules that look its members' packets up in its table (vrf_add_fib_rules).
void addVrfRules(Draft &draft, NetnsId netns);

/// A link has entered a VRF or left one: its routes go with it, those that somebody made are gone, and so are its IPv6
/// addresses (fib_netdev_event and addrconf_notify at NETDEV_CHANGEUPPER, cycle_netdev).
void vrfChanged(Draft &draft, LinkPlace member);

} // namespace netdraft::model
