#include "model/network/sysctl.h"

#include <limits>

namespace netdraft::model {

namespace {

constexpr int any = std::numeric_limits<int>::max();

constexpr std::array<SysctlRow, deviceSysctlCount> deviceRows{{
    {"net/ipv4/conf/*/forwarding", 0, -any - 1, any},
    {"net/ipv6/conf/*/forwarding", 0, -any - 1, any},
}};

constexpr std::array<SysctlRow, netnsSysctlCount> netnsRows{{
    {"net/ipv4/ip_default_ttl", 64, 1, 255},
}};

} // namespace

const SysctlRow &sysctlRow(DeviceSysctl sysctl)
{
    return deviceRows[static_cast<std::size_t>(sysctl)];
}

const SysctlRow &sysctlRow(NetnsSysctl sysctl)
{
    return netnsRows[static_cast<std::size_t>(sysctl)];
}

DeviceConf initialDeviceConf()
{
    DeviceConf conf;
    for (std::size_t i = 0; i < deviceSysctlCount; ++i)
        conf.values[i] = deviceRows[i].initial;
    return conf;
}

} // namespace netdraft::model
