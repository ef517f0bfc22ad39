#include "model/recipe/kubernetes/proxy/proxy.h"

#include "model/recipe/kubernetes/proxy/rule_parts.h"
#include "model/recipe/kubernetes/proxy/service_rules.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

using netfilter::Rule;

std::vector<IpAddress> addressesOfNode(const Netns &netns)
{
    std::vector<IpAddress> addresses;
    for (const Link &link : netns.links)
        for (const LinkAddress &address : link.addresses4)
            addresses.push_back(address.local.address);
    return addresses;
}

/// A chain that a program makes only to see whether somebody has emptied the tables.
void addCanary(KeptChains &kept, const std::string &name)
{
    for (const char *table : {"mangle", "nat", "filter"})
        kept.chains.push_back({table, name, {}, false});
}

/// Nothing from outside comes to 127.0.0.1, where route_localnet opens it; kubelet and kube-proxy both see to it.
void addLocalnetGuard(KeptChains &kept)
{
    const auto localnet = [](bool inverted) {
        return askedAddress(Prefix::of(Ipv4Address(127, 0, 0, 0), 8), inverted);
    };
    Rule rule = commented("block incoming localnet connections");
    rule.destination = localnet(false);
    rule.source = localnet(true);
    using namespace netfilter::ctstate;
    rule.matches.emplace_back(inStates(related | established | dnat, true));
    kept.chains.push_back({"filter", "KUBE-FIREWALL", {does(std::move(rule), netfilter::Drop{})}});
}

void leadToGuard(KeptChains &kept)
{
    for (const char *chain : {"INPUT", "OUTPUT"})
        kept.jumps.push_back({"filter", chain, jumps(Rule(), "KUBE-FIREWALL")});
}

/// What leads to the chains of kube-proxy, in the order in which it puts each first into its chain.
void addServiceJumps(KeptChains &kept)
{
    struct Row {
        const char *table;
        const char *to;
        const char *from;
        const char *comment;
        bool fresh; ///< for the first packet of a connection alone
    };
    constexpr const char *visible = "kubernetes externally-visible service portals";
    constexpr const char *balancer = "kubernetes load balancer firewall";
    constexpr Row rows[] = {
        {"filter", "KUBE-EXTERNAL-SERVICES", "INPUT", visible, true},
        {"filter", "KUBE-EXTERNAL-SERVICES", "FORWARD", visible, true},
        {"filter", "KUBE-NODEPORTS", "INPUT", "kubernetes health check service ports", false},
        {"filter", "KUBE-SERVICES", "FORWARD", "kubernetes service portals", true},
        {"filter", "KUBE-SERVICES", "OUTPUT", "kubernetes service portals", true},
        {"filter", "KUBE-FORWARD", "FORWARD", "kubernetes forwarding rules", false},
        {"filter", "KUBE-PROXY-FIREWALL", "INPUT", balancer, true},
        {"filter", "KUBE-PROXY-FIREWALL", "OUTPUT", balancer, true},
        {"filter", "KUBE-PROXY-FIREWALL", "FORWARD", balancer, true},
        {"nat", "KUBE-SERVICES", "OUTPUT", "kubernetes service portals", false},
        {"nat", "KUBE-SERVICES", "PREROUTING", "kubernetes service portals", false},
        {"nat", "KUBE-POSTROUTING", "POSTROUTING", "kubernetes postrouting rules", false},
    };
    for (const Row &row : rows) {
        Rule rule;
        if (row.fresh)
            rule.matches.emplace_back(inStates(netfilter::ctstate::fresh));
        rule.matches.emplace_back(netfilter::CommentMatch{row.comment});
        kept.jumps.push_back({row.table, row.from, jumps(std::move(rule), row.to)});
    }
}

void keep(Cluster &cluster, const NodePlace &node, const KeptChains &kept)
{
    if (const auto done = keepChains(cluster.bench(), node.netns, kept); !done)
        cluster.note(fmt::format("{}: {}", node.name, done.error()));
}

} // namespace

void syncProxy(Cluster &cluster, const NodePlace &node)
{
    const auto settings = proxySettings(cluster, node);
    if (!settings)
        return;
    if (settings->mode != "iptables") {
        cluster.note(fmt::format("kube-proxy in the mode {} is not simulated", settings->mode));
        return;
    }
    const std::vector<ServicePort> ports = servicePorts(cluster, settings->hostname);
    const Netns &netns = *cluster.bench().find(node.netns);
    KeptChains kept = serviceChains(*settings, ports, addressesOfNode(netns));
    addCanary(kept, "KUBE-PROXY-CANARY");
    if (settings->localhostNodePorts)
        addLocalnetGuard(kept);
    else
        kept.chains.push_back({"filter", "KUBE-FIREWALL", {}, false});
    addServiceJumps(kept);
    leadToGuard(kept);
    if (settings->localhostNodePorts && netns.confAll[DeviceSysctl::Ipv4RouteLocalnet] == 0)
        cluster.bench().attempt(SetDeviceSysctl{node.netns, "all", DeviceSysctl::Ipv4RouteLocalnet, 1});
    keep(cluster, node, kept);
}

void syncKubeletChains(Cluster &cluster, const NodePlace &node)
{
    KeptChains kept;
    kept.chains.push_back({"mangle", "KUBE-IPTABLES-HINT", {}, false});
    addLocalnetGuard(kept);
    leadToGuard(kept);
    addCanary(kept, "KUBE-KUBELET-CANARY");
    keep(cluster, node, kept);
}

} // namespace netdraft::model::kubernetes
