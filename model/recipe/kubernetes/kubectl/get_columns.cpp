#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

using Row = std::vector<std::string>;

std::string orNone(const std::string &text)
{
    return text.empty() ? "<none>" : text;
}

/// The names and the images of what a template has.
std::pair<std::string, std::string> containersOf(const Json &object)
{
    std::vector<std::string> names;
    std::vector<std::string> images;
    for (const Json &container : listAt(object, "spec.template.spec.containers")) {
        names.push_back(textAt(container, "name"));
        images.push_back(textAt(container, "image"));
    }
    return {fmt::format("{}", fmt::join(names, ",")), fmt::format("{}", fmt::join(images, ","))};
}

std::string countAt(const Json &object, std::string_view path)
{
    return fmt::format("{}", numberAt(object, path));
}

struct Columns {
    std::string_view plural;
    Row plain;
    Row wide; ///< those that follow
};

const std::vector<Columns> &columnsOfKinds()
{
    static const std::vector<Columns> all{
        {"pods", {"NAME", "READY", "STATUS", "RESTARTS", "AGE"}, {"IP", "NODE", "NOMINATED NODE", "READINESS GATES"}},
        {"nodes",
         {"NAME", "STATUS", "ROLES", "AGE", "VERSION"},
         {"INTERNAL-IP", "EXTERNAL-IP", "OS-IMAGE", "KERNEL-VERSION", "CONTAINER-RUNTIME"}},
        {"services", {"NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE"}, {"SELECTOR"}},
        {"endpoints", {"NAME", "ENDPOINTS", "AGE"}, {}},
        {"deployments", {"NAME", "READY", "UP-TO-DATE", "AVAILABLE", "AGE"}, {"CONTAINERS", "IMAGES", "SELECTOR"}},
        {"replicasets", {"NAME", "DESIRED", "CURRENT", "READY", "AGE"}, {"CONTAINERS", "IMAGES", "SELECTOR"}},
        {"daemonsets",
         {"NAME", "DESIRED", "CURRENT", "READY", "UP-TO-DATE", "AVAILABLE", "NODE SELECTOR", "AGE"},
         {"CONTAINERS", "IMAGES", "SELECTOR"}},
        {"namespaces", {"NAME", "STATUS", "AGE"}, {}},
        {"configmaps", {"NAME", "DATA", "AGE"}, {}},
        {"secrets", {"NAME", "TYPE", "DATA", "AGE"}, {}},
        {"serviceaccounts", {"NAME", "SECRETS", "AGE"}, {}},
        {"networkpolicies", {"NAME", "POD-SELECTOR", "AGE"}, {}},
        {"events",
         {"LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"},
         {"SUBOBJECT", "SOURCE", "MESSAGE", "FIRST SEEN", "COUNT", "NAME"}},
        {"", {"NAME", "AGE"}, {}},
    };
    return all;
}

const Columns &columnsOfKind(const Kind &kind)
{
    const auto &all = columnsOfKinds();
    const auto found = std::ranges::find(all, kind.plural, &Columns::plural);
    return found == all.end() ? all.back() : *found;
}

Row podRow(const Cluster &cluster, const Json &pod, bool wide)
{
    const auto [ready, total] = readyContainers(pod);
    Row row{nameOf(pod), fmt::format("{}/{}", ready, total), podStatus(pod), fmt::format("{}", restartsOf(pod)),
            ageOf(cluster, pod)};
    if (wide)
        row.insert(row.end(),
                   {orNone(textAt(pod, "status.podIP")), orNone(textAt(pod, "spec.nodeName")), "<none>", "<none>"});
    return row;
}

Row nodeRow(const Cluster &cluster, const Json &node, bool wide)
{
    std::string status = "Unknown";
    for (const Json &condition : listAt(node, "status.conditions"))
        if (textAt(condition, "type") == "Ready")
            status = textAt(condition, "status") == "True" ? "Ready" : "NotReady";
    if (const Json *cordoned = member(node, "spec.unschedulable"); cordoned && *cordoned == true)
        status += ",SchedulingDisabled";
    Row row{nameOf(node), status, rolesOf(node), ageOf(cluster, node), textAt(node, "status.nodeInfo.kubeletVersion")};
    if (wide)
        row.insert(row.end(), {internalIp(node), "<none>", textAt(node, "status.nodeInfo.osImage"),
                               textAt(node, "status.nodeInfo.kernelVersion"),
                               textAt(node, "status.nodeInfo.containerRuntimeVersion")});
    return row;
}

Row serviceRow(const Cluster &cluster, const Json &service, bool wide)
{
    const std::string type = textAt(service, "spec.type");
    std::vector<std::string> external;
    for (const Json &address : listAt(service, "spec.externalIPs"))
        external.push_back(textOf(address));
    std::string outside = external.empty() ? (type == "LoadBalancer" ? "<pending>" : "<none>")
                                           : fmt::format("{}", fmt::join(external, ","));
    if (type == "ExternalName")
        outside = textAt(service, "spec.externalName");
    Row row{nameOf(service),        type, orNone(textAt(service, "spec.clusterIP")), outside, servicePorts(service),
            ageOf(cluster, service)};
    if (wide)
        row.push_back(labelsText(member(service, "spec.selector")));
    return row;
}

void addTemplate(Row &row, const Json &object, bool wide)
{
    if (!wide)
        return;
    const auto [names, images] = containersOf(object);
    row.insert(row.end(), {names, images, labelsText(member(object, "spec.selector.matchLabels"))});
}

Row eventRow(const Cluster &cluster, const Json &event, bool wide)
{
    std::string kind = textAt(event, "involvedObject.kind");
    std::ranges::transform(kind, kind.begin(),
                           [](unsigned char each) { return static_cast<char>(std::tolower(each)); });
    const std::string object = fmt::format("{}/{}", kind, textAt(event, "involvedObject.name"));
    Row row{agePrinted(cluster.ageOf(textAt(event, "lastTimestamp"))), textAt(event, "type"), textAt(event, "reason"),
            object};
    if (wide)
        row.insert(row.end(), {"", textAt(event, "source.component"), textAt(event, "message"),
                               agePrinted(cluster.ageOf(textAt(event, "firstTimestamp"))), countAt(event, "count"),
                               nameOf(event)});
    else
        row.push_back(textAt(event, "message"));
    return row;
}

std::size_t sizeAt(const Json &object, std::string_view path)
{
    const Json *found = member(object, path);
    return found && found->is_object() ? found->size() : 0;
}

} // namespace

std::string labelsText(const Json *labels)
{
    std::map<std::string, std::string> ordered;
    if (labels && labels->is_object())
        for (const auto &[key, value] : labels->items())
            ordered.emplace(key, value.is_string() ? value.get<std::string>() : value.dump());
    std::vector<std::string> parts;
    parts.reserve(ordered.size());
    for (const auto &[key, value] : ordered)
        parts.push_back(fmt::format("{}={}", key, value));
    return parts.empty() ? "<none>" : fmt::format("{}", fmt::join(parts, ","));
}

std::vector<std::string> columnHeads(const Kind &kind, bool wide)
{
    const Columns &columns = columnsOfKind(kind);
    Row heads = columns.plain;
    if (!wide)
        return heads;
    if (kind.plural == "events")
        heads.pop_back();
    heads.insert(heads.end(), columns.wide.begin(), columns.wide.end());
    return heads;
}

std::vector<std::string> columnsOf(const Cluster &cluster, const Kind &kind, const Json &object, bool wide)
{
    const std::string age = ageOf(cluster, object);
    const std::string name = nameOf(object);
    if (kind.plural == "pods")
        return podRow(cluster, object, wide);
    if (kind.plural == "nodes")
        return nodeRow(cluster, object, wide);
    if (kind.plural == "services")
        return serviceRow(cluster, object, wide);
    if (kind.plural == "events")
        return eventRow(cluster, object, wide);
    if (kind.plural == "endpoints")
        return {name, endpointsText(&object, 3), age};
    if (kind.plural == "namespaces")
        return {name, textAt(object, "status.phase"), age};
    if (kind.plural == "configmaps")
        return {name, fmt::format("{}", sizeAt(object, "data") + sizeAt(object, "binaryData")), age};
    if (kind.plural == "secrets")
        return {name, orNone(textAt(object, "type")),
                fmt::format("{}", sizeAt(object, "data") + sizeAt(object, "stringData")), age};
    if (kind.plural == "serviceaccounts")
        return {name, fmt::format("{}", listAt(object, "secrets").size()), age};
    if (kind.plural == "networkpolicies")
        return {name, labelsText(member(object, "spec.podSelector.matchLabels")), age};
    Row row;
    if (kind.plural == "deployments")
        row = {name,
               fmt::format("{}/{}", numberAt(object, "status.readyReplicas"), numberAt(object, "spec.replicas", 1)),
               countAt(object, "status.updatedReplicas"), countAt(object, "status.availableReplicas"), age};
    else if (kind.plural == "replicasets")
        row = {name, countAt(object, "spec.replicas"), countAt(object, "status.replicas"),
               countAt(object, "status.readyReplicas"), age};
    else if (kind.plural == "daemonsets")
        row = {name,
               countAt(object, "status.desiredNumberScheduled"),
               countAt(object, "status.currentNumberScheduled"),
               countAt(object, "status.numberReady"),
               countAt(object, "status.updatedNumberScheduled"),
               countAt(object, "status.numberAvailable"),
               labelsText(member(object, "spec.template.spec.nodeSelector")),
               age};
    else
        return {name, age};
    addTemplate(row, object, wide);
    return row;
}

} // namespace netdraft::model::kubernetes
