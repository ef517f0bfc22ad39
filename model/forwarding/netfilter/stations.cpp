#include "model/forwarding/netfilter/hooks.h"

#include <algorithm>

namespace netdraft::model::netfilter {

namespace {

/// Whether what a rule does makes the kernel track connections (nf_ct_netns_get).
template <typename T>
inline constexpr bool tracksConnections =
    std::is_same_v<T, Masquerade> || std::is_same_v<T, Redirect> || std::is_same_v<T, Snat> ||
    std::is_same_v<T, Dnat> || std::is_same_v<T, Netmap> || std::is_same_v<T, Notrack> ||
    std::is_same_v<T, SetConnmark>;

/// The same of the whole rule (the checkentry functions).
bool needsConntrack(const Rule &rule)
{
    const auto asks = [](const Match &match) {
        const auto *mark = std::get_if<MarkMatch>(&match);
        return std::holds_alternative<ConntrackMatch>(match) || (mark && mark->ofConnection);
    };
    const bool acts =
        std::visit([](const auto &target) { return tracksConnections<std::decay_t<decltype(target)>>; }, rule.target);
    return acts || std::ranges::any_of(rule.matches, asks);
}

bool needsConntrack(const nft::Rule &rule)
{
    return std::ranges::any_of(rule.statements, [](const nft::Statement &statement) {
        if (const auto *comparison = std::get_if<nft::Comparison>(&statement))
            return comparison->key == nft::Key::CtState || comparison->key == nft::Key::CtStatus ||
                   comparison->key == nft::Key::CtMark;
        return std::visit([](const auto &each) { return tracksConnections<std::decay_t<decltype(each)>>; }, statement);
    });
}

} // namespace

Hooks::Hooks(const Netns &netns) : m_netns(netns)
{
    for (const Table &table : netns.ruleset.tables)
        prepare(table);
    for (const nft::Table &table : netns.ruleset.nft)
        prepare(table);
    const auto order = [](const Station &station) {
        return std::pair(station.base.priority, -std::int64_t{station.registered.number});
    };
    for (FamilyHooks &hooks : m_families) {
        for (std::size_t i = 0; i < hookCount; ++i) {
            std::ranges::stable_sort(hooks.filter[i], {}, order);
            std::ranges::stable_sort(hooks.nat[i], {}, order);
        }
    }
}

void Hooks::prepare(const Table &table)
{
    FamilyHooks &hooks = at(table.family);
    for (const Chain &chain : table.chains) {
        hooks.tracks =
            hooks.tracks || std::ranges::any_of(chain.rules, [](const Rule &rule) { return needsConntrack(rule); });
        if (chain.base)
            add(hooks, {*chain.base, chain.registered, &table, &chain});
    }
}

void Hooks::prepare(const nft::Table &table)
{
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        if (!nft::sees(table.name.family, family))
            continue;
        FamilyHooks &hooks = at(family);
        for (const nft::Chain &chain : table.chains) {
            hooks.tracks = hooks.tracks ||
                           std::ranges::any_of(chain.rules, [](const nft::Rule &rule) { return needsConntrack(rule); });
            if (chain.base)
                add(hooks, {*chain.base, chain.registered, nullptr, nullptr, &table, &chain});
        }
    }
}

void Hooks::add(FamilyHooks &hooks, const Station &station)
{
    const bool nat = station.base.type == BaseChain::Type::Nat;
    hooks.nats = hooks.nats || nat;
    (nat ? hooks.nat : hooks.filter)[static_cast<std::size_t>(station.base.hook)].push_back(station);
}

} // namespace netdraft::model::netfilter
