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
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        FamilyHooks &hooks = at(family);
        const auto asks = [](const auto &chain) {
            return std::ranges::any_of(chain.rules, [](const auto &rule) { return needsConntrack(rule); });
        };
        for (const Table &table : netns.ruleset.tables)
            hooks.tracks = hooks.tracks || (table.family == family && std::ranges::any_of(table.chains, asks));
        for (const nft::Table &table : netns.ruleset.nft)
            hooks.tracks =
                hooks.tracks || (nft::sees(table.name.family, family) && std::ranges::any_of(table.chains, asks));
    }
    for (const HookedChain &station : hookedChains(netns.ruleset)) {
        for (const Family family : {Family::Ipv4, Family::Ipv6}) {
            if (station.sees(family))
                add(at(family), station);
        }
    }
}

void Hooks::add(FamilyHooks &hooks, const HookedChain &station)
{
    const bool nat = station.base.type == BaseChain::Type::Nat;
    hooks.nats = hooks.nats || nat;
    (nat ? hooks.nat : hooks.filter)[static_cast<std::size_t>(station.base.hook)].push_back(station);
}

} // namespace netdraft::model::netfilter
