#pragma once

#include "model/forwarding/netfilter/hooks.h"
#include "model/forwarding/netfilter/nat.h"

namespace netdraft::model::netfilter {

// What each target of NAT lets a mapping be chosen from; none where it has no address to offer and drops the packet.

std::optional<NatRange> natRange(const Masquerade &target, const HookState &state, const Packet &packet,
                                 Surroundings &surroundings);
std::optional<NatRange> natRange(const Redirect &target, const HookState &state, const Packet &packet,
                                 Surroundings &surroundings);
std::optional<NatRange> natRange(const Snat &target, const HookState &state, const Packet &packet,
                                 Surroundings &surroundings);
std::optional<NatRange> natRange(const Dnat &target, const HookState &state, const Packet &packet,
                                 Surroundings &surroundings);
std::optional<NatRange> natRange(const Netmap &target, const HookState &state, const Packet &packet,
                                 Surroundings &surroundings);

} // namespace netdraft::model::netfilter
