#include "model/simulation/passages.h"

namespace netdraft::model::simulation {

namespace {

/// The packet that a tunnel carries, or the packet itself; null of ARP.
const Packet *innermost(const Frame &frame)
{
    const auto *packet = std::get_if<Packet>(&frame.payload);
    while (packet && packet->isCarrying()) {
        if (const Tunnelled *tunnelled = packet->tunnelled()) {
            if (!tunnelled->inner)
                return packet;
            packet = tunnelled->inner.get();
        } else {
            packet = std::get_if<Packet>(&packet->udp()->inner->payload);
        }
    }
    return packet;
}

} // namespace

bool Passage::isSameMessage(const Passage &other) const
{
    const Packet *one = innermost(frame);
    const Packet *two = innermost(other.frame);
    if (!one || !two || one->payload.index() != two->payload.index())
        return false;
    if (const Icmp *icmp = one->icmp()) {
        const Icmp &its = *two->icmp();
        return icmp->type == its.type && icmp->code == its.code && icmp->id == its.id &&
               icmp->sequence == its.sequence && icmp->target == its.target;
    }
    if (const Tcp *tcp = one->tcp()) {
        const Tcp &its = *two->tcp();
        return tcp->syn == its.syn && tcp->ack == its.ack && tcp->rst == its.rst && tcp->fin == its.fin &&
               tcp->sequence == its.sequence && tcp->acknowledgement == its.acknowledgement;
    }
    return true;
}

std::vector<Passage> passages(const Network &network, std::span<const SeenFrame> frames, std::span<const Visit> visits)
{
    std::vector<VisitId> takers(frames.size(), noVisit);
    for (VisitId id = 0; id < visits.size(); ++id) {
        if (const auto &came = visits[id].came)
            takers[*came] = id;
    }
    std::vector<Passage> passed;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const SeenFrame &seen = frames[i];
        const Link *link = network.find(seen.link);
        if (!link)
            continue;
        if (link->isLoopback() && !seen.leaves)
            passed.push_back({seen.time, seen.link, seen.link, seen.frame, seen.visit, takers[i]});
        else if (const Veth *veth = link->veth(); veth && seen.leaves)
            passed.push_back({seen.time, seen.link, veth->peer, seen.frame, seen.visit, takers[i]});
    }
    return passed;
}

} // namespace netdraft::model::simulation
