#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

std::string flagText(const Json *flag)
{
    return flag && *flag == true ? "true" : "false";
}

/// A resource of a pod, by its unit, in thousandths of a CPU or bytes.
std::int64_t amountOf(const std::string &text)
{
    if (text.empty())
        return 0;
    const std::int64_t number = std::atoll(text.c_str());
    if (text.ends_with("Mi"))
        return number << 20;
    if (text.ends_with("Ki"))
        return number << 10;
    if (text.ends_with("Gi"))
        return number << 30;
    return number;
}

std::int64_t cpuOf(const std::string &text)
{
    constexpr std::int64_t thousand = 1000;
    return text.ends_with('m') ? std::atoll(text.c_str()) : std::atoll(text.c_str()) * thousand;
}

std::string cpuText(std::int64_t milli)
{
    constexpr std::int64_t thousand = 1000;
    return milli % thousand == 0 ? fmt::format("{}", milli / thousand) : fmt::format("{}m", milli);
}

std::string memoryText(std::int64_t bytes)
{
    constexpr std::int64_t mega = 1 << 20;
    return bytes == 0 ? "0" : bytes % mega == 0 ? fmt::format("{}Mi", bytes / mega) : fmt::format("{}", bytes);
}

struct Amounts {
    std::int64_t cpuRequest = 0;
    std::int64_t cpuLimit = 0;
    std::int64_t memoryRequest = 0;
    std::int64_t memoryLimit = 0;
};

Amounts amountsOf(const Json &pod)
{
    Amounts sum;
    for (const Json &container : listAt(pod, "spec.containers")) {
        sum.cpuLimit += cpuOf(textAt(container, "resources.limits.cpu"));
        sum.memoryLimit += amountOf(textAt(container, "resources.limits.memory"));
        const std::string cpu = textAt(container, "resources.requests.cpu");
        const std::string memory = textAt(container, "resources.requests.memory");
        sum.cpuRequest += cpu.empty() ? cpuOf(textAt(container, "resources.limits.cpu")) : cpuOf(cpu);
        sum.memoryRequest += memory.empty() ? amountOf(textAt(container, "resources.limits.memory")) : amountOf(memory);
    }
    return sum;
}

constexpr std::int64_t allCpu = 2000;
constexpr std::int64_t allMemory = std::int64_t{4005384} << 10;

std::string share(const std::string &text, std::int64_t part, std::int64_t all)
{
    constexpr std::int64_t hundred = 100;
    return fmt::format("{} ({}%)", text, part * hundred / all);
}

void describePodsOf(TabWriter &writer, const Cluster &cluster, const Json &node)
{
    std::vector<const Json *> pods;
    for (const Json *pod : cluster.all("pods"))
        if (textAt(*pod, "spec.nodeName") == nameOf(node) && textAt(*pod, "status.phase") != "Succeeded" &&
            textAt(*pod, "status.phase") != "Failed")
            pods.push_back(pod);
    writer.write(0, fmt::format("Non-terminated Pods:\t({} in total)\n", pods.size()));
    writer.write(1, "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n");
    writer.write(1, "---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n");
    Amounts sum;
    for (const Json *pod : pods) {
        const Amounts own = amountsOf(*pod);
        sum.cpuRequest += own.cpuRequest;
        sum.cpuLimit += own.cpuLimit;
        sum.memoryRequest += own.memoryRequest;
        sum.memoryLimit += own.memoryLimit;
        writer.write(1,
                     fmt::format("{}\t{}\t\t{}\t{}\t{}\t{}\t{}\n", namespaceOf(*pod), nameOf(*pod),
                                 share(cpuText(own.cpuRequest), own.cpuRequest, allCpu),
                                 share(cpuText(own.cpuLimit), own.cpuLimit, allCpu),
                                 share(memoryText(own.memoryRequest), own.memoryRequest, allMemory),
                                 share(memoryText(own.memoryLimit), own.memoryLimit, allMemory), ageOf(cluster, *pod)));
    }
    writer.write(0, "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n");
    writer.write(1, "Resource\tRequests\tLimits\n");
    writer.write(1, "--------\t--------\t------\n");
    writer.write(1, fmt::format("cpu\t{}\t{}\n", share(cpuText(sum.cpuRequest), sum.cpuRequest, allCpu),
                                share(cpuText(sum.cpuLimit), sum.cpuLimit, allCpu)));
    writer.write(1, fmt::format("memory\t{}\t{}\n", share(memoryText(sum.memoryRequest), sum.memoryRequest, allMemory),
                                share(memoryText(sum.memoryLimit), sum.memoryLimit, allMemory)));
    writer.write(1, "ephemeral-storage\t0 (0%)\t0 (0%)\n");
    writer.write(1, "hugepages-2Mi\t0 (0%)\t0 (0%)\n");
}

void describePeers(TabWriter &writer, const Json &rule, const char *peers, const char *title, int level)
{
    const Json &ports = listAt(rule, "ports");
    if (ports.empty())
        writer.write(level, "To Port: <any> (traffic allowed to all ports)\n");
    for (const Json &port : ports) {
        const Json *number = member(port, "port");
        const std::string protocol = textAt(port, "protocol").empty() ? "TCP" : textAt(port, "protocol");
        writer.write(level, fmt::format("To Port: {}/{}\n",
                                        !number               ? "<any>"
                                        : number->is_string() ? number->get<std::string>()
                                                              : number->dump(),
                                        protocol));
    }
    const Json &all = listAt(rule, peers);
    if (all.empty())
        writer.write(level, fmt::format("{}: <any> (traffic not restricted by {})\n", title,
                                        std::string_view(title) == "From" ? "source" : "destination"));
    for (const Json &peer : all) {
        writer.write(level, fmt::format("{}:\n", title));
        if (const Json *block = member(peer, "ipBlock")) {
            writer.write(level + 1, "IPBlock:\n");
            writer.write(level + 2, fmt::format("CIDR: {}\n", textAt(*block, "cidr")));
            std::vector<std::string> except;
            for (const Json &one : listAt(*block, "except"))
                except.push_back(one.get<std::string>());
            writer.write(level + 2, fmt::format("Except: {}\n", fmt::join(except, ", ")));
        }
        if (const Json *names = member(peer, "namespaceSelector"))
            writer.write(level + 1,
                         fmt::format("NamespaceSelector: {}\n", selectorText(member(*names, "matchLabels"))));
        if (const Json *pods = member(peer, "podSelector"))
            writer.write(level + 1, fmt::format("PodSelector: {}\n", selectorText(member(*pods, "matchLabels"))));
    }
}

void describeRules(TabWriter &writer, const Json &policy, const char *list, const char *peers, const char *title,
                   const char *verb)
{
    const Json &types = listAt(policy, "spec.policyTypes");
    const bool applies = std::ranges::any_of(types, [&](const Json &type) { return type == title; });
    if (!applies) {
        writer.write(1, fmt::format("Not affecting {} traffic\n", list));
        return;
    }
    writer.write(1, fmt::format("Allowing {} traffic:\n", list));
    const Json &rules = listAt(policy, std::string("spec.") + list);
    if (rules.empty())
        writer.write(2, fmt::format("<none> (Selected pods are isolated for {} connectivity)\n", list));
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (i > 0)
            writer.write(2, "----------\n");
        describePeers(writer, rules[i], peers, verb, 2);
    }
}

} // namespace

std::string describedNode(const Cluster &cluster, const Json &node)
{
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(node)));
    writer.write(0, fmt::format("Roles:\t{}\n", rolesOf(node)));
    describeLabels(writer, 0, "Labels", member(node, "metadata.labels"));
    describeAnnotations(writer, node);
    writer.write(0, fmt::format("CreationTimestamp:\t{}\n", longTime(textAt(node, "metadata.creationTimestamp"))));
    const Json &taints = listAt(node, "spec.taints");
    if (taints.empty())
        writer.write(0, "Taints:\t<none>\n");
    std::vector<std::string> lines;
    for (const Json &taint : taints) {
        const std::string value = textAt(taint, "value");
        lines.push_back(
            fmt::format("{}{}:{}", textAt(taint, "key"), value.empty() ? "" : '=' + value, textAt(taint, "effect")));
    }
    std::ranges::sort(lines);
    for (std::size_t i = 0; i < lines.size(); ++i)
        writer.write(0, fmt::format("{}\t{}\n", i == 0 ? "Taints:" : "", lines[i]));
    writer.write(0, fmt::format("Unschedulable:\t{}\n", flagText(member(node, "spec.unschedulable"))));
    writer.write(0, "Lease:\n");
    writer.write(1, fmt::format("HolderIdentity:\t{}\n", nameOf(node)));
    writer.write(1, "AcquireTime:\t<unset>\n");
    writer.write(1, fmt::format("RenewTime:\t{}\n", longTime(cluster.timestamp())));
    writer.write(0, "Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n");
    writer.write(1, "----\t------\t-----------------\t------------------\t------\t-------\n");
    for (const Json &condition : listAt(node, "status.conditions"))
        writer.write(1, fmt::format("{} \t{} \t{} \t{} \t{} \t{}\n", textAt(condition, "type"),
                                    textAt(condition, "status"), longTime(cluster.timestamp()),
                                    longTime(textAt(node, "metadata.creationTimestamp")), textAt(condition, "reason"),
                                    textAt(condition, "message")));
    writer.write(0, "Addresses:\n");
    for (const Json &address : listAt(node, "status.addresses"))
        writer.write(1, fmt::format("{}:\t{}\n", textAt(address, "type"), textAt(address, "address")));
    for (const auto &[title, path] :
         {std::pair("Capacity", "status.capacity"), std::pair("Allocatable", "status.allocatable")}) {
        writer.write(0, fmt::format("{}:\n", title));
        if (const Json *all = member(node, path))
            for (const auto &[name, value] : all->items())
                writer.write(1, fmt::format("{}:\t{}\n", name, value.get<std::string>()));
    }
    const auto info = [&](const char *name) { return textAt(node, std::string("status.nodeInfo.") + name); };
    writer.write(0, "System Info:\n");
    for (const auto &[title, name] :
         {std::pair("Machine ID", "machineID"), std::pair("System UUID", "systemUUID"), std::pair("Boot ID", "bootID"),
          std::pair("Kernel Version", "kernelVersion"), std::pair("OS Image", "osImage"),
          std::pair("Operating System", "operatingSystem"), std::pair("Architecture", "architecture"),
          std::pair("Container Runtime Version", "containerRuntimeVersion"),
          std::pair("Kubelet Version", "kubeletVersion"), std::pair("Kube-Proxy Version", "kubeProxyVersion")})
        writer.write(1, fmt::format("{}:\t{}\n", title, info(name)));
    if (const std::string cidr = textAt(node, "spec.podCIDR"); !cidr.empty()) {
        writer.write(0, fmt::format("PodCIDR:\t{}\n", cidr));
        writer.write(0, fmt::format("PodCIDRs:\t{}\n", cidr));
    }
    if (const std::string provider = textAt(node, "spec.providerID"); !provider.empty())
        writer.write(0, fmt::format("ProviderID:\t{}\n", provider));
    describePodsOf(writer, cluster, node);
    describeEvents(writer, cluster, node);
    return writer.text();
}

std::string describedService(const Cluster &cluster, const Json &service)
{
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(service)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(service)));
    describeLabels(writer, 0, "Labels", member(service, "metadata.labels"));
    describeAnnotations(writer, service);
    writer.write(0, fmt::format("Selector:\t{}\n", selectorText(member(service, "spec.selector"))));
    const std::string type = textAt(service, "spec.type");
    writer.write(0, fmt::format("Type:\t{}\n", type));
    if (const std::string policy = textAt(service, "spec.ipFamilyPolicy"); !policy.empty())
        writer.write(0, fmt::format("IP Family Policy:\t{}\n", policy));
    if (!listAt(service, "spec.ipFamilies").empty())
        writer.write(0, "IP Families:\tIPv4\n");
    const std::string address = textAt(service, "spec.clusterIP");
    writer.write(0, fmt::format("IP:\t{}\n", address));
    writer.write(0, fmt::format("IPs:\t{}\n", address.empty() ? "<none>" : address));
    if (const std::string name = textAt(service, "spec.externalName"); !name.empty())
        writer.write(0, fmt::format("External Name:\t{}\n", name));
    const Json *endpoints = cluster.find("endpoints", namespaceOf(service), nameOf(service));
    for (const Json &port : listAt(service, "spec.ports")) {
        const std::string name = textAt(port, "name").empty() ? "<unset>" : textAt(port, "name");
        const std::string protocol = textAt(port, "protocol");
        writer.write(0, fmt::format("Port:\t{}\t{}/{}\n", name, numberAt(port, "port"), protocol));
        if (const Json *target = member(port, "targetPort"))
            writer.write(0, fmt::format("TargetPort:\t{}/{}\n",
                                        target->is_string() ? target->get<std::string>() : target->dump(), protocol));
        if (const int number = numberAt(port, "nodePort"); number != 0)
            writer.write(0, fmt::format("NodePort:\t{}\t{}/{}\n", name, number, protocol));
        constexpr std::size_t most = 3;
        writer.write(0, fmt::format("Endpoints:\t{}\n", endpointsText(endpoints, most, textAt(port, "name"), false)));
    }
    writer.write(0, fmt::format("Session Affinity:\t{}\n", textAt(service, "spec.sessionAffinity")));
    if (const std::string policy = textAt(service, "spec.externalTrafficPolicy"); !policy.empty())
        writer.write(0, fmt::format("External Traffic Policy:\t{}\n", policy));
    if (const std::string policy = textAt(service, "spec.internalTrafficPolicy"); !policy.empty())
        writer.write(0, fmt::format("Internal Traffic Policy:\t{}\n", policy));
    describeEvents(writer, cluster, service);
    return writer.text();
}

std::string describedWorkload(const Cluster &cluster, const Json &object)
{
    const std::string kind = textAt(object, "kind");
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(object)));
    const std::string selector = selectorText(member(object, "spec.selector.matchLabels"));
    if (kind == "DaemonSet") {
        writer.write(0, fmt::format("Selector:\t{}\n", selector));
        writer.write(
            0, fmt::format("Node-Selector:\t{}\n", selectorText(member(object, "spec.template.spec.nodeSelector"))));
        describeLabels(writer, 0, "Labels", member(object, "metadata.labels"));
        describeAnnotations(writer, object);
        const int wanted = numberAt(object, "status.desiredNumberScheduled");
        writer.write(0, fmt::format("Desired Number of Nodes Scheduled: {}\n", wanted));
        writer.write(0, fmt::format("Current Number of Nodes Scheduled: {}\n",
                                    numberAt(object, "status.currentNumberScheduled")));
        writer.write(0, fmt::format("Number of Nodes Scheduled with Up-to-date Pods: {}\n",
                                    numberAt(object, "status.updatedNumberScheduled")));
        writer.write(0, fmt::format("Number of Nodes Scheduled with Available Pods: {}\n",
                                    numberAt(object, "status.numberAvailable")));
        writer.write(0,
                     fmt::format("Number of Nodes Misscheduled: {}\n", numberAt(object, "status.numberMisscheduled")));
    } else {
        writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(object)));
        if (kind == "Deployment") {
            writer.write(
                0, fmt::format("CreationTimestamp:\t{}\n", longTime(textAt(object, "metadata.creationTimestamp"))));
            describeLabels(writer, 0, "Labels", member(object, "metadata.labels"));
            describeAnnotations(writer, object);
            writer.write(0, fmt::format("Selector:\t{}\n", selector));
            writer.write(0,
                         fmt::format("Replicas:\t{} desired | {} updated | {} total | {} available | {} unavailable\n",
                                     numberAt(object, "spec.replicas"), numberAt(object, "status.updatedReplicas"),
                                     numberAt(object, "status.replicas"), numberAt(object, "status.availableReplicas"),
                                     numberAt(object, "status.unavailableReplicas")));
            writer.write(0, fmt::format("StrategyType:\t{}\n", textAt(object, "spec.strategy.type")));
            writer.write(0, fmt::format("MinReadySeconds:\t{}\n", numberAt(object, "spec.minReadySeconds")));
            if (member(object, "spec.strategy.rollingUpdate"))
                writer.write(0, "RollingUpdateStrategy:\t25% max unavailable, 25% max surge\n");
        } else {
            writer.write(0, fmt::format("Selector:\t{}\n", selector));
            describeLabels(writer, 0, "Labels", member(object, "metadata.labels"));
            describeAnnotations(writer, object);
            if (!textAt(object, "metadata.ownerReferences.0.name").empty())
                writer.write(0,
                             fmt::format("Controlled By:\t{}/{}\n", textAt(object, "metadata.ownerReferences.0.kind"),
                                         textAt(object, "metadata.ownerReferences.0.name")));
            writer.write(0, fmt::format("Replicas:\t{} current / {} desired\n", numberAt(object, "status.replicas"),
                                        numberAt(object, "spec.replicas")));
        }
    }
    if (kind != "Deployment") {
        const PodCounts counts = countPods(cluster, object);
        writer.write(0, fmt::format("Pods Status:\t{} Running / {} Waiting / {} Succeeded / {} Failed\n",
                                    counts.running, counts.waiting, counts.succeeded, counts.failed));
    }
    describeTemplate(writer, object);
    if (kind == "Deployment") {
        writer.write(0, "Conditions:\n  Type\tStatus\tReason\n");
        writer.write(1, "----\t------\t------\n");
        for (const Json &condition : listAt(object, "status.conditions"))
            writer.write(1, fmt::format("{} \t{}\t{}\n", textAt(condition, "type"), textAt(condition, "status"),
                                        textAt(condition, "reason")));
        std::string old;
        std::string now = "<none>";
        for (const Json *set : cluster.all("replicasets", namespaceOf(object))) {
            if (textAt(*set, "metadata.ownerReferences.0.uid") != textAt(object, "metadata.uid"))
                continue;
            const std::string text = fmt::format("{} ({}/{} replicas created)", nameOf(*set),
                                                 numberAt(*set, "status.replicas"), numberAt(*set, "spec.replicas"));
            if (numberAt(*set, "spec.replicas") != 0 || numberAt(object, "spec.replicas") == 0)
                now = text;
            else
                old += (old.empty() ? "" : ", ") + text;
        }
        writer.write(0, fmt::format("OldReplicaSets:\t{}\n", old.empty() ? "<none>" : old));
        writer.write(0, fmt::format("NewReplicaSet:\t{}\n", now));
    }
    describeEvents(writer, cluster, object);
    return writer.text();
}

std::string describedPolicy(const Cluster &cluster, const Json &policy)
{
    (void)cluster;
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(policy)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(policy)));
    writer.write(0, fmt::format("Created on:\t{} +0000 UTC\n", [&] {
                     std::string text = textAt(policy, "metadata.creationTimestamp");
                     std::ranges::replace(text, 'T', ' ');
                     return text.empty() ? text : text.substr(0, text.size() - 1);
                 }()));
    describeLabels(writer, 0, "Labels", member(policy, "metadata.labels"));
    describeAnnotations(writer, policy);
    writer.write(0, "Spec:\n");
    const Json *labels = member(policy, "spec.podSelector.matchLabels");
    if (!labels || labels->empty()) {
        writer.write(1, "PodSelector:     <none> (Allowing the specific traffic to all pods in this namespace)\n");
    } else {
        bool first = true;
        for (const auto &[key, value] : labels->items()) {
            writer.write(0,
                         fmt::format("  {}   \t{}={}\n", first ? "PodSelector:" : "", key, value.get<std::string>()));
            first = false;
        }
    }
    describeRules(writer, policy, "ingress", "from", "Ingress", "From");
    describeRules(writer, policy, "egress", "to", "Egress", "To");
    std::vector<std::string> types;
    for (const Json &type : listAt(policy, "spec.policyTypes"))
        types.push_back(type.get<std::string>());
    writer.write(1, fmt::format("Policy Types: {}\n", fmt::join(types, ", ")));
    return writer.text();
}

std::string describedConfigMap(const Cluster &cluster, const Json &map)
{
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(map)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(map)));
    describeLabels(writer, 0, "Labels", member(map, "metadata.labels"));
    describeAnnotations(writer, map);
    writer.write(0, "\nData\n====\n");
    std::map<std::string, std::string> data;
    if (const Json *all = member(map, "data"); all && all->is_object())
        for (const auto &[key, value] : all->items())
            data.emplace(key, value.is_string() ? value.get<std::string>() : value.dump());
    for (const auto &[key, value] : data)
        writer.write(0, fmt::format("{}:\n----\n{}\n\n", key, value));
    writer.write(0, "\nBinaryData\n====\n\n");
    describeEvents(writer, cluster, map);
    return writer.text();
}

std::string describedEndpoints(const Cluster &cluster, const Json &endpoints)
{
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(endpoints)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(endpoints)));
    describeLabels(writer, 0, "Labels", member(endpoints, "metadata.labels"));
    describeAnnotations(writer, endpoints);
    writer.write(0, "Subsets:\n");
    for (const Json &subset : listAt(endpoints, "subsets")) {
        const auto list = [&](const char *path) {
            std::vector<std::string> all;
            for (const Json &address : listAt(subset, path))
                all.push_back(textAt(address, "ip"));
            return all.empty() ? std::string("<none>") : fmt::format("{}", fmt::join(all, ","));
        };
        writer.write(1, fmt::format("Addresses:\t{}\n", list("addresses")));
        writer.write(1, fmt::format("NotReadyAddresses:\t{}\n", list("notReadyAddresses")));
        writer.write(1, "Ports:\n");
        writer.write(2, "Name\tPort\tProtocol\n");
        writer.write(2, "----\t----\t--------\n");
        for (const Json &port : listAt(subset, "ports"))
            writer.write(2, fmt::format("{}\t{}\t{}\n", textAt(port, "name").empty() ? "<unset>" : textAt(port, "name"),
                                        numberAt(port, "port"), textAt(port, "protocol")));
        writer.write(0, "\n");
    }
    describeEvents(writer, cluster, endpoints);
    return writer.text();
}

std::string describedNamespace(const Cluster &cluster, const Json &netns)
{
    (void)cluster;
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(netns)));
    describeLabels(writer, 0, "Labels", member(netns, "metadata.labels"));
    describeAnnotations(writer, netns);
    writer.write(0, fmt::format("Status:\t{}\n", textAt(netns, "status.phase")));
    writer.write(0, "\nNo resource quota.\n\nNo LimitRange resource.\n");
    return writer.text();
}

} // namespace netdraft::model::kubernetes
