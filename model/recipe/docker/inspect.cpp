#include "model/recipe/docker/lifecycle.h"
#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace netdraft::model::docker {

using nlohmann::ordered_json;

namespace {

constexpr std::string_view noTime = "1970-01-01T00:00:00Z"; // there is no clock here

int lengthOf(const std::string &subnet)
{
    const auto prefix = Prefix::parse(subnet);
    return prefix ? prefix->length() : 0;
}

ordered_json endpointJson(const State &state, const Endpoint &endpoint)
{
    const DockerNetwork *network = state.network(endpoint.network);
    const bool isUp = !endpoint.address.empty() && network;
    return {{"IPAMConfig", endpoint.wanted.empty() ? ordered_json() : ordered_json{{"IPv4Address", endpoint.wanted}}},
            {"Links", nullptr},
            {"Aliases", endpoint.aliases.empty() ? ordered_json() : ordered_json(endpoint.aliases)},
            {"NetworkID", network ? network->id : std::string()},
            {"EndpointID", endpoint.id},
            {"Gateway", isUp ? network->gateway : std::string()},
            {"IPAddress", endpoint.address},
            {"IPPrefixLen", isUp ? lengthOf(network->subnet) : 0},
            {"IPv6Gateway", ""},
            {"GlobalIPv6Address", ""},
            {"GlobalIPv6PrefixLen", 0},
            {"MacAddress", endpoint.mac},
            {"DriverOpts", nullptr}};
}

std::string portName(const Port &port)
{
    return fmt::format("{}/{}", port.containerPort, port.protocol);
}

ordered_json portsJson(const Container &container)
{
    ordered_json ports = ordered_json::object();
    for (const Port &port : container.exposed)
        ports[portName(port)] = nullptr;
    for (const Port &port : container.bound) {
        ordered_json &list = ports[portName(port)];
        if (list.is_null())
            list = ordered_json::array();
        list.push_back({{"HostIp", port.address}, {"HostPort", std::to_string(port.hostPort)}});
    }
    return ports;
}

ordered_json containerJson(const State &state, const Container &container)
{
    const bool runs = container.runs();
    ordered_json args = ordered_json::array();
    for (std::size_t i = 1; i < container.command.size(); ++i)
        args.push_back(container.command[i]);
    ordered_json networks = ordered_json::object();
    for (const Endpoint &endpoint : container.endpoints)
        networks[endpoint.network] = endpointJson(state, endpoint);
    ordered_json bindings = ordered_json::object();
    for (const Port &port : container.ports)
        bindings[portName(port)].push_back(
            {{"HostIp", port.address}, {"HostPort", port.hostPort == 0 ? "" : std::to_string(port.hostPort)}});
    const Endpoint *first = container.endpoint("bridge");
    const Endpoint none;
    const ordered_json own = endpointJson(state, first ? *first : none);
    const std::string folder = std::string(containersFolder) + container.id;
    return {{"Id", container.id},
            {"Created", noTime},
            {"Path", container.command.empty() ? std::string() : container.command.front()},
            {"Args", std::move(args)},
            {"State",
             {{"Status", runs                                  ? "running"
                         : container.status == Status::Created ? "created"
                                                               : "exited"},
              {"Running", runs},
              {"Paused", false},
              {"Restarting", false},
              {"OOMKilled", false},
              {"Dead", false},
              {"Pid", runs && !container.processes.empty() ? container.processes.front() : 0},
              {"ExitCode", container.exitCode},
              {"Error", ""}}},
            {"ResolvConfPath", folder + "/resolv.conf"},
            {"HostnamePath", folder + "/hostname"},
            {"HostsPath", folder + "/hosts"},
            {"Name", "/" + container.name},
            {"RestartCount", 0},
            {"Platform", "linux"},
            {"HostConfig",
             {{"NetworkMode", container.mode == "bridge" ? "default" : container.mode},
              {"PortBindings", std::move(bindings)}}},
            {"Config", {{"Hostname", container.hostname}, {"Cmd", container.command}, {"Image", container.image}}},
            {"NetworkSettings",
             {{"Bridge", ""},
              {"HairpinMode", false},
              {"Ports", portsJson(container)},
              {"EndpointID", own["EndpointID"]},
              {"Gateway", own["Gateway"]},
              {"IPAddress", own["IPAddress"]},
              {"IPPrefixLen", own["IPPrefixLen"]},
              {"MacAddress", own["MacAddress"]},
              {"Networks", std::move(networks)}}}};
}

ordered_json networkJson(const State &state, const DockerNetwork &network)
{
    ordered_json config = ordered_json::array();
    if (!network.subnet.empty()) {
        config.push_back({{"Subnet", network.subnet}});
        if (!network.range.empty())
            config.back()["IPRange"] = network.range;
        if (network.name != "bridge" && (!network.userSubnet || !network.gateway.empty()))
            config.back()["Gateway"] = network.gateway;
    }
    ordered_json containers = ordered_json::object();
    for (const Container &container : state.containers) {
        const Endpoint *endpoint = container.runs() ? container.endpoint(network.name) : nullptr;
        if (endpoint)
            containers[container.id] = {
                {"Name", container.name},
                {"EndpointID", endpoint->id},
                {"MacAddress", endpoint->mac},
                {"IPv4Address", endpoint->address.empty()
                                    ? std::string()
                                    : fmt::format("{}/{}", endpoint->address, lengthOf(network.subnet))},
                {"IPv6Address", ""}};
    }
    const bool isPredefined = network.driver != "bridge" || network.name == "bridge";
    return {{"Name", network.name},
            {"Id", network.id},
            {"Created", noTime},
            {"Scope", "local"},
            {"Driver", network.driver},
            {"EnableIPv6", false},
            {"IPAM",
             {{"Driver", "default"},
              {"Options", isPredefined ? ordered_json() : ordered_json::object()},
              {"Config", std::move(config)}}},
            {"Internal", network.internal},
            {"Attachable", false},
            {"Ingress", false},
            {"ConfigFrom", {{"Network", ""}}},
            {"ConfigOnly", false},
            {"Containers", std::move(containers)},
            {"Options", network.options},
            {"Labels", ordered_json::object()}};
}

/// A value as `{{.A.B}}` prints it.
std::string plain(const ordered_json &value)
{
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_null())
        return "<no value>";
    return value.dump();
}

/// The member that `.A.B` leads to; null where there is none.
const ordered_json *memberAt(const ordered_json &root, std::string_view path)
{
    const ordered_json *at = &root;
    while (!path.empty() && path != ".") {
        path.remove_prefix(path.starts_with('.') ? 1 : 0);
        const std::string name(path.substr(0, path.find('.')));
        path.remove_prefix(name.size());
        if (!at->is_object() || !at->contains(name))
            return nullptr;
        at = &at->at(name);
    }
    return at;
}

std::string trimmed(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return std::string(text);
}

/// A template of Go of members, `json` of one, and `range` without another in it; none where it is more.
std::optional<std::string> formatted(std::string_view form, const ordered_json &root)
{
    std::string text;
    while (!form.empty()) {
        const auto open = form.find("{{");
        text += form.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const auto close = form.find("}}", open);
        if (close == std::string_view::npos)
            return std::nullopt;
        const std::string action = trimmed(form.substr(open + 2, close - open - 2));
        form.remove_prefix(close + 2);
        if (action.starts_with("range ")) {
            const ordered_json *list = memberAt(root, trimmed(action.substr(6)));
            const auto end = form.find("{{end}}");
            if (!list || end == std::string_view::npos)
                return std::nullopt;
            for (const auto &one : *list) {
                const auto part = formatted(form.substr(0, end), one);
                if (!part)
                    return std::nullopt;
                text += *part;
            }
            form.remove_prefix(end + 7);
            continue;
        }
        const bool isJson = action.starts_with("json ");
        const std::string path = trimmed(isJson ? action.substr(5) : action);
        const ordered_json *value = path.starts_with('.') ? memberAt(root, path) : nullptr;
        if (!value)
            return std::nullopt;
        text += isJson ? value->dump() : plain(*value);
    }
    return text;
}

/// What is found, as a list or in a form; and of the others, that they are not there.
template <typename Find>
Said inspected(const Flags &flags, std::string_view kind, const Find &find)
{
    ordered_json found = ordered_json::array();
    Said said;
    for (const std::string &name : flags.rest) {
        ordered_json one = find(name);
        if (one.is_null()) {
            said.err += fmt::format("Error: No such {}: {}\n", kind, name);
            said.status = 1;
        } else {
            found.push_back(std::move(one));
        }
    }
    if (!flags.has("format")) {
        said.out = found.empty() ? "[]\n" : found.dump(4) + '\n';
        return said;
    }
    for (const ordered_json &one : found) {
        const auto text = formatted(flags.value("format"), one);
        if (!text)
            return {127, {}, fmt::format("netdraft: the template {} is not simulated\n", flags.value("format"))};
        said.out += *text + '\n';
    }
    return said;
}

} // namespace

Said inspectVerb(const Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "-f,--format= -s,--size --type=", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker inspect --help'.\n", flags.error)};
    if (flags.rest.empty())
        return usage("inspect", "requires at least 1 argument", "[OPTIONS] NAME|ID [NAME|ID...]",
                     "Return low-level information on Docker objects");
    const State &state = machine.state();
    return inspected(flags, "object", [&](const std::string &name) {
        if (const Container *container = state.container(name))
            return containerJson(state, *container);
        const DockerNetwork *network = state.network(name);
        return network ? networkJson(state, *network) : ordered_json();
    });
}

Said inspectNetworks(const Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "-f,--format= -v,--verbose", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker network inspect --help'.\n", flags.error)};
    if (flags.rest.empty())
        return usage("network inspect", "requires at least 1 argument", "[OPTIONS] NETWORK [NETWORK...]",
                     "Display detailed information on one or more networks");
    const State &state = machine.state();
    return inspected(flags, "network", [&](const std::string &name) {
        const DockerNetwork *network = state.network(name);
        return network ? networkJson(state, *network) : ordered_json();
    });
}

} // namespace netdraft::model::docker
