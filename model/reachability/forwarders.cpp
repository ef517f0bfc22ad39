#include "model/reachability/forwarders.h"

#include <algorithm>

namespace netdraft::model {

Forwarders::Forwarders(const DataPlane &plane) : m_rowOf(plane.nodes().size(), nowhere)
{
    for (NodeIndex index = 0; index < plane.nodes().size(); ++index) {
        const PlaneNode &node = plane.nodes()[index];
        const auto forwards4 = [&](const Link &link) { return node.forwards4(link); };
        if (!node.forwards6 && std::ranges::none_of(node.netns->links, forwards4))
            continue;
        m_rowOf[index] = static_cast<std::uint32_t>(m_nodes.size());
        m_nodes.push_back(index);
    }
    m_gateOf.assign(m_nodes.size(), nowhere);
    m_ahead.reserve(plane.links().size());
    for (const PlaneLink &link : plane.links()) {
        const PlaneNode &node = plane.nodes()[link.node];
        const auto in = static_cast<LinkIndex>(m_ahead.size());
        const Ahead &ahead =
            m_ahead.emplace_back(link.node, m_rowOf[link.node], node.forwards4(*link.link), node.forwards6);
        if (ahead.row != nowhere && ahead.forwards4)
            m_gateOf[ahead.row] = in;
    }
    findAround(plane);
}

void Forwarders::findAround(const DataPlane &plane)
{
    m_firstAround.push_back(0);
    for (const NodeIndex node : m_nodes) {
        const auto add = [this](LinkIndex link) {
            if (m_ahead[link].row == nowhere)
                m_around.push_back(m_ahead[link].node);
        };
        for (const PlaneLink &link : plane.linksOf(plane.nodes()[node])) {
            if (link.peer != nowhere)
                add(link.peer);
            if (link.segment != nowhere)
                std::ranges::for_each(plane.segments()[link.segment].members, add);
        }
        const auto first = m_around.begin() + m_firstAround.back();
        std::sort(first, m_around.end());
        m_around.erase(std::unique(first, m_around.end()), m_around.end());
        m_firstAround.push_back(static_cast<std::uint32_t>(m_around.size()));
    }
}

} // namespace netdraft::model
