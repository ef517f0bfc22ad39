#include "model/reachability/columns.h"

#include "model/in_parallel.h"
#include "model/reachability/column_task.h"

#include <algorithm>
#include <functional>
#include <map>

namespace netdraft::model {

namespace {

bool forwardSame(const DataPlane &before, const DataPlane &now, std::span<const NodeIndex> changed)
{
    return std::ranges::all_of(changed,
                               [&](NodeIndex node) { return forwardsAlike(before.nodes()[node], now.nodes()[node]); });
}

} // namespace

Columns::Columns(const DataPlane &plane, const Targets &targets, const Twins &twins, const Before *before,
                 const Effort &effort)
    : m_plane(plane), m_targets(targets)
{
    prepareKept(twins, before);
    const bool same = before && before->staleness.sameWiring &&
                      forwardSame(before->columns.m_plane, plane, before->staleness.changed);
    m_forwarders = same ? before->columns.m_forwarders : std::make_shared<const Forwarders>(plane);
    prepareRows(before);
    const std::vector<TaskPtr> fresh = prepareTasks(before);
    if (before && before->sameTargets && same) {
        m_columns = before->columns.m_columns;
        m_tails = before->columns.m_tails;
    } else {
        m_columns.resize(targets.size());
        m_tails.resize(targets.size());
    }
    carryOut(before, fresh, effort);
}

void Columns::prepareKept(const Twins &twins, const Before *before)
{
    auto kept = std::make_shared<std::vector<NodeIndex>>();
    if (before) {
        m_kept = before->columns.m_kept;
        if (before->otherTwins.empty())
            return;
        std::vector<NodeIndex> others;
        std::ranges::copy_if(before->otherTwins, std::back_inserter(others),
                             [&](NodeIndex node) { return twins.isKept(node); });
        std::vector<NodeIndex> same;
        std::ranges::set_difference(*m_kept, before->otherTwins, std::back_inserter(same));
        std::ranges::set_union(same, others, std::back_inserter(*kept));
    } else {
        for (NodeIndex node = 0; node < m_plane.nodes().size(); ++node) {
            if (twins.isKept(node))
                kept->push_back(node);
        }
    }
    m_kept = std::move(kept);
}

/// What the nodes do, as far as it is not what they did.
void Columns::prepareRows(const Before *before)
{
    const bool sameForwarders = before && before->columns.m_forwarders == m_forwarders;
    std::vector<NodeIndex> fresh;
    if (before) {
        m_stale = before->staleness.stale;
        m_rows = before->columns.m_rows;
        for (const NodeIndex node : before->otherTwins) {
            if (m_rows[node] && !std::ranges::binary_search(*m_kept, node))
                m_rows.change(node) = nullptr;
        }
        std::ranges::copy_if(*m_kept, std::back_inserter(fresh),
                             [&](NodeIndex node) { return m_stale[node] || !m_rows[node]; });
        m_staleLeaves =
            std::ranges::any_of(fresh, [&](NodeIndex node) { return m_forwarders->rowOf(node) == nowhere; });
    } else {
        m_rows.resize(m_plane.nodes().size());
        fresh = *m_kept;
    }
    std::vector<std::shared_ptr<const NodeRows>> made(fresh.size());
    inParallel(fresh.size(), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i)
            made[i] = std::make_shared<const NodeRows>(m_plane, m_targets, fresh[i]);
    });
    std::vector<std::uint32_t> renewed;
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        const NodeIndex node = fresh[i];
        // What others show to it may come to the same; but what is another thing for each address is not kept there.
        const bool sameTables = before && m_plane.nodes()[node].fib == before->columns.m_plane.nodes()[node].fib;
        if (sameTables && m_rows[node] && *m_rows[node] == *made[i])
            continue;
        m_rows.change(node) = std::move(made[i]);
        if (m_forwarders->rowOf(node) != nowhere)
            renewed.push_back(m_forwarders->rowOf(node));
    }
    m_hops = sameForwarders ? std::make_shared<const HopGroups>(*before->columns.m_hops, *m_forwarders, m_rows, renewed)
                            : std::make_shared<const HopGroups>(*m_forwarders, m_rows);
    if (sameForwarders && renewed.empty()) {
        m_classes = before->columns.m_classes;
        return;
    }
    std::vector<NodeIndex> changed;
    changed.reserve(renewed.size());
    for (const std::uint32_t row : renewed)
        changed.push_back(m_forwarders->nodes()[row]);
    m_classes = sameForwarders ? std::make_shared<const AddressClasses>(*before->columns.m_classes,
                                                                        before->columns.m_plane, m_plane, changed)
                               : std::make_shared<const AddressClasses>(m_plane, m_forwarders->nodes());
    if (before && *before->columns.m_classes == *m_classes)
        m_classes = before->columns.m_classes;
}

std::vector<std::uint32_t> Columns::targetsOf(NodeIndex node) const
{
    std::vector<std::uint32_t> targets;
    const NetnsId id = m_plane.nodes()[node].netns->id;
    for (std::uint32_t target = m_targets.firstOf[node]; target < m_targets.size() && m_targets[target].node == id;
         ++target)
        targets.push_back(target);
    return targets;
}

/// The targets of a class are one, if there are several, and all other targets one each.
void Columns::addTasks(std::size_t number, std::vector<std::uint32_t> targets, std::vector<TaskPtr> &tasks) const
{
    const bool mayShare = number != Task::noClass && targets.size() > 1;
    if (const auto any = mayShare ? m_classes->plainAddress(number) : std::nullopt) {
        tasks.push_back(std::make_shared<const Task>(std::move(targets), *any, true, number));
        return;
    }
    for (const std::uint32_t target : targets)
        tasks.push_back(std::make_shared<const Task>(std::vector{target}, m_targets[target].address, false, number));
}

/// Returns those that are not as before.
std::vector<Columns::TaskPtr> Columns::prepareTasks(const Before *before)
{
    if (before && before->sameTargets && before->columns.m_classes == m_classes)
        return renewTasks(*before);
    std::map<std::size_t, std::vector<std::uint32_t>> byClass;
    for (const NodeIndex node : *m_kept) {
        for (const std::uint32_t target : targetsOf(node)) {
            const IpAddress &address = m_targets[target].address;
            byClass[address.isV4() ? m_classes->classOf(address) : Task::noClass].push_back(target);
        }
    }
    std::vector<TaskPtr> tasks;
    for (auto &[number, targets] : byClass)
        addTasks(number, std::move(targets), tasks);
    m_tasks = std::make_shared<const std::vector<TaskPtr>>(tasks);
    return tasks;
}

/// Those of the classes alone that targets of nodes are in which have other twins.
std::vector<Columns::TaskPtr> Columns::renewTasks(const Before &before)
{
    m_tasks = before.columns.m_tasks;
    std::map<std::size_t, std::vector<std::uint32_t>> byClass; // those that are there now
    for (const NodeIndex node : before.otherTwins) {
        for (const std::uint32_t target : targetsOf(node)) {
            const IpAddress &address = m_targets[target].address;
            auto &targets = byClass[address.isV4() ? m_classes->classOf(address) : Task::noClass];
            if (m_rows[node])
                targets.push_back(target);
        }
    }
    if (byClass.empty())
        return {};
    const auto isOther = [&](std::uint32_t target) {
        return std::ranges::binary_search(before.otherTwins, m_plane.index(m_targets[target].node));
    };
    std::vector<TaskPtr> fresh;
    auto tasks = std::make_shared<std::vector<TaskPtr>>(*m_tasks);
    for (auto &[number, targets] : byClass) {
        const auto old = std::ranges::equal_range(*tasks, number, {}, [](const TaskPtr &task) { return task->number; });
        for (const TaskPtr &task : old)
            std::ranges::copy_if(task->targets, std::back_inserter(targets), std::not_fn(isOther));
        std::ranges::sort(targets);
        std::vector<TaskPtr> now;
        addTasks(number, std::move(targets), now);
        fresh.insert(fresh.end(), now.begin(), now.end());
        tasks->insert(tasks->erase(old.begin(), old.end()), now.begin(), now.end());
    }
    m_tasks = std::move(tasks);
    return fresh;
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
    m_rows.forEachUnshared(earlier.m_rows, [&](std::size_t number) {
        const auto node = static_cast<NodeIndex>(number);
        changes.nodes[node] = m_rows[node] != earlier.m_rows[node] && m_forwarders->rowOf(node) == nowhere ? 1 : 0;
    });
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

bool Columns::sayAsBefore(const Columns &earlier, std::span<const NodeIndex> nodes,
                          std::span<const std::uint32_t> targets) const
{
    return m_forwarders == earlier.m_forwarders && &m_targets == &earlier.m_targets && !m_stale.empty() &&
           !m_staleLeaves &&
           std::ranges::none_of(
               nodes, [&](NodeIndex node) { return m_stale[node] || m_rows[node] != earlier.m_rows[node]; }) &&
           std::ranges::all_of(targets, [&](std::uint32_t target) {
               return m_columns[target] == earlier.m_columns[target] && m_tails[target] == earlier.m_tails[target];
           });
}

std::vector<NodeIndex> Columns::sendersBy(std::uint32_t row) const
{
    std::vector<NodeIndex> senders{m_forwarders->nodes()[row]};
    std::ranges::copy_if(m_forwarders->around(row), std::back_inserter(senders),
                         [this](NodeIndex node) { return m_rows[node] != nullptr; });
    return senders;
}

} // namespace netdraft::model
