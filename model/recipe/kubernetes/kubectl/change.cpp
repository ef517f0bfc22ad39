#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

constexpr const char *applied = "kubectl.kubernetes.io/last-applied-configuration";

/// What of an object its manifest says, merged into what it is.
void merge(Json &object, const Json &with)
{
    for (const auto &[key, value] : with.items()) {
        if (value.is_object() && object.contains(key) && object[key].is_object() && key != "selector" &&
            key != "template")
            merge(object[key], value);
        else
            object[key] = value;
    }
}

/// Fields of the manifest before that are not in this one go.
void removeGone(Json &object, const Json &before, const Json &now)
{
    for (const auto &[key, value] : before.items()) {
        if (!now.contains(key))
            object.erase(key);
        else if (value.is_object() && now[key].is_object() && object.contains(key) && object[key].is_object())
            removeGone(object[key], value, now[key]);
    }
}

std::string dryRun(const Request &request)
{
    const std::string how = request.flags.value("dry-run");
    return how.empty() || how == "none" ? "" : how == "server" ? " (server dry run)" : " (dry run)";
}

} // namespace

std::expected<std::vector<FromFile>, std::string> namedObjects(const Request &request)
{
    std::vector<FromFile> all;
    const auto files = request.flags.given.find("filename");
    if (files == request.flags.given.end())
        return all;
    for (const std::string &file : files->second) {
        std::string text;
        std::string name = file;
        if (file == "-") {
            text = request.call.input;
            name = "STDIN";
        } else if (file.starts_with("http://") || file.starts_with("https://")) {
            return std::unexpected(fmt::format("error: unable to read URL \"{}\", there is no internet here; write the "
                                               "manifest into a file\n",
                                               file));
        } else {
            const std::string *found =
                request.call.readFile ? request.call.readFile(request.call.context, file) : nullptr;
            if (!found)
                return std::unexpected(fmt::format("error: the path \"{}\" does not exist\n", file));
            text = *found;
        }
        auto manifest = readManifest(text, name);
        if (!manifest)
            return std::unexpected(manifest.error() + '\n');
        for (Json &object : manifest->objects) {
            const Kind *kind = kindNamed(textAt(object, "kind"));
            if (kind && kind->namespaced && namespaceOf(object).empty())
                object["metadata"]["namespace"] = request.netns;
            if (kind && !kind->namespaced && object.contains("metadata"))
                object["metadata"].erase("namespace");
            all.push_back({std::move(object), name});
        }
    }
    return all;
}

bool createObject(Request &request, Json object, const std::string &file, bool applies)
{
    const Kind *kind = kindNamed(textAt(object, "kind"));
    const std::string name = nameOf(object);
    const Json manifest = object;
    const Json *existing = kind ? request.cluster.find(kind->plural, namespaceOf(object), name) : nullptr;
    std::string done = existing ? "configured" : "created";
    if (existing && !applies) {
        request.fail(fmt::format("Error from server (AlreadyExists): {}{} \"{}\" already exists\n",
                                 file.empty() ? "" : fmt::format("error when creating \"{}\": ", file),
                                 fmt::format("{}{}{}", kind->plural, kind->group().empty() ? "" : ".", kind->group()),
                                 name));
        return false;
    }
    if (existing) {
        Json merged = *existing;
        const Json *annotations = member(*existing, "metadata.annotations");
        if (annotations && annotations->contains(applied)) {
            const Json before = Json::parse((*annotations)[applied].get<std::string>(), nullptr, false);
            if (before.is_object())
                removeGone(merged, before, object);
        }
        merge(merged, object);
        object = std::move(merged);
        if (kind->name == "Pod" && object["spec"] != (*existing)["spec"]) {
            Json completed = object;
            complete(request.cluster, completed);
            if (completed["spec"] != (*existing)["spec"]) {
                request.fail(
                    fmt::format("The Pod \"{}\" is invalid: spec: Forbidden: pod updates may not change fields "
                                "other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec."
                                "activeDeadlineSeconds`,`spec.tolerations` (only additions to existing "
                                "tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it "
                                "was previously negative)\n",
                                name));
                return false;
            }
            object = std::move(completed);
        }
    }
    if (applies) {
        nlohmann::json ordered = nlohmann::json::parse(manifest.dump());
        if (!ordered["metadata"].contains("annotations"))
            ordered["metadata"]["annotations"] = nlohmann::json::object();
        object["metadata"]["annotations"][applied] = ordered.dump() + '\n';
    }
    if (const std::string why = refusalOf(request.cluster, object, file); !kind || !why.empty()) {
        request.fail(why);
        return false;
    }
    const std::string dry = dryRun(request);
    complete(request.cluster, object);
    if (kind->name == "Pod" && !member(object, "status"))
        object["status"] = {{"phase", "Pending"}};
    if (existing && *existing == object)
        done = "unchanged";
    const std::string output = request.flags.value("output");
    if (output == "yaml" || output == "json") {
        request.out += output == "yaml" ? printedYaml(dry.empty() ? object : manifest)
                                        : (dry.empty() ? object : manifest).dump(4) + '\n';
    } else if (output == "name") {
        request.out += fmt::format("{}/{}\n", kind->singular(), name);
    } else {
        request.out += fmt::format("{}/{} {}{}\n", kind->singular(), name, done, dry);
    }
    if (dry.empty())
        request.cluster.put(std::move(object));
    return true;
}

void applyVerb(Request &request)
{
    if (!request.flags.has("filename"))
        return request.fail("error: must specify one of -f and -k\n");
    auto objects = namedObjects(request);
    if (!objects)
        return request.fail(objects.error());
    for (FromFile &named : *objects)
        createObject(request, std::move(named.object), named.file, true);
}

void deleteObject(Cluster &cluster, const Kind &kind, const std::string &netns, const std::string &name)
{
    const Json *object = cluster.find(kind.plural, netns, name);
    if (!object)
        return;
    if (kind.name == "Pod" && !textAt(*object, "spec.nodeName").empty()) {
        Json pod = *object;
        pod["metadata"]["deletionTimestamp"] = cluster.timestamp();
        cluster.put(std::move(pod));
        return;
    }
    cluster.erase(kind.plural, netns, name);
    if (kind.name != "Namespace")
        return;
    for (const Kind &other : kinds()) { // all that is in it goes with it
        if (!other.namespaced)
            continue;
        std::vector<std::string> names;
        for (const Json *one : cluster.all(other.plural, name))
            names.push_back(nameOf(*one));
        for (const std::string &one : names)
            deleteObject(cluster, other, name, one);
    }
}

void deleteVerb(Request &request)
{
    const auto remove = [&](const Kind &kind, const std::string &netns, const std::string &name,
                            const std::string &file) {
        if (!request.cluster.find(kind.plural, netns, name)) {
            if (!request.flags.has("ignore-not-found"))
                request.fail(
                    file.empty()
                        ? notFound(kind, name)
                        : fmt::format(
                              "Error from server (NotFound): error when deleting \"{}\": {}{}{} \"{}\" not found\n",
                              file, kind.plural, kind.group().empty() ? "" : ".", kind.group(), name));
            return;
        }
        if (dryRun(request).empty())
            deleteObject(request.cluster, kind, netns, name);
        request.out += fmt::format("{} \"{}\" {}deleted{}\n", kind.singular(), name,
                                   request.flags.has("force") ? "force " : "", dryRun(request));
    };
    if (request.flags.has("filename")) {
        const auto objects = namedObjects(request);
        if (!objects)
            return request.fail(objects.error());
        for (const FromFile &named : *objects) {
            const Kind *kind = kindNamed(textAt(named.object, "kind"));
            if (kind)
                remove(*kind, namespaceOf(named.object), nameOf(named.object), named.file);
        }
        return;
    }
    const auto targets = targetsOf(request.flags, 1);
    if (!targets)
        return request.fail(targets.error());
    if (targets->empty())
        return request.fail("error: You must provide one or more resources by argument or filename.\nExample resource "
                            "specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n   '<resource> "
                            "<name>'\n   '<resource>'\n");
    for (const Target &target : *targets) {
        const std::string netns = namespaceFor(request, *target.kind);
        if (!target.name.empty()) {
            remove(*target.kind, netns, target.name, {});
            continue;
        }
        const std::string selector = request.flags.value("selector");
        if (selector.empty() && !request.flags.has("all"))
            return request.fail("error: resource(s) were provided, but no name was specified\n");
        std::vector<std::string> names;
        for (const Json *object : request.cluster.all(target.kind->plural, netns))
            if (fitsLabels(*object, selector))
                names.push_back(nameOf(*object));
        if (names.empty())
            request.out += "No resources found\n";
        for (const std::string &name : names)
            remove(*target.kind, netns, name, {});
    }
}

} // namespace netdraft::model::kubernetes
