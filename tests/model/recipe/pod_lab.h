#pragma once

#include "model/command/command.h"
#include "model/reachability/ping.h"
#include "model/recipe/cni/runtime.h"
#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/agent.h"
#include "model/terminal/session.h"

#include <QFile>
#include <QString>

namespace netdraft::tests {

using namespace netdraft::model;
using namespace netdraft::model::kubernetes;

/// Nodes of a cluster, and the pods of a pod network on them, as a kubelet would start these: node `n1` with the
/// address 192.168.56.11 on a switch, `n2` with 192.168.56.12 and so on, and their gateway `lan`, 192.168.56.1. The API
/// server is on n1.
class PodLab
{
public:
    explicit PodLab(int nodes)
    {
        type("ip netns add lan");
        type("ip -n lan link add br0 type bridge");
        type("ip -n lan link set br0 up");
        type("ip -n lan addr add 192.168.56.1/24 brd + dev br0");
        for (int i = 1; i <= nodes; ++i)
            addNode(i);
    }

    void addNode(int number, bool hasPodCidr = true)
    {
        const QString name = QString("n%1").arg(number);
        for (const char *line :
             {"ip netns add %1", "ip -n %1 link set lo up",
              "ip link add eth0 netns %1 type veth peer name %1 netns lan", "ip -n lan link set %1 master br0",
              "ip -n lan link set %1 up", "ip -n %1 link set eth0 up",
              "ip -n %1 addr add 192.168.56.%2/24 brd + dev eth0", "ip -n %1 route add default via 192.168.56.1",
              "ip netns exec %1 sysctl -w net.ipv4.ip_forward=1"})
            type(QString(line).replace("%1", name).replace("%2", QString::number(10 + number)));
        Json node{
            {"apiVersion", "v1"},
            {"kind", "Node"},
            {"metadata", {{"name", name.toStdString()}}},
            {"spec", {{"providerID", "netdraft://" + name.toStdString()}}},
            {"status",
             {{"addresses", Json::array({{{"type", "InternalIP"},
                                          {"address", QString("192.168.56.%1").arg(10 + number).toStdString()}}})},
              {"conditions", Json::array({{{"type", "Ready"}, {"status", "True"}}})}}}};
        if (hasPodCidr)
            node["spec"]["podCIDR"] = QString("10.244.%1.0/24").arg(number - 1).toStdString();
        put(std::move(node));
    }

    void removeNode(const char *name)
    {
        Cluster cluster(m_project, "n1");
        cluster.erase("nodes", {}, name);
        take(cluster.finished());
    }

    void put(Json object)
    {
        Cluster cluster(m_project, "n1");
        cluster.put(std::move(object));
        take(cluster.finished());
    }

    Json node(const char *name) const
    {
        const Cluster cluster(m_project, "n1");
        const Json *found = cluster.find("nodes", {}, name);
        return found ? *found : Json();
    }

    /// Runs the containers of a DaemonSet's pods, those of `initContainers` first, until nothing changes any more; what
    /// the last said that failed.
    QString sync(const Json &spec)
    {
        QString failure;
        for (int turn = 0; turn < 10; ++turn) {
            const std::size_t before = m_edits.edits.size();
            failure.clear();
            Cluster nodes(m_project, "n1");
            for (const NodePlace &node : nodePlaces(nodes))
                if (const QString why = syncNode(spec, node.name); !why.isEmpty())
                    failure = why;
            if (m_edits.edits.size() == before)
                return failure;
        }
        return "it never comes to an end";
    }

    /// What the agents of one node say and do; empty: all is well.
    QString syncNode(const Json &spec, const std::string &name)
    {
        QString failure;
        Cluster cluster(m_project, "n1");
        const std::vector<NodePlace> places = nodePlaces(cluster);
        const auto node = std::ranges::find(places, name, &NodePlace::name);
        const Json pod{{"metadata", {{"name", "agent"}, {"namespace", "kube-system"}}}, {"spec", spec}};
        for (const char *list : {"initContainers", "containers"})
            for (const Json &container : listAt(pod, std::string("spec.") + list)) {
                const Agent *agent = agentOf(textAt(container, "image"));
                if (!agent)
                    return QString("no agent: %1").arg(QString::fromStdString(textAt(container, "image")));
                const AgentRun run{cluster, *node, places, pod, container};
                if (const auto done = agent->sync(run); !done) {
                    failure = QString::fromStdString(done.error());
                    break;
                }
                start(cluster, *node, agent->command(run), agent->sockets(run));
            }
        take(cluster.finished());
        return failure;
    }

    /// Makes a namespace for a pod on a node, with the network that the node is configured for.
    model::cni::Expected<model::cni::Result100> addPod(const char *node, const char *pod)
    {
        type(QString("ip netns add %1").arg(pod));
        model::cni::Host host(m_project, node);
        auto added = run(host, pod);
        take(host.edits());
        return added;
    }

    model::cni::Expected<void> removePod(const char *node, const char *pod)
    {
        model::cni::Host host(m_project, node);
        const auto list = model::cni::defaultNetwork(host);
        if (!list)
            return std::unexpected(list.error());
        auto removed = model::cni::delNetwork(host, *list, callFor(pod));
        take(host.edits());
        return removed;
    }

    /// The first address of a pod, of IPv4.
    QString addressOf(const char *pod) const
    {
        const Link *eth0 = m_project.network.find(std::string_view(pod))->find("eth0");
        return eth0 && !eth0->addresses4.empty() ? QString::fromStdString(eth0->addresses4.front().local.toString())
                                                 : QString();
    }

    /// Whether a ping is answered for sure.
    bool pings(const char *from, const QString &to) const
    {
        const DataPlane plane(m_project.network);
        const auto address = IpAddress::parse(to.section('/', 0, 0).toStdString());
        if (!address)
            return false;
        const Ping echo = ping(plane, m_project.network.find(std::string_view(from))->id, *address);
        return echo.reachable && echo.certain;
    }
    bool podsPing(const char *from, const char *to) const { return pings(from, addressOf(to)); }

    /// What a line prints at the machine's terminal.
    QString type(const QString &line)
    {
        Session session = openSession("host");
        const TypedLine done = typeLine(m_project, session, line.toStdString());
        take(done.edits);
        return QString::fromStdString(done.text());
    }

    const Project &project() const { return m_project; }
    const EditList &edits() const { return m_edits; }
    const Netns &netns(const char *name) const { return *m_project.network.find(std::string_view(name)); }
    QString file(const char *netns, const char *path) const
    {
        const auto &files = m_project.network.find(std::string_view(netns))->files;
        const auto found = files.find(path);
        return found == files.end() ? QString() : QString::fromStdString(found->second);
    }

    /// The commands that make the network without files and processes, as a file of tests/kernel/networks has them.
    QString commands() const
    {
        QString text;
        for (const Edit &edit : m_edits.edits) {
            if (std::get_if<WriteFile>(&edit.kind) || std::get_if<StartProcess>(&edit.kind))
                continue;
            text += QString::fromStdString(commandLine(edit, Prompt::Host)) + '\n';
        }
        return text;
    }

private:
    static model::cni::RuntimeCall callFor(const char *pod)
    {
        model::cni::RuntimeCall call;
        call.containerId = model::drawnHex(pod, 64);
        call.netnsPath = std::string("/var/run/netns/") + pod;
        call.args = std::string("IgnoreUnknown=1;K8S_POD_NAMESPACE=default;K8S_POD_NAME=") + pod +
                    ";K8S_POD_INFRA_CONTAINER_ID=" + call.containerId;
        return call;
    }

    static model::cni::Expected<model::cni::Result100> run(model::cni::Host &host, const char *pod)
    {
        model::cni::RuntimeCall loopback = callFor(pod);
        loopback.ifName = "lo";
        if (auto added = model::cni::addNetwork(host, model::cni::loopbackNetwork(), loopback); !added)
            return added;
        const auto list = model::cni::defaultNetwork(host);
        if (!list)
            return std::unexpected(list.error());
        return model::cni::addNetwork(host, *list, callFor(pod));
    }

    static void start(Cluster &cluster, const NodePlace &node, const std::string &command,
                      const std::vector<ListeningSocket> &sockets)
    {
        const auto &processes = cluster.bench().find(node.netns)->processes;
        const bool runs = std::ranges::any_of(processes, [&](const auto &one) { return one.command == command; });
        if (command.empty() || runs)
            return;
        if (const auto started = cluster.bench().perform(StartProcess{node.netns, command, sockets}); !started)
            qFatal("%s: %s", command.c_str(), started.error().c_str());
    }

    void take(const EditList &edits)
    {
        for (const Edit &edit : edits.edits) {
            if (const auto applied = model::apply(m_project, {edit}); !applied)
                qFatal("%s", model::describe(applied.error()).c_str());
            m_edits.add(edit);
        }
    }

    Project m_project;
    EditList m_edits;
};

} // namespace netdraft::tests
