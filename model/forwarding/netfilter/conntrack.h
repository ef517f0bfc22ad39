#pragma once

#include "model/forwarding/packet.h"
#include "model/network/id.h"
#include "model/network/rule_match.h"

#include <chrono>
#include <unordered_map>

namespace netdraft::model::netfilter {

/// Time since the simulation began.
using Time = std::chrono::nanoseconds;

/// What names one direction of a connection (struct nf_conntrack_tuple). For ICMP the ports are the id, and type
/// and code.
struct Tuple {
    IpAddress source;
    IpAddress destination;
    std::uint16_t sourcePort = 0;
    std::uint16_t destinationPort = 0;
    std::uint8_t protocol = 0;
    friend bool operator==(const Tuple &, const Tuple &) = default;
};

/// Of the packet alone; none for an ICMP message that begins or answers nothing (nf_ct_get_tuple).
std::optional<Tuple> tupleOf(const Packet &packet);
/// Of the packets that answer (nf_ct_invert_tuple).
Tuple inverted(const Tuple &tuple);

/// TCP_CONNTRACK_*
enum class TcpState : std::uint8_t {
    None,
    SynSent,
    SynReceived,
    Established,
    FinWait,
    CloseWait,
    LastAck,
    TimeWait,
    Close,
    SynSent2,
};

/// A connection as one namespace sees it (struct nf_conn).
struct Connection {
    Tuple original;
    Tuple reply; ///< inverted original, unless NAT changed it
    bool confirmed = false;
    bool seenReply = false;
    bool assured = false;
    bool sourceNat = false;       ///< IPS_SRC_NAT
    bool destinationNat = false;  ///< IPS_DST_NAT
    bool sourceDone = false;      ///< NAT has decided about the source (IPS_SRC_NAT_DONE)
    bool destinationDone = false; ///< or the destination
    bool dead = false;            ///< taken out of the table
    TcpState tcp = TcpState::None;
    std::uint32_t mark = 0;
    LinkId masqueradedBy; ///< the link whose address it took
    Time expires{};

    const Tuple &tuple(CtDirection direction) const { return direction == CtDirection::Original ? original : reply; }
};

constexpr CtDirection other(CtDirection direction)
{
    return direction == CtDirection::Original ? CtDirection::Reply : CtDirection::Original;
}

/// How a packet belongs to its connection (enum ip_conntrack_info).
enum class CtInfo : std::uint8_t { Invalid, Untracked, New, Established, Related };

/// What a packet carries of connection tracking from hook to hook (skb->_nfct).
struct Tracking {
    std::shared_ptr<Connection> connection; ///< none: not seen yet, invalid or untracked
    CtInfo info = CtInfo::Invalid;
    CtDirection direction = CtDirection::Original;
};

/// The connections of one namespace. Both directions of a confirmed one are in the table, each by its tuple.
class Conntrack
{
public:
    /// Finds the packet's connection, or begins one, unless it has one already (nf_conntrack_in).
    void track(const Packet &packet, Tracking &tracking, Time now);
    /// Puts a new connection into the table; false if another took one of its tuples (__nf_conntrack_confirm).
    bool confirm(const Tracking &tracking);
    /// Takes it out again (nf_ct_kill).
    void kill(Connection &connection);
    /// Whether another connection has the inverse of this tuple (nf_nat_used_tuple).
    bool isUsed(const Tuple &tuple, const Connection &ignored);
    /// The newest connection that comes from the same source, protocol and port (find_appropriate_src).
    const Connection *fromSameSource(const Tuple &tuple) const;

    /// All that have not expired, in the order in which they were confirmed.
    std::vector<std::shared_ptr<const Connection>> connections(Time now) const;

private:
    struct TupleHash {
        std::size_t operator()(const Tuple &tuple) const noexcept;
    };
    struct Entry {
        std::shared_ptr<Connection> connection;
        CtDirection direction = CtDirection::Original;
    };

    const Entry *find(const Tuple &tuple);
    void relate(const Packet &error, Tracking &tracking);
    void begin(const Packet &packet, const Tuple &tuple, Tracking &tracking);
    void trackTcp(const Packet &packet, Tracking &tracking);
    void refresh(const Packet &packet, Connection &connection) const;

    std::unordered_map<Tuple, Entry, TupleHash> m_entries;
    std::vector<std::shared_ptr<Connection>> m_confirmed;
    Time m_now{};
};

/// Gives an error that this namespace sends the connection of the packet that it is about (nf_conntrack_attach).
void attach(Tracking &error, const Tracking &about);

} // namespace netdraft::model::netfilter
