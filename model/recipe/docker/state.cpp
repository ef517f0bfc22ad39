#include "model/recipe/docker/state.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::model::docker {

using nlohmann::ordered_json;

namespace {

ordered_json json(const Port &port)
{
    return {
        {"HostIp", port.address}, {"HostPort", port.hostPort}, {"Port", port.containerPort}, {"Proto", port.protocol}};
}

ordered_json json(const std::vector<Port> &ports)
{
    ordered_json all = ordered_json::array();
    for (const Port &port : ports)
        all.push_back(json(port));
    return all;
}

ordered_json json(const Endpoint &endpoint)
{
    return {{"Network", endpoint.network}, {"WantedAddress", endpoint.wanted}, {"Aliases", endpoint.aliases},
            {"EndpointID", endpoint.id},   {"IPAddress", endpoint.address},    {"MacAddress", endpoint.mac},
            {"Link", endpoint.link},       {"HostLink", endpoint.hostLink}};
}

ordered_json json(const Container &container)
{
    ordered_json endpoints = ordered_json::array();
    for (const Endpoint &endpoint : container.endpoints)
        endpoints.push_back(json(endpoint));
    ordered_json servers = ordered_json::array();
    for (const NameServer &server : container.servers)
        servers.push_back({{"Address", server.address}, {"HostLoopback", server.isOfMachine}});
    return {{"ID", container.id},
            {"Name", container.name},
            {"Anonymous", container.isAnonymous},
            {"Image", container.image},
            {"Hostname", container.hostname},
            {"Cmd", container.command},
            {"NetworkMode", container.mode},
            {"Status", static_cast<int>(container.status)},
            {"ExitCode", container.exitCode},
            {"PortBindings", json(container.ports)},
            {"ExposedPorts", json(container.exposed)},
            {"Endpoints", std::move(endpoints)},
            {"Dns", container.dns},
            {"DnsSearch", container.dnsSearch},
            {"DnsOptions", container.dnsOptions},
            {"ExtraHosts", container.extraHosts},
            {"ExternalServers", std::move(servers)},
            {"NdotsSet", container.ndotsSet},
            {"Namespace", container.netns},
            {"Pids", container.processes},
            {"Ports", json(container.bound)},
            {"Proxies", container.proxies},
            {"Gateway", container.gatewayNetwork},
            {"NextLink", container.nextLink}};
}

ordered_json json(const DockerNetwork &network)
{
    return {{"Name", network.name},
            {"Id", network.id},
            {"Driver", network.driver},
            {"Subnet", network.subnet},
            {"Gateway", network.gateway},
            {"IPRange", network.range},
            {"UserSubnet", network.userSubnet},
            {"Internal", network.internal},
            {"Icc", network.icc},
            {"Masquerade", network.masquerade},
            {"Bridge", network.bridge},
            {"HostBinding", network.hostBinding},
            {"Mtu", network.mtu},
            {"Options", network.options}};
}

std::vector<Port> portsOf(const ordered_json &all)
{
    std::vector<Port> ports;
    for (const auto &one : all)
        ports.push_back({one.at("HostIp"), one.at("HostPort"), one.at("Port"), one.at("Proto")});
    return ports;
}

Container containerOf(const ordered_json &read)
{
    Container container;
    container.id = read.at("ID");
    container.name = read.at("Name");
    container.image = read.at("Image");
    container.hostname = read.at("Hostname");
    container.command = read.at("Cmd").get<std::vector<std::string>>();
    container.mode = read.at("NetworkMode");
    const int status = read.at("Status");
    container.status = status == 1 ? Status::Running : status == 2 ? Status::Exited : Status::Created;
    container.exitCode = read.at("ExitCode");
    container.ports = portsOf(read.at("PortBindings"));
    container.exposed = portsOf(read.at("ExposedPorts"));
    for (const auto &one : read.at("Endpoints"))
        container.endpoints.push_back({one.at("Network"), one.at("WantedAddress"),
                                       one.at("Aliases").get<std::vector<std::string>>(), one.at("EndpointID"),
                                       one.at("IPAddress"), one.at("MacAddress"), one.at("Link"), one.at("HostLink")});
    const auto texts = [&](const char *key) { return read.value(key, std::vector<std::string>()); };
    container.isAnonymous = read.value("Anonymous", false);
    container.dns = texts("Dns");
    container.dnsSearch = texts("DnsSearch");
    container.dnsOptions = texts("DnsOptions");
    container.extraHosts = texts("ExtraHosts");
    for (const auto &one : read.value("ExternalServers", ordered_json::array()))
        container.servers.push_back({one.at("Address"), one.at("HostLoopback")});
    container.ndotsSet = read.value("NdotsSet", false);
    container.netns = read.at("Namespace");
    container.processes = read.at("Pids").get<std::vector<int>>();
    container.bound = portsOf(read.at("Ports"));
    container.proxies = read.at("Proxies").get<std::vector<int>>();
    container.gatewayNetwork = read.at("Gateway");
    container.nextLink = read.at("NextLink");
    return container;
}

DockerNetwork networkOf(const ordered_json &read)
{
    DockerNetwork network;
    network.name = read.at("Name");
    network.id = read.at("Id");
    network.driver = read.at("Driver");
    network.subnet = read.at("Subnet");
    network.gateway = read.at("Gateway");
    network.range = read.at("IPRange");
    network.userSubnet = read.at("UserSubnet");
    network.internal = read.at("Internal");
    network.icc = read.at("Icc");
    network.masquerade = read.at("Masquerade");
    network.bridge = read.at("Bridge");
    network.hostBinding = read.at("HostBinding");
    network.mtu = read.at("Mtu");
    network.options = read.at("Options").get<std::map<std::string, std::string>>();
    return network;
}

/// A file that somebody else has written is read as far as it is one of these.
template <typename Read>
void readJson(const std::string &text, const Read &read)
{
    try {
        read(ordered_json::parse(text));
    } catch (const ordered_json::exception &) {
        return;
    }
}

template <typename List>
auto *named(List &list, std::string_view nameOrId)
{
    auto found = std::ranges::find_if(list, [&](const auto &one) { return one.name == nameOrId; });
    if (found == list.end() && !nameOrId.empty())
        found = std::ranges::find_if(list, [&](const auto &one) { return one.id.starts_with(nameOrId); });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

Endpoint *Container::endpoint(std::string_view network)
{
    const auto found = std::ranges::find(endpoints, network, &Endpoint::network);
    return found == endpoints.end() ? nullptr : &*found;
}

const Endpoint *Container::endpoint(std::string_view network) const
{
    const auto found = std::ranges::find(endpoints, network, &Endpoint::network);
    return found == endpoints.end() ? nullptr : &*found;
}

DockerNetwork *State::network(std::string_view nameOrId)
{
    return named(networks, nameOrId);
}

const DockerNetwork *State::network(std::string_view nameOrId) const
{
    return named(networks, nameOrId);
}

Container *State::container(std::string_view nameOrId)
{
    return named(containers, nameOrId);
}

const Container *State::container(std::string_view nameOrId) const
{
    return named(containers, nameOrId);
}

State readState(const Netns &netns)
{
    State state;
    const auto networks = netns.files.find(networksFile);
    if (networks == netns.files.end())
        return state;
    std::vector<std::string> order;
    readJson(networks->second, [&](const ordered_json &read) {
        state.drawn = read.at("Drawn");
        state.nextPool = read.at("NextPool");
        state.nextPort = read.at("NextPort");
        state.letForward = read.value("LetForward", false);
        order = read.at("Containers").get<std::vector<std::string>>();
        for (const auto &one : read.at("Networks"))
            state.networks.push_back(networkOf(one));
    });
    for (const std::string &id : order) {
        const auto file = netns.files.find(std::string(containersFolder) + id + "/config.v2.json");
        if (file != netns.files.end())
            readJson(file->second, [&](const ordered_json &read) { state.containers.push_back(containerOf(read)); });
    }
    return state;
}

std::map<std::string, std::string> filesOf(const State &state)
{
    std::map<std::string, std::string> files;
    ordered_json networks = ordered_json::array();
    for (const DockerNetwork &network : state.networks)
        networks.push_back(json(network));
    ordered_json containers = ordered_json::array();
    for (const Container &container : state.containers) {
        containers.push_back(container.id);
        files.emplace(std::string(containersFolder) + container.id + "/config.v2.json", json(container).dump() + '\n');
    }
    const ordered_json all{
        {"Drawn", state.drawn},           {"NextPool", state.nextPool},          {"NextPort", state.nextPort},
        {"LetForward", state.letForward}, {"Containers", std::move(containers)}, {"Networks", std::move(networks)}};
    files.emplace(networksFile, all.dump() + '\n');
    return files;
}

std::string drawId(State &state, std::string_view what)
{
    std::uint64_t bits = 0xcbf29ce484222325ULL + static_cast<std::uint64_t>(++state.drawn);
    for (const char each : what)
        bits = (bits ^ static_cast<unsigned char>(each)) * 0x100000001b3ULL;
    std::string id;
    for (int part = 0; part < 4; ++part) {
        bits += 0x9e3779b97f4a7c15ULL;
        std::uint64_t mixed = bits;
        mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
        id += fmt::format("{:016x}", mixed ^ (mixed >> 31));
    }
    return id;
}

} // namespace netdraft::model::docker
