#pragma once

#include "model/result.h"

#include <cstddef>
#include <string_view>

namespace netdraft::model {

// Files that a namespace has for itself. A network namespace has none in truth: `ip netns exec NAME` binds what is in
// /etc/netns/NAME over /etc for the program that it starts, and so each has an /etc/hosts of its own.

/// How many bytes one may have, and how many files a namespace.
inline constexpr std::size_t largestNetnsFile = 65536;
inline constexpr std::size_t mostNetnsFiles = 64;

/// Whether a namespace may have a file with this path: absolute, below /etc, of letters, digits and `_ . - + @` between
/// the slashes, without `.` and `..`; and not below /etc/netns, where those of all are kept. Error: Input.
Result<void> checkNetnsFilePath(std::string_view path);
/// Whether it may have this text: UTF-8 without NUL, not too long. Error: Input.
Result<void> checkNetnsFileText(std::string_view text);

} // namespace netdraft::model
