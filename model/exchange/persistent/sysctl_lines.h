#pragma once

#include "model/edit/edit.h"

#include <optional>
#include <string>

namespace netdraft::model {

/// `net.ipv4.ip_forward = 1`, as sysctl.d(5) has it, of an edit that sets one; nothing of any other.
std::optional<std::string> sysctlLine(const Edit &edit);

/// The whole file for a node's edits; empty where they set nothing.
std::string sysctlFile(const std::string &node, const EditList &edits);

/// Where that file stands, below the node's folder.
inline constexpr std::string_view sysctlFileName = "etc/sysctl.d/90-netdraft.conf";

} // namespace netdraft::model
