#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// The edit that makes a link like this one, where it is neither `lo`, a veth nor a bridge, without its MAC and its
/// index; nothing for those. What it lies on is named.
std::optional<AddLink> namedLink(const Network &network, const Netns &netns, const Link &link);

/// What a new link of its kind must lie on, or must leave by; none for others.
LinkPlace lowerOf(const Link &link);

} // namespace netdraft::model
