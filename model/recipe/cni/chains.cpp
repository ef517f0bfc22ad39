#include "model/recipe/cni/chains.h"

#include "model/recipe/sha2.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

constexpr std::size_t longestChain = 28;
constexpr std::string_view nat = "nat";

} // namespace

RuleWords joined(std::initializer_list<std::string_view> first, const RuleWords &then)
{
    RuleWords words(first.begin(), first.end());
    words.insert(words.end(), then.begin(), then.end());
    return words;
}

std::string chainName(const std::string &network, const std::string &container, std::string_view prefix)
{
    return ("CNI-" + std::string(prefix) + sha512(network + container)).substr(0, longestChain);
}

std::string chainComment(const std::string &network, const std::string &container)
{
    return fmt::format("name: {} id: {}", goQuoted(network), goQuoted(container));
}

bool hasChain(const Host &host, Family family, std::string_view table, std::string_view chain)
{
    const netfilter::Table *found = host.own().ruleset.find(family, table);
    return netfilter::builtinChain(table, chain) || (found && found->find(chain));
}

Expected<void> ensureChain(Host &host, Family family, const std::string &table, const std::string &chain)
{
    if (hasChain(host, family, table, chain))
        return {};
    return host.iptables(family, {"-t", table, "-N", chain});
}

Expected<bool> hasRule(Host &host, Family family, const std::string &table, const std::string &chain,
                       const RuleWords &rule)
{
    const Host::Ended ended = host.tryIptables(family, joined({"-t", table, "-C", chain}, rule));
    if (ended.isUnknown)
        return notSimulatedHere(ended.message);
    if (ended.status > 1)
        return failed(ended.line);
    return ended.status == 0;
}

Expected<void> ensureRule(Host &host, Family family, const std::string &table, const std::string &chain,
                          const RuleWords &rule, At at)
{
    const auto isThere = hasRule(host, family, table, chain, rule);
    if (!isThere)
        return std::unexpected(isThere.error());
    if (*isThere)
        return {};
    return host.iptables(family, at == At::End ? joined({"-t", table, "-A", chain}, rule)
                                               : joined({"-t", table, "-I", chain, "1"}, rule));
}

Expected<void> clearChain(Host &host, Family family, const std::string &table, const std::string &chain)
{
    if (!hasChain(host, family, table, chain))
        return host.iptables(family, {"-t", table, "-N", chain});
    return host.iptables(family, {"-t", table, "-F", chain});
}

Expected<void> masquerade(Host &host, const InterfaceAddress &address, const std::string &network,
                          const std::string &container)
{
    const Family family = address.address.family();
    const std::string table(nat);
    const std::string chain = chainName(network, container);
    const RuleWords comment{"-m", "comment", "--comment", chainComment(network, container)};
    const std::string multicast = family == Family::Ipv4 ? "224.0.0.0/4" : "ff00::/8";
    if (auto made = ensureChain(host, family, table, chain); !made)
        return made;
    const RuleWords own = joined({"-d", address.toString(), "-j", "ACCEPT"}, comment);
    if (auto made = ensureRule(host, family, table, chain, own); !made)
        return made;
    const RuleWords others = joined({"!", "-d", multicast, "-j", "MASQUERADE"}, comment);
    if (auto made = ensureRule(host, family, table, chain, others); !made)
        return made;
    return ensureRule(host, family, table, "POSTROUTING",
                      joined({"-s", address.address.toString(), "-j", chain}, comment));
}

Expected<void> endMasquerade(Host &host, const InterfaceAddress &address, const std::string &network,
                             const std::string &container)
{
    const Family family = address.address.family();
    const std::string table(nat);
    const std::string chain = chainName(network, container);
    const RuleWords comment{"-m", "comment", "--comment", chainComment(network, container)};
    // Each may be gone already; the second of the two is what older versions had.
    const auto gone = [](const Host::Ended &ended) { return ended.status == 0 || ended.saysNotThere(); };
    for (const std::string &source : {address.address.toString(), address.toString()}) {
        const auto ended =
            host.tryIptables(family, joined({"-t", table, "-D", "POSTROUTING", "-s", source, "-j", chain}, comment));
        if (!gone(ended) && hasChain(host, family, table, chain))
            return failed(ended.line);
    }
    if (auto cleared = clearChain(host, family, table, chain); !cleared)
        return cleared;
    return host.iptables(family, {"-t", table, "-X", chain});
}

} // namespace netdraft::model::cni
