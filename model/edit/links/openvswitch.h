#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// What ovs-vswitchd and the kernel's datapath do when links come, go and change.

/// A link is there, or has another name: it joins the datapath if a port of its namespace is called like it, and leaves
/// it if none is (netdev_create, ovs_netdev_link).
void joinOvs(Draft &draft, LinkPlace place);
/// Why a link that is there cannot be a port, as ovs-vswitchd says it; empty where it can.
std::string ovsRefusal(const Network &network, const Netns &netns, const Link &link);

/// The internal ports of the bridge that a link is a port of have the smallest MTU of the others, unless a user set
/// theirs (update_mtu_ofproto).
void followOvsMtus(Draft &draft, LinkPlace port);

/// Internal ports of a namespace's Open vSwitch that were moved to others.
std::vector<LinkPlace> ovsLinksElsewhere(const Draft &draft, NetnsId owner);

} // namespace netdraft::model
