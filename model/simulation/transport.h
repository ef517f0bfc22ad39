#pragma once

#include "model/forwarding/stages.h"
#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// A segment of TCP has come to a namespace that it is for (tcp_v4_rcv, tcp_v6_rcv): to the socket that probes, to one
/// that listens, which answers a SYN with a SYN-ACK, or to nobody, which is answered with a reset.
void receiveTcp(Simulation &simulation, const Skb &skb, const Station &station);

/// The same of a datagram of UDP (udp_rcv, udpv6_rcv): where nobody listens, ICMP says so; a program that answers sends
/// it back.
void receiveUdp(Simulation &simulation, const Skb &skb, const Station &station);

/// What a program sends back by the socket: the same bytes, or the data of a process. The answer is from the socket's
/// address, or, where that is any, from the one that goes with the route, which need not be the one that was asked
/// (udp_sendmsg); name servers see to it that it is that one (IP_PKTINFO).
void answerDatagram(Simulation &simulation, const Skb &skb, const Station &station, const Socket &socket,
                    std::string data);

/// An ICMP error has come to the namespace of the packet that it is about: the socket that probes may hear of it
/// (tcp_v4_err, udp_err and those of IPv6).
void receiveError(Simulation &simulation, const Skb &skb, const Station &station);

/// Resets the connection that a segment is of, in its destination's name (nf_send_reset, nf_send_reset6).
void sendReset(Simulation &simulation, const Skb &skb, const Station &station);

} // namespace netdraft::model::simulation
