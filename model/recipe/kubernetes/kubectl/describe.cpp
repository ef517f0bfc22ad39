#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// What is described, but for the events at its end.
std::string_view withoutEvents(std::string_view text)
{
    const auto events = text.rfind("\nEvents:");
    return events == std::string_view::npos ? text : text.substr(0, events + 1);
}

} // namespace

std::string describedPod(const Cluster &cluster, const Json &pod)
{
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(pod)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(pod)));
    if (member(pod, "spec.priority"))
        writer.write(0, fmt::format("Priority:\t{}\n", numberAt(pod, "spec.priority")));
    if (const std::string name = textAt(pod, "spec.priorityClassName"); !name.empty())
        writer.write(0, fmt::format("Priority Class Name:\t{}\n", name));
    if (const std::string account = textAt(pod, "spec.serviceAccountName"); !account.empty())
        writer.write(0, fmt::format("Service Account:\t{}\n", account));
    const std::string node = textAt(pod, "spec.nodeName");
    const std::string host = textAt(pod, "status.hostIP");
    writer.write(0, node.empty() ? "Node:\t<none>\n" : fmt::format("Node:\t{}/{}\n", node, host));
    if (const std::string began = textAt(pod, "status.startTime"); !began.empty())
        writer.write(0, fmt::format("Start Time:\t{}\n", longTime(began)));
    describeLabels(writer, 0, "Labels", member(pod, "metadata.labels"));
    describeAnnotations(writer, pod);
    writer.write(0,
                 fmt::format("Status:\t{}\n", member(pod, "metadata.deletionTimestamp") ? "Terminating (lasts 0s)"
                                                                                        : textAt(pod, "status.phase")));
    writer.write(0, fmt::format("IP:\t{}\n", textAt(pod, "status.podIP")));
    const Json &ips = listAt(pod, "status.podIPs");
    writer.write(0, ips.empty() ? "IPs:\t<none>\n" : "IPs:\n");
    for (const Json &ip : ips)
        writer.write(1, fmt::format("IP:\t{}\n", textAt(ip, "ip")));
    const Json &owners = listAt(pod, "metadata.ownerReferences");
    if (!owners.empty())
        writer.write(0, fmt::format("Controlled By:\t{}/{}\n", textAt(owners[0], "kind"), textAt(owners[0], "name")));
    if (const Json &init = listAt(pod, "spec.initContainers"); !init.empty())
        describeContainers(writer, 0, "Init Containers", init, listAt(pod, "status.initContainerStatuses"));
    describeContainers(writer, 0, "Containers", listAt(pod, "spec.containers"),
                       listAt(pod, "status.containerStatuses"));
    if (const Json &conditions = listAt(pod, "status.conditions"); !conditions.empty()) {
        writer.write(0, "Conditions:\n  Type\tStatus\n");
        for (const Json &condition : conditions)
            writer.write(1, fmt::format("{} \t{} \n", textAt(condition, "type"), textAt(condition, "status")));
    }
    describeVolumes(writer, 0, listAt(pod, "spec.volumes"));
    if (const std::string qos = textAt(pod, "status.qosClass"); !qos.empty())
        writer.write(0, fmt::format("QoS Class:\t{}\n", qos));
    else
        writer.write(0, "QoS Class:\tBestEffort\n");
    describeLabels(writer, 0, "Node-Selectors", member(pod, "spec.nodeSelector"));
    describeTolerations(writer, 0, listAt(pod, "spec.tolerations"));
    describeEvents(writer, cluster, pod);
    return writer.text();
}

std::string described(const Cluster &cluster, const Json &object)
{
    const std::string kind = textAt(object, "kind");
    if (kind == "Pod")
        return describedPod(cluster, object);
    if (kind == "Node")
        return describedNode(cluster, object);
    if (kind == "Service")
        return describedService(cluster, object);
    if (kind == "Deployment" || kind == "ReplicaSet" || kind == "DaemonSet")
        return describedWorkload(cluster, object);
    if (kind == "NetworkPolicy")
        return describedPolicy(cluster, object);
    if (kind == "ConfigMap")
        return describedConfigMap(cluster, object);
    if (kind == "Endpoints")
        return describedEndpoints(cluster, object);
    if (kind == "Namespace")
        return describedNamespace(cluster, object);
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(object)));
    if (!namespaceOf(object).empty())
        writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(object)));
    describeLabels(writer, 0, "Labels", member(object, "metadata.labels"));
    describeAnnotations(writer, object);
    if (kind == "ServiceAccount")
        writer.write(0, "Image pull secrets:\t<none>\nMountable secrets:\t<none>\nTokens:\t<none>\n");
    describeEvents(writer, cluster, object);
    return writer.text();
}

void describeVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.words.size() < 2 && !flags.has("filename"))
        return request.fail(
            "error: You must specify the type of resource to describe. Use \"kubectl api-resources\" for a "
            "complete list of supported resources.\n");
    const auto chosen = choose(request, 1, Wanted::Anything);
    if (!chosen)
        return request.fail(chosen.error());
    std::vector<const Json *> objects;
    std::string errors;
    for (const Chosen &one : *chosen) {
        if (!one.kind) {
            request.fail(withoutMark(one.error));
            continue;
        }
        if (one.object) {
            objects.push_back(one.object);
            continue;
        }
        // A name that nobody has may be the beginning of others'.
        const std::size_t before = objects.size();
        for (const Json *object : request.cluster.all(one.kind->plural, one.netns))
            if (nameOf(*object).starts_with(one.name))
                objects.push_back(object);
        if (objects.size() == before)
            errors += one.error;
    }
    if (!errors.empty())
        request.fail(errors);
    if (objects.empty() && request.status == 0)
        request.err += flags.has("all-namespaces")
                           ? "No resources found\n"
                           : fmt::format("No resources found in {} namespace.\n", request.netns);
    const bool hasEvents = !flags.given.contains("show-events") || flags.has("show-events");
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string text = described(request.cluster, *objects[i]);
        request.out += i == 0 ? "" : "\n\n";
        request.out += hasEvents ? text : withoutEvents(text);
    }
}

} // namespace netdraft::model::kubernetes
