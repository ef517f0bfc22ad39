#include "model/recipe/cni/go_json.h"
#include "model/recipe/kubernetes/kubectl/generators.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

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

/// An object as it is and as a manifest wants it.
Json mergedWith(const Json &existing, const Json &wanted)
{
    Json merged = existing;
    const Json *annotations = member(existing, "metadata.annotations");
    if (annotations && annotations->contains(applied)) {
        const Json before = Json::parse(textOf((*annotations)[applied]), nullptr, false);
        if (before.is_object())
            removeGone(merged, before, wanted);
    }
    merge(merged, wanted);
    return merged;
}

/// Gives containers the images that they have where there are so many, and when those are pulled, if `given` says
/// nothing of that.
void keepImages(Json &containers, const Json &had, const Json &given)
{
    for (std::size_t i = 0; i < std::min(containers.size(), had.size()); ++i) {
        if (!member(given[i], "imagePullPolicy"))
            containers[i]["imagePullPolicy"] = textAt(had[i], "imagePullPolicy");
        containers[i]["image"] = textAt(had[i], "image");
    }
}

/// Whether a pod's specification may become another one: images may change, and tolerations be added.
bool mayBecome(const Json &existing, Json &wanted, const Json &given)
{
    Json same = wanted;
    for (const char *list : {"containers", "initContainers"})
        if (!listAt(wanted, list).empty()) {
            keepImages(same[list], listAt(existing, list), listAt(given, list));
            for (std::size_t i = 0; i < same[list].size(); ++i) // what stays of them stays
                wanted[list][i]["imagePullPolicy"] = same[list][i]["imagePullPolicy"];
        }
    const Json &tolerations = listAt(wanted, "tolerations");
    const bool onlyMore = std::ranges::all_of(listAt(existing, "tolerations"), [&](const Json &one) {
        return std::ranges::any_of(tolerations, [&](const Json &other) { return ordered(other) == ordered(one); });
    });
    if (onlyMore && member(existing, "tolerations"))
        same["tolerations"] = existing["tolerations"];
    return ordered(same) == ordered(existing);
}

/// What is said of a pod whose specification would change; empty: it may.
std::string podRefusal(Cluster &cluster, const Json &existing, Json &wanted)
{
    if (textAt(wanted, "kind") != "Pod" || wanted["spec"] == existing["spec"])
        return {};
    Json completed = wanted;
    complete(cluster, completed);
    if (!mayBecome(existing["spec"], completed["spec"], wanted["spec"]))
        return fmt::format("The Pod \"{}\" is invalid: spec: Forbidden: pod updates may not change fields other than "
                           "`spec.containers[*].image`,`spec.initContainers[*].image`,`spec."
                           "activeDeadlineSeconds`,`spec.tolerations` (only additions to existing "
                           "tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it "
                           "was previously negative)\n",
                           nameOf(wanted));
    wanted = std::move(completed);
    return {};
}

/// The manifest with the annotation that keeps it.
Json annotated(Json object, const Json &manifest)
{
    Json kept = manifest;
    if (!kept["metadata"].contains("annotations"))
        kept["metadata"]["annotations"] = Json::object();
    object["metadata"]["annotations"][applied] = cni::goJson(ordered(kept)) + '\n';
    return object;
}

/// What the server says, as a subcommand that has a name for what has failed passes it on.
std::string passedOn(const std::string &why, std::string_view failing, const Kind &kind)
{
    if (failing.empty() || why.empty())
        return why;
    constexpr std::string_view fromServer = "Error from server (";
    if (why.starts_with(fromServer))
        return fmt::format("error: {}: {}", failing, why.substr(why.find("): ") + 3));
    const std::string invalid = fmt::format("The {} ", kind.name);
    if (!why.starts_with(invalid))
        return why;
    const std::string_view dot = kind.group().empty() ? "" : ".";
    return fmt::format("error: {}: {}{}{} {}", failing, kind.name, dot, kind.group(), why.substr(invalid.size()));
}

/// What kubectl cannot ask for; empty: it can.
std::string namelessRefusal(const Kind &kind, const Json &object, const Creation &how)
{
    if (!nameOf(object).empty())
        return {};
    if (!how.applies)
        return fmt::format("The {} \"\" is invalid: metadata.name: Required value: name or generateName is required\n",
                           kind.name);
    return fmt::format(
        "error: error when retrieving current configuration of:\nResource: \"{0}\", "
        "GroupVersionKind: \"{1}{2}, Kind={3}\"\nName: \"\", Namespace: \"{4}\"\nfrom server for: \"{5}\": "
        "resource name may not be empty\n",
        resourceOf(kind), kind.group().empty() ? "/" : "", kind.apiVersion, kind.name, namespaceOf(object), how.file);
}

void takeEach(Request &request, bool applies, std::string_view verb)
{
    if (const std::string why = validateFlagRefusal(request.flags); !why.empty())
        return request.fail(why);
    if (const std::string why = formatRefusal(request.flags); !why.empty())
        return request.fail(why);
    NamedObjects named = namedObjects(request, Validates::Yes);
    if (!named.error.empty())
        return request.fail(named.error);
    if (named.objects.empty())
        return request.fail(fmt::format("error: no objects passed to {}\n", verb));
    std::vector<std::string> errors;
    for (FromFile &one : named.objects)
        if (one.error.empty())
            createObject(request, std::move(one.object), {.file = one.file, .applies = applies});
        else
            errors.push_back(one.error);
    failWith(request, errors);
}

} // namespace

bool createObject(Request &request, Json object, const Creation &how)
{
    const Kind &kind = *kindNamed(textAt(object, "kind"));
    if (how.file.empty())
        object = Json::parse(cni::jsonText(object)); // of words, which need not be UTF-8
    const auto fail = [&](const std::string &why) {
        request.fail(passedOn(why, how.failing, kind));
        return false;
    };
    const bool isDry = !dryRunMark(request.flags).empty();
    if (const std::string why = namelessRefusal(kind, object, how); !why.empty())
        return fail(why);
    const std::string name = nameOf(object);
    const std::string netns = kind.namespaced && namespaceOf(object).empty() ? request.netns : namespaceOf(object);
    if (isDry && !how.applies) { // kubectl asks nobody
        return printDone(request, kind, object, how.done, how.file.empty() ? Members::AsGiven : Members::Ordered);
    }
    if (kind.namespaced)
        object["metadata"]["namespace"] = netns;
    const Json manifest = object;
    const Json *existing = request.cluster.find(kind.plural, netns, name);
    std::string_view done = existing ? "configured" : how.done;
    if (existing && !how.applies)
        return fail(fmt::format("Error from server (AlreadyExists): {}{} \"{}\" already exists\n",
                                how.file.empty() ? "" : fmt::format("error when creating \"{}\": ", how.file),
                                kind.resource(), name));
    if (how.file.empty()) {
        dropEmpty(object);
        object = ordered(object);
    }
    if (existing) {
        object = mergedWith(*existing, how.applies ? annotated(object, manifest) : object);
        if (const std::string why = podRefusal(request.cluster, *existing, object); !why.empty())
            return fail(why);
    }
    if (how.applies)
        object = annotated(std::move(object), manifest);
    if (const std::string why = refusalOf(request.cluster, object, how.file); !why.empty())
        return fail(why);
    complete(request.cluster, object);
    if (kind.name == "Pod" && !member(object, "status"))
        object["status"] = {{"phase", "Pending"}};
    if (existing && *existing == object)
        done = "unchanged";
    if (!printDone(request, kind, isDry ? annotated(manifest, manifest) : object, done, Members::Ordered))
        return false;
    if (!isDry)
        request.cluster.put(std::move(object));
    return true;
}

void applyVerb(Request &request)
{
    if (request.flags.words.size() > 1)
        return request.fail(fmt::format("error: Unexpected args: [{}]\nSee 'kubectl apply -h' for help and examples\n",
                                        request.flags.joined(1)));
    if (!request.flags.has("filename"))
        return request.fail("error: must specify one of -f and -k\n");
    takeEach(request, true, "apply");
}

void createFromFiles(Request &request)
{
    takeEach(request, false, "create");
}

} // namespace netdraft::model::kubernetes
