#include "model/recipe/cni/network_list.h"
#include "model/recipe/cni/sha512.h"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace netdraft::model::cni {

namespace {

constexpr std::string_view toolUsage = "cnitool: Add, check, or remove network interfaces from a network namespace\n"
                                       "  cnitool add   <net> <netns>\n"
                                       "  cnitool check <net> <netns>\n"
                                       "  cnitool del   <net> <netns>\n";

std::string variable(const Environment &environment, std::string_view name, std::string_view otherwise = {})
{
    const auto found = environment.find(name);
    return found == environment.end() ? std::string(otherwise) : found->second;
}

/// A run of cnitool: what a runtime does for one container and one network.
class Runtime
{
public:
    Runtime(Host &host, const Environment &environment, const std::string &netns)
        : m_host(host), m_environment(environment), m_container("cnitool-" + sha512(netns).substr(0, 20)),
          m_ifName(variable(environment, "CNI_IFNAME"))
    {
        if (!environment.contains("CNI_IFNAME"))
            m_ifName = "eth0";
        m_environment["CNI_CONTAINERID"] = m_container;
        m_environment["CNI_NETNS"] = netns;
        m_environment["CNI_IFNAME"] = m_ifName;
        m_environment["CNI_ARGS"] = variable(environment, "CNI_ARGS");
        m_environment["CNI_PATH"] = variable(environment, "CNI_PATH");
    }

    Expected<void> readCapabilities()
    {
        const std::string text = variable(m_environment, "CAP_ARGS");
        if (text.empty())
            return {};
        auto json = parseGoJson(text);
        if (!json)
            return failed(json.error());
        m_capabilities = *std::move(json);
        return {};
    }

    Expected<void> checkArguments() const
    {
        const std::string &args = m_environment.at("CNI_ARGS");
        if (args.empty())
            return {};
        for (const auto part : std::views::split(args, ';')) {
            const std::string_view pair(part.begin(), part.end());
            const auto equals = pair.find('=');
            if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size() ||
                pair.find('=', equals + 1) != std::string_view::npos)
                return failed("invalid CNI_ARGS pair " + goQuoted(pair));
        }
        return {};
    }

    Expected<std::string> add(const NetworkList &list)
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
        const auto cached = readCached(m_host, list, m_container, m_ifName);
        const std::string path = cached ? cached->path : std::string();
        if (auto written = m_host.writeFile(path, cachedText(list, m_environment, m_container, m_ifName, *result));
            !written)
            return failed(fmt::format("failed to set network {} cached result: {}", goQuoted(list.name),
                                      written.error().message));
        return text;
    }

    Expected<void> check(const NetworkList &list)
    {
        const auto hasCheck = isAtLeast(list.version, "0.4.0");
        if (!hasCheck)
            return std::unexpected(hasCheck.error());
        if (!*hasCheck)
            return failed(
                fmt::format("configuration version {} does not support the CHECK command", goQuoted(list.version)));
        if (list.disableCheck)
            return {};
        const auto cached = readCached(m_host, list, m_container, m_ifName);
        if (!cached)
            return std::unexpected(cached.error());
        for (const PluginConfig &plugin : list.plugins)
            if (const auto ran = run(list, plugin, cached->result, "CHECK"); !ran)
                return failed(ran.error().line());
        return {};
    }

    Expected<void> del(const NetworkList &list)
    {
        const auto hasCache = isAtLeast(list.version, "0.4.0");
        if (!hasCache)
            return std::unexpected(hasCache.error());
        const auto cached = readCached(m_host, list, m_container, m_ifName);
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

    const std::string &err() const { return m_err; }
    /// What a plugin said that is not simulated; then nothing else counts.
    const std::string &notSimulated() const { return m_notSimulated; }

private:
    static std::string description(const PluginConfig &plugin)
    {
        const std::string name = plugin.name.empty() ? std::string() : " name=" + goQuoted(plugin.name);
        return fmt::format("plugin type={}{}", goQuoted(plugin.type), name);
    }

    /// The configuration as the plugin gets it: of the list's name and version, with the result before and what the
    /// runtime asks for of its capabilities.
    std::string configuration(const NetworkList &list, const PluginConfig &plugin,
                              const std::optional<Json> &previous) const
    {
        Json json = plugin.json;
        json["name"] = list.name;
        json["cniVersion"] = list.version;
        if (previous)
            json["prevResult"] = *previous;
        Json runtime = Json::object();
        for (const auto &[capability, supported] : plugin.capabilities)
            if (supported && m_capabilities.is_object() && m_capabilities.contains(capability))
                runtime[capability] = m_capabilities[capability];
        if (!runtime.empty())
            json["runtimeConfig"] = runtime;
        return marshalled(json);
    }

    Expected<std::string> run(const NetworkList &list, const PluginConfig &plugin, const std::optional<Json> &previous,
                              const std::string &command)
    {
        if (auto found = findPlugin(plugin.type, m_environment.at("CNI_PATH")); !found)
            return std::unexpected(found.error());
        for (const auto &valid :
             {validateContainer(m_container), validateNetwork(list.name), validateInterface(m_ifName)})
            if (command == "ADD" && !valid)
                return std::unexpected(valid.error());
        Ran ran = runPlugin(m_host, plugin.type, m_environment, command, configuration(list, plugin, previous));
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

    /// What a plugin printed, as its version has it.
    static Expected<std::string> resultOf(const NetworkList &list, const std::string &out)
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

    Host &m_host;
    Environment m_environment;
    std::string m_container;
    std::string m_ifName;
    Json m_capabilities;
    std::string m_err;
    std::string m_notSimulated;
};

} // namespace

Answer cnitool(const Project &project, const std::string &netns, std::span<const std::string> words,
               const Environment &environment)
{
    constexpr std::size_t needed = 3;
    if (words.size() < needed)
        return {1, {}, std::string(toolUsage), {}};
    Host host(project, netns);
    const std::string directory = variable(environment, "NETCONFPATH");
    const std::string path = words[2].starts_with('/') ? words[2] : "/root/" + words[2];
    Runtime runtime(host, environment, path);
    std::string out;
    const auto work = [&]() -> Expected<void> {
        const auto list = loadNetwork(host, directory.empty() ? "/etc/cni/net.d" : directory, words[1]);
        if (!list)
            return std::unexpected(list.error());
        if (auto read = runtime.readCapabilities(); !read)
            return read;
        if (auto checked = runtime.checkArguments(); !checked)
            return checked;
        if (words[0] == "check")
            return runtime.check(*list);
        if (words[0] == "del")
            return runtime.del(*list);
        if (words[0] != "add")
            return {};
        auto added = runtime.add(*list);
        if (!added)
            return std::unexpected(added.error());
        out = *std::move(added);
        return {};
    };
    const auto done = work();
    if (!runtime.notSimulated().empty())
        return {127, {}, runtime.notSimulated(), host.edits()};
    return {done ? 0 : 1, std::move(out), runtime.err() + (done ? std::string() : done.error().line() + '\n'),
            host.edits()};
}

} // namespace netdraft::model::cni
