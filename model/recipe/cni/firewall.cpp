#include "model/recipe/cni/chains.h"
#include "model/recipe/cni/plugin.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

const std::string filterTable = "filter";
const std::string forwardChain = "CNI-FORWARD";

struct FirewallConf {
    NetConf net;
    std::string backend;
    std::string adminChain;
    std::string zone;
    std::string ingressPolicy;
    std::optional<Result100> previous;
};

Expected<FirewallConf> readFirewall(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "FirewallNetConf", error);
    FirewallConf conf{NetConf(fields), {}, {}, {}, {}, std::nullopt};
    fields.read("backend", conf.backend);
    fields.read("iptablesAdminChainName", conf.adminChain);
    fields.read("firewalldZone", conf.zone);
    fields.read("ingressPolicy", conf.ingressPolicy);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    if (conf.adminChain.empty())
        conf.adminChain = "CNI-ADMIN";
    if (conf.net.previous) {
        auto result = conf.net.previousResult();
        if (!result)
            return failed("could not parse prevResult: " + result.error().message);
        conf.previous = *std::move(result);
        for (IpConfig &ip : conf.previous->ips)
            ip.version.reset(); // it is converted, not handed on
    }
    return conf;
}

Expected<void> checkBackend(const FirewallConf &conf)
{
    if (conf.backend == "firewalld")
        return notSimulatedHere("firewalld");
    return {};
}

/// The rules for the addresses of one family.
std::vector<RuleWords> rulesFor(const Result100 &result, Family family)
{
    std::vector<RuleWords> rules;
    for (const IpConfig &ip : result.ips) {
        const IpAddress &address = ip.address.address;
        if (address.family() != family)
            continue;
        const std::string host = Prefix::host(address).toString();
        rules.push_back({"-d", host, "-m", "conntrack", "--ctstate", "RELATED,ESTABLISHED", "-j", "ACCEPT"});
        rules.push_back({"-s", host, "-j", "ACCEPT"});
    }
    return rules;
}

RuleWords jumpToOwn()
{
    return {"-m", "comment", "--comment", "CNI firewall plugin rules", "-j", forwardChain};
}

RuleWords jumpToAdmin(const std::string &chain)
{
    return {"-m", "comment", "--comment", "CNI firewall plugin admin overrides", "-j", chain};
}

Expected<void> addRules(Host &host, const FirewallConf &conf, Family family)
{
    const std::vector<RuleWords> rules = rulesFor(*conf.previous, family);
    if (rules.empty())
        return {};
    for (const std::string &chain : {forwardChain, conf.adminChain})
        if (auto made = ensureChain(host, family, filterTable, chain); !made)
            return made;
    if (auto made = ensureRule(host, family, filterTable, "FORWARD", jumpToOwn(), At::Beginning); !made)
        return made;
    if (auto made = ensureRule(host, family, filterTable, forwardChain, jumpToAdmin(conf.adminChain), At::Beginning);
        !made)
        return made;
    for (const RuleWords &rule : rules)
        if (auto made = ensureRule(host, family, filterTable, forwardChain, rule); !made)
            return made;
    return {};
}

/// Lets only what comes from the same bridge into it.
Expected<void> isolate(Host &host, Family family, const std::string &bridge)
{
    const std::string first = "CNI-ISOLATION-STAGE-1";
    const std::string second = "CNI-ISOLATION-STAGE-2";
    const RuleWords comment{"-m", "comment", "--comment", "CNI firewall plugin rules (ingressPolicy: same-bridge)"};
    for (const std::string &chain : {first, second})
        if (auto made = ensureChain(host, family, filterTable, chain); !made)
            return made;
    struct Step {
        std::string chain;
        RuleWords rule;
        At at;
    };
    const Step steps[] = {{"FORWARD", {"-j", first}, At::Beginning},
                          {first, {"-i", bridge, "!", "-o", bridge, "-j", second}, At::Beginning},
                          {first, {"-j", "RETURN"}, At::End},
                          {second, {"-o", bridge, "-j", "DROP"}, At::Beginning},
                          {second, {"-j", "RETURN"}, At::End}};
    for (const Step &step : steps) {
        RuleWords rule = step.rule;
        rule.insert(rule.end(), comment.begin(), comment.end());
        if (auto made = ensureRule(host, family, filterTable, step.chain, rule, step.at); !made)
            return made;
    }
    return {};
}

Expected<void> setIngressPolicy(Host &host, const FirewallConf &conf)
{
    if (conf.ingressPolicy.empty() || conf.ingressPolicy == "open")
        return {};
    if (conf.ingressPolicy != "same-bridge")
        return failed("unknown ingress policy: " + goQuoted(conf.ingressPolicy));
    if (conf.previous->interfaces.empty())
        return failed(fmt::format("interface needs to be set for ingress policy {}, make sure to chain \"firewall\" "
                                  "plugin with \"bridge\"",
                                  goQuoted(conf.ingressPolicy)));
    const std::string &bridge = conf.previous->interfaces.front().name;
    if (bridge.empty())
        return failed("got empty bridge name");
    for (const IpConfig &ip : conf.previous->ips)
        if (auto done = isolate(host, ip.address.address.family(), bridge); !done)
            return done;
    return {};
}

Expected<std::string> firewallAdd(Call &call)
{
    const auto conf = readFirewall(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->previous)
        return failed("missing prevResult from earlier plugin");
    if (auto known = checkBackend(*conf); !known)
        return std::unexpected(known.error());
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        if (auto done = addRules(call.host, *conf, family); !done)
            return std::unexpected(done.error());
    if (auto done = setIngressPolicy(call.host, *conf); !done)
        return std::unexpected(done.error());
    return printed(*conf->previous, conf->net.version);
}

Expected<void> checkRules(Host &host, const FirewallConf &conf, Family family)
{
    const std::vector<RuleWords> rules = rulesFor(*conf.previous, family);
    if (rules.empty())
        return {};
    for (const std::string &chain : {forwardChain, conf.adminChain})
        if (auto made = ensureChain(host, family, filterTable, chain); !made)
            return made;
    const auto expect = [&](const std::string &chain, const RuleWords &rule, bool named) -> Expected<void> {
        const auto isThere = hasRule(host, family, filterTable, chain, rule);
        if (!isThere)
            return std::unexpected(isThere.error());
        if (!*isThere)
            return failed(fmt::format("expected {}rule [{}] not found", named ? chain + ' ' : std::string(),
                                      fmt::join(rule, " ")));
        return {};
    };
    if (auto found = expect("FORWARD", jumpToOwn(), true); !found)
        return found;
    if (auto found = expect(forwardChain, jumpToAdmin(conf.adminChain), true); !found)
        return found;
    for (const RuleWords &rule : rules)
        if (auto found = expect(forwardChain, rule, false); !found)
            return found;
    return {};
}

Expected<void> firewallCheck(Call &call)
{
    const auto conf = readFirewall(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->previous)
        return failed("missing prevResult from earlier plugin");
    if (auto known = checkBackend(*conf); !known)
        return known;
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        if (auto done = checkRules(call.host, *conf, family); !done)
            return done;
    return {};
}

Expected<void> firewallDel(Call &call)
{
    const auto conf = readFirewall(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (auto known = checkBackend(*conf); !known)
        return known;
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        for (const RuleWords &rule : conf->previous ? rulesFor(*conf->previous, family) : std::vector<RuleWords>())
            call.host.tryIptables(family, joined({"-t", filterTable, "-D", forwardChain}, rule));
    const std::string &policy = conf->ingressPolicy;
    if (!policy.empty() && policy != "open" && policy != "same-bridge")
        return failed("unknown ingress policy: " + goQuoted(policy));
    return {};
}

} // namespace

const Plugin firewallPlugin{"firewall", "0.4.0", firewallAdd, firewallCheck, firewallDel};

} // namespace netdraft::model::cni
