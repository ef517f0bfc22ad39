#pragma once

#include "model/network/ruleset.h"

namespace netdraft::model::netfilter {

// Edits of the rules of iptables and ip6tables: one for each thing that one call of them does.

/// `iptables -A CHAIN …`, `iptables -I CHAIN NUMBER …`
struct AddRule {
    std::string netns;
    ChainName chain;
    Rule rule;
    std::optional<int> before = std::nullopt; ///< the number that it gets; none: it comes last
    friend bool operator==(const AddRule &, const AddRule &) = default;
};
/// `iptables -D CHAIN NUMBER`, `iptables -D CHAIN …`: the first rule that is the same.
struct RemoveRule {
    std::string netns;
    ChainName chain;
    std::variant<int, Rule> which;
    friend bool operator==(const RemoveRule &, const RemoveRule &) = default;
};
/// `iptables -R CHAIN NUMBER …`
struct ReplaceRule {
    std::string netns;
    ChainName chain;
    int number = 1;
    Rule rule;
    friend bool operator==(const ReplaceRule &, const ReplaceRule &) = default;
};
/// `iptables -P CHAIN ACCEPT|DROP`
struct SetPolicy {
    std::string netns;
    ChainName chain;
    bool drops = false;
    Counted counted = {}; ///< with which the policy begins
    friend bool operator==(const SetPolicy &, const SetPolicy &) = default;
};
/// `iptables -N CHAIN`
struct AddChain {
    std::string netns;
    ChainName chain;
    friend bool operator==(const AddChain &, const AddChain &) = default;
};
/// `iptables -X [CHAIN]`: all of the table's that iptables may delete, where no chain is named.
struct RemoveChain {
    std::string netns;
    ChainName chain;
    friend bool operator==(const RemoveChain &, const RemoveChain &) = default;
};
/// `iptables -E CHAIN NEW`
struct RenameChain {
    std::string netns;
    ChainName chain;
    std::string newName;
    friend bool operator==(const RenameChain &, const RenameChain &) = default;
};
/// `iptables -F [CHAIN]`: all chains of the table, where none is named.
struct FlushChain {
    std::string netns;
    ChainName chain;
    friend bool operator==(const FlushChain &, const FlushChain &) = default;
};

/// `iptables -Z [CHAIN [NUMBER]]`: all chains of the table, where none is named; all rules and the policy of a chain.
struct ZeroCounters {
    std::string netns;
    ChainName chain;
    std::optional<int> number = std::nullopt;
    friend bool operator==(const ZeroCounters &, const ZeroCounters &) = default;
};

/// Packets have passed. No command says so: those that send packets do it.
struct CountPackets {
    std::string netns;
    CountedPackets counted;
    friend bool operator==(const CountPackets &, const CountPackets &) = default;
};

} // namespace netdraft::model::netfilter
