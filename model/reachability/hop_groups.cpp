#include "model/reachability/hop_groups.h"

#include <algorithm>
#include <utility>

namespace netdraft::model {

void HopGroups::Groups::add(std::span<const std::uint32_t> group)
{
    members.insert(members.end(), group.begin(), group.end());
    first.push_back(static_cast<std::uint32_t>(members.size()));
}

HopGroups::HopGroups(const Forwarders &forwarders, const RowsOfNodes &rows)
    : m_groups(std::make_shared<const Groups>()), m_newer(std::make_shared<Groups>())
{
    m_newer->first.assign(perAddress + 2, 0);
    m_of.resize(forwarders.size());
    for (std::uint32_t node = 0; node < forwarders.size(); ++node)
        m_of.change(node) = ofNode(forwarders, *rows[forwarders.nodes()[node]]);
    m_groups = std::exchange(m_newer, std::make_shared<Groups>());
    m_newer->begin = m_groups->end();
}

HopGroups::HopGroups(const HopGroups &earlier, const Forwarders &forwarders, const RowsOfNodes &rows,
                     std::span<const std::uint32_t> renewed)
    : HopGroups(earlier)
{
    if (renewed.empty())
        return;
    constexpr std::size_t few = 256;
    if (m_newer->known.size() > few) {
        *this = HopGroups(forwarders, rows);
        return;
    }
    m_newer = std::make_shared<Groups>(*m_newer);
    for (const std::uint32_t node : renewed)
        m_of.change(node) = ofNode(forwarders, *rows[forwarders.nodes()[node]]);
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
    if (const auto known = m_groups->known.find(leadsTo); known != m_groups->known.end())
        return known->second;
    const auto found = m_newer->known.try_emplace(std::move(leadsTo), static_cast<std::uint32_t>(count()));
    if (found.second)
        m_newer->add(found.first->first);
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
