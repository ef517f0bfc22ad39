#pragma once

#include "model/forwarding/choices.h"
#include "model/forwarding/node_marks.h"
#include "model/simulation/journal.h"
#include "model/simulation/queueing.h"
#include "model/simulation/recording.h"
#include "model/simulation/tcp_end.h"

#include <queue>

#include <functional>
#include <map>

namespace netdraft::model::simulation {

inline constexpr Time second = 1'000'000;
/// After this whoever waits for an answer gives up, though some neighbours may still be asked for.
inline constexpr Time patience = 30 * second;

/// What goes with a packet from place to place, beside its bytes.
struct Tracked {
    JourneyId journey = noJourney;
    TrailPtr trail;
    /// What a namespace keeps beside it (skb->mark, skb->_nfct): lost when the packet leaves.
    std::uint32_t mark = 0;
    netfilter::Tracking tracking;
    bool prerouted = false;          ///< a bridge has run PREROUTING for it (ip_sabotage_in)
    VisitId visit = noVisit;         ///< of the namespace in which it is; see visit_log.h
    std::optional<std::size_t> sent; ///< as which of the recorded frames it has just been sent

    void pass(LinkIndex link) { trail = std::make_shared<const Trail>(Trail{std::move(trail), link}); }
    void pass(const Station &station) { trail = std::make_shared<const Trail>(Trail{std::move(trail), station}); }
    /// Into another namespace, or by a cable back into this one (skb_scrub_packet).
    void scrub()
    {
        mark = 0;
        tracking = {};
        prerouted = false;
        visit = noVisit;
    }
};

/// A packet inside a namespace (struct sk_buff).
struct Skb : netfilter::Skb {
    JourneyId journey = noJourney;
    TrailPtr trail;
    LinkIndex in = nowhere;  ///< the link it came by; none for the namespace's own
    int part = 0;            ///< bytes of its largest fragment; the whole packet's size where it was not cut
    bool prerouted = false;  ///< see Tracked
    bool below = false;      ///< see Station: a link has it looked up again
    VisitId visit = noVisit; ///< see Tracked

    /// What goes with it to a link.
    Tracked leaving(Station station) const
    {
        Tracked tracked{journey, trail, mark, tracking, false, visit, std::nullopt};
        station.below = below || packet.isCarrying();
        tracked.pass(station);
        return tracked;
    }
};

/// An entry of a neighbour table that ARP or neighbour discovery made (struct neighbour).
struct NeighbourEntry {
    enum class State : std::uint8_t { Incomplete, Valid, Failed };
    State state = State::Incomplete;
    MacAddress lladdr;
    int probes = 0;
    std::vector<MacAddress> answers; ///< those that came at one moment, of which one will have been first
    struct Waiting {
        Skb skb;
        Station station;
    };
    std::vector<Waiting> waiting; ///< for the answer
};

/// A frame that comes to a link.
struct Arrival {
    LinkIndex link = nowhere;
    Frame frame;
    Tracked tracked;
};
/// Time to ask again for a neighbour, or to give up.
struct NeighbourTimer {
    LinkIndex link = nowhere;
    IpAddress address;
};
/// All answers of the moment are here.
struct NeighbourAnswered {
    LinkIndex link = nowhere;
    IpAddress address;
};
/// A frame that a namespace sends later.
struct Departure {
    LinkIndex link = nowhere;
    Frame frame;
    Tracked tracked;
};
/// A process has the answer to a datagram.
struct Answering {
    Skb skb; ///< that asked
    Station station;
    Socket socket;
    std::string data;
};
/// A frame leaves the qdisc in which it waited.
struct Dequeued {
    LinkIndex link = nowhere;
    Frame frame;
    Tracked tracked;
};
using Event = std::variant<Arrival, NeighbourTimer, NeighbourAnswered, Departure, Answering, TcpTurn, Dequeued>;

/// A packet that came to the process that waits for it.
struct Received {
    Packet packet;
    LinkIndex in = nowhere; ///< the link that it came by
    JourneyId journey = noJourney;
    Time time = 0;
};

/// Frames that move through a network over time: an event queue, the clock, and what namespaces learn on the way. The
/// state begins cold: no neighbour is known, no bridge has learned. Everything that happens follows from the plane,
/// what is sent, and the choices.
class Simulation
{
public:
    Simulation(const DataPlane &network, Choices &chance) : plane(network), choices(chance) {}
    Simulation(const Simulation &) = delete;
    Simulation &operator=(const Simulation &) = delete;

    const DataPlane &plane;
    Choices &choices;
    Journal journal;
    Recording *recording = nullptr; ///< who is told of every frame; may be nobody

    Time now() const { return m_now; }
    void at(Time when, Event event) { m_queue.push({when, m_sequence++, std::move(event)}); }
    /// The next moment's events are over only when all of this one are.
    void afterThisMoment(Event event) { at(m_now + 1, std::move(event)); }
    /// Moves everything until nothing moves any more, somebody has received what they wait for, frames circle for
    /// ever, or the time is over.
    void run(Time until);

    /// Lets a simulation that begins within another begin at its moment.
    void startAt(Time now) { m_now = now; }
    /// Moves everything up to a moment, whatever is received meanwhile, and lets the clock stand there.
    void pass(Time until);

    /// The namespaces that had a part in what happened.
    NodeMarks touched;
    void touch(LinkIndex link) { touched.add(plane.links()[link].node); }
    /// By a frame that comes to a link. Whoever hears a question that is not for it, and is set up as usual, has no
    /// part in it: that is for receiveArp() to say.
    void touch(LinkIndex link, const Frame &frame)
    {
        if (!std::holds_alternative<Arp>(frame.payload) || !plane.nodes()[plane.links()[link].node].plainWays)
            touch(link);
    }

    /// A bridge was entered twice by one frame.
    void stormed() { m_storm = true; }
    bool hasStorm() const { return m_storm; }

    /// The process that waits for answers with this identifier (of ICMP's echo) in a namespace.
    struct Waiting {
        NodeIndex node = nowhere;
        std::uint16_t id = 0;
    };
    Waiting waiting;
    /// The socket of a process that probes another's: connected, so that it hears its other end alone.
    struct Prober {
        NodeIndex node = nowhere;
        Transport transport = Transport::Tcp;
        IpAddress local;
        IpAddress remote;
        std::uint16_t localPort = 0;
        std::uint16_t remotePort = 0;
    };
    std::optional<Prober> prober;
    /// Whether these processes hear of every ICMP error about what they sent (IP_RECVERR), and not of the fatal ones
    /// alone.
    bool hearsAllErrors = false;
    std::optional<Received> received;

    /// The process that a segment or datagram has come to last, at which of its addresses and by which link.
    struct Reached {
        NodeIndex node = nowhere;
        int pid = 0;
        IpAddress local;
        LinkId in;
    };
    std::optional<Reached> reached;
    /// What a process answers to a datagram: its data, and how long it takes; none where it keeps silent. Without this
    /// all processes do.
    struct Given {
        std::string data;
        Time after = 0;
    };
    std::function<std::optional<Given>(const Reached &, const Packet &)> serve;

    /// What the programs at both ends of the prober's TCP connection say. Without this nobody looks at more of a
    /// connection than whether it is made.
    struct Conversation {
        Talker client;
        Time patience = 0; ///< after which it closes, if it has heard nothing for so long; 0: never
        /// The process that listens; without this, and where it gives none, it keeps silent.
        std::function<Talker(const Reached &)> process;
        /// Where that passes all on to, on a connection of its own; without this, and where it gives none, it does not.
        std::function<std::optional<TcpTarget>(const Reached &)> passesOn;
    };
    std::optional<Conversation> conversation;
    std::map<TcpEndName, TcpEnd> tcpEnds;

    std::map<std::pair<LinkIndex, IpAddress>, NeighbourEntry> neighbours;
    /// By bridge and VLAN (0 where it filters none): behind which port a MAC was heard.
    struct Heard {
        LinkIndex bridge = nowhere;
        std::uint16_t vlan = 0;
        MacAddress mac;
        friend auto operator<=>(const Heard &, const Heard &) = default;
    };
    std::map<Heard, LinkIndex> fdb;
    /// By VXLAN link: the tunnel's end from where a MAC was heard.
    std::map<std::pair<LinkIndex, MacAddress>, IpAddress> vxlanFdb;
    std::map<NodeIndex, netfilter::Conntrack> conntracks;
    /// Which way of several a namespace's hash has given a pair of addresses.
    struct Hashed {
        NodeIndex node = nowhere;
        const Route *route = nullptr;
        IpAddress source;
        IpAddress destination;
        friend auto operator<=>(const Hashed &, const Hashed &) = default;
    };
    std::map<Hashed, std::size_t> hashed;
    /// By namespace, the way out, the gateway that a route names, and the destination: the better gateway that a
    /// redirect taught (struct fib_nh_exception).
    struct Redirected {
        NodeIndex node = nowhere;
        LinkIndex out = nowhere;
        IpAddress gateway;
        IpAddress destination;
        friend auto operator<=>(const Redirected &, const Redirected &) = default;
    };
    std::map<Redirected, IpAddress> redirected;
    /// By namespace and whom it has told: how often, and when last (struct inet_peer).
    struct Told {
        int times = 0;
        Time last = 0;
    };
    std::map<std::pair<NodeIndex, IpAddress>, Told> told;
    /// By link with a qdisc: what waits in it.
    std::map<LinkIndex, Backlog> backlogs;
    /// Whether netem loses packets: what is asked about one packet does not hang on its luck.
    bool losesPackets = false;
    /// How many links send at the moment, each for the one above it (softnet_data.xmit.recursion).
    int sending = 0;

private:
    struct Timed {
        Time when;
        std::uint64_t sequence;
        Event event;
    };
    struct Later {
        bool operator()(const Timed &a, const Timed &b) const
        {
            return std::pair(a.when, a.sequence) > std::pair(b.when, b.sequence);
        }
    };
    std::priority_queue<Timed, std::vector<Timed>, Later> m_queue;
    std::uint64_t m_sequence = 0;
    Time m_now = 0;
    bool m_storm = false;
};

} // namespace netdraft::model::simulation
