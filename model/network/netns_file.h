#pragma once

#include "model/result.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace netdraft::model {

// Files that a namespace has for itself. A network namespace has none in truth: `ip netns exec NAME` binds what is in
// /etc/netns/NAME over /etc for the program that it starts, and so each has an /etc/hosts of its own. What else a
// machine, a container or a pod has for itself, such as what programs remember in /var/lib, is kept here, too;
// namespaces of one real machine share it.

/// How many bytes one may have, and how many files a namespace.
inline constexpr std::size_t largestNetnsFile = 65536;
inline constexpr std::size_t mostNetnsFiles = 1024;

/// Whether a namespace may have a file with this path: absolute, below one of netnsFileRoots, of letters, digits and
/// `_ . - + @ :` between the slashes, without `.` and `..`; and not below /etc/netns, where those of all are kept.
/// Error: Input.
Result<void> checkNetnsFilePath(std::string_view path);

/// Where files of its own may be: directories with a `/` at the end.
inline constexpr std::array<std::string_view, 9> netnsFileRoots{
    "/etc/", "/home/", "/opt/", "/root/", "/run/cni/", "/run/flannel/", "/srv/", "/usr/local/", "/var/lib/"};
/// Whether `ip netns exec` lets namespaces of one machine have such a file each: it is below /etc.
inline bool isOfNetnsExec(std::string_view path)
{
    return path.starts_with("/etc/");
}

/// Whether it may have this text: UTF-8 without NUL, not too long. Error: Input.
Result<void> checkNetnsFileText(std::string_view text);

} // namespace netdraft::model
