#include "model/reachability/station_names.h"

#include "model/phrase.h"

namespace netdraft::model {

namespace {

std::string messageName(const Packet &packet)
{
    if (packet.isCarrying())
        return StationWords::phrase("tunnel packet");
    if (packet.isEchoRequest())
        return StationWords::phrase("echo request");
    if (packet.isEchoReply())
        return StationWords::phrase("echo reply");
    if (packet.tcp())
        return "TCP";
    if (packet.udp())
        return "UDP";
    return packet.isIcmpError() ? StationWords::phrase("ICMP error") : std::string("ICMP");
}

} // namespace

std::string stageName(simulation::Stage stage)
{
    using simulation::Stage;
    switch (stage) {
    case Stage::Ingress: return StationWords::phrase("ingress");
    case Stage::Bridge: return StationWords::phrase("bridge");
    case Stage::Prerouting: return "PREROUTING";
    case Stage::Local: return StationWords::phrase("local process");
    case Stage::Routing: return StationWords::phrase("routing decision");
    case Stage::Input: return "INPUT";
    case Stage::Output: return "OUTPUT";
    case Stage::Forward: return "FORWARD";
    case Stage::Postrouting: return "POSTROUTING";
    case Stage::Neighbour: return StationWords::phrase("neighbour");
    case Stage::Egress: return StationWords::phrase("egress");
    }
    return {};
}

std::string visitTitle(const simulation::Visit &visit)
{
    if (const auto *arp = std::get_if<Arp>(&visit.frame.payload))
        return arp->request ? StationWords::phrase("ARP request for {}", arp->target.toString())
                            : StationWords::phrase("ARP reply of {}", arp->sender.toString());
    const Packet &packet = std::get<Packet>(visit.frame.payload);
    if (visit.purpose == simulation::Purpose::Question && packet.icmp() && packet.icmp()->target)
        return StationWords::phrase("neighbour solicitation for {}", packet.icmp()->target->toString());
    if (visit.purpose == simulation::Purpose::Answer && packet.icmp() && packet.icmp()->target)
        return StationWords::phrase("neighbour advertisement of {}", packet.icmp()->target->toString());
    return fmt::format("{} {} > {}", messageName(packet), packet.source.toString(), packet.destination.toString());
}

} // namespace netdraft::model
