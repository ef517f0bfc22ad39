#include "model/simulation/recording.h"

namespace netdraft::model::simulation {

namespace {

constexpr std::size_t most = 10'000;

/// Whom a message asks for or tells of, and whether it tells; none of what is no such message.
std::optional<std::pair<IpAddress, bool>> neighbourOf(const Frame &frame)
{
    if (const auto *arp = std::get_if<Arp>(&frame.payload))
        return std::pair(arp->request ? arp->target : arp->sender, !arp->request);
    const auto *packet = std::get_if<Packet>(&frame.payload);
    const Icmp *icmp = packet && !packet->destination.isV4() ? packet->icmp() : nullptr;
    if (!icmp || !icmp->target)
        return std::nullopt;
    if (icmp->type == icmp6::neighbourSolicitation || icmp->type == icmp6::neighbourAdvertisement)
        return std::pair(*icmp->target, icmp->type == icmp6::neighbourAdvertisement);
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> Recording::note(const DataPlane &plane, std::uint64_t now, LinkIndex link, bool leaves,
                                           const Frame &frame, VisitId visit)
{
    const PlaneLink &at = plane.links()[link];
    if (m_frames.size() == most || (at.link->isLoopback() && leaves)) // which libpcap leaves out, for it comes back
        return std::nullopt;
    const LinkPlace place{plane.nodes()[at.node].netns->id, at.link->id};
    if (const auto neighbour = neighbourOf(frame)) {
        if (m_known.contains({place, neighbour->first}))
            return std::nullopt;
        if (neighbour->second)
            m_heard.insert({place, neighbour->first});
    }
    m_frames.push_back({m_start + now, place, leaves, frame, visit});
    return m_frames.size() - 1;
}

void Recording::end()
{
    constexpr std::uint64_t little = 1000;
    m_start = m_frames.empty() ? m_start : m_frames.back().time + little;
    m_known.merge(m_heard);
    m_heard.clear();
    m_visits.firstJourney = m_visits.nextJourney;
    m_visits.last.reset();
}

} // namespace netdraft::model::simulation
