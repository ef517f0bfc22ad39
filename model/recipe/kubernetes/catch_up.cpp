#include "model/recipe/kubernetes/catch_up.h"

#include "model/names/kubernetes_names.h"
#include "model/names/resolver.h"
#include "model/reachability/probe.h"
#include "model/recipe/kubernetes/controllers.h"
#include "model/recipe/kubernetes/pod_images.h"
#include "model/recipe/kubernetes/proxy/dns_objects.h"
#include "model/recipe/kubernetes/proxy/policies.h"
#include "model/recipe/kubernetes/proxy/proxy.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

constexpr int mostRounds = 12;

std::optional<IpAddress> addressOfServer(const DataPlane &plane, NetnsId at, const std::string &host)
{
    if (const auto address = IpAddress::parse(host))
        return *address;
    const auto found = names::resolve(plane, at, host, Family::Ipv4);
    return found.addresses.empty() ? std::nullopt : std::optional(found.addresses.front());
}

/// Where an API server takes connections to an address and a port.
const Netns *serverAt(const Network &network, NetnsId at)
{
    const Netns *netns = network.find(at);
    return netns && processNamed(*netns, "kube-apiserver") && processNamed(*netns, "etcd") ? netns : nullptr;
}

/// Whether something on a node makes rules of network policies: flannel and plain bridges do not.
bool enforcesPolicies(const Cluster &cluster, const NodePlace &place)
{
    static constexpr std::string_view images[] = {"weaveworks/weave-npc", "calico/node", "cloudnativelabs/kube-router"};
    const Containerd containerd = readContainerd(cluster.bench(), place.netns);
    return std::ranges::any_of(containerd.sandboxes, [](const Sandbox &sandbox) {
        return std::ranges::any_of(sandbox.containers, [](const ContainerState &container) {
            return !container.exited && std::ranges::find(images, plainImage(container.image)) != std::end(images);
        });
    });
}

/// What runs on the nodes beside pods, of which each has its rules of iptables.
void syncRules(Cluster &cluster)
{
    for (const NodePlace &place : nodePlaces(cluster)) {
        if (!place.isLive)
            continue;
        syncKubeletChains(cluster, place);
        syncProxy(cluster, place);
        if (enforcesPolicies(cluster, place))
            syncPolicies(cluster, place);
    }
}

/// Tells each CoreDNS that reaches the API server, from a pod by its Service, what there is.
void tellNameServers(Cluster &cluster)
{
    const Json *service = cluster.find("services", "default", "kubernetes");
    if (!service)
        return;
    const std::string server = fmt::format("{}:443", textAt(*service, "spec.clusterIP"));
    for (const NodePlace &place : nodePlaces(cluster))
        for (const Sandbox &sandbox : readContainerd(cluster.bench(), place.netns).sandboxes) {
            const Netns *netns = cluster.bench().find(sandbox.netns);
            if (!netns || sandbox.netns == place.netns || !processNamed(*netns, "coredns"))
                continue;
            std::string objects = dnsObjects(cluster);
            const std::string *known = cluster.bench().readFile(sandbox.netns, names::clusterObjectsFile);
            if (known && *known == objects)
                continue;
            if (reach(cluster.bench().network(), sandbox.netns, server).netns == cluster.server())
                if (const auto told = cluster.bench().writeFile(sandbox.netns, std::string(names::clusterObjectsFile),
                                                                std::move(objects));
                    !told)
                    cluster.note(told.error());
        }
}

/// All kubelets that reach the API server; of the nodes of the others nobody knows.
void syncKubelets(Cluster &cluster, Starter starter)
{
    std::vector<std::string> live;
    for (const Kubelet &kubelet : kubelets(cluster.bench())) {
        if (kubelet.server.empty() ||
            reach(cluster.bench().network(), kubelet.netns, kubelet.server).netns != cluster.server())
            continue;
        live.push_back(kubelet.node);
        syncKubelet(cluster, kubelet, starter);
    }
    if (!processNamed(*cluster.bench().find(cluster.server()), "kube-controller-manager"))
        return;
    std::vector<std::string> lost;
    for (const Json *node : cluster.all("nodes"))
        if (std::ranges::find(live, nameOf(*node)) == live.end())
            lost.push_back(nameOf(*node));
    for (const std::string &node : lost)
        loseNode(cluster, node);
}

} // namespace

Reached reach(const Network &network, const std::string &netns, const std::string &server)
{
    const Netns *from = network.find(std::string_view(netns));
    const auto colon = server.rfind(':');
    if (!from || colon == std::string::npos)
        return {{}, "missing port in address"};
    std::uint16_t port = 0;
    std::from_chars(server.data() + colon + 1, server.data() + server.size(), port);
    const DataPlane plane(network);
    const std::string host = server.substr(0, colon);
    const auto address = addressOfServer(plane, from->id, host);
    if (!address)
        return {{}, fmt::format("lookup {}: no such host", host)};
    const Probe found = probe(plane, from->id, *address, Transport::Tcp, port);
    if (!found.reachable) {
        switch (found.outcome) {
        case SocketError::ConnectionRefused: return {{}, "connect: connection refused"};
        case SocketError::NetworkUnreachable: return {{}, "connect: network is unreachable"};
        case SocketError::NoRouteToHost: return {{}, "connect: no route to host"};
        default: return {{}, "i/o timeout"};
        }
    }
    const Netns *at = serverAt(network, found.request.end());
    return at ? Reached{at->name, {}} : Reached{{}, "i/o timeout"};
}

void catchUp(Cluster &cluster, Starter starter)
{
    for (int round = 0; round < mostRounds; ++round) {
        const std::size_t before = cluster.changes();
        if (processNamed(*cluster.bench().find(cluster.server()), "kube-controller-manager")) {
            syncNodes(cluster);
            syncNamespaces(cluster);
            syncWorkloads(cluster);
        }
        if (processNamed(*cluster.bench().find(cluster.server()), "kube-scheduler"))
            schedule(cluster);
        syncKubelets(cluster, starter);
        if (processNamed(*cluster.bench().find(cluster.server()), "kube-controller-manager"))
            syncEndpoints(cluster);
        syncRules(cluster);
        tellNameServers(cluster);
        countReplicas(cluster);
        if (cluster.changes() == before)
            return;
    }
}

Connection connect(const Project &project, const std::string &netns, const std::string &server, Starter starter)
{
    Connection connection;
    connection.server = server;
    Workbench bench(project);
    const std::string moment = "2026-01-01T00:00:00Z";
    for (const Kubelet &kubelet : kubelets(bench))
        runStaticPods(bench, kubelet, starter, moment);
    connection.before = bench.edits();
    const Reached reached = reach(bench.network(), netns, server);
    if (reached.netns.empty()) {
        connection.error =
            reached.error == "connect: connection refused"
                ? fmt::format("The connection to the server {} was refused - did you specify the right host or port?\n",
                              server)
                : fmt::format("Unable to connect to the server: dial tcp {}: {}\n", server, reached.error);
        return connection;
    }
    connection.cluster.emplace(bench.project(), reached.netns);
    return connection;
}

} // namespace netdraft::model::kubernetes
