#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// How far the roll-out of an object is, or why nobody can say.
std::string statusOf(Request &request, const Kind &kind, const Json &object)
{
    const std::string name = nameOf(object);
    if (kind.name == "DaemonSet") {
        const int wanted = numberAt(object, "status.desiredNumberScheduled");
        const int ready = numberAt(object, "status.numberAvailable");
        return ready >= wanted
                   ? fmt::format("daemon set \"{}\" successfully rolled out\n", name)
                   : fmt::format("Waiting for daemon set \"{}\" rollout to finish: {} of {} updated pods are "
                                 "available...\n",
                                 name, ready, wanted);
    }
    if (kind.name == "Deployment") {
        const int wanted = numberAt(object, "spec.replicas");
        const int ready = numberAt(object, "status.availableReplicas");
        return ready >= wanted
                   ? fmt::format("deployment \"{}\" successfully rolled out\n", name)
                   : fmt::format("Waiting for deployment \"{}\" rollout to finish: {} of {} updated replicas are "
                                 "available...\n",
                                 name, ready, wanted);
    }
    request.fail(fmt::format("error: no status viewer has been implemented for {}\n", kind.name));
    return {};
}

} // namespace

void rolloutVerb(Request &request)
{
    const bool restarts = request.flags.path == "rollout restart";
    if (request.flags.words.size() < 3 && !request.flags.has("filename"))
        return request.fail("error: required resource not specified\n");
    const auto chosen = choose(request, 2, Wanted::Anything);
    if (!chosen)
        return request.fail(chosen.error());
    if (chosen->empty())
        request.err += fmt::format("No resources found in {} namespace.\n", request.netns);
    std::vector<std::string> errors;
    for (const Chosen &one : *chosen) {
        if (!one.object) {
            errors.emplace_back(restarts && !one.kind ? withoutMark(one.error) : one.error);
            continue;
        }
        if (!restarts) {
            request.out += statusOf(request, *one.kind, *one.object);
            continue;
        }
        static constexpr std::string_view restarted[] = {"DaemonSet", "Deployment", "StatefulSet"};
        if (std::ranges::find(restarted, one.kind->name) == std::end(restarted)) {
            errors.push_back(
                fmt::format("error: {} \"{}\" restarting is not supported\n", one.kind->resource(), one.name));
            continue;
        }
        Json object = *one.object;
        object["spec"]["template"]["metadata"]["annotations"]["kubectl.kubernetes.io/restartedAt"] =
            request.cluster.timestamp();
        if (printDone(request, *one.kind, object, "restarted"))
            request.cluster.put(std::move(object));
    }
    failWith(request, errors);
}

} // namespace netdraft::model::kubernetes
