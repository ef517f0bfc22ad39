#pragma once

#include "model/forwarding/stages.h"
#include "model/reachability/effort.h"
#include "model/reachability/ping.h"
#include "model/reachability/twins.h"

namespace netdraft::model {

/// One global-scope address of a node: a column of the matrix.
struct Target {
    NetnsId node;
    IpAddress address;
    friend bool operator==(const Target &, const Target &) = default;
};

/// One cell of the matrix.
struct Answer {
    bool reachable = false;
    bool certain = true;
    Cause cause = Cause::None;
    bool onReply = false; ///< the request arrived, its reply was lost
    NetnsId where;        ///< the node at which the packet ended
    friend bool operator==(const Answer &, const Answer &) = default;
};

/// Every ordered pair: which node can ping which address of which other node, and where it ends if not. Same
/// answers as ping(), for all pairs at once; those of namespaces that are alike are worked out once (Twins). Immutable;
/// safe to read in any thread.
class Reachability
{
public:
    /// All pairs of a network. With an earlier result, only what differs between the two networks is
    /// computed.
    static std::shared_ptr<const Reachability> of(const Network &network,
                                                  const std::shared_ptr<const Reachability> &earlier = nullptr);
    /// The same of a network that is prepared. Null when the effort is cancelled.
    static std::shared_ptr<const Reachability> of(std::shared_ptr<const DataPlane> plane, const Reachability *earlier,
                                                  Effort &effort);

    const Network &network() const { return m_plane->network(); }
    const DataPlane &plane() const { return *m_plane; }
    /// Nodes of the drawing: every namespace, `host` only if it has an interface other than `lo`; ordered by
    /// id.
    std::span<const NetnsId> nodes() const { return m_nodes; }
    /// Every global-scope address, IPv4 before IPv6, ordered by node, then as the kernel lists them.
    std::span<const Target> targets() const { return m_targets; }
    /// `from` indexes nodes(), `to` indexes targets(). A node's cell for its own address is answered as well.
    Answer answer(std::size_t from, std::size_t to) const;

    /// A node that can only switch: it has a bridge, and no link on which it could have an address, and none but those
    /// that it heard of routers.
    /// Its pings are answered like all others but nobody expects them to succeed, so summaries leave them
    /// out.
    bool isSwitch(std::size_t from) const { return m_switches[from] != 0; }
    /// Pairs of different nodes, without those from switches: how many there are and how many are reachable.
    struct Totals {
        std::size_t pairs = 0;
        std::size_t reachable = 0;
    };
    Totals totals() const { return m_totals; }

    /// The failing pairs that end at one place for one cause with packets to one subnet.
    struct Failure {
        Cause cause = Cause::None;
        NetnsId where;
        Prefix subnet; ///< that the lost packets, requests or replies, were for
        std::size_t pairs = 0;
        std::size_t from = 0; ///< the pair that shows it best
        std::size_t to = 0;
    };
    /// All failures, those of the first node's pairs first; pairs from switches and of a node with itself do
    /// not count.
    std::span<const Failure> failures() const { return m_failures; }

private:
    /// One of the ways of a multipath route.
    struct Way {
        LinkIndex next = nowhere;       ///< as Cell::next
        std::uint32_t source = nowhere; ///< as Cell::source
        Cause cause = Cause::None;      ///< as Cell::stepCause
        friend bool operator==(const Way &, const Way &) = default;
    };
    /// What becomes of packets to one address, at one node. `step…` is the node's own part, the rest its end.
    struct Cell {
        LinkIndex next = nowhere;       ///< the interface that the node's frame comes to; nowhere: the packet ends here
        NodeIndex where = nowhere;      ///< the node at which the packet ends, or arrives
        std::uint32_t source = nowhere; ///< the target whose address a packet of the node's own has as its source
        Cause stepCause = Cause::None;
        Cause cause = Cause::None;
        bool stepExact = false;     ///< depends on more than the destination: to be walked
        bool exact = false;         ///< some step on the way is so
        std::uint16_t wayCount = 0; ///< of several ways, of which a hash takes one: `next` and `source` are then theirs
        std::uint32_t firstWay = 0; ///< among those of the column

        bool mixed = false; ///< by the hash it arrives or does not: `where` and `cause` are those of the first ways
        NodeIndex arrival = nowhere; ///< where it then arrives, if it does

        bool isOwn() const { return next == nowhere && wayCount == 0 && stepCause == Cause::None; }
    };
    struct Column {
        std::vector<Cell> cells; ///< by row
        std::vector<Way> ways;
        std::span<const Way> waysOf(const Cell &cell) const
        {
            return std::span(ways).subspan(cell.firstWay, cell.wayCount);
        }
    };
    struct Step {
        Cell cell;
        std::span<const Way> ways; ///< of the node's rows
    };
    /// Where a packet ends.
    struct End {
        NodeIndex where = nowhere;
        Cause cause = Cause::None;
        bool exact = false;
        std::uint8_t length = 0; ///< routers on the way, up to many
        bool mixed = false;
        NodeIndex arrival = nowhere;

        bool mayArrive() const { return cause == Cause::None || mixed; }
    };
    /// What a node does with a packet does not depend on the packet but on the table's row.
    struct NodeRows;
    class Tally;
    struct Alike;

    /// A pair, by node of the plane and target.
    struct Pair {
        NodeIndex from = nowhere;
        std::uint32_t to = nowhere;
    };

    std::shared_ptr<const DataPlane> m_plane;
    std::optional<Twins> m_twins;
    std::vector<NodeIndex> m_rows;         ///< the nodes whose pairs are worked out: of twins only two of each class
    std::vector<std::uint32_t> m_rowOf;    ///< by node of the plane; `nowhere` for the others
    std::vector<std::uint32_t> m_targetAt; ///< by node of the plane, the first of its targets
    std::vector<NetnsId> m_nodes;
    std::vector<Target> m_targets;
    std::vector<std::uint8_t> m_switches;
    std::vector<std::shared_ptr<const Column>> m_columns; ///< by target; none for those of nodes without a row
    std::unordered_map<IpAddress, std::uint32_t, AddressHash> m_targetOf;
    std::vector<std::uint32_t> m_subnetOf; ///< by target, an index of m_subnets
    std::vector<Prefix> m_subnets;
    std::vector<std::uint8_t> m_showsLess; ///< by target, whether its node has several, or only switches
    std::vector<Failure> m_failures;
    Totals m_totals;
    NodeIndex m_firstNode = 0; ///< where nodes() begins among the plane's

    void listNodesAndTargets();
    void computeColumns(const Reachability *earlier, Effort &effort);
    NodeRows prepareRows(NodeIndex node) const;
    void prepareWays(NodeIndex node, const Route &route, NodeRows &prepared, Cell &cell) const;
    std::uint32_t sourceBy(NodeIndex node, const Choice &choice, const IpAddress &destination) const;
    bool isSpecial(LinkIndex out, Family family) const;
    Step step(NodeIndex node, const NodeRows &rows, const IpAddress &destination) const;
    void put(Column &column, NodeIndex node, const Step &step) const;
    bool sameSteps(const Column &column, std::span<const NodeIndex> nodes, std::span<const NodeRows> rows,
                   const IpAddress &destination) const;
    void followSteps(Column &column, Family family) const;
    End endBeyond(const Column &column, LinkIndex in, Family family, std::span<const std::uint8_t> lengths) const;
    End endOf(const Column &column, NodeIndex node, Family family, std::span<const std::uint8_t> lengths,
              std::uint32_t own = nowhere) const;
    const Cell &cellAt(std::size_t target, NodeIndex node) const { return m_columns[target]->cells[m_rowOf[node]]; }
    Pair standIn(Pair pair) const;
    void countPairs(Effort &effort);
    void addFailure(Pair pair, const Alike &alike, const Failure &shown, std::uint32_t subnet, Tally &tally) const;
    Answer answerOf(Pair pair) const;
    Answer combine(Pair pair, const Cell &there, const Cell *back) const;
    Answer combineWays(Pair pair, const Cell &there) const;
    std::optional<Answer> returned(Pair pair, const End &there, std::uint32_t source) const;
    Answer walked(Pair pair) const;
};

} // namespace netdraft::model
