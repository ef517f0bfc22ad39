#include "model/recipe/kubernetes/solutions/calico.h"

#include "model/recipe/cni/chains.h"
#include "model/recipe/cni/interfaces.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace calico {

namespace {

constexpr std::uint16_t healthPort = 9099;
constexpr std::string_view stateFolder = "/var/lib/calico/";
constexpr std::string_view usualConflist = R"({
  "name": "k8s-pod-network",
  "cniVersion": "0.3.1",
  "plugins": [
    {
      "type": "calico",
      "log_level": "info",
      "log_file_path": "/var/log/calico/cni/cni.log",
      "datastore_type": "kubernetes",
      "nodename": "__KUBERNETES_NODE_NAME__",
      "mtu": __CNI_MTU__,
      "ipam": {
          "type": "calico-ipam"
      },
      "policy": {
          "type": "k8s"
      },
      "kubernetes": {
          "kubeconfig": "__KUBECONFIG_FILEPATH__"
      }
    },
    {
      "type": "portmap",
      "snat": true,
      "capabilities": {"portMappings": true}
    },
    {
      "type": "bandwidth",
      "capabilities": {"bandwidth": true}
    }
  ]
})";

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// The network of pods that kubeadm was told of, which is the pool's where nothing else is said.
std::string kubeadmPodSubnet(const AgentRun &run)
{
    const Json *map = run.cluster.find("configmaps", "kube-system", "kubeadm-config");
    const std::string text = map ? textAt(*map, "data.ClusterConfiguration") : std::string();
    constexpr std::string_view key = "podSubnet: ";
    const auto at = text.find(key);
    if (at == std::string::npos)
        return {};
    const auto from = at + key.size();
    return text.substr(from, text.find_first_of("\n,", from) - from);
}

cni::Expected<Encapsulation> readEncapsulation(const AgentRun &run, std::string_view name)
{
    std::string value = variableOf(run, name, "Never");
    std::ranges::transform(value, value.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (value == "always")
        return Encapsulation::Always;
    if (value == "crosssubnet" || value == "cross-subnet")
        return Encapsulation::CrossSubnet;
    if (value == "never" || value == "off" || value.empty())
        return Encapsulation::Never;
    return cni::failed(fmt::format("Invalid value for {}: {}", name, variableOf(run, name)));
}

cni::Expected<Config> readConfig(const AgentRun &run)
{
    Config config;
    const std::string detected = kubeadmPodSubnet(run);
    const std::string cidr = variableOf(run, "CALICO_IPV4POOL_CIDR", detected.empty() ? "192.168.0.0/16" : detected);
    const auto pool = Prefix::parse(cidr);
    if (!pool || pool->family() != Family::Ipv4)
        return cni::failed(fmt::format("Invalid CIDR '{}'", cidr));
    config.pool = *pool;
    const std::string size = variableOf(run, "CALICO_IPV4POOL_BLOCK_SIZE", "26");
    std::from_chars(size.data(), size.data() + size.size(), config.blockSize);
    if (config.pool.length() > config.blockSize)
        return cni::failed("Failed to create default IPv4 IP pool: IP pool size is too small for use with Calico IPAM. "
                           "It must be equal to or greater than the block size.");
    for (const auto &[name, to] :
         {std::pair{"CALICO_IPV4POOL_IPIP", &config.ipip}, {"CALICO_IPV4POOL_VXLAN", &config.vxlan}}) {
        const auto value = readEncapsulation(run, name);
        if (!value)
            return std::unexpected(value.error());
        *to = *value;
    }
    if (config.hasIpip() && config.hasVxlan())
        return cni::failed("Failed to create default IPv4 IP pool: IP pool cannot have both IPIP and VXLAN enabled");
    config.natOutgoing = variableOf(run, "CALICO_IPV4POOL_NAT_OUTGOING", "true") != "false";
    config.bgp = variableOf(run, "CALICO_NETWORKING_BACKEND", "bird") == "bird";
    return config;
}

/// `install`, and what else the image calico/cni is started for.
cni::Expected<void> install(const AgentRun &run, cni::Host &host)
{
    const std::vector<std::string> words = commandWords(run, "/opt/cni/bin/install");
    if (!words.front().ends_with("install"))
        return {};
    for (const char *name : {"calico", "calico-ipam"})
        if (auto installed = installPlugin(run, host, "/host/opt/cni/bin", name); !installed)
            return installed;
    const std::string folder = variableOf(run, "CNI_NET_DIR", "/etc/cni/net.d");
    std::string list = variableOf(run, "CNI_NETWORK_CONFIG", usualConflist);
    list =
        replaced(std::move(list), "__KUBERNETES_NODE_NAME__", variableOf(run, "KUBERNETES_NODE_NAME", run.node.name));
    list = replaced(std::move(list), "__CNI_MTU__", variableOf(run, "CNI_MTU", "0"));
    list = replaced(std::move(list), "__KUBECONFIG_FILEPATH__", folder + "/calico-kubeconfig");
    const std::string name = variableOf(run, "CNI_CONF_NAME", "10-calico.conflist");
    if (auto written = writeMounted(run, host, "/host/etc/cni/net.d/" + name, std::move(list)); !written)
        return written;
    return writeMounted(run, host, "/host/etc/cni/net.d/calico-kubeconfig",
                        "# Kubeconfig file for Calico CNI plugin. Installed by calico/node.\n");
}

/// The pool that the first node made, with this node's blocks of it.
cni::Expected<cni::CalicoIpam> ensureIpam(const AgentRun &run, cni::Host &host, const Config &config)
{
    auto ipam = cni::readCalico(host.own());
    if (!ipam) {
        ipam.emplace(config.pool, config.blockSize);
        for (const NodePlace &node : run.all) {
            const Netns *other = host.network().find(std::string_view(node.netns));
            if (const auto theirs = other ? cni::readCalico(*other) : std::nullopt) {
                ipam.emplace(theirs->pool(), theirs->blockSize());
                break;
            }
        }
        if (auto written = host.writeFile(std::string(cni::calicoStore), ipam->text()); !written)
            return std::unexpected(written.error());
    }
    return *ipam;
}

/// A tunnel that ends nowhere by itself: routes say where its packets go.
cni::Expected<void> ensureTunnel(const AgentRun &run, cni::Host &host, const Config &config, const Prefix &pool,
                                 int mtu)
{
    const std::string device = config.hasVxlan() ? vxlanDevice : ipipDevice;
    if (!host.own().find(device)) {
        const std::string line =
            config.hasVxlan()
                ? fmt::format("ip link add {} address {} mtu {} type vxlan id 4096 local {} dev {} dstport 4789 "
                              "nolearning",
                              device, vtepMac(run.node.name).toString(), mtu, run.node.address.toString(),
                              run.node.device)
                : fmt::format("ip link add {} type ipip", device);
        if (auto made = host.run(line); !made)
            return made;
    }
    if (host.own().find(device)->mtu != mtu)
        if (auto set = host.perform(SetLinkMtu{{host.name(), device}, mtu}); !set)
            return set;
    if (auto up = cni::setUp(host, host.name(), device); !up)
        return up;
    const std::string handle = tunnelHandle(config, run.node.name);
    const auto ipam = cni::readCalico(host.own());
    auto address = ipam ? ipam->addressOf(handle) : std::nullopt;
    if (!address) {
        const auto given = cni::calicoAllocate(host, handle);
        if (!given)
            return std::unexpected(given.error());
        address = *given;
    }
    return ensureLinkAddress(host, device, {*address, 32}, pool);
}

/// What pods send to others than pods goes out as the node's.
cni::Expected<void> ensureNatOutgoing(cni::Host &host, const Prefix &pool)
{
    if (auto made = ensureChainHolds(
            host, "nat", "cali-nat-outgoing",
            {{"-s", pool.toString(), "!", "-d", pool.toString(), "-j", "MASQUERADE", "--random-fully"}});
        !made)
        return made;
    if (auto made = ensureChainHolds(host, "nat", "cali-POSTROUTING", {{"-j", "cali-nat-outgoing"}}); !made)
        return made;
    return cni::ensureRule(host, Family::Ipv4, "nat", "POSTROUTING", {"-j", "cali-POSTROUTING"}, cni::At::Beginning);
}

void annotate(const AgentRun &run, const cni::Host &host, const Config &config)
{
    const Json *node = run.cluster.find("nodes", {}, run.node.name);
    const auto ipam = cni::readCalico(host.own());
    if (!node || !ipam)
        return;
    Json changed = *node;
    Json &annotations = changed["metadata"]["annotations"];
    if (const Link *device = host.own().find(run.node.device))
        for (const LinkAddress &one : device->addresses4)
            if (one.local.address == run.node.address)
                annotations["projectcalico.org/IPv4Address"] = one.local.toString();
    if (const auto address = ipam->addressOf(tunnelHandle(config, run.node.name)))
        annotations[config.hasVxlan() ? "projectcalico.org/IPv4VXLANTunnelAddr"
                                      : "projectcalico.org/IPv4IPIPTunnelAddr"] = address->toString();
    if (changed != *node)
        run.cluster.put(std::move(changed));
}

cni::Expected<void> serve(const AgentRun &run, cni::Host &host)
{
    const auto config = readConfig(run);
    if (!config)
        return std::unexpected(config.error());
    const Link *external = host.own().find(run.node.device);
    if (!external)
        return cni::failed("Unable to autodetect any valid IPv4 addresses on this host's interfaces");
    constexpr int ipipOverhead = 20;
    constexpr int vxlanOverhead = 50;
    const int mtu = external->mtu - (config->hasVxlan() ? vxlanOverhead : config->hasIpip() ? ipipOverhead : 0);
    if (!host.own().forwards(Family::Ipv4))
        if (auto set = host.perform(SetDeviceSysctl{host.name(), "all", DeviceSysctl::Ipv4Forwarding, 1}); !set)
            return set;
    const auto ipam = ensureIpam(run, host, *config);
    if (!ipam)
        return std::unexpected(ipam.error());
    if (config->hasIpip() || config->hasVxlan())
        if (auto made = ensureTunnel(run, host, *config, ipam->pool(), mtu); !made)
            return made;
    if (config->natOutgoing)
        if (auto made = ensureNatOutgoing(host, ipam->pool()); !made)
            return made;
    if (auto made = ensureBlockRoutes(run, host, *config); !made)
        return made;
    for (const auto &[name, text] : {std::pair{"mtu", fmt::format("{}", mtu)}, {"nodename", run.node.name}})
        if (auto written = writeMounted(run, host, fmt::format("{}{}", stateFolder, name), text); !written)
            return written;
    annotate(run, host, *config);
    setNetworkUp(run, "CalicoIsUp", "Calico is running on this node");
    return {};
}

/// Whether the container only prepares something and ends.
bool prepares(const AgentRun &run)
{
    const std::vector<std::string> words = commandWords(run);
    return std::ranges::find(words, "-init") != words.end();
}

Workbench::Done syncNode(const AgentRun &run)
{
    return onNode(run, [&](cni::Host &host) { return prepares(run) ? cni::Expected<void>() : serve(run, host); });
}

Workbench::Done syncCni(const AgentRun &run)
{
    return onNode(run, [&](cni::Host &host) { return install(run, host); });
}

std::string nodeCommand(const AgentRun &run)
{
    return prepares(run) ? std::string() : "calico-node -felix"; // BIRD's port is counted as its own
}

std::vector<ListeningSocket> nodeSockets(const AgentRun &run)
{
    if (prepares(run))
        return {};
    std::vector<ListeningSocket> sockets{{Transport::Tcp, Ipv4Address(127, 0, 0, 1), healthPort}};
    if (variableOf(run, "CALICO_NETWORKING_BACKEND", "bird") == "bird")
        sockets.push_back({Transport::Tcp, Ipv4Address(), bgpPort});
    return sockets;
}

std::string noCommand(const AgentRun &)
{
    return {};
}

std::vector<ListeningSocket> noSockets(const AgentRun &)
{
    return {};
}

} // namespace

MacAddress vtepMac(std::string_view node)
{
    return drawnMac(fmt::format("{}/{}", vxlanDevice, node));
}

std::string tunnelHandle(const Config &config, std::string_view node)
{
    return fmt::format("{}-tunnel-addr-{}", config.hasVxlan() ? "vxlan" : "ipip", node);
}

} // namespace calico

std::span<const Agent> calicoAgents()
{
    static constexpr Agent agents[] = {
        {"calico/node", calico::syncNode, calico::nodeCommand, calico::nodeSockets, nullptr},
        {"calico/cni", calico::syncCni, calico::noCommand, calico::noSockets, nullptr},
    };
    return agents;
}

} // namespace netdraft::model::kubernetes
