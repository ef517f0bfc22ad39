#pragma once

#include <span>
#include <string>
#include <string_view>

namespace netdraft::model::kubernetes {

/// A kind of object that the API server has.
struct Kind {
    std::string_view name;       ///< Pod
    std::string_view plural;     ///< pods
    std::string_view apiVersion; ///< v1, apps/v1
    std::string_view shortNames; ///< with a blank between them; empty: none
    bool namespaced = true;
    bool simulated = true; ///< false: it is kept and told of, and nothing comes of it

    /// apps of apps/v1; empty for those of v1.
    std::string_view group() const;
    /// deployments.apps, pods: as the API server names it.
    std::string resource() const;
    /// deployment.apps, pod: as kubectl names it in front of an object's name.
    std::string_view singular() const { return singularName; }
    std::string_view singularName;
};

/// All of them, in the order in which `kubectl api-resources` has them.
std::span<const Kind> kinds();
/// By `Pod` as a manifest has it; null when there is none.
const Kind *kindNamed(std::string_view name);
/// By what somebody types: pod, pods, po, Pod, deployments.apps; null when there is none.
const Kind *kindTyped(std::string_view word);

} // namespace netdraft::model::kubernetes
