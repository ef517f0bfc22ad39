#include "model/recipe/kubernetes/kubectl/pod_of.h"

#include "model/recipe/kubernetes/proxy/label_selector.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

bool hasContainer(const Json &pod, std::string_view name)
{
    for (const char *list : {"spec.containers", "spec.initContainers"})
        for (const Json &one : listAt(pod, list))
            if (textAt(one, "name") == name)
                return true;
    return false;
}

PodOf podOf(const Cluster &cluster, const std::string &netns, const std::string &word)
{
    PodOf found;
    const auto slash = word.find('/');
    const std::string typed = slash == std::string::npos ? "pods" : word.substr(0, slash);
    const std::string name = slash == std::string::npos ? word : word.substr(slash + 1);
    const Kind *kind = kindTyped(typed);
    if (!kind) {
        found.unknown = unknownKind(typed);
        return found;
    }
    const Json *object = cluster.find(kind->plural, kind->namespaced ? netns : std::string(), name);
    if (!object) {
        const bool hasNamespace = cluster.find("namespaces", {}, netns) != nullptr;
        found.missing = hasNamespace ? fmt::format("{} \"{}\" not found", kind->resource(), name)
                                     : fmt::format("namespaces \"{}\" not found", netns);
        return found;
    }
    if (kind->name == "Pod") {
        found.pod = object;
        return found;
    }
    const Json *plain = member(*object, "spec.selector");
    if (!plain) {
        found.without = fmt::format("*v1.{0}: selector for *v1.{0} not implemented", kind->name);
        return found;
    }
    const Json labels{{"matchLabels", *plain}};
    for (const Json *pod : cluster.all("pods", netns)) {
        if (!isSelected(kind->name == "Service" ? &labels : plain, *pod))
            continue;
        if (found.pod)
            ++found.others;
        else
            found.pod = pod;
    }
    return found;
}

} // namespace netdraft::model::kubernetes
