#include "model/recipe/kubernetes/solutions/flannel.h"

#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace flannel {

namespace {

constexpr std::string_view netConf = "/etc/kube-flannel/net-conf.json";
constexpr std::string_view subnetFile = "/run/flannel/subnet.env";
constexpr int overhead = 50;

cni::Expected<Config> readConfig(const AgentRun &run)
{
    const std::string *text = mountedText(run, netConf);
    const auto wrong = [](const std::string &why) { return cni::failed("Failed to create SubnetManager: " + why); };
    if (!text)
        return wrong(fmt::format("failed to read net conf: open {}: no such file or directory", netConf));
    const auto parsed = cni::parseGoJson(*text);
    if (!parsed)
        return wrong("error parsing subnet config: " + parsed.error());
    const Json json = *parsed;
    Config config;
    const std::string network = textAt(json, "Network");
    const auto prefix = Prefix::parse(network);
    if (!prefix || prefix->family() != Family::Ipv4)
        return wrong(fmt::format("error parsing subnet config: invalid CIDR address: {}", network));
    config.network = *prefix;
    if (const std::string type = textAt(json, "Backend.Type"); !type.empty())
        config.backend = type;
    config.vni = numberAt(json, "Backend.VNI", config.vni);
    if (const int port = numberAt(json, "Backend.Port"); port > 0)
        config.port = static_cast<std::uint16_t>(port);
    const auto flag = [&](std::string_view path) {
        const Json *value = member(json, path);
        return value && value->is_boolean() && value->get<bool>();
    };
    config.learning = flag("Backend.Learning");
    config.directRouting = flag("Backend.DirectRouting");
    if (const int mtu = numberAt(json, "Backend.MTU"); mtu > 0)
        config.mtu = mtu;
    const std::vector<std::string> words = commandWords(run);
    config.ipMasq = std::ranges::any_of(words, [](const std::string &word) {
        return word == "--ip-masq" || word == "-ip-masq" || word == "--ip-masq=true";
    });
    if (flag("EnableNFTables"))
        run.cluster.note("flannel's rules of nftables are not simulated; those of iptables are installed");
    return config;
}

std::string deviceOf(const Config &config)
{
    return fmt::format("flannel.{}", config.vni);
}

/// The link that carries frames to the other nodes, with this node's address and the port; one that is otherwise is
/// made anew.
cni::Expected<void> ensureVxlan(const AgentRun &run, cni::Host &host, const Config &config, int mtu, MacAddress mac)
{
    const std::string name = deviceOf(config);
    if (const Link *link = host.own().find(name)) {
        const Vxlan *vxlan = link->as<Vxlan>();
        const Link *dev = vxlan ? host.own().find(vxlan->dev) : nullptr;
        if (vxlan && vxlan->vni == static_cast<std::uint32_t>(config.vni) && vxlan->port == config.port && dev &&
            dev->name == run.node.device && vxlan->local == run.node.address && vxlan->learning == config.learning)
            return {};
        if (auto gone = host.perform(RemoveLink{{host.name(), name}}); !gone)
            return cni::failed("failed to delete interface: " + gone.error().message);
    }
    const std::string learning = config.learning ? "learning" : "nolearning";
    auto made = host.run(fmt::format("ip link add {} address {} mtu {} type vxlan id {} local {} dev {} dstport {} {}",
                                     name, mac.toString(), mtu - overhead, config.vni, run.node.address.toString(),
                                     run.node.device, config.port, learning));
    if (!made)
        return made;
    cni::setSysctl(host, host.name(), name, DeviceSysctl::Ipv6AcceptRa, 0);
    return {};
}

cni::Expected<void> ensureNeighbour(cni::Host &host, const std::string &device, const IpAddress &address,
                                    MacAddress mac)
{
    const Link *link = host.own().find(device);
    const Neighbour wanted{address, link->id, mac, NudState::Permanent};
    if (std::ranges::find(host.own().neighbours, wanted) != host.own().neighbours.end())
        return {};
    return host.perform(AddNeighbour{{host.name(), device}, address, mac, NudState::Permanent, AddMode::Replace});
}

cni::Expected<void> ensureFdb(cni::Host &host, const std::string &device, MacAddress mac, const IpAddress &remote)
{
    const std::vector<VxlanFdbEntry> &fdb = host.own().find(device)->as<Vxlan>()->fdb;
    if (std::ranges::any_of(fdb, [&](const VxlanFdbEntry &one) { return one.mac == mac && one.remote == remote; }))
        return {};
    return host.perform(AddVxlanFdb{{host.name(), device}, mac, remote, AddMode::Replace});
}

RouteWords routeTo(const Prefix &subnet, const IpAddress &via, const std::string &device, bool onlink)
{
    RouteWords words;
    words.destination = subnet;
    words.hop = {.via = via, .dev = device, .onlink = onlink};
    return words;
}

/// What leads to other nodes' parts, and nothing that leads to parts that are gone.
cni::Expected<void> ensureWays(const AgentRun &run, cni::Host &host, const Config &config,
                               const std::vector<Lease> &leases)
{
    const std::string device = config.backend == "vxlan" ? deviceOf(config) : run.node.device;
    std::vector<RouteWords> routes;
    std::vector<Lease> carried;
    for (const Lease &lease : leases) {
        const bool direct =
            config.backend == "host-gw" || (config.directRouting && firstHopTo(host, lease.publicIp) == lease.publicIp);
        routes.push_back(direct ? routeTo(lease.subnet, lease.publicIp, run.node.device, false)
                                : routeTo(lease.subnet, lease.subnet.address(), device, true));
        if (!direct)
            carried.push_back(lease);
    }
    if (auto gone = removeRoutes(host,
                                 [&](const Route &route) {
                                     if (route.hops.size() != 1 || !route.hops.front().via ||
                                         route.protocol != protocol::boot ||
                                         !config.network.contains(route.destination))
                                         return false;
                                     return std::ranges::find(routes, route.destination, &RouteWords::destination) ==
                                            routes.end();
                                 });
        !gone)
        return gone;
    if (config.backend == "vxlan") {
        const Link *link = host.own().find(device);
        const std::vector<Neighbour> neighbours(host.own().neighbours.begin(), host.own().neighbours.end());
        for (const Neighbour &one : neighbours)
            if (one.dev == link->id && std::ranges::none_of(carried, [&](const Lease &lease) {
                    return lease.subnet.address() == one.address;
                }))
                if (auto gone = host.perform(RemoveNeighbour{{host.name(), device}, one.address}); !gone)
                    return gone;
        const std::vector<VxlanFdbEntry> fdb = host.own().find(device)->as<Vxlan>()->fdb;
        for (const VxlanFdbEntry &one : fdb)
            if (std::ranges::none_of(
                    carried, [&](const Lease &lease) { return lease.mac == one.mac && lease.publicIp == one.remote; }))
                if (auto gone = host.perform(RemoveVxlanFdb{{host.name(), device}, one.mac, one.remote}); !gone)
                    return gone;
        for (const Lease &lease : carried) {
            if (auto made = ensureNeighbour(host, device, lease.subnet.address(), *lease.mac); !made)
                return made;
            if (auto made = ensureFdb(host, device, *lease.mac, lease.publicIp); !made)
                return made;
        }
    }
    for (const RouteWords &route : routes)
        if (auto made = ensureRoute(host, route); !made)
            return made;
    return {};
}

std::vector<Lease> otherLeases(const AgentRun &run, const Config &config)
{
    std::vector<Lease> leases;
    for (const Json *node : run.cluster.all("nodes")) {
        const auto lease = nameOf(*node) == run.node.name ? std::nullopt : leaseOf(*node);
        if (lease && lease->backend == config.backend && (config.backend != "vxlan" || lease->mac))
            leases.push_back(*lease);
    }
    return leases;
}

/// The value of a variable of the file that flanneld wrote last.
std::optional<InterfaceAddress> lastOfFile(const cni::Host &host, std::string_view path, std::string_view name)
{
    const std::string *text = host.readFile(std::string(path));
    const std::string start = fmt::format("{}=", name);
    const auto at = text ? text->find(start) : std::string::npos;
    if (at == std::string::npos)
        return std::nullopt;
    const auto from = at + start.size();
    const auto value = InterfaceAddress::parse(text->substr(from, text->find('\n', from) - from));
    return value ? std::optional(*value) : std::nullopt;
}

cni::Expected<void> serve(const AgentRun &run, cni::Host &host, const Config &config)
{
    const Link *external = host.own().find(run.node.device);
    if (!external)
        return cni::failed("Failed to find any valid interface to use: failed to get default interface: unable to "
                           "find default route");
    const auto registering = [](const std::string &why) { return cni::failed("Error registering network: " + why); };
    const int mtu = config.mtu.value_or(external->mtu);
    std::optional<MacAddress> mac;
    if (config.backend == "vxlan") {
        const MacAddress wanted =
            storedMac(run, config).value_or(drawnMac(fmt::format("{}/{}", run.node.name, deviceOf(config))));
        if (auto made = ensureVxlan(run, host, config, mtu, wanted); !made)
            return registering(made.error().message);
        mac = host.own().find(deviceOf(config))->mac;
    } else if (config.backend != "host-gw") {
        run.cluster.note(fmt::format("the backend {} of flannel is not simulated", config.backend));
        return cni::failed(fmt::format("Error fetching backend: unknown backend type: {}", config.backend));
    }
    const auto subnet = acquireLease(run, config, mac);
    if (!subnet)
        return registering(subnet.error().message);
    if (mac) {
        const InterfaceAddress own{subnet->address(), 32};
        if (auto done = ensureLinkAddress(host, deviceOf(config), own, config.network); !done)
            return registering(done.error().message);
        if (auto up = cni::setUp(host, host.name(), deviceOf(config)); !up)
            return registering(up.error().message);
    }
    const std::string file = nodePath(run, subnetFile);
    const auto lastNetwork = lastOfFile(host, file, "FLANNEL_NETWORK");
    const auto lastSubnet = lastOfFile(host, file, "FLANNEL_SUBNET");
    if (config.ipMasq) {
        if (lastNetwork && lastSubnet && (lastNetwork->prefix() != config.network || lastSubnet->prefix() != *subnet))
            if (auto gone = removeMasquerade(host, lastNetwork->prefix(), lastSubnet->prefix()); !gone)
                return gone;
        if (auto made = ensureMasquerade(host, config.network, *subnet); !made)
            return made;
    }
    if (auto made = ensureForward(host, config.network); !made)
        return made;
    const InterfaceAddress first{IpAddress(Ipv4Address(subnet->address().v4().bits() + 1)),
                                 static_cast<std::uint8_t>(subnet->length())};
    if (auto written =
            writeMounted(run, host, subnetFile,
                         fmt::format("FLANNEL_NETWORK={}\nFLANNEL_SUBNET={}\nFLANNEL_MTU={}\nFLANNEL_IPMASQ={}\n",
                                     config.network.toString(), first.toString(),
                                     config.backend == "vxlan" ? mtu - overhead : mtu, config.ipMasq));
        !written)
        return written;
    if (auto made = ensureWays(run, host, config, otherLeases(run, config)); !made)
        return made;
    setNetworkUp(run, "FlannelIsUp", "Flannel is running on this node");
    return {};
}

/// `cp -f FROM TO`, which the manifest has done before flanneld starts.
cni::Expected<void> copy(const AgentRun &run, cni::Host &host)
{
    std::vector<std::string> operands = commandWords(run);
    operands.erase(operands.begin());
    std::erase_if(operands, [](const std::string &word) { return word.starts_with('-'); });
    if (operands.size() != 2)
        return cni::failed("cp: missing destination file operand");
    const std::string &to = operands[1];
    if (operands[0] == "/flannel")
        return installPlugin(run, host, to.substr(0, to.rfind('/')), to.substr(to.rfind('/') + 1));
    const std::string *text = mountedText(run, operands[0]);
    if (!text)
        return cni::failed(fmt::format("cp: can't stat '{}': No such file or directory", operands[0]));
    return writeMounted(run, host, to, *text);
}

bool copies(const AgentRun &run)
{
    const std::vector<std::string> words = commandWords(run);
    return !words.empty() && words.front() == "cp";
}

Workbench::Done sync(const AgentRun &run)
{
    return onNode(run, [&](cni::Host &host) -> cni::Expected<void> {
        if (copies(run))
            return copy(run, host);
        const auto config = readConfig(run);
        if (!config)
            return std::unexpected(config.error());
        return serve(run, host, *config);
    });
}

std::string command(const AgentRun &run)
{
    return copies(run) ? std::string() : commandLine(run, "/opt/bin/flanneld");
}

std::vector<ListeningSocket> sockets(const AgentRun &)
{
    return {}; // its VXLAN is the kernel's
}

/// It takes its rules with it; what else it made stays.
void stop(const AgentRun &run)
{
    if (copies(run))
        return;
    const auto config = readConfig(run);
    const auto subnet = Prefix::parse(run.node.podCidr);
    [[maybe_unused]] const auto ignored = onNode(run, [&](cni::Host &host) -> cni::Expected<void> {
        if (!config || !subnet)
            return {};
        if (auto gone = removeMasquerade(host, config->network, *subnet); !gone)
            return gone;
        return removeForward(host, config->network);
    });
}

} // namespace

} // namespace flannel

std::span<const Agent> flannelAgents()
{
    static constexpr Agent agents[] = {
        {"flannel/flannel", flannel::sync, flannel::command, flannel::sockets, flannel::stop},
        {"flannel-io/flannel", flannel::sync, flannel::command, flannel::sockets, flannel::stop},
        {"flannel/flannel-cni-plugin", flannel::sync, flannel::command, flannel::sockets, nullptr},
        {"flannel-io/flannel-cni-plugin", flannel::sync, flannel::command, flannel::sockets, nullptr},
    };
    return agents;
}

} // namespace netdraft::model::kubernetes
