#include "model/recipe/kubernetes/kubectl/generators.h"
#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

void scaleVerb(Request &request)
{
    const Flags &flags = request.flags;
    const int replicas = numberRead(flags.value("replicas")).value_or(-1);
    if (replicas < 0)
        return request.fail(
            "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0\n");
    if (flags.words.size() < 2 && !flags.has("filename"))
        return request.fail(noResources);
    const auto chosen = choose(request, 1, Wanted::Names);
    if (!chosen)
        return request.fail(chosen.error());
    if (chosen->empty())
        return request.fail("error: no objects passed to scale\n");
    const bool isAny = std::ranges::any_of(*chosen, [](const Chosen &one) { return one.object; });
    std::string errors;
    for (const Chosen &one : *chosen) {
        if (!one.object) {
            errors += isAny       ? one.error
                      : !one.kind ? fmt::format("error: no objects passed to scale {}", withoutMark(one.error))
                                  : fmt::format("error: no objects passed to scale {}",
                                                one.error.substr(one.error.find("): ") + 3));
            continue;
        }
        static constexpr std::string_view scaled[] = {"Deployment", "ReplicaSet", "StatefulSet"};
        if (std::ranges::find(scaled, one.kind->name) == std::end(scaled)) {
            errors += "Error from server (NotFound): the server could not find the requested resource\n";
            continue;
        }
        Json object = *one.object;
        const int now = numberAt(object, "spec.replicas", 1);
        const int expected = numberRead(flags.value("current-replicas", "-1")).value_or(-1);
        if (expected >= 0 && expected != now) {
            errors += fmt::format("error: Expected replicas to be {}, was {}\n", expected, now);
            continue;
        }
        object["spec"]["replicas"] = replicas;
        if (printDone(request, *one.kind, object, "scaled") && dryRunMark(flags).empty())
            request.cluster.put(std::move(object));
    }
    if (!errors.empty())
        request.fail(errors);
}

void setVerb(Request &request)
{
    const Flags &flags = request.flags;
    std::vector<std::string> changes;
    Flags own = flags;
    own.words.clear();
    for (const std::string &word : flags.words)
        (word.find('=') != std::string::npos ? changes : own.words).push_back(word);
    if (own.words.size() < 3 && !flags.has("filename"))
        return request.fail(noResources);
    const Request inner{request.call, own, request.cluster, request.netns};
    const auto chosen = choose(inner, 2, Wanted::Names);
    if (!chosen)
        return request.fail(chosen.error());
    if (changes.empty())
        return request.fail("error: at least one image update is required\n");
    std::vector<std::string> errors;
    for (const Chosen &one : *chosen) {
        if (!one.object) {
            errors.push_back(one.error);
            continue;
        }
        Json object = *one.object;
        const bool isPod = one.kind->name == "Pod";
        if (!isPod && !member(object, "spec.template.spec")) {
            errors.push_back(
                fmt::format("error: {}/{} the object is not a pod or does not have a pod template: *v1.{}\n",
                            one.kind->plural, one.name, one.kind->name));
            continue;
        }
        Json &spec = isPod ? object["spec"] : object["spec"]["template"]["spec"];
        bool isGood = true;
        for (const std::string &change : changes) {
            const std::string name = change.substr(0, change.find('='));
            bool found = false;
            for (Json &container : spec["containers"])
                if (name == "*" || textAt(container, "name") == name) {
                    container["image"] = validUtf8(change.substr(change.find('=') + 1));
                    found = true;
                }
            if (!found)
                errors.push_back(fmt::format("error: unable to find container named \"{}\"\n", name));
            isGood = isGood && found;
        }
        if (!isGood || object == *one.object)
            continue;
        if (printDone(request, *one.kind, object, "image updated") && dryRunMark(flags).empty())
            request.cluster.put(std::move(object));
    }
    failWith(request, errors);
}

} // namespace netdraft::model::kubernetes
