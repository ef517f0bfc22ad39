// Columns worked out in several threads, and of those of before only what is other now.

#include "model/in_parallel.h"
#include "model/reachability/column_task.h"
#include "model/reachability/column_trace.h"

#include <algorithm>
#include <mutex>

namespace netdraft::model {

/// One thread's part of all columns.
class Columns::Worker
{
public:
    Worker(Columns &all, const Before *before)
        : m_all(all), m_before(before && before->columns.m_forwarders == all.m_forwarders ? before : nullptr),
          m_trace(all.m_plane, all.m_targets, *all.m_forwarders, *all.m_hops, all.m_rows)
    {
        for (std::uint32_t row = 0; m_before && row < all.m_forwarders->size(); ++row) {
            if (all.m_stale[all.m_forwarders->nodes()[row]])
                m_renewed.push_back(row);
        }
    }

    /// A target, and its column.
    struct Found {
        std::uint32_t target = nowhere;
        ColumnPtr column;
        Tails tails;
    };
    std::vector<Found> takeFound() { return std::move(m_found); }
    /// How the columns differ from those before.
    std::vector<ColumnChange> takeChanges() { return std::move(m_changes); }

    /// Works the columns of some tasks out, and returns the targets that have none then, since they cannot share it.
    std::vector<std::uint32_t> carryOut(std::span<const TaskPtr> tasks, const Effort &effort)
    {
        for (const TaskPtr &task : tasks) {
            if (effort.isCancelled())
                return {};
            const ColumnPtr before = columnBefore(*task);
            if (!before || !renew(*task, before))
                m_fresh.push_back({task.get(), before});
        }
        // Several at a time, so that a node's table is at hand for all of them.
        constexpr std::size_t atOnce = 16;
        for (std::size_t at = 0; at < m_fresh.size() && !effort.isCancelled(); at += atOnce)
            workOut(std::span(m_fresh).subspan(at, std::min(atOnce, m_fresh.size() - at)));
        return std::move(m_others);
    }

    /// Whether a task that is as before comes to the same columns, as can be told at a glance.
    bool isUntouched(const Task &task) const
    {
        if (!m_before)
            return false;
        const Columns &then = m_before->columns;
        const ColumnPtr &column = then.m_columns[task.targets.front()];
        return column && column->any == task.any && column->shared == task.shared &&
               std::ranges::none_of(column->leaves, [this](NodeIndex node) { return isStale(node); }) &&
               std::ranges::all_of(task.targets,
                                   [&](std::uint32_t target) {
                                       return then.m_columns[target] == column &&
                                              hasSameTails(*column, *then.m_tails[target]);
                                   }) &&
               othersOf(task, *column).empty();
    }

private:
    struct Fresh {
        const Task *task = nullptr;
        ColumnPtr before; ///< null where there is none
    };

    Columns &m_all;
    const Before *m_before; ///< null where the forwarding nodes were others
    ColumnTrace m_trace;
    std::vector<std::uint32_t> m_renewed; ///< forwarding nodes that do something else now, perhaps
    std::vector<Fresh> m_fresh;
    std::vector<std::uint32_t> m_others;
    std::vector<Found> m_found;
    std::vector<ColumnChange> m_changes;

    /// The number of a target before; `nowhere` where it had no column.
    std::uint32_t numberBefore(std::uint32_t target) const
    {
        if (!m_before)
            return nowhere;
        std::uint32_t then = target;
        if (!m_before->sameTargets) {
            const Targets &targets = m_before->columns.m_targets;
            const auto known = targets.numberOf.find(m_all.m_targets[target].address);
            if (known == targets.numberOf.end() || targets[known->second] != m_all.m_targets[target])
                return nowhere;
            then = known->second;
        }
        return m_before->columns.m_columns[then] ? then : nowhere;
    }

    /// That of the same targets before.
    ColumnPtr columnBefore(const Task &task) const
    {
        for (const std::uint32_t target : task.targets) {
            const std::uint32_t then = numberBefore(target);
            if (then != nowhere && m_before->columns.m_columns[then]->shared == task.shared)
                return m_before->columns.m_columns[then];
        }
        return nullptr;
    }

    bool isStale(NodeIndex node) const { return m_all.m_stale[node] != 0; }

    /// Gives a task the column it had before, or what it became where that is soon found.
    bool renew(const Task &task, const ColumnPtr &before)
    {
        const std::vector<std::uint32_t> others = othersOf(task, *before);
        if (!task.shared && std::ranges::any_of(before->leaves, [this](NodeIndex node) { return isStale(node); }))
            return false;
        if (others.empty()) {
            take(task, before, {}, before.get(), std::vector<std::uint32_t>());
            return true;
        }
        const ColumnPtr column = before->any == task.any ? m_trace.renew(*before, others) : nullptr;
        if (!column)
            return false;
        std::vector<std::uint32_t> rows(m_trace.renewed().begin(), m_trace.renewed().end());
        std::ranges::sort(rows);
        take(task, column, {}, before.get(), std::move(rows));
        return true;
    }

    /// The forwarding nodes that do something else now with the packets of a column.
    std::vector<std::uint32_t> othersOf(const Task &task, const Column &before) const
    {
        std::vector<std::uint32_t> others;
        std::ranges::copy_if(m_renewed, std::back_inserter(others), [&](std::uint32_t row) {
            const NodeIndex node = m_all.m_forwarders->nodes()[row];
            const Step now = m_all.stepOf(task.any, task.shared, node);
            const Step then = m_before->columns.stepOf(before.any, before.shared, node);
            return now != then || !std::ranges::equal(m_all.waysOf(node, now), m_before->columns.waysOf(node, then));
        });
        return others;
    }

    using Rows = std::optional<std::vector<std::uint32_t>>;

    /// The forwarding nodes of which something else becomes now of packets to a target, or which send by several ways
    /// to such; nothing where it may be anybody. `groups` are as for ColumnTrace::follow().
    Rows differing(const Task &task, const Found &found, std::span<const std::uint32_t> groups) const
    {
        const std::uint32_t then = numberBefore(found.target);
        if (then == nowhere || groups.empty())
            return std::nullopt;
        const Columns &all = m_before->columns;
        const Column &before = *all.m_columns[then];
        const Column &now = *found.column;
        const auto stale = [this](NodeIndex node) { return isStale(node); };
        // Where a loop ends depends on all of it.
        const auto mayLoop = [](const Cell &tail) { return tail.end.loops || tail.end.mayLoop; };
        if (before.mayLoop || now.mayLoop || std::ranges::any_of(*all.m_tails[then], mayLoop) ||
            std::ranges::any_of(*found.tails, mayLoop) || std::ranges::any_of(before.leaves, stale) ||
            std::ranges::any_of(now.leaves, stale) || std::ranges::any_of(before.nodesOfTails, stale) ||
            std::ranges::any_of(now.nodesOfTails, stale))
            return std::nullopt;
        std::vector<std::uint8_t> differs(groups.size(), 0);
        bool isOther = false;
        for (std::uint32_t row = 0; row < groups.size(); ++row) {
            if (row == 0 || before.ends[row] != before.ends[row - 1] || now.ends[row] != now.ends[row - 1])
                isOther = all.knownOf(all.viewOf(then), before.outcome(row)) !=
                          m_all.knownOf({now, *found.tails, m_all.m_targets[found.target].address}, now.outcome(row));
            differs[row] = isOther ? 1 : 0;
        }
        std::vector<std::uint32_t> rows = othersOf(task, before);
        for (std::uint32_t row = 0; row < groups.size(); ++row) {
            const bool asks = groups[row] == HopGroups::ask || (!task.shared && groups[row] == HopGroups::perAddress);
            if (differs[row] || asks ||
                (groups[row] > HopGroups::perAddress &&
                 std::ranges::any_of(m_all.m_hops->members(groups[row]),
                                     [&](std::uint32_t member) { return differs[member] != 0; })))
                rows.push_back(row);
        }
        std::ranges::sort(rows);
        rows.erase(std::ranges::unique(rows).begin(), rows.end());
        return rows;
    }

    void workOut(std::span<const Fresh> some)
    {
        const std::span<const NodeIndex> nodes = m_all.m_forwarders->nodes();
        std::vector<std::uint32_t> groups(some.size() * nodes.size());
        for (std::uint32_t row = 0; row < nodes.size(); ++row) {
            const NodeRows &rows = *m_all.m_rows[nodes[row]];
            RouteRange<Key4> latest = {1, 1};
            for (std::size_t i = 0; i < some.size(); ++i) {
                const IpAddress &any = some[i].task->any;
                groups[i * nodes.size() + row] =
                    m_all.m_hops->of(row, any.isV4() ? rows.rowOf(m_all.m_plane, any.v4().bits(), latest)
                                                     : rows.rowOf(m_all.m_plane, any));
            }
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            const auto &[task, before] = some[i];
            const auto own = std::span(groups).subspan(i * nodes.size(), nodes.size());
            const auto column = m_trace.follow(task->any, task->shared, own);
            take(*task, column && before && saySame(*column, *before) ? before : column, own);
        }
    }

    /// Gives the targets of a task their column, if they can share it. It may be known how it differs from an earlier
    /// one; else `groups` are those that it was followed with.
    void take(const Task &task, const ColumnPtr &column, std::span<const std::uint32_t> groups,
              const Column *before = nullptr, std::vector<std::uint32_t> rows = {})
    {
        ColumnChange part{{}, std::move(rows)};
        ColumnChange whole;
        for (const std::uint32_t target : task.targets) {
            const IpAddress &address = m_all.m_targets[target].address;
            // A router that has the address takes it in only where the column asks for the address.
            const auto asks = [&](const AddressClasses::Holder &holder) {
                return column->outcome(m_all.m_forwarders->rowOf(holder.node)).kind == Outcome::Kind::PerAddress;
            };
            if (task.shared && (!column || !std::ranges::all_of(m_all.m_classes->holders(address), asks))) {
                m_others.push_back(target);
                continue;
            }
            const Found &found = m_found.emplace_back(target, column, tailsOf(target, column, before, part.rows));
            if (!m_before)
                continue;
            if (before && isOnlyPartly(found, *before, part.rows->empty()))
                part.targets.push_back(target);
            else if (Rows others = differing(task, found, groups))
                addChange({{target}, std::move(others)});
            else
                whole.targets.push_back(target);
        }
        if (!whole.targets.empty())
            m_changes.push_back(std::move(whole));
        if (!part.targets.empty())
            addChange(std::move(part));
    }

    void addChange(ColumnChange change)
    {
        if (change.rows->empty())
            return;
        if (!m_changes.empty() && m_changes.back().rows == change.rows)
            m_changes.back().targets.insert(m_changes.back().targets.end(), change.targets.begin(),
                                            change.targets.end());
        else
            m_changes.push_back(std::move(change));
    }

    /// Whether a target is other only as its column is other than that before.
    bool isOnlyPartly(const Found &found, const Column &before, bool sameWays) const
    {
        const std::uint32_t then = numberBefore(found.target);
        const auto mayLoop = [](const Cell &tail) { return tail.end.loops || tail.end.mayLoop; };
        return then != nowhere && m_before->columns.m_columns[then].get() == &before &&
               m_before->columns.m_tails[then] == found.tails &&
               std::ranges::none_of(found.column->leaves, [this](NodeIndex node) { return isStale(node); }) &&
               (sameWays || std::ranges::none_of(*found.tails, mayLoop));
    }

    /// Whether the tails of a target come to what they were, its column being the same but for some rows.
    bool hasSameTails(const Column &column, const std::vector<Cell> &before,
                      std::span<const std::uint32_t> otherRows = {}) const
    {
        const auto isOther = [&](const Ahead &ahead) {
            return isStale(ahead.node) ||
                   (ahead.row != nowhere && std::ranges::find(otherRows, ahead.row) != otherRows.end());
        };
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Step &step = before[i].step;
            if (isStale(column.nodesOfTails[i]) || step.wayCount > 0 ||
                (step.next != nowhere && isOther(m_all.m_forwarders->ahead(step.next))))
                return false;
        }
        return true;
    }

    /// It may be known in which rows the column is other than an earlier one.
    Tails tailsOf(std::uint32_t target, const ColumnPtr &column, const Column *base, const Rows &otherRows) const
    {
        const std::uint32_t then = numberBefore(target);
        if (then != nowhere && m_before->columns.m_columns[then].get() == (base ? base : column.get())) {
            const Tails &before = m_before->columns.m_tails[then];
            if (hasSameTails(*column, *before, otherRows ? std::span(*otherRows) : std::span<const std::uint32_t>()))
                return before;
        }
        auto now = m_all.tailsOf(*column, m_all.m_targets[target].address);
        if (then != nowhere && *m_before->columns.m_tails[then] == now)
            return m_before->columns.m_tails[then];
        return std::make_shared<const std::vector<Cell>>(std::move(now));
    }
};

/// `fresh` are the tasks that are not as before. Of the others those are looked at that the stale nodes matter to.
void Columns::carryOut(const Before *before, std::span<const TaskPtr> fresh, const Effort &effort)
{
    std::mutex merging;
    std::vector<std::uint32_t> others;
    const auto workOut = [&](std::span<const TaskPtr> tasks) {
        std::vector<Worker::Found> found;
        inParallel(tasks.size(), 16, [&](std::size_t first, std::size_t last) {
            Worker worker(*this, before);
            const auto left = worker.carryOut(tasks.subspan(first, last - first), effort);
            const std::scoped_lock lock(merging);
            others.insert(others.end(), left.begin(), left.end());
            std::ranges::move(worker.takeFound(), std::back_inserter(found));
            std::ranges::move(worker.takeChanges(), std::back_inserter(m_changes));
        });
        for (Worker::Found &one : found) {
            if (m_columns[one.target] != one.column)
                m_columns.change(one.target) = std::move(one.column);
            if (m_tails[one.target] != one.tails)
                m_tails.change(one.target) = std::move(one.tails);
        }
    };
    std::vector<TaskPtr> tasks(fresh.begin(), fresh.end());
    if (fresh.size() < m_tasks->size()) {
        const Worker worker(*this, before);
        std::ranges::copy_if(*m_tasks, std::back_inserter(tasks), [&](const TaskPtr &task) {
            return !worker.isUntouched(*task) && std::ranges::find(fresh, task) == fresh.end();
        });
    }
    for (const NodeIndex node : before ? before->otherTwins : std::span<const NodeIndex>()) {
        if (m_rows[node])
            continue;
        for (const std::uint32_t target : targetsOf(node)) {
            m_columns.change(target) = nullptr;
            m_tails.change(target) = nullptr;
        }
    }
    workOut(tasks);
    std::vector<TaskPtr> alone;
    alone.reserve(others.size());
    for (const std::uint32_t target : others)
        alone.push_back(std::make_shared<const Task>(std::vector{target}, m_targets[target].address, false));
    if (!effort.isCancelled())
        workOut(alone);
}

} // namespace netdraft::model
