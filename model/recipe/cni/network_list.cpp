#include "model/recipe/cni/network_list.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

/// What `%T` says of a value.
std::string_view goTypeOf(const Json &value)
{
    if (value.is_null())
        return "<nil>";
    if (value.is_string())
        return "string";
    if (value.is_boolean())
        return "bool";
    if (value.is_array())
        return "[]interface {}";
    return value.is_object() ? "map[string]interface {}" : "float64";
}

Expected<PluginConfig> pluginConfig(const Json &json)
{
    std::string error;
    PluginConfig plugin{{}, {}, {}, json};
    const GoFields fields(json, "NetConf", error, "types.NetConf");
    const NetConf net(fields); // for what does not fit
    fields.read("type", plugin.type);
    fields.read("capabilities", plugin.capabilities);
    plugin.name = net.name;
    if (!error.empty())
        return failed("error parsing configuration: " + error);
    if (plugin.type.empty())
        return failed("error parsing configuration: missing 'type'");
    return plugin;
}

Expected<NetworkList> parsedList(const std::string &text)
{
    const auto wrong = [](const std::string &why) { return failed("error parsing configuration list: " + why); };
    const auto json = parseGoJson(text);
    if (!json)
        return wrong(json.error());
    if (!json->is_object())
        return wrong(fmt::format("json: cannot unmarshal {} into Go value of type map[string]interface {{}}",
                                 json->is_string()    ? "string"
                                 : json->is_boolean() ? "bool"
                                 : json->is_array()   ? "array"
                                                      : "number"));
    NetworkList list{.name = {}, .version = {}, .plugins = {}, .bytes = text};
    if (!json->contains("name"))
        return wrong("no name");
    if (!(*json)["name"].is_string())
        return wrong(fmt::format("invalid name type {}", goTypeOf((*json)["name"])));
    list.name = (*json)["name"].get<std::string>();
    if (const auto version = json->find("cniVersion"); version != json->end()) {
        if (!version->is_string())
            return wrong(fmt::format("invalid cniVersion type {}", goTypeOf(*version)));
        list.version = version->get<std::string>();
    }
    if (const auto flag = json->find("disableCheck"); flag != json->end()) {
        if (!flag->is_boolean())
            return wrong(fmt::format("invalid disableCheck type {}", goTypeOf(*flag)));
        list.disableCheck = flag->get<bool>();
    }
    const auto plugins = json->find("plugins");
    if (plugins == json->end())
        return wrong("no 'plugins' key");
    if (!plugins->is_array())
        return wrong(fmt::format("invalid 'plugins' type {}", goTypeOf(*plugins)));
    if (plugins->empty())
        return wrong("no plugins in list");
    for (const Json &one : *plugins) {
        auto plugin = pluginConfig(one);
        if (!plugin)
            return failed(
                fmt::format("failed to parse plugin config {}: {}", list.plugins.size(), plugin.error().message));
        list.plugins.push_back(*std::move(plugin));
    }
    return list;
}

/// A file that is no list.
Expected<PluginConfig> parsedConfiguration(const std::string &text)
{
    const auto json = parseGoJson(text);
    if (!json)
        return failed("error parsing configuration: " + json.error());
    return pluginConfig(*json);
}

/// The list of that one plugin.
Expected<NetworkList> listOf(const PluginConfig &plugin)
{
    std::string error;
    const NetConf net(GoFields(plugin.json, "NetConf", error));
    return parsedList(
        marshalled({{"cniVersion", net.version}, {"name", net.name}, {"plugins", Json::array({plugin.json})}}));
}

/// The files of a directory that end so, ordered.
std::vector<std::string> filesEnding(const Host &host, const std::string &directory,
                                     std::initializer_list<std::string_view> ends)
{
    std::vector<std::string> names;
    for (const std::string &name : host.filesIn(directory))
        if (std::ranges::any_of(ends, [&](std::string_view end) { return name.ends_with(end); }))
            names.push_back(fmt::format("{}{}{}", directory, directory.ends_with('/') ? "" : "/", name));
    return names;
}

std::string base64(std::string_view text)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string encoded;
    for (std::size_t at = 0; at < text.size(); at += 3) {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i)
            bits = bits << 8 | (at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U);
        for (std::size_t i = 0; i < 4; ++i)
            encoded += at + i > text.size() ? '=' : digits[bits >> (18 - 6 * i) & 63];
    }
    return encoded;
}

std::string cachePath(const NetworkList &list, const std::string &container, const std::string &ifName)
{
    return fmt::format("/var/lib/cni/results/{}-{}-{}", list.name, container, ifName);
}

} // namespace

std::string marshalled(const Json &json)
{
    return goJson(nlohmann::ordered_json(json));
}

Expected<NetworkList> loadNetwork(const Host &host, const std::string &directory, const std::string &name)
{
    const auto missing = [&] {
        return failed(fmt::format("no net configuration with name \"{}\" in {}", name, directory));
    };
    const std::vector<std::string> lists = filesEnding(host, directory, {".conflist"});
    for (const std::string &file : lists) {
        auto list = parsedList(*host.readFile(file));
        if (!list || list->name == name)
            return list;
    }
    const std::vector<std::string> files = filesEnding(host, directory, {".conf", ".json"});
    if (files.empty())
        return lists.empty() ? failed("no net configurations found in " + directory) : missing();
    for (const std::string &file : files) {
        const auto plugin = parsedConfiguration(*host.readFile(file));
        if (!plugin)
            return std::unexpected(plugin.error());
        if (plugin->name == name)
            return listOf(*plugin);
    }
    return missing();
}

Expected<NetworkList> defaultNetwork(const Host &host, const std::string &directory)
{
    const std::vector<std::string> files = filesEnding(host, directory, {".conf", ".conflist", ".json"});
    if (files.empty())
        return failed(fmt::format("no network config found in {}: {}", directory, notInitialized));
    const std::string &file = files.front();
    const auto wrong = [&](std::string_view what, const std::string &why) {
        return failed(fmt::format("failed to load CNI config {} {}: {}: invalid cni config", what, file, why));
    };
    if (file.ends_with(".conflist")) {
        auto list = parsedList(*host.readFile(file));
        if (!list)
            return wrong("list file", list.error().message);
        return list;
    }
    const auto plugin = parsedConfiguration(*host.readFile(file));
    if (!plugin)
        return wrong("file", plugin.error().message);
    auto list = listOf(*plugin);
    if (!list)
        return failed(fmt::format("failed to convert CNI config file {} to CNI config list: {}: invalid cni config",
                                  file, list.error().message));
    return list;
}

NetworkList loopbackNetwork()
{
    return *parsedList(R"({"cniVersion": "0.3.1", "name": "cni-loopback", "plugins": [{"type": "loopback"}]})");
}

std::string cachedText(const NetworkList &list, std::string_view args, const Json &capabilities,
                       const std::string &container, const std::string &ifName, const Json &result)
{
    nlohmann::ordered_json json{{"kind", "cniCacheV1"},
                                {"containerId", container},
                                {"config", base64(list.bytes)},
                                {"ifName", ifName},
                                {"networkName", list.name}};
    while (!args.empty()) {
        const auto end = std::min(args.find(';'), args.size());
        const std::string_view pair = args.substr(0, end);
        const auto equals = pair.find('=');
        json["cniArgs"].push_back({std::string(pair.substr(0, equals)), std::string(pair.substr(equals + 1))});
        args.remove_prefix(std::min(end + 1, args.size()));
    }
    if (capabilities.is_object() && !capabilities.empty())
        json["capabilityArgs"] = capabilities;
    json["result"] = result;
    return goJson(json);
}

Expected<CachedResult> readCached(const Host &host, const NetworkList &list, const std::string &container,
                                  const std::string &ifName)
{
    CachedResult cached{cachePath(list, container, ifName), std::nullopt};
    const std::string *text = host.readFile(cached.path);
    if (!text)
        return cached;
    const auto json = parseGoJson(*text);
    const bool isCache = json && json->is_object() && json->value("kind", "") == "cniCacheV1" &&
                         json->contains("result") && (*json)["result"].is_object();
    const Json result = isCache ? (*json)["result"] : json.value_or(Json::object());
    // The result is handed on in the version that the list has now.
    const std::string own = result.is_object() ? result.value("cniVersion", "") : std::string();
    auto parsed = parsedResult(result, own);
    if (!parsed)
        return failed(
            fmt::format("failed to get network {} cached result: {}", goQuoted(list.name), parsed.error().message));
    if (own != list.version)
        for (IpConfig &ip : parsed->ips)
            ip.version.reset();
    const auto converted = printed(*parsed, list.version);
    if (!converted)
        return failed(fmt::format("failed to get network {} cached result: failed to convert cached result to config "
                                  "version {}: {}",
                                  goQuoted(list.name), goQuoted(list.version), converted.error().message));
    cached.result = *parseGoJson(*converted);
    return cached;
}

} // namespace netdraft::model::cni
