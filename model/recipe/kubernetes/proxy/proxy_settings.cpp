#include "model/recipe/kubernetes/proxy/proxy_settings.h"

#include "model/recipe/kubernetes/proxy/rule_parts.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <yaml-cpp/yaml.h>

namespace netdraft::model::kubernetes {

namespace {

/// Settings by their flags: `cluster-cidr`.
using ProxyWords = std::map<std::string, std::string, std::less<>>;

std::string_view nextPart(std::string_view &rest, char end)
{
    const std::string_view part = rest.substr(0, rest.find(end));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    return part;
}

/// `--FLAG=VALUE`, `--FLAG VALUE` and `--FLAG` of a command line.
ProxyWords flagsOfCommand(std::string_view command)
{
    ProxyWords flags;
    std::string last;
    while (!command.empty()) {
        const std::string_view word = nextPart(command, ' ');
        if (!word.starts_with("--")) {
            if (!last.empty())
                flags[last] = word;
            last.clear();
            continue;
        }
        const auto equals = word.find('=');
        const std::string flag(word.substr(2, equals == word.npos ? word.npos : equals - 2));
        flags[flag] = equals == word.npos ? "true" : std::string(word.substr(equals + 1));
        last = equals == word.npos ? flag : std::string();
    }
    return flags;
}

/// The settings of a KubeProxyConfiguration that its flags have as well.
struct ConfigRow {
    std::string_view flag;
    const char *part; ///< of the configuration; null: its own
    const char *name;
};
constexpr ConfigRow configRows[] = {
    {"cluster-cidr", nullptr, "clusterCIDR"},
    {"proxy-mode", nullptr, "mode"},
    {"detect-local-mode", nullptr, "detectLocalMode"},
    {"pod-bridge-interface", "detectLocal", "bridgeInterface"},
    {"pod-interface-name-prefix", "detectLocal", "interfaceNamePrefix"},
    {"masquerade-all", "iptables", "masqueradeAll"},
    {"iptables-masquerade-bit", "iptables", "masqueradeBit"},
    {"iptables-localhost-nodeports", "iptables", "localhostNodePorts"},
};

/// A text that is no configuration has no settings.
ProxyWords wordsOfConfig(const std::string &text)
{
    ProxyWords words;
    try {
        const YAML::Node config = YAML::Load(text);
        if (!config.IsMap())
            return words;
        for (const ConfigRow &row : configRows) {
            const YAML::Node part = row.part ? config[row.part] : config;
            if (part && part.IsMap() && part[row.name] && part[row.name].IsScalar())
                words[std::string(row.flag)] = part[row.name].as<std::string>();
        }
        if (const YAML::Node addresses = config["nodePortAddresses"]; addresses && addresses.IsSequence()) {
            std::string list;
            for (const YAML::Node &each : addresses)
                list += each.as<std::string>("") + ',';
            words["nodeport-addresses"] = list;
        }
    } catch (const YAML::Exception &) {
        words.clear();
    }
    return words;
}

std::vector<Prefix> prefixesOf(std::string_view list)
{
    std::vector<Prefix> prefixes;
    while (!list.empty())
        if (const auto prefix = Prefix::parse(nextPart(list, ',')); prefix && prefix->family() == Family::Ipv4)
            prefixes.push_back(*prefix);
    return prefixes;
}

LocalTraffic localTraffic(const ProxyWords &words, const NodePlace &node)
{
    const auto word = [&](std::string_view flag) {
        const auto found = words.find(flag);
        return found == words.end() ? std::string() : found->second;
    };
    LocalTraffic local;
    const std::string mode = word("detect-local-mode");
    if (mode == "BridgeInterface") {
        local.link = word("pod-bridge-interface");
    } else if (mode == "InterfaceNamePrefix") {
        local.link = word("pod-interface-name-prefix");
        if (!local.link.empty())
            local.link += '+';
    } else {
        const auto prefixes = prefixesOf(mode == "NodeCIDR" ? node.podCidr : word("cluster-cidr"));
        if (!prefixes.empty())
            local.sources = prefixes.front();
    }
    return local;
}

ProxySettings settingsOf(const ProxyWords &words, const NodePlace &node)
{
    ProxySettings settings;
    settings.local = localTraffic(words, node);
    for (const auto &[flag, value] : words) {
        if (flag == "proxy-mode" && !value.empty())
            settings.mode = value;
        else if (flag == "masquerade-all")
            settings.masqueradeAll = value == "true";
        else if (flag == "iptables-localhost-nodeports")
            settings.localhostNodePorts = value != "false";
        else if (flag == "nodeport-addresses")
            settings.nodePortAddresses = prefixesOf(value);
        else if (flag == "iptables-masquerade-bit") {
            std::uint32_t bit = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), bit);
            if (error == std::errc() && end == value.data() + value.size() && bit < 32)
                settings.masqueradeMark = 1U << bit;
        }
    }
    if (std::ranges::any_of(settings.nodePortAddresses, &Prefix::isDefault))
        settings.nodePortAddresses.clear();
    const auto containsLoopback = [](const Prefix &prefix) {
        return prefix.contains(IpAddress(Ipv4Address(127, 0, 0, 1)));
    };
    if (!settings.nodePortAddresses.empty() && std::ranges::none_of(settings.nodePortAddresses, containsLoopback))
        settings.localhostNodePorts = false;
    return settings;
}

} // namespace

void LocalTraffic::ask(netfilter::Rule &rule, bool local) const
{
    if (sources)
        rule.source = askedAddress(*sources, !local);
    if (!link.empty())
        rule.in = netfilter::InterfaceMatch{link, !local};
}

std::optional<ProxySettings> proxySettings(const Cluster &cluster, const NodePlace &node)
{
    const Netns *netns = cluster.bench().find(node.netns);
    if (!netns)
        return std::nullopt;
    const auto process = std::ranges::find(netns->processes, "kube-proxy", &Process::name);
    if (process == netns->processes.end())
        return std::nullopt;
    ProxyWords words = flagsOfCommand(process->command);
    const std::string hostname = words.contains("hostname-override") ? words["hostname-override"] : node.name;
    const Json *map = cluster.find("configmaps", "kube-system", "kube-proxy");
    const Json *data = map ? member(*map, "data") : nullptr;
    if (words.contains("config") && data && data->is_object() && data->contains("config.conf") &&
        (*data)["config.conf"].is_string())
        words = wordsOfConfig((*data)["config.conf"].get<std::string>());
    ProxySettings settings = settingsOf(words, node);
    settings.hostname = hostname;
    settings.nodeIp = node.address;
    return settings;
}

} // namespace netdraft::model::kubernetes
