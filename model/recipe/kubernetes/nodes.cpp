#include "model/recipe/kubernetes/controllers.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace {

constexpr int usualNodeMask = 24;

/// Gives a node the first part of --cluster-cidr that nobody has.
void givePodCidr(const Cluster &cluster, Json &node, const Process &manager)
{
    if (!textAt(node, "spec.podCIDR").empty() || flagOf(manager.command, "--allocate-node-cidrs") != "true")
        return;
    const auto range = Prefix::parse(flagOf(manager.command, "--cluster-cidr"));
    if (!range || range->family() != Family::Ipv4)
        return;
    const std::string mask = flagOf(manager.command, "--node-cidr-mask-size");
    const int length =
        mask.empty() ? std::max(usualNodeMask, static_cast<int>(range->length())) : std::atoi(mask.c_str());
    constexpr int bits = 32;
    if (length < range->length() || length > bits)
        return;
    std::set<std::string> taken;
    for (const Json *other : cluster.all("nodes"))
        taken.insert(textAt(*other, "spec.podCIDR"));
    const std::uint64_t count = std::uint64_t{1} << static_cast<unsigned>(length - range->length());
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto first =
            static_cast<std::uint32_t>(range->address().v4().bits() + (i << static_cast<unsigned>(bits - length)));
        const std::string part = Prefix::of(Ipv4Address(first), length).toString();
        if (taken.contains(part))
            continue;
        node["spec"]["podCIDR"] = part;
        node["spec"]["podCIDRs"] = Json::array({part});
        return;
    }
}

bool isOf(const Json &taint, std::string_view key)
{
    return textAt(taint, "key") == key;
}

void taintNode(Json &node)
{
    std::string ready = "Unknown";
    for (const Json &condition : listAt(node, "status.conditions"))
        if (textAt(condition, "type") == "Ready")
            ready = textAt(condition, "status");
    constexpr std::string_view notReady = "node.kubernetes.io/not-ready";
    constexpr std::string_view unreachable = "node.kubernetes.io/unreachable";
    Json taints = Json::array();
    for (const Json &taint : listAt(node, "spec.taints"))
        if (!isOf(taint, notReady) && !isOf(taint, unreachable))
            taints.push_back(taint);
    if (ready != "True")
        for (const char *effect : {"NoExecute", "NoSchedule"})
            taints.push_back({{"effect", effect}, {"key", ready == "False" ? notReady : unreachable}});
    if (taints.empty())
        node["spec"].erase("taints");
    else
        node["spec"]["taints"] = std::move(taints);
}

} // namespace

void syncNodes(Cluster &cluster)
{
    const Netns *server = cluster.bench().find(cluster.server());
    const Process *manager = server ? processNamed(*server, "kube-controller-manager") : nullptr;
    if (!manager)
        return;
    std::vector<Json> nodes;
    for (const Json *node : cluster.all("nodes"))
        nodes.push_back(*node);
    for (Json &node : nodes) {
        givePodCidr(cluster, node, *manager);
        taintNode(node);
        cluster.put(std::move(node));
    }
}

void syncNamespaces(Cluster &cluster)
{
    std::vector<std::string> names;
    for (const Json *netns : cluster.all("namespaces"))
        names.push_back(nameOf(*netns));
    for (const std::string &name : names) {
        if (!cluster.find("serviceaccounts", name, "default"))
            cluster.put({{"apiVersion", "v1"},
                         {"kind", "ServiceAccount"},
                         {"metadata", {{"name", "default"}, {"namespace", name}}}});
        if (!cluster.find("configmaps", name, "kube-root-ca.crt"))
            cluster.put({{"apiVersion", "v1"},
                         {"kind", "ConfigMap"},
                         {"metadata", {{"name", "kube-root-ca.crt"}, {"namespace", name}}},
                         {"data", {{"ca.crt", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n"}}}});
    }
}

} // namespace netdraft::model::kubernetes
