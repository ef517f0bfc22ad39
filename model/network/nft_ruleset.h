#pragma once

#include "model/network/base_chain.h"
#include "model/network/nft_statement.h"

#include <optional>
#include <string_view>

namespace netdraft::model::nft {

/// The family of a table; `inet` sees the packets of both.
enum class TableFamily : std::uint8_t { Ip, Ip6, Inet };

/// Whether a table of the family sees packets of this one.
constexpr bool sees(TableFamily table, Family packet)
{
    return table == TableFamily::Inet || (table == TableFamily::Ip) == (packet == Family::Ipv4);
}

/// By which commands name a rule, and lists a table and a chain, too. Which one it is depends on all that there was
/// before, so it makes no two things different.
struct Handle {
    std::uint64_t number = 0; ///< 0: the kernel is to give it one
    friend bool operator==(const Handle &, const Handle &) { return true; }
};

struct Rule {
    std::vector<Statement> statements;
    std::string comment;
    Handle handle = {};
    friend bool operator==(const Rule &, const Rule &) = default;
};

struct Chain {
    std::string name;
    std::optional<netfilter::BaseChain> base; ///< none: a chain that rules jump to
    bool drops = false;                       ///< the policy of a base chain is drop
    Handle handle = {};
    std::vector<Rule> rules;
    netfilter::Registration registered = {};
    friend bool operator==(const Chain &, const Chain &) = default;
};

struct TableName {
    TableFamily family = TableFamily::Ip;
    std::string table;
    friend bool operator==(const TableName &, const TableName &) = default;
};

struct Table {
    TableName name;
    Handle handle = {};
    std::vector<Chain> chains; ///< by age
    Handle lastHandle = {};    ///< that something in the table got (nf_tables_alloc_handle)

    const Chain *find(std::string_view chain) const;
    Chain *find(std::string_view chain);
    friend bool operator==(const Table &, const Table &) = default;
};

/// How many handles a rule takes: anonymous sets have their own.
std::uint64_t handlesOf(const Rule &rule);

std::string_view familyName(TableFamily family);

} // namespace netdraft::model::nft
