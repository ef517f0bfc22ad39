#pragma once

#include "model/recipe/kubernetes/cluster.h"

#include <expected>

namespace netdraft::model::kubernetes {

/// A template of kubectl's: texts, and paths such as `{.items[*].status.podIP}` and `{.spec.ports[0].port}`,
/// `{"\n"}`, `{range .items[*]}…{end}`. No filters. The error is what kubectl says.
std::expected<std::string, std::string> jsonPath(const Json &object, std::string_view text);

} // namespace netdraft::model::kubernetes
