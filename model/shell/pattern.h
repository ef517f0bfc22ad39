#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::shell {

/// Whether a text fits a pattern of the shell, in which a backslash quotes.
bool fitsPattern(std::string_view text, std::string_view pattern);
/// The same of a path: each part of it fits a part of the pattern, and what is hidden only one that begins with a dot.
bool fitsPath(std::string_view path, std::string_view pattern);
/// A path without `.` and double slashes.
std::string normalPath(std::string_view path);

} // namespace netdraft::model::shell
