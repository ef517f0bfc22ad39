#pragma once

#include "model/forwarding/netfilter/hooks.h"

#include <vector>

namespace netdraft::model::netfilter {

/// A rule that a packet was shown to; of number 0 the policy of a base chain at whose end it came.
struct AskedRule {
    RulePlace place;
    bool matched = false;
    friend bool operator==(const AskedRule &, const AskedRule &) = default;
};

/// Writes down which rules a hook asks about a packet, in order, for somebody who wants to see them.
class HookLog
{
public:
    const std::vector<AskedRule> &asked() const { return m_asked; }

    /// Returns where it stands in asked().
    std::size_t note(RulePlace place, bool matched)
    {
        m_asked.push_back({std::move(place), matched});
        return m_asked.size() - 1;
    }
    void setMatched(std::size_t at, bool matched) { m_asked[at].matched = matched; }

private:
    std::vector<AskedRule> m_asked;
};

} // namespace netdraft::model::netfilter
