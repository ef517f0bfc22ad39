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

Expected<std::string> openSandbox(const Call &call)
{
    auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return failed(fmt::format("failed to open netns {}: {}", goQuoted(call.netns), sandbox.error().message));
    return sandbox;
}

Expected<void> configureFirst(Call &call, const std::string &sandbox, Result100 &result)
{
    if (result.ips.empty())
        return failed("IPAM plugin returned missing IP config");
    for (IpConfig &ip : result.ips)
        ip.interface = 0;
    return configureInterface(call.host, sandbox, call.ifName, result);
}

Expected<const Link *> checkedLink(const Call &call, const Netns &netns, const Result100 &result,
                                   bool (*isOfKind)(const Link &), std::string_view kind, std::string_view prefix)
{
    const auto container = containerInterface(call, result);
    if (!container)
        return std::unexpected(container.error());
    if (container->name.empty())
        return failed("Container interface name missing in prevResult: ");
    const Link *link = netns.find(container->name);
    if (!link)
        return failed(fmt::format("{}Container Interface name in prevResult: {} not found", prefix, container->name));
    if (!isOfKind(*link))
        return failed(fmt::format("Error: Container interface {} not of type {}", link->name, kind));
    if (!container->mac.empty() && container->mac != link->mac.toString())
        return failed(fmt::format("{}Interface {} Mac {} doesn't match container Mac: {}", prefix, link->name,
                                  container->mac, link->mac.toString()));
    return link;
}

} // namespace netdraft::model::cni
