#pragma once

#include "model/exchange/link_order.h"

namespace netdraft::model {

/// The edit that makes a link like this one, where it is neither `lo`, a veth nor a bridge, without its MAC and its
/// index; nothing for those. What it lies on is named.
std::optional<AddLink> namedLink(const Network &network, const Netns &netns, const Link &link);

/// What Open vSwitch is to be asked for so that there is such a link; nothing for those that it does not make.
std::optional<WantedOvs> wantedOvs(const Network &network, const Link &link);
/// The link that must be there before such a one: of its bridge, or `ovs-system`; none for others.
LinkPlace ovsLowerOf(const Network &network, const Link &link);

/// What a new link of its kind must lie on, or must leave by; none for others.
LinkPlace lowerOf(const Link &link);

} // namespace netdraft::model
