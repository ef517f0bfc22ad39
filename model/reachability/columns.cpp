#include "model/reachability/columns.h"

#include "model/in_parallel.h"
#include "model/reachability/staleness.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace netdraft::model {

struct Columns::Changes {
    std::vector<std::uint8_t> stale;      ///< by node
    std::vector<std::uint32_t> rowBefore; ///< by row; `nowhere` for a node that had none
    std::vector<std::uint32_t> renewed;   ///< the rows of nodes that do something else now, perhaps
    std::vector<std::uint32_t> before;    ///< by target, its number among those that had a column; or `nowhere`
    bool sameRows = false;
    bool alike = true; ///< those with renewed rows forward what they did
};

/// Targets that may share a column, or one alone.
struct Columns::Task {
    std::vector<std::uint32_t> targets;
    IpAddress any; ///< that stands for all; of one target alone its address
    bool shared = false;
};

Columns::Columns(const DataPlane &plane, const Targets &targets, const Twins &twins)
    : m_plane(plane), m_targets(targets)
{
    const auto nodes = plane.nodes();
    m_rowOf.assign(nodes.size(), nowhere);
    m_rows.resize(nodes.size());
    m_columns.resize(targets.size());
    m_tails.resize(targets.size());
    for (NodeIndex node = 0; node < nodes.size(); ++node) {
        if (!twins.isKept(node))
            continue;
        m_kept.push_back(node);
        const PlaneNode &here = nodes[node];
        if (!here.forwards6 &&
            std::ranges::none_of(here.netns->links, [&](const Link &link) { return here.forwards4(link); }))
            continue;
        m_rowOf[node] = static_cast<std::uint32_t>(m_routers.size());
        m_routers.push_back(node);
    }
    for (const PlaneLink &link : plane.links()) {
        const PlaneNode &node = nodes[link.node];
        m_ahead.push_back({link.node, m_rowOf[link.node], node.forwards4(*link.link), node.forwards6});
    }
}

std::optional<Columns::Changes> Columns::changesSince(const Columns &earlier) const
{
    auto stale = staleNodes(earlier.m_plane, m_plane);
    if (!stale)
        return std::nullopt;
    Changes changes;
    changes.stale = std::move(*stale);
    changes.sameRows = earlier.m_routers == m_routers;
    for (std::uint32_t row = 0; row < m_routers.size(); ++row) {
        const NodeIndex node = m_routers[row];
        changes.rowBefore.push_back(earlier.m_rowOf[node]);
        if (changes.rowBefore.back() != nowhere && !changes.stale[node])
            continue;
        changes.renewed.push_back(row);
        changes.alike = changes.alike && forwardsAlike(earlier.m_plane.nodes()[node], m_plane.nodes()[node]);
    }
    changes.before.assign(m_targets.size(), nowhere);
    for (std::uint32_t target = 0; target < earlier.m_targets.size(); ++target) {
        const auto now = m_targets.numberOf.find(earlier.m_targets[target].address);
        if (earlier.m_columns[target] && now != m_targets.numberOf.end() &&
            m_targets[now->second] == earlier.m_targets[target])
            changes.before[now->second] = target;
    }
    return changes;
}

void Columns::prepareRows(const Columns *earlier, const Changes *changes)
{
    inParallel(m_kept.size(), 64, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const NodeIndex node = m_kept[i];
            if (changes && !changes->stale[node] && earlier->m_rows[node])
                m_rows[node] = earlier->m_rows[node];
            else
                m_rows[node] = std::make_shared<const NodeRows>(m_plane, m_targets, node);
        }
    });
}

/// Each class of IPv4 addresses that has several targets is one, and all other targets one each.
std::vector<Columns::Task> Columns::tasks(const AddressClasses &classes) const
{
    std::map<std::size_t, std::vector<std::uint32_t>> byClass;
    std::vector<Task> tasks;
    for (const NodeIndex node : m_kept) {
        const NetnsId id = m_plane.nodes()[node].netns->id;
        for (std::uint32_t target = m_targets.firstOf[node]; target < m_targets.size() && m_targets[target].node == id;
             ++target) {
            const IpAddress &address = m_targets[target].address;
            if (address.isV4())
                byClass[classes.classOf(address)].push_back(target);
            else
                tasks.push_back({{target}, address, false});
        }
    }
    for (auto &[number, targets] : byClass) {
        const auto any = targets.size() > 1 ? classes.plainAddress(number) : std::nullopt;
        if (any) {
            tasks.push_back({std::move(targets), *any, true});
        } else {
            for (const std::uint32_t target : targets)
                tasks.push_back({{target}, m_targets[target].address, false});
        }
    }
    return tasks;
}

Cell Columns::stepOf(const Task &task, NodeIndex node) const
{
    const NodeRows &rows = *m_rows[node];
    return task.shared ? rows.stepOfRow(m_plane, task.any) : rows.step(m_plane, m_targets, task.any);
}

/// The column as it is now; none where what was there before is of no use.
Columns::ColumnPtr Columns::renewed(const Task &task, const Columns &earlier, const Changes &changes) const
{
    const auto usable = [&](std::uint32_t target) {
        return changes.before[target] != nowhere && earlier.m_columns[changes.before[target]]->shared == task.shared;
    };
    const auto found = std::ranges::find_if(task.targets, usable);
    if (found == task.targets.end())
        return nullptr;
    const ColumnPtr &before = earlier.m_columns[changes.before[*found]];
    const auto isAsBefore = [&](std::uint32_t row) {
        const NodeIndex node = m_routers[row];
        const Cell now = stepOf(task, node);
        return now.hasStepOf(before->cells[row]) &&
               std::ranges::equal(waysOf(node, now), earlier.waysOf(node, before->cells[row]));
    };
    const auto isStale = [&](NodeIndex node) { return changes.stale[node] != 0; };
    const bool sameLeaves = task.shared || std::ranges::none_of(before->leaves, isStale);
    if (changes.alike && changes.sameRows && sameLeaves && std::ranges::all_of(changes.renewed, isAsBefore))
        return before;
    auto column = std::make_shared<Column>();
    column->shared = task.shared;
    for (const std::uint32_t row : changes.rowBefore)
        column->cells.push_back(row == nowhere ? Cell() : before->cells[row]);
    for (const std::uint32_t row : changes.renewed)
        column->cells[row] = stepOf(task, m_routers[row]);
    if (!followSteps(*column, task.any))
        return nullptr;
    return changes.alike && changes.sameRows && column->cells == before->cells ? before : column;
}

std::optional<std::vector<std::uint8_t>> Columns::changedNodes(const Columns &earlier) const
{
    if (m_stale.empty() || m_targets.list != earlier.m_targets.list)
        return std::nullopt;
    const auto isStale = [this](NodeIndex node) { return m_stale[node] != 0; };
    std::vector<std::uint8_t> changed(m_rows.size(), 0);
    for (NodeIndex node = 0; node < changed.size(); ++node)
        changed[node] = m_rows[node] != earlier.m_rows[node] ? 1 : 0;
    for (std::uint32_t target = 0; target < m_targets.size(); ++target) {
        const bool same = m_columns[target] == earlier.m_columns[target] && m_tails[target] == earlier.m_tails[target];
        if (!same || (m_columns[target] && std::ranges::any_of(m_columns[target]->leaves, isStale)))
            changed[m_plane.index(m_targets[target].node)] = 1;
    }
    return changed;
}

/// Gives the targets of a task their column, and returns those that cannot share it.
std::vector<std::uint32_t> Columns::take(const Task &task, const ColumnPtr &column, const AddressClasses &classes)
{
    std::vector<std::uint32_t> others;
    for (const std::uint32_t target : task.targets) {
        // A router that has the address takes it in only where the column asks for the address.
        const auto asks = [&](const AddressClasses::Holder &holder) {
            return column->cells[m_rowOf[holder.node]].ends == Cell::Ends::PerAddress;
        };
        if (task.shared && (!column || !std::ranges::all_of(classes.holders(m_targets[target].address), asks))) {
            others.push_back(target);
            continue;
        }
        m_columns[target] = column;
        computeTails(target);
    }
    return others;
}

std::vector<std::uint32_t> Columns::carryOut(std::span<const Task> tasks, const AddressClasses &classes,
                                             const Columns *earlier, const Changes *changes, Effort &effort)
{
    std::vector<std::uint32_t> others;
    std::vector<const Task *> fresh;
    const auto finish = [&](const Task &task, const ColumnPtr &column) {
        const auto left = take(task, column, classes);
        others.insert(others.end(), left.begin(), left.end());
    };
    for (const Task &task : tasks) {
        if (effort.isCancelled())
            return {};
        const ColumnPtr column = changes ? renewed(task, *earlier, *changes) : nullptr;
        if (column)
            finish(task, column);
        else
            fresh.push_back(&task);
    }
    // Several at a time, so that a node's table is at hand for all of them.
    constexpr std::size_t atOnce = 16;
    for (std::size_t at = 0; at < fresh.size() && !effort.isCancelled(); at += atOnce) {
        const auto some = std::span(fresh).subspan(at, std::min(atOnce, fresh.size() - at));
        std::vector<std::shared_ptr<Column>> columns;
        for (const Task *task : some) {
            columns.push_back(std::make_shared<Column>());
            columns.back()->shared = task->shared;
            columns.back()->cells.resize(m_routers.size());
        }
        for (std::uint32_t row = 0; row < m_routers.size(); ++row) {
            for (std::size_t i = 0; i < some.size(); ++i)
                columns[i]->cells[row] = stepOf(*some[i], m_routers[row]);
        }
        for (std::size_t i = 0; i < some.size(); ++i)
            finish(*some[i], followSteps(*columns[i], some[i]->any) ? columns[i] : nullptr);
    }
    return others;
}

void Columns::compute(const Columns *earlier, Effort &effort)
{
    const std::optional<Changes> known = earlier ? changesSince(*earlier) : std::nullopt;
    const Changes *changes = known ? &*known : nullptr;
    prepareRows(earlier, changes);
    if (changes)
        m_stale = changes->stale;
    const AddressClasses classes(m_plane, m_routers);
    std::vector<Task> all = tasks(classes);
    std::mutex merging;
    while (!all.empty() && !effort.isCancelled()) {
        std::vector<std::uint32_t> others;
        inParallel(all.size(), 16, [&](std::size_t first, std::size_t last) {
            const auto left = carryOut(std::span(all).subspan(first, last - first), classes, earlier, changes, effort);
            const std::scoped_lock lock(merging);
            others.insert(others.end(), left.begin(), left.end());
        });
        all.clear();
        for (const std::uint32_t target : others)
            all.push_back({{target}, m_targets[target].address, false});
    }
}

} // namespace netdraft::model
