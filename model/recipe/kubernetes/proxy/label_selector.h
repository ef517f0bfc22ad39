#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// Whether an object has the labels that a LabelSelector asks for: all of matchLabels and matchExpressions. An empty
/// one takes everything, a null one nothing.
bool isSelected(const Json *selector, const Json &object);

} // namespace netdraft::model::kubernetes
