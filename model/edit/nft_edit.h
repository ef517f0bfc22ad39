#pragma once

#include "model/network/nft_ruleset.h"

namespace netdraft::model::nft {

// What commands of nft do to the rules of a namespace.

struct ChainName {
    TableName table;
    std::string chain;
    friend bool operator==(const ChainName &, const ChainName &) = default;
};

/// `add table FAMILY TABLE`; `create` refuses one that is there.
struct AddTable {
    TableName table;
    bool create = false;
    Handle handle = {}; ///< of a saved table
    friend bool operator==(const AddTable &, const AddTable &) = default;
};
/// `delete table FAMILY TABLE`
struct RemoveTable {
    TableName table;
    friend bool operator==(const RemoveTable &, const RemoveTable &) = default;
};
/// `flush table FAMILY TABLE`: the rules of all its chains go.
struct FlushTable {
    TableName table;
    friend bool operator==(const FlushTable &, const FlushTable &) = default;
};
/// `add chain FAMILY TABLE CHAIN { type … hook … priority …; policy …; }`; of one that is there, the policy changes.
struct AddChain {
    ChainName chain;
    std::optional<netfilter::BaseChain> base = std::nullopt;
    std::optional<bool> drops = std::nullopt;
    bool create = false;
    Handle handle = {};
    friend bool operator==(const AddChain &, const AddChain &) = default;
};
/// `delete chain FAMILY TABLE CHAIN`
struct RemoveChain {
    ChainName chain;
    friend bool operator==(const RemoveChain &, const RemoveChain &) = default;
};
/// `flush chain FAMILY TABLE CHAIN`
struct FlushChain {
    ChainName chain;
    friend bool operator==(const FlushChain &, const FlushChain &) = default;
};
/// `rename chain FAMILY TABLE CHAIN NEW`
struct RenameChain {
    ChainName chain;
    std::string newName;
    friend bool operator==(const RenameChain &, const RenameChain &) = default;
};
/// Where a rule goes: beside another, which has a handle or a place counted from 0.
struct Beside {
    bool byIndex = false;
    std::uint64_t number = 0;
    friend bool operator==(const Beside &, const Beside &) = default;
};
/// `add rule FAMILY TABLE CHAIN [handle N | index N] …`; `insert` puts it first, or before the other.
struct AddRule {
    ChainName chain;
    Rule rule;
    bool insert = false;
    std::optional<Beside> beside = std::nullopt;
    friend bool operator==(const AddRule &, const AddRule &) = default;
};
/// `replace rule FAMILY TABLE CHAIN handle N …`
struct ReplaceRule {
    ChainName chain;
    std::uint64_t handle = 0;
    Rule rule;
    friend bool operator==(const ReplaceRule &, const ReplaceRule &) = default;
};
/// `delete rule FAMILY TABLE CHAIN handle N`
struct RemoveRule {
    ChainName chain;
    std::uint64_t handle = 0;
    friend bool operator==(const RemoveRule &, const RemoveRule &) = default;
};
/// `flush ruleset [FAMILY]`: all tables go, those of iptables among them.
struct FlushRuleset {
    std::optional<TableFamily> family = std::nullopt;
    friend bool operator==(const FlushRuleset &, const FlushRuleset &) = default;
};

using Change = std::variant<AddTable, RemoveTable, FlushTable, AddChain, RemoveChain, FlushChain, RenameChain, AddRule,
                            ReplaceRule, RemoveRule, FlushRuleset>;

/// The edit that a command of nft is.
struct ChangeRuleset {
    std::string netns;
    Change change;
    friend bool operator==(const ChangeRuleset &, const ChangeRuleset &) = default;
};

} // namespace netdraft::model::nft
