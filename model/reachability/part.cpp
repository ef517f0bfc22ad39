// What groups of nodes come to with groups of targets.

#include "model/reachability/columns.h"
#include "model/reachability/reachability.h"

#include <algorithm>
#include <map>

namespace netdraft::model {

namespace {

/// Those of a list that stand for each other, by what stands for them: the first two, and how many there are.
struct Members {
    std::size_t first = 0;
    std::optional<std::size_t> second;
    std::size_t count = 0;

    void add(std::size_t one)
    {
        if (count++ == 0)
            first = one;
        else if (!second)
            second = one;
    }
};

} // namespace

Reachability::Part Reachability::part(std::span<const std::size_t> from, std::span<const std::size_t> to) const
{
    const auto keptOf = [this](NodeIndex node) {
        const auto twins = m_twins->of(node);
        return twins.empty() ? node : twins[0];
    };
    const auto ownerOf = [this](std::size_t target) { return m_plane->index(m_listing->targets[target].node); };
    std::map<NodeIndex, Members> senders;
    std::vector<std::uint8_t> isSender(m_plane->nodes().size(), 0);
    for (const std::size_t node : from) {
        const auto index = static_cast<NodeIndex>(node + m_listing->firstNode);
        senders[keptOf(index)].add(node);
        isSender[index] = 1;
    }
    struct TargetsOfClass {
        NodeIndex owner = nowhere; ///< that stands for all
        std::size_t ownToItself = 0;
        Members targets;
    };
    std::map<std::uint32_t, TargetsOfClass> columns;
    for (const std::size_t target : to) {
        const NodeIndex owner = ownerOf(target);
        const NodeIndex kept = keptOf(owner);
        const auto number = static_cast<std::uint32_t>(target) - m_listing->targets.firstOf[owner];
        TargetsOfClass &column = columns[m_listing->targets.firstOf[kept] + number];
        column.owner = kept;
        column.ownToItself += isSender[owner];
        column.targets.add(target);
    }
    Part part;
    bool isShown = false;
    for (const auto &[sender, nodes] : senders) {
        for (const auto &[number, column] : columns) {
            const bool same = sender == column.owner;
            const std::size_t pairs = nodes.count * column.targets.count - (same ? column.ownToItself : 0);
            if (pairs == 0)
                continue;
            std::size_t source = nodes.first;
            std::size_t target = column.targets.first;
            if (m_listing->nodes[source] == m_listing->targets[target].node) {
                source = nodes.second.value_or(source);
                if (m_listing->nodes[source] == m_listing->targets[target].node)
                    target = column.targets.second.value_or(target);
            }
            const Answer answer = this->answer(source, target);
            const bool good = answer.reachable && answer.certain;
            if (part.pairs == 0 || (!good && !isShown)) {
                part.from = source;
                part.to = target;
                isShown = !good;
            }
            part.pairs += pairs;
            part.reachable += good ? pairs : 0;
            part.unsure += answer.certain ? 0 : pairs;
        }
    }
    return part;
}

} // namespace netdraft::model
