#include "model/recipe/kubernetes/proxy/service_ports.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

std::string inLowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string protocolOf(const Json &port)
{
    const std::string protocol = textAt(port, "protocol");
    return protocol.empty() ? "tcp" : inLowerCase(protocol);
}

std::uint16_t portAt(const Json &object, std::string_view path)
{
    return static_cast<std::uint16_t>(std::clamp(numberAt(object, path), 0, 0xffff));
}

void addV4(std::vector<IpAddress> &addresses, const std::string &text)
{
    if (const auto address = IpAddress::parse(text); address && address->isV4())
        addresses.push_back(*address);
}

/// The cluster IP of IPv4; none of a Service that kube-proxy leaves alone.
std::optional<IpAddress> proxiedAddress(const Json &service)
{
    constexpr std::string_view otherProxy = "service.kubernetes.io/service-proxy-name";
    const Json *labels = member(service, "metadata.labels");
    if (labels && labels->is_object() && labels->contains(std::string(otherProxy)))
        return std::nullopt;
    if (textAt(service, "spec.type") == "ExternalName")
        return std::nullopt;
    std::vector<IpAddress> addresses;
    addV4(addresses, textAt(service, "spec.clusterIP"));
    for (const Json &each : listAt(service, "spec.clusterIPs"))
        if (each.is_string())
            addV4(addresses, each.get<std::string>());
    return addresses.empty() ? std::nullopt : std::optional(addresses.front());
}

/// What all ports of a Service have in common.
ServicePort portOfService(const Json &service, const IpAddress &clusterIp)
{
    ServicePort port;
    port.clusterIp = clusterIp;
    for (const Json &each : listAt(service, "spec.externalIPs"))
        if (each.is_string())
            addV4(port.externalIps, each.get<std::string>());
    const bool balanced = textAt(service, "spec.type") == "LoadBalancer";
    port.internalLocal = textAt(service, "spec.internalTrafficPolicy") == "Local";
    port.externalLocal = textAt(service, "spec.externalTrafficPolicy") == "Local";
    constexpr int threeHours = 10800;
    if (textAt(service, "spec.sessionAffinity") == "ClientIP")
        port.stickySeconds = static_cast<std::uint32_t>(
            std::max(numberAt(service, "spec.sessionAffinityConfig.clientIP.timeoutSeconds", threeHours), 1));
    if (!balanced)
        return port;
    for (const Json &ingress : listAt(service, "status.loadBalancer.ingress"))
        if (textAt(ingress, "ipMode") != "Proxy")
            addV4(port.loadBalancerIps, textAt(ingress, "ip"));
    for (const Json &range : listAt(service, "spec.loadBalancerSourceRanges"))
        if (const auto prefix = Prefix::parse(range.is_string() ? range.get<std::string>() : std::string());
            prefix && prefix->family() == Family::Ipv4)
            port.sourceRanges.push_back(*prefix);
    if (port.externalLocal)
        port.healthCheckNodePort = portAt(service, "spec.healthCheckNodePort");
    return port;
}

/// Who is ready behind one port of a Service.
std::vector<ServiceEndpoint> readyEndpoints(const Json *endpoints, const Json &port, const std::string &node)
{
    std::vector<ServiceEndpoint> ready;
    if (!endpoints)
        return ready;
    for (const Json &subset : listAt(*endpoints, "subsets")) {
        for (const Json &each : listAt(subset, "ports")) {
            if (textAt(each, "name") != textAt(port, "name") || protocolOf(each) != protocolOf(port))
                continue;
            for (const Json &address : listAt(subset, "addresses")) {
                const auto parsed = IpAddress::parse(textAt(address, "ip"));
                if (parsed && parsed->isV4() && portAt(each, "port") != 0)
                    ready.push_back({*parsed, portAt(each, "port"), textAt(address, "nodeName") == node});
            }
        }
    }
    std::ranges::sort(ready, {}, &ServiceEndpoint::toString);
    return ready;
}

} // namespace

std::string ServiceEndpoint::toString() const
{
    return fmt::format("{}:{}", address.toString(), port);
}

std::vector<ServicePort> servicePorts(const Cluster &cluster, const std::string &node)
{
    std::vector<ServicePort> ports;
    for (const Json *service : cluster.all("services")) {
        const auto clusterIp = proxiedAddress(*service);
        if (!clusterIp)
            continue;
        const Json *endpoints = cluster.find("endpoints", namespaceOf(*service), nameOf(*service));
        const ServicePort common = portOfService(*service, *clusterIp);
        for (const Json &each : listAt(*service, "spec.ports")) {
            ServicePort port = common;
            const std::string name = textAt(each, "name");
            port.name =
                fmt::format("{}/{}{}{}", namespaceOf(*service), nameOf(*service), name.empty() ? "" : ":", name);
            port.protocol = protocolOf(each);
            port.port = portAt(each, "port");
            port.nodePort = portAt(each, "nodePort");
            port.endpoints = readyEndpoints(endpoints, each, node);
            ports.push_back(std::move(port));
        }
    }
    return ports;
}

} // namespace netdraft::model::kubernetes
