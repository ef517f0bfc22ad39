#include "model/forwarding/packet.h"

namespace netdraft::model {

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

int Frame::size() const
{
    const auto *packet = std::get_if<Packet>(&payload);
    return !packet ? arpSize : wireSize > 0 ? wireSize : packet->size;
}

} // namespace netdraft::model
