#pragma once

#include <cstddef>
#include <vector>

namespace netdraft::model {

/// What the kernel leaves to chance: the hash that picks a next hop, the first of several answers to ARP, a rule with a
/// probability. One run of a simulation takes the first alternative of each; next() then leads through all the others,
/// so that an answer is certain when every run gives it.
class Choices
{
public:
    /// One of 0 to count - 1. Asked in the same order, a run repeats itself.
    std::size_t pick(std::size_t count)
    {
        if (m_at == m_picks.size())
            m_picks.push_back({0, count});
        return m_picks[m_at++].chosen;
    }
    /// Whether anything was left to chance so far.
    bool any() const { return !m_picks.empty(); }
    /// Goes on to the next combination; false when there is none.
    bool next()
    {
        m_at = 0;
        while (!m_picks.empty()) {
            if (++m_picks.back().chosen < m_picks.back().count)
                return true;
            m_picks.pop_back();
        }
        return false;
    }

private:
    struct Pick {
        std::size_t chosen;
        std::size_t count;
    };
    std::vector<Pick> m_picks;
    std::size_t m_at = 0;
};

} // namespace netdraft::model
