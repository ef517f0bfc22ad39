#pragma once

#include "model/forwarding/data_plane.h"
#include "model/forwarding/packet.h"
#include "model/simulation/visits.h"

#include <map>
#include <set>
#include <utility>

namespace netdraft::model::simulation {

/// A frame at a link, as who listens there sees it (packet(7): before a driver sends it, or when it has come).
struct SeenFrame {
    std::uint64_t time = 0; ///< microseconds since the recording began
    LinkPlace link;
    bool leaves = false;
    Frame frame;
    VisitId visit = noVisit; ///< that of its namespace, in which it was sent or taken in
};

/// Writes down the frames of several simulations, one after the other. What a simulation learns of neighbours ends with
/// it; here the same question, answered before, is not written down again, as if they had been remembered.
class Recording
{
public:
    /// What is written down: frames alone, or also what happens to packets inside of namespaces.
    enum class Of : std::uint8_t { Frames, Visits };

    explicit Recording(Of what = Of::Frames) : m_isOfVisits(what == Of::Visits) {}

    std::span<const SeenFrame> frames() const { return m_frames; }
    std::span<const Visit> visits() const { return m_visits.visits; }
    /// Null in a recording of frames alone.
    VisitLog *visitLog() { return m_isOfVisits ? &m_visits : nullptr; }

    /// Returns where it stands in frames(); nothing where it is not written down.
    std::optional<std::size_t> note(const DataPlane &plane, std::uint64_t now, LinkIndex link, bool leaves,
                                    const Frame &frame, VisitId visit = noVisit);
    /// What the rules of a namespace count is added here.
    netfilter::CountedPackets &counted(NetnsId netns) { return m_counted[netns]; }
    /// What all have counted since this was asked last.
    std::map<NetnsId, netfilter::CountedPackets> takeCounted() { return std::exchange(m_counted, {}); }

    /// The simulation is over; the next one begins a little after its last frame.
    void end();

private:
    std::vector<SeenFrame> m_frames;
    VisitLog m_visits;
    std::map<NetnsId, netfilter::CountedPackets> m_counted;
    bool m_isOfVisits = false;
    std::uint64_t m_start = 0;
    std::set<std::pair<LinkPlace, IpAddress>> m_known; ///< at which link whose neighbour message was heard, before
    std::set<std::pair<LinkPlace, IpAddress>> m_heard; ///< and in this simulation
};

} // namespace netdraft::model::simulation
