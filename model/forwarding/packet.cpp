#include "model/forwarding/packet.h"

namespace netdraft::model {

int firstWindow(const Tcp &tcp)
{
    constexpr int most = 65535;
    constexpr int stamps = 12;
    const int segment = tcp.mss - (tcp.ack ? stamps : 0);
    return tcp.syn && segment > 0 ? most / segment * segment : 0;
}

IpProtocol Packet::protocol() const
{
    struct Of {
        Family family;
        IpProtocol operator()(const Icmp &) const
        {
            return family == Family::Ipv4 ? IpProtocol::Icmp : IpProtocol::Icmpv6;
        }
        IpProtocol operator()(const Udp &) const { return IpProtocol::Udp; }
        IpProtocol operator()(const Tcp &) const { return IpProtocol::Tcp; }
        IpProtocol operator()(const Tunnelled &tunnelled) const { return tunnelled.protocol; }
    };
    return std::visit(Of{family()}, payload);
}

bool Packet::isEchoRequest() const
{
    return icmp() && icmp()->type == (family() == Family::Ipv4 ? icmp::echoRequest : icmp6::echoRequest);
}

bool Packet::isEchoReply() const
{
    return icmp() && icmp()->type == (family() == Family::Ipv4 ? icmp::echoReply : icmp6::echoReply);
}

int Frame::size() const
{
    const auto *packet = std::get_if<Packet>(&payload);
    return !packet ? arpSize : wireSize > 0 ? wireSize : packet->size;
}

} // namespace netdraft::model
