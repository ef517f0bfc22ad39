#include "model/recipe/kubernetes/kubectl/json_path.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

using Row = std::vector<std::string>;

std::string orNone(std::string text)
{
    return text.empty() ? "<none>" : text;
}

/// `app=web,tier=front`
std::string labelsText(const Json *labels)
{
    std::map<std::string, std::string> ordered;
    if (labels && labels->is_object())
        for (const auto &[key, value] : labels->items())
            ordered.emplace(key, value.is_string() ? value.get<std::string>() : value.dump());
    std::vector<std::string> parts;
    for (const auto &[key, value] : ordered)
        parts.push_back(fmt::format("{}={}", key, value));
    return parts.empty() ? "<none>" : fmt::format("{}", fmt::join(parts, ","));
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

const Columns &columnsOf(const Kind &kind)
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
        external.push_back(address.get<std::string>());
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

Row rowOf(const Cluster &cluster, const Kind &kind, const Json &object, bool wide)
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

/// Whether an object fits `--field-selector status.phase=Running,metadata.name!=web`.
bool fitsFields(const Json &object, std::string_view selector)
{
    while (!selector.empty()) {
        const auto end = std::min(selector.find(','), selector.size());
        const std::string_view part = selector.substr(0, end);
        selector.remove_prefix(std::min(end + 1, selector.size()));
        const auto differs = part.find("!=");
        const auto equals = part.find('=');
        if (equals == std::string_view::npos)
            continue;
        const bool isNot = differs != std::string_view::npos;
        const std::string_view path = part.substr(0, isNot ? differs : equals);
        const std::string_view wanted = part.substr(part.find_last_of('=') + 1);
        if ((textAt(object, path) == wanted) == isNot)
            return false;
    }
    return true;
}

struct Group {
    const Kind *kind;
    std::vector<const Json *> objects;
};

Json listOf(const std::vector<Group> &groups)
{
    Json items = Json::array();
    for (const Group &group : groups)
        for (const Json *object : group.objects)
            items.push_back(*object);
    return {
        {"apiVersion", "v1"}, {"items", std::move(items)}, {"kind", "List"}, {"metadata", {{"resourceVersion", ""}}}};
}

void printTables(Request &request, const std::vector<Group> &groups, bool allNamespaces, bool wide)
{
    const Flags &flags = request.flags;
    const bool several = groups.size() > 1 || flags.has("show-kind");
    bool first = true;
    for (const Group &group : groups) {
        if (group.objects.empty())
            continue;
        const Columns &columns = columnsOf(*group.kind);
        std::vector<Row> rows;
        Row head = columns.plain;
        if (wide) {
            if (group.kind->plural == "events")
                head.pop_back();
            head.insert(head.end(), columns.wide.begin(), columns.wide.end());
        }
        const bool named = allNamespaces && group.kind->namespaced;
        if (named)
            head.insert(head.begin(), "NAMESPACE");
        if (flags.has("show-labels"))
            head.emplace_back("LABELS");
        if (!flags.has("no-headers"))
            rows.push_back(std::move(head));
        for (const Json *object : group.objects) {
            Row row = rowOf(request.cluster, *group.kind, *object, wide);
            if (several && group.kind->plural != "events")
                row.front() = fmt::format("{}/{}", group.kind->singular(), row.front());
            if (named)
                row.insert(row.begin(), namespaceOf(*object));
            if (flags.has("show-labels"))
                row.push_back(labelsText(member(*object, "metadata.labels")));
            rows.push_back(std::move(row));
        }
        if (!first)
            request.out += '\n';
        first = false;
        request.out += tableOf(rows);
    }
}

} // namespace

void getVerb(Request &request)
{
    const Flags &flags = request.flags;
    const auto targets = targetsOf(flags, 1);
    if (!targets)
        return request.fail(targets.error());
    if (targets->empty() && !flags.has("filename"))
        return request.fail(
            "You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete "
            "list of supported resources.\n\nerror: Required resource not specified.\nUse \"kubectl "
            "explain <resource>\" for a detailed description of that resource (e.g. kubectl explain "
            "pods).\nSee 'kubectl get -h' for help and examples\n");
    const bool all = flags.has("all-namespaces");
    std::vector<Group> groups;
    bool isNamed = false;
    for (const Target &target : *targets) {
        auto group = std::ranges::find(groups, target.kind, &Group::kind);
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{target.kind, {}});
        if (!target.name.empty()) {
            isNamed = true;
            const Json *object =
                request.cluster.find(target.kind->plural, namespaceFor(request, *target.kind), target.name);
            if (object)
                group->objects.push_back(object);
            else if (!flags.has("ignore-not-found"))
                request.fail(notFound(*target.kind, target.name));
            continue;
        }
        for (const Json *object : all || !target.kind->namespaced
                                      ? request.cluster.all(target.kind->plural)
                                      : request.cluster.all(target.kind->plural, request.netns))
            if (fitsLabels(*object, flags.value("selector")) && fitsFields(*object, flags.value("field-selector")))
                group->objects.push_back(object);
    }
    for (Group &group : groups)
        if (group.kind->plural == "events")
            std::ranges::stable_sort(group.objects, {},
                                     [](const Json *event) { return textAt(*event, "lastTimestamp"); });
    std::size_t count = 0;
    for (const Group &group : groups)
        count += group.objects.size();
    const std::string output = flags.value("output");
    const bool single = isNamed && count == 1 && groups.size() == 1;
    const Json whole = count == 1 && single ? *groups.front().objects.front() : listOf(groups);
    if (output == "yaml" || output == "json") {
        if (count != 0 || !isNamed)
            request.out += output == "yaml" ? printedYaml(whole) : whole.dump(4) + '\n';
    } else if (output == "name") {
        for (const Group &group : groups)
            for (const Json *object : group.objects)
                request.out += fmt::format("{}/{}\n", group.kind->singular(), nameOf(*object));
    } else if (output.starts_with("jsonpath=")) {
        const auto text = jsonPath(whole, std::string_view(output).substr(9));
        if (!text)
            return request.fail(text.error());
        request.out += *text;
    } else if (!output.empty() && output != "wide") {
        request.fail(fmt::format("error: unable to match a printer suitable for the output format \"{}\", allowed "
                                 "formats are: custom-columns,custom-columns-file,go-template,go-template-file,json,"
                                 "jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,wide,yaml\n",
                                 output));
    } else if (count == 0 && request.status == 0) {
        request.err += all || std::ranges::none_of(groups, [](const Group &group) { return group.kind->namespaced; })
                           ? "No resources found\n"
                           : fmt::format("No resources found in {} namespace.\n", request.netns);
    } else {
        printTables(request, groups, all, output == "wide");
    }
}

} // namespace netdraft::model::kubernetes
