#include "model/recipe/kubernetes/controllers.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

bool bears(const Json &toleration, const Json &taint)
{
    const std::string effect = textAt(toleration, "effect");
    if (!effect.empty() && effect != textAt(taint, "effect"))
        return false;
    const std::string key = textAt(toleration, "key");
    const bool exists = textAt(toleration, "operator") == "Exists";
    if (key.empty())
        return exists;
    return key == textAt(taint, "key") && (exists || textAt(toleration, "value") == textAt(taint, "value"));
}

/// The first taint that keeps a pod away; null when there is none.
const Json *hindrance(const Json &podSpec, const Json &node, std::initializer_list<std::string_view> effects)
{
    for (const Json &taint : listAt(node, "spec.taints")) {
        if (std::ranges::find(effects, textAt(taint, "effect")) == effects.end())
            continue;
        const bool borne = std::ranges::any_of(listAt(podSpec, "tolerations"),
                                               [&](const Json &toleration) { return bears(toleration, taint); });
        if (!borne)
            return &taint;
    }
    return nullptr;
}

/// Why a node does not take a pod, as the scheduler says it; empty when it does.
std::string reasonAgainst(const Json &podSpec, const Json &node)
{
    if (const Json *unschedulable = member(node, "spec.unschedulable");
        unschedulable && unschedulable->is_boolean() && unschedulable->get<bool>())
        return "node(s) were unschedulable";
    if (const Json *taint = hindrance(podSpec, node, {"NoSchedule", "NoExecute"}))
        return fmt::format("node(s) had untolerated taint {{{}: {}}}", textAt(*taint, "key"), textAt(*taint, "value"));
    const Json *selector = member(podSpec, "nodeSelector");
    if (selector && !selector->empty() && !matchesLabels(selector, node))
        return "node(s) didn't match Pod's node affinity/selector";
    return {};
}

struct Found {
    std::string node;
    std::string message; ///< why there is none
};

Found nodeFor(const Cluster &cluster, const Json &pod)
{
    const auto nodes = cluster.all("nodes");
    std::map<std::string, int> reasons;
    std::string best;
    std::ptrdiff_t fewest = 0;
    for (const Json *node : nodes) {
        const std::string why = reasonAgainst(pod["spec"], *node);
        if (!why.empty()) {
            ++reasons[why];
            continue;
        }
        const auto all = cluster.all("pods");
        const auto count = std::ranges::count_if(
            all, [&](const Json *other) { return textAt(*other, "spec.nodeName") == nameOf(*node); });
        if (best.empty() || count < fewest) {
            best = nameOf(*node);
            fewest = count;
        }
    }
    if (!best.empty())
        return {best, {}};
    if (nodes.empty())
        return {{}, "no nodes available to schedule pods"};
    std::vector<std::string> parts;
    for (const auto &[why, count] : reasons)
        parts.push_back(fmt::format("{} {}", count, why));
    std::ranges::sort(parts);
    std::string text = fmt::format("0/{} nodes are available: ", nodes.size());
    for (const std::string &part : parts)
        text += (part == parts.front() ? "" : ", ") + part;
    return {{},
            text + fmt::format(". preemption: 0/{0} nodes are available: {0} Preemption is not helpful for scheduling.",
                               nodes.size())};
}

} // namespace

bool tolerates(const Json &podSpec, const Json &node, std::initializer_list<std::string_view> effects)
{
    return !hindrance(podSpec, node, effects);
}

void schedule(Cluster &cluster)
{
    std::vector<Json> waiting;
    for (const Json *pod : cluster.all("pods"))
        if (textAt(*pod, "spec.nodeName").empty())
            waiting.push_back(*pod);
    for (Json &pod : waiting) {
        const Found found = nodeFor(cluster, pod);
        Json condition{{"type", "PodScheduled"}, {"status", found.node.empty() ? "False" : "True"}};
        if (found.node.empty()) {
            condition["reason"] = "Unschedulable";
            condition["message"] = found.message;
        }
        pod["status"]["phase"] = "Pending";
        pod["status"]["conditions"] = Json::array({std::move(condition)});
        if (!found.node.empty())
            pod["spec"]["nodeName"] = found.node;
        const Json &kept = cluster.put(std::move(pod));
        if (found.node.empty())
            cluster.tell(kept, "Warning", "FailedScheduling", found.message, "default-scheduler");
        else
            cluster.tell(kept, "Normal", "Scheduled",
                         fmt::format("Successfully assigned {}/{} to {}", namespaceOf(kept), nameOf(kept), found.node),
                         "default-scheduler");
    }
}

} // namespace netdraft::model::kubernetes
