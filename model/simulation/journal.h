#pragma once

#include "model/forwarding/cause.h"
#include "model/forwarding/data_plane.h"
#include "model/forwarding/netfilter/hooks.h"

namespace netdraft::model::simulation {

/// Why a packet exists.
enum class Purpose : std::uint8_t {
    Request,  ///< somebody's own, sent to see what becomes of it
    Reply,    ///< the answer to one
    Error,    ///< ICMP about one that got no further
    Redirect, ///< ICMP about one that goes on, whose sender should take a better way
    Question, ///< ARP or neighbour discovery: asks for a link-layer address
    Answer,   ///< and tells one
};

/// A packet from its making to its end, with all copies that bridges make of it; an index of Journal::journeys().
using JourneyId = std::uint32_t;
inline constexpr JourneyId noJourney = std::numeric_limits<JourneyId>::max();

struct Journey {
    Purpose purpose = Purpose::Request;
    JourneyId about = noJourney; ///< the packet that it answers, reports, or asks a link-layer address for
};

/// One namespace that decided about a packet.
struct Station {
    NodeIndex node = nowhere;
    LinkIndex in = nowhere;       ///< at its sender none
    LinkIndex out = nowhere;      ///< none where it arrived or ended
    const Route *route = nullptr; ///< the row that decided
    std::optional<IpAddress> nextHop;
    bool below = false; ///< no hop of the packet's own: a tunnel's packet had it in it, or it was only looked up again
};

/// What one copy of a packet has passed: a list from its last step back to its first, shared by copies as far as they
/// went together.
struct Trail {
    std::shared_ptr<const Trail> before;
    std::variant<LinkIndex, Station> step;
};
using TrailPtr = std::shared_ptr<const Trail>;

/// Where and how a copy of a packet ended, or arrived (Cause::None).
struct Ending {
    JourneyId journey = noJourney;
    Cause cause = Cause::None;
    NodeIndex node = nowhere;
    LinkIndex in = nowhere; ///< the link by which it had come to the node
    bool left = false;      ///< it had left its sender, if only by `lo`
    LinkIndex at =
        nowhere; ///< the link, port or bridge at which its frame ended; none where the node's IP layer decided
    TrailPtr trail;
    std::optional<netfilter::RulePlace> rule; ///< of netfilter, that dropped it
    std::uint16_t vlan = 0;                   ///< of Cause::NotTrunked and WrongVlan: the frame's
    Packet packet;                            ///< as it was then; of ARP the addresses alone
};

/// What became of all packets of a simulation.
class Journal
{
public:
    JourneyId begin(Purpose purpose, JourneyId about);
    void end(Ending ending) { m_endings.push_back(std::move(ending)); }

    const Journey &journey(JourneyId id) const { return m_journeys[id]; }
    std::span<const Journey> journeys() const { return m_journeys; }
    std::span<const Ending> endings() const { return m_endings; }
    /// The arrival of a journey, if it arrived; else its last end.
    const Ending *ending(JourneyId id) const;
    /// The first journey of this purpose about another.
    JourneyId about(JourneyId id, Purpose purpose) const;

private:
    std::vector<Journey> m_journeys;
    std::vector<Ending> m_endings;
};

} // namespace netdraft::model::simulation
