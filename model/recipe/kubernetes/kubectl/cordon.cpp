#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/selector.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// The pods that a node is to lose, and what is said of those that are in the way.
struct Drain {
    std::vector<std::pair<std::string, std::string>> pods;
    std::vector<std::string> unmanaged;
    std::vector<std::string> withStorage;
    std::vector<std::string> daemons;
};

/// Looks at the pods of a node in the order of kubectl's filters (pkg/drain/filters.go).
Drain drainOf(const Request &request, const std::string &node, const std::vector<Requirement> &wanted)
{
    const Flags &flags = request.flags;
    Drain drain;
    for (const Json *pod : request.cluster.all("pods")) {
        const std::string owner = textAt(*pod, "metadata.ownerReferences.0.kind");
        if (textAt(*pod, "spec.nodeName") != node || owner == "Node" || !fitsLabels(*pod, wanted))
            continue;
        const std::string name = fmt::format("{}/{}", namespaceOf(*pod), nameOf(*pod));
        if (owner == "DaemonSet") {
            drain.daemons.push_back(name);
            continue;
        }
        const std::string phase = textAt(*pod, "status.phase");
        const bool isOver = phase == "Succeeded" || phase == "Failed";
        const bool hasStorage = std::ranges::any_of(
            listAt(*pod, "spec.volumes"), [](const Json &volume) { return member(volume, "emptyDir") != nullptr; });
        if (hasStorage && !isOver && !flags.has("delete-emptydir-data")) {
            drain.withStorage.push_back(name);
            continue;
        }
        if (owner.empty() && !isOver)
            drain.unmanaged.push_back(name);
        drain.pods.emplace_back(namespaceOf(*pod), nameOf(*pod));
    }
    return drain;
}

/// Why a node cannot be drained, a reason each.
std::vector<std::string> refusalsOf(const Drain &drain, const Flags &flags)
{
    std::vector<std::string> all;
    if (!drain.unmanaged.empty() && !flags.has("force"))
        all.push_back(
            fmt::format("cannot delete cannot delete Pods that declare no controller (use --force to override): {}",
                        fmt::join(drain.unmanaged, ", ")));
    if (!drain.withStorage.empty())
        all.push_back(fmt::format("cannot delete Pods with local storage (use --delete-emptydir-data to override): {}",
                                  fmt::join(drain.withStorage, ", ")));
    if (!drain.daemons.empty() && !flags.has("ignore-daemonsets"))
        all.push_back(fmt::format("cannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): {}",
                                  fmt::join(drain.daemons, ", ")));
    return all;
}

void drainNode(Request &request, const std::string &name, const std::vector<Requirement> &wanted)
{
    const Drain drain = drainOf(request, name, wanted);
    if (const auto refusals = refusalsOf(drain, request.flags); !refusals.empty()) {
        const std::string brief = fmt::format("{}", fmt::join(refusals, ", "));
        request.fail(fmt::format("error: unable to drain node \"{0}\" due to error: {1}, continuing command...\nThere "
                                 "are pending nodes to be drained:\n {0}\n{2}\n",
                                 name, refusals.size() == 1 ? brief : '[' + brief + ']', fmt::join(refusals, "\n")));
        return;
    }
    std::vector<std::string> warnings;
    if (!drain.unmanaged.empty())
        warnings.push_back(
            fmt::format("deleting Pods that declare no controller: {}", fmt::join(drain.unmanaged, ", ")));
    if (!drain.daemons.empty())
        warnings.push_back(fmt::format("ignoring DaemonSet-managed Pods: {}", fmt::join(drain.daemons, ", ")));
    if (!warnings.empty())
        request.err += fmt::format("Warning: {}\n", fmt::join(warnings, "; "));
    const std::string mark = dryRunMark(request.flags);
    for (const auto &[netns, pod] : drain.pods) {
        request.out += fmt::format("evicting pod {}/{}{}\n", netns, pod, mark);
        if (mark.empty())
            deleteObject(request.cluster, *kindTyped("pods"), netns, pod);
    }
    if (mark.empty())
        for (const auto &[netns, pod] : drain.pods)
            request.out += fmt::format("pod/{} evicted\n", pod);
    request.out += fmt::format("node/{} drained{}\n", name, mark);
}

/// The nodes that the words name, or that are selected.
std::expected<std::vector<Chosen>, std::string> nodesChosen(const Request &request)
{
    Flags own = request.flags;
    if (own.words.size() < 2)
        own.words.emplace_back("nodes");
    // A word alone is a node's name.
    else
        for (std::size_t i = 1; i < own.words.size(); ++i)
            if (own.words[i].find('/') == std::string::npos)
                own.words[i] = "nodes/" + own.words[i];
    return choose({request.call, own, request.cluster, request.netns}, 1, Wanted::Names);
}

} // namespace

void cordonVerb(Request &request)
{
    const Flags &flags = request.flags;
    const std::string verb = flags.path;
    const std::string selector = flags.value("selector");
    if (flags.words.size() < 2 && selector.empty())
        return request.fail(
            fmt::format("error: USAGE: {0} NODE [flags]\nSee 'kubectl {0} -h' for help and examples\n", verb));
    if (flags.words.size() > 1 && !selector.empty())
        return request.fail(fmt::format("error: cannot specify both a node name and a --selector option\nSee 'kubectl "
                                        "{} -h' for help and examples\n",
                                        verb));
    const auto pods = parseSelector(flags.value("pod-selector"));
    if (!pods)
        return request.fail("error: --pod-selector=<pod_selector> must be a valid label selector\n");
    const auto chosen = nodesChosen(request);
    if (!chosen)
        return request.fail(chosen.error());
    std::vector<Json> nodes; // as they are now
    for (const Chosen &one : *chosen) {
        if (!one.object)
            return request.fail(one.error);
        if (one.kind->name != "Node")
            return request.fail(
                fmt::format("error: expected resource of type node, got \"{}\"\n", resourceOf(*one.kind)));
        nodes.push_back(*one.object);
    }
    const bool wanted = verb != "uncordon";
    const std::string mark = dryRunMark(flags);
    for (Json &node : nodes) {
        const std::string name = nameOf(node);
        const bool was = member(node, "spec.unschedulable") != nullptr;
        if (wanted)
            node["spec"]["unschedulable"] = true;
        else
            node["spec"].erase("unschedulable");
        if (mark.empty())
            request.cluster.put(std::move(node));
        request.out += fmt::format("node/{} {}{}{}\n", name, was == wanted ? "already " : "",
                                   wanted ? "cordoned" : "uncordoned", mark);
    }
    if (verb == "drain")
        for (const Chosen &one : *chosen)
            drainNode(request, one.name, *pods);
}

} // namespace netdraft::model::kubernetes
