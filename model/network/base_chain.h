#pragma once

#include <cstddef>
#include <cstdint>

namespace netdraft::model::netfilter {

/// Where rules look at packets (NF_INET_*).
enum class Hook : std::uint8_t { Prerouting, Input, Forward, Output, Postrouting };
inline constexpr std::size_t hookCount = 5;

/// How many jumps deep a packet follows (NFT_JUMP_STACK_SIZE).
inline constexpr int jumpStackSize = 16;

/// A chain that the kernel runs at a hook. Of several, the one with the smaller priority runs first.
struct BaseChain {
    enum class Type : std::uint8_t { Filter, Route, Nat };
    Type type = Type::Filter;
    Hook hook = Hook::Input;
    int priority = 0; ///< NF_IP_PRI_*
    friend bool operator==(const BaseChain &, const BaseChain &) = default;
};

/// Which of the base chains of a namespace was registered when: of two with the same priority, the later one runs first
/// (nf_hook_entries_grow). It is history, so it makes no two chains different.
struct Registration {
    std::uint32_t number = 0; ///< from 1; 0: not numbered yet
    friend bool operator==(const Registration &, const Registration &) { return true; }
};

} // namespace netdraft::model::netfilter
