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
    for (Link &link : netns.links)
        link.conf[DeviceSysctl::Ipv4Forwarding] = value;
}

/// addrconf_fixup_forwarding: `all` goes to `default` and to every device each time.
void forwardAll6(Netns &netns, int value)
{
    netns.confAll[DeviceSysctl::Ipv6Forwarding] = value;
    netns.confDefault[DeviceSysctl::Ipv6Forwarding] = value;
    std::vector<LinkId> ids;
    ids.reserve(netns.links.size());
    for (const Link &link : netns.links)
        ids.push_back(link.id);
    for (const LinkId id : ids)
        setForwarding6(netns, id, value);
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

void setAll(Netns &netns, DeviceSysctl sysctl, int value)
{
    switch (sysctl) {
    case DeviceSysctl::Ipv4Forwarding: forwardAll4(netns, value); return;
    case DeviceSysctl::Ipv6Forwarding: forwardAll6(netns, value); return;
    }
}

void setOne(Netns &netns, LinkId link, DeviceSysctl sysctl, int value)
{
    switch (sysctl) {
    case DeviceSysctl::Ipv4Forwarding: netns.find(link)->conf[sysctl] = value; return;
    case DeviceSysctl::Ipv6Forwarding: setForwarding6(netns, link, value); return;
    }
}

} // namespace

Result<void> perform(Draft &draft, const SetDeviceSysctl &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const Link *link = draft.network.find(*id)->find(edit.device);
    const std::string path = pathOf(edit.sysctl, edit.device);
    const bool noIpv6 = link && edit.sysctl == DeviceSysctl::Ipv6Forwarding && !carriesIpv6(*link);
    if ((edit.device != "all" && edit.device != "default" && !link) || noIpv6)
        return fail(ErrorCode::ToolOther,
                    fmt::format("sysctl: cannot stat /proc/sys/{}: No such file or directory", path));
    if (auto sound = checkRange(sysctlRow(edit.sysctl), path, edit.value); !sound)
        return sound;
    const LinkId linkId = link ? link->id : LinkId{};
    Netns &netns = draft.network.change(*id);
    if (edit.device == "all")
        setAll(netns, edit.sysctl, edit.value);
    else if (edit.device == "default")
        netns.confDefault[edit.sysctl] = edit.value;
    else
        setOne(netns, linkId, edit.sysctl, edit.value);
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
    draft.network.change(*id).sysctls[static_cast<std::size_t>(edit.sysctl)] = edit.value;
    return {};
}

} // namespace netdraft::model
