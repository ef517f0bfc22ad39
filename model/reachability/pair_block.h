#pragma once

#include "model/reachability/pair_count.h"

namespace netdraft::model {

/// Some nodes, and the targets of theirs that are counted.
struct Reachability::Block {
    struct Member {
        Sender sender;
        bool sends = false; ///< pairs from it count
        std::uint32_t firstTarget = 0;
        std::uint32_t targetCount = 0;
    };
    std::vector<Member> members;
    std::vector<std::uint32_t> targets;
    std::vector<std::uint32_t> ownerOf; ///< by target, a member
};

/// What one block's nodes do with packets to the other's targets, at a glance.
class Reachability::Glances
{
public:
    Glances(const Columns &columns, const Block &from, const Block &to)
        : m_columns(columns), m_from(from), m_to(to), m_width(to.targets.size()), m_all(from.members.size() * m_width)
    {
        Columns::Reader reader(columns, nodes());
        for (std::size_t target = 0; target < to.targets.size(); ++target) {
            reader.turnTo(to.targets[target]);
            for (std::size_t member = 0; member < from.members.size(); ++member)
                m_all[member * m_width + target] = reader.glance(member);
        }
    }

    const Columns::Glance &at(std::size_t member, std::size_t target) const { return m_all[member * m_width + target]; }

    /// Whether those of the columns that these were made from are the same, as can be told at a glance.
    bool saysAsBefore(const Columns &before) const { return m_columns.sayAsBefore(before, nodes(), m_to.targets); }

    /// Whether a ping of a member to a target is answered, whatever else that depends on. `back` are the others'
    /// glances.
    bool getsBack(std::size_t member, std::size_t target, const Glances &back) const
    {
        const Columns::Glance &request = at(member, target);
        const Block::Member &sender = m_from.members[member];
        const std::uint32_t owner = m_to.ownerOf[target];
        return request.arrival == m_to.members[owner].sender.node && request.source < sender.targetCount &&
               back.at(owner, sender.firstTarget + request.source).arrival == sender.sender.node;
    }

private:
    const Columns &m_columns;
    const Block &m_from;
    const Block &m_to;
    std::size_t m_width;
    std::vector<Columns::Glance> m_all;

    std::vector<NodeIndex> nodes() const
    {
        std::vector<NodeIndex> list;
        list.reserve(m_from.members.size());
        for (const Block::Member &member : m_from.members)
            list.push_back(member.sender.node);
        return list;
    }
};

} // namespace netdraft::model
