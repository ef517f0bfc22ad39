#pragma once

#include "model/reachability/address_classes.h"
#include "model/reachability/column.h"
#include "model/reachability/effort.h"
#include "model/reachability/hop_groups.h"
#include "model/reachability/staleness.h"
#include "model/reachability/twins.h"

namespace netdraft::model {

/// What every node does with packets to each target, and where these end.
///
/// Nodes that forward have an outcome in each column. Targets that they have the same rows of their tables for share
/// one (AddressClasses): where a router is near a target, so that the address itself decides, is kept for each target
/// as its tails. What a node does itself is looked up when it is asked for.
class Columns
{
public:
    /// What there was before, and how it differs: of a plane with the same nodes and links.
    struct Before {
        const Columns &columns;
        const Staleness &staleness;
        bool sameTargets = false;
        std::span<const NodeIndex> otherTwins; ///< whose twins are not what they were
    };
    /// Works all columns out; where there were some before, only what differs. The plane and the targets have to stay.
    /// Incomplete when the effort is cancelled.
    Columns(const DataPlane &plane, const Targets &targets, const Twins &twins, const Before *before,
            const Effort &effort);

    /// The nodes whose pairs are worked out: of twins only two of each class; ordered.
    std::span<const NodeIndex> kept() const { return *m_kept; }
    /// What becomes of packets of a kept node to the target of one; it has no end where it sends nothing.
    Cell cell(std::uint32_t target, NodeIndex node) const;
    struct Glance;
    class Reader;
    std::span<const Way> waysOf(NodeIndex node, const Step &step) const { return m_rows[node]->waysOf(step); }
    /// What becomes of a packet that comes to a link.
    End endBeyond(std::uint32_t target, LinkIndex in) const { return endBeyond(viewOf(target), in); }
    /// What becomes of a node's own packet with the address of target `own`.
    End endOf(std::uint32_t target, NodeIndex node, std::uint32_t own) const;
    /// Where a node's own packet, with the address of target `own` if that is known, ends that goes round by the first
    /// ways: its time to live is spent, or it comes back to its sender.
    End endOfLoop(std::uint32_t target, NodeIndex sender, std::uint32_t own) const;
    /// What is kept otherwise than before.
    struct Changes {
        std::vector<std::uint8_t> nodes; ///< by node of the plane, of what it does itself, or of the packets to it
        std::vector<ColumnChange> some;  ///< of packets to others, as far as they come by some nodes
    };
    /// The targets belong to the same nodes by the same numbers. Nothing where others forward.
    std::optional<Changes> changes(const Columns &earlier) const;
    /// Whether it can be told without looking that some nodes' packets to some targets come to what they came to
    /// before.
    bool sayAsBefore(const Columns &earlier, std::span<const NodeIndex> nodes,
                     std::span<const std::uint32_t> targets) const;
    /// The kept nodes that are near a forwarding one, of this number, and do not forward; and itself.
    std::vector<NodeIndex> sendersBy(std::uint32_t row) const;
    /// The target whose address the node's packets have; `nowhere` if none.
    std::uint32_t sourceOf(NodeIndex node, SourceNumber number) const
    {
        return number == noSource || number == noAddress ? nowhere : m_targets.firstOf[node] + number;
    }

private:
    using ColumnPtr = std::shared_ptr<const Column>;
    /// A column as it is for one address.
    struct View {
        const Column &column;
        std::span<const Cell> tails;
        const IpAddress &destination;
    };
    struct Task;
    class Worker;
    using TaskPtr = std::shared_ptr<const Task>;
    using Tails = std::shared_ptr<const std::vector<Cell>>;

    const DataPlane &m_plane;
    const Targets &m_targets;
    std::shared_ptr<const std::vector<NodeIndex>> m_kept;
    std::shared_ptr<const Forwarders> m_forwarders;
    RowsOfNodes m_rows; ///< none of nodes that are not kept
    std::shared_ptr<const HopGroups> m_hops;
    std::shared_ptr<const AddressClasses> m_classes;
    std::shared_ptr<const std::vector<TaskPtr>> m_tasks; ///< ordered by class
    SharedBlocks<ColumnPtr> m_columns;                   ///< by target; none for those of nodes that are not kept
    SharedBlocks<Tails> m_tails;                         ///< by target
    std::vector<std::uint8_t> m_stale;                   ///< by node, see Staleness; empty where all was computed anew
    bool m_staleLeaves = false;                          ///< some of the stale nodes do not forward
    std::vector<ColumnChange> m_changes;                 ///< of columns, since the earlier ones

    View viewOf(std::uint32_t target) const
    {
        return {*m_columns[target], *m_tails[target], m_targets[target].address};
    }

    void prepareKept(const Twins &twins, const Before *before);
    void prepareRows(const Before *before);
    std::vector<TaskPtr> prepareTasks(const Before *before);
    std::vector<std::uint32_t> targetsOf(NodeIndex node) const;
    void addTasks(std::size_t number, std::vector<std::uint32_t> targets, std::vector<TaskPtr> &tasks) const;
    std::vector<TaskPtr> renewTasks(const Before &before);
    void carryOut(const Before *before, std::span<const TaskPtr> fresh, const Effort &effort);
    Step stepOf(const IpAddress &any, bool shared, NodeIndex node) const;

    Step stepAt(const View &view, NodeIndex node) const;
    End endOf(const View &view, const Outcome &outcome) const;
    Outcome knownOf(const View &view, const Outcome &outcome) const;
    End endOf(const View &view, NodeIndex node, const Step &step) const;
    End endBeyond(const View &view, LinkIndex in) const;
    bool hasWayFrom(NodeIndex node, const Step &step, std::uint32_t own) const;
    LinkIndex firstOf(NodeIndex node, const Step &step, std::uint32_t own) const;
    End endByWays(const View &view, NodeIndex node, const Step &step, std::uint32_t own) const;
    std::vector<Cell> tailsOf(const Column &column, const IpAddress &destination) const;
};

/// As much of a cell as tells whether a ping gets there or back.
struct Columns::Glance {
    NodeIndex arrival = nowhere; ///< where its packets arrive by the first ways, if only the destination decides that
    SourceNumber source = noSource;
    bool sendsNothing = false;
};

/// cell() of some nodes and one target after the other: what was found once is kept.
class Columns::Reader
{
public:
    Reader(const Columns &columns, std::vector<NodeIndex> nodes);

    void turnTo(std::uint32_t target);
    /// Of the node of this number among those given.
    Glance glance(std::size_t number);

private:
    /// A node, and where in its tables the latest address fell. Of none yet: there are no addresses before the lowest.
    struct Node {
        NodeIndex index = nowhere;
        std::uint32_t row = nowhere; ///< as of Forwarders::rowOf
        const NodeRows *rows = nullptr;
        RouteRange<Key4> latest = {1, 1};
    };

    const Columns &m_columns;
    std::vector<Node> m_nodes;
    std::uint32_t m_target = nowhere;
    const Column *m_column = nullptr;
    // By outcome, where packets arrive; `unknown` where nobody asked yet.
    std::vector<NodeIndex> m_own;     ///< those of a node that has it
    std::vector<NodeIndex> m_entered; ///< those that are forwarded to such a node

    Glance glanceOf(const Cell &cell) const;
    NodeIndex arrivalOf(const Node &node, const Step &step);
};

} // namespace netdraft::model
