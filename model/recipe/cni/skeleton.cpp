#include "model/recipe/cni/plugin.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace netdraft::model::cni {

namespace {

constexpr std::array plugins{&bandwidthPlugin, &bridgePlugin, &firewallPlugin,  &flannelPlugin, &hostDevicePlugin,
                             &hostLocalPlugin, &ipvlanPlugin, &loopbackPlugin,  &macvlanPlugin, &portmapPlugin,
                             &ptpPlugin,       &staticPlugin, &tuningPlugin,    &vlanPlugin,    &weaveNetPlugin,
                             &weaveIpamPlugin, &calicoPlugin, &calicoIpamPlugin};

std::string valueOf(const Environment &environment, std::string_view name)
{
    const auto found = environment.find(name);
    return found == environment.end() ? std::string() : found->second;
}

std::vector<std::string> supportedBy(const Plugin &plugin)
{
    const auto all = specificationVersions();
    return {std::ranges::find(all, plugin.oldest), all.end()};
}

Failure decoding(std::string message)
{
    return {.code = Failure::decodingFailure, .message = std::move(message)};
}

bool isNameOf(std::string_view text)
{
    const auto isPlain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    };
    return !text.empty() && isPlain(text[0]) &&
           std::ranges::all_of(text, [&](char c) { return isPlain(c) || c == '_' || c == '.' || c == '-'; });
}

/// The variables that a command needs and that are not set.
std::vector<std::string_view> missingVariables(const Environment &environment, std::string_view command)
{
    std::vector<std::string_view> missing;
    if (command.empty())
        missing.emplace_back("CNI_COMMAND");
    const bool isKnown = command == "ADD" || command == "CHECK" || command == "DEL";
    for (const std::string_view name : {"CNI_CONTAINERID", "CNI_NETNS", "CNI_IFNAME", "CNI_PATH"})
        if (isKnown && valueOf(environment, name).empty() && (command != "DEL" || name != "CNI_NETNS"))
            missing.push_back(name);
    return missing;
}

Expected<Json> checkedConfiguration(std::string_view text)
{
    const auto json = parseGoJson(text);
    const auto unmarshal = [](const std::string &why) { return decoding("error unmarshall network config: " + why); };
    if (!json)
        return std::unexpected(unmarshal(json.error()));
    std::string error;
    std::string name;
    GoFields(*json, "", error, R"(struct { Name string "json:\"name\"" })").read("name", name);
    if (!error.empty())
        return std::unexpected(unmarshal(error));
    if (name.empty())
        return std::unexpected(Failure{.code = Failure::invalidConfiguration, .message = "missing network name"});
    if (auto valid = validateNetwork(name); !valid)
        return std::unexpected(valid.error());
    return *json;
}

/// The version that the configuration is in; the first of all where it names none.
Expected<std::string> decodedVersion(const Json &json)
{
    std::string error;
    std::string version;
    GoFields(json, "", error).read("cniVersion", version);
    if (!error.empty())
        return std::unexpected(decoding("decoding version from network config: " + error));
    return version.empty() ? "0.1.0" : version;
}

Expected<void> checkVersion(const Plugin &plugin, const std::string &version)
{
    const std::vector<std::string> supported = supportedBy(plugin);
    if (std::ranges::find(supported, version) != supported.end())
        return {};
    std::string list;
    for (const std::string &one : supported)
        list += (list.empty() ? "" : " ") + goQuoted(one);
    return std::unexpected(Failure{Failure::incompatibleVersion, "incompatible CNI versions",
                                   fmt::format("config is {}, plugin supports [{}]", goQuoted(version), list)});
}

/// A plugin that has CHECK only checks configurations of a version that has it.
Expected<void> checkHasCheck(const Plugin &plugin, const std::string &version)
{
    const auto hasCheck = isAtLeast(version, "0.4.0");
    if (!hasCheck)
        return std::unexpected(decoding(hasCheck.error().message));
    if (!*hasCheck)
        return std::unexpected(
            Failure{.code = Failure::incompatibleVersion, .message = "config version does not allow CHECK"});
    const std::vector<std::string> supported = supportedBy(plugin);
    if (std::ranges::none_of(supported,
                             [&](const std::string &one) { return isAtLeast(one, version).value_or(false); }))
        return std::unexpected(
            Failure{.code = Failure::incompatibleVersion, .message = "plugin version does not allow CHECK"});
    return {};
}

Expected<std::string> dispatch(const Plugin &plugin, Call &call, const std::string &command)
{
    auto json = checkedConfiguration(call.configuration);
    if (!json)
        return std::unexpected(json.error());
    call.json = *std::move(json);
    for (const auto &valid : {validateContainer(call.containerId), validateInterface(call.ifName)})
        if (!valid)
            return std::unexpected(valid.error());
    if (command != "ADD" && command != "CHECK" && command != "DEL")
        return std::unexpected(
            Failure{.code = Failure::invalidEnvironment, .message = "unknown CNI_COMMAND: " + command});
    const auto version = decodedVersion(call.json);
    if (!version)
        return std::unexpected(version.error());
    if (command == "CHECK")
        if (auto allowed = checkHasCheck(plugin, *version); !allowed)
            return std::unexpected(allowed.error());
    if (auto fits = checkVersion(plugin, *version); !fits)
        return std::unexpected(fits.error());
    if (command == "ADD")
        return plugin.add(call);
    const auto done = command == "DEL" ? plugin.del(call) : plugin.check(call);
    if (!done)
        return std::unexpected(done.error());
    return std::string();
}

std::string printedFailure(const Failure &failure)
{
    nlohmann::ordered_json json{{"code", failure.code}, {"msg", failure.message}};
    if (!failure.details.empty())
        json["details"] = failure.details;
    return goJson(json, 4);
}

} // namespace

Expected<void> validateContainer(const std::string &container)
{
    if (isNameOf(container))
        return {};
    return std::unexpected(Failure{Failure::invalidEnvironment, "invalid characters in containerID", container});
}

Expected<void> validateNetwork(const std::string &network)
{
    if (isNameOf(network))
        return {};
    return std::unexpected(
        Failure{Failure::invalidConfiguration,
                network.empty() ? "missing network name:" : "invalid characters found in network name", network});
}

Expected<void> validateInterface(const std::string &ifName)
{
    constexpr std::size_t longestName = 15;
    const auto wrong = [](std::string message, std::string details = {}) {
        return std::unexpected(Failure{Failure::invalidEnvironment, std::move(message), std::move(details)});
    };
    if (ifName.empty())
        return wrong("interface name is empty");
    if (ifName.size() > longestName)
        return wrong("interface name is too long", "interface name should be less than 16 characters");
    if (ifName == "." || ifName == "..")
        return wrong("interface name is . or ..");
    if (ifName.find_first_of("/: \t\n\v\f\r") != std::string::npos)
        return wrong("interface name contains / or : or whitespace characters");
    return {};
}

const Plugin *pluginNamed(std::string_view name)
{
    const auto found = std::ranges::find(plugins, name, &Plugin::name);
    return found == plugins.end() ? nullptr : *found;
}

Ran runPlugin(Host &host, std::string_view name, const Environment &environment, const std::string &command,
              std::string_view configuration)
{
    const Plugin *plugin = pluginNamed(name);
    if (!plugin)
        return {127, {}, fmt::format("netdraft: the plugin {} is not simulated\n", name)};
    if (command.empty())
        return {0,
                {},
                fmt::format("CNI {} plugin version unknown\nCNI protocol versions supported: {}\n", name,
                            fmt::join(supportedBy(*plugin), ", "))};
    const auto end = [](const Failure &failure, std::string err) {
        if (failure.notSimulated)
            return Ran{127, {}, fmt::format("netdraft: {} is not simulated\n", failure.message), failure};
        return Ran{1, printedFailure(failure), std::move(err), failure};
    };
    if (const auto missing = missingVariables(environment, command); !missing.empty())
        return end({.code = Failure::invalidEnvironment,
                    .message = fmt::format("required env variables [{}] missing", fmt::join(missing, ","))},
                   {});
    if (command == "VERSION") {
        const nlohmann::ordered_json json{{"cniVersion", "1.0.0"}, {"supportedVersions", supportedBy(*plugin)}};
        return {0, goJson(json) + '\n', {}};
    }
    Call call{host,
              environment,
              configuration,
              {},
              valueOf(environment, "CNI_CONTAINERID"),
              valueOf(environment, "CNI_NETNS"),
              valueOf(environment, "CNI_IFNAME"),
              valueOf(environment, "CNI_ARGS")};
    auto result = dispatch(*plugin, call, command);
    if (!result)
        return end(result.error(), std::move(call.err));
    return {0, *std::move(result), std::move(call.err)};
}

Answer call(const Project &project, const std::string &netns, std::string_view plugin, const Environment &environment,
            std::string_view configuration)
{
    Host host(project, netns);
    Ran ran = runPlugin(host, plugin, environment, valueOf(environment, "CNI_COMMAND"), configuration);
    return {ran.status, std::move(ran.out), std::move(ran.err), host.edits()};
}

} // namespace netdraft::model::cni
