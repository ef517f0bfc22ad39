#include "model/recipe/kubernetes/solutions/flannel.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes::flannel {

namespace {

constexpr std::string_view annotationPrefix = "flannel.alpha.coreos.com/";

std::string annotation(const Json &node, std::string_view name)
{
    const Json *annotations = member(node, "metadata.annotations");
    const std::string key = fmt::format("{}{}", annotationPrefix, name);
    if (!annotations || !annotations->is_object() || !annotations->contains(key) || !(*annotations)[key].is_string())
        return {};
    return (*annotations)[key].get<std::string>();
}

/// Of `{"VNI":1,"VtepMAC":"…"}`
std::optional<MacAddress> macOf(const Json &node)
{
    const Json data = Json::parse(annotation(node, "backend-data"), nullptr, false);
    const auto mac = MacAddress::parse(data.is_object() ? textAt(data, "VtepMAC") : std::string());
    return mac ? std::optional(*mac) : std::nullopt;
}

} // namespace

std::optional<Lease> leaseOf(const Json &node)
{
    const auto subnet = Prefix::parse(textAt(node, "spec.podCIDR"));
    const auto address = IpAddress::parse(annotation(node, "public-ip"));
    if (annotation(node, "kube-subnet-manager") != "true" || !subnet || !address || !address->isV4())
        return std::nullopt;
    return Lease{*subnet, *address, annotation(node, "backend-type"), macOf(node)};
}

std::optional<MacAddress> storedMac(const AgentRun &run, const Config &config)
{
    const Json *node = run.cluster.find("nodes", {}, run.node.name);
    return node && annotation(*node, "backend-type") == config.backend ? macOf(*node) : std::nullopt;
}

cni::Expected<Prefix> acquireLease(const AgentRun &run, const Config &config, const std::optional<MacAddress> &mac)
{
    const Json *node = run.cluster.find("nodes", {}, run.node.name);
    const std::string quoted = cni::goQuoted(run.node.name);
    if (!node)
        return cni::failed(fmt::format("failed to acquire lease: timeout contacting kube-api, failed to patch node {}. "
                                       "Error: context deadline exceeded",
                                       quoted));
    const std::string cidr = textAt(*node, "spec.podCIDR");
    if (cidr.empty())
        return cni::failed(fmt::format("failed to acquire lease: node {} pod cidr not assigned", quoted));
    const auto subnet = Prefix::parse(cidr);
    if (!subnet || subnet->family() != Family::Ipv4)
        return cni::failed(fmt::format("failed to acquire lease: invalid CIDR address: {}", cidr));
    if (!config.network.contains(*subnet))
        return cni::failed(fmt::format("failed to acquire lease: subnet {} specified in the flannel net config doesn't "
                                       "contain {} PodCIDR of the {} node",
                                       cni::goQuoted(config.network.toString()), cni::goQuoted(subnet->toString()),
                                       quoted));
    Json lease = *node;
    Json &annotations = lease["metadata"]["annotations"];
    const auto put = [&](std::string_view name, std::string value) {
        annotations[fmt::format("{}{}", annotationPrefix, name)] = std::move(value);
    };
    put("backend-data",
        mac ? fmt::format(R"({{"VNI":{},"VtepMAC":"{}"}})", config.vni, mac->toString()) : std::string("null"));
    put("backend-type", config.backend);
    put("kube-subnet-manager", "true");
    put("public-ip", run.node.address.toString());
    if (lease != *node)
        run.cluster.put(std::move(lease));
    return *subnet;
}

} // namespace netdraft::model::kubernetes::flannel
