#include "model/edit/duplicate_detection.h"
#include "model/edit/ipv6_addresses.h"
#include "model/edit/perform.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

/// inet_forward_change: `all` goes to `default` and to every device, but only when it changes.
void forwardAll4(Netns &netns, int value)
{
    int &all = netns.confAll[DeviceSysctl::Ipv4Forwarding];
    if (std::exchange(all, value) == value)
        return;
    netns.confDefault[DeviceSysctl::Ipv4Forwarding] = value;
    netns.confAll[DeviceSysctl::Ipv4AcceptRedirects] = value == 0 ? 1 : 0;
    for (Link &link : netns.links)
        link.conf[DeviceSysctl::Ipv4Forwarding] = value;
}

/// The name of the file under /proc/sys with its device filled in.
std::string pathOf(DeviceSysctl sysctl, std::string_view device)
{
    std::string path(sysctlRow(sysctl).path);
    path.replace(path.find('*'), 1, device);
    return path;
}

std::string keyOf(std::string path)
{
    for (char &c : path) {
        if (c == '/')
            c = '.';
        else if (c == '.')
            c = '/';
    }
    return path;
}

Result<void> checkRange(const SysctlRow &row, const std::string &path, int value)
{
    if (value < row.least || value > row.most)
        return fail(ErrorCode::ToolOther, fmt::format("sysctl: setting key \"{}\": Invalid argument", keyOf(path)));
    return {};
}

/// addrconf_disable_change, dev_disable_change
void disable6(Draft &draft, LinkPlace place, int value)
{
    Netns &netns = draft.network.change(place.netns);
    const int before = std::exchange(netns.find(place.link)->conf[DeviceSysctl::Ipv6DisableIpv6], value);
    if ((before != 0) == (value != 0))
        return;
    if (value != 0)
        stopIpv6(netns, place.link);
    else if (isRunning(draft.network, netns, *netns.find(place.link)))
        startIpv6(netns, place.link);
    detectDuplicates(draft, place);
}

void setOne(Draft &draft, LinkPlace place, DeviceSysctl sysctl, int value)
{
    Netns &netns = draft.network.change(place.netns);
    switch (sysctl) {
    case DeviceSysctl::Ipv6Forwarding:
        setForwarding6(netns, place.link, value);
        draft.answered.reset();
        return;
    case DeviceSysctl::Ipv6DisableIpv6: disable6(draft, place, value); return;
    default: netns.find(place.link)->conf[sysctl] = value; return;
    }
}

/// addrconf_fixup_forwarding, addrconf_disable_ipv6, addrconf_fixup_linkdown: `all` goes to `default` and to every
/// device each time.
void setAll6(Draft &draft, NetnsId id, DeviceSysctl sysctl, int value)
{
    Netns &netns = draft.network.change(id);
    netns.confAll[sysctl] = value;
    netns.confDefault[sysctl] = value;
    std::vector<LinkId> ids;
    ids.reserve(netns.links.size());
    for (const Link &link : netns.links)
        ids.push_back(link.id);
    for (const LinkId link : ids)
        setOne(draft, {id, link}, sysctl, value);
}

/// devinet_copy_dflt_conf: `default` of IPv4 goes to the links for which nobody has set it. The kernel marks those that
/// were set or have got an address; here they show by another value or by an address.
void setDefault(Netns &netns, DeviceSysctl sysctl, int value)
{
    const int before = std::exchange(netns.confDefault[sysctl], value);
    if (familyOf(sysctl) != Family::Ipv4 || sysctl == DeviceSysctl::Ipv4Forwarding ||
        sysctl == DeviceSysctl::Ipv4RouteLocalnet)
        return;
    for (Link &link : netns.links) {
        if (link.conf[sysctl] == before && link.addresses4.empty())
            link.conf[sysctl] = value;
    }
}

void setAll(Draft &draft, NetnsId id, DeviceSysctl sysctl, int value)
{
    if (sysctl == DeviceSysctl::Ipv4Forwarding)
        forwardAll4(draft.network.change(id), value);
    else if (allReachesDevices(sysctl))
        setAll6(draft, id, sysctl, value);
    else
        draft.network.change(id).confAll[sysctl] = value;
}

} // namespace

Result<void> perform(Draft &draft, const SetDeviceSysctl &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const Link *link = draft.network.find(*id)->find(edit.device);
    const std::string path = pathOf(edit.sysctl, edit.device);
    const bool noIpv6 = link && familyOf(edit.sysctl) == Family::Ipv6 && !carriesIpv6(*link);
    if ((edit.device != "all" && edit.device != "default" && !link) || noIpv6)
        return fail(ErrorCode::ToolOther,
                    fmt::format("sysctl: cannot stat /proc/sys/{}: No such file or directory", path));
    if (auto sound = checkRange(sysctlRow(edit.sysctl), path, edit.value); !sound)
        return sound;
    const bool forwards6 = edit.sysctl == DeviceSysctl::Ipv6Forwarding && edit.value != 0 &&
                           edit.device != "default"; // addrconf_fixup_forwarding
    if (edit.device == "all")
        setAll(draft, *id, edit.sysctl, edit.value);
    else if (edit.device == "default")
        setDefault(draft.network.change(*id), edit.sysctl, edit.value);
    else
        setOne(draft, {*id, link->id}, edit.sysctl, edit.value);
    if (forwards6)
        purgeRouters6(draft.network.change(*id));
    return {};
}

Result<void> perform(Draft &draft, const SetNetnsSysctl &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const SysctlRow &row = sysctlRow(edit.sysctl);
    if (auto sound = checkRange(row, std::string(row.path), edit.value); !sound)
        return sound;
    // brnf_sysctl_call_tables
    const bool truth = row.path.starts_with("net/bridge/") && edit.value != 0;
    draft.network.change(*id).sysctls[static_cast<std::size_t>(edit.sysctl)] = truth ? 1 : edit.value;
    return {};
}

} // namespace netdraft::model
