#pragma once

#include "model/forwarding/netfilter/hook_log.h"
#include "model/forwarding/route_reasons.h"
#include "model/simulation/journal.h"

namespace netdraft::model::simulation {

/// Where in a namespace something happens to a packet, in the order of the kernel's packet flow.
enum class Stage : std::uint8_t {
    Ingress,     ///< a link takes it in
    Bridge,      ///< the bridge looks for its MAC
    Prerouting,  ///< hook
    Local,       ///< a process, or the kernel itself, sends or takes it
    Routing,     ///< the tables are asked
    Input,       ///< hook
    Output,      ///< hook
    Forward,     ///< passed on: time to live, size, hook
    Postrouting, ///< hook
    Neighbour,   ///< the next hop's link-layer address
    Egress,      ///< a link sends it
};

/// At which packets come to a hook.
Stage stageOf(netfilter::Hook hook);

// What happened at a stage.

/// Ingress and Egress: by which link. Of Bridge: the port at which a copy ended.
struct AtLink {
    LinkPlace link;
};

/// How a bridge found out where a frame goes.
enum class FdbAnswer : std::uint8_t {
    Heard,   ///< its MAC was heard behind the port
    Fixed,   ///< by an entry that somebody made
    Unknown, ///< it is not known, so that the frame is flooded
    ToMany,  ///< broadcast or multicast
    Own,     ///< it is the bridge's
};
struct AtBridge {
    LinkPlace bridge;
    MacAddress mac;
    FdbAnswer how = FdbAnswer::Unknown;
    LinkPlace port; ///< of Heard and Fixed
    std::uint16_t vlan = 0;
};

struct AtHook {
    bool present = false; ///< the namespace has rules at all
    std::vector<netfilter::AskedRule> asked;
    std::optional<netfilter::CtInfo> tracked; ///< what connection tracking says of it, where that is on
    IpAddress sourceBefore;
    IpAddress destinationBefore;
    IpAddress source; ///< behind the hook
    IpAddress destination;
};

struct AtRouting {
    std::optional<Route> route;
    std::optional<IpAddress> nextHop;
    LinkPlace out;
    bool kept = false;   ///< it has the route that it had when it was sent, for it came by `lo`
    bool hashed = false; ///< one of several ways, by a hash of its addresses
    RouteReasons reasons;
};

/// How a namespace knows a neighbour.
enum class Known : std::uint8_t {
    Fixed,  ///< by an entry that somebody made
    Before, ///< it was heard before
    Asked,  ///< it was asked for, and the packet waited
    Nobody, ///< nobody is asked on such a link
    ToMany, ///< it is a group or everybody
};
struct AtNeighbour {
    LinkPlace out;
    IpAddress address;
    Known how = Known::Asked;
    std::optional<MacAddress> lladdr;
};

/// Local, of ARP: what was asked or told, and whether this is the one who is meant.
struct AtArp {
    Arp message;
    bool answered = false;
};

struct Step {
    Stage stage = Stage::Ingress;
    std::variant<std::monostate, AtLink, AtBridge, AtHook, AtRouting, AtNeighbour, AtArp> what = {};
    Cause cause = Cause::None;                               ///< why it got no further than this
    std::optional<netfilter::RulePlace> rule = std::nullopt; ///< of netfilter, that dropped it
};

using VisitId = std::uint32_t;
inline constexpr VisitId noVisit = std::numeric_limits<VisitId>::max();

/// A packet in one namespace, from its coming or its making to its leaving or its end, stage by stage. A packet that a
/// tunnel makes of another visits the namespace beside it.
struct Visit {
    NetnsId node;
    JourneyId journey = noJourney; ///< of a Recording, not of a Journal: unlike those of earlier simulations
    Purpose purpose = Purpose::Request;
    JourneyId about = noJourney;
    std::optional<std::size_t> came; ///< as which of the recorded frames; none: made here
    Frame frame;                     ///< as it came or was made; of a packet that was made here without its MACs
    std::vector<Step> steps;

    /// The step at which it got no further; null where it went on or arrived.
    const Step *end() const;
};

/// The visits of a recording, and what is known of the look-up that a routing decision will be about.
struct VisitLog {
    struct LookUp {
        NodeIndex node = nowhere;
        Flow flow;
        const Route *route = nullptr;
        bool hashed = false;
    };
    std::vector<Visit> visits;
    std::optional<LookUp> last;
    JourneyId firstJourney = 0; ///< of the simulation that is going on
    JourneyId nextJourney = 0;
};

/// The visits that tell of one frame at a node: that of the frame itself with those of the packets that tunnels make of
/// it there, and those that the same node had of the packet that it answers, or of what answers it; in order, as
/// indexes. Of a packet that comes round again it is this time alone.
std::vector<VisitId> visitsBeside(std::span<const Visit> visits, VisitId id);

} // namespace netdraft::model::simulation
