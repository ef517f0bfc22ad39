#pragma once

#include "model/recipe/kubernetes/cluster.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::kubernetes {

/// What a label must be.
struct Requirement {
    enum class Verb { In, NotIn, Exists, DoesNotExist, Greater, Less };
    std::string key;
    Verb verb = Verb::Exists;
    std::vector<std::string> values;
};

/// Reads `app=web,tier in (a, b),!old` as the API server does; the error is what it says (labels.Parse() of
/// apimachinery).
std::expected<std::vector<Requirement>, std::string> parseSelector(std::string_view text);
/// Whether an object's labels are as required.
bool fitsLabels(const Json &object, const std::vector<Requirement> &requirements);

/// Why `--field-selector` cannot be taken for objects of that plural, in the server's words; empty: it can.
std::string fieldSelectorRefusal(std::string_view plural, std::string_view text);
/// Whether an object fits `status.phase=Running,metadata.name!=web`.
bool fitsFields(const Json &object, std::string_view selector);

/// What is wrong with the name of a label, as `name part must consist of …`; empty: nothing.
std::string labelKeyRefusal(std::string_view key);
/// What is wrong with the value of a label; empty: nothing.
std::string labelValueRefusal(std::string_view value);

} // namespace netdraft::model::kubernetes
