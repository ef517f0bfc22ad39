#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>

namespace netdraft::model::cni {

namespace {

constexpr std::string_view loopback = "lo";

Expected<std::string> loopbackAdd(Call &call)
{
    std::string error;
    const NetConf net(GoFields(call.json, "NetConf", error));
    if (!error.empty())
        return failed("failed to parse network config: " + error);
    std::optional<Result100> previous;
    if (net.previous) {
        auto parsed = net.previousResult();
        if (!parsed)
            return failed("failed to parse prevResult: " + parsed.error().message);
        previous = *std::move(parsed);
    }
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    if (auto up = setUp(call.host, *sandbox, std::string(loopback)); !up)
        return std::unexpected(up.error());
    Result100 result;
    result.interfaces = {{std::string(loopback), "00:00:00:00:00:00", call.netns}};
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        const auto &addresses = call.host.netns(*sandbox).loopback().addresses(family);
        for (const LinkAddress &address : addresses)
            if (!address.local.address.isLoopback())
                return failed(fmt::format("loopback interface found with non-loopback address {}",
                                          goQuoted(address.local.address.toString())));
        if (!addresses.empty())
            result.ips.push_back({0, addresses.front().local, std::nullopt});
    }
    if (previous || net.version.empty())
        return printed(previous.value_or(result), net.version);
    // The plugin gives its result the version that was asked for, so that nothing is left to be converted.
    return printedAs100(result, net.version);
}

Expected<void> loopbackCheck(Call &call)
{
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    if (!call.host.netns(*sandbox).loopback().up)
        return failed("loopback interface is down");
    return {};
}

Expected<void> loopbackDel(Call &call)
{
    if (call.netns.empty() || call.host.hasNoSandbox(call.netns))
        return {};
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    return setUp(call.host, *sandbox, std::string(loopback), false);
}

} // namespace

const Plugin loopbackPlugin{"loopback", "0.1.0", loopbackAdd, loopbackCheck, loopbackDel};

} // namespace netdraft::model::cni
