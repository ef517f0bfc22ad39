#include "model/reachability/columns.h"

#include "model/in_parallel.h"
#include "model/reachability/column_trace.h"
#include "model/reachability/staleness.h"

#include <algorithm>
#include <map>
#include <mutex>

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

std::vector<NodeIndex> forwardingNodes(const DataPlane &plane, std::span<const NodeIndex> of)
{
    std::vector<NodeIndex> nodes;
    std::ranges::copy_if(of, std::back_inserter(nodes), [&](NodeIndex node) {
        const PlaneNode &here = plane.nodes()[node];
        return here.forwards6 ||
               std::ranges::any_of(here.netns->links, [&](const Link &link) { return here.forwards4(link); });
    });
    return nodes;
}

} // namespace

struct Columns::Changes {
    std::vector<std::uint8_t> stale;    ///< by node
    std::vector<std::uint32_t> renewed; ///< the rows of nodes that do something else now, perhaps
    std::vector<std::uint32_t> before;  ///< by target, its number among those that had a column; or `nowhere`
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
    : m_plane(plane), m_targets(targets), m_kept(keptNodes(plane, twins)),
      m_forwarders(plane, forwardingNodes(plane, m_kept)), m_rows(plane.nodes().size()), m_columns(targets.size()),
      m_tails(targets.size())
{
}

std::optional<Columns::Changes> Columns::changesSince(const Columns &earlier) const
{
    auto stale = staleNodes(earlier.m_plane, m_plane);
    if (!stale)
        return std::nullopt;
    Changes changes;
    changes.stale = std::move(*stale);
    changes.sameRows = std::ranges::equal(earlier.m_forwarders.nodes(), m_forwarders.nodes());
    for (std::uint32_t row = 0; row < m_forwarders.size(); ++row) {
        const NodeIndex node = m_forwarders.nodes()[row];
        if (!changes.stale[node])
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
    m_forwarders.group(m_rows);
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

Step Columns::stepOf(const IpAddress &any, bool shared, NodeIndex node) const
{
    const NodeRows &rows = *m_rows[node];
    return shared ? rows.stepOfRow(m_plane, any) : rows.step(m_plane, m_targets, any);
}

std::uint32_t Columns::groupOf(std::uint32_t row, const IpAddress &any) const
{
    return m_forwarders.groupOf(row, m_rows[m_forwarders.nodes()[row]]->rowOf(m_plane, any));
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

/// One thread's part of all columns.
class Columns::Worker
{
public:
    Worker(Columns &all, const AddressClasses &classes, const Columns *earlier, const Changes *changes)
        : m_all(all), m_classes(classes), m_earlier(earlier), m_changes(changes),
          m_trace(all.m_plane, all.m_targets, all.m_forwarders, all.m_rows)
    {
    }

    /// Works the columns of some tasks out, and returns the targets that have none then, since they cannot share it.
    std::vector<std::uint32_t> carryOut(std::span<const Task> tasks, const Effort &effort)
    {
        for (const Task &task : tasks) {
            if (effort.isCancelled())
                return {};
            const ColumnPtr before = m_changes ? columnBefore(task) : nullptr;
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
    const AddressClasses &m_classes;
    const Columns *m_earlier;
    const Changes *m_changes;
    ColumnTrace m_trace;
    std::vector<Fresh> m_fresh;
    std::vector<std::uint32_t> m_others;

    /// That of the same targets before, which the nodes' numbers still fit.
    ColumnPtr columnBefore(const Task &task) const
    {
        if (!m_changes->sameRows)
            return nullptr;
        const auto before = [&](std::uint32_t target) {
            const std::uint32_t then = m_changes->before[target];
            return then == nowhere ? nullptr : m_earlier->m_columns[then];
        };
        const auto usable = [&](std::uint32_t target) {
            const ColumnPtr column = before(target);
            return column && column->shared == task.shared;
        };
        const auto found = std::ranges::find_if(task.targets, usable);
        return found == task.targets.end() ? nullptr : before(*found);
    }

    bool isAsBefore(const Task &task, const Column &before) const
    {
        const auto stepIsAsBefore = [&](std::uint32_t row) {
            const NodeIndex node = m_all.m_forwarders.nodes()[row];
            const Step now = m_all.stepOf(task.any, task.shared, node);
            const Step then = m_earlier->stepOf(before.any, before.shared, node);
            return now == then && std::ranges::equal(m_all.waysOf(node, now), m_earlier->waysOf(node, then));
        };
        const auto isStale = [&](NodeIndex node) { return m_changes->stale[node] != 0; };
        const bool sameLeaves = task.shared || std::ranges::none_of(before.leaves, isStale);
        return m_changes->alike && sameLeaves && std::ranges::all_of(m_changes->renewed, stepIsAsBefore);
    }

    void workOut(std::span<const Fresh> some)
    {
        const std::size_t size = m_all.m_forwarders.size();
        std::vector<std::uint32_t> groups(some.size() * size);
        for (std::uint32_t row = 0; row < size; ++row) {
            for (std::size_t i = 0; i < some.size(); ++i)
                groups[i * size + row] = m_all.groupOf(row, some[i].task->any);
        }
        for (std::size_t i = 0; i < some.size(); ++i) {
            const auto &[task, before] = some[i];
            const ColumnPtr column = m_trace.follow(task->any, task->shared, std::span(groups).subspan(i * size, size));
            take(*task, column && before && m_changes->alike && saySame(*column, *before) ? before : column);
        }
    }

    /// Gives the targets of a task their column, if they can share it.
    void take(const Task &task, const ColumnPtr &column)
    {
        for (const std::uint32_t target : task.targets) {
            const IpAddress &address = m_all.m_targets[target].address;
            // A router that has the address takes it in only where the column asks for the address.
            const auto asks = [&](const AddressClasses::Holder &holder) {
                return column->outcome(m_all.m_forwarders.rowOf(holder.node)).kind == Outcome::Kind::PerAddress;
            };
            if (task.shared && (!column || !std::ranges::all_of(m_classes.holders(address), asks))) {
                m_others.push_back(target);
                continue;
            }
            m_all.m_columns[target] = column;
            m_all.m_tails[target] = m_all.tailsOf(*column, address);
        }
    }
};

void Columns::compute(const Columns *earlier, Effort &effort)
{
    const std::optional<Changes> known = earlier ? changesSince(*earlier) : std::nullopt;
    const Changes *changes = known ? &*known : nullptr;
    prepareRows(earlier, changes);
    if (changes)
        m_stale = changes->stale;
    const AddressClasses classes(m_plane, m_forwarders.nodes());
    std::vector<Task> all = tasks(classes);
    std::mutex merging;
    while (!all.empty() && !effort.isCancelled()) {
        std::vector<std::uint32_t> others;
        inParallel(all.size(), 16, [&](std::size_t first, std::size_t last) {
            Worker worker(*this, classes, earlier, changes);
            const auto left = worker.carryOut(std::span(all).subspan(first, last - first), effort);
            const std::scoped_lock lock(merging);
            others.insert(others.end(), left.begin(), left.end());
        });
        all.clear();
        for (const std::uint32_t target : others)
            all.push_back({{target}, m_targets[target].address, false});
    }
}

} // namespace netdraft::model
