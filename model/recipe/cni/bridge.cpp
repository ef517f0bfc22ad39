#include "model/recipe/cni/chains.h"
#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

struct BridgeConf {
    NetConf net;
    std::string bridge = "cni0";
    bool isGateway = false;
    bool isDefaultGateway = false;
    bool forceAddress = false;
    bool ipMasq = false;
    int mtu = 0;
    bool hairpin = false;
    bool promisc = false;
    int vlan = 0;
    bool spoofCheck = false;
    bool detectsDuplicates = false;
    std::string mac;
};

Expected<BridgeConf> readBridge(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    BridgeConf conf{.net = NetConf(fields), .mac = {}};
    fields.read("bridge", conf.bridge);
    fields.read("isGateway", conf.isGateway);
    fields.read("isDefaultGateway", conf.isDefaultGateway);
    fields.read("forceAddress", conf.forceAddress);
    fields.read("ipMasq", conf.ipMasq);
    fields.read("mtu", conf.mtu);
    fields.read("hairpinMode", conf.hairpin);
    fields.read("promiscMode", conf.promisc);
    fields.read("vlan", conf.vlan);
    fields.read("macspoofchk", conf.spoofCheck);
    fields.read("enabledad", conf.detectsDuplicates);
    std::string ofArgs;
    std::string ofRuntime;
    fields.object("args", "").object("cni", "BridgeArgs", "main.BridgeArgs").read("mac", ofArgs);
    fields.object("runtimeConfig", "").read("mac", ofRuntime);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    constexpr int highestVlan = 4094;
    if (conf.vlan < 0 || conf.vlan > highestVlan)
        return failed(fmt::format("invalid VLAN ID {} (must be between 0 and 4094)", conf.vlan));
    auto arguments = loadArguments(call.args, {"MAC"});
    if (!arguments)
        return std::unexpected(arguments.error());
    for (const std::string &given : {(*arguments)["MAC"], ofArgs, ofRuntime})
        if (!given.empty())
            conf.mac = given;
    if (conf.spoofCheck)
        return notSimulatedHere("macspoofchk of the plugin bridge");
    return conf;
}

Expected<void> ensureBridge(Host &host, const BridgeConf &conf)
{
    const auto wrong = [&](const std::string &why) {
        return failed(fmt::format("failed to create bridge {}: {}", goQuoted(conf.bridge), why));
    };
    const LinkName name{host.name(), conf.bridge};
    if (const Link *link = host.own().find(conf.bridge)) {
        if (!link->bridge())
            return wrong(fmt::format("{} already exists but is not a bridge", goQuoted(conf.bridge)));
    } else {
        if (auto made = host.perform(AddBridge{.link = name, .mac = std::nullopt}); !made)
            return wrong(fmt::format("could not add {}: {}", goQuoted(conf.bridge), made.error().message));
        // The MTU that it is made with it forgets for that of its ports, which have it as well.
        if (conf.vlan != 0) {
            BridgeChange change;
            change.vlanFiltering = true;
            if (auto set = host.perform(ChangeLink{name, change}); !set)
                return wrong(fmt::format("could not add {}: {}", goQuoted(conf.bridge), set.error().message));
        }
    }
    setSysctl(host, host.name(), conf.bridge, DeviceSysctl::Ipv6AcceptRa, 0);
    if (auto up = setUp(host, host.name(), conf.bridge); !up)
        return wrong(up.error().message);
    return {};
}

/// A cable into a namespace whose end here is a port of the bridge.
Expected<Cable> addPort(Call &call, const BridgeConf &conf, const std::string &sandbox, const std::string &path,
                        const std::string &ifName, bool hairpin, int mtu, const std::string &mac)
{
    auto cable = addCable(call, sandbox, path, ifName, mtu, mac);
    if (!cable)
        return cable;
    Host &host = call.host;
    const LinkName port{host.name(), cable->host.name};
    if (auto set = host.perform(SetLinkMaster{port, conf.bridge}); !set)
        return failed(fmt::format("failed to connect {} to bridge {}: {}", goQuoted(port.link), conf.bridge,
                                  set.error().message));
    if (hairpin) {
        PortChange change;
        change.hairpin = true;
        if (auto set = host.perform(SetPort{port, change}); !set)
            return failed(fmt::format("failed to setup hairpin mode for {}: {}", port.link, set.error().message));
    }
    if (conf.vlan != 0) {
        const auto vlan = static_cast<VlanId>(conf.vlan);
        if (auto added = host.perform(AddBridgeVlan{port, vlan, vlan, true, true}); !added)
            return failed(fmt::format("failed to setup vlan tag on interface {}: {}", goQuoted(port.link),
                                      added.error().message));
    }
    return cable;
}

IpAddress firstHost(const InterfaceAddress &address)
{
    const IpAddress network = address.prefix().address();
    return network.isV4() ? IpAddress(Ipv4Address(network.v4().bits() + 1))
                          : IpAddress(Ipv6Address(network.high(), network.low() + 1));
}

/// Gives each address its gateway, and the family a default route by it where that is asked for.
void findGateways(Result100 &result, const BridgeConf &conf)
{
    bool found4 = false;
    bool found6 = false;
    constexpr int container = 2;
    for (IpConfig &ip : result.ips) {
        const Family family = ip.address.address.family();
        ip.interface = container;
        if (!ip.gateway && conf.isGateway)
            ip.gateway = firstHost(ip.address);
        bool &found = family == Family::Ipv4 ? found4 : found6;
        if (!conf.isDefaultGateway || found)
            continue;
        const InterfaceAddress everywhere{Prefix::any(family).address(), 0};
        const bool isThere = std::ranges::any_of(
            result.routes, [&](const ResultRoute &route) { return route.gateway && route.destination == everywhere; });
        if (!isThere)
            result.routes.push_back({everywhere, ip.gateway});
        found = true;
    }
}

/// Gives the bridge, or what stands for it in a VLAN, a gateway's address.
Expected<void> ensureAddress(Host &host, const std::string &device, const InterfaceAddress &address, bool force)
{
    const LinkName name{host.name(), device};
    const Family family = address.address.family();
    const std::vector<LinkAddress> there = host.own().find(device)->addresses(family);
    for (const LinkAddress &one : there) {
        if (one.local == address)
            return {};
        const bool overlaps =
            one.local.prefix().contains(address.address) || address.prefix().contains(one.local.address);
        if (family == Family::Ipv6 && !overlaps)
            continue;
        if (!force)
            return failed(
                fmt::format("{} already has an IP address different from {}", goQuoted(device), address.toString()));
        if (auto removed = host.perform(RemoveAddress{name, one.local}); !removed)
            return failed(
                fmt::format("could not remove IP address from {}: {}", goQuoted(device), removed.error().message));
    }
    // Its MAC is to stay what it was when the bridge was looked at, before the container's port came.
    if (auto added = addAddress(host, name, address); !added && added.error().message != "file exists")
        return failed(fmt::format("could not add IP address to {}: {}", goQuoted(device), added.error().message));
    return {};
}

Expected<void> keepMac(Host &host, const std::string &device, MacAddress mac)
{
    const Link *link = host.own().find(device);
    if (link->mac == mac && link->macSet)
        return {};
    if (auto set = host.perform(SetLinkMac{{host.name(), device}, mac}); !set)
        return failed(fmt::format("could not set bridge's mac: {}", set.error().message));
    return {};
}

/// The end of a cable from the bridge to the host itself, where the gateway of a VLAN is.
Expected<std::string> ensureVlanInterface(Call &call, const BridgeConf &conf)
{
    Host &host = call.host;
    std::string name = fmt::format("{}.{}", conf.bridge, conf.vlan);
    if (!host.own().find(name)) {
        Call own{host, call.environment, call.configuration, {}, call.containerId, name, name, {}};
        const auto cable = addPort(own, conf, host.name(), {}, name, false, host.own().find(conf.bridge)->mtu, {});
        if (!cable)
            return failed(fmt::format("failed to create vlan interface: faild to create vlan gateway {}: {}",
                                      goQuoted(name), cable.error().message));
        if (auto up = setUp(host, host.name(), name); !up)
            return failed(fmt::format("failed to create vlan interface: failed to up {}: {}", goQuoted(name),
                                      up.error().message));
    }
    return name;
}

Expected<void> setGateways(Call &call, const BridgeConf &conf, MacAddress mac, Result100 &result)
{
    Host &host = call.host;
    const std::vector<IpConfig> ips = result.ips;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        bool any = false;
        for (const IpConfig &ip : ips) {
            if (ip.address.address.family() != family || !ip.gateway)
                continue;
            any = true;
            std::string device = conf.bridge;
            if (conf.vlan != 0) {
                const auto named = ensureVlanInterface(call, conf);
                if (!named)
                    return std::unexpected(named.error());
                device = *named;
                if (std::ranges::find(result.interfaces, device, &Interface::name) == result.interfaces.end())
                    result.interfaces.push_back({device, host.own().find(device)->mac.toString(), {}});
            }
            const auto before = host.edits().edits.size();
            const InterfaceAddress address{*ip.gateway, ip.address.length};
            auto done = ensureAddress(host, device, address, conf.forceAddress);
            if (done && host.edits().edits.size() > before)
                done = keepMac(host, device, conf.vlan != 0 ? host.own().find(device)->mac : mac);
            if (!done)
                return failed((conf.vlan != 0 ? "failed to set vlan interface for bridge with addr: "
                                              : "failed to set bridge addr: ") +
                              done.error().message);
        }
        if (any)
            forwardFor(host, std::array{IpConfig{{}, {Prefix::any(family).address(), 0}, {}}});
    }
    return {};
}

/// Addresses for the container, and what the host needs for them.
Expected<void> addLayer3(Call &call, const BridgeConf &conf, const std::string &sandbox, MacAddress mac,
                         Result100 &result)
{
    const auto given = delegateAdd(call, conf.net.ipam);
    if (!given)
        return std::unexpected(given.error());
    result.ips = given->ips;
    result.routes = given->routes;
    const auto configure = [&]() -> Expected<void> {
        if (result.ips.empty())
            return failed("IPAM plugin returned missing IP config");
        findGateways(result, conf);
        setSysctl(call.host, sandbox, call.ifName, DeviceSysctl::Ipv6AcceptDad, conf.detectsDuplicates ? 1 : 0);
        if (auto done = configureInterface(call.host, sandbox, call.ifName, result); !done)
            return done;
        const Link *port = call.host.own().find(result.interfaces[1].name);
        if (!isRunning(call.host.network(), call.host.own(), *port))
            return failed("bridge port in error state: down");
        if (conf.isGateway)
            if (auto done = setGateways(call, conf, mac, result); !done)
                return done;
        if (conf.ipMasq)
            for (const IpConfig &ip : result.ips)
                if (auto done = masquerade(call.host, ip.address, conf.net.name, call.containerId); !done)
                    return done;
        return {};
    };
    auto done = configure();
    if (!done) {
        [[maybe_unused]] const auto ignored = delegate(call, conf.net.ipam, "DEL");
    }
    return done;
}

Expected<std::string> bridgeAdd(Call &call)
{
    auto conf = readBridge(call);
    if (!conf)
        return std::unexpected(conf.error());
    conf->isGateway = conf->isGateway || conf->isDefaultGateway;
    if (conf->hairpin && conf->promisc)
        return failed("cannot set hairpin mode and promiscuous mode at the same time.");
    Host &host = call.host;
    if (auto made = ensureBridge(host, *conf); !made)
        return std::unexpected(made.error());
    const MacAddress mac = host.own().find(conf->bridge)->mac;
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto cable = addPort(call, *conf, *sandbox, call.netns, call.ifName, conf->hairpin, conf->mtu, conf->mac);
    if (!cable)
        return std::unexpected(cable.error());
    Result100 result;
    result.interfaces = {{conf->bridge, {}, {}}, cable->host, cable->container};
    auto done =
        conf->net.ipam.empty() ? setUp(host, *sandbox, call.ifName) : addLayer3(call, *conf, *sandbox, mac, result);
    if (!done)
        return std::unexpected(done.error());
    result.interfaces.front().mac = host.own().find(conf->bridge)->mac.toString();
    result.dns = conf->net.dns;
    return printed(result, conf->net.version);
}

Expected<void> bridgeDel(Call &call)
{
    const auto conf = readBridge(call);
    if (!conf)
        return std::unexpected(conf.error());
    const bool layer3 = !conf->net.ipam.empty();
    const auto release = [&] { return layer3 ? delegate(call, conf->net.ipam, "DEL") : Expected<void>(); };
    if (call.netns.empty() || call.host.hasNoSandbox(call.netns))
        return release();
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    const auto addresses = removeInterface(call.host, *sandbox, call.ifName);
    if (!addresses)
        return std::unexpected(addresses.error());
    if (auto released = release(); !released)
        return released;
    if (layer3 && conf->ipMasq)
        for (const InterfaceAddress &address : *addresses)
            if (auto ended = endMasquerade(call.host, address, conf->net.name, call.containerId); !ended)
                return ended;
    return {};
}

/// An interface of the result before, looked for where it should be.
Expected<const Link *> validInterface(const Netns &netns, const Interface &interface, bool inSandbox)
{
    if (interface.name.empty())
        return failed("Interface name missing ");
    const Link *link = netns.find(interface.name);
    if (!link)
        return failed(fmt::format("Interface name {} not found", interface.name));
    if (inSandbox && interface.sandbox.empty())
        return failed(fmt::format("Interface {} is expected to be in a sandbox", interface.name));
    if (!inSandbox && !interface.sandbox.empty())
        return failed(fmt::format("Interface {} should not be in sandbox", interface.name));
    return link;
}

Expected<void> checkInterfaces(const Call &call, const BridgeConf &conf, const Netns &sandbox, const Result100 &result)
{
    const Netns &own = call.host.own();
    Interface bridge;
    for (const Interface &interface : result.interfaces)
        if (interface.name == conf.bridge)
            bridge = interface;
    const auto bridgeLink = validInterface(own, bridge, false);
    if (!bridgeLink)
        return std::unexpected(bridgeLink.error());
    if (!(*bridgeLink)->bridge())
        return failed(fmt::format("Interface {} does not have link type of bridge", bridge.name));
    if (!bridge.mac.empty() && bridge.mac != (*bridgeLink)->mac.toString())
        return failed(fmt::format("Bridge interface {} Mac doesn't match: {}", bridge.name, bridge.mac));
    const auto container = containerInterface(call, result);
    if (!container)
        return std::unexpected(container.error());
    const auto inside = validInterface(sandbox, *container, true);
    if (!inside)
        return std::unexpected(inside.error());
    if (!(*inside)->veth())
        return failed(fmt::format("Error: Container interface {} not of type veth", container->name));
    if (!container->mac.empty() && container->mac != (*inside)->mac.toString())
        return failed(fmt::format("Interface {} Mac {} doesn't match container Mac: {}", container->name,
                                  container->mac, (*inside)->mac.toString()));
    for (const Interface &interface : result.interfaces) {
        if (interface.name == bridge.name || interface.name == container->name)
            continue;
        const auto port = validInterface(own, interface, false);
        if (!port)
            return std::unexpected(port.error());
        const LinkPlace place{own.id, (*port)->id};
        if ((*inside)->veth()->peer != place || (*port)->master != (*bridgeLink)->id)
            continue;
        if (!interface.mac.empty() && interface.mac != (*port)->mac.toString())
            return failed(fmt::format("Interface {} Mac doesn't match: {} not found", interface.name, interface.mac));
        return {};
    }
    return failed(fmt::format("CNI veth created for bridge {} was not found", conf.bridge));
}

Expected<void> bridgeCheck(Call &call)
{
    const auto conf = readBridge(call);
    if (!conf)
        return std::unexpected(conf.error());
    const auto before = beginCheck(call, conf->net, Addressing::Required);
    if (!before)
        return std::unexpected(before.error());
    const Netns &netns = call.host.netns(before->sandbox);
    if (auto checked = checkInterfaces(call, *conf, netns, before->result); !checked)
        return checked;
    return endCheck(call, *before);
}

} // namespace

const Plugin bridgePlugin{"bridge", "0.1.0", bridgeAdd, bridgeCheck, bridgeDel};

} // namespace netdraft::model::cni
