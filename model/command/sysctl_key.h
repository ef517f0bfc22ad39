#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// A setting that the simulation honours: of a device (or `all`, `default`), or of the namespace.
struct SysctlSetting {
    std::variant<DeviceSysctl, NetnsSysctl> sysctl;
    std::string device;

    const SysctlRow &row() const;
    int value(const Netns &netns) const;
    Edit edit(const std::string &netns, int value) const;
};

/// The setting with this path below /proc/sys, if it is modelled and its device exists. `net/ipv4/ip_forward` is
/// `net/ipv4/conf/all/forwarding`.
std::optional<SysctlSetting> sysctlAt(const Netns &netns, std::string_view path);
/// The paths of all settings of the namespace, in the order in which `sysctl -a` prints them.
std::vector<std::string> sysctlPaths(const Netns &netns);
/// The path that `a.b.c` or `a/b/c` names: the first separator decides which of both it is.
std::string pathOfKey(std::string_view key);
/// The key that names the path: with dots, the two exchanged.
std::string keyOfPath(std::string_view path);
/// Why the kernel does not take the text as the setting's new value, or the value.
std::optional<int> readSysctlValue(const SysctlRow &row, std::string_view text);

/// The key that a printed command uses: with dots, or with slashes where the device's name has a dot.
std::string sysctlKey(DeviceSysctl sysctl, std::string_view device);
std::string sysctlKey(NetnsSysctl sysctl);

/// `cat PATH` and `echo VALUE > PATH` of a file below /proc/sys.
Response readProcFile(const Netns &netns, std::string_view path);
Response writeProcFile(const Netns &netns, std::string_view path, std::string_view text);

} // namespace netdraft::model::command
