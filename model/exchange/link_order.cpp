#include "model/exchange/link_order.h"

#include <deque>
#include <set>

namespace netdraft::model {

namespace {

/// How far one node is, and which ifindex the kernel would choose next (dev_index_reserve: the first free one
/// from a counter on, which named indexes do not move).
struct Progress {
    std::size_t made = 0;        ///< links before this one are there
    std::set<std::size_t> early; ///< links made before their turn, to close a circle
    int nextIndex = 2;
    std::set<int> taken;

    std::optional<int> take(int wanted)
    {
        int natural = nextIndex;
        while (taken.contains(natural))
            ++natural;
        taken.insert(wanted);
        if (natural != wanted)
            return wanted;
        nextIndex = natural + 1;
        return std::nullopt;
    }
};

class Order
{
public:
    explicit Order(const std::vector<WantedNode> &nodes) : m_nodes(nodes), m_progress(nodes.size()) {}

    std::vector<LinkCreation> run()
    {
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            m_ready.push_back(node);
        settle();
        // Cables whose ends wait for each other in a circle: links that were moved, or a file written by
        // hand.
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            while (!done(node)) {
                makeCable({node, m_progress[node].made});
                m_ready.push_back(node);
                settle();
            }
        }
        return std::move(m_creations);
    }

private:
    bool done(std::size_t node)
    {
        Progress &progress = m_progress[node];
        while (progress.early.erase(progress.made) != 0)
            ++progress.made;
        return progress.made == m_nodes[node].links.size();
    }

    const WantedLink &wanted(const WantedLink::End &end) const { return m_nodes[end.node].links[end.link]; }

    /// Makes every link whose turn has come.
    void settle()
    {
        while (!m_ready.empty()) {
            const std::size_t node = m_ready.front();
            m_ready.pop_front();
            while (!done(node)) {
                const WantedLink::End end{node, m_progress[node].made};
                const auto &peer = wanted(end).peer;
                if (!peer)
                    makeBridge(end);
                else if (!done(peer->node) && (m_progress[peer->node].made == peer->link ||
                                               (peer->node == node && peer->link == end.link + 1)))
                    makeCable(end);
                else
                    break;
            }
        }
    }

    void makeBridge(const WantedLink::End &end)
    {
        const WantedLink &bridge = wanted(end);
        AddBridge edit{.link = {m_nodes[end.node].name, bridge.name}, .mac = bridge.mac};
        edit.index = m_progress[end.node].take(bridge.index);
        m_progress[end.node].early.insert(end.link);
        m_creations.push_back({std::move(edit), end});
    }

    void makeCable(const WantedLink::End &at)
    {
        // The kernel registers the peer first, so within one namespace the peer has the smaller index.
        WantedLink::End end = at;
        WantedLink::End peer = *wanted(at).peer;
        if (end.node == peer.node ? end.link < peer.link : peer.node < end.node)
            std::swap(end, peer);
        AddVeth edit{.link = {m_nodes[end.node].name, wanted(end).name},
                     .peer = {m_nodes[peer.node].name, wanted(peer).name},
                     .mac = wanted(end).mac,
                     .peerMac = wanted(peer).mac,
                     .mtu = std::nullopt};
        edit.peerIndex = m_progress[peer.node].take(wanted(peer).index);
        edit.index = m_progress[end.node].take(wanted(end).index);
        if (edit.peerIndex && !edit.index) { // the peer's alone would not be heard
            std::swap(edit.link, edit.peer);
            std::swap(edit.mac, edit.peerMac);
            std::swap(edit.index, edit.peerIndex);
        }
        m_progress[end.node].early.insert(end.link);
        m_progress[peer.node].early.insert(peer.link);
        m_ready.push_back(end.node);
        m_ready.push_back(peer.node);
        m_creations.push_back({std::move(edit), end});
    }

    const std::vector<WantedNode> &m_nodes;
    std::vector<Progress> m_progress;
    std::deque<std::size_t> m_ready; ///< nodes whose next link may have its turn
    std::vector<LinkCreation> m_creations;
};

} // namespace

std::vector<LinkCreation> creationOrder(const std::vector<WantedNode> &nodes)
{
    return Order(nodes).run();
}

} // namespace netdraft::model
