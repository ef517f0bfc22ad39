#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// An ICMP message has come to a namespace that it is for (icmp_rcv, icmpv6_rcv).
void receiveIcmp(Simulation &simulation, const Skb &skb, const Station &station);

/// Tells the sender of a packet why it got no further, if the kernel says anything of this cause (icmp_send,
/// icmp6_send).
void reportEnd(Simulation &simulation, const Skb &skb, const Station &station, Cause cause);

/// Tells the sender of an IPv4 packet that another gateway is a better way, or that the destination is its neighbour
/// (icmp_send with ICMP_REDIR_HOST).
void sendRedirect(Simulation &simulation, const Skb &skb, const Station &station, const IpAddress &gateway);

/// Tells the sender of a packet that it is too large for the way through a tunnel, which has room for `mtu` bytes
/// (icmp_ndo_send).
void reportTooBig(Simulation &simulation, const Skb &skb, const Station &station, int mtu);

/// Sends what a rule of netfilter rejects a packet with (nf_send_unreach, nf_send_reset).
void reject(Simulation &simulation, const Skb &skb, const Station &station, netfilter::RejectWith with);

} // namespace netdraft::model::simulation
