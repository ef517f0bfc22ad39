#include "model/recipe/cni/network_list.h"
#include "model/recipe/cni/plugin.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::cni {

// The plugin flannel (cni-plugin 1.5.1): it makes of a node's part of the pod network a configuration of another
// plugin, which it remembers for DEL.

namespace {

struct FlannelConf {
    std::string version;
    std::string name;
    std::string subnetFile = "/run/flannel/subnet.env";
    std::string dataDir = "/var/lib/cni/flannel";
    Json ipam;
    Json delegate;
    Json runtime;
};

/// What flanneld wrote of this node.
struct SubnetEnv {
    std::vector<Prefix> networks;
    std::optional<Prefix> subnet;
    std::vector<Prefix> networks6;
    std::optional<Prefix> subnet6;
    std::optional<std::uint32_t> mtu;
    std::optional<bool> ipMasq;
};

std::string pathOf(const std::string &folder, const std::string &container)
{
    return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", container);
}

Expected<FlannelConf> readFlannel(const Call &call)
{
    std::string error;
    const GoFields fields(call.json, "NetConf", error);
    FlannelConf conf;
    fields.read("cniVersion", conf.version);
    fields.read("name", conf.name);
    fields.read("subnetFile", conf.subnetFile);
    fields.read("dataDir", conf.dataDir);
    for (auto [name, to] :
         {std::pair{"ipam", &conf.ipam}, {"delegate", &conf.delegate}, {"runtimeConfig", &conf.runtime}}) {
        const Json *value = fields.find(name);
        if (!value || value->is_null())
            continue;
        if (value->is_object())
            *to = *value;
        else
            fields.mismatch(name, *value, "map[string]interface {}");
    }
    if (!error.empty())
        return failed("failed to load netconf: " + error);
    return conf;
}

Expected<Prefix> readNetwork(std::string_view text)
{
    const auto cidr = parseGoCidr(text);
    if (!cidr)
        return failed(fmt::format("invalid CIDR address: {}", text));
    return cidr->prefix();
}

Expected<void> readNetworks(std::string_view text, std::vector<Prefix> &networks)
{
    networks.clear();
    while (true) {
        const auto end = std::min(text.find(','), text.size());
        const auto network = readNetwork(text.substr(0, end));
        if (!network)
            return std::unexpected(network.error());
        if (std::ranges::find(networks, *network) == networks.end())
            networks.push_back(*network);
        if (end == text.size())
            return {};
        text.remove_prefix(end + 1);
    }
}

Expected<void> readLine(std::string_view line, SubnetEnv &env)
{
    const auto equals = line.find('=');
    const std::string_view name = line.substr(0, equals);
    const std::string_view value = equals == std::string_view::npos ? std::string_view() : line.substr(equals + 1);
    if (name == "FLANNEL_NETWORK")
        return readNetworks(value, env.networks);
    if (name == "FLANNEL_IPV6_NETWORK")
        return readNetworks(value, env.networks6);
    if (name == "FLANNEL_SUBNET" || name == "FLANNEL_IPV6_SUBNET") {
        const auto network = readNetwork(value);
        if (!network)
            return std::unexpected(network.error());
        (name == "FLANNEL_SUBNET" ? env.subnet : env.subnet6) = *network;
    } else if (name == "FLANNEL_MTU") {
        std::uint32_t mtu = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), mtu);
        if (error == std::errc::result_out_of_range)
            return failed(fmt::format("strconv.ParseUint: parsing {}: value out of range", goQuoted(value)));
        if (error != std::errc() || end != value.data() + value.size())
            return failed(fmt::format("strconv.ParseUint: parsing {}: invalid syntax", goQuoted(value)));
        env.mtu = mtu;
    } else if (name == "FLANNEL_IPMASQ") {
        env.ipMasq = value == "true";
    }
    return {};
}

Expected<SubnetEnv> readSubnetEnv(const Host &host, const std::string &path)
{
    const std::string *text = host.readFile(path);
    if (!text)
        return failed(fmt::format("open {}: no such file or directory", path));
    SubnetEnv env;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (auto read = readLine(rest.substr(0, end), env); !read)
            return std::unexpected(read.error());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    std::vector<std::string_view> missing;
    if (env.networks.empty() && env.networks6.empty())
        missing.insert(missing.end(), {"FLANNEL_NETWORK", "FLANNEL_IPV6_NETWORK"});
    if (!env.subnet && !env.subnet6)
        missing.insert(missing.end(), {"FLANNEL_SUBNET", "FLANNEL_IPV6_SUBNET"});
    if (!env.mtu)
        missing.emplace_back("FLANNEL_MTU");
    if (!env.ipMasq)
        missing.emplace_back("FLANNEL_IPMASQ");
    if (!missing.empty())
        return failed(fmt::format("{} is missing {}", path, fmt::join(missing, ", ")));
    return env;
}

/// What the other plugin is told of addresses: of this node's part, with a route to the whole network.
Json delegateIpam(const FlannelConf &conf, const SubnetEnv &env)
{
    Json ipam = conf.ipam.is_object() ? conf.ipam : Json::object();
    if (!ipam.contains("type"))
        ipam["type"] = "host-local";
    Json ranges = Json::array();
    for (const auto &subnet : {env.subnet, env.subnet6})
        if (subnet)
            ranges.push_back(Json::array({{{"subnet", subnet->toString()}}}));
    ipam["ranges"] = ranges;
    Json routes = ipam.contains("routes") && ipam["routes"].is_array() ? ipam["routes"] : Json::array();
    for (const auto &networks : {env.networks, env.networks6})
        for (const Prefix &network : networks)
            routes.push_back({{"dst", network.toString()}});
    ipam["routes"] = routes;
    return ipam;
}

Expected<Json> delegateConf(const FlannelConf &conf, const SubnetEnv &env)
{
    Json delegate = conf.delegate.is_object() ? conf.delegate : Json::object();
    if (delegate.contains("type") && !delegate["type"].is_string())
        return failed("'delegate' dictionary, if present, must have (string) 'type' field");
    for (const char *name : {"name", "ipam"})
        if (delegate.contains(name))
            return failed(fmt::format("'delegate' dictionary must not have '{}' field, it'll be set by flannel", name));
    if (conf.runtime.is_object())
        delegate["runtimeConfig"] = conf.runtime;
    delegate["name"] = conf.name;
    if (!delegate.contains("type"))
        delegate["type"] = "bridge";
    if (!delegate.contains("ipMasq"))
        delegate["ipMasq"] = !*env.ipMasq;
    if (!delegate.contains("mtu"))
        delegate["mtu"] = *env.mtu;
    if (delegate["type"] == "bridge" && !delegate.contains("isGateway"))
        delegate["isGateway"] = true;
    if (!conf.version.empty())
        delegate["cniVersion"] = conf.version;
    delegate["ipam"] = delegateIpam(conf, env);
    return delegate;
}

/// Calls the other plugin, with what it is configured with now or was then.
Expected<std::string> runDelegate(Call &call, const std::string &type, const std::string &command,
                                  const std::string &configuration)
{
    const auto path = call.environment.find("CNI_PATH");
    if (auto found = findPlugin(call.host, type, path == call.environment.end() ? std::string_view() : path->second);
        !found)
        return std::unexpected(found.error());
    Ran ran = runPlugin(call.host, type, call.environment, command, configuration);
    call.err += ran.err;
    if (ran.failure)
        return std::unexpected(*ran.failure);
    if (ran.status != 0)
        return notSimulatedHere(fmt::format("the plugin {}", type));
    return std::move(ran.out);
}

Expected<std::string> flannelAdd(Call &call)
{
    const auto conf = readFlannel(call);
    if (!conf)
        return failed("loadFlannelNetConf failed: " + conf.error().message);
    const auto env = readSubnetEnv(call.host, conf->subnetFile);
    if (!env)
        return failed("loadFlannelSubnetEnv failed: " + env.error().message);
    const std::string saved = pathOf(conf->dataDir, call.containerId);
    const auto delegate = delegateConf(*conf, *env);
    if (!delegate)
        return std::unexpected(delegate.error());
    const std::string configuration = marshalled(*delegate);
    call.err += "delegateAdd: netconf sent to delegate plugin:\n" + configuration;
    if (auto written = call.host.writeFile(saved, configuration); !written)
        return std::unexpected(written.error());
    auto result = runDelegate(call, (*delegate)["type"].get<std::string>(), "ADD", configuration);
    if (!result && !result.error().notSimulated)
        return failed("failed to delegate add: " + result.error().line());
    return result;
}

Expected<void> flannelDel(Call &call)
{
    const auto conf = readFlannel(call);
    if (!conf)
        return std::unexpected(conf.error());
    const std::string path = pathOf(conf->dataDir, call.containerId);
    const std::string *saved = call.host.readFile(path);
    if (!saved)
        return {};
    const std::string configuration = *saved;
    const auto json = parseGoJson(configuration);
    if (!json) {
        call.err += "failed to parse netconf: " + json.error();
        return {};
    }
    std::string error;
    std::string type;
    GoFields(*json, "NetConf", error).read("type", type);
    if (auto removed = runDelegate(call, type, "DEL", configuration); !removed)
        return std::unexpected(removed.error());
    return call.host.removeFile(path);
}

Expected<void> flannelCheck(Call &)
{
    return {};
}

} // namespace

const Plugin flannelPlugin{"flannel", "0.1.0", flannelAdd, flannelCheck, flannelDel};

} // namespace netdraft::model::cni
