#include "model/recipe/cni/calico_ipam.h"
#include "model/recipe/cni/interfaces.h"
#include "model/recipe/cni/sha1.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model::cni {

// The plugins calico and calico-ipam (Calico 3.29): a cable by itself for each pod, which the node routes to.

namespace {

constexpr int calicoDefaultMtu = 1500;
const IpAddress calicoGateway = Ipv4Address(169, 254, 1, 1);

struct CalicoConf {
    NetConf net;
    int mtu = 0;
    std::string nodenameFile = "/var/lib/calico/nodename";
    bool nodenameFileOptional = false;
    bool allowsForwarding = false;
};

/// Reads what it goes by; fails where calico/node does not run yet.
Expected<CalicoConf> readCalicoConf(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    CalicoConf conf{.net = NetConf(fields)};
    fields.read("mtu", conf.mtu);
    std::string file;
    fields.read("nodename_file", file);
    if (!file.empty())
        conf.nodenameFile = file;
    fields.read("nodename_file_optional", conf.nodenameFileOptional);
    fields.object("container_settings", "ContainerSettings", "types.ContainerSettings")
        .read("allow_ip_forwarding", conf.allowsForwarding);
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    if (!conf.nodenameFileOptional && !call.host.readFile(conf.nodenameFile))
        return failed(fmt::format("stat {}: no such file or directory: check that the calico/node container is running "
                                  "and has mounted /var/lib/calico/",
                                  conf.nodenameFile));
    if (conf.mtu == 0) {
        conf.mtu = calicoDefaultMtu;
        if (const std::string *text = call.host.readFile("/var/lib/calico/mtu"))
            std::from_chars(text->data(), text->data() + text->size(), conf.mtu);
    }
    return conf;
}

/// The value of an argument of CNI_ARGS; others are of no interest.
std::string argumentOf(const Call &call, std::string_view name)
{
    std::string_view rest = call.args;
    while (!rest.empty()) {
        const std::string_view pair = rest.substr(0, rest.find(';'));
        if (pair.starts_with(name) && pair.size() > name.size() && pair[name.size()] == '=')
            return std::string(pair.substr(name.size() + 1));
        rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    }
    return {};
}

/// `cali` and eleven digits, of the pod's name or of the container's.
std::string vethNameOf(const Call &call)
{
    constexpr std::size_t digits = 11;
    const std::string pod = argumentOf(call, "K8S_POD_NAME");
    if (pod.empty())
        return "cali" + call.containerId.substr(0, digits);
    return "cali" + sha1(fmt::format("{}.{}", argumentOf(call, "K8S_POD_NAMESPACE"), pod)).substr(0, digits);
}

std::string handleOf(const Call &call, const std::string &network)
{
    return fmt::format("{}.{}", network, call.containerId);
}

/// The cable is made in the container, whose end has an address of its own alone and a way to it by an address that
/// nobody has.
Expected<void> setUpContainer(Call &call, const CalicoConf &conf, const std::string &sandbox, const std::string &veth,
                              const InterfaceAddress &address)
{
    Host &host = call.host;
    const AddVeth cable{
        .link = {sandbox, call.ifName}, .peer = {sandbox, veth}, .mac = {}, .peerMac = {}, .mtu = conf.mtu};
    if (auto made = host.perform(cable); !made)
        return made;
    if (auto set = host.perform(SetLinkMtu{cable.peer, conf.mtu}); !set)
        return set;
    if (auto set = host.perform(SetLinkMac{cable.peer, *MacAddress::parse("ee:ee:ee:ee:ee:ee")}); !set)
        return set;
    if (auto up = setUp(host, sandbox, veth); !up)
        return failed(fmt::format("failed to set {} up: {}", goQuoted(veth), up.error().message));
    if (auto up = setUp(host, sandbox, call.ifName); !up)
        return failed(fmt::format("failed to set {} up: {}", goQuoted(call.ifName), up.error().message));
    RouteWords direct;
    direct.destination = Prefix::host(calicoGateway);
    direct.scope = Scope::Link;
    direct.hop.dev = call.ifName;
    if (auto added = host.perform(AddRoute{sandbox, direct, AddMode::Add}); !added)
        return failed("failed to add route inside the container: " + added.error().message);
    RouteWords everything;
    everything.destination = Prefix::any(Family::Ipv4);
    everything.hop = {.via = calicoGateway, .dev = call.ifName};
    if (auto added = host.perform(AddRoute{sandbox, everything, AddMode::Add}); !added)
        return failed(fmt::format("failed to add IPv4 route for 0.0.0.0/0 via 169.254.1.1: {}", added.error().message));
    if (auto added = addAddress(host, {sandbox, call.ifName}, address); !added)
        return failed(fmt::format("failed to add IP addr to {}: {}", goQuoted(call.ifName), added.error().message));
    if (host.netns(sandbox).forwards(Family::Ipv4) != conf.allowsForwarding)
        if (auto set = host.perform(
                SetDeviceSysctl{sandbox, "all", DeviceSysctl::Ipv4Forwarding, conf.allowsForwarding ? 1 : 0});
            !set)
            return set;
    if (auto moved = host.perform(MoveLink{cable.peer, host.name()}); !moved)
        return failed("failed to move veth to host netns: " + moved.error().message);
    return {};
}

Expected<void> setUpHost(Host &host, const std::string &veth, const InterfaceAddress &address)
{
    for (const DeviceSysctl sysctl :
         {DeviceSysctl::Ipv4RouteLocalnet, DeviceSysctl::Ipv4ProxyArp, DeviceSysctl::Ipv4Forwarding})
        setSysctl(host, host.name(), veth, sysctl, 1);
    if (auto up = setUp(host, host.name(), veth); !up)
        return failed(fmt::format("failed to set {} up: {}", goQuoted(veth), up.error().message));
    RouteWords route;
    route.destination = address.prefix();
    route.scope = Scope::Link;
    route.hop.dev = veth;
    if (auto added = host.perform(AddRoute{host.name(), route, AddMode::Add}); !added)
        return failed(fmt::format("error adding host side routes for interface: {}, error: failed to add route "
                                  "(Ifindex: {}, Dst: {}, Scope: link, Iface: {}): {}",
                                  veth, host.own().find(veth)->index, address.toString(), veth, added.error().message));
    return {};
}

Expected<std::string> calicoAdd(Call &call)
{
    const auto conf = readCalicoConf(call);
    if (!conf)
        return std::unexpected(conf.error());
    auto result = delegateAdd(call, conf->net.ipam);
    if (!result)
        return std::unexpected(result.error());
    if (result->ips.empty() || !result->ips.front().address.address.isV4())
        return notSimulatedHere("the plugin calico without an IPv4 address");
    const auto release = [&](const Failure &why) {
        [[maybe_unused]] const auto ignored = delegate(call, conf->net.ipam, "DEL");
        return std::unexpected(why);
    };
    const auto sandbox = openSandbox(call);
    if (!sandbox)
        return release(sandbox.error());
    const std::string veth = vethNameOf(call);
    IpConfig &ip = result->ips.front();
    ip.address.length = static_cast<std::uint8_t>(addressBits(Family::Ipv4));
    ip.gateway.reset();
    if (call.host.own().find(veth))
        if (auto gone = call.host.perform(RemoveLink{{call.host.name(), veth}}); !gone)
            return release(gone.error());
    if (auto done = setUpContainer(call, *conf, *sandbox, veth, ip.address); !done)
        return release(done.error());
    if (auto done = setUpHost(call.host, veth, ip.address); !done)
        return release(done.error());
    result->interfaces = {{veth, {}, {}}};
    return printed(*result, conf->net.version);
}

Expected<void> calicoDel(Call &call)
{
    const auto conf = readCalicoConf(call);
    if (!conf)
        return std::unexpected(conf.error());
    if (auto released = delegate(call, conf->net.ipam, "DEL"); !released)
        return released;
    if (call.netns.empty() || call.host.hasNoSandbox(call.netns))
        return {};
    const auto sandbox = call.host.sandbox(call.netns);
    if (!sandbox || !call.host.netns(*sandbox).find(call.ifName))
        return {};
    return call.host.perform(RemoveLink{{*sandbox, call.ifName}});
}

Expected<std::string> calicoIpamAdd(Call &call)
{
    std::string error;
    const NetConf net(GoFields(call.json, "NetConf", error));
    const auto address = calicoAllocate(call.host, handleOf(call, net.name));
    if (!address)
        return std::unexpected(address.error());
    Result100 result;
    result.ips.push_back({{}, {*address, static_cast<std::uint8_t>(addressBits(Family::Ipv4))}, {}});
    return printed(result, net.version);
}

/// What was not given is no mistake.
Expected<void> calicoIpamDel(Call &call)
{
    std::string error;
    const NetConf net(GoFields(call.json, "NetConf", error));
    auto ipam = readCalico(call.host.own());
    if (!ipam || !ipam->release(handleOf(call, net.name)))
        return {};
    return call.host.writeFile(std::string(calicoStore), ipam->text());
}

Expected<void> calicoCheck(Call &)
{
    return {};
}

} // namespace

const Plugin calicoPlugin{"calico", "0.1.0", calicoAdd, calicoCheck, calicoDel};
const Plugin calicoIpamPlugin{"calico-ipam", "0.1.0", calicoIpamAdd, calicoCheck, calicoIpamDel};

} // namespace netdraft::model::cni
