#pragma once

#include "model/recipe/kubernetes/cluster.h"

#include <expected>

namespace netdraft::model::kubernetes {

/// One step of a path into an object.
struct PathStep {
    enum class Way { Field, Word, All, Slice, Union, Filter, Below };
    Way way = Way::Field;
    std::string name;                              ///< of a field, or of a word that is none
    std::optional<int> from = {};                  ///< of a slice
    std::optional<int> to = {};                    ///< none: only the one element, or to the end
    bool isOne = false;                            ///< a slice that is one element
    std::vector<std::vector<PathStep>> parts = {}; ///< of a union; of a filter both its sides
    std::string verb = {};                         ///< of a filter: ==, <, …; empty: it only asks what is there
    std::vector<std::string> texts = {}; ///< of a filter: for each side what it is compared with, in quotes or a number
};
using PathSteps = std::vector<PathStep>;

/// Reads a path from the beginning of a text, up to what cannot belong to one, and takes it away. The error is the
/// parser's.
std::expected<PathSteps, std::string> readPath(std::string_view &text);

using PathNodes = std::vector<const Json *>;
/// What is there, from each of the nodes. The error is what a template says when it is executed.
std::expected<PathNodes, std::string> followed(PathNodes nodes, const PathSteps &steps);

} // namespace netdraft::model::kubernetes
