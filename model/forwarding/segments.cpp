// The broadcast domains of a network.

#include "model/forwarding/data_plane.h"

#include <algorithm>
#include <numeric>

namespace netdraft::model {

namespace {

/// Disjoint sets of links, with a mark on sets in which a cable closed a circle.
class Domains
{
public:
    explicit Domains(std::size_t count) : m_parent(count), m_loop(count, 0)
    {
        std::iota(m_parent.begin(), m_parent.end(), 0U);
    }

    std::uint32_t root(std::uint32_t link)
    {
        while (m_parent[link] != link) {
            m_parent[link] = m_parent[m_parent[link]];
            link = m_parent[link];
        }
        return link;
    }

    void join(std::uint32_t a, std::uint32_t b)
    {
        const std::uint32_t x = root(a);
        const std::uint32_t y = root(b);
        if (x == y) {
            m_loop[x] = 1;
            return;
        }
        m_parent[y] = x;
        m_loop[x] |= m_loop[y];
    }

    bool hasLoop(std::uint32_t link) { return m_loop[root(link)] != 0; }

private:
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint8_t> m_loop;
};

/// Whether a port does no more than flood and learn.
bool isPlain(const BridgePort &port)
{
    return !port.stopped && !port.hairpin && !port.guard && port.learning && port.flood && port.mcastFlood &&
           port.bcastFlood && !port.neighSuppress && !port.isolated && !port.locked;
}

/// Whether the walk through cables and bridges knows all that the link does.
bool isPlain(const Network &network, const Netns &netns, const Link &link)
{
    if (const Bridge *bridge = link.bridge())
        return !link.arpOff && !bridge->stp && !bridge->vlanFiltering && !link.master;
    if ((!link.isLoopback() && !link.veth()) || link.arpOff)
        return false;
    const Link *master = netns.find(link.master);
    if (master && (!master->bridge() || !isPlain(link.port)))
        return false;
    // A cable to a port that is stopped, or to the member of a bond, is one that the walk would cross.
    const LinkPlace peerPlace = link.veth() ? link.veth()->peer : LinkPlace{};
    const Link *peer = network.find(peerPlace);
    const Netns *where = peer ? network.find(peerPlace.netns) : nullptr;
    const Link *peerMaster = where ? where->find(peer->master) : nullptr;
    return !peerMaster || (peerMaster->bridge() && isPlain(peer->port));
}

} // namespace

void DataPlane::prepareSegments()
{
    // A running port stands for its bridge, the active member of a bond for the bond; every other running link stands
    // for itself.
    const auto standsFor = [this](LinkIndex index) {
        const LinkIndex bond = m_links[index].bond;
        const bool active = bond != nowhere && m_links[bond].link->as<Bond>()->active == m_links[index].link->id;
        const LinkIndex upper = active ? bond : index;
        if (m_links[upper].ovs != nowhere)
            return m_links[upper].ovs;
        return m_links[upper].bridge != nowhere ? m_links[upper].bridge : upper;
    };
    const auto carries = [this](LinkIndex index) {
        const PlaneLink &link = m_links[index];
        return link.running && (link.bridge == nowhere || m_links[link.bridge].link->up);
    };
    Domains domains(m_links.size());
    for (LinkIndex i = 0; i < m_links.size(); ++i) {
        const LinkIndex peer = m_links[i].peer;
        if (peer != nowhere && i < peer && carries(i) && carries(peer))
            domains.join(standsFor(i), standsFor(peer));
    }

    std::vector<SegmentIndex> segmentOf(m_links.size(), nowhere);
    const auto segmentAt = [&](LinkIndex root) {
        if (segmentOf[root] == nowhere) {
            segmentOf[root] = static_cast<SegmentIndex>(m_wiring->segments.size());
            m_wiring->segments.emplace_back();
            m_bent.push_back(0);
            m_wiring->segments.back().loop = domains.hasLoop(root);
        }
        return segmentOf[root];
    };
    m_bent.clear();
    for (LinkIndex i = 0; i < m_links.size(); ++i) {
        PlaneLink &link = m_links.change(i);
        if (!link.running || link.link->isLoopback())
            continue;
        const SegmentIndex at = segmentAt(domains.root(standsFor(i)));
        Segment &segment = m_wiring->segments[at];
        link.through = at;
        m_bent[at] += m_nodes[link.node].plainWays ? 0 : 1;
        segment.leastMtu = std::min(segment.leastMtu, link.link->mtu);
        // Who answers on it, and what its bridges let through, may be decided there.
        segment.plainWiring =
            segment.plainWiring && uppers(i).empty() && isPlain(m_network, *m_nodes[link.node].netns, *link.link);
        if (link.bridge == nowhere && link.bond == nowhere && !link.isOvsSlave()) {
            link.segment = at;
            segment.members.push_back(i);
        }
    }
}

} // namespace netdraft::model
