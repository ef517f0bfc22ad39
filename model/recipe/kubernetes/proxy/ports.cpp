#include "model/recipe/kubernetes/proxy/ports.h"

#include "model/network/kernel_sockets.h"
#include "model/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace {

bool runsProgram(const Netns &netns, std::string_view program)
{
    return std::ranges::find(netns.processes, program, &Process::name) != netns.processes.end();
}

/// What lets a packet through that is lost on its way to somebody who listens. A rule of kube-proxy's own stands for
/// something in the cluster, and comes back.
std::vector<Mend> mendsOnTheWay(const DataPlane &plane, const Probe &probe)
{
    const Leg &leg = probe.decisive();
    if (leg.cause == Cause::PortClosed || (leg.rule && leg.rule->chain.starts_with("KUBE-")))
        return {};
    return mends(plane, probe);
}

/// A network where what the kernel listens on looks like a program's, so that a probe reaches it.
Network withKernelSockets(Network network, std::span<const NodePlace> nodes)
{
    for (const NodePlace &node : nodes) {
        const Netns *netns = network.find(node.netns);
        for (const KernelSocket &own : kernelSockets(network, netns->id)) {
            Socket socket;
            socket.transport = Transport::Udp;
            socket.address = IpAddress::fromBits(own.family, 0, 0);
            socket.port = own.port;
            socket.program = Program::Daemon;
            network.change(netns->id).sockets.push_back(socket);
            netns = network.find(node.netns);
        }
    }
    return network;
}

class PortCheck
{
public:
    PortCheck(const Cluster &cluster, std::vector<NodePlace> nodes, const Effort &effort)
        : m_cluster(cluster), m_nodes(std::move(nodes)), m_plane(withKernelSockets(cluster.bench().network(), m_nodes)),
          m_effort(effort)
    {
        for (const NodePlace &node : m_nodes)
            if (isControlPlane(node))
                m_controlPlanes.push_back(&node);
    }

    std::vector<PortFinding> findings()
    {
        for (const NodePlace *node : m_controlPlanes)
            checkControlPlane(*node);
        for (const NodePlace &node : m_nodes)
            if (!isControlPlane(node))
                checkKubelet(node);
        for (const NodePlace &node : m_nodes)
            check({&node, "kube-proxy", Transport::Tcp, 10256}, node);
        for (const NodePlace &node : m_nodes)
            checkNodePorts(node);
        checkOverlay();
        return std::move(m_findings);
    }

private:
    struct Wanted {
        const NodePlace *node;
        const char *process;
        Transport transport;
        std::uint16_t port;
    };

    const Netns &netnsOf(const NodePlace &node) const { return *m_plane.network().find(node.netns); }

    bool isControlPlane(const NodePlace &node) const
    {
        const Json *object = m_cluster.find("nodes", {}, node.name);
        const Json *labels = object ? member(*object, "metadata.labels") : nullptr;
        return (labels && labels->is_object() && labels->contains("node-role.kubernetes.io/control-plane")) ||
               runsProgram(*m_cluster.bench().find(node.netns), "kube-apiserver");
    }

    void checkControlPlane(const NodePlace &node)
    {
        for (const NodePlace &from : m_nodes)
            check({&node, "kube-apiserver", Transport::Tcp, 6443}, from);
        for (const NodePlace *from : m_controlPlanes)
            for (const std::uint16_t port : {std::uint16_t{2379}, std::uint16_t{2380}})
                check({&node, "etcd", Transport::Tcp, port}, *from);
        checkKubelet(node);
        check({&node, "kube-scheduler", Transport::Tcp, 10259}, node);
        check({&node, "kube-controller-manager", Transport::Tcp, 10257}, node);
    }

    void checkKubelet(const NodePlace &node)
    {
        if (!isControlPlane(node))
            check({&node, "kubelet", Transport::Tcp, 10250}, node);
        for (const NodePlace *from : m_controlPlanes)
            check({&node, "kubelet", Transport::Tcp, 10250}, *from);
    }

    void checkNodePorts(const NodePlace &node)
    {
        for (const Json *service : m_cluster.all("services")) {
            for (const Json &each : listAt(*service, "spec.ports")) {
                const int port = numberAt(each, "nodePort");
                const bool udp = textAt(each, "protocol") == "UDP";
                if (port <= 0 || port > 0xffff || (!udp && textAt(each, "protocol") == "SCTP"))
                    continue;
                const Wanted wanted{&node, "kube-proxy", udp ? Transport::Udp : Transport::Tcp,
                                    static_cast<std::uint16_t>(port)};
                for (const NodePlace &from : m_nodes)
                    if (&from != &node)
                        check(wanted, from, hasNodePort(netnsOf(node), wanted.port));
            }
        }
    }

    /// Whether kube-proxy leads the port on, or refuses it for want of endpoints.
    static bool hasNodePort(const Netns &netns, std::uint16_t port)
    {
        const auto asks = [&](const netfilter::Rule &rule) {
            return std::ranges::any_of(rule.matches, [&](const netfilter::Match &match) {
                const auto *tcp = std::get_if<netfilter::TcpMatch>(&match);
                const auto *udp = std::get_if<netfilter::UdpMatch>(&match);
                return (tcp && tcp->destination.first == port) || (udp && udp->destination.first == port);
            });
        };
        for (const auto &[name, chain] :
             {std::pair("nat", "KUBE-NODEPORTS"), std::pair("filter", "KUBE-EXTERNAL-SERVICES")}) {
            const netfilter::Table *table = netns.ruleset.find(Family::Ipv4, name);
            const netfilter::Chain *found = table ? table->find(chain) : nullptr;
            if (found && std::ranges::any_of(found->rules, asks))
                return true;
        }
        return false;
    }

    /// Every node has to reach what some node needs for the overlay, at all others.
    void checkOverlay()
    {
        std::set<std::uint16_t> vxlans;
        bool weave = false;
        for (const NodePlace &node : m_nodes) {
            const Network &network = m_cluster.bench().network();
            for (const KernelSocket &socket : kernelSockets(network, network.find(node.netns)->id))
                vxlans.insert(socket.port);
            weave |= runsProgram(netnsOf(node), "weaver");
        }
        for (const std::uint16_t port : vxlans)
            checkBetweenAll({nullptr, "VXLAN", Transport::Udp, port});
        if (!weave)
            return;
        checkBetweenAll({nullptr, "weaver", Transport::Tcp, 6783});
        checkBetweenAll({nullptr, "weaver", Transport::Udp, 6783});
        checkBetweenAll({nullptr, "weaver", Transport::Udp, 6784});
    }

    void checkBetweenAll(Wanted wanted)
    {
        for (const NodePlace &node : m_nodes) {
            wanted.node = &node;
            for (const NodePlace &from : m_nodes)
                if (&from != &node)
                    check(wanted, from);
        }
    }

    const Socket *listener(const Wanted &wanted) const
    {
        const std::vector<Socket> &sockets = netnsOf(*wanted.node).sockets;
        const auto found = std::ranges::find_if(sockets, [&](const Socket &socket) {
            return socket.transport == wanted.transport && socket.port == wanted.port;
        });
        return found == sockets.end() ? nullptr : &*found;
    }

    void check(const Wanted &wanted, const NodePlace &from, std::optional<bool> listening = std::nullopt)
    {
        if (m_effort.isCancelled())
            return;
        const Socket *socket = listener(wanted);
        PortFinding finding;
        finding.node = wanted.node->name;
        finding.at = netnsOf(*wanted.node).id;
        finding.process = wanted.process;
        finding.transport = wanted.transport;
        finding.port = wanted.port;
        finding.from = from.name;
        finding.listening = listening.value_or(socket != nullptr);
        // What a component shows to its own node alone, it shows at the loopback.
        const bool own = wanted.node == &from && socket && socket->address.isLoopback();
        const Probe probe = model::probe(m_plane, netnsOf(from).id, own ? socket->address : wanted.node->address,
                                         wanted.transport, wanted.port);
        finding.probe = probe;
        finding.reachable = probe.reachable;
        if (!probe.reachable || !probe.certain)
            finding.reason = reason(m_plane.network(), probe);
        else if (!finding.listening)
            finding.reason = ReasonWords::phrase("no rule of {} at {} takes {}/{}", wanted.process, wanted.node->name,
                                                 transportName(wanted.transport), wanted.port);
        finding.mends = mendsOnTheWay(m_plane, probe);
        m_findings.push_back(std::move(finding));
    }

    const Cluster &m_cluster;
    std::vector<NodePlace> m_nodes;
    DataPlane m_plane;
    const Effort &m_effort;
    std::vector<const NodePlace *> m_controlPlanes;
    std::vector<PortFinding> m_findings;
};

} // namespace

std::vector<PortFinding> checkPorts(const Cluster &cluster)
{
    return checkPorts(cluster, Effort());
}

std::vector<PortFinding> checkPorts(const Cluster &cluster, const Effort &effort)
{
    std::vector<NodePlace> nodes = nodePlaces(cluster);
    std::erase_if(nodes, [&](const NodePlace &node) { return !cluster.bench().find(node.netns); });
    return PortCheck(cluster, std::move(nodes), effort).findings();
}

std::vector<std::string> clusterServers(const Network &network)
{
    std::vector<std::string> servers;
    for (const auto &netns : network.namespaces()) {
        const auto object = netns->files.lower_bound(registryFolder);
        const bool keepsObjects = object != netns->files.end() && object->first.starts_with(registryFolder);
        if (keepsObjects || (runsProgram(*netns, "kube-apiserver") && runsProgram(*netns, "etcd")))
            servers.push_back(netns->name);
    }
    return servers;
}

std::vector<ClusterPorts> checkAllPorts(const Project &project, const Effort &effort)
{
    std::vector<ClusterPorts> all;
    for (const std::string &server : clusterServers(project.network))
        all.push_back({server, checkPorts(Cluster(project, server), effort)});
    return all;
}

} // namespace netdraft::model::kubernetes
