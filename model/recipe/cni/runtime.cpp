#include "model/recipe/cni/runtime.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace netdraft::model::cni {

namespace {

std::string description(const PluginConfig &plugin)
{
    const std::string name = plugin.name.empty() ? std::string() : " name=" + goQuoted(plugin.name);
    return fmt::format("plugin type={}{}", goQuoted(plugin.type), name);
}

/// What a plugin printed, as its version has it.
Expected<std::string> resultOf(const NetworkList &list, const std::string &out)
{
    const auto json = parseGoJson(out);
    if (!json)
        return failed("failed to unmarshal raw result: " + json.error());
    std::string version = json->is_object() ? json->value("cniVersion", "") : std::string();
    if (version.empty())
        version = list.version.empty() ? "0.1.0" : list.version;
    const auto result = parsedResult(*json, version);
    if (!result)
        return std::unexpected(result.error());
    return printed(*result, version);
}

/// Why a runtime did not do what it was asked for.
template <typename T>
std::unexpected<Failure> whyNot(const Runtime &runtime, const Expected<T> &ended)
{
    if (runtime.notSimulated().empty())
        return std::unexpected(ended.error());
    const std::string_view what = runtime.notSimulated();
    return notSimulatedHere(std::string(what.substr(0, what.find_last_not_of('\n') + 1)));
}

} // namespace

Runtime::Runtime(Host &host, RuntimeCall call) : m_host(host), m_call(std::move(call))
{
    m_call.environment["CNI_CONTAINERID"] = m_call.containerId;
    m_call.environment["CNI_NETNS"] = m_call.netnsPath;
    m_call.environment["CNI_IFNAME"] = m_call.ifName;
    m_call.environment["CNI_ARGS"] = m_call.args;
    m_call.environment["CNI_PATH"] = m_call.path;
}

Expected<std::string> Runtime::add(const NetworkList &list)
{
    std::optional<Json> result;
    std::string text;
    for (const PluginConfig &plugin : list.plugins) {
        const auto ran = run(list, plugin, result, "ADD");
        if (!ran)
            return failed(description(plugin) + " failed (add): " + ran.error().line());
        auto done = resultOf(list, *ran);
        if (!done)
            return failed(description(plugin) + " failed (add): " + done.error().line());
        text = *std::move(done);
        result = *parseGoJson(text);
    }
    const auto cached = readCached(m_host, list, m_call.containerId, m_call.ifName);
    const std::string path = cached ? cached->path : std::string();
    if (auto written = m_host.writeFile(
            path, cachedText(list, m_call.args, m_call.capabilities, m_call.containerId, m_call.ifName, *result));
        !written)
        return failed(
            fmt::format("failed to set network {} cached result: {}", goQuoted(list.name), written.error().message));
    return text;
}

Expected<void> Runtime::check(const NetworkList &list)
{
    const auto hasCheck = isAtLeast(list.version, "0.4.0");
    if (!hasCheck)
        return std::unexpected(hasCheck.error());
    if (!*hasCheck)
        return failed(
            fmt::format("configuration version {} does not support the CHECK command", goQuoted(list.version)));
    if (list.disableCheck)
        return {};
    const auto cached = readCached(m_host, list, m_call.containerId, m_call.ifName);
    if (!cached)
        return std::unexpected(cached.error());
    for (const PluginConfig &plugin : list.plugins)
        if (const auto ran = run(list, plugin, cached->result, "CHECK"); !ran)
            return failed(ran.error().line());
    return {};
}

Expected<void> Runtime::del(const NetworkList &list)
{
    const auto hasCache = isAtLeast(list.version, "0.4.0");
    if (!hasCache)
        return std::unexpected(hasCache.error());
    const auto cached = readCached(m_host, list, m_call.containerId, m_call.ifName);
    if (*hasCache && !cached)
        return std::unexpected(cached.error());
    for (const PluginConfig &plugin : std::views::reverse(list.plugins))
        if (const auto ran = run(list, plugin, *hasCache ? cached->result : std::nullopt, "DEL"); !ran)
            return failed(description(plugin) + " failed (delete): " + ran.error().line());
    if (cached && m_host.readFile(cached->path)) {
        [[maybe_unused]] const auto ignored = m_host.removeFile(cached->path);
    }
    return {};
}

/// The configuration as the plugin gets it: of the list's name and version, with the result before and what the
/// runtime asks for of its capabilities.
std::string Runtime::configuration(const NetworkList &list, const PluginConfig &plugin,
                                   const std::optional<Json> &previous) const
{
    Json json = plugin.json;
    json["name"] = list.name;
    json["cniVersion"] = list.version;
    if (previous)
        json["prevResult"] = *previous;
    Json runtime = Json::object();
    for (const auto &[capability, supported] : plugin.capabilities)
        if (supported && m_call.capabilities.is_object() && m_call.capabilities.contains(capability))
            runtime[capability] = m_call.capabilities[capability];
    if (!runtime.empty())
        json["runtimeConfig"] = runtime;
    return marshalled(json);
}

Expected<std::string> Runtime::run(const NetworkList &list, const PluginConfig &plugin,
                                   const std::optional<Json> &previous, const std::string &command)
{
    if (auto found = findPlugin(m_host, plugin.type, m_call.path); !found)
        return std::unexpected(found.error());
    for (const auto &valid :
         {validateContainer(m_call.containerId), validateNetwork(list.name), validateInterface(m_call.ifName)})
        if (command == "ADD" && !valid)
            return std::unexpected(valid.error());
    Ran ran = runPlugin(m_host, plugin.type, m_call.environment, command, configuration(list, plugin, previous));
    if (ran.status == 127)
        m_notSimulated = ran.err;
    else
        m_err += ran.err;
    if (ran.failure)
        return std::unexpected(*ran.failure);
    if (ran.status != 0)
        return failed(ran.err);
    return ran.out;
}

Expected<Result100> addNetwork(Host &host, const NetworkList &list, RuntimeCall call)
{
    Runtime runtime(host, std::move(call));
    const auto added = runtime.add(list);
    if (!added)
        return whyNot(runtime, added);
    return parsedResult(*parseGoJson(*added), list.version);
}

Expected<void> delNetwork(Host &host, const NetworkList &list, RuntimeCall call)
{
    Runtime runtime(host, std::move(call));
    auto ended = runtime.del(list);
    if (!ended)
        return whyNot(runtime, ended);
    return ended;
}

} // namespace netdraft::model::cni
