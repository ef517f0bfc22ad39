#pragma once

#include "model/network/base_chain.h"

#include <functional>
#include <map>
#include <string_view>

namespace netdraft::model {

/// Goes the ways that packets can go from a base chain by jumps (nft_chain_validate), for iptables and for nft: each
/// has chains of its own.
template <typename Chain>
class ChainWalk
{
public:
    using GoOn = std::function<std::string_view(const Chain &next)>;
    /// Says what the kernel complains of in one chain, empty if of nothing, and calls `goOn` for every chain that its
    /// rules jump to.
    using Look = std::function<std::string_view(const Chain &chain, const GoOn &goOn)>;

    explicit ChainWalk(Look look) : m_look(std::move(look)) {}

    /// The first complaint on the ways from here; empty if there is none.
    std::string_view visit(const Chain &chain, int depth = 0)
    {
        if (depth == netfilter::jumpStackSize)
            return "Too many links";
        const auto [seen, fresh] = m_deepest.try_emplace(&chain, depth);
        if (!fresh && seen->second >= depth)
            return {};
        seen->second = depth;
        return m_look(chain, [&](const Chain &next) { return visit(next, depth + 1); });
    }

private:
    Look m_look;
    std::map<const Chain *, int> m_deepest;
};

} // namespace netdraft::model
