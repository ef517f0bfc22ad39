#pragma once

#include "model/forwarding/data_plane.h"
#include "model/recipe/cni/host.h"
#include "model/recipe/kubernetes/agent.h"

#include <functional>

namespace netdraft::model::kubernetes {

// What programs of pod networks have in common: each is started in a container on every node, is told by its manifest
// what to do, and changes the node.

/// Of one project each, in the file of its name.
std::span<const Agent> calicoAgents();
std::span<const Agent> flannelAgents();
std::span<const Agent> weaveAgents();

/// Does something on the node where an agent runs; what was done until it failed stays done.
Workbench::Done onNode(const AgentRun &run, const std::function<cni::Expected<void>(cni::Host &)> &work);

/// The command line of the container: its command, or what its image starts, and its arguments.
std::vector<std::string> commandWords(const AgentRun &run, std::string_view otherwise = {});
std::string commandLine(const AgentRun &run, std::string_view otherwise);
/// The value of a variable of the container; what it is when the manifest says nothing of it, otherwise.
std::string variableOf(const AgentRun &run, std::string_view name, std::string_view otherwise = {});

/// What a path of the container is on the node, by a volume of hostPath; empty: it is the container's own.
std::string nodePath(const AgentRun &run, std::string_view path);
/// A file that a ConfigMap has in a volume of the container; null when there is none.
const std::string *mountedText(const AgentRun &run, std::string_view path);
/// A file that is written where the container has it: where that is not on the node, nobody sees it.
cni::Expected<void> writeMounted(const AgentRun &run, cni::Host &host, std::string_view path, std::string text);
/// Installs a plugin in the folder of the container that stands for /opt/cni/bin.
cni::Expected<void> installPlugin(const AgentRun &run, cni::Host &host, std::string_view folder, std::string_view name);

/// Makes an address that a link has alone of those of a network, by `ip addr`.
cni::Expected<void> ensureLinkAddress(cni::Host &host, const std::string &device, const InterfaceAddress &address,
                                      const Prefix &network);
/// Adds a route, or replaces another one to the same destination.
cni::Expected<void> ensureRoute(cni::Host &host, const RouteWords &route);
/// The address that a packet to another node is handed to: that node's, or a router's; none: there is no route.
std::optional<IpAddress> firstHopTo(const cni::Host &host, const IpAddress &address);
/// Whether one of two nodes can connect to a port of the other over TCP.
bool areConnected(const DataPlane &plane, const NodePlace &one, const NodePlace &other, std::uint16_t port);
/// Whether the main table has that route.
bool hasRoute(const cni::Host &host, const RouteWords &route);
/// Takes all routes of the main table away for which `isGone` says so.
cni::Expected<void> removeRoutes(cni::Host &host, const std::function<bool(const Route &)> &isGone);
/// Makes a chain of iptables, which is made where it is not there, hold these rules and no others.
cni::Expected<void> ensureChainHolds(cni::Host &host, const std::string &table, const std::string &chain,
                                     const std::vector<std::vector<std::string>> &rules);
/// Tells the node's object that its network is up, in the words of whoever made it.
void setNetworkUp(const AgentRun &run, std::string_view reason, std::string_view message);
/// A MAC as a program draws it, of a namespace of its own.
MacAddress drawnMac(std::string_view seed);

} // namespace netdraft::model::kubernetes
