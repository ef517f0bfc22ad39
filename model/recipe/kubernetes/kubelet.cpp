#include "model/recipe/kubernetes/kubelet.h"

#include "model/names/node_files.h"
#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/manifest.h"
#include "model/recipe/kubernetes/pod_files.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::string_view manifestFolder = "/etc/kubernetes/manifests/";

/// The address that a kubelet tells of: --node-ip, else that of the link by which the default route leads, else the
/// first.
IpAddress addressOf(const Workbench &bench, const std::string &netns)
{
    const Netns &own = *bench.find(netns);
    const Process *process = processNamed(own, "kubelet");
    if (const auto given = IpAddress::parse(process ? flagOf(process->command, "--node-ip") : std::string()))
        return *given;
    const auto ofLink = [&](const Link &link) -> std::optional<IpAddress> {
        for (const LinkAddress &address : link.addresses4)
            if (!address.local.address.isLoopback())
                return IpAddress(address.local.address);
        return std::nullopt;
    };
    for (const Route &route : own.routes)
        if (route.destination.length() == 0 && route.destination.family() == Family::Ipv4 && !route.hops.empty())
            if (const Link *link = own.find(route.hops.front().dev))
                if (const auto address = ofLink(*link))
                    return *address;
    for (const Link &link : own.links)
        if (link.up)
            if (const auto address = ofLink(link))
                return *address;
    return Ipv4Address(127, 0, 0, 1);
}

NodeWork workOn(Workbench &bench, const Kubelet &kubelet, Starter starter, const std::string &now)
{
    NodeWork work{bench, kubelet.netns, starter, now, nullptr, readContainerd(bench, kubelet.netns), {}, {}};
    work.place.name = kubelet.node;
    work.place.netns = kubelet.netns;
    work.place.address = addressOf(bench, kubelet.netns);
    work.place.ready = networkProblem(bench, kubelet.netns).empty();
    return work;
}

/// The pods of the manifests of a node, as the kubelet names them.
std::vector<Json> staticPods(const Workbench &bench, const Kubelet &kubelet)
{
    std::vector<Json> pods;
    const Netns &own = *bench.find(kubelet.netns);
    for (auto file = own.files.lower_bound(manifestFolder);
         file != own.files.end() && file->first.starts_with(manifestFolder); ++file) {
        const auto manifest = readManifest(file->second, file->first);
        if (!manifest)
            continue; // the kubelet's log tells of it
        for (Json pod : *manifest) {
            if (textAt(pod, "kind") != "Pod")
                continue;
            const std::string name = fmt::format("{}-{}", nameOf(pod), kubelet.node);
            if (namespaceOf(pod).empty())
                pod["metadata"]["namespace"] = "default";
            pod["metadata"]["uid"] = drawnUuid(fmt::format("static/{}/{}/{}", kubelet.node, name, pod["spec"].dump()));
            pod["metadata"]["name"] = name;
            pod["spec"]["nodeName"] = kubelet.node;
            if (textAt(pod, "spec.priorityClassName") == "system-node-critical")
                pod["spec"]["priority"] = 2000001000;
            pods.push_back(std::move(pod));
        }
    }
    return pods;
}

Json conditionOf(const char *type, const char *status, const char *reason, const std::string &message)
{
    return {{"type", type}, {"status", status}, {"reason", reason}, {"message", message}};
}

Json nodeConditions(const std::string &problem)
{
    const std::string notReady = fmt::format("container runtime network not ready: NetworkReady=false "
                                             "reason:NetworkPluginNotReady message:Network plugin returns error: {}",
                                             problem);
    return Json::array(
        {conditionOf("MemoryPressure", "False", "KubeletHasSufficientMemory",
                     "kubelet has sufficient memory available"),
         conditionOf("DiskPressure", "False", "KubeletHasNoDiskPressure", "kubelet has no disk pressure"),
         conditionOf("PIDPressure", "False", "KubeletHasSufficientPID", "kubelet has sufficient PID available"),
         problem.empty() ? conditionOf("Ready", "True", "KubeletReady", "kubelet is posting ready status")
                         : conditionOf("Ready", "False", "KubeletNotReady", notReady)});
}

/// What a node says of itself.
Json nodeInfo()
{
    return {{"machineID", ""},
            {"systemUUID", ""},
            {"bootID", ""},
            {"kernelVersion", "6.1.0-18-amd64"},
            {"osImage", "Debian GNU/Linux 12 (bookworm)"},
            {"containerRuntimeVersion", "containerd://1.7.24"},
            {"kubeletVersion", "v1.32.0"},
            {"kubeProxyVersion", "v1.32.0"},
            {"operatingSystem", "linux"},
            {"architecture", "amd64"}};
}

void registerNode(Cluster &cluster, const Kubelet &kubelet, const NodeWork &work)
{
    const Json *known = cluster.find("nodes", {}, kubelet.node);
    const Json resources{
        {"cpu", "2"}, {"ephemeral-storage", "20Gi"}, {"hugepages-2Mi", "0"}, {"memory", "4005384Ki"}, {"pods", "110"}};
    Json node;
    if (known) {
        node = *known;
    } else {
        node = {{"apiVersion", "v1"},
                {"kind", "Node"},
                {"metadata",
                 {{"name", kubelet.node},
                  {"labels",
                   {{"beta.kubernetes.io/arch", "amd64"},
                    {"beta.kubernetes.io/os", "linux"},
                    {"kubernetes.io/arch", "amd64"},
                    {"kubernetes.io/hostname", kubelet.node},
                    {"kubernetes.io/os", "linux"}}},
                  {"annotations",
                   {{"node.alpha.kubernetes.io/ttl", "0"},
                    {"volumes.kubernetes.io/controller-managed-attach-detach", "true"}}}}},
                {"spec", Json::object()}};
        if (kubelet.netns == cluster.server()) {
            node["metadata"]["labels"]["node-role.kubernetes.io/control-plane"] = "";
            node["metadata"]["labels"]["node.kubernetes.io/exclude-from-external-load-balancers"] = "";
            node["spec"]["taints"] =
                Json::array({Json{{"effect", "NoSchedule"}, {"key", "node-role.kubernetes.io/control-plane"}}});
        }
    }
    node["spec"]["providerID"] = fmt::format("{}{}", providerPrefix, kubelet.netns);
    node["status"]["capacity"] = resources;
    node["status"]["allocatable"] = resources;
    node["status"]["conditions"] = nodeConditions(networkProblem(cluster.bench(), kubelet.netns));
    node["status"]["addresses"] = Json::array({Json{{"type", "InternalIP"}, {"address", work.place.address.toString()}},
                                               Json{{"type", "Hostname"}, {"address", kubelet.node}}});
    node["status"]["nodeInfo"] = nodeInfo();
    const bool isNew = !known;
    const Json &kept = cluster.put(std::move(node));
    if (isNew)
        cluster.tell(kept, "Normal", "RegisteredNode",
                     fmt::format("Node {0} event: Registered Node {0} in Controller", kubelet.node), "node-controller");
}

/// Pods of the API server that are bound to a node, and those of its own manifests, which it tells the API server of.
void syncPods(Cluster &cluster, const Kubelet &kubelet, NodeWork &work)
{
    std::vector<std::string> wanted;
    for (Json pod : staticPods(cluster.bench(), kubelet)) {
        wanted.push_back(textAt(pod, "metadata.uid"));
        pod["status"] = statusOf(work, pod);
        const std::string uid = wanted.back();
        pod["metadata"]["annotations"]["kubernetes.io/config.source"] = "file";
        pod["metadata"]["annotations"]["kubernetes.io/config.hash"] = uid;
        pod["metadata"]["ownerReferences"] = Json::array(
            {Json{{"apiVersion", "v1"}, {"controller", true}, {"kind", "Node"}, {"name", kubelet.node}, {"uid", uid}}});
        cluster.put(std::move(pod));
    }
    std::vector<Json> pods;
    for (const Json *pod : cluster.all("pods"))
        if (textAt(*pod, "spec.nodeName") == kubelet.node)
            pods.push_back(*pod);
    // Pods of hostNetwork first: an agent among them makes the network of the others.
    std::ranges::stable_sort(pods,
                             [](const Json &left, const Json &right) { return isOfHost(left) && !isOfHost(right); });
    for (Json &pod : pods) {
        const Json *annotations = member(pod, "metadata.annotations");
        const bool isMirror = annotations && annotations->contains("kubernetes.io/config.hash");
        const std::string uid =
            isMirror ? textOf((*annotations)["kubernetes.io/config.hash"]) : textAt(pod, "metadata.uid");
        if (isMirror) {
            if (std::ranges::find(wanted, uid) == wanted.end())
                cluster.erase("pods", namespaceOf(pod), nameOf(pod));
            continue;
        }
        if (member(pod, "metadata.deletionTimestamp")) {
            work.tell(pod, "Normal", "Killing", "Stopping container " + textAt(pod, "spec.containers.0.name"));
            endPod(work, uid);
            cluster.erase("pods", namespaceOf(pod), nameOf(pod));
            continue;
        }
        wanted.push_back(uid);
        runPod(work, pod, false);
        pod["status"] = statusOf(work, pod);
        cluster.put(std::move(pod));
        // A configuration that an agent has just written counts at once.
        work.place.ready = work.place.ready || networkProblem(cluster.bench(), kubelet.netns).empty();
    }
    std::vector<std::string> gone;
    for (const Sandbox &sandbox : work.containerd.sandboxes)
        if (std::ranges::find(wanted, sandbox.uid) == wanted.end())
            gone.push_back(sandbox.uid);
    for (const std::string &uid : gone)
        endPod(work, uid);
}

} // namespace

std::string serverOf(std::string_view kubeconfig)
{
    std::string server;
    names::eachLine(kubeconfig, [&](std::string_view line, int) {
        const auto words = names::wordsOfLine(line);
        if (words.size() == 2 && words[0] == "server:" && server.empty())
            server = words[1];
    });
    for (const std::string_view scheme : {"https://", "http://"})
        if (server.starts_with(scheme))
            server.erase(0, scheme.size());
    return server;
}

std::vector<Kubelet> kubelets(const Workbench &bench)
{
    std::vector<Kubelet> all;
    for (const auto &netns : bench.network().namespaces()) {
        const Process *process = processNamed(*netns, "kubelet");
        if (!process)
            continue;
        Kubelet kubelet;
        kubelet.netns = netns->name;
        kubelet.node = flagOf(process->command, "--hostname-override");
        if (kubelet.node.empty()) {
            const std::string *hostname = bench.readFile(netns->name, "/etc/hostname");
            kubelet.node = hostname ? hostname->substr(0, hostname->find('\n')) : netns->name;
            std::ranges::transform(kubelet.node, kubelet.node.begin(), [](char each) {
                return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
            });
        }
        if (const std::string *config = bench.readFile(netns->name, "/etc/kubernetes/kubelet.conf"))
            kubelet.server = serverOf(*config);
        all.push_back(std::move(kubelet));
    }
    std::ranges::sort(all, {}, &Kubelet::node);
    return all;
}

void runStaticPods(Workbench &bench, const Kubelet &kubelet, Starter starter, const std::string &now)
{
    NodeWork work = workOn(bench, kubelet, starter, now);
    std::vector<std::string> wanted;
    for (const Json &pod : staticPods(bench, kubelet)) {
        wanted.push_back(textAt(pod, "metadata.uid"));
        runPod(work, pod, true);
    }
    std::vector<std::string> gone;
    for (const Sandbox &sandbox : work.containerd.sandboxes)
        if (sandbox.isStatic && std::ranges::find(wanted, sandbox.uid) == wanted.end())
            gone.push_back(sandbox.uid);
    for (const std::string &uid : gone)
        endPod(work, uid);
    writeContainerd(bench, kubelet.netns, work.containerd);
}

void syncKubelet(Cluster &cluster, const Kubelet &kubelet, Starter starter)
{
    NodeWork work = workOn(cluster.bench(), kubelet, starter, cluster.timestamp());
    work.cluster = &cluster;
    if (!cluster.find("nodes", {}, kubelet.node))
        registerNode(cluster, kubelet, work);
    work.all = nodePlaces(cluster);
    for (const NodePlace &place : work.all)
        if (place.name == kubelet.node)
            work.place = place;
    syncPods(cluster, kubelet, work);
    writeContainerd(cluster.bench(), kubelet.netns, work.containerd);
    // It looks every few seconds whether there is a network: who came just before meets it as it was.
    registerNode(cluster, kubelet, work);
}

void endAllPods(Workbench &bench, const std::string &node)
{
    NodeWork work{bench, node, nullptr, {}, nullptr, readContainerd(bench, node), {}, {}};
    std::vector<std::string> all;
    all.reserve(work.containerd.sandboxes.size());
    for (const Sandbox &sandbox : work.containerd.sandboxes)
        all.push_back(sandbox.uid);
    for (const std::string &uid : all)
        endPod(work, uid);
    writeContainerd(bench, node, work.containerd);
}

void loseNode(Cluster &cluster, const std::string &name)
{
    const Json *known = cluster.find("nodes", {}, name);
    if (!known)
        return;
    Json node = *known;
    Json conditions = Json::array();
    for (const char *type : {"MemoryPressure", "DiskPressure", "PIDPressure", "Ready"})
        conditions.push_back(conditionOf(type, "Unknown", "NodeStatusUnknown", "Kubelet stopped posting node status."));
    const bool isNews = node["status"]["conditions"] != conditions;
    node["status"]["conditions"] = std::move(conditions);
    const Json &kept = cluster.put(std::move(node));
    if (isNews)
        cluster.tell(kept, "Normal", "NodeNotReady", fmt::format("Node {} status is now: NodeNotReady", name),
                     "node-controller");
}

} // namespace netdraft::model::kubernetes
