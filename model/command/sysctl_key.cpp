#include "model/command/sysctl_key.h"

#include "model/edit/ipv6_addresses.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

namespace {

constexpr std::string_view ipForward = "net/ipv4/ip_forward";
constexpr std::string_view allForwarding = "net/ipv4/conf/all/forwarding";

std::string pathOf(DeviceSysctl sysctl, std::string_view device)
{
    std::string path(sysctlRow(sysctl).path);
    return path.replace(path.find('*'), 1, device);
}

/// Null for a device that is not there or, to IPv6, is none.
const DeviceConf *confOf(const Netns &netns, DeviceSysctl sysctl, std::string_view device)
{
    if (device == "all")
        return &netns.confAll;
    if (device == "default")
        return &netns.confDefault;
    const Link *link = netns.find(device);
    const bool there = link && (familyOf(sysctl) == Family::Ipv4 || carriesIpv6(*link));
    return there ? &link->conf : nullptr;
}

std::string exchanged(std::string_view text)
{
    std::string other(text);
    for (char &c : other)
        c = c == '.' ? '/' : c == '/' ? '.' : c;
    return other;
}

/// Ordered as sysctl(8) sorts a directory: by name, a directory's content at its place.
bool isListedBefore(const std::string &a, const std::string &b)
{
    return std::ranges::lexicographical_compare(
        a, b, {}, [](char c) { return c == '/' ? '\0' : c; }, [](char c) { return c == '/' ? '\0' : c; });
}

} // namespace

const SysctlRow &SysctlSetting::row() const
{
    return std::visit([](auto each) -> const SysctlRow & { return sysctlRow(each); }, sysctl);
}

int SysctlSetting::value(const Netns &netns) const
{
    if (const auto *own = std::get_if<DeviceSysctl>(&sysctl))
        return (*confOf(netns, *own, device))[*own];
    return netns.sysctls[static_cast<std::size_t>(std::get<NetnsSysctl>(sysctl))];
}

Edit SysctlSetting::edit(const std::string &netns, int value) const
{
    if (const auto *own = std::get_if<DeviceSysctl>(&sysctl))
        return SetDeviceSysctl{netns, device, *own, value};
    return SetNetnsSysctl{netns, std::get<NetnsSysctl>(sysctl), value};
}

std::optional<SysctlSetting> sysctlAt(const Netns &netns, std::string_view path)
{
    if (path == ipForward)
        path = allForwarding;
    for (std::size_t i = 0; i < netnsSysctlCount; ++i)
        if (path == sysctlRow(static_cast<NetnsSysctl>(i)).path)
            return SysctlSetting{static_cast<NetnsSysctl>(i), {}};
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        const std::string_view pattern = sysctlRow(sysctl).path;
        const std::string_view before = pattern.substr(0, pattern.find('*'));
        const std::string_view after = pattern.substr(pattern.find('*') + 1);
        if (!path.starts_with(before) || !path.ends_with(after) || path.size() <= before.size() + after.size())
            continue;
        const std::string_view device = path.substr(before.size(), path.size() - before.size() - after.size());
        if (confOf(netns, sysctl, device))
            return SysctlSetting{sysctl, std::string(device)};
    }
    return std::nullopt;
}

std::vector<std::string> sysctlPaths(const Netns &netns)
{
    std::vector<std::string> paths{std::string(ipForward)};
    for (std::size_t i = 0; i < netnsSysctlCount; ++i)
        paths.emplace_back(sysctlRow(static_cast<NetnsSysctl>(i)).path);
    for (std::size_t i = 0; i < deviceSysctlCount; ++i) {
        const auto sysctl = static_cast<DeviceSysctl>(i);
        paths.push_back(pathOf(sysctl, "all"));
        paths.push_back(pathOf(sysctl, "default"));
        for (const Link &link : netns.links) {
            if (confOf(netns, sysctl, link.name))
                paths.push_back(pathOf(sysctl, link.name));
        }
    }
    std::ranges::sort(paths, isListedBefore);
    return paths;
}

std::string pathOfKey(std::string_view key)
{
    const std::size_t separator = key.find_first_of("./");
    return separator != std::string_view::npos && key[separator] == '.' ? exchanged(key) : std::string(key);
}

std::string keyOfPath(std::string_view path)
{
    return exchanged(path);
}

std::optional<int> readSysctlValue(const SysctlRow &row, std::string_view text)
{
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\t'))
        text.remove_suffix(1);
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    const auto magnitude = readNumber(text.substr(negative ? 1 : 0));
    if (!magnitude)
        return std::nullopt;
    const std::int64_t value = negative ? -std::int64_t{*magnitude} : std::int64_t{*magnitude};
    return value >= row.least && value <= row.most ? std::optional(static_cast<int>(value)) : std::nullopt;
}

std::string sysctlKey(DeviceSysctl sysctl, std::string_view device)
{
    const std::string path = pathOf(sysctl, device);
    if (path == allForwarding)
        return keyOfPath(ipForward);
    return device.find('.') == std::string_view::npos ? keyOfPath(path) : path;
}

std::string sysctlKey(NetnsSysctl sysctl)
{
    return keyOfPath(sysctlRow(sysctl).path);
}

} // namespace netdraft::model::command
