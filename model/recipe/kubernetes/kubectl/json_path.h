#pragma once

#include "model/recipe/kubernetes/cluster.h"

#include <expected>

namespace netdraft::model::kubernetes {

// Paths into objects in kubectl's language: `.items[*].status.podIP`, `.spec.ports[0:2]`, `.items[?(@.kind=="Pod")]`,
// `..podIP`.

/// A template: texts, and in braces paths, `{"\n"}`, `{range .items[*]}…{end}`. The error is what kubectl says.
std::expected<std::string, std::string> jsonPath(const Json &object, std::string_view text);

/// What is at a path, in braces or without them, with commas between; empty where nothing is.
std::expected<std::string, std::string> valuesAt(const Json &object, std::string_view path);
/// The first of it; null where nothing is, or where it is no path.
const Json *firstAt(const Json &object, std::string_view path);

} // namespace netdraft::model::kubernetes
