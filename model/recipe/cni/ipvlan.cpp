#include "model/recipe/cni/stacked.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::cni {

namespace {

struct IpvlanConf {
    NetConf net;
    std::string master;
    std::string mode;
    int mtu = 0;
    std::optional<Result100> previous;
};

Expected<IpvlanConf> readIpvlan(const Call &call, bool checks)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    IpvlanConf conf{.net = NetConf(fields), .master = {}, .mode = {}, .previous = std::nullopt};
    fields.read("master", conf.master);
    fields.read("mode", conf.mode);
    fields.read("mtu", conf.mtu);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    if (checks)
        return conf;
    if (conf.net.previous) {
        auto result = conf.net.previousResult();
        if (!result)
            return failed("could not parse prevResult: " + result.error().message);
        conf.previous = *std::move(result);
    }
    if (!conf.master.empty())
        return conf;
    if (!conf.previous) {
        const auto link = defaultRouteLink(call.host);
        if (!link)
            return std::unexpected(link.error());
        conf.master = *link;
    } else if (conf.previous->interfaces.size() == 1 && !conf.previous->interfaces.front().name.empty()) {
        conf.master = conf.previous->interfaces.front().name;
    } else {
        return failed("chained master failure. PrevResult lacks a single named interface");
    }
    return conf;
}

Expected<IpvlanMode> readIpvlanMode(const std::string &mode)
{
    if (mode.empty())
        return IpvlanMode::L2;
    const auto found = std::ranges::find(ipvlanModes, mode);
    if (found == std::end(ipvlanModes))
        return failed("unknown ipvlan mode: " + goQuoted(mode));
    return static_cast<IpvlanMode>(found - std::begin(ipvlanModes));
}

Expected<std::string> ipvlanAdd(Call &call)
{
    const auto conf = readIpvlan(call, false);
    if (!conf)
        return std::unexpected(conf.error());
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto mode = readIpvlanMode(conf->mode);
    if (!mode)
        return std::unexpected(mode.error());
    if (!call.host.own().find(conf->master))
        return failed(fmt::format("failed to lookup master {}: Link not found", goQuoted(conf->master)));
    const auto link = addStacked(call, *sandbox, "ipvlan", IpvlanWords{conf->master, *mode}, conf->mtu);
    if (!link)
        return std::unexpected(link.error());
    // Chained behind another plugin it takes the addresses that this one got.
    const bool hasAddresses = conf->net.ipam.empty() && conf->previous && !conf->previous->ips.empty();
    Result100 result;
    if (hasAddresses) {
        result = *conf->previous;
    } else {
        auto given = delegateAdd(call, conf->net.ipam);
        if (!given)
            return std::unexpected(given.error());
        result = *std::move(given);
    }
    result.interfaces = {*link};
    // What it got of the other plugin stays given away when this fails.
    if (auto done = configureFirst(call, *sandbox, result); !done)
        return std::unexpected(done.error());
    result.dns = conf->net.dns;
    return printed(result, conf->net.version);
}

Expected<void> ipvlanCheck(Call &call)
{
    const auto conf = readIpvlan(call, true);
    if (!conf)
        return std::unexpected(conf.error());
    const auto before = beginCheck(call, conf->net, Addressing::Optional);
    if (!before)
        return std::unexpected(before.error());
    if (const auto container = containerInterface(call, before->result); !container)
        return std::unexpected(container.error());
    if (!call.host.own().find(conf->master))
        return failed(fmt::format("failed to lookup master {}: Link not found", goQuoted(conf->master)));
    const Netns &netns = call.host.netns(before->sandbox);
    const auto link =
        checkedLink(call, netns, before->result, [](const Link &one) { return one.as<Ipvlan>() != nullptr; }, "ipvlan");
    if (!link)
        return std::unexpected(link.error());
    const auto mode = readIpvlanMode(conf->mode);
    const IpvlanMode current = (*link)->as<Ipvlan>()->mode;
    if (!mode)
        return std::unexpected(mode.error());
    if (current != *mode)
        return failed(fmt::format("Container IPVlan mode {} does not match expected value: {}",
                                  ipvlanModes[static_cast<std::size_t>(current)],
                                  ipvlanModes[static_cast<std::size_t>(*mode)]));
    return endCheck(call, *before);
}

Expected<void> ipvlanDel(Call &call)
{
    const auto conf = readIpvlan(call, false);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->net.ipam.empty())
        if (auto released = delegate(call, conf->net.ipam, "DEL"); !released)
            return released;
    return removeStacked(call);
}

} // namespace

const Plugin ipvlanPlugin{"ipvlan", "0.1.0", ipvlanAdd, ipvlanCheck, ipvlanDel};

} // namespace netdraft::model::cni
