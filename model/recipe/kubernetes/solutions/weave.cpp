#include "model/recipe/kubernetes/solutions/weave.h"

#include "model/recipe/cni/interfaces.h"
#include "model/recipe/cni/weave_ipam.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace weave {

namespace {

constexpr int overlayMtu = 1376;
constexpr std::uint16_t meshPort = 6783;
constexpr std::uint16_t controlPort = 6784;
constexpr std::uint16_t metricsPort = 6782;
constexpr const char *expose = "weave:expose";
constexpr std::string_view conflist = R"({
    "cniVersion": "0.3.0",
    "name": "weave",
    "plugins": [
        {
            "name": "weave",
            "type": "weave-net",
            "hairpinMode": true
        },
        {
            "type": "portmap",
            "capabilities": {"portMappings": true},
            "snat": true
        }
    ]
}
)";

bool isInit(const AgentRun &run)
{
    const std::vector<std::string> words = commandWords(run, "/home/weave/launch.sh");
    return words.front().ends_with("init.sh");
}

/// What a peer is called: the MAC of its bridge.
std::string peerOf(std::string_view node)
{
    return drawnMac(fmt::format("weave/{}", node)).toString();
}

/// init.sh: what is on the node before anything runs.
cni::Expected<void> install(const AgentRun &run, cni::Host &host)
{
    const std::string root = variableOf(run, "HOST_ROOT", "/host");
    if (host.own().sysctls[static_cast<std::size_t>(NetnsSysctl::BridgeCallIptables)] != 1)
        if (auto set = host.perform(SetNetnsSysctl{host.name(), NetnsSysctl::BridgeCallIptables, 1}); !set)
            return set;
    for (const char *name : {"weave-ipam", "weave-net", "weave-plugin-2.8.1"})
        if (auto installed = installPlugin(run, host, root + "/opt/cni/bin", name); !installed)
            return installed;
    const std::string path = root + "/etc/cni/net.d/10-weave.conflist";
    if (const std::string at = nodePath(run, path); at.empty() || host.readFile(at))
        return {};
    return writeMounted(run, host, path, std::string(conflist));
}

/// Whether something of the node lies in the network already (weaveutil netcheck).
cni::Expected<Prefix> checkedRange(const AgentRun &run, const cni::Host &host)
{
    const std::string text = variableOf(run, "IPALLOC_RANGE", "10.32.0.0/12");
    const auto range = InterfaceAddress::parse(text);
    if (!range || !range->address.isV4() || text.find('/') == std::string::npos)
        return cni::failed(fmt::format("invalid CIDR address: {}", text));
    for (const Route &route : host.own().routes) {
        const Link *dev = route.hops.empty() ? nullptr : host.own().find(route.hops.front().dev);
        if (route.family() != Family::Ipv4 || route.table != table::main || route.destination.isDefault() ||
            (dev && dev->name == bridge))
            continue;
        if (route.destination.contains(range->prefix()) || range->prefix().contains(route.destination))
            return cni::failed(
                fmt::format("Network {} overlaps with existing route {} on host", text, route.destination.toString()));
    }
    if (range->prefix().address() != range->address)
        return cni::failed(fmt::format("invalid subnet - bits after network prefix are not all zero: {}", text));
    return range->prefix();
}

cni::Expected<void> ensureMember(cni::Host &host, const char *link, const char *master)
{
    if (host.own().find(link)->master == host.own().find(master)->id)
        return {};
    return host.perform(SetLinkMaster{{host.name(), link}, master});
}

/// The bridge that pods are on, and what carries frames from it to the other nodes.
cni::Expected<void> ensureLinks(const AgentRun &run, cni::Host &host)
{
    if (!host.own().find(datapath)) {
        // It answers nobody, as the port of a datapath that frames do not go to.
        for (const std::string &line :
             {fmt::format("ip link add {} type bridge", datapath), fmt::format("ip link set {} arp off", datapath)})
            if (auto made = host.run(line); !made)
                return made;
    }
    if (!host.own().find(bridge))
        if (auto made = host.run(fmt::format("ip link add {} address {} type bridge", bridge, peerOf(run.node.name)));
            !made)
            return made;
    if (!host.own().find(bridgePort)) {
        for (const std::string &line :
             {fmt::format("ip link add {} mtu {} type veth peer name {}", bridgePort, overlayMtu, datapathPort),
              fmt::format("ip link set {} mtu {}", datapathPort, overlayMtu)})
            if (auto made = host.run(line); !made)
                return made;
    }
    if (!host.own().find(tunnel))
        if (auto made = host.run(fmt::format("ip link add {} type vxlan id {} local {} dstport {}", tunnel, controlPort,
                                             run.node.address.toString(), controlPort));
            !made)
            return made;
    for (const auto &[link, master] : {std::pair{bridgePort, bridge}, {datapathPort, datapath}, {tunnel, datapath}})
        if (auto done = ensureMember(host, link, master); !done)
            return done;
    for (const char *link : {bridgePort, datapathPort})
        cni::setSysctl(host, host.name(), link, DeviceSysctl::Ipv6AcceptRa, 0);
    for (const char *link : {datapathPort, bridgePort, tunnel, datapath, bridge})
        if (auto up = cni::setUp(host, host.name(), link); !up)
            return up;
    return {};
}

/// Frames for everybody go to all peers that this one is connected with.
cni::Expected<void> ensurePeers(const AgentRun &run, cni::Host &host)
{
    const DataPlane plane(host.network());
    std::set<IpAddress> wanted;
    for (const NodePlace &node : run.all) {
        if (node.name != run.node.name && areConnected(plane, run.node, node, meshPort))
            wanted.insert(node.address);
    }
    const LinkName link{host.name(), tunnel};
    const std::vector<VxlanFdbEntry> now = host.own().find(tunnel)->as<Vxlan>()->fdb;
    for (const VxlanFdbEntry &entry : now)
        if (wanted.erase(entry.remote) == 0)
            if (auto gone = host.perform(RemoveVxlanFdb{link, entry.mac, entry.remote}); !gone)
                return gone;
    for (const IpAddress &address : wanted)
        if (auto added = host.perform(AddVxlanFdb{link, MacAddress(), address, AddMode::Append}); !added)
            return added;
    return {};
}

/// The split of the network among peers: what others have agreed on, or, of the first, one part for each node.
cni::Expected<cni::WeaveIpam> ensureSplit(const AgentRun &run, cni::Host &host, const Prefix &range)
{
    auto ipam = cni::readWeave(host.own());
    if (!ipam || ipam->universe() != range)
        ipam.emplace(peerOf(run.node.name), range);
    std::vector<std::string> peers;
    std::vector<std::string> nodes;
    for (const NodePlace &node : run.all) {
        peers.push_back(peerOf(node.name));
        nodes.push_back(node.name);
        const Netns *other = host.network().find(std::string_view(node.netns));
        if (const auto theirs = other && node.name != run.node.name ? cni::readWeave(*other) : std::nullopt)
            ipam->learn(*theirs);
    }
    if (ipam->isEmpty())
        ipam->seed(peers, nodes);
    ipam->nameNode(ipam->peer(), run.node.name);
    // Whoever comes first takes what nodes had that are gone.
    if (!run.all.empty() && run.all.front().name == run.node.name)
        for (const std::string &peer : ipam->peers())
            if (std::ranges::find(peers, peer) == peers.end())
                ipam->takeOver(peer);
    const std::string path(cni::weaveStore);
    if (const std::string *text = host.readFile(path); !text || *text != ipam->text())
        if (auto written = host.writeFile(path, ipam->text()); !written)
            return std::unexpected(written.error());
    return *ipam;
}

/// The bridge has an address, so that programs of the node reach pods and pods have a gateway (`weave expose`).
cni::Expected<std::optional<InterfaceAddress>> ensureExposedAddress(cni::Host &host)
{
    const auto address = cni::weaveAllocate(host, expose, std::nullopt);
    if (!address)
        return std::nullopt; // it waits for space
    const std::vector<LinkAddress> &there = host.own().find(bridge)->addresses4;
    if (std::ranges::find(there, *address, &LinkAddress::local) == there.end())
        if (auto added = cni::addAddress(host, {host.name(), bridge}, *address); !added)
            return std::unexpected(added.error());
    return *address;
}

cni::Expected<void> serve(const AgentRun &run, cni::Host &host)
{
    const auto range = checkedRange(run, host);
    if (!range)
        return std::unexpected(range.error());
    const bool npc = variableOf(run, "EXPECT_NPC", "1") != "0";
    if (auto made = ensureLinks(run, host); !made)
        return made;
    if (auto made = ensureRules(host, npc); !made)
        return made;
    if (auto made = ensurePeers(run, host); !made)
        return made;
    if (auto split = ensureSplit(run, host, *range); !split)
        return std::unexpected(split.error());
    const auto exposed = ensureExposedAddress(host);
    if (!exposed)
        return std::unexpected(exposed.error());
    std::vector<Prefix> own;
    if (variableOf(run, "NO_MASQ_LOCAL", "1") != "0")
        if (const auto ipam = cni::readWeave(host.own()))
            for (const auto &part : ipam->rangesOf(ipam->peer()))
                for (const Prefix &block : cni::blocksOf(part))
                    own.push_back(block);
    if (auto made = ensureNat(host, own, *exposed); !made)
        return made;
    if (!npc && *exposed)
        return ensureExposed(host, **exposed);
    return {};
}

Workbench::Done sync(const AgentRun &run)
{
    auto done = onNode(run, [&](cni::Host &host) -> cni::Expected<void> {
        const bool init = isInit(run);
        if (init || variableOf(run, "INIT_CONTAINER") != "true")
            if (auto installed = install(run, host); !installed || init)
                return installed;
        return serve(run, host);
    });
    if (done && !isInit(run))
        setNetworkUp(run, "WeaveIsUp", "Weave pod has set this");
    return done;
}

/// As launch.sh starts it; one that runs goes on with the peers that it was started with.
std::string command(const AgentRun &run)
{
    if (isInit(run))
        return {};
    constexpr std::string_view weaver = "/home/weave/weaver ";
    if (const Netns *netns = run.cluster.bench().find(run.node.netns))
        for (const Process &process : netns->processes)
            if (process.command.starts_with(weaver))
                return process.command;
    std::string line = fmt::format(
        "{}--port={} --datapath={} --name={} --http-addr=127.0.0.1:{} --metrics-addr=0.0.0.0:{} --docker-api= --no-dns "
        "--db-prefix=/weavedb/weave-net --ipalloc-range={} --nickname={} --ipalloc-init consensus={} --conn-limit={}",
        weaver, meshPort, datapath, peerOf(run.node.name), controlPort, metricsPort,
        variableOf(run, "IPALLOC_RANGE", "10.32.0.0/12"), variableOf(run, "HOSTNAME", run.node.name),
        run.all.empty() ? 0 : run.all.size() - 1, variableOf(run, "CONN_LIMIT", "200"));
    if (variableOf(run, "EXPECT_NPC", "1") != "0")
        line += " --expect-npc";
    if (variableOf(run, "NO_MASQ_LOCAL", "1") != "0")
        line += " --no-masq-local";
    for (const NodePlace &node : run.all)
        if (node.name != run.node.name)
            line += ' ' + node.address.toString();
    return line;
}

std::vector<ListeningSocket> sockets(const AgentRun &run)
{
    if (isInit(run))
        return {};
    return {{Transport::Tcp, Ipv4Address(127, 0, 0, 1), controlPort},
            {Transport::Tcp, Ipv6Address(), metricsPort},
            {Transport::Tcp, Ipv6Address(), meshPort},
            {Transport::Udp, Ipv4Address(), meshPort}};
}

} // namespace

} // namespace weave

std::span<const Agent> weaveAgents()
{
    static constexpr Agent agents[] = {
        {"weaveworks/weave-kube", weave::sync, weave::command, weave::sockets, nullptr},
        {"weaveworks/weave-npc", weave::syncNpc, weave::npcCommand, weave::npcSockets, nullptr},
    };
    return agents;
}

} // namespace netdraft::model::kubernetes
