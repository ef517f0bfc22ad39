#include "model/reachability/cause_words.h"

namespace netdraft::model {

std::string_view causeWords(Cause cause)
{
    switch (cause) {
    case Cause::None: return "";
    case Cause::NoRoute: return "no route to the destination";
    case Cause::Blackhole: return "a blackhole: dropped without a word";
    case Cause::Unreachable: return "an unreachable route: refused";
    case Cause::Prohibit: return "prohibited: refused";
    case Cause::NotForwarding: return "this node does not forward (ip_forward is 0)";
    case Cause::NoNeighbour: return "nobody answers for that address";
    case Cause::WrongLladdr: return "the frame is for another MAC address";
    case Cause::LinkDown: return "the link is down";
    case Cause::NoCarrier: return "the link has no carrier";
    case Cause::LoopbackDown: return "lo is down";
    case Cause::Martian: return "the source cannot come from there (martian)";
    case Cause::ReversePath: return "the way back to the source is another link (rp_filter)";
    case Cause::BeyondScope: return "a link-local source may not pass a router";
    case Cause::TtlExceeded: return "the time to live is used up";
    case Cause::PacketTooBig: return "larger than the MTU";
    case Cause::NoSource: return "no address to send from";
    case Cause::BroadcastTarget: return "a broadcast address, which nobody answers";
    case Cause::Storm: return "the switches form a loop, and frames circle in it";
    case Cause::WrongReceiver: return "nobody here waits for it";
    case Cause::EchoIgnored: return "echo requests are ignored (icmp_echo_ignore_all)";
    case Cause::Filtered: return "dropped";
    case Cause::Rejected: return "rejected";
    case Cause::WrongVlan: return "not in the frame's VLAN";
    case Cause::NotTrunked: return "does not carry the frame's VLAN";
    case Cause::Isolated: return "isolated from the port that it came by";
    case Cause::NotFlooded: return "no port takes frames for unknown addresses";
    case Cause::PortStopped: return "the port does not forward";
    case Cause::PortLocked: return "the port is locked, and does not know the sender";
    case Cause::NoTunnelEnd: return "the tunnel knows no end to send to";
    case Cause::WrongVni: return "no VXLAN link has the VNI";
    case Cause::NoTunnel: return "no tunnel takes it";
    case Cause::WrongKey: return "the tunnel has another key";
    case Cause::NoTunnelSource: return "the tunnel's local address is not here";
    case Cause::TunnelLoop: return "the way to the tunnel's end leads into the tunnel";
    case Cause::VrfDown: return "the VRF is down";
    case Cause::NotCarried: return "the link does not carry this";
    case Cause::MemberInactive: return "not the active member of the bond";
    case Cause::PortClosed: return "nobody listens on the port";
    case Cause::Dummy: return "a dummy link leads nowhere";
    case Cause::NotModelled: return "what happens here is not modelled";
    }
    return "";
}

} // namespace netdraft::model
