#include "model/recipe/kubernetes/proxy/service_rules.h"

#include "model/recipe/kubernetes/proxy/chain_hash.h"
#include "model/recipe/kubernetes/proxy/rule_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace netdraft::model::kubernetes {

namespace {

using namespace netfilter;
using netfilter::Rule;

const std::string markMasq = "KUBE-MARK-MASQ";

/// The chains of one port of a Service, by whom they are for.
struct PortChains {
    std::string hash;
    std::string all() const { return "KUBE-SVC-" + hash; }
    std::string local() const { return "KUBE-SVL-" + hash; }
    std::string external() const { return "KUBE-EXT-" + hash; }
    std::string firewall() const { return "KUBE-FW-" + hash; }
};

/// `--probability`, with the ten digits that kube-proxy gives it.
StatisticMatch oneIn(std::size_t count)
{
    const double probability = std::round(1e10 / static_cast<double>(count)) / 1e10;
    StatisticMatch match;
    match.probability = static_cast<std::uint32_t>(std::lround(probability * 0x80000000));
    return match;
}

/// A client that this list of clients has, or gets.
RecentMatch seenBy(std::string name, RecentMatch::Mode mode)
{
    RecentMatch match;
    match.mode = mode;
    match.name = std::move(name);
    match.mask = lastOf(IpAddress(), 0);
    return match;
}

class ServiceRules
{
public:
    ServiceRules(const ProxySettings &settings, std::span<const ServicePort> ports) : m_settings(settings)
    {
        constexpr std::size_t large = 1000;
        std::size_t endpoints = 0;
        for (const ServicePort &port : ports)
            endpoints += port.endpoints.size();
        m_comments = endpoints <= large;
        for (const ServicePort &port : ports)
            add(port);
    }

    KeptChains finished(const std::vector<IpAddress> &nodeAddresses)
    {
        leadToNodePorts(nodeAddresses);
        addForward();
        addMasquerade();
        m_kept.chains.push_back({"filter", "KUBE-PROXY-FIREWALL", std::move(m_proxyFirewall)});
        m_kept.chains.push_back({"filter", "KUBE-EXTERNAL-SERVICES", std::move(m_externalServices)});
        m_kept.chains.push_back({"filter", "KUBE-NODEPORTS", std::move(m_healthChecks)});
        m_kept.chains.push_back({"filter", "KUBE-SERVICES", std::move(m_refusals)});
        m_kept.chains.push_back({"nat", "KUBE-NODEPORTS", std::move(m_nodePorts)});
        m_kept.chains.push_back({"nat", "KUBE-SERVICES", std::move(m_services)});
        for (const char *prefix : {"KUBE-SVC-", "KUBE-SVL-", "KUBE-SEP-", "KUBE-FW-", "KUBE-EXT-"})
            m_kept.own.push_back({"nat", prefix});
        return std::move(m_kept);
    }

private:
    void nat(const std::string &chain, std::vector<Rule> rules)
    {
        m_kept.chains.push_back({"nat", chain, std::move(rules)});
    }

    /// A rule about packets to a port of an address.
    static Rule to(std::string comment, const ServicePort &port, const IpAddress &address)
    {
        Rule rule = commented(std::move(comment));
        rule.destination = askedAddress(Prefix::host(address));
        askPort(rule, port.protocol, port.port);
        return rule;
    }
    static Rule refused(Rule rule, const ServicePort &port)
    {
        return port.endpoints.empty() ? does(std::move(rule), Reject{}) : does(std::move(rule), Drop{});
    }
    static std::string refusal(const ServicePort &port)
    {
        return fmt::format("{} has no {}endpoints", port.name, port.endpoints.empty() ? "" : "local ");
    }

    void add(const ServicePort &port)
    {
        const PortChains chains{chainHash(port.name + port.protocol)};
        std::vector<ServiceEndpoint> local;
        std::ranges::copy_if(port.endpoints, std::back_inserter(local), &ServiceEndpoint::isLocal);
        const bool any = !port.endpoints.empty();
        const bool inside = any && (!port.internalLocal || !local.empty());
        const bool outside = any && (!port.externalLocal || !local.empty());
        const bool filtered = any && !port.loadBalancerIps.empty() && !port.sourceRanges.empty();

        addEndpoints(port, port.usesAll() ? port.endpoints : local);
        const std::vector<Rule> masquerade = offCluster(port);
        if (any && port.usesAll())
            nat(chains.all(), balanced(port, port.internalLocal ? std::vector<Rule>() : masquerade, port.endpoints));
        if (!local.empty() && port.usesLocal())
            nat(chains.local(), balanced(port, port.internalLocal ? masquerade : std::vector<Rule>(), local));
        if (any && port.isExternal())
            nat(chains.external(), external(port, chains, outside));
        if (filtered)
            nat(chains.firewall(), firewall(port, chains));

        const std::string clusterIp = fmt::format("{} cluster IP", port.name);
        if (inside)
            m_services.push_back(
                jumps(to(clusterIp, port, port.clusterIp), port.internalLocal ? chains.local() : chains.all()));
        else
            m_refusals.push_back(refused(to(refusal(port), port, port.clusterIp), port));
        for (const IpAddress &address : port.externalIps) {
            if (any)
                m_services.push_back(
                    jumps(to(fmt::format("{} external IP", port.name), port, address), chains.external()));
            if (!outside)
                m_externalServices.push_back(refused(to(refusal(port), port, address), port));
        }
        addLoadBalancer(port, chains, outside, filtered);
        addNodePort(port, chains, outside);
    }

    void addLoadBalancer(const ServicePort &port, const PortChains &chains, bool outside, bool filtered)
    {
        for (const IpAddress &address : port.loadBalancerIps) {
            if (!port.endpoints.empty())
                m_services.push_back(jumps(to(fmt::format("{} loadbalancer IP", port.name), port, address),
                                           filtered ? chains.firewall() : chains.external()));
            if (filtered)
                m_proxyFirewall.push_back(
                    does(to(fmt::format("{} traffic not accepted by {}", port.name, chains.firewall()), port, address),
                         Drop{}));
            if (!outside)
                m_externalServices.push_back(refused(to(refusal(port), port, address), port));
        }
    }

    void addNodePort(const ServicePort &port, const PortChains &chains, bool outside)
    {
        if (port.nodePort != 0 && !port.endpoints.empty()) {
            Rule rule = commented(port.name);
            askPort(rule, port.protocol, port.nodePort);
            m_nodePorts.push_back(jumps(std::move(rule), chains.external()));
        }
        if (port.nodePort != 0 && !outside) {
            Rule rule = commented(refusal(port));
            rule.matches.emplace_back(toLocal());
            askPort(rule, port.protocol, port.nodePort);
            m_externalServices.push_back(refused(std::move(rule), port));
        }
        if (port.healthCheckNodePort != 0) {
            Rule rule = commented(fmt::format("{} health check node port", port.name));
            askPort(rule, "tcp", port.healthCheckNodePort);
            m_healthChecks.push_back(does(std::move(rule), Accept{}));
        }
    }

    /// Packets to the cluster IP that come from outside of the pods' network: they are masqueraded, since the answer
    /// might take another way.
    std::vector<Rule> offCluster(const ServicePort &port) const
    {
        if (!m_settings.masqueradeAll && !m_settings.local.isKnown())
            return {};
        Rule rule = to(fmt::format("{} cluster IP", port.name), port, port.clusterIp);
        if (!m_settings.masqueradeAll)
            m_settings.local.ask(rule, false);
        return {jumps(std::move(rule), markMasq)};
    }

    /// `first`, then one endpoint by chance.
    std::vector<Rule> balanced(const ServicePort &port, std::vector<Rule> first,
                               std::span<const ServiceEndpoint> endpoints) const
    {
        const auto ruleOf = [&](const ServiceEndpoint &endpoint) {
            return m_comments ? commented(fmt::format("{} -> {}", port.name, endpoint.toString())) : Rule();
        };
        if (port.stickySeconds != 0) {
            for (const ServiceEndpoint &endpoint : endpoints) {
                Rule rule = ruleOf(endpoint);
                RecentMatch known = seenBy(chainOf(port, endpoint), RecentMatch::Mode::Check);
                known.seconds = port.stickySeconds;
                known.reaps = true;
                rule.matches.emplace_back(std::move(known));
                first.push_back(jumps(std::move(rule), chainOf(port, endpoint)));
            }
        }
        for (std::size_t i = 0; i < endpoints.size(); ++i) {
            Rule rule = ruleOf(endpoints[i]);
            if (i + 1 < endpoints.size())
                rule.matches.emplace_back(oneIn(endpoints.size() - i));
            first.push_back(jumps(std::move(rule), chainOf(port, endpoints[i])));
        }
        return first;
    }

    static std::string chainOf(const ServicePort &port, const ServiceEndpoint &endpoint)
    {
        return "KUBE-SEP-" + chainHash(port.name + port.protocol + endpoint.toString());
    }

    void addEndpoints(const ServicePort &port, std::span<const ServiceEndpoint> endpoints)
    {
        for (const ServiceEndpoint &endpoint : endpoints) {
            const Rule plain = m_comments ? commented(port.name) : Rule();
            // One that reaches itself by the Service would answer itself past the translation.
            Rule itself = plain;
            itself.source = askedAddress(Prefix::host(endpoint.address));
            Rule others = plain;
            if (port.stickySeconds != 0)
                others.matches.emplace_back(seenBy(chainOf(port, endpoint), RecentMatch::Mode::Set));
            askPorts(others, port.protocol, {});
            Dnat dnat;
            dnat.addresses = NatAddresses{endpoint.address, endpoint.address};
            dnat.ports = NatPorts{endpoint.port, endpoint.port, std::nullopt};
            nat(chainOf(port, endpoint), {jumps(std::move(itself), markMasq), does(std::move(others), dnat)});
        }
    }

    /// Packets to a node port, an external address or one of the load balancer.
    std::vector<Rule> external(const ServicePort &port, const PortChains &chains, bool outside) const
    {
        std::vector<Rule> rules;
        if (!port.externalLocal) {
            rules.push_back(
                jumps(commented(fmt::format("masquerade traffic for {} external destinations", port.name)), markMasq));
        } else {
            if (m_settings.local.isKnown()) {
                Rule rule = commented(fmt::format("pod traffic for {} external destinations", port.name));
                m_settings.local.ask(rule, true);
                rules.push_back(jumps(std::move(rule), chains.all()));
            }
            for (const auto &[verb, chain] : {std::pair("masquerade", markMasq), {"route", chains.all()}}) {
                Rule rule = commented(fmt::format("{} LOCAL traffic for {} external destinations", verb, port.name));
                rule.matches.emplace_back(fromLocal());
                rules.push_back(jumps(std::move(rule), chain));
            }
        }
        if (outside)
            rules.push_back(jumps(Rule(), port.externalLocal ? chains.local() : chains.all()));
        return rules;
    }

    /// Whom loadBalancerSourceRanges lets pass; what comes to its end, KUBE-PROXY-FIREWALL drops.
    std::vector<Rule> firewall(const ServicePort &port, const PortChains &chains) const
    {
        std::vector<Rule> rules;
        const auto from = [&](const Prefix &source) {
            Rule rule = commented(fmt::format("{} loadbalancer IP", port.name));
            if (!source.isDefault())
                rule.source = askedAddress(source);
            rules.push_back(jumps(std::move(rule), chains.external()));
        };
        for (const Prefix &range : port.sourceRanges)
            from(range);
        if (std::ranges::any_of(port.sourceRanges,
                                [&](const Prefix &range) { return range.contains(m_settings.nodeIp); }))
            for (const IpAddress &address : port.loadBalancerIps)
                from(Prefix::host(address));
        rules.push_back(
            commented(fmt::format("other traffic to {} will be dropped by KUBE-PROXY-FIREWALL", port.name)));
        return rules;
    }

    void leadToNodePorts(const std::vector<IpAddress> &nodeAddresses)
    {
        const Rule rule = commented("kubernetes service nodeports; NOTE: this must be the last rule in this chain");
        if (m_settings.nodePortAddresses.empty()) {
            Rule all = rule;
            all.matches.emplace_back(toLocal());
            if (!m_settings.localhostNodePorts)
                all.destination = askedAddress(Prefix::of(Ipv4Address(127, 0, 0, 0), 8), true);
            m_services.push_back(jumps(std::move(all), "KUBE-NODEPORTS"));
            return;
        }
        for (const IpAddress &address : nodeAddresses) {
            const bool chosen = std::ranges::any_of(m_settings.nodePortAddresses,
                                                    [&](const Prefix &each) { return each.contains(address); });
            if (!chosen || (address.isLoopback() && !m_settings.localhostNodePorts))
                continue;
            Rule one = rule;
            one.destination = askedAddress(Prefix::host(address));
            m_services.push_back(jumps(std::move(one), "KUBE-NODEPORTS"));
        }
    }

    void addForward()
    {
        Rule invalid;
        invalid.matches.emplace_back(inStates(ctstate::invalid));
        Rule masqueraded = commented("kubernetes forwarding rules");
        masqueraded.matches.emplace_back(marked(m_settings.masqueradeMark));
        Rule answers = commented("kubernetes forwarding conntrack rule");
        answers.matches.emplace_back(inStates(ctstate::related | ctstate::established));
        m_kept.chains.push_back({"filter",
                                 "KUBE-FORWARD",
                                 {does(std::move(invalid), Drop{}), does(std::move(masqueraded), Accept{}),
                                  does(std::move(answers), Accept{})}});
    }

    void addMasquerade()
    {
        const std::uint32_t mark = m_settings.masqueradeMark;
        nat(markMasq, {does(Rule(), SetMark{mark, mark})});
        Rule others;
        others.matches.emplace_back(marked(mark, true));
        Masquerade masquerade;
        masquerade.flags.randomFully = true;
        nat("KUBE-POSTROUTING", {does(std::move(others), Return{}), does(Rule(), SetMark{mark, 0}),
                                 does(commented("kubernetes service traffic requiring SNAT"), masquerade)});
    }

    const ProxySettings &m_settings;
    bool m_comments = true; ///< false in a large cluster
    KeptChains m_kept;
    std::vector<Rule> m_services;         ///< nat KUBE-SERVICES
    std::vector<Rule> m_nodePorts;        ///< nat KUBE-NODEPORTS
    std::vector<Rule> m_refusals;         ///< filter KUBE-SERVICES
    std::vector<Rule> m_externalServices; ///< filter KUBE-EXTERNAL-SERVICES
    std::vector<Rule> m_healthChecks;     ///< filter KUBE-NODEPORTS
    std::vector<Rule> m_proxyFirewall;    ///< filter KUBE-PROXY-FIREWALL
};

} // namespace

KeptChains serviceChains(const ProxySettings &settings, const std::vector<ServicePort> &ports,
                         const std::vector<IpAddress> &nodeAddresses)
{
    return ServiceRules(settings, ports).finished(nodeAddresses);
}

} // namespace netdraft::model::kubernetes
