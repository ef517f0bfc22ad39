#include "model/reachability/cause_words.h"

#include "model/phrase.h"

namespace netdraft::model {

std::string causeWords(Cause cause)
{
    switch (cause) {
    case Cause::None: return {};
    case Cause::NoRoute: return StationWords::phrase("no route to the destination");
    case Cause::Blackhole: return StationWords::phrase("a blackhole: dropped without a word");
    case Cause::Unreachable: return StationWords::phrase("an unreachable route: refused");
    case Cause::Prohibit: return StationWords::phrase("prohibited: refused");
    case Cause::NotForwarding: return StationWords::phrase("this node does not forward (ip_forward is 0)");
    case Cause::NoNeighbour: return StationWords::phrase("nobody answers for that address");
    case Cause::WrongLladdr: return StationWords::phrase("the frame is for another MAC address");
    case Cause::LinkDown: return StationWords::phrase("the link is down");
    case Cause::NoCarrier: return StationWords::phrase("the link has no carrier");
    case Cause::LoopbackDown: return StationWords::phrase("lo is down");
    case Cause::Martian: return StationWords::phrase("the source cannot come from there (martian)");
    case Cause::ReversePath: return StationWords::phrase("the way back to the source is another link (rp_filter)");
    case Cause::BeyondScope: return StationWords::phrase("a link-local source may not pass a router");
    case Cause::TtlExceeded: return StationWords::phrase("the time to live is used up");
    case Cause::PacketTooBig: return StationWords::phrase("larger than the MTU");
    case Cause::NoSource: return StationWords::phrase("no address to send from");
    case Cause::BroadcastTarget: return StationWords::phrase("a broadcast address, which nobody answers");
    case Cause::Storm: return StationWords::phrase("the switches form a loop, and frames circle in it");
    case Cause::WrongReceiver: return StationWords::phrase("nobody here waits for it");
    case Cause::EchoIgnored: return StationWords::phrase("echo requests are ignored (icmp_echo_ignore_all)");
    case Cause::Filtered: return StationWords::phrase("dropped");
    case Cause::Rejected: return StationWords::phrase("rejected");
    case Cause::WrongVlan: return StationWords::phrase("not in the frame's VLAN");
    case Cause::NotTrunked: return StationWords::phrase("does not carry the frame's VLAN");
    case Cause::Isolated: return StationWords::phrase("isolated from the port that it came by");
    case Cause::NotFlooded: return StationWords::phrase("no port takes frames for unknown addresses");
    case Cause::PortStopped: return StationWords::phrase("the port does not forward");
    case Cause::PortLocked: return StationWords::phrase("the port is locked, and does not know the sender");
    case Cause::NoTunnelEnd: return StationWords::phrase("the tunnel knows no end to send to");
    case Cause::WrongVni: return StationWords::phrase("no VXLAN link has the VNI");
    case Cause::NoTunnel: return StationWords::phrase("no tunnel takes it");
    case Cause::WrongKey: return StationWords::phrase("the tunnel has another key");
    case Cause::NoTunnelSource: return StationWords::phrase("the tunnel's local address is not here");
    case Cause::TunnelLoop: return StationWords::phrase("the way to the tunnel's end leads into the tunnel");
    case Cause::VrfDown: return StationWords::phrase("the VRF is down");
    case Cause::NotCarried: return StationWords::phrase("the link does not carry this");
    case Cause::MemberInactive: return StationWords::phrase("not the active member of the bond");
    case Cause::PortClosed: return StationWords::phrase("nobody listens on the port");
    case Cause::Dummy: return StationWords::phrase("a dummy link leads nowhere");
    case Cause::QdiscDropped: return StationWords::phrase("the qdisc drops it");
    case Cause::NotModelled: return StationWords::phrase("what happens here is not modelled");
    }
    return {};
}

} // namespace netdraft::model
