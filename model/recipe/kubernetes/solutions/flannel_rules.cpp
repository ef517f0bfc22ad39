#include "model/recipe/cni/chains.h"
#include "model/recipe/kubernetes/solutions/flannel.h"

namespace netdraft::model::kubernetes::flannel {

namespace {

struct ChainRule {
    std::string table;
    std::string chain;
    cni::RuleWords rule;
};

/// As pkg/trafficmngr/iptables has them.
std::vector<ChainRule> masqueradeRules(const Prefix &network, const Prefix &subnet)
{
    const std::string all = network.toString();
    const std::string own = subnet.toString();
    const auto inChain = [](cni::RuleWords words, std::initializer_list<std::string_view> target) {
        words.insert(words.end(), {"-m", "comment", "--comment", "flanneld masq"});
        words.insert(words.end(), target.begin(), target.end());
        return ChainRule{"nat", "FLANNEL-POSTRTG", std::move(words)};
    };
    return {{"nat", "POSTROUTING", {"-m", "comment", "--comment", "flanneld masq", "-j", "FLANNEL-POSTRTG"}},
            inChain({"-m", "mark", "--mark", "0x4000/0x4000"}, {"-j", "RETURN"}),
            inChain({"-s", own, "-d", all}, {"-j", "RETURN"}),
            inChain({"-s", all, "-d", own}, {"-j", "RETURN"}),
            inChain({"!", "-s", all, "-d", own}, {"-j", "RETURN"}),
            inChain({"-s", all, "!", "-d", "224.0.0.0/4"}, {"-j", "MASQUERADE", "--random-fully"}),
            inChain({"!", "-s", all, "-d", all}, {"-j", "MASQUERADE", "--random-fully"})};
}

std::vector<ChainRule> forwardRules(const Prefix &network)
{
    const cni::RuleWords comment{"-m", "comment", "--comment", "flanneld forward"};
    const auto accept = [&](std::string_view end) {
        cni::RuleWords words = cni::joined({end, network.toString()}, comment);
        words.insert(words.end(), {"-j", "ACCEPT"});
        return ChainRule{"filter", "FLANNEL-FWD", std::move(words)};
    };
    cni::RuleWords jump = comment;
    jump.insert(jump.end(), {"-j", "FLANNEL-FWD"});
    return {{"filter", "FORWARD", std::move(jump)}, accept("-s"), accept("-d")};
}

cni::Expected<void> ensureAll(cni::Host &host, const std::string &chain, const std::vector<ChainRule> &rules)
{
    if (auto made = cni::ensureChain(host, Family::Ipv4, rules.front().table, chain); !made)
        return made;
    for (const ChainRule &one : rules)
        if (auto made = cni::ensureRule(host, Family::Ipv4, one.table, one.chain, one.rule); !made)
            return made;
    return {};
}

/// The chains stay, empty.
cni::Expected<void> removeAll(cni::Host &host, const std::string &chain, const std::vector<ChainRule> &rules)
{
    if (!cni::hasChain(host, Family::Ipv4, rules.front().table, chain))
        return {};
    for (const ChainRule &one : rules) {
        const auto isThere = cni::hasRule(host, Family::Ipv4, one.table, one.chain, one.rule);
        if (!isThere)
            return std::unexpected(isThere.error());
        if (!*isThere)
            continue;
        if (auto gone = host.iptables(Family::Ipv4, cni::joined({"-t", one.table, "-D", one.chain}, one.rule)); !gone)
            return gone;
    }
    return {};
}

} // namespace

cni::Expected<void> ensureMasquerade(cni::Host &host, const Prefix &network, const Prefix &subnet)
{
    return ensureAll(host, "FLANNEL-POSTRTG", masqueradeRules(network, subnet));
}

cni::Expected<void> ensureForward(cni::Host &host, const Prefix &network)
{
    return ensureAll(host, "FLANNEL-FWD", forwardRules(network));
}

cni::Expected<void> removeMasquerade(cni::Host &host, const Prefix &network, const Prefix &subnet)
{
    return removeAll(host, "FLANNEL-POSTRTG", masqueradeRules(network, subnet));
}

cni::Expected<void> removeForward(cni::Host &host, const Prefix &network)
{
    return removeAll(host, "FLANNEL-FWD", forwardRules(network));
}

} // namespace netdraft::model::kubernetes::flannel
