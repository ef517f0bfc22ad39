#include "model/names/node_files.h"
#include "model/recipe/cni/plugin.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::cni {

NetConf::NetConf(const GoFields &fields)
{
    std::string type;
    std::map<std::string, bool> capabilities;
    fields.read("cniVersion", version);
    fields.read("name", name);
    fields.read("type", type);
    fields.read("capabilities", capabilities);
    fields.object("ipam", "IPAM", "types.IPAM").read("type", ipam);
    dns = readDns(fields.object("dns", "DNS", "types.DNS"));
    previous = fields.find("prevResult");
    if (previous && !previous->is_object()) {
        fields.mismatch("prevResult", *previous, "map[string]interface {}");
        previous = nullptr;
    }
}

Expected<Result100> NetConf::previousResult() const
{
    auto result = parsedResult(*previous, version);
    if (!result)
        return failed("could not parse prevResult: " + result.error().message);
    return result;
}

Expected<Arguments> loadArguments(const std::string &args, std::initializer_list<std::string_view> known)
{
    Arguments values;
    if (args.empty())
        return values;
    std::vector<std::string> unknown;
    bool ignores = false;
    for (const std::string &pair : names::splitAt(args, ';')) {
        const auto parts = names::splitAt(pair, '=');
        if (parts.size() != 2)
            return failed("ARGS: invalid pair " + goQuoted(pair));
        const std::string &value = parts[1];
        const auto refuse = [&](const std::string &why) {
            return failed(fmt::format("ARGS: error parsing value of pair {}: {}", goQuoted(pair), why));
        };
        if (parts[0] == "IgnoreUnknown") {
            std::string lower = value;
            std::ranges::transform(lower, lower.begin(),
                                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            if (lower != "1" && lower != "true" && lower != "0" && lower != "false")
                return refuse("boolean unmarshal error: invalid input " + lower);
            ignores = lower == "1" || lower == "true";
        } else if (std::ranges::find(known, parts[0]) == known.end()) {
            unknown.push_back(goQuoted(pair));
        } else {
            values[parts[0]] = value;
        }
    }
    if (!unknown.empty() && !ignores)
        return failed(fmt::format("ARGS: unknown args [{}]", fmt::join(unknown, " ")));
    return values;
}

Expected<void> findPlugin(const Host &host, std::string_view name, std::string_view path)
{
    if (name.empty())
        return failed("no plugin name provided");
    if (name.find('/') != std::string_view::npos)
        return failed(fmt::format("invalid plugin name: {}", name));
    if (path.empty())
        return failed("no paths provided");
    const std::vector<std::string> folders = names::splitAt(path, ':');
    for (std::string folder : folders) {
        while (folder.size() > 1 && folder.ends_with('/'))
            folder.pop_back();
        if (!pluginAt(host.own(), folder + '/' + std::string(name)).empty())
            return {};
    }
    return failed(fmt::format("failed to find plugin {} in path [{}]", goQuoted(name), fmt::join(folders, " ")));
}

namespace {

Expected<Ran> ranDelegate(Call &call, const std::string &name, const std::string &command)
{
    const auto path = call.environment.find("CNI_PATH");
    if (auto found = findPlugin(call.host, name, path == call.environment.end() ? std::string_view() : path->second);
        !found)
        return std::unexpected(found.error());
    Ran ran = runPlugin(call.host, name, call.environment, command, call.configuration);
    if (ran.failure)
        return std::unexpected(*ran.failure);
    if (ran.status != 0)
        return notSimulatedHere(fmt::format("the plugin {}", name));
    call.err += ran.err;
    return ran;
}

} // namespace

Expected<Result100> delegateAdd(Call &call, const std::string &name)
{
    const auto ran = ranDelegate(call, name, "ADD");
    if (!ran)
        return std::unexpected(ran.error());
    std::string error;
    std::string version;
    GoFields(call.json, "", error).read("cniVersion", version);
    // A plugin that gives no addresses prints a result that holds none of what others print.
    const auto json = parseGoJson(ran->out);
    if (!json)
        return failed("failed to unmarshal raw result: " + json.error());
    return parsedResult(*json, version);
}

Expected<void> delegate(Call &call, const std::string &name, const std::string &command)
{
    if (const auto ran = ranDelegate(call, name, command); !ran)
        return std::unexpected(ran.error());
    return {};
}

} // namespace netdraft::model::cni
