#pragma once

#include "model/simulation/simulation.h"

namespace netdraft::model::simulation {

/// Hands a frame to a link for sending (dev_queue_xmit, and the driver's ndo_start_xmit).
void transmit(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// What a link's qdisc has let go (dev_hard_start_xmit).
void startTransmit(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// Sends a packet by `station.out` in a frame to that MAC.
void sendInFrame(Simulation &simulation, const Skb &skb, const Station &station, const MacAddress &to);

/// A frame has come to a link (netif_receive_skb): to its bridge if it is a port, else up to the IP layer.
void receive(Simulation &simulation, LinkIndex link, Frame frame, Tracked tracked);

/// A link on another, or the other, gives it a frame as if it had come by a cable (dev_forward_skb, netif_rx).
void handOver(Simulation &simulation, LinkIndex to, LinkIndex from, const Frame &frame, Tracked tracked);

/// Whom a frame is for, as the link that took it in sees it (skb->pkt_type).
enum class Addressee : std::uint8_t { Host, All, Other };

/// A frame has come to a link that is no port, or through a bridge to its own interface: a VLAN on it takes its tag, a
/// macvlan or an ipvlan on it its own; the rest goes up.
void arriveAt(Simulation &simulation, LinkIndex link, Addressee addressee, Frame frame, Tracked tracked);

/// Gives a frame to ARP, IPv4 or IPv6 of the link's namespace. What is for others is dropped there.
void passUp(Simulation &simulation, LinkIndex link, Addressee addressee, Frame frame, Tracked tracked);

/// is_skb_forwardable: room for a VLAN tag comes on top of the MTU.
bool fits(const PlaneLink &link, int size);

/// The packet in a frame, as a link that sends by routing gives it to IP once more: one hop with what the frame was
/// sent for.
Skb packetBelow(const Packet &packet, const Frame &frame, const Tracked &tracked);

/// Notes that a frame got no further, at a link.
void endFrame(Simulation &simulation, LinkIndex link, Cause cause, const Frame &frame, Tracked tracked,
              const std::optional<netfilter::RulePlace> &rule = std::nullopt);
/// The same where its VLAN is the cause.
void endInVlan(Simulation &simulation, LinkIndex link, Cause cause, VlanId vlan, const Frame &frame, Tracked tracked);

/// Whether the frame has been at this port since it was last routed: bridges that form a loop hand it round for ever.
bool wasHere(const Tracked &tracked, LinkIndex port);

} // namespace netdraft::model::simulation
