#include "model/recipe/cni/chains.h"
#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

struct PtpConf {
    NetConf net;
    bool ipMasq = false;
    int mtu = 0;
};

Expected<PtpConf> readPtp(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    PtpConf conf{.net = NetConf(fields)};
    fields.read("ipMasq", conf.ipMasq);
    fields.read("mtu", conf.mtu);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    return conf;
}

/// The network of an address is to be reached by the gateway alone, which is on the cable.
Expected<void> routeByGateway(Host &host, const std::string &netns, const std::string &ifName, const IpConfig &ip)
{
    const Prefix network = ip.address.prefix();
    const IpAddress &address = ip.address.address;
    RouteWords direct;
    direct.destination = network;
    direct.hop.dev = ifName;
    if (auto removed = host.perform(RemoveRoute{netns, direct}); !removed)
        return failed(fmt::format("failed to delete route {{Ifindex: {} Dst: {} Src: <nil> Gw: <nil> Flags: [] Table: "
                                  "0 Realm: 0}}: {}",
                                  host.netns(netns).find(ifName)->index, network.toString(), removed.error().message));
    const auto addRoute = [&](const RouteWords &words) -> Expected<void> {
        if (auto added = host.perform(AddRoute{netns, words, AddMode::Add}); !added)
            return failed(fmt::format(
                "failed to add route {{Ifindex: {} Dst: {} Src: {} Gw: {} Flags: [] Table: 0 Realm: 0}}: {}",
                host.netns(netns).find(ifName)->index, words.destination.toString(), address.toString(),
                words.hop.via ? words.hop.via->toString() : "<nil>", added.error().message));
        return {};
    };
    RouteWords toGateway;
    toGateway.destination = Prefix::host(*ip.gateway);
    toGateway.source = address;
    toGateway.hop.dev = ifName;
    RouteWords byGateway;
    byGateway.destination = network;
    byGateway.source = address;
    byGateway.hop = {.via = ip.gateway, .dev = ifName};
    if (address.isV4()) {
        toGateway.scope = Scope::Link;
        byGateway.scope = Scope::Global;
    }
    if (auto added = addRoute(toGateway); !added)
        return added;
    return addRoute(byGateway);
}

/// The host has the gateway's address, and a route to that of the container.
Expected<void> setUpHostEnd(Host &host, const std::string &veth, const Result100 &result)
{
    for (const IpConfig &ip : result.ips) {
        const IpAddress &address = ip.address.address;
        const int bits = addressBits(address.family());
        if (auto added = addAddress(host, {host.name(), veth}, {*ip.gateway, static_cast<std::uint8_t>(bits)}); !added)
            return failed(fmt::format("failed to add IP addr ({}/{}) to veth: {}", ip.gateway->toString(), bits,
                                      added.error().message));
        RouteWords words;
        words.destination = Prefix::host(address);
        words.hop.dev = veth;
        if (address.isV4())
            words.scope = Scope::Host;
        auto added = host.perform(AddRoute{host.name(), words, AddMode::Add});
        if (!added && added.error().message != "file exists")
            return failed("failed to add route on host: " + added.error().message);
    }
    return {};
}

Expected<std::string> ptpAdd(Call &call)
{
    const auto conf = readPtp(call);
    if (!conf)
        return std::unexpected(conf.error());
    auto result = delegateAdd(call, conf->net.ipam);
    if (!result)
        return std::unexpected(result.error());
    Host &host = call.host;
    const auto configure = [&]() -> Expected<void> {
        if (result->ips.empty())
            return failed("IPAM plugin returned missing IP config");
        forwardFor(host, result->ips);
        const auto sandbox = openSandbox(call);
        if (!sandbox)
            return std::unexpected(sandbox.error());
        const auto cable = addCable(call, *sandbox, call.netns, call.ifName, conf->mtu, {});
        if (!cable)
            return std::unexpected(cable.error());
        result->interfaces = {cable->host, cable->container};
        for (IpConfig &ip : result->ips)
            ip.interface = 1;
        if (auto done = configureInterface(host, *sandbox, call.ifName, *result); !done)
            return done;
        for (const IpConfig &ip : result->ips) {
            if (!ip.gateway)
                return notSimulatedHere("the plugin ptp with an address that has no gateway");
            if (auto done = routeByGateway(host, *sandbox, call.ifName, ip); !done)
                return done;
        }
        if (auto done = setUpHostEnd(host, cable->host.name, *result); !done)
            return done;
        for (const IpConfig &ip : result->ips)
            if (conf->ipMasq)
                if (auto done = masquerade(host, ip.address, conf->net.name, call.containerId); !done)
                    return done;
        return {};
    };
    if (auto done = configure(); !done) {
        [[maybe_unused]] const auto ignored = delegate(call, conf->net.ipam, "DEL");
        return std::unexpected(done.error());
    }
    if (!conf->net.dns.empty())
        result->dns = conf->net.dns;
    return printed(*result, conf->net.version);
}

Expected<void> ptpDel(Call &call)
{
    const auto conf = readPtp(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (auto released = delegate(call, conf->net.ipam, "DEL"); !released)
        return released;
    if (call.netns.empty() || call.host.hasNoSandbox(call.netns))
        return {};
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto addresses = removeInterface(call.host, *sandbox, call.ifName);
    if (!addresses)
        return std::unexpected(addresses.error());
    Expected<void> ended;
    for (const InterfaceAddress &address : *addresses)
        if (conf->ipMasq)
            ended = endMasquerade(call.host, address, conf->net.name, call.containerId);
    return ended;
}

Expected<void> ptpCheck(Call &call)
{
    const auto conf = readPtp(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto before = beginCheck(call, conf->net, Addressing::Required, "ptp: ");
    if (!before)
        return std::unexpected(before.error());
    const Netns &netns = call.host.netns(before->sandbox);
    const auto link = checkedLink(
        call, netns, before->result, [](const Link &one) { return one.veth() != nullptr; }, "veth/p2p", "ptp: ");
    if (!link)
        return std::unexpected(link.error());
    return endCheck(call, *before);
}

} // namespace

const Plugin ptpPlugin{"ptp", "0.1.0", ptpAdd, ptpCheck, ptpDel};

} // namespace netdraft::model::cni
