#include "model/recipe/cni/host.h"
#include "model/recipe/cni/runtime.h"
#include "model/recipe/kubernetes/pods.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

cni::RuntimeCall callFor(const Sandbox &sandbox, const Json &pod)
{
    cni::RuntimeCall call;
    call.containerId = sandbox.id;
    call.netnsPath = "/var/run/netns/" + sandbox.netns;
    call.args = fmt::format("IgnoreUnknown=1;K8S_POD_NAMESPACE={};K8S_POD_NAME={};K8S_POD_INFRA_CONTAINER_ID={};"
                            "K8S_POD_UID={}",
                            sandbox.podNetns, sandbox.pod, sandbox.id, sandbox.uid);
    cni::Json mappings = cni::Json::array();
    for (const Json &container : listAt(pod, "spec.containers"))
        for (const Json &port : listAt(container, "ports"))
            if (const int hostPort = numberAt(port, "hostPort"); hostPort != 0) {
                const std::string protocol = textAt(port, "protocol");
                mappings.push_back({{"hostPort", hostPort},
                                    {"containerPort", numberAt(port, "containerPort")},
                                    {"protocol", protocol == "UDP"    ? "udp"
                                                 : protocol == "SCTP" ? "sctp"
                                                                      : "tcp"},
                                    {"hostIP", textAt(port, "hostIP")}});
            }
    if (!mappings.empty())
        call.capabilities["portMappings"] = std::move(mappings);
    return call;
}

} // namespace

std::string networkProblem(const Workbench &bench, const std::string &node)
{
    const cni::Host host(bench.project(), node);
    const auto network = cni::defaultNetwork(host);
    return network ? std::string() : std::string(cni::notInitialized);
}

std::expected<std::string, std::string> connectSandbox(Workbench &bench, const std::string &node,
                                                       const Sandbox &sandbox, const Json &pod)
{
    cni::Host host(bench.project(), node);
    const auto network = cni::defaultNetwork(host);
    if (!network)
        return std::unexpected(std::string(cni::notInitialized));
    const auto result = cni::addNetwork(host, *network, callFor(sandbox, pod));
    // What the plugins did before one failed stays done.
    if (const auto taken = bench.take(host.edits()); !taken)
        return std::unexpected(taken.error());
    if (!result)
        return std::unexpected(result.error().line());
    for (const cni::IpConfig &ip : result->ips)
        if (ip.address.address.isV4())
            return ip.address.address.toString();
    if (!result->ips.empty())
        return result->ips.front().address.address.toString();
    return std::unexpected(fmt::format("failed to get sandbox IP: network {} gave no address", network->name));
}

void disconnectSandbox(Workbench &bench, const std::string &node, const Sandbox &sandbox, const Json &pod)
{
    cni::Host host(bench.project(), node);
    const auto network = cni::defaultNetwork(host);
    if (!network)
        return;
    [[maybe_unused]] const auto ended = cni::delNetwork(host, *network, callFor(sandbox, pod));
    [[maybe_unused]] const auto taken = bench.take(host.edits());
}

} // namespace netdraft::model::kubernetes
