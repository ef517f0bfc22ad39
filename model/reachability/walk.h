#pragma once

#include "model/forwarding/node_marks.h"
#include "model/forwarding/packet.h"
#include "model/forwarding/stages.h"
#include "model/reachability/ping.h"

namespace netdraft::model {

/// Who sends a packet: the kernel's own answers do not shy at a broadcast address as `ping` does.
enum class Sender : std::uint8_t { Process, Kernel };

struct WalkEnd {
    Cause cause = Cause::None;
    NodeIndex node = nowhere;  ///< where the packet arrived or ended
    LinkIndex in = nowhere;    ///< by which link it came there; nowhere at its sender
    bool certain = true;       ///< no storm was met
    bool plain = true;         ///< false: the walk came to what it does not know, and says nothing
    std::uint32_t answers = 1; ///< the most that a question for a link-layer address got
    NodeMarks touched = {};    ///< the nodes that had a part in it
};

/// What namespaces have learned from the questions of a request when its reply comes by: whoever is asked by ARP or
/// neighbour discovery knows the asker from then on (neigh_event_ns).
class Acquaintances
{
public:
    void meet(LinkIndex asked, const IpAddress &asker, LinkIndex askerLink)
    {
        if (m_count < m_known.size())
            m_known[m_count++] = {asked, askerLink, asker};
    }
    /// The link of the neighbour that `link` knows by this address; `nowhere` if it knows none.
    LinkIndex find(LinkIndex link, const IpAddress &address) const
    {
        for (std::size_t i = 0; i < m_count; ++i) {
            if (m_known[i].asked == link && m_known[i].asker == address)
                return m_known[i].askerLink;
        }
        return nowhere;
    }

private:
    struct Known {
        LinkIndex asked = nowhere;
        LinkIndex askerLink = nowhere;
        IpAddress asker;
    };
    std::array<Known, 64> m_known; ///< as many as a packet has hops by default
    std::size_t m_count = 0;
};

/// Follows a packet of `from`'s own to its end. `choice` is the routing decision there; `turn` says which answer wins
/// where several come (see resolve()). With `record`, the way is written down; without, nothing is allocated.
WalkEnd walk(const DataPlane &plane, NodeIndex from, Packet packet, Sender sender, const Choice &choice,
             std::uint32_t turn, Acquaintances &acquaintances, Leg *record);

/// How one echo request and its reply ended: what ping() says, without the way.
struct RoundTrip {
    WalkEnd end;          ///< of the leg that failed, or of the reply
    bool onReply = false; ///< the request arrived
    bool certain = true;
    NodeMarks touched = {}; ///< what does not touch these, and does not show in others, leaves it as it is
};
RoundTrip roundTrip(const DataPlane &plane, NodeIndex from, const IpAddress &to, Ping *record);

} // namespace netdraft::model
