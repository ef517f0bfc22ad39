#pragma once

#include "model/forwarding/node_marks.h"
#include "model/forwarding/stages.h"
#include "model/reachability/effort.h"
#include "model/reachability/listing.h"
#include "model/reachability/ping.h"
#include "model/reachability/twins.h"

namespace netdraft::model {

class Columns;
class FailureTally;
struct Cell;
struct End;

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
    Reachability();
    ~Reachability();
    Reachability(const Reachability &) = delete;
    Reachability &operator=(const Reachability &) = delete;

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
    std::span<const NetnsId> nodes() const { return m_listing->nodes; }
    const std::string &nameOf(NetnsId node) const { return network().find(node)->name; }
    /// Every global-scope address, IPv4 before IPv6, ordered by node, then as the kernel lists them.
    std::span<const Target> targets() const { return m_listing->targets.list; }
    /// `from` indexes nodes(), `to` indexes targets(). A node's cell for its own address is answered as well.
    Answer answer(std::size_t from, std::size_t to) const;

    /// A node that can only switch: it has a bridge, and no link on which it could have an address, and none but those
    /// that it heard of routers.
    /// Its pings are answered like all others but nobody expects them to succeed, so summaries leave them
    /// out.
    bool isSwitch(std::size_t from) const { return m_listing->switches[from] != 0; }
    /// Pairs of different nodes, without those from switches: how many there are and how many are reachable.
    struct Totals {
        std::size_t pairs = 0;
        std::size_t reachable = 0;
    };
    Totals totals() const { return m_totals; }

    /// What the pairs of some nodes with some targets come to, without those of a node with itself.
    struct Part {
        std::size_t pairs = 0;
        std::size_t reachable = 0; ///< for certain
        std::size_t unsure = 0;    ///< by what the kernel leaves to chance
        std::size_t from = 0;      ///< the pair that shows best what is not so; else the first
        std::size_t to = 0;
    };
    /// `from` are indexes of nodes(), `to` of targets(). Pairs that stand for each other are asked once.
    Part part(std::span<const std::size_t> from, std::span<const std::size_t> to) const;

    /// The failing pairs that end at one place for one cause with packets to one subnet.
    struct Failure {
        Cause cause = Cause::None;
        NetnsId where;
        Prefix subnet; ///< that the lost packets, requests or replies, were for; of Cause::NoSource all of the family
        std::size_t pairs = 0;
        std::size_t from = 0; ///< the pair that shows it best
        std::size_t to = 0;
    };
    /// All failures, those of the first node's pairs first; pairs from switches and of a node with itself do
    /// not count.
    std::span<const Failure> failures() const;

private:
    struct Alike;
    struct Count;
    struct Block;
    /// A node whose packets are followed: of twins the first, and for those among themselves the second.
    struct Sender {
        NodeIndex node = nowhere;
        std::span<const NodeIndex> twins;
        bool isSecond = false;
    };

    /// An answer, and whether it was found by following the packet.
    struct Verdict {
        Answer answer;
        bool isWalked = false;
        NodeMarks touched = {}; ///< by a packet that was followed
    };
    /// A pair, by node of the plane and target.
    struct Pair {
        NodeIndex from = nowhere;
        std::uint32_t to = nowhere;
        friend auto operator<=>(const Pair &, const Pair &) = default;
    };

    std::shared_ptr<const DataPlane> m_plane;
    std::optional<Twins> m_twins;
    std::shared_ptr<const Listing> m_listing;
    std::unique_ptr<const Columns> m_columns;
    std::unique_ptr<const FailureTally> m_tally;
    /// A pair whose answer more may change than what Columns::changes() says: the packet was followed, or arrives
    /// elsewhere.
    struct Loose {
        Pair pair;
        Verdict verdict;
    };
    std::vector<Loose> m_loose; ///< ordered by the pair
    /// While pairs are counted: those of before, and what of them may have another answer.
    struct Remembered {
        const Reachability *earlier = nullptr;
        NodeMarks changed;
    };
    Remembered m_remembered;
    Totals m_totals;

    Pair standIn(Pair pair) const;
    void countFailure(Pair pair, const Alike &alike, const Failure &shown, std::uint32_t subnet, Count &count) const;
    void countPair(const Sender &sender, std::uint32_t to, Count &count) const;
    std::vector<Block> blocks(std::span<const NodeIndex> nodes) const;
    class Glances;
    /// Two blocks of which each one's pairs with the other are counted, or one with itself.
    struct Crossing {
        const Block *one = nullptr;
        const Block *other = nullptr;
    };
    void countBlock(const Block &from, const Block &to, const Glances &there, const Glances &back, Count &count) const;
    void countCrossings(std::span<const Crossing> crossings, Count &all, Effort &effort) const;
    void countTwins(NodeIndex second, Count &count) const;
    void countPairs(Effort &effort);
    bool isLike(const Reachability &earlier) const;
    class Affected;
    void addPairs(NodeIndex from, NodeIndex owner, std::vector<Pair> &pairs) const;
    void addOthers(const Block &one, const Block &other, const Reachability &earlier, std::vector<Pair> &pairs) const;
    Count countAffected(const Affected &affected, std::span<const Pair> others, Effort &effort) const;
    Count countSender(NodeIndex node, const Effort &effort) const;
    bool recount(const Reachability &earlier, Effort &effort);
    void keep(Count count);
    Verdict combine(Pair pair, const Cell &there) const;
    Verdict combineWays(Pair pair, const Cell &there) const;
    std::optional<Answer> returned(Pair pair, const End &there, std::uint32_t source) const;
    Verdict walked(Pair pair) const;
    void remember(const Reachability &earlier, const Staleness &staleness);
    const Loose *findLoose(Pair pair) const;
    bool isAsBefore(const Loose &loose) const;
};

} // namespace netdraft::model
