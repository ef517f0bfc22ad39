#pragma once

#include "model/reachability/column.h"
#include "model/reachability/hop_groups.h"

namespace netdraft::model {

/// Follows the packets to an address, or to a class of addresses, from node to node to their ends: what all nodes of a
/// column come to, each looked at once.
class ColumnTrace
{
public:
    ColumnTrace(const DataPlane &plane, const Targets &targets, const Forwarders &forwarders, const HopGroups &hops,
                const RowsOfNodes &rows);

    /// The column of an address, or of all that `any` stands for. `groups` is by row, the group of the row of its table
    /// that the node has for it. Null where ends that depend on the address are mixed, so that it cannot be shared.
    std::shared_ptr<const Column> follow(const IpAddress &any, bool shared, std::span<std::uint32_t> groups);
    /// An earlier column, where nodes of these rows do something else now: only they, and those whose packets come by
    /// them, are followed again. Null where that is not much less than all, or may be wrong.
    std::shared_ptr<const Column> renew(const Column &before, std::span<const std::uint32_t> rows);
    /// All rows that renew() followed again.
    std::span<const std::uint32_t> renewed() const { return m_renewed; }

private:
    /// Where packets go on to: their end, or the link behind which it depends on the address.
    struct Onward {
        End end = {};
        LinkIndex gate = nowhere;
        std::optional<End> elsewhere = {}; ///< as of an Outcome
        bool firstElse = false;

        bool goElsewhere(const End &end);
    };

    const DataPlane &m_plane;
    const Targets &m_targets;
    const Forwarders &m_forwarders;
    const HopGroups &m_hops;
    const RowsOfNodes &m_rows;

    Column *m_column = nullptr;
    std::span<std::uint32_t> m_groups;    ///< by row; `nowhere` where it was not asked for yet
    std::vector<std::uint32_t> m_open;    ///< rows that wait for what lies beyond them
    std::vector<std::uint32_t> m_entered; ///< by outcome, that of whoever forwards to such a node; `nowhere`: not known
    std::vector<std::uint32_t> m_circling; ///< rows that were found to lead to one that waits for them
    std::vector<std::uint32_t> m_resultOf; ///< by group, the outcome of nodes that lead there; `nowhere`: not known

    /// Of renewals: what of it is not in use has the value that it begins with.
    std::vector<std::uint32_t> m_asked;    ///< groups, by row
    std::vector<std::uint32_t> m_renewed;  ///< rows that are followed again
    std::vector<std::uint8_t> m_isRenewed; ///< by row

    bool settleFrom(std::uint32_t start);
    bool spreadUpstream();
    bool leadsTo(std::uint32_t row, std::uint32_t next);
    std::uint32_t groupOf(std::uint32_t row);
    bool isGroup(std::uint32_t row) const;
    Step stepAt(NodeIndex node) const;
    std::uint32_t add(const Outcome &outcome);
    std::uint32_t add(const Onward &onward, bool stays = false);
    Onward onwardOf(std::uint32_t outcome) const;
    Onward onwardTo(LinkIndex in);
    std::uint32_t enteredOf(std::uint32_t outcome);
    bool join(Onward &all, const Onward &one) const;
    bool leadAlike(LinkIndex a, LinkIndex b) const;
    bool settleGroup(std::uint32_t row);
    bool settleStep(std::uint32_t row);
    void circle(std::uint32_t row);

    class Loops;
};

} // namespace netdraft::model
