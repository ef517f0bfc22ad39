#include "model/exchange/kubernetes_format.h"

#include "model/exchange/command_sections.h"
#include "model/exchange/output_files.h"
#include "model/recipe/kubernetes/kubelet.h"
#include "model/recipe/kubernetes/manifest.h"
#include "model/recipe/kubernetes/services.h"
#include "model/shell/parser.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

constexpr std::string_view applied = "kubectl.kubernetes.io/last-applied-configuration";

/// Whether the cluster has made an object by itself.
bool isOfCluster(const kubernetes::Json &object, std::string_view plural)
{
    static constexpr std::string_view made[] = {"nodes", "endpoints", "events"};
    const std::string netns = kubernetes::namespaceOf(object);
    const std::string name = kubernetes::nameOf(object);
    if (std::ranges::find(made, plural) != std::end(made) || kubernetes::member(object, "metadata.ownerReferences"))
        return true;
    if (plural == "namespaces")
        return name == "default" || name.starts_with("kube-node-lease") || name == "kube-public" ||
               name == "kube-system";
    if ((plural == "serviceaccounts" && name == "default") || name == "kube-root-ca.crt")
        return true;
    static constexpr std::string_view addons[] = {"coredns", "kube-dns", "kube-proxy"};
    return (netns == "kube-system" && std::ranges::find(addons, std::string_view(name)) != std::end(addons)) ||
           (netns == "default" && name == "kubernetes" && plural == "services");
}

/// An object as it was applied, or without what the API server has added to it.
kubernetes::Json manifestOf(const kubernetes::Json &object)
{
    if (const kubernetes::Json *annotations = kubernetes::member(object, "metadata.annotations");
        annotations && annotations->contains(applied) && (*annotations)[std::string(applied)].is_string()) {
        kubernetes::Json given =
            kubernetes::Json::parse((*annotations)[std::string(applied)].get<std::string>(), nullptr, false);
        if (given.is_object()) {
            if (const kubernetes::Json *own = kubernetes::member(given, "metadata.annotations"); own && own->empty())
                given["metadata"].erase("annotations");
            return given;
        }
    }
    kubernetes::Json manifest = object;
    manifest.erase("status");
    if (manifest.contains("metadata") && manifest["metadata"].is_object())
        for (const char *added : {"uid", "creationTimestamp", "resourceVersion"})
            manifest["metadata"].erase(added);
    if (manifest.contains("spec") && manifest["spec"].is_object())
        for (const char *added : {"clusterIPs", "nodeName", "priority"})
            manifest["spec"].erase(added);
    return manifest;
}

void addManifests(Exported &exported, const Netns &server)
{
    const std::string_view folder = kubernetes::registryFolder;
    for (auto file = server.files.lower_bound(folder); file != server.files.end() && file->first.starts_with(folder);
         ++file) {
        const kubernetes::Json object = kubernetes::Json::parse(file->second, nullptr, false);
        std::string name = file->first.substr(folder.size());
        if (!object.is_object()) {
            exported.omitted.push_back(fmt::format("{}: {} is no object", server.name, file->first));
            continue;
        }
        if (isOfCluster(object, name.substr(0, name.find('/'))))
            continue;
        std::ranges::replace(name, '/', '-');
        addFile(exported, fmt::format("manifests/{}.yaml", name), kubernetes::printedYaml(manifestOf(object)));
    }
}

/// The flags of `kubeadm init` that made this control plane.
std::string initCommand(const Netns &netns)
{
    std::string command = "kubeadm init";
    const auto add = [&](std::string_view flag, const std::string &value) {
        if (!value.empty())
            command += ' ' + shell::quotedForShell(fmt::format("{}={}", flag, value));
    };
    if (const Process *server = kubernetes::processNamed(netns, "kube-apiserver")) {
        add("--apiserver-advertise-address", kubernetes::flagOf(server->command, "--advertise-address"));
        add("--service-cidr", kubernetes::flagOf(server->command, "--service-cluster-ip-range"));
    }
    if (const Process *manager = kubernetes::processNamed(netns, "kube-controller-manager"))
        add("--pod-network-cidr", kubernetes::flagOf(manager->command, "--cluster-cidr"));
    return command;
}

void addNode(Exported &exported, const Netns &netns, const kubernetes::Kubelet &kubelet, bool hasManifests)
{
    constexpr std::string_view folder = "/etc/cni/net.d/";
    for (auto file = netns.files.lower_bound(folder); file != netns.files.end() && file->first.starts_with(folder);
         ++file)
        addFile(exported, netns.name + file->first, file->second);
    const bool isServer = kubernetes::processNamed(netns, "kube-apiserver") != nullptr;
    std::string script =
        "#!/bin/bash\n# Makes this machine a node of the cluster; run it as root, with kubeadm, kubelet and "
        "containerd installed.\nset -e\nsysctl -w net.ipv4.ip_forward=1\nsystemctl start containerd\n";
    if (isServer) {
        script +=
            initCommand(netns) + "\nmkdir -p \"$HOME/.kube\"\ncp /etc/kubernetes/admin.conf \"$HOME/.kube/config\"\n";
        if (hasManifests)
            script += "kubectl apply -f ../manifests\n";
        script += "# What joins another machine, there:\nkubeadm token create --print-join-command\n";
    } else {
        script +=
            "# The words that `kubeadm token create --print-join-command` prints on the control plane:\nkubeadm join " +
            shell::quotedForShell(kubelet.server) + " \"$@\"\n";
    }
    addFile(exported, netns.name + "/node.sh", std::move(script));
    exported.files.back().executable = true;
}

} // namespace

Result<Exported> writeKubernetes(const Project &project, const ExportRequest &)
{
    if (auto sound = checkNames(project.network); !sound)
        return fail(sound.error());
    Exported exported;
    for (const auto &netns : project.network.namespaces())
        if (kubernetes::processNamed(*netns, "kube-apiserver"))
            addManifests(exported, *netns);
    const bool hasManifests = !exported.files.empty();
    for (const kubernetes::Kubelet &kubelet : kubernetes::kubelets(Workbench(project)))
        addNode(exported, *project.network.find(std::string_view(kubelet.netns)), kubelet, hasManifests);
    if (exported.files.empty())
        return fail(ErrorCode::Input, "no node belongs to a cluster; expected one where kubeadm init was run");
    return inOrder(std::move(exported));
}

} // namespace netdraft::model
