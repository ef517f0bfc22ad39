#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

/// A text as a scalar of YAML, for a key or a value: plain where every reader takes it for that text, else between
/// double quotes, on one line.
std::string yamlScalar(std::string_view text);

/// A list on one line: `[eth1, "192.0.2.1/24"]`.
std::string yamlList(const std::vector<std::string> &items);

} // namespace netdraft::model
