#pragma once

#include <cstdint>

namespace netdraft::model {

/// Why a packet got no further; each stands for one place in the kernel's code.
enum class Cause : std::uint8_t {
    None,            ///< it arrived
    NoRoute,         ///< no table has a route (ENETUNREACH)
    Blackhole,       ///< a blackhole route: silence
    Unreachable,     ///< an unreachable route (EHOSTUNREACH)
    Prohibit,        ///< a prohibit route (EACCES)
    NotForwarding,   ///< arrived at a node that does not forward: silence
    NoNeighbour,     ///< nobody answers ARP or neighbour discovery for the next hop
    WrongLladdr,     ///< a static neighbour entry names a MAC that is not there: silence
    LinkDown,        ///< a frame came to a link, or to a bridge, that is down: silence
    NoCarrier,       ///< the way out has no carrier, so nobody can answer
    LoopbackDown,    ///< the target is the sender's own address, and its `lo` is down
    Martian,         ///< a source that is the receiver's own, or a loopback address: silence
    ReversePath,     ///< the way back to the source goes by another link (rp_filter): silence
    BeyondScope,     ///< a link-local source may not pass a router (RFC 4007)
    TtlExceeded,     ///< the hops are used up: a loop
    PacketTooBig,    ///< larger than a link's MTU and not to be fragmented
    NoSource,        ///< the sender has no address that it could send from
    BroadcastTarget, ///< nobody answers a broadcast address
    Storm,           ///< switches form a loop without spanning tree: frames circle for ever
    WrongReceiver,   ///< the reply came to another node that has the same address
    EchoIgnored,     ///< the receiver answers no echo request (icmp_echo_ignore_all)
    Filtered,        ///< a rule or a policy of netfilter drops it, or connection tracking does
    Rejected,        ///< a rule rejects it
    WrongVlan,       ///< its VLAN is not one of the port's, or nobody takes its tag
    NotTrunked,      ///< a port of Open vSwitch does not carry its VLAN
    Isolated,        ///< between isolated ports
    NotFlooded,      ///< a bridge does not know the MAC, and its ports take no frames for unknown ones
    PortStopped,     ///< a port that does not forward: silence
    PortLocked,      ///< a locked port does not know the sender: silence
    NoTunnelEnd,     ///< a VXLAN link knows no end to send to
    WrongVni,        ///< nobody at the tunnel's end has its VNI
    NoTunnel,        ///< no tunnel takes the packet that carries it
    WrongKey,        ///< a GRE tunnel between these ends has another key
    NoTunnelSource,  ///< the local address of a tunnel is none of its namespace
    TunnelLoop,      ///< the way to the far end of a tunnel leads into the tunnel
    VrfDown,         ///< of a VRF that is down a namespace answers nobody
    NotCarried,      ///< a link that carries nothing of this family, or nothing that is for many
    MemberInactive,  ///< a bond takes no frames by a member that is not the active one: silence
    PortClosed,      ///< no process listens on the port
    Dummy,           ///< sent into a dummy link
    QdiscDropped,    ///< the queue of the link that was to send it drops it: netem's loss, or it is full (tc)
    NotModelled,     ///< what would decide is not modelled
};

} // namespace netdraft::model
