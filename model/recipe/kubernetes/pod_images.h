#pragma once

#include "model/recipe/kubernetes/pods.h"

namespace netdraft::model::kubernetes {

/// How a container's program starts in the namespace of its sandbox.
struct ContainerStart {
    EditList edits;    ///< empty: it ends at once
    int exitCode = 0;  ///< of one that ends at once
    std::string error; ///< what the runtime says where it cannot start it
    std::string log;   ///< what it printed before it ended
};
ContainerStart startOf(NodeWork &work, const Json &pod, const Json &container, const std::string &netns);

/// `docker.io/library/nginx:latest` as `docker.io/library/nginx` and so on: the name without a registry and a tag.
std::string plainImage(std::string_view image);

} // namespace netdraft::model::kubernetes
