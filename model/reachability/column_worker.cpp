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

    /// Works the columns of some tasks out, and returns the targets that have none then, since they cannot share it.
    std::vector<std::uint32_t> carryOut(std::span<const Task> tasks, const Effort &effort)
    {
        for (const Task &task : tasks) {
            if (effort.isCancelled())
                return {};
            const ColumnPtr before = columnBefore(task);
            if (before && isAsBefore(task, *before))
                take(task, before);
            else
                m_fresh.push_back({&task, before});
        }
        // Several at a time, so that a node's table is at hand for all of them.
        constexpr std::size_t atOnce = 16;
        for (std::size_t at = 0; at < m_fresh.size() && !effort.isCancelled(); at += atOnce)
            workOut(std::span(m_fresh).subspan(at, std::min(atOnce, m_fresh.size() - at)));
        return std::move(m_others);
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

    bool isAsBefore(const Task &task, const Column &before) const
    {
        const auto stepIsAsBefore = [&](std::uint32_t row) {
            const NodeIndex node = m_all.m_forwarders->nodes()[row];
            const Step now = m_all.stepOf(task.any, task.shared, node);
            const Step then = m_before->columns.stepOf(before.any, before.shared, node);
            return now == then && std::ranges::equal(m_all.waysOf(node, now), m_before->columns.waysOf(node, then));
        };
        const bool sameLeaves =
            task.shared || std::ranges::none_of(before.leaves, [this](NodeIndex node) { return isStale(node); });
        return sameLeaves && std::ranges::all_of(m_renewed, stepIsAsBefore);
    }

    void workOut(std::span<const Fresh> some)
    {
        const std::span<const NodeIndex> nodes = m_all.m_forwarders->nodes();
        std::vector<std::uint32_t> groups(some.size() * nodes.size());
        for (std::uint32_t row = 0; row < nodes.size(); ++row) {
            const NodeRows &rows = *m_all.m_rows[nodes[row]];
            for (std::size_t i = 0; i < some.size(); ++i)
                groups[i * nodes.size() + row] = m_all.m_hops->of(row, rows.rowOf(m_all.m_plane, some[i].task->any));
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            const auto &[task, before] = some[i];
            const auto column =
                m_trace.follow(task->any, task->shared, std::span(groups).subspan(i * nodes.size(), nodes.size()));
            take(*task, column && before && saySame(*column, *before) ? before : column);
        }
    }

    /// Gives the targets of a task their column, if they can share it.
    void take(const Task &task, const ColumnPtr &column)
    {
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
            m_all.m_columns[target] = column;
            m_all.m_tails[target] = tailsOf(target, column);
        }
    }

    Tails tailsOf(std::uint32_t target, const ColumnPtr &column) const
    {
        const std::uint32_t then = numberBefore(target);
        if (then != nowhere && m_before->columns.m_columns[then] == column) {
            const Tails &before = m_before->columns.m_tails[then];
            bool same = true;
            for (std::size_t i = 0; i < before->size() && same; ++i) {
                const Step &step = (*before)[i].step;
                const auto hasStaleNext = [&](LinkIndex next) {
                    return next != nowhere && isStale(m_all.m_forwarders->ahead(next).node);
                };
                same = !isStale(column->nodesOfTails[i]) && !hasStaleNext(step.next) && step.wayCount == 0;
            }
            if (same)
                return before;
        }
        auto now = m_all.tailsOf(*column, m_all.m_targets[target].address);
        if (then != nowhere && *m_before->columns.m_tails[then] == now)
            return m_before->columns.m_tails[then];
        return std::make_shared<const std::vector<Cell>>(std::move(now));
    }
};

void Columns::carryOut(const Before *before, const Effort &effort)
{
    std::mutex merging;
    std::vector<std::uint32_t> others;
    const auto workOut = [&](std::span<const Task> tasks) {
        inParallel(tasks.size(), 16, [&](std::size_t first, std::size_t last) {
            Worker worker(*this, before);
            const auto left = worker.carryOut(tasks.subspan(first, last - first), effort);
            const std::scoped_lock lock(merging);
            others.insert(others.end(), left.begin(), left.end());
        });
    };
    workOut(*m_tasks);
    std::vector<Task> alone;
    alone.reserve(others.size());
    for (const std::uint32_t target : others)
        alone.push_back({{target}, m_targets[target].address, false});
    if (!effort.isCancelled())
        workOut(alone);
}

} // namespace netdraft::model
