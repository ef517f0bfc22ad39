#pragma once

#include "model/address/ip_address.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace netdraft::model {

/// The settings under net/ipv4/conf/IFACE and net/ipv6/conf/IFACE that the simulation honours, or keeps where they
/// would show only in a log.
enum class DeviceSysctl : std::uint8_t {
    Ipv4Forwarding,
    Ipv4RpFilter,
    Ipv4AcceptLocal,
    Ipv4SrcValidMark,
    Ipv4RouteLocalnet,
    Ipv4IgnoreRoutesWithLinkdown,
    Ipv4ArpIgnore,
    Ipv4ArpAnnounce,
    Ipv4ArpFilter,
    Ipv4ArpAccept,
    Ipv4ProxyArp,
    Ipv4ProxyArpPvlan,
    Ipv4SendRedirects,
    Ipv4AcceptRedirects,
    Ipv4SecureRedirects,
    Ipv4SharedMedia,
    Ipv4LogMartians,
    Ipv4PromoteSecondaries,
    Ipv6Forwarding,
    Ipv6DisableIpv6,
    Ipv6IgnoreRoutesWithLinkdown,
    Ipv6AcceptDad,
    Ipv6DadTransmits,
    Ipv6AcceptRa,
    Ipv6Autoconf,
    Ipv6AcceptRedirects,
    Ipv6HopLimit,
    Ipv6ProxyNdp,
};
inline constexpr std::size_t deviceSysctlCount = 28;

/// The settings of a whole namespace that the simulation honours.
enum class NetnsSysctl : std::uint8_t {
    Ipv4DefaultTtl,
    Ipv4EchoIgnoreAll,
    Ipv4EchoIgnoreBroadcasts,
    Ipv4MultipathHashPolicy,
    Ipv4FwmarkReflect,
    Ipv6EchoIgnoreAll,
    Ipv6MultipathHashPolicy,
    Ipv6FwmarkReflect,
    BridgeCallIptables,
    BridgeCallIp6tables,
    BridgeCallArptables,
};
inline constexpr std::size_t netnsSysctlCount = 11;

/// What /proc/sys says of one setting. `path` is relative to /proc/sys; for a device setting `*` stands for
/// `all`, `default` or an interface name.
struct SysctlRow {
    std::string_view path;
    int initial;
    int least;
    int most;
    int initialAll = initial; ///< of a device setting, for `all`
};

const SysctlRow &sysctlRow(DeviceSysctl sysctl);
const SysctlRow &sysctlRow(NetnsSysctl sysctl);

Family familyOf(DeviceSysctl sysctl);
/// Whether writing `all` writes `default` and every device as well; of the others `all` is a value of its own, which
/// counts as effective() says (model/network/effective_sysctl.h).
bool allReachesDevices(DeviceSysctl sysctl);

/// The values for `all`, for `default`, or of one device.
struct DeviceConf {
    std::array<int, deviceSysctlCount> values{};
    int operator[](DeviceSysctl sysctl) const { return values[static_cast<std::size_t>(sysctl)]; }
    int &operator[](DeviceSysctl sysctl) { return values[static_cast<std::size_t>(sysctl)]; }
    friend bool operator==(const DeviceConf &, const DeviceConf &) = default;
};

/// A device configuration as a fresh kernel has it.
DeviceConf initialDeviceConf();
/// The same for `all`.
DeviceConf initialConfAll();

} // namespace netdraft::model
