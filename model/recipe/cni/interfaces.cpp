#include "model/recipe/cni/interfaces.h"

#include "model/recipe/sha2.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

constexpr int mostAttempts = 10;

std::string maskDigits(const InterfaceAddress &address)
{
    const IpAddress mask = masked(lastOf(IpAddress::fromBits(address.address.family(), 0, 0), 0), address.length);
    return mask.isV4() ? fmt::format("{:08x}", mask.v4().bits())
                       : fmt::format("{:016x}{:016x}", mask.high(), mask.low());
}

} // namespace

std::string printedAddress(const IpConfig &ip)
{
    return fmt::format("{{Interface:0xc000012345 Address:{{IP:{} Mask:{}}} Gateway:{}}}", ip.address.address.toString(),
                       maskDigits(ip.address), ip.gateway ? ip.gateway->toString() : "<nil>");
}

Expected<MacAddress> parseMac(const std::string &text)
{
    std::string colons = text;
    std::ranges::replace(colons, '-', ':');
    const auto mac = MacAddress::parse(colons);
    if (!mac || colons.size() != std::string_view("00:00:00:00:00:00").size())
        return failed(fmt::format("address {}: invalid MAC address", text));
    return *mac;
}

bool isGlobalUnicast(const IpAddress &address)
{
    return !address.isUnspecified() && !address.isLoopback() && !address.isMulticast() && !address.isLinkLocal() &&
           !address.isLimitedBroadcast();
}

std::string randomName(const Call &call, int attempt)
{
    constexpr std::size_t digits = 8;
    return "veth" +
           sha512(fmt::format("{} {} {} {}", call.containerId, call.netns, call.ifName, attempt)).substr(0, digits);
}

void setSysctl(Host &host, const std::string &netns, const std::string &device, DeviceSysctl sysctl, int value)
{
    const Link *link = host.netns(netns).find(device);
    if (link && link->conf[sysctl] != value) {
        [[maybe_unused]] const auto ignored = host.perform(SetDeviceSysctl{netns, device, sysctl, value});
    }
}

Expected<Cable> addCable(Call &call, const std::string &sandbox, const std::string &path, const std::string &ifName,
                         int mtu, const std::string &mac)
{
    Host &host = call.host;
    AddVeth veth;
    veth.link = {sandbox, ifName};
    if (mtu > 0)
        veth.mtu = mtu;
    if (!mac.empty()) {
        const auto parsed = parseMac(mac);
        if (!parsed)
            return failed("failed to make veth pair: " + parsed.error().message);
        veth.mac = *parsed;
    }
    for (int attempt = 0;; ++attempt) {
        veth.peer = {host.name(), randomName(call, attempt)};
        if (attempt < mostAttempts && host.own().find(veth.peer.link))
            continue;
        const auto made = host.perform(veth);
        if (made)
            break;
        if (made.error().message == "file exists")
            return failed(fmt::format("container veth name provided ({}) already exists", ifName));
        return failed("failed to make veth pair: " + made.error().message);
    }
    // The request says it of both ends.
    if (mtu > 0)
        if (auto set = host.perform(SetLinkMtu{veth.peer, mtu}); !set)
            return failed("failed to make veth pair: " + set.error().message);
    if (auto up = setUp(host, host.name(), veth.peer.link); !up)
        return failed(fmt::format("failed to set {} up: {}", goQuoted(veth.peer.link), up.error().message));
    setSysctl(host, host.name(), veth.peer.link, DeviceSysctl::Ipv6AcceptRa, 0);
    return Cable{{veth.peer.link, host.own().find(veth.peer.link)->mac.toString(), {}},
                 {ifName, host.netns(sandbox).find(ifName)->mac.toString(), path}};
}

Expected<void> setUp(Host &host, const std::string &netns, const std::string &ifName, bool up)
{
    const Link *link = host.netns(netns).find(ifName);
    if (link && link->up == up)
        return {};
    return host.perform(SetLinkUp{{netns, ifName}, up});
}

Expected<void> addAddress(Host &host, const LinkName &link, const InterfaceAddress &address)
{
    AddAddress edit{link, {}, AddMode::Add};
    edit.address.local = address;
    constexpr int shortest = 31;
    if (address.address.isV4() && address.length < shortest)
        edit.address.broadcast = address.prefix().last();
    return host.perform(edit);
}

Expected<void> configureInterface(Host &host, const std::string &netns, const std::string &ifName,
                                  const Result100 &result)
{
    if (!host.netns(netns).find(ifName))
        return failed(fmt::format("failed to lookup {}: Link not found", goQuoted(ifName)));
    std::optional<IpAddress> gateway4;
    std::optional<IpAddress> gateway6;
    bool enabled6 = false;
    for (const IpConfig &ip : result.ips) {
        if (!ip.interface)
            continue;
        const bool isOther = *ip.interface < 0 || static_cast<std::size_t>(*ip.interface) >= result.interfaces.size() ||
                             result.interfaces[static_cast<std::size_t>(*ip.interface)].name != ifName;
        if (isOther)
            return failed(fmt::format("failed to add IP addr {} to {}: invalid interface index", printedAddress(ip),
                                      goQuoted(ifName)));
        const bool isV4 = ip.address.address.isV4();
        if (!isV4 && !std::exchange(enabled6, true)) {
            setSysctl(host, netns, "lo", DeviceSysctl::Ipv6DisableIpv6, 0);
            setSysctl(host, netns, ifName, DeviceSysctl::Ipv6DisableIpv6, 0);
        }
        if (auto added = addAddress(host, {netns, ifName}, ip.address); !added)
            return failed(fmt::format("failed to add IP addr {} to {}: {}", printedAddress(ip), goQuoted(ifName),
                                      added.error().message));
        auto &gateway = ip.gateway && ip.gateway->isV4() ? gateway4 : gateway6;
        if (!gateway)
            gateway = ip.gateway;
    }
    if (auto up = setUp(host, netns, ifName); !up)
        return failed(fmt::format("failed to set {} UP: {}", goQuoted(ifName), up.error().message));
    for (const ResultRoute &route : result.routes) {
        const IpAddress &to = route.destination.address;
        const auto gateway = route.gateway ? route.gateway : to.isV4() ? gateway4 : gateway6;
        RouteWords words;
        words.destination = Prefix::of(to, route.destination.length);
        words.scope = to.isV4() ? std::optional(Scope::Global) : std::nullopt;
        words.hop = {.via = gateway, .dev = ifName};
        const bool hasHostBits = to.isV4() && words.destination.address() != to;
        auto added = hasHostBits ? failed("invalid argument") : host.perform(AddRoute{netns, words, AddMode::Prepend});
        if (!added)
            return failed(fmt::format("failed to add route '{{{} {}}} via {} dev {}': {}", to.toString(),
                                      maskDigits(route.destination), gateway ? gateway->toString() : "<nil>", ifName,
                                      added.error().message));
    }
    return {};
}

void forwardFor(Host &host, std::span<const IpConfig> ips)
{
    for (const IpConfig &ip : ips) {
        const Family family = ip.address.address.family();
        if (!host.own().forwards(family)) {
            [[maybe_unused]] const auto ignored = host.perform(SetDeviceSysctl{
                host.name(), "all",
                family == Family::Ipv4 ? DeviceSysctl::Ipv4Forwarding : DeviceSysctl::Ipv6Forwarding, 1});
        }
    }
}

Expected<std::vector<InterfaceAddress>> removeInterface(Host &host, const std::string &netns, const std::string &ifName)
{
    std::vector<InterfaceAddress> addresses;
    const Link *link = host.netns(netns).find(ifName);
    if (!link)
        return addresses;
    for (const Family family : {Family::Ipv4, Family::Ipv6})
        for (const LinkAddress &address : link->addresses(family))
            if (isGlobalUnicast(address.local.address))
                addresses.push_back(address.local);
    if (auto removed = host.perform(RemoveLink{{netns, ifName}}); !removed)
        return failed(fmt::format("failed to delete {}: {}", goQuoted(ifName), removed.error().message));
    return addresses;
}

Expected<std::string> openSandbox(const Call &call)
{
    auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox)
        return failed(fmt::format("failed to open netns {}: {}", goQuoted(call.netns), sandbox.error().message));
    return sandbox;
}

Expected<Checked> beginCheck(Call &call, const NetConf &net, Addressing addressing, std::string_view prefix)
{
    auto sandbox = openSandbox(call);
    if (!sandbox)
        return std::unexpected(sandbox.error());
    if (addressing == Addressing::Required || !net.ipam.empty())
        if (auto checked = delegate(call, net.ipam, "CHECK"); !checked)
            return std::unexpected(checked.error());
    if (!net.previous)
        return failed(fmt::format("{}Required prevResult missing", prefix));
    auto result = net.previousResult();
    if (!result)
        return std::unexpected(result.error());
    return Checked{*std::move(sandbox), *std::move(result)};
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

Expected<void> endCheck(const Call &call, const Checked &checked)
{
    const Netns &netns = call.host.netns(checked.sandbox);
    if (auto kept = checkAddresses(netns, call.ifName, checked.result); !kept)
        return kept;
    return checkRoutes(netns, checked.result);
}

Expected<Interface> containerInterface(const Call &call, const Result100 &result)
{
    Interface found;
    for (const Interface &interface : result.interfaces)
        if (interface.name == call.ifName && interface.sandbox == call.netns)
            found = interface;
    if (call.netns != found.sandbox)
        return failed(
            fmt::format("Sandbox in prevResult {} doesn't match configured netns: {}", found.sandbox, call.netns));
    return found;
}

Expected<void> checkAddresses(const Netns &netns, const std::string &ifName, const Result100 &result)
{
    for (const IpConfig &ip : result.ips) {
        const Link *link = netns.find(ifName);
        if (!link)
            return failed("Cannot find container link " + ifName);
        const Family family = ip.address.address.family();
        if (std::ranges::none_of(link->addresses(family),
                                 [&](const LinkAddress &one) { return one.local == ip.address; }))
            return failed(fmt::format("Failed to match addr {} on interface {}", ip.address.toString(), ifName));
        const Prefix prefix = ip.address.prefix();
        if (std::ranges::none_of(
                netns.routes, [&](const Route &one) { return one.table == table::main && one.destination == prefix; }))
            return failed(fmt::format("Failed to find Gateway {} for interface {}",
                                      ip.gateway ? ip.gateway->toString() : "<nil>", ifName));
    }
    return {};
}

Expected<void> checkRoutes(const Netns &netns, const Result100 &result)
{
    for (const ResultRoute &route : result.routes) {
        const Prefix prefix = route.destination.prefix();
        const bool isThere = std::ranges::any_of(netns.routes, [&](const Route &one) {
            if (one.table != table::main || one.destination != prefix)
                return false;
            // Of a default route the gateway is not looked at; of others, one without looks for one without.
            return prefix.isDefault() ||
                   std::ranges::any_of(one.hops, [&](const NextHop &hop) { return hop.via == route.gateway; });
        });
        if (!isThere)
            return failed(fmt::format("Expected Route {{Dst:{{IP:{} Mask:{}}} GW:{}}} not found in routing table",
                                      route.destination.address.toString(), maskDigits(route.destination),
                                      route.gateway ? route.gateway->toString() : "<nil>"));
    }
    return {};
}

} // namespace netdraft::model::cni
