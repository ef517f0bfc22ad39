#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace netdraft::model::kubernetes {

/// What Go's scanner of YAML refuses and ours lets through, or refuses in another way: a quote that is never closed,
/// and tabs as indentation.
struct YamlProblem {
    int line = 0; ///< from 1
    std::string text;
};
std::optional<YamlProblem> scannedYaml(std::string_view text);

/// Whether the list whose elements stand above a place has its dashes under the key that it belongs to, where Go's
/// parser misses a key and not a dash.
bool isListUnderItsKey(std::string_view text, int line, int column);

} // namespace netdraft::model::kubernetes
