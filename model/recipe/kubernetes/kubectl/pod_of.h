#pragma once

#include "model/recipe/kubernetes/kubectl/kubectl.h"

namespace netdraft::model::kubernetes {

/// The pod that `web`, `pod/web` or `deploy/web` means, and what is said of an object that has none.
struct PodOf {
    const Json *pod = nullptr;
    std::size_t others = 0;   ///< how many more an object has
    std::string unknown = {}; ///< why the words mean no object
    std::string missing = {}; ///< `pods "web" not found`
    std::string without = {}; ///< `*v1.ConfigMap: selector for *v1.ConfigMap not implemented`
};
/// Whether a pod has a container, or an init container, of that name.
bool hasContainer(const Json &pod, std::string_view name);
PodOf podOf(const Cluster &cluster, const std::string &netns, const std::string &word);

} // namespace netdraft::model::kubernetes
