#include "model/terminal/monitor/settings.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

struct SettingRow {
    DeviceSysctl sysctl;
    std::string_view name;
};

/// What netconf tells of (inet_netconf_fill_devconf, inet6_netconf_fill_devconf), in its order; of multicast routing
/// nothing is ever on.
constexpr SettingRow settings4[] = {
    {DeviceSysctl::Ipv4Forwarding, "forwarding"},
    {DeviceSysctl::Ipv4RpFilter, "rp_filter"},
    {DeviceSysctl::Ipv4ProxyArp, "proxy_neigh"},
    {DeviceSysctl::Ipv4IgnoreRoutesWithLinkdown, "ignore_routes_with_linkdown"},
};
constexpr SettingRow settings6[] = {
    {DeviceSysctl::Ipv6Forwarding, "forwarding"},
    {DeviceSysctl::Ipv6ProxyNdp, "proxy_neigh"},
    {DeviceSysctl::Ipv6IgnoreRoutesWithLinkdown, "ignore_routes_with_linkdown"},
};

std::span<const SettingRow> settings(Family family)
{
    return family == Family::Ipv4 ? std::span<const SettingRow>(settings4) : std::span<const SettingRow>(settings6);
}

std::string_view familyName(Family family)
{
    return family == Family::Ipv4 ? "inet" : "inet6";
}

std::string valueText(DeviceSysctl sysctl, int value)
{
    if (sysctl == DeviceSysctl::Ipv4RpFilter)
        return value == 0 ? "off" : value == 1 ? "strict" : value == 2 ? "loose" : "unknown mode";
    return value != 0 ? "on" : "off";
}

} // namespace

std::vector<std::string> changedSettings(const Netns &before, const Netns &after, Family family)
{
    std::vector<std::string> lines;
    for (const SettingRow &row : settings(family)) {
        const auto compare = [&](const DeviceConf &was, const DeviceConf &is, std::string_view place) {
            if (was[row.sysctl] != is[row.sysctl])
                lines.push_back(fmt::format("{} {} {} {} \n", familyName(family), place, row.name,
                                            valueText(row.sysctl, is[row.sysctl])));
        };
        // addrconf_fixup_forwarding tells of `all` when it has told of everything else.
        const bool allLast = row.sysctl == DeviceSysctl::Ipv6Forwarding;
        if (!allLast)
            compare(before.confAll, after.confAll, "all");
        compare(before.confDefault, after.confDefault, "default");
        for (const Link &link : after.links) {
            if (const Link *was = before.find(link.id))
                compare(was->conf, link.conf, link.name);
        }
        if (allLast)
            compare(before.confAll, after.confAll, "all");
    }
    return lines;
}

std::string settingsOf(const Link &link, Family family)
{
    std::string line = fmt::format("{} {} ", familyName(family), link.name);
    for (const SettingRow &row : settings(family)) {
        if (row.name == "proxy_neigh")
            line += "mc_forwarding off ";
        line += fmt::format("{} {} ", row.name, valueText(row.sysctl, link.conf[row.sysctl]));
    }
    return line + '\n';
}

} // namespace netdraft::model::terminal
