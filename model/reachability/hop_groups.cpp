#include "model/reachability/hop_groups.h"

#include <algorithm>

namespace netdraft::model {

HopGroups::HopGroups(const Forwarders &forwarders, Rows rows) : m_groups(std::make_shared<Groups>())
{
    m_groups->first.assign(perAddress + 2, 0);
    for (const NodeIndex node : forwarders.nodes())
        m_of.push_back(ofNode(forwarders, *rows[node]));
}

HopGroups::HopGroups(const HopGroups &earlier, const Forwarders &forwarders, Rows rows,
                     std::span<const std::uint32_t> renewed)
    : m_groups(renewed.empty() ? earlier.m_groups : std::make_shared<Groups>(*earlier.m_groups)), m_of(earlier.m_of)
{
    for (const std::uint32_t node : renewed)
        m_of[node] = ofNode(forwarders, *rows[forwarders.nodes()[node]]);
}

std::uint32_t HopGroups::numberOf(const Forwarders &forwarders, const NodeRows &rows, std::uint32_t tableRow)
{
    const Step &step = rows.stepOfRow(tableRow);
    if (step.perAddress)
        return perAddress;
    std::vector<std::uint32_t> leadsTo;
    const auto add = [&](LinkIndex next) {
        const Ahead *ahead = next == nowhere ? nullptr : &forwarders.ahead(next);
        leadsTo.push_back(ahead && ahead->forwards(rows.familyOf(tableRow)) ? ahead->row : nowhere);
    };
    const auto ways = rows.waysOf(step);
    if (ways.empty())
        add(step.next);
    for (const Way &way : ways)
        add(way.next);
    if (step.exact || std::ranges::find(leadsTo, nowhere) != leadsTo.end())
        return ask;
    const auto found = m_groups->known.try_emplace(std::move(leadsTo), static_cast<std::uint32_t>(count()));
    if (found.second) {
        const auto &members = found.first->first;
        m_groups->members.insert(m_groups->members.end(), members.begin(), members.end());
        m_groups->first.push_back(static_cast<std::uint32_t>(m_groups->members.size()));
    }
    return found.first->second;
}

std::shared_ptr<const HopGroups::OfNode> HopGroups::ofNode(const Forwarders &forwarders, const NodeRows &rows)
{
    auto groups = std::make_shared<OfNode>();
    groups->reserve(rows.rowCount());
    for (std::uint32_t row = 0; row < rows.rowCount(); ++row)
        groups->push_back(numberOf(forwarders, rows, row));
    return groups;
}

} // namespace netdraft::model
