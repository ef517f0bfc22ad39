#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// `unknown field "spec.x"` for each member of an object that objects of its kind do not have.
std::vector<std::string> unknownFields(const Json &object);

} // namespace netdraft::model::kubernetes
