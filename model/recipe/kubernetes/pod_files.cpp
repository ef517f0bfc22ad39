#include "model/recipe/kubernetes/pod_files.h"

#include "model/names/node_files.h"
#include "model/recipe/kubernetes/agent.h"
#include "model/recipe/kubernetes/pod_images.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

void write(NodeWork &work, const std::string &netns, const std::string &path, std::string text)
{
    [[maybe_unused]] const auto ignored = work.bench.writeFile(netns, path, std::move(text)); // elsewhere is none kept
}

std::string value(const Json &config, std::string_view name, std::string_view otherwise)
{
    const std::string found = textAt(config, name);
    return found.empty() ? std::string(otherwise) : found;
}

/// The address of the cluster's name server, as the kubelet's configuration has it, and its domain.
struct ClusterDns {
    std::string server;
    std::string domain = "cluster.local";
};

ClusterDns clusterDns(const NodeWork &work)
{
    ClusterDns dns;
    const std::string *config = work.bench.readFile(work.netns, "/var/lib/kubelet/config.yaml");
    if (!config)
        return dns;
    bool isList = false;
    names::eachLine(*config, [&](std::string_view line, int) {
        if (line.starts_with("clusterDomain:"))
            dns.domain = line.substr(line.find(':') + 2);
        if (isList && line.starts_with("- ") && dns.server.empty())
            dns.server = line.substr(2);
        isList = line.starts_with("clusterDNS:") || (isList && line.starts_with("- "));
    });
    return dns;
}

std::string resolverFile(const NodeWork &work, const Json &pod)
{
    const std::string policy = textAt(pod, "spec.dnsPolicy");
    const ClusterDns dns = clusterDns(work);
    const Netns &node = *work.bench.find(work.netns);
    const std::string own = names::fileOf(work.bench.network(), node, "/etc/resolv.conf").value_or("");
    const Json *config = member(pod, "spec.dnsConfig");
    std::string text;
    if (policy == "None" && config) {
        std::string search;
        for (const Json &domain : listAt(*config, "searches"))
            search += ' ' + textOf(domain);
        if (!search.empty())
            text += "search" + search + '\n';
        for (const Json &server : listAt(*config, "nameservers"))
            text += fmt::format("nameserver {}\n", textOf(server));
        return text;
    }
    if (policy == "Default" || (policy == "ClusterFirst" && isOfHost(pod)) || dns.server.empty())
        return own;
    const std::string netns = namespaceOf(pod);
    return fmt::format("search {0}.svc.{1} svc.{1} {1}\nnameserver {2}\noptions ndots:5\n", netns, dns.domain,
                       dns.server);
}

std::string hostsFile(const NodeWork &work, const Json &pod, const Sandbox &sandbox)
{
    std::string text = "# Kubernetes-managed hosts file.\n127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost "
                       "ip6-loopback\nfe00::0\tip6-localnet\nfe00::0\tip6-mcastprefix\nfe00::1\tip6-allnodes\n"
                       "fe00::2\tip6-allrouters\n";
    const std::string hostname = value(pod, "spec.hostname", nameOf(pod));
    const std::string subdomain = textAt(pod, "spec.subdomain");
    text += subdomain.empty() ? fmt::format("{}\t{}\n", sandbox.ip, hostname)
                              : fmt::format("{}\t{}.{}.{}.svc.{}\t{}\n", sandbox.ip, hostname, subdomain,
                                            namespaceOf(pod), clusterDns(work).domain, hostname);
    const Json &aliases = listAt(pod, "spec.hostAliases");
    if (!aliases.empty())
        text += "\n# Entries added by HostAliases.\n";
    for (const Json &alias : aliases) {
        text += textAt(alias, "ip");
        for (const Json &name : listAt(alias, "hostnames"))
            text += '\t' + textOf(name);
        text += '\n';
    }
    return text;
}

/// The files of the ConfigMaps that a container has mounted.
void writeConfigMaps(NodeWork &work, const Json &pod, const Json &container, const std::string &netns)
{
    if (!work.cluster)
        return;
    for (const Json &mount : listAt(container, "volumeMounts")) {
        const Json &volumes = listAt(pod, "spec.volumes");
        const auto volume = std::ranges::find_if(
            volumes, [&](const Json &one) { return textAt(one, "name") == textAt(mount, "name"); });
        if (volume == volumes.end() || textAt(*volume, "configMap.name").empty())
            continue;
        const Json *map = work.cluster->find("configmaps", namespaceOf(pod), textAt(*volume, "configMap.name"));
        const Json *data = map ? member(*map, "data") : nullptr;
        if (!data || !data->is_object())
            continue;
        std::string folder = textAt(mount, "mountPath");
        while (folder.ends_with('/'))
            folder.pop_back();
        std::map<std::string, std::string> paths; // by key, where only some are wanted
        for (const Json &item : listAt(*volume, "configMap.items"))
            paths.emplace(textAt(item, "key"), textAt(item, "path"));
        for (const auto &[key, text] : data->items()) {
            if (!paths.empty() && !paths.contains(key))
                continue;
            const std::string path = fmt::format("{}/{}", folder, paths.empty() ? key : paths.at(key));
            if (text.is_string())
                write(work, netns, path, text.get<std::string>());
        }
    }
}

} // namespace

void writePodFiles(NodeWork &work, const Json &pod, const Sandbox &sandbox)
{
    if (!isOfHost(pod)) {
        write(work, sandbox.netns, "/etc/hostname", value(pod, "spec.hostname", nameOf(pod)) + '\n');
        write(work, sandbox.netns, "/etc/hosts", hostsFile(work, pod, sandbox));
        write(work, sandbox.netns, "/etc/resolv.conf", resolverFile(work, pod));
    }
    for (const char *list : {"spec.initContainers", "spec.containers"})
        for (const Json &container : listAt(pod, list))
            writeConfigMaps(work, pod, container, sandbox.netns);
}

void keepUp(NodeWork &work, const Json &pod, const Json &container)
{
    const Sandbox *sandbox = work.containerd.ofPod(textAt(pod, "metadata.uid"));
    if (sandbox)
        writeConfigMaps(work, pod, container, sandbox->netns);
    const Agent *agent = agentOf(plainImage(textAt(container, "image")));
    if (agent && work.cluster) [[maybe_unused]]
        const auto ignored = agent->sync({*work.cluster, work.place, work.all, pod, container});
}

std::string qosOf(const Json &pod)
{
    bool any = false;
    bool all = true;
    for (const Json &container : listAt(pod, "spec.containers")) {
        const Json *requests = member(container, "resources.requests");
        const Json *limits = member(container, "resources.limits");
        any = any || (requests && !requests->empty()) || (limits && !limits->empty());
        const bool guaranteed = limits && limits->contains("cpu") && limits->contains("memory") &&
                                (!requests || requests->empty() || *requests == *limits);
        all = all && guaranteed;
    }
    return all ? "Guaranteed" : any ? "Burstable" : "BestEffort";
}

} // namespace netdraft::model::kubernetes
