// A column after some nodes came to do something else: what of it they cannot have changed is kept.

#include "model/reachability/column_trace.h"

#include <algorithm>

namespace netdraft::model {

namespace {

/// To follow more again takes longer than to follow all.
constexpr std::size_t mostRenewed = 64;

} // namespace

std::shared_ptr<const Column> ColumnTrace::renew(const Column &before, std::span<const std::uint32_t> rows)
{
    // So that what earlier renewals left over does not become much.
    constexpr std::size_t mostOutcomes = 256;
    if (before.mayLoop || rows.size() > mostRenewed || before.outcomes.size() > mostOutcomes + before.ends.size() / 2)
        return nullptr;
    const auto column = std::make_shared<Column>(before);
    m_column = column.get();
    m_asked.resize(before.ends.size(), nowhere);
    m_isRenewed.resize(before.ends.size(), 0);
    m_groups = m_asked;
    m_circling.clear();
    m_entered.assign(column->outcomes.size(), nowhere);
    m_resultOf.assign(m_hops.count(), nowhere);
    m_renewed.assign(rows.begin(), rows.end());
    for (const std::uint32_t row : m_renewed)
        m_isRenewed[row] = 1;
    bool isRight = spreadUpstream();
    for (const std::uint32_t row : m_renewed) {
        m_isRenewed[row] = 0;
        column->ends[row] = nowhere;
    }
    for (std::size_t i = 0; isRight && i < m_renewed.size(); ++i)
        isRight = settleFrom(m_renewed[i]) && m_circling.empty();
    std::ranges::fill(m_asked, nowhere);
    if (!isRight)
        return nullptr;
    std::ranges::sort(column->leaves);
    column->leaves.erase(std::ranges::unique(column->leaves).begin(), column->leaves.end());
    return column;
}

/// Finds the nodes whose packets come by those to be renewed, among those around them. Not, where they are many, or the
/// address itself comes to decide elsewhere.
bool ColumnTrace::spreadUpstream()
{
    const auto perAddress = [this](std::uint32_t row) {
        return m_column->shared &&
               (m_column->outcome(row).kind == Outcome::Kind::PerAddress || groupOf(row) == HopGroups::perAddress);
    };
    for (std::size_t i = 0; i < m_renewed.size(); ++i) {
        const std::uint32_t row = m_renewed[i];
        if (perAddress(row))
            return false;
        const auto consider = [&](LinkIndex link) {
            const std::uint32_t other = m_forwarders.ahead(link).row;
            if (other == nowhere || m_isRenewed[other] || !leadsTo(other, row))
                return;
            m_isRenewed[other] = 1;
            m_renewed.push_back(other);
        };
        const PlaneNode &node = m_plane.nodes()[m_forwarders.nodes()[row]];
        for (LinkIndex link = node.firstLink; link < node.firstLink + node.linkCount; ++link) {
            const PlaneLink &here = m_plane.links()[link];
            if (here.peer != nowhere)
                consider(here.peer);
            if (here.segment == nowhere)
                continue;
            for (const LinkIndex member : m_plane.segments()[here.segment].members)
                consider(member);
        }
        if (m_renewed.size() > mostRenewed)
            return false;
    }
    return true;
}

/// Whether packets go on from one node to another.
bool ColumnTrace::leadsTo(std::uint32_t row, std::uint32_t next)
{
    const std::uint32_t group = groupOf(row);
    if (group > HopGroups::perAddress)
        return std::ranges::find(m_hops.members(group), next) != m_hops.members(group).end();
    // What becomes of it is the address's own affair.
    if (group == HopGroups::perAddress && m_column->shared)
        return false;
    const NodeIndex node = m_forwarders.nodes()[row];
    const Step step = stepAt(node);
    const auto comesTo = [&](LinkIndex in) { return in != nowhere && m_forwarders.ahead(in).row == next; };
    return comesTo(step.next) || std::ranges::any_of(m_rows[node]->waysOf(step), comesTo, &Way::next);
}

} // namespace netdraft::model
