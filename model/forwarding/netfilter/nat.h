#pragma once

#include "model/forwarding/netfilter/conntrack.h"
#include "model/network/rule_target.h"
#include "model/network/ruleset.h"

namespace netdraft::model::netfilter {

/// Which end of a packet a hook may change (enum nf_nat_manip_type).
enum class Manip : std::uint8_t { Source, Destination };

/// HOOK2MANIP
constexpr Manip manipOf(Hook hook)
{
    return hook == Hook::Postrouting || hook == Hook::Input ? Manip::Source : Manip::Destination;
}

/// What a mapping may be chosen from (struct nf_nat_range2).
struct NatRange {
    std::optional<NatAddresses> addresses;
    std::optional<NatPorts> ports;
    NatFlags flags;
};

/// Decides the mapping of a new connection's source or destination: its own if that will do, else one of the range
/// that nobody else uses (nf_nat_setup_info).
void setUpNat(Connection &connection, const NatRange &range, Manip manip, Conntrack &conntrack);
/// No rule wants another address: the mapping is its own, with another port if that clashes
/// (nf_nat_alloc_null_binding).
void setUpNullBinding(Connection &connection, Manip manip, Conntrack &conntrack);

constexpr bool isSetUp(const Connection &connection, Manip manip)
{
    return manip == Manip::Source ? connection.sourceDone : connection.destinationDone;
}

/// Gives a packet of the connection the addresses and ports that it has beyond this hook (nf_nat_packet); for an ICMP
/// error also those of the packet that it quotes. False for an error that has to be dropped
/// (nf_nat_icmp_reply_translation).
bool translate(Packet &packet, const Tracking &tracking, Manip manip);

} // namespace netdraft::model::netfilter
