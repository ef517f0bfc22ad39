#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// Router advertisements of IPv6 (RFC 4861, 4862; net/ipv6/ndisc.c, addrconf.c), without their time: once an edit is
// done, everybody has heard the routers that can be heard, as after the answer to a solicitation; nothing runs out.

/// Lets all hear what the radvds say now, and form addresses, which are then checked for duplicates.
void settleAdvertisements(Draft &draft);

/// An edit has changed who hears whom.
void segmentsChanged(Draft &draft);

/// A radvd has come or gone in a namespace.
void radvdsChanged(Draft &draft, NetnsId netns);

/// The last advertisement of a radvd that ends, with a lifetime of 0.
void withdraw(Draft &draft, NetnsId netns, const Radvd &radvd);

/// What the radvds of a network make by themselves: the network without all that was heard of any router, and what
/// becomes of that once all have heard those that run.
struct Rehearing {
    Network silent;
    Network heard;
};
Rehearing rehear(const Network &network);

} // namespace netdraft::model
