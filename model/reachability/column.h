#pragma once

#include "model/reachability/cell.h"

#include <optional>

namespace netdraft::model {

/// What becomes of packets to the addresses of a column from some nodes on.
struct Outcome {
    enum class Kind : std::uint8_t {
        Known,      ///< `end`
        PerAddress, ///< what the node does is another thing for each address: the address's tail of this `number`
        Beyond,     ///< as `end` says they come to the link `number`; what becomes of them there depends on the address
    };

    End end;
    std::uint32_t number = nowhere;
    Kind kind = Kind::Known;
    bool stays = false;                ///< whatever link they came by, they go no further than the one node
    bool firstElse = false;            ///< the first of their ways is one of `elsewhere`
    std::optional<End> elsewhere = {}; ///< Beyond: what becomes of them by those ways of a hash that do not lead there

    friend bool operator==(const Outcome &, const Outcome &) = default;
};

/// What becomes of packets to some addresses at each node that forwards.
struct Column {
    IpAddress any;                       ///< that stands for all the addresses
    std::vector<std::uint32_t> ends;     ///< by row of Forwarders, among the outcomes
    std::vector<Outcome> outcomes;       ///< far fewer than nodes
    std::vector<NodeIndex> nodesOfTails; ///< those whose outcome is PerAddress, in the order of the addresses' tails
    std::vector<NodeIndex> leaves;       ///< nodes that forward nothing, and that packets come to
    bool shared = false;                 ///< by targets of a class; else it is of one alone, and all ends are Known
    bool mayLoop = false;                ///< packets from some nodes go round

    const Outcome &outcome(std::uint32_t row) const { return outcomes[ends[row]]; }
};

/// Whether two columns of the same nodes say the same.
bool saySame(const Column &a, const Column &b);

/// How what becomes of packets to some targets differs from what it was.
struct ColumnChange {
    std::vector<std::uint32_t> targets;
    /// Of which forwarding nodes, and of those that send by them; ordered. Nothing, where it may be anybody.
    std::optional<std::vector<std::uint32_t>> rows;
};

inline End circlingAt(NodeIndex node)
{
    return {node, Cause::TtlExceeded, true, longWay, false, false, true, nowhere};
}

inline End lostAt(NodeIndex node, Cause cause)
{
    return {node, cause, false, 0, false, false, false, nowhere};
}

inline End endAt(NodeIndex node, Cause cause)
{
    return {node, cause, false, 0, false, false, false, node};
}

/// Whether what comes to a node that does this stays there, whatever link it came by.
bool staysFor(const Step &step, Family family);

} // namespace netdraft::model
