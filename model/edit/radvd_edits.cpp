#include "model/address/name.h"
#include "model/edit/ipv6_addresses.h"
#include "model/edit/perform.h"
#include "model/edit/router_advertisements.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

bool runs(const Network &network, std::string_view pidFile)
{
    return std::ranges::any_of(network.namespaces(), [&](const Network::NetnsPtr &netns) {
        return std::ranges::find(netns->radvds, pidFile, &Radvd::pidFile) != netns->radvds.end();
    });
}

/// What radvd would not take.
Result<void> checkRadvd(const Radvd &radvd)
{
    if (radvd.interfaces.empty())
        return fail(ErrorCode::Input, "a radvd without an interface does not start");
    if (!isPidFile(radvd.pidFile))
        return fail(ErrorCode::Input, fmt::format("{} is no file right in /run", radvd.pidFile));
    for (const AdvertisingInterface &interface : radvd.interfaces) {
        if (auto named = checkLinkName(interface.link); !named)
            return named;
        if (std::ranges::count(radvd.interfaces, interface.link, &AdvertisingInterface::link) > 1)
            return fail(ErrorCode::Input, fmt::format("a radvd takes {} once", interface.link));
        for (const AdvertisedPrefix &prefix : interface.prefixes) {
            if (prefix.prefix.family() != Family::Ipv6)
                return fail(ErrorCode::Input, fmt::format("{} is no prefix of IPv6", prefix.prefix.toString()));
            if (prefix.preferredSeconds > prefix.validSeconds)
                return fail(ErrorCode::Input,
                            fmt::format("{} is preferred for longer than it is valid", prefix.prefix.toString()));
        }
    }
    return {};
}

} // namespace

Result<void> perform(Draft &draft, const AddRadvd &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    if (auto sound = checkRadvd(edit.radvd); !sound)
        return sound;
    if (runs(draft.network, edit.radvd.pidFile))
        return fail(ErrorCode::Input, fmt::format("a radvd with the pid file {} runs already", edit.radvd.pidFile));
    Netns &netns = draft.network.change(*id);
    netns.radvds.push_back(edit.radvd);
    // config_interface: the router itself sends as it tells others to.
    for (const AdvertisingInterface &interface : edit.radvd.interfaces) {
        Link *link = netns.find(std::string_view(interface.link));
        if (link && interface.hopLimit != 0 && carriesIpv6(*link))
            link->conf[DeviceSysctl::Ipv6HopLimit] = interface.hopLimit;
    }
    radvdsChanged(draft, *id);
    return {};
}

Result<void> perform(Draft &draft, const RemoveRadvd &edit)
{
    const auto id = findNetns(draft, edit.netns);
    if (!id)
        return fail(id.error());
    const auto &radvds = draft.network.find(*id)->radvds;
    const auto found = std::ranges::find(radvds, edit.pidFile, &Radvd::pidFile);
    if (found == radvds.end())
        return fail(ErrorCode::Input, fmt::format("no radvd of {} has the pid file {}", edit.netns, edit.pidFile));
    const auto place = found - radvds.begin();
    std::vector<Radvd> &running = draft.network.change(*id).radvds;
    const Radvd gone = std::move(running[static_cast<std::size_t>(place)]);
    running.erase(running.begin() + place);
    withdraw(draft, *id, gone);
    radvdsChanged(draft, *id);
    return {};
}

} // namespace netdraft::model
