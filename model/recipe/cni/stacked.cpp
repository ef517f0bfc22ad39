#include "model/recipe/cni/stacked.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

Expected<std::string> defaultRouteLink(const Host &host)
{
    for (const Route &route : host.own().routes)
        if (route.table == table::main && route.destination.isDefault() && !route.hops.empty())
            if (const Link *link = host.own().find(route.hops.front().dev))
                return link->name;
    return failed("no default route interface found");
}

Expected<Interface> addStacked(Call &call, const std::string &sandbox, std::string_view kind, const NewLink &words,
                               int mtu, const std::string &mac)
{
    Host &host = call.host;
    AddLink edit{.link = {sandbox, randomName(call, 0)}, .kind = words, .from = host.name()};
    if (edit.link.netns == edit.from)
        edit.from.clear();
    if (mtu > 0)
        edit.mtu = mtu;
    if (!mac.empty()) {
        const auto parsed = parseMac(mac);
        if (!parsed)
            return failed(fmt::format("invalid args {} for MAC addr: {}", mac, parsed.error().message));
        edit.mac = *parsed;
    }
    if (auto made = host.perform(edit); !made)
        return failed(fmt::format("failed to create {}: {}", kind, made.error().message));
    if (auto named = host.perform(RenameLink{edit.link, call.ifName}); !named) {
        if (kind == "macvlan") {
            [[maybe_unused]] const auto ignored = host.perform(RemoveLink{edit.link});
        }
        return failed(fmt::format("failed to rename {} to {}: {}", kind, goQuoted(call.ifName), named.error().message));
    }
    return Interface{call.ifName, host.netns(sandbox).find(call.ifName)->mac.toString(), call.netns};
}

Expected<void> removeStacked(Call &call)
{
    if (call.netns.empty() || call.host.hasNoSandbox(call.netns))
        return {};
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    if (auto removed = removeInterface(call.host, *sandbox, call.ifName); !removed)
        return std::unexpected(removed.error());
    return {};
}

Expected<void> configureFirst(Call &call, const std::string &sandbox, Result100 &result)
{
    if (result.ips.empty())
        return failed("IPAM plugin returned missing IP config");
    for (IpConfig &ip : result.ips)
        ip.interface = 0;
    return configureInterface(call.host, sandbox, call.ifName, result);
}

} // namespace netdraft::model::cni
