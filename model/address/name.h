#pragma once

#include "model/result.h"

#include <string_view>

namespace netdraft::model {

/// Bytes of the name of an interface, and of the label of an address (IFNAMSIZ without its zero).
inline constexpr std::size_t longestLinkName = 15;

/// Whether the kernel takes this as an interface name: 1 to 15 bytes, no `/`, no `:`, no white space, not `.` or
/// `..` (dev_valid_name); and Netdraft, whose names travel in scripts, only letters, digits and `_ . - +`.
Result<void> checkLinkName(std::string_view name);

/// Whether this can name a network namespace: a file name of 1 to 64 letters, digits and `_ . - +`, which does
/// not start with `-` or `.`. Nothing else from a file may reach a shell as root.
Result<void> checkNetnsName(std::string_view name);

} // namespace netdraft::model
