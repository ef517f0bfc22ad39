#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// The control groups of a process, as /proc says them; empty where it may not be read.
std::string controlGroupOf(const std::string &pid);

/// The id of a container in the path of a control group, 64 hexadecimal digits; empty: none is there.
std::string containerIdIn(std::string_view controlGroup);

/// The name that Docker has for the container of such a group, by what it keeps on the disk: no daemon is asked.
std::string containerName(std::string_view controlGroup);

} // namespace netdraft::model
