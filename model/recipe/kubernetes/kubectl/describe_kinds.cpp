#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

std::string describedService(const Cluster &cluster, const Json &service)
{
    TabWriter writer;
    describeHead(writer, service);
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

std::string describedConfigMap(const Cluster &cluster, const Json &map)
{
    TabWriter writer;
    describeHead(writer, map);
    writer.write(0, "\nData\n====\n");
    for (const auto &[key, value] : orderedValues(member(map, "data")))
        writer.write(0, fmt::format("{}:\n----\n{}\n\n", key, value));
    writer.write(0, "\nBinaryData\n====\n\n");
    describeEvents(writer, cluster, map);
    return writer.text();
}

std::string describedEndpoints(const Cluster &cluster, const Json &endpoints)
{
    TabWriter writer;
    describeHead(writer, endpoints);
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
