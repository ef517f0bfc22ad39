#include "model/exchange/link_order.h"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

namespace netdraft::model {

namespace {

/// How far one node is, and which ifindex the kernel would choose next (dev_index_reserve: the first free one
/// from a counter on, which named indexes do not move).
struct Progress {
    std::size_t made = 0;        ///< links before this one are there
    std::set<std::size_t> early; ///< links made before their turn, to close a circle
    int nextIndex = 2;
    std::set<int> taken;
    std::optional<int> systemIndex; ///< of `ovs-system`, where it has to be asked for

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

    /// The same of a link that leaves again with its index, if that is free here.
    std::optional<int> lend(int wanted)
    {
        if (taken.contains(wanted))
            return std::nullopt;
        const auto asked = take(wanted);
        taken.erase(wanted);
        return asked;
    }
};

class Order
{
public:
    explicit Order(const std::vector<WantedNode> &nodes) : m_nodes(nodes), m_progress(nodes.size())
    {
        for (const WantedNode &node : nodes)
            m_stacked = m_stacked ||
                        std::ranges::any_of(node.links, [](const WantedLink &link) { return link.lower.has_value(); });
    }

    std::vector<LinkCreation> run()
    {
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            m_ready.push_back(node);
        settle();
        // Cables whose ends wait for each other in a circle: links that were moved, or a file written by
        // hand.
        for (std::size_t node = 0; node < m_nodes.size(); ++node) {
            while (!done(node)) {
                makeNow({node, m_progress[node].made});
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
                if (!peer && (!wanted(end).lower || isMade(*wanted(end).lower)))
                    makeAlone(end);
                else if (!peer)
                    break;
                else if (!done(peer->node) && (m_progress[peer->node].made == peer->link ||
                                               (peer->node == node && peer->link == end.link + 1)))
                    makeCable(end);
                else
                    break;
            }
        }
    }

    bool isMade(const WantedLink::End &end)
    {
        const Progress &progress = m_progress[end.node];
        return end.link < progress.made || progress.early.contains(end.link);
    }

    /// Makes a link before its turn, and what it lies on.
    void makeNow(const WantedLink::End &end)
    {
        if (isMade(end))
            return;
        const WantedLink &link = wanted(end);
        if (link.lower)
            makeNow(*link.lower);
        if (link.peer)
            makeCable(end);
        else
            makeAlone(end);
    }

    void makeAlone(const WantedLink::End &end)
    {
        if (wanted(end).ovs) {
            makeOvs(end, *wanted(end).ovs);
        } else if (wanted(end).other) {
            AddLink edit = *wanted(end).other;
            edit.index = m_progress[end.node].take(wanted(end).index);
            m_creations.push_back({std::move(edit), end});
        } else {
            makeBridge(end);
        }
        m_progress[end.node].early.insert(end.link);
        wakeAll();
    }

    /// Links in any node may have waited for one that is there now.
    void wakeAll()
    {
        if (!m_stacked)
            return;
        for (std::size_t node = 0; node < m_nodes.size(); ++node)
            m_ready.push_back(node);
    }

    void makeOvs(const WantedLink::End &end, const WantedOvs &ovs)
    {
        Progress &progress = m_progress[end.node];
        const LinkName name{m_nodes[end.node].name, wanted(end).name};
        if (ovs.isSystem()) { // comes with the first bridge
            progress.systemIndex = progress.take(wanted(end).index);
            return;
        }
        if (ovs.isLocal()) {
            AddOvsBridge edit{ovs.bridge};
            edit.systemIndex = std::exchange(progress.systemIndex, std::nullopt);
            edit.index = progress.take(wanted(end).index);
            m_creations.push_back({std::move(edit), end});
            OvsPortChange change;
            if (ovs.port.tag)
                change.tag = ovs.port.tag;
            if (!ovs.port.trunks.empty())
                change.trunks = ovs.port.trunks;
            if (ovs.port.mode)
                change.mode = ovs.port.mode;
            if (change != OvsPortChange{})
                m_creations.push_back({SetOvsPort{ovs.bridge, change}, end});
        } else {
            const bool moved = ovs.bridge.netns != name.netns;
            AddOvsPort edit{ovs.bridge, ovs.port};
            edit.index =
                moved ? m_progress[wanted(end).lower->node].lend(wanted(end).index) : progress.take(wanted(end).index);
            progress.taken.insert(wanted(end).index);
            m_creations.push_back({std::move(edit), end});
            if (moved)
                m_creations.push_back({MoveLink{{ovs.bridge.netns, ovs.port.name}, name.netns}, end});
            if (name.link != ovs.port.name)
                m_creations.push_back({RenameLink{{name.netns, ovs.port.name}, name.link}, end});
        }
        if (wanted(end).mac)
            m_creations.push_back({SetLinkMac{name, *wanted(end).mac}, end});
    }

    void makeBridge(const WantedLink::End &end)
    {
        const WantedLink &bridge = wanted(end);
        AddBridge edit{.link = {m_nodes[end.node].name, bridge.name}, .mac = bridge.mac};
        edit.index = m_progress[end.node].take(bridge.index);
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
        wakeAll();
        m_creations.push_back({std::move(edit), end});
    }

    const std::vector<WantedNode> &m_nodes;
    std::vector<Progress> m_progress;
    std::deque<std::size_t> m_ready; ///< nodes whose next link may have its turn
    std::vector<LinkCreation> m_creations;
    bool m_stacked = false; ///< a link lies on another
};

} // namespace

std::vector<LinkCreation> creationOrder(const std::vector<WantedNode> &nodes)
{
    return Order(nodes).run();
}

} // namespace netdraft::model
