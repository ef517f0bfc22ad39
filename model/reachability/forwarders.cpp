#include "model/reachability/forwarders.h"

#include <map>

namespace netdraft::model {

Forwarders::Forwarders(const DataPlane &plane, std::vector<NodeIndex> nodes)
    : m_nodes(std::move(nodes)), m_rowOf(plane.nodes().size(), nowhere), m_gateOf(m_nodes.size(), nowhere)
{
    for (std::uint32_t row = 0; row < m_nodes.size(); ++row)
        m_rowOf[m_nodes[row]] = row;
    m_ahead.reserve(plane.links().size());
    for (const PlaneLink &link : plane.links()) {
        const PlaneNode &node = plane.nodes()[link.node];
        const auto in = static_cast<LinkIndex>(m_ahead.size());
        const Ahead &ahead =
            m_ahead.emplace_back(link.node, m_rowOf[link.node], node.forwards4(*link.link), node.forwards6);
        if (ahead.row != nowhere && ahead.forwards4)
            m_gateOf[ahead.row] = in;
    }
}

void Forwarders::group(std::span<const std::shared_ptr<const NodeRows>> rows)
{
    std::map<std::vector<std::uint32_t>, std::uint32_t> known;
    m_firstMember.assign(perAddress + 2, 0);
    std::vector<std::uint32_t> leadsTo;
    const auto groupOf = [&](const Step &step, std::span<const Way> ways, Family family) {
        if (step.perAddress)
            return perAddress;
        leadsTo.clear();
        const auto add = [&](LinkIndex next) {
            const bool goesOn = next != nowhere && m_ahead[next].row != nowhere && m_ahead[next].forwards(family);
            leadsTo.push_back(goesOn ? m_ahead[next].row : nowhere);
        };
        if (ways.empty())
            add(step.next);
        for (const Way &way : ways)
            add(way.next);
        if (step.exact || std::ranges::find(leadsTo, nowhere) != leadsTo.end())
            return ask;
        const auto found = known.try_emplace(leadsTo, static_cast<std::uint32_t>(groupCount()));
        if (found.second) {
            m_members.insert(m_members.end(), leadsTo.begin(), leadsTo.end());
            m_firstMember.push_back(static_cast<std::uint32_t>(m_members.size()));
        }
        return found.first->second;
    };
    for (const NodeIndex node : m_nodes) {
        m_firstGroup.push_back(static_cast<std::uint32_t>(m_groupOf.size()));
        const NodeRows &here = *rows[node];
        for (std::uint32_t row = 0; row < here.rowCount(); ++row) {
            const Step &step = here.stepOfRow(row);
            m_groupOf.push_back(groupOf(step, here.waysOf(step), here.familyOf(row)));
        }
    }
}

} // namespace netdraft::model
