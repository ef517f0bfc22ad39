#pragma once

#include "model/command/response.h"
#include "model/reachability/probe.h"
#include "model/recipe/kubernetes/cluster.h"
#include "tests/model/lab.h"

#include <QTest>

namespace netdraft::tests {

/// Two nodes, 192.0.2.11 and .12, with a bridge `cni0` each: the pods `a` and `b` (10.244.0.5, .6) on the first, `c`
/// (10.244.1.7) on the second, routes between them, and a client, 192.0.2.100, which knows nothing of the pods. What
/// runs: a kube-proxy on each node, and in each pod something that listens at tcp/8080 and udp/53.
inline model::kubernetes::Cluster podNetwork(const std::string &proxyFlags = "--config=/var/lib/kube-proxy/config.conf")
{
    using namespace netdraft::model;
    std::string commands = R"(
ip netns add sw
ip -n sw link add br0 type bridge
ip -n sw link set br0 up
)";
    const auto node = [&](const std::string &name, const std::string &address) {
        commands += "ip netns add " + name + "\nip -n " + name + " link set lo up\nip -n sw link add to-" + name +
                    " type veth peer name eth0 netns " + name + "\nip -n sw link set to-" + name + " master br0 up\n" +
                    "ip -n " + name + " addr add " + address + "/24 dev eth0\nip -n " + name + " link set eth0 up\n";
    };
    node("node1", "192.0.2.11");
    node("node2", "192.0.2.12");
    node("client", "192.0.2.100");
    for (const std::string number : {"1", "2"}) {
        const std::string ip = "ip -n node" + number + ' ';
        const std::string third = number == "1" ? "0" : "1";
        commands += ip + "route add default via 192.0.2.254\n" + ip + "link add cni0 type bridge\n" + ip +
                    "addr add 10.244." + third + ".1/24 dev cni0\n" + ip + "link set cni0 up\n" + ip +
                    "route add 10.244." + (number == "1" ? "1" : "0") + ".0/24 via 192.0.2.1" +
                    (number == "1" ? "2" : "1") + "\nip netns exec node" + number +
                    " sysctl -w net.ipv4.ip_forward=1\n";
    }
    const auto pod = [&](const std::string &name, const std::string &place, const std::string &address,
                         const std::string &gateway) {
        commands += "ip netns add " + name + "\nip -n " + name + " link set lo up\nip -n " + place + " link add veth-" +
                    name + " type veth peer name eth0 netns " + name + "\nip -n " + place + " link set veth-" + name +
                    " master cni0 up\nip -n " + name + " addr add " + address + "/24 dev eth0\nip -n " + name +
                    " link set eth0 up\nip -n " + name + " route add default via " + gateway + '\n';
    };
    pod("a", "node1", "10.244.0.5", "10.244.0.1");
    pod("b", "node1", "10.244.0.6", "10.244.0.1");
    pod("c", "node2", "10.244.1.7", "10.244.1.1");
    auto project = lab(commands);
    if (!project)
        qFatal("%s", describe(project.error()).c_str());
    EditList started;
    for (const char *name : {"a", "b", "c"})
        started.add(StartProcess{name,
                                 "web",
                                 {{Transport::Tcp, Ipv4Address(), 8080, false},
                                  {Transport::Tcp, Ipv4Address(), 9090, false},
                                  {Transport::Udp, Ipv4Address(), 53, false}}});
    for (const std::string name : {"node1", "node2"})
        started.add(StartProcess{name, "/usr/local/bin/kube-proxy " + proxyFlags + " --hostname-override=" + name, {}});
    if (const auto done = apply(*project, started); !done)
        qFatal("%s", describe(done.error()).c_str());
    kubernetes::Cluster cluster(*std::move(project), "node1");
    for (const std::string number : {"1", "2"})
        cluster.put({{"apiVersion", "v1"},
                     {"kind", "Node"},
                     {"metadata", {{"name", "node" + number}}},
                     {"spec", {{"providerID", "netdraft://node" + number}}},
                     {"status",
                      {{"addresses", {{{"type", "InternalIP"}, {"address", "192.0.2.1" + number}}}},
                       {"conditions", {{{"type", "Ready"}, {"status", "True"}}}}}}});
    return cluster;
}

/// Puts objects, a JSON array, into a cluster.
inline void putObjects(model::kubernetes::Cluster &cluster, std::string_view objects)
{
    const auto list = model::kubernetes::Json::parse(objects, nullptr, false);
    if (!list.is_array())
        qFatal("no JSON array: %s", std::string(objects).c_str());
    for (const auto &each : list)
        cluster.put(each);
}

/// What a command prints in a namespace of the cluster.
inline std::string printed(const model::kubernetes::Cluster &cluster, const std::string &netns,
                           std::vector<std::string> words)
{
    const auto &network = cluster.bench().network();
    return respond(network, network.find(netns)->id, words).reply.out;
}

/// How a program fares that connects to an address, from a namespace; `certain` tells whether all ways fare alike.
inline model::Probe probeIn(const model::kubernetes::Cluster &cluster, const std::string &from, const char *to,
                            std::uint16_t port, model::Transport transport = model::Transport::Tcp)
{
    const auto &network = cluster.bench().network();
    const model::DataPlane plane(network);
    return model::probe(plane, network.find(from)->id, *model::IpAddress::parse(to), transport, port);
}

} // namespace netdraft::tests
