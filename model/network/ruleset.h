#pragma once

#include "model/network/counted.h"
#include "model/network/nft_ruleset.h"
#include "model/network/rule_match.h"
#include "model/network/rule_target.h"

#include <map>
#include <span>

namespace netdraft::model::netfilter {

/// Whether a packet is a fragment: `-f` asks for those after the first, `! -f` for all others.
enum class FragmentMatch : std::uint8_t { Any, Later, NotLater };

struct Rule {
    std::optional<AddressMatch> source;
    std::optional<AddressMatch> destination;
    std::optional<InterfaceMatch> in;
    std::optional<InterfaceMatch> out;
    std::optional<ProtocolMatch> protocol;
    FragmentMatch fragment = FragmentMatch::Any;
    std::vector<Match> matches; ///< each `-m`, in the order given
    Target target;
    Counted counted = {};
    friend bool operator==(const Rule &, const Rule &) = default;
};

struct Chain {
    std::string name;
    std::optional<BaseChain> base; ///< none: a user's chain, which rules jump to
    bool drops = false;            ///< the policy of a base chain is DROP
    std::vector<Rule> rules;
    Registration registered = {}; ///< of a base chain
    PolicyCounted counted = {};   ///< of a base chain of iptables
    friend bool operator==(const Chain &, const Chain &) = default;
};

struct Table {
    Family family = Family::Ipv4;
    std::string name;
    /// Those of iptables that something was written to, in its order, then the user's by age.
    std::vector<Chain> chains;

    const Chain *find(std::string_view chain) const;
    Chain *find(std::string_view chain);
    /// The chain; made if it is not there and iptables has one of that name. Else null.
    Chain *make(std::string_view chain);
    friend bool operator==(const Table &, const Table &) = default;
};

/// The tables of a namespace. The kernel has only those tables and built-in chains that something was written to; no
/// packet passes any other.
struct Ruleset {
    std::vector<Table> tables;        ///< of iptables, ordered by family and builtinTables()
    std::vector<nft::Table> nft;      ///< by age
    nft::Handle lastTableHandle = {}; ///< of a table of nft or of iptables

    const Table *find(Family family, std::string_view table) const;
    Table *find(Family family, std::string_view table);
    /// The table, made if it is not there; null if iptables has none of that name.
    Table *make(Family family, std::string_view table);
    const nft::Table *find(const nft::TableName &name) const;
    nft::Table *find(const nft::TableName &name);
    /// Numbers the base chains that are new, as the kernel registers them.
    void registerChains();
    bool empty() const { return tables.empty() && nft.empty(); }
    friend bool operator==(const Ruleset &, const Ruleset &) = default;
};

/// What counts packets.
struct CountingPlace {
    Family family = Family::Ipv4;
    std::string table;
    std::string chain;
    int number = 0; ///< of the rule; 0: the policy
    /// Of a rule of nft: the family of its table, and which of its statements counts.
    std::optional<nft::TableFamily> nft = std::nullopt;
    std::size_t statement = 0;
    friend auto operator<=>(const CountingPlace &, const CountingPlace &) = default;
};
using CountedPackets = std::map<CountingPlace, Counted>;

/// Whether two rulesets that are equal have counted the same, too.
bool sameCounts(const Ruleset &a, const Ruleset &b);
/// Rules and policies of `to` that `from` has, too, count on from there.
void takeCounts(const Ruleset &from, Ruleset &to);

/// A chain that iptables has by itself.
struct BuiltinChain {
    std::string_view name;
    BaseChain base;
};
struct BuiltinTable {
    std::string_view name;
    std::span<const BuiltinChain> chains;
};
/// The tables that iptables has, in the order of `iptables-save`. `security`, which no lab uses, is not simulated.
std::span<const BuiltinTable> builtinTables();
/// Null when there is none of that name.
const BuiltinTable *builtinTable(std::string_view table);
const BuiltinChain *builtinChain(std::string_view table, std::string_view chain);

/// A list of rules, by name.
struct ChainName {
    Family family = Family::Ipv4;
    std::string table;
    std::string chain;
    friend bool operator==(const ChainName &, const ChainName &) = default;
};

} // namespace netdraft::model::netfilter
