#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

/// What of the flags does not go together; empty: all does.
std::string flagRefusal(const Flags &flags)
{
    if (const std::string output = flags.value("output"); !output.empty() && output != "name")
        return fmt::format("error: unexpected -o output mode: {}. We only support '-o name'\n", output);
    if (flags.has("now") && flags.given.contains("grace-period"))
        return "error: --now and --grace-period cannot be specified together\n";
    for (const std::string_view known : {"", "unchanged", "true", "false", "background", "foreground", "orphan"})
        if (flags.value("cascade") == known)
            return {};
    return fmt::format("error: invalid cascade value ({}). Must be \"background\", \"foreground\", or \"orphan\"\n",
                       flags.value("cascade"));
}

/// Takes an object from those that it has made: they stay when it goes.
void orphan(Cluster &cluster, const std::string &uid)
{
    for (const Kind &kind : kinds()) {
        std::vector<Json> made;
        for (const Json *one : cluster.all(kind.plural))
            if (textAt(*one, "metadata.ownerReferences.0.uid") == uid)
                made.push_back(*one);
        for (Json &one : made) {
            one["metadata"].erase("ownerReferences");
            cluster.put(std::move(one));
        }
    }
}

void remove(Request &request, const Kind &kind, const std::string &netns, const std::string &name)
{
    const std::string mark = dryRunMark(request.flags);
    const std::string cascade = request.flags.value("cascade");
    if (const Json *object = request.cluster.find(kind.plural, netns, name);
        object && mark.empty() && (cascade == "orphan" || cascade == "false"))
        orphan(request.cluster, textAt(*object, "metadata.uid"));
    if (mark.empty())
        deleteObject(request.cluster, kind, netns, name);
    if (request.flags.value("output") == "name")
        request.out += fmt::format("{}/{}\n", kind.singular(), name);
    else
        request.out += fmt::format("{} \"{}\" {}deleted{}\n", kind.singular(), name,
                                   request.flags.has("force") ? "force " : "", mark);
}

void deleteNamed(Request &request, const std::vector<FromFile> &objects)
{
    std::vector<std::string> errors;
    for (const FromFile &named : objects) {
        if (!named.error.empty())
            continue;
        const Kind &kind = *kindNamed(textAt(named.object, "kind"));
        const std::string name = nameOf(named.object);
        if (request.cluster.find(kind.plural, namespaceOf(named.object), name))
            remove(request, kind, namespaceOf(named.object), name);
        else if (!request.flags.has("ignore-not-found"))
            errors.push_back(
                fmt::format("Error from server (NotFound): error when deleting \"{}\": {} \"{}\" not found\n",
                            named.file, kind.resource(), name));
    }
    for (const FromFile &named : objects) // kubectl tells of these behind the others
        if (!named.error.empty())
            errors.push_back(named.error);
    failWith(request, errors);
    if (objects.empty())
        request.out += "No resources found\n";
}

} // namespace

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
    const Flags &flags = request.flags;
    if (const std::string why = flagRefusal(flags); !why.empty())
        return request.fail(why);
    if (flags.words.size() < 2 && !flags.has("filename"))
        return request.fail(noResources);
    if (flags.has("force"))
        request.err += "Warning: Immediate deletion does not wait for confirmation that the running resource has been "
                       "terminated. The resource may continue to run on the cluster indefinitely.\n";
    if (flags.has("filename") && flags.words.size() < 2) {
        const NamedObjects named = namedObjects(request, Validates::No);
        return named.error.empty() ? deleteNamed(request, named.objects) : request.fail(named.error);
    }
    const auto chosen = choose(request, 1, Wanted::Names);
    if (!chosen)
        return request.fail(chosen.error());
    if (chosen->empty())
        request.out += "No resources found\n";
    std::string errors;
    for (const Chosen &one : *chosen)
        if (one.object)
            remove(request, *one.kind, one.netns, one.name);
        else if (!flags.has("ignore-not-found"))
            errors += notFound(*one.kind, one.name);
    if (!errors.empty())
        request.fail(errors);
}

} // namespace netdraft::model::kubernetes
