#include "model/forwarding/fib.h"
#include "model/recipe/cni/chains.h"
#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

const std::string natTable = "nat";
const std::string dnatChain = "CNI-HOSTPORT-DNAT";
const std::string markChain = "CNI-HOSTPORT-SETMARK";
const std::string masqueradeChain = "CNI-HOSTPORT-MASQ";

struct Mapping {
    int hostPort = 0;
    int containerPort = 0;
    std::string protocol;
    std::string hostAddress;
};

struct PortmapConf {
    NetConf net;
    bool snat = true;
    std::vector<std::string> conditions4 = {};
    std::vector<std::string> conditions6 = {};
    int markBit = 13;
    std::optional<std::string> externalMarkChain = std::nullopt;
    std::vector<Mapping> mappings = {};
    std::optional<Result100> previous = std::nullopt;
    std::optional<InterfaceAddress> container4 = std::nullopt;
    std::optional<InterfaceAddress> container6 = std::nullopt;
    std::string container = {};
};

/// The first address of each family that the container has.
void findAddresses(PortmapConf &conf, const std::string &ifName)
{
    for (const IpConfig &ip : conf.previous->ips) {
        auto &address = ip.address.address.isV4() ? conf.container4 : conf.container6;
        if (address)
            continue;
        const auto &interfaces = conf.previous->interfaces;
        if (ip.interface && *ip.interface >= 0 && static_cast<std::size_t>(*ip.interface) < interfaces.size()) {
            const Interface &interface = interfaces[static_cast<std::size_t>(*ip.interface)];
            if (interface.name != ifName || interface.sandbox.empty())
                continue;
        }
        address = ip.address;
    }
}

Expected<PortmapConf> readPortmap(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "PortMapConf", error);
    PortmapConf conf{.net = NetConf(fields)};
    std::optional<int> markBit;
    fields.read("snat", conf.snat);
    fields.read("conditionsV4", conf.conditions4);
    fields.read("conditionsV6", conf.conditions6);
    fields.read("markMasqBit", markBit);
    fields.read("externalSetMarkChain", conf.externalMarkChain);
    const GoFields runtime = fields.object("runtimeConfig", "");
    for (const GoFields &one : runtime.objects("portMappings", "PortMapEntry", "[]main.PortMapEntry")) {
        Mapping &mapping = conf.mappings.emplace_back();
        one.read("hostPort", mapping.hostPort);
        one.read("containerPort", mapping.containerPort);
        one.read("protocol", mapping.protocol);
        one.read("hostIP", mapping.hostAddress);
    }
    if (!error.empty())
        return failed("failed to parse network configuration: " + error);
    if (conf.net.previous) {
        auto result = conf.net.previousResult();
        if (!result)
            return failed("could not parse prevResult: " + result.error().message);
        conf.previous = *std::move(result);
    }
    if (markBit && conf.externalMarkChain)
        return failed("Cannot specify externalSetMarkChain and markMasqBit");
    constexpr int highestBit = 31;
    conf.markBit = markBit.value_or(conf.markBit);
    if (conf.markBit < 0 || conf.markBit > highestBit)
        return failed("MasqMarkBit must be between 0 and 31");
    for (const Mapping &mapping : conf.mappings) {
        if (mapping.containerPort <= 0)
            return failed(fmt::format("Invalid container port number: {}", mapping.containerPort));
        if (mapping.hostPort <= 0)
            return failed(fmt::format("Invalid host port number: {}", mapping.hostPort));
    }
    if (conf.previous)
        findAddresses(conf, call.ifName);
    conf.container = call.containerId;
    return conf;
}

std::string dnatChainOf(const PortmapConf &conf)
{
    return chainName(conf.net.name, conf.container, "DN-");
}

/// The rules by which packets for the ports come to the container's own chain, without its name.
std::vector<RuleWords> entryRules(const PortmapConf &conf, Family family)
{
    constexpr std::size_t mostPorts = 15; // that the match multiport takes
    constexpr std::size_t longestComment = 255;
    std::string comment = fmt::format("dnat name: \"{}\" id: \"{}\"", conf.net.name, conf.container);
    if (comment.size() > longestComment)
        comment = comment.substr(0, longestComment - 2) + "...";
    std::map<std::string, std::vector<int>> byProtocol;
    for (const Mapping &mapping : conf.mappings)
        byProtocol[mapping.protocol].push_back(mapping.hostPort);
    std::vector<RuleWords> rules;
    for (const auto &[protocol, ports] : byProtocol) {
        for (std::size_t at = 0; at < ports.size(); at += mostPorts) {
            const auto some = std::span(ports).subspan(at, std::min(mostPorts, ports.size() - at));
            RuleWords rule{"-m",
                           "comment",
                           "--comment",
                           comment,
                           "-m",
                           "multiport",
                           "-p",
                           protocol,
                           "--destination-ports",
                           fmt::format("{}", fmt::join(some, ","))};
            const auto &conditions = family == Family::Ipv4 ? conf.conditions4 : conf.conditions6;
            rule.insert(rule.end(), conditions.begin(), conditions.end());
            rules.push_back(std::move(rule));
        }
    }
    return rules;
}

/// Those of the chain: what must be masqueraded is marked, then all goes to the container.
std::vector<RuleWords> ownRules(const PortmapConf &conf, const InterfaceAddress &container)
{
    const bool isV4 = container.address.isV4();
    const std::string marks = conf.externalMarkChain.value_or(markChain);
    std::vector<RuleWords> rules;
    for (const Mapping &mapping : conf.mappings) {
        RuleWords base{"-p", mapping.protocol, "--dport", std::to_string(mapping.hostPort)};
        if (!mapping.hostAddress.empty()) {
            const auto address = parseGoAddress(mapping.hostAddress);
            if (isV4 != (address && address->isV4()))
                continue;
            if (!address || !address->isUnspecified()) {
                base.emplace_back("-d");
                base.push_back(mapping.hostAddress);
            }
        }
        const auto with = [&](std::initializer_list<std::string> more) {
            RuleWords rule = base;
            rule.insert(rule.end(), more);
            return rule;
        };
        if (conf.snat) {
            rules.push_back(with({"-s", container.toString(), "-j", marks}));
            if (isV4)
                rules.push_back(with({"-s", "127.0.0.1", "-j", marks}));
        }
        const std::string text = container.address.toString();
        rules.push_back(with({"-j", "DNAT", "--to-destination",
                              fmt::format("{}:{}", isV4 ? text : '[' + text + ']', mapping.containerPort)}));
    }
    return rules;
}

Expected<void> addChain(Host &host, Family family, const std::string &chain, const std::vector<RuleWords> &rules,
                        std::initializer_list<std::string> from, const std::vector<RuleWords> &entries, At at = At::End)
{
    if (auto made = ensureChain(host, family, natTable, chain); !made)
        return made;
    for (const RuleWords &rule : rules)
        if (auto made = ensureRule(host, family, natTable, chain, rule); !made)
            return made;
    for (const std::string &entry : from) {
        for (RuleWords rule : entries) {
            rule.emplace_back("-j");
            rule.push_back(chain);
            if (auto made = ensureRule(host, family, natTable, entry, rule, at); !made)
                return made;
        }
    }
    return {};
}

/// Masquerades what is marked, and lets packets from 127.0.0.0/8 go to the container.
Expected<void> addMasquerade(Host &host, const PortmapConf &conf, const InterfaceAddress &container)
{
    const Family family = container.address.family();
    if (!conf.externalMarkChain) {
        const std::string mark = fmt::format("{0:#x}/{0:#x}", std::uint32_t{1} << conf.markBit);
        const auto unable = [](const Failure &why) {
            return why.notSimulated ? std::unexpected(why)
                                    : failed(fmt::format("unable to create chain {}: {}", markChain, why.message));
        };
        auto made = addChain(
            host, family, markChain,
            {{"-m", "comment", "--comment", "CNI portfwd masquerade mark", "-j", "MARK", "--set-xmark", mark}}, {}, {});
        if (!made)
            return unable(made.error());
        made = addChain(host, family, masqueradeChain, {{"-m", "mark", "--mark", mark, "-j", "MASQUERADE"}},
                        {"POSTROUTING"}, {{"-m", "comment", "--comment", "CNI portfwd requiring masquerade"}},
                        At::Beginning);
        if (!made)
            return unable(made.error());
    }
    if (family == Family::Ipv6)
        return {};
    const std::uint32_t route = Fib(host.own()).lookup(container.address);
    if (route == Fib::none || host.own().routes[route].hops.empty())
        return {};
    if (const Link *link = host.own().find(host.own().routes[route].hops.front().dev))
        setSysctl(host, host.name(), link->name, DeviceSysctl::Ipv4RouteLocalnet, 1);
    return {};
}

Expected<void> forwardPorts(Host &host, const PortmapConf &conf, const InterfaceAddress &container)
{
    const Family family = container.address.family();
    if (conf.snat)
        if (auto done = addMasquerade(host, conf, container); !done)
            return done;
    if (auto made = addChain(host, family, dnatChain, {}, {"PREROUTING", "OUTPUT"},
                             {{"-m", "addrtype", "--dst-type", "LOCAL"}});
        !made)
        return made.error().notSimulated ? made
                                         : failed("failed to create top-level DNAT chain: " + made.error().message);
    auto made =
        addChain(host, family, dnatChainOf(conf), ownRules(conf, container), {dnatChain}, entryRules(conf, family));
    if (!made && !made.error().notSimulated)
        return failed("unable to setup DNAT: " + made.error().message);
    return made;
}

Expected<std::string> portmapAdd(Call &call)
{
    const auto conf = readPortmap(call);
    if (!conf)
        return conf.error().notSimulated ? std::unexpected(conf.error())
                                         : failed("failed to parse config: " + conf.error().message);
    if (!conf->previous)
        return failed("must be called as chained plugin");
    for (const auto &container : {conf->container4, conf->container6})
        if (container && !conf->mappings.empty())
            if (auto done = forwardPorts(call.host, *conf, *container); !done)
                return std::unexpected(done.error());
    return printed(*conf->previous, conf->net.version);
}

std::string listed(const std::vector<RuleWords> &rules)
{
    std::string text = "[";
    for (const RuleWords &rule : rules)
        text += fmt::format("{}[{}]", text.size() > 1 ? " " : "", fmt::join(rule, " "));
    return text + ']';
}

/// Looks for the chain in both families, whichever the address is of.
Expected<void> checkPorts(Host &host, const PortmapConf &conf, const InterfaceAddress &container)
{
    const std::string chain = dnatChainOf(conf);
    const std::vector<RuleWords> rules = ownRules(conf, container);
    const std::vector<RuleWords> entries = entryRules(conf, container.address.family());
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        const auto wrong = [&](const std::string &why) {
            return failed(fmt::format("could not check {} dnat: {}", family == Family::Ipv4 ? "ipv4" : "ipv6", why));
        };
        if (!hasChain(host, family, natTable, chain))
            return wrong(fmt::format("chain {} not found in iptables table nat", chain));
        for (const RuleWords &rule : rules)
            if (!hasRule(host, family, natTable, chain, rule).value_or(false))
                return wrong(fmt::format("rule {} in chain {} not found in table nat", listed(rules), chain));
        for (RuleWords rule : entries) {
            rule.emplace_back("-j");
            rule.push_back(chain);
            if (!hasRule(host, family, natTable, dnatChain, rule).value_or(false))
                return wrong(fmt::format("rule {} in chain {} not found in table nat", listed(entries), dnatChain));
        }
    }
    return {};
}

Expected<void> portmapCheck(Call &call)
{
    const auto conf = readPortmap(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->previous)
        return failed("Required prevResult missing");
    for (const auto &container : {conf->container4, conf->container6})
        if (container && !conf->mappings.empty())
            if (auto done = checkPorts(call.host, *conf, *container); !done)
                return done;
    return {};
}

/// Takes away every rule that leads to a chain.
Expected<void> removeEntries(Host &host, Family family, const std::string &from, const std::string &to)
{
    const netfilter::Table *found = host.own().ruleset.find(family, natTable);
    const netfilter::Chain *chain = found ? found->find(from) : nullptr;
    std::vector<int> numbers;
    for (std::size_t i = 0; chain && i < chain->rules.size(); ++i)
        if (const auto *jump = std::get_if<netfilter::Jump>(&chain->rules[i].target); jump && jump->chain == to)
            numbers.push_back(static_cast<int>(i) + 1);
    std::ranges::reverse(numbers);
    for (const int number : numbers)
        if (auto removed = host.iptables(family, {"-t", natTable, "-D", from, std::to_string(number)}); !removed)
            return removed;
    return {};
}

Expected<void> portmapDel(Call &call)
{
    const auto conf = readPortmap(call);
    if (!conf)
        return failed("failed to parse config: " + conf.error().message);
    if (conf->mappings.empty())
        return {};
    const std::string chain = dnatChainOf(*conf);
    const std::string old = chainName(conf->net.name, conf->container, "SN-");
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        // A chain that is not there is made first, and so is one that older versions had.
        for (const auto &[name, from] :
             {std::pair(chain, dnatChain), std::pair(old, std::string("CNI-HOSTPORT-SNAT"))}) {
            auto done = clearChain(call.host, family, natTable, name);
            if (done)
                done = removeEntries(call.host, family, from, name);
            if (done)
                done = call.host.iptables(family, {"-t", natTable, "-X", name});
            if (!done && name == chain)
                return failed(fmt::format("could not teardown {} dnat: {}", family == Family::Ipv4 ? "ipv4" : "ipv6",
                                          done.error().message));
        }
    }
    return {};
}

} // namespace

const Plugin portmapPlugin{"portmap", "0.1.0", portmapAdd, portmapCheck, portmapDel};

} // namespace netdraft::model::cni
