#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubectl/json_path.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// The objects of one kind, as they were chosen.
struct Group {
    const Kind *kind;
    std::vector<const Json *> objects;
};

std::vector<Group> groupsOf(const std::vector<Chosen> &chosen)
{
    std::vector<Group> groups;
    for (const Chosen &one : chosen) {
        if (!one.object)
            continue;
        auto group = std::ranges::find(groups, one.kind, &Group::kind);
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{one.kind, {}});
        group->objects.push_back(one.object);
    }
    return groups;
}

std::vector<std::string> rowOf(const Request &request, const Kind &kind, const Json &object, bool hasSeveralKinds)
{
    const Flags &flags = request.flags;
    std::vector<std::string> row = columnsOf(request.cluster, kind, object, flags.value("output") == "wide");
    if (hasSeveralKinds && kind.plural != "events")
        row.front() = fmt::format("{}/{}", kind.singular(), row.front());
    if (flags.has("all-namespaces") && kind.namespaced)
        row.insert(row.begin(), namespaceOf(object));
    const Json *labels = member(object, "metadata.labels");
    for (const std::string &label : flags.list("label-columns"))
        if (!label.empty())
            row.push_back(labels && labels->contains(label) ? textOf((*labels)[label]) : std::string());
    if (flags.has("show-labels"))
        row.push_back(labelsText(labels));
    return row;
}

std::vector<std::string> headOf(const Flags &flags, const Kind &kind)
{
    std::vector<std::string> head = columnHeads(kind, flags.value("output") == "wide");
    if (flags.has("all-namespaces") && kind.namespaced)
        head.insert(head.begin(), "NAMESPACE");
    for (const std::string &label : flags.list("label-columns")) {
        if (label.empty())
            continue;
        std::string name = label.substr(label.rfind('/') + 1);
        std::ranges::transform(name, name.begin(),
                               [](unsigned char each) { return static_cast<char>(std::toupper(each)); });
        head.push_back(std::move(name));
    }
    if (flags.has("show-labels"))
        head.emplace_back("LABELS");
    return head;
}

void printTables(Request &request, const std::vector<Group> &groups)
{
    const bool several = groups.size() > 1 || request.flags.has("show-kind");
    bool first = true;
    for (const Group &group : groups) {
        std::vector<std::vector<std::string>> rows;
        if (!request.flags.has("no-headers"))
            rows.push_back(headOf(request.flags, *group.kind));
        for (const Json *object : group.objects)
            rows.push_back(rowOf(request, *group.kind, *object, several));
        request.out += (first ? "" : "\n") + tableOf(rows);
        first = false;
    }
}

/// Orders all by what is at a path; false, and told, where no object has anything there.
bool sortBy(Request &request, std::vector<Chosen> &chosen, const std::string &path)
{
    std::vector<std::pair<Json, Chosen>> keyed;
    bool isAnywhere = false;
    for (Chosen &one : chosen) {
        const Json *value = one.object ? firstAt(*one.object, path) : nullptr;
        isAnywhere = isAnywhere || value;
        keyed.emplace_back(value ? *value : Json(), std::move(one));
    }
    chosen.clear();
    if (!isAnywhere && !keyed.empty()) {
        request.fail(fmt::format("error: couldn't find any field with path \"{{{}}}\" in the list of objects\n",
                                 path.starts_with('.') ? path : '.' + path));
        return false;
    }
    std::ranges::stable_sort(keyed, [](const auto &one, const auto &other) {
        if (one.first.is_number() && other.first.is_number())
            return one.first.template get<double>() < other.first.template get<double>();
        if (one.first.is_string() && other.first.is_string())
            return one.first.template get<std::string>() < other.first.template get<std::string>();
        return one.first.is_null() && !other.first.is_null();
    });
    for (auto &[key, one] : keyed)
        chosen.push_back(std::move(one));
    return true;
}

std::string withoutBraces(std::string path)
{
    if (path.starts_with('{') && path.ends_with('}'))
        return path.substr(1, path.size() - 2);
    return path;
}

} // namespace

void getVerb(Request &request)
{
    const Flags &flags = request.flags;
    if (flags.words.size() < 2 && !flags.has("filename"))
        return request.fail(
            "You must specify the type of resource to get. Use \"kubectl api-resources\" for a complete "
            "list of supported resources.\n\nerror: Required resource not specified.\nUse \"kubectl "
            "explain <resource>\" for a detailed description of that resource (e.g. kubectl explain "
            "pods).\nSee 'kubectl get -h' for help and examples\n");
    const std::string output = flags.value("output");
    auto chosen = choose(request, 1, Wanted::Anything);
    if (!chosen)
        return request.fail(chosen.error());
    if (const std::string path = withoutBraces(flags.value("sort-by")); !path.empty()) {
        if (!sortBy(request, *chosen, path))
            return;
    } else {
        std::ranges::stable_sort(*chosen, {}, [](const Chosen &one) {
            const bool isEvent = one.object && one.kind->plural == "events";
            return isEvent ? textAt(*one.object, "lastTimestamp") : std::string();
        });
    }
    for (const Chosen &one : *chosen)
        if (!one.error.empty() && (!one.kind || !flags.has("ignore-not-found")))
            request.fail(withoutMark(one.error));
    const std::vector<Group> groups = groupsOf(*chosen);
    std::vector<const Json *> objects;
    for (const Group &group : groups)
        objects.insert(objects.end(), group.objects.begin(), group.objects.end());
    if (printCustomColumns(request, objects))
        return;
    if (!output.empty() && output != "wide") {
        // What is named, or what a file alone has, stands alone; what is listed is a list, also of one or of none.
        const auto files = flags.given.find("filename");
        const bool isNamed = files != flags.given.end()
                                 ? files->second.size() == 1
                                 : flags.words.size() > 2 || flags.words.back().find('/') != std::string::npos;
        Json items = Json::array();
        for (const Chosen &one : *chosen)
            if (one.object)
                items.push_back(*one.object);
        if (isNamed && items.empty())
            return;
        const Json whole = isNamed && items.size() == 1 && chosen->size() == 1
                               ? items.front()
                               : Json{{"apiVersion", "v1"},
                                      {"items", std::move(items)},
                                      {"kind", "List"},
                                      {"metadata", {{"resourceVersion", ""}}}};
        if (printWhole(request, whole, *chosen) == Printed::Unknown)
            request.fail(unknownFormat(output, true));
        return;
    }
    if (!groups.empty())
        return printTables(request, groups);
    const bool isNamespaced =
        !flags.has("all-namespaces") &&
        (flags.words.size() < 2 || std::ranges::any_of(names::splitAt(flags.words[1], ','), [](const auto &word) {
             const Kind *kind = kindTyped(word);
             return word == "all" || (kind && kind->namespaced);
         }));
    if (request.status == 0 && !flags.has("ignore-not-found"))
        request.err +=
            isNamespaced ? fmt::format("No resources found in {} namespace.\n", request.netns) : "No resources found\n";
}

} // namespace netdraft::model::kubernetes
