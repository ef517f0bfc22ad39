#include "model/reachability/station_names.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

std::string_view messageName(const Packet &packet)
{
    if (packet.isCarrying())
        return "tunnel packet";
    if (packet.isEchoRequest())
        return "echo request";
    if (packet.isEchoReply())
        return "echo reply";
    if (packet.tcp())
        return "TCP";
    if (packet.udp())
        return "UDP";
    return packet.isIcmpError() ? "ICMP error" : "ICMP";
}

} // namespace

std::string_view stageName(simulation::Stage stage)
{
    using simulation::Stage;
    switch (stage) {
    case Stage::Ingress: return "ingress";
    case Stage::Bridge: return "bridge";
    case Stage::Prerouting: return "PREROUTING";
    case Stage::Local: return "local process";
    case Stage::Routing: return "routing decision";
    case Stage::Input: return "INPUT";
    case Stage::Output: return "OUTPUT";
    case Stage::Forward: return "FORWARD";
    case Stage::Postrouting: return "POSTROUTING";
    case Stage::Neighbour: return "neighbour";
    case Stage::Egress: return "egress";
    }
    return "";
}

std::string visitTitle(const simulation::Visit &visit)
{
    if (const auto *arp = std::get_if<Arp>(&visit.frame.payload))
        return arp->request ? fmt::format("ARP request for {}", arp->target.toString())
                            : fmt::format("ARP reply of {}", arp->sender.toString());
    const Packet &packet = std::get<Packet>(visit.frame.payload);
    if (visit.purpose == simulation::Purpose::Question && packet.icmp() && packet.icmp()->target)
        return fmt::format("neighbour solicitation for {}", packet.icmp()->target->toString());
    if (visit.purpose == simulation::Purpose::Answer && packet.icmp() && packet.icmp()->target)
        return fmt::format("neighbour advertisement of {}", packet.icmp()->target->toString());
    return fmt::format("{} {} > {}", messageName(packet), packet.source.toString(), packet.destination.toString());
}

} // namespace netdraft::model
