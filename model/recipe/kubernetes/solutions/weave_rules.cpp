#include "model/recipe/cni/chains.h"
#include "model/recipe/kubernetes/solutions/weave.h"

#include <algorithm>

namespace netdraft::model::kubernetes::weave {

namespace {

constexpr std::string_view filter = "filter";

/// These in this order at the top of FORWARD, when one of them is not there (ensureRulesAtTop).
cni::Expected<void> ensureAtTop(cni::Host &host, const std::vector<cni::RuleWords> &rules)
{
    const std::string table(filter);
    std::vector<bool> there;
    for (const cni::RuleWords &rule : rules) {
        const auto isThere = cni::hasRule(host, Family::Ipv4, table, "FORWARD", rule);
        if (!isThere)
            return std::unexpected(isThere.error());
        there.push_back(*isThere);
    }
    if (std::ranges::find(there, false) == there.end())
        return {};
    for (std::size_t at = 0; at < rules.size(); ++at)
        if (there[at])
            if (auto gone = host.iptables(Family::Ipv4, cni::joined({"-D", "FORWARD"}, rules[at])); !gone)
                return gone;
    for (std::size_t at = 0; at < rules.size(); ++at)
        if (auto put = host.iptables(Family::Ipv4, cni::joined({"-I", "FORWARD", std::to_string(at + 1)}, rules[at]));
            !put)
            return put;
    return {};
}

} // namespace

cni::Expected<void> ensureRules(cni::Host &host, bool npc)
{
    const std::string table(filter);
    const cni::RuleWords control{
        "-p",        "tcp",        "-d",        "127.0.0.1",
        "--dport",   "6784",       "-m",        "addrtype",
        "!",         "--src-type", "LOCAL",     "-m",
        "conntrack", "!",          "--ctstate", "RELATED,ESTABLISHED",
        "-m",        "comment",    "--comment", "Block non-local access to Weave Net control port",
        "-j",        "DROP"};
    if (auto made = cni::ensureRule(host, Family::Ipv4, table, "INPUT", control); !made)
        return made;
    std::vector<cni::RuleWords> forward;
    if (npc) {
        for (const char *chain : {"WEAVE-NPC", "WEAVE-NPC-EGRESS"})
            if (auto made = cni::ensureChain(host, Family::Ipv4, table, chain); !made)
                return made;
        if (auto made = cni::ensureRule(host, Family::Ipv4, table, "INPUT", {"-i", bridge, "-j", "WEAVE-NPC-EGRESS"});
            !made)
            return made;
        const std::string note = "NOTE: this must go before '-j KUBE-FORWARD'";
        forward.push_back({"-i", bridge, "-m", "comment", "--comment", note, "-j", "WEAVE-NPC-EGRESS"});
        forward.push_back({"-o", bridge, "-m", "comment", "--comment", note, "-j", "WEAVE-NPC"});
        forward.push_back({"-o", bridge, "-j", "DROP"});
    } else {
        if (auto made = cni::ensureChain(host, Family::Ipv4, table, "WEAVE-EXPOSE"); !made)
            return made;
        forward.push_back({"-i", bridge, "-o", bridge, "-j", "ACCEPT"});
        forward.push_back({"-o", bridge, "-j", "WEAVE-EXPOSE"});
    }
    forward.push_back({"-i", bridge, "!", "-o", bridge, "-j", "ACCEPT"});
    forward.push_back({"-o", bridge, "-m", "conntrack", "--ctstate", "RELATED,ESTABLISHED", "-j", "ACCEPT"});
    if (auto put = ensureAtTop(host, forward); !put)
        return put;
    if (auto made = cni::ensureChain(host, Family::Ipv4, "nat", "WEAVE"); !made)
        return made;
    return cni::ensureRule(host, Family::Ipv4, "nat", "POSTROUTING", {"-j", "WEAVE"});
}

cni::Expected<void> ensureNat(cni::Host &host, std::span<const Prefix> own,
                              const std::optional<InterfaceAddress> &exposed)
{
    std::vector<cni::RuleWords> rules;
    for (const Prefix &block : own)
        rules.push_back({"-d", block.toString(), "-m", "comment", "--comment",
                         "Prevent SNAT to locally running containers", "-j", "RETURN"});
    if (exposed) {
        const std::string cidr = exposed->toString();
        rules.push_back({"-s", cidr, "-d", "224.0.0.0/4", "-j", "RETURN"});
        rules.push_back({"-d", cidr, "!", "-s", cidr, "-j", "MASQUERADE"});
        rules.push_back({"-s", cidr, "!", "-d", cidr, "-j", "MASQUERADE"});
    }
    return ensureChainHolds(host, "nat", "WEAVE", rules);
}

cni::Expected<void> ensureExposed(cni::Host &host, const InterfaceAddress &exposed)
{
    return cni::ensureRule(host, Family::Ipv4, std::string(filter), "WEAVE-EXPOSE",
                           {"-d", exposed.toString(), "-j", "ACCEPT"});
}

} // namespace netdraft::model::kubernetes::weave
