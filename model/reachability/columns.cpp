#include "model/reachability/columns.h"

#include "model/in_parallel.h"
#include "model/reachability/column_task.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

std::vector<NodeIndex> keptNodes(const DataPlane &plane, const Twins &twins)
{
    std::vector<NodeIndex> kept;
    for (NodeIndex node = 0; node < plane.nodes().size(); ++node) {
        if (twins.isKept(node))
            kept.push_back(node);
    }
    return kept;
}

bool forwardSame(const DataPlane &before, const DataPlane &now, std::span<const NodeIndex> changed)
{
    return std::ranges::all_of(changed,
                               [&](NodeIndex node) { return forwardsAlike(before.nodes()[node], now.nodes()[node]); });
}

} // namespace

Columns::Columns(const DataPlane &plane, const Targets &targets, const Twins &twins, const Before *before,
                 const Effort &effort)
    : m_plane(plane), m_targets(targets), m_columns(targets.size()), m_tails(targets.size())
{
    m_kept = before && before->sameTwins ? before->columns.m_kept
                                         : std::make_shared<const std::vector<NodeIndex>>(keptNodes(plane, twins));
    const bool same = before && before->staleness.sameWiring &&
                      forwardSame(before->columns.m_plane, plane, before->staleness.changed);
    m_forwarders = same ? before->columns.m_forwarders : std::make_shared<const Forwarders>(plane);
    prepareRows(before);
    prepareTasks(before);
    carryOut(before, effort);
}

/// What the nodes do, as far as it is not what they did.
void Columns::prepareRows(const Before *before)
{
    m_rows.resize(m_plane.nodes().size());
    const bool sameForwarders = before && before->columns.m_forwarders == m_forwarders;
    std::vector<NodeIndex> fresh;
    if (before)
        m_stale = before->staleness.stale;
    for (const NodeIndex node : *m_kept) {
        if (before && !m_stale[node] && before->columns.m_rows[node])
            m_rows[node] = before->columns.m_rows[node];
        else
            fresh.push_back(node);
    }
    inParallel(fresh.size(), 64, [&](std::size_t first, std::size_t last) {
        for (const NodeIndex node : std::span(fresh).subspan(first, last - first))
            m_rows[node] = std::make_shared<const NodeRows>(m_plane, m_targets, node);
    });
    std::vector<std::uint32_t> renewed;
    for (const NodeIndex node : fresh) {
        const auto &then = before ? before->columns.m_rows[node] : nullptr;
        // What others show to it may come to the same; but what is another thing for each address is not kept there.
        const bool sameTables = before && m_plane.nodes()[node].fib == before->columns.m_plane.nodes()[node].fib;
        if (sameTables && then && *then == *m_rows[node]) {
            m_rows[node] = then;
        } else if (m_forwarders->rowOf(node) != nowhere) {
            renewed.push_back(m_forwarders->rowOf(node));
        }
    }
    m_hops = sameForwarders ? std::make_shared<const HopGroups>(*before->columns.m_hops, *m_forwarders, m_rows, renewed)
                            : std::make_shared<const HopGroups>(*m_forwarders, m_rows);
    std::vector<NodeIndex> changed;
    changed.reserve(renewed.size());
    for (const std::uint32_t row : renewed)
        changed.push_back(m_forwarders->nodes()[row]);
    m_classes = sameForwarders ? std::make_shared<const AddressClasses>(*before->columns.m_classes,
                                                                        before->columns.m_plane, m_plane, changed)
                               : std::make_shared<const AddressClasses>(m_plane, m_forwarders->nodes());
}

/// Each class of IPv4 addresses that has several targets is one, and all other targets one each.
void Columns::prepareTasks(const Before *before)
{
    if (before && before->sameTargets && before->sameTwins && *before->columns.m_classes == *m_classes) {
        m_tasks = before->columns.m_tasks;
        return;
    }
    std::map<std::size_t, std::vector<std::uint32_t>> byClass;
    auto tasks = std::make_shared<std::vector<Task>>();
    for (const NodeIndex node : *m_kept) {
        const NetnsId id = m_plane.nodes()[node].netns->id;
        for (std::uint32_t target = m_targets.firstOf[node]; target < m_targets.size() && m_targets[target].node == id;
             ++target) {
            const IpAddress &address = m_targets[target].address;
            if (address.isV4())
                byClass[m_classes->classOf(address)].push_back(target);
            else
                tasks->push_back({{target}, address, false});
        }
    }
    for (auto &[number, targets] : byClass) {
        const auto any = targets.size() > 1 ? m_classes->plainAddress(number) : std::nullopt;
        if (any) {
            tasks->push_back({std::move(targets), *any, true});
        } else {
            for (const std::uint32_t target : targets)
                tasks->push_back({{target}, m_targets[target].address, false});
        }
    }
    m_tasks = std::move(tasks);
}

Step Columns::stepOf(const IpAddress &any, bool shared, NodeIndex node) const
{
    const NodeRows &rows = *m_rows[node];
    return shared ? rows.stepOfRow(m_plane, any) : rows.step(m_plane, m_targets, any);
}

std::optional<Columns::Changes> Columns::changes(const Columns &earlier) const
{
    if (m_stale.empty() || m_forwarders != earlier.m_forwarders)
        return std::nullopt;
    Changes changes;
    changes.nodes.assign(m_rows.size(), 0);
    // What is other of a forwarding node, its columns say.
    for (NodeIndex node = 0; node < m_rows.size(); ++node)
        changes.nodes[node] = m_rows[node] != earlier.m_rows[node] && m_forwarders->rowOf(node) == nowhere ? 1 : 0;
    for (std::uint32_t target = 0; &m_targets != &earlier.m_targets && target < m_targets.size(); ++target) {
        if (m_targets[target] != earlier.m_targets[target])
            changes.nodes[m_plane.index(m_targets[target].node)] = 1;
    }
    for (const ColumnChange &change : m_changes) {
        if (change.rows) {
            changes.some.push_back(change);
            continue;
        }
        for (const std::uint32_t target : change.targets)
            changes.nodes[m_plane.index(m_targets[target].node)] = 1;
    }
    return changes;
}

std::vector<NodeIndex> Columns::sendersBy(std::uint32_t row) const
{
    const NodeIndex forwarder = m_forwarders->nodes()[row];
    std::vector<NodeIndex> senders{forwarder};
    const PlaneNode &node = m_plane.nodes()[forwarder];
    const auto add = [&](LinkIndex link) {
        const Ahead &ahead = m_forwarders->ahead(link);
        if (ahead.row == nowhere && m_rows[ahead.node])
            senders.push_back(ahead.node);
    };
    for (LinkIndex link = node.firstLink; link < node.firstLink + node.linkCount; ++link) {
        const PlaneLink &here = m_plane.links()[link];
        if (here.peer != nowhere)
            add(here.peer);
        if (here.segment != nowhere)
            std::ranges::for_each(m_plane.segments()[here.segment].members, add);
    }
    std::ranges::sort(senders);
    senders.erase(std::ranges::unique(senders).begin(), senders.end());
    return senders;
}

} // namespace netdraft::model
