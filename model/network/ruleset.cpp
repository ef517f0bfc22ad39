#include "model/network/ruleset.h"

#include <algorithm>
#include <array>

namespace netdraft::model::netfilter {

namespace {

using Type = BaseChain::Type;

// NF_IP_PRI_*
constexpr int raw = -300;
constexpr int mangle = -150;
constexpr int natDestination = -100;
constexpr int filter = 0;
constexpr int natSource = 100;

constexpr std::array mangleChains{
    BuiltinChain{"PREROUTING", {Type::Filter, Hook::Prerouting, mangle}},
    BuiltinChain{"INPUT", {Type::Filter, Hook::Input, mangle}},
    BuiltinChain{"FORWARD", {Type::Filter, Hook::Forward, mangle}},
    BuiltinChain{"OUTPUT", {Type::Route, Hook::Output, mangle}},
    BuiltinChain{"POSTROUTING", {Type::Filter, Hook::Postrouting, mangle}},
};
constexpr std::array rawChains{
    BuiltinChain{"PREROUTING", {Type::Filter, Hook::Prerouting, raw}},
    BuiltinChain{"OUTPUT", {Type::Filter, Hook::Output, raw}},
};
constexpr std::array filterChains{
    BuiltinChain{"INPUT", {Type::Filter, Hook::Input, filter}},
    BuiltinChain{"FORWARD", {Type::Filter, Hook::Forward, filter}},
    BuiltinChain{"OUTPUT", {Type::Filter, Hook::Output, filter}},
};
constexpr std::array natChains{
    BuiltinChain{"PREROUTING", {Type::Nat, Hook::Prerouting, natDestination}},
    BuiltinChain{"INPUT", {Type::Nat, Hook::Input, natSource}},
    BuiltinChain{"OUTPUT", {Type::Nat, Hook::Output, natDestination}},
    BuiltinChain{"POSTROUTING", {Type::Nat, Hook::Postrouting, natSource}},
};
constexpr std::array tables{
    BuiltinTable{"mangle", mangleChains},
    BuiltinTable{"raw", rawChains},
    BuiltinTable{"filter", filterChains},
    BuiltinTable{"nat", natChains},
};

bool isSame(const Counted &a, const Counted &b)
{
    return a.packets == b.packets && a.bytes == b.bytes;
}

bool haveSameCounts(const Chain &a, const Chain &b)
{
    return a.counted.on == b.counted.on && isSame(a.counted, b.counted) &&
           std::ranges::equal(a.rules, b.rules, isSame, &Rule::counted, &Rule::counted);
}

bool haveSameCounts(const nft::Rule &a, const nft::Rule &b)
{
    return std::ranges::equal(a.statements, b.statements, [](const nft::Statement &one, const nft::Statement &other) {
        const auto *counter = std::get_if<nft::Counter>(&one);
        return !counter || isSame(counter->counted, std::get<nft::Counter>(other).counted);
    });
}

bool haveSameCounts(const nft::Chain &a, const nft::Chain &b)
{
    return std::ranges::equal(a.rules, b.rules,
                              [](const nft::Rule &one, const nft::Rule &other) { return haveSameCounts(one, other); });
}

bool haveSameCounts(const auto &chainsOfA, const auto &chainsOfB)
{
    return std::ranges::equal(chainsOfA.chains, chainsOfB.chains,
                              [](const auto &one, const auto &other) { return haveSameCounts(one, other); });
}

void takeCounts(const Rule &from, Rule &to)
{
    to.counted = from.counted;
}

void takeCounts(const nft::Rule &from, nft::Rule &to)
{
    for (std::size_t i = 0; i < to.statements.size(); ++i) {
        if (auto *counter = std::get_if<nft::Counter>(&to.statements[i]))
            counter->counted = std::get<nft::Counter>(from.statements[i]).counted;
    }
}

/// Of rules that are alike, the first counts on from the first.
void takeCounts(const auto &from, auto &to)
    requires requires { from.rules; }
{
    if constexpr (requires { to.counted; }) {
        if (to.counted.on && from.counted.on)
            to.counted = from.counted;
    }
    auto next = from.rules.begin();
    for (auto &rule : to.rules) {
        const auto found = std::find(next, from.rules.end(), rule);
        if (found == from.rules.end())
            continue;
        takeCounts(*found, rule);
        next = std::next(found);
    }
}

std::pair<Family, std::ptrdiff_t> rank(Family family, std::string_view table)
{
    return {family, std::ranges::find(tables, table, &BuiltinTable::name) - tables.begin()};
}

} // namespace

const Chain *Table::find(std::string_view chain) const
{
    const auto found = std::ranges::find(chains, chain, &Chain::name);
    return found == chains.end() ? nullptr : &*found;
}

Chain *Table::find(std::string_view chain)
{
    return const_cast<Chain *>(std::as_const(*this).find(chain));
}

Chain *Table::make(std::string_view chain)
{
    if (Chain *found = find(chain))
        return found;
    const BuiltinTable *builtin = builtinTable(name);
    const BuiltinChain *wanted = builtinChain(name, chain);
    if (!wanted)
        return nullptr;
    auto place = chains.begin();
    for (const BuiltinChain *each = builtin->chains.data(); each != wanted; ++each) {
        if (place != chains.end() && place->name == each->name)
            ++place;
    }
    return &*chains.insert(place, {std::string(chain), wanted->base, false, {}});
}

const Table *Ruleset::find(Family family, std::string_view table) const
{
    const auto found =
        std::ranges::find_if(tables, [&](const Table &each) { return each.family == family && each.name == table; });
    return found == tables.end() ? nullptr : &*found;
}

Table *Ruleset::find(Family family, std::string_view table)
{
    return const_cast<Table *>(std::as_const(*this).find(family, table));
}

Table *Ruleset::make(Family family, std::string_view table)
{
    if (!builtinTable(table))
        return nullptr;
    const auto place = std::ranges::lower_bound(tables, rank(family, table), {},
                                                [](const Table &each) { return rank(each.family, each.name); });
    if (place != tables.end() && place->family == family && place->name == table)
        return &*place;
    ++lastTableHandle.number;
    return &*tables.insert(place, {family, std::string(table), {}});
}

const nft::Table *Ruleset::find(const nft::TableName &name) const
{
    const auto found = std::ranges::find(nft, name, &nft::Table::name);
    return found == nft.end() ? nullptr : &*found;
}

nft::Table *Ruleset::find(const nft::TableName &name)
{
    return const_cast<nft::Table *>(std::as_const(*this).find(name));
}

void Ruleset::registerChains()
{
    std::uint32_t last = 0;
    const auto each = [&](auto visit) {
        for (Table &table : tables)
            std::ranges::for_each(table.chains, visit);
        for (nft::Table &table : nft)
            std::ranges::for_each(table.chains, visit);
    };
    each([&](const auto &chain) { last = std::max(last, chain.registered.number); });
    each([&](auto &chain) {
        if (chain.base && chain.registered.number == 0)
            chain.registered.number = ++last;
    });
}

std::span<const BuiltinTable> builtinTables()
{
    return tables;
}

const BuiltinTable *builtinTable(std::string_view table)
{
    const auto found = std::ranges::find(tables, table, &BuiltinTable::name);
    return found == tables.end() ? nullptr : &*found;
}

const BuiltinChain *builtinChain(std::string_view table, std::string_view chain)
{
    const BuiltinTable *builtin = builtinTable(table);
    if (!builtin)
        return nullptr;
    const auto found = std::ranges::find(builtin->chains, chain, &BuiltinChain::name);
    return found == builtin->chains.end() ? nullptr : &*found;
}

bool sameCounts(const Ruleset &a, const Ruleset &b)
{
    const auto same = [](const auto &one, const auto &other) { return haveSameCounts(one, other); };
    return std::ranges::equal(a.tables, b.tables, same) && std::ranges::equal(a.nft, b.nft, same);
}

void takeCounts(const Ruleset &from, Ruleset &to)
{
    const auto take = [](const auto &table, auto &other) {
        for (auto &chain : other.chains) {
            if (const auto *same = table.find(chain.name))
                takeCounts(*same, chain);
        }
    };
    for (Table &table : to.tables) {
        if (const Table *same = from.find(table.family, table.name))
            take(*same, table);
    }
    for (nft::Table &table : to.nft) {
        if (const nft::Table *same = from.find(table.name))
            take(*same, table);
    }
}

} // namespace netdraft::model::netfilter
