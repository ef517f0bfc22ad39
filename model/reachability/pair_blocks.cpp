// All pairs counted, those of some nodes with some others at a time, so that what is asked of them stays at hand.

#include "model/in_parallel.h"
#include "model/reachability/pair_block.h"

#include <algorithm>
#include <array>
#include <mutex>

namespace netdraft::model {

/// Of these nodes, those that stand for themselves and their twins.
std::vector<Reachability::Block> Reachability::blocks(std::span<const NodeIndex> nodes) const
{
    // So that what is known of one block with another stays in the processor's nearer memory.
    constexpr std::size_t mostMembers = 64;
    constexpr std::size_t mostTargets = 128;
    std::vector<Block> list;
    for (const NodeIndex node : nodes) {
        const auto twins = m_twins->of(node);
        if (node < m_listing->firstNode || (!twins.empty() && node != twins[0]))
            continue;
        if (list.empty() || list.back().members.size() >= mostMembers || list.back().targets.size() >= mostTargets)
            list.emplace_back();
        Block &block = list.back();
        const auto member = static_cast<std::uint32_t>(block.members.size());
        const auto first = static_cast<std::uint32_t>(block.targets.size());
        const NetnsId id = m_plane->nodes()[node].netns->id;
        for (std::uint32_t to = m_listing->targets.firstOf[node];
             to < m_listing->targets.size() && m_listing->targets[to].node == id; ++to) {
            block.targets.push_back(to);
            block.ownerOf.push_back(member);
        }
        const auto count = static_cast<std::uint32_t>(block.targets.size()) - first;
        block.members.push_back(
            {{node, twins, false}, m_listing->switches[node - m_listing->firstNode] == 0, first, count});
    }
    return list;
}

/// Counts the pairs of one block's senders with the other's targets.
void Reachability::countBlock(const Block &from, const Block &to, const Glances &there, const Glances &back,
                              Count &count) const
{
    for (std::size_t member = 0; member < from.members.size(); ++member) {
        const Block::Member &sender = from.members[member];
        const NodeIndex node = sender.sender.node;
        if (!sender.sends)
            continue;
        std::size_t reachable = 0;
        std::array<Failure, 2> silent; // IPv4, IPv6: what has no source is one failure wherever it is for
        for (std::size_t target = 0; target < to.targets.size(); ++target) {
            const std::uint32_t number = to.targets[target];
            const Block::Member &owner = to.members[to.ownerOf[target]];
            const NodeIndex receiver = owner.sender.node;
            const std::size_t pairs = std::max<std::size_t>(owner.sender.twins.size(), 1);
            const Columns::Glance &request = there.at(member, target);
            if (receiver != node && there.getsBack(member, target, back)) {
                reachable += pairs;
            } else if (receiver != node && request.sendsNothing && sender.sender.twins.empty()) {
                Failure &failure = silent[m_listing->targets[number].address.isV4() ? 0 : 1];
                const auto showing = [this](std::size_t of) { return std::pair(m_listing->showsLess[of], of); };
                if (failure.pairs == 0 || showing(number) < showing(failure.to))
                    failure.to = number;
                failure.pairs += pairs;
            } else {
                countPair(sender.sender, number, count);
            }
        }
        reachable *= std::max<std::size_t>(sender.sender.twins.size(), 1);
        count.totals.pairs += reachable;
        count.totals.reachable += reachable;
        for (std::uint32_t family = 0; family < silent.size(); ++family) {
            const Failure &failure = silent[family];
            if (failure.pairs == 0)
                continue;
            count.totals.pairs += failure.pairs;
            count.tally.add({Cause::NoSource, m_plane->nodes()[node].netns->id, m_listing->subnets[family],
                             failure.pairs, node - m_listing->firstNode, failure.to},
                            family);
        }
    }
}

void Reachability::countCrossings(std::span<const Crossing> crossings, Count &all, Effort &effort) const
{
    std::mutex merging;
    effort.begin(crossings.size());
    inParallel(crossings.size(), 16, [&](std::size_t first, std::size_t last) {
        Count count{FailureTally(m_listing->showsLess)};
        for (const Crossing &crossing : crossings.subspan(first, last - first)) {
            const Block &one = *crossing.one;
            const Block &other = *crossing.other;
            if (effort.isCancelled())
                return;
            const Glances there(*m_columns, one, other);
            if (&one == &other) {
                countBlock(one, one, there, there, count);
            } else {
                const Glances back(*m_columns, other, one);
                countBlock(one, other, there, back, count);
                countBlock(other, one, back, there, count);
            }
            effort.advance();
        }
        const std::scoped_lock lock(merging);
        all.add(std::move(count));
    });
}

/// Of twins the second sends to the first.
void Reachability::countTwins(NodeIndex second, Count &count) const
{
    const auto twins = m_twins->of(second);
    if (twins.empty() || second != twins[1] || second < m_listing->firstNode ||
        m_listing->switches[second - m_listing->firstNode])
        return;
    std::vector<Pair> pairs;
    addPairs(second, twins[0], pairs);
    for (const Pair &pair : pairs)
        countPair({second, twins, true}, pair.to, count);
}

void Reachability::countPairs(Effort &effort)
{
    const std::vector<Block> parts = blocks(m_columns->kept());
    std::vector<Crossing> crossings;
    for (const Block &one : parts) {
        for (const Block &other : std::span(parts).first(static_cast<std::size_t>(&one - parts.data()) + 1))
            crossings.emplace_back(&one, &other);
    }
    Count all{FailureTally(m_listing->showsLess)};
    countCrossings(crossings, all, effort);
    for (const NodeIndex node : m_columns->kept())
        countTwins(node, all);
    keep(std::move(all));
}

} // namespace netdraft::model
