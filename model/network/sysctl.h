#pragma once

#include "model/address/ip_address.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace netdraft::model {

/// The settings under net/ipv4/conf/IFACE and net/ipv6/conf/IFACE that the simulation honours.
enum class DeviceSysctl : std::uint8_t { Ipv4Forwarding, Ipv6Forwarding };
inline constexpr std::size_t deviceSysctlCount = 2;

/// The settings of a whole namespace that the simulation honours.
enum class NetnsSysctl : std::uint8_t { Ipv4DefaultTtl };
inline constexpr std::size_t netnsSysctlCount = 1;

/// What /proc/sys says of one setting. `path` is relative to /proc/sys; for a device setting `*` stands for
/// `all`, `default` or an interface name.
struct SysctlRow {
    std::string_view path;
    int initial;
    int least;
    int most;
};

const SysctlRow &sysctlRow(DeviceSysctl sysctl);
const SysctlRow &sysctlRow(NetnsSysctl sysctl);

/// The values for `all`, for `default`, or of one device.
struct DeviceConf {
    std::array<int, deviceSysctlCount> values{};
    int operator[](DeviceSysctl sysctl) const { return values[static_cast<std::size_t>(sysctl)]; }
    int &operator[](DeviceSysctl sysctl) { return values[static_cast<std::size_t>(sysctl)]; }
    friend bool operator==(const DeviceConf &, const DeviceConf &) = default;
};

/// A device configuration as a fresh kernel has it.
DeviceConf initialDeviceConf();

} // namespace netdraft::model
