#include "model/recipe/cni/stacked.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::cni {

namespace {

struct MacvlanConf {
    NetConf net;
    std::string master;
    std::string mode;
    int mtu = 0;
    std::string mac;
};

Expected<MacvlanConf> readMacvlan(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    MacvlanConf conf{.net = NetConf(fields), .master = {}, .mode = {}, .mac = {}};
    std::string ofRuntime;
    fields.read("master", conf.master);
    fields.read("mode", conf.mode);
    fields.read("mtu", conf.mtu);
    fields.read("mac", conf.mac);
    fields.object("runtimeConfig", "").read("mac", ofRuntime);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    if (conf.master.empty()) {
        const auto link = defaultRouteLink(call.host);
        if (!link)
            return std::unexpected(link.error());
        conf.master = *link;
    }
    const Link *master = call.host.own().find(conf.master);
    if (!master)
        return failed("Link not found");
    if (conf.mtu < 0 || conf.mtu > master->mtu)
        return failed(fmt::format("invalid MTU {}, must be [0, master MTU({})]", conf.mtu, master->mtu));
    auto arguments = loadArguments(call.args, {"MAC"});
    if (!arguments)
        return std::unexpected(arguments.error());
    for (const std::string &given : {(*arguments)["MAC"], ofRuntime})
        if (!given.empty())
            conf.mac = given;
    return conf;
}

Expected<MacvlanMode> readMacvlanMode(const std::string &mode)
{
    if (mode.empty())
        return MacvlanMode::Bridge;
    const auto found = std::ranges::find(macvlanModes, mode);
    if (found == std::end(macvlanModes))
        return failed("unknown macvlan mode: " + goQuoted(mode));
    return static_cast<MacvlanMode>(found - std::begin(macvlanModes));
}

Expected<std::string> macvlanAdd(Call &call)
{
    const auto conf = readMacvlan(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto mode = readMacvlanMode(conf->mode);
    if (!mode)
        return std::unexpected(mode.error());
    auto link = addStacked(call, *sandbox, "macvlan", MacvlanWords{conf->master, *mode}, conf->mtu, conf->mac);
    if (!link)
        return std::unexpected(link.error());
    Result100 result;
    Expected<void> done;
    if (conf->net.ipam.empty()) {
        result.interfaces = {*link};
        done = setUp(call.host, *sandbox, call.ifName);
    } else {
        auto given = delegateAdd(call, conf->net.ipam);
        // The link goes with an error of the plugin itself alone, not with one of the address's.
        if (!given)
            return std::unexpected(given.error());
        result.ips = given->ips;
        result.routes = given->routes;
        result.interfaces = {*link};
        done = configureFirst(call, *sandbox, result);
        if (!done) {
            [[maybe_unused]] const auto ignored = delegate(call, conf->net.ipam, "DEL");
        }
    }
    if (!done)
        return std::unexpected(done.error());
    result.dns = conf->net.dns;
    return printed(result, conf->net.version);
}

Expected<void> macvlanCheck(Call &call)
{
    const auto conf = readMacvlan(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto before = beginCheck(call, conf->net, Addressing::Optional);
    if (!before)
        return std::unexpected(before.error());
    const Netns &netns = call.host.netns(before->sandbox);
    const auto link = checkedLink(
        call, netns, before->result, [](const Link &one) { return one.as<Macvlan>() != nullptr; }, "macvlan");
    if (!link)
        return std::unexpected(link.error());
    const auto mode = readMacvlanMode(conf->mode);
    const MacvlanMode current = (*link)->as<Macvlan>()->mode;
    if (!mode)
        return std::unexpected(mode.error());
    if (current != *mode)
        return failed(fmt::format("Container macvlan mode {} does not match expected value: {}",
                                  macvlanModes[static_cast<std::size_t>(current)],
                                  macvlanModes[static_cast<std::size_t>(*mode)]));
    return endCheck(call, *before);
}

Expected<void> macvlanDel(Call &call)
{
    const auto conf = readMacvlan(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (!conf->net.ipam.empty())
        if (auto released = delegate(call, conf->net.ipam, "DEL"); !released)
            return released;
    return removeStacked(call);
}

} // namespace

const Plugin macvlanPlugin{"macvlan", "0.1.0", macvlanAdd, macvlanCheck, macvlanDel};

} // namespace netdraft::model::cni
