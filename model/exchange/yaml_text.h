#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// A text as a YAML scalar between quotes, of one line, which every reader takes for that text and for a string.
std::string yamlString(std::string_view text);

} // namespace netdraft::model
