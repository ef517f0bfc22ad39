#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

void drain(Request &request, const std::string &name)
{
    std::vector<std::pair<std::string, std::string>> pods;
    std::string daemons;
    for (const Json *pod : request.cluster.all("pods")) {
        if (textAt(*pod, "spec.nodeName") != name || textAt(*pod, "metadata.ownerReferences.0.kind") == "Node")
            continue;
        if (textAt(*pod, "metadata.ownerReferences.0.kind") == "DaemonSet")
            daemons += fmt::format("{}{}/{}", daemons.empty() ? "" : ", ", namespaceOf(*pod), nameOf(*pod));
        else
            pods.emplace_back(namespaceOf(*pod), nameOf(*pod));
    }
    if (!daemons.empty() && !request.flags.has("ignore-daemonsets")) {
        request.fail(fmt::format(
            "error: unable to drain node \"{0}\" due to error: cannot delete DaemonSet-managed Pods (use "
            "--ignore-daemonsets to ignore): {1}, continuing command...\nThere are pending nodes to be drained:\n "
            "{0}\ncannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): {1}\n",
            name, daemons));
        return;
    }
    if (!daemons.empty())
        request.err += fmt::format("Warning: ignoring DaemonSet-managed Pods: {}\n", daemons);
    for (const auto &[netns, pod] : pods) {
        request.out += fmt::format("evicting pod {}/{}\n", netns, pod);
        deleteObject(request.cluster, *kindTyped("pods"), netns, pod);
    }
    for (const auto &[netns, pod] : pods)
        request.out += fmt::format("pod/{} evicted\n", pod);
    request.out += fmt::format("node/{} drained\n", name);
}

} // namespace

void cordonVerb(Request &request)
{
    const Flags &flags = request.flags;
    const std::string verb = flags.path;
    if (flags.words.size() < 2 && !flags.has("selector"))
        return request.fail(
            fmt::format("error: USAGE: {0} NODE [flags]\nSee 'kubectl {0} -h' for help and examples\n", verb));
    const bool wanted = verb != "uncordon";
    std::vector<std::string> names(flags.words.begin() + 1, flags.words.end());
    if (flags.has("selector")) {
        Flags own = flags;
        own.words = {verb, "nodes"};
        const auto chosen = choose({request.call, own, request.cluster, request.netns}, 1, Wanted::Names);
        if (!chosen)
            return request.fail(chosen.error());
        for (const Chosen &one : *chosen)
            names.push_back(one.name);
    }
    std::string errors;
    for (const std::string &name : names)
        if (!request.cluster.find("nodes", {}, name))
            errors += notFound(*kindTyped("nodes"), name);
    if (!errors.empty())
        return request.fail(errors);
    for (const std::string &name : names) {
        Json node = *request.cluster.find("nodes", {}, name);
        const bool was = member(node, "spec.unschedulable") != nullptr;
        if (wanted)
            node["spec"]["unschedulable"] = true;
        else
            node["spec"].erase("unschedulable");
        const std::string mark = dryRunMark(flags);
        if (mark.empty())
            request.cluster.put(std::move(node));
        request.out += fmt::format("node/{} {}{}{}\n", name, was == wanted ? "already " : "",
                                   wanted ? "cordoned" : "uncordoned", mark);
        if (verb == "drain" && mark.empty())
            drain(request, name);
    }
}

} // namespace netdraft::model::kubernetes
