#pragma once

#include "model/recipe/kubernetes/cluster.h"

#include <expected>

namespace netdraft::model::kubernetes {

/// What a manifest holds, in its order; the items of a List are objects of their own.
struct Manifest {
    std::vector<Json> objects;
};

/// Reads YAML, or JSON, of several documents. The error is what kubectl says of a file of that name.
std::expected<Manifest, std::string> readManifest(const std::string &text, const std::string &file);

/// YAML as kubectl prints an object: keys ordered, lists not indented.
std::string printedYaml(const Json &object);

/// What the API server says of an object that it does not take, in full; empty: it takes it. `verb` is creating or
/// applying.
std::string refusalOf(const Cluster &cluster, const Json &object, const std::string &file);

/// Fills in what the API server does where a manifest says nothing.
void complete(Cluster &cluster, Json &object);

} // namespace netdraft::model::kubernetes
