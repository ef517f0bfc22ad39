#include "model/recipe/cni/runtime.h"
#include "model/recipe/sha2.h"

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

/// What cnitool asks its runtime for; fails where the variables do not say it.
Expected<RuntimeCall> runtimeCall(const Environment &environment, const std::string &netns)
{
    constexpr std::size_t digits = 20;
    RuntimeCall call{.containerId = "cnitool-" + sha512(netns).substr(0, digits),
                     .netnsPath = netns,
                     .ifName = variable(environment, "CNI_IFNAME", "eth0"),
                     .args = variable(environment, "CNI_ARGS"),
                     .path = variable(environment, "CNI_PATH"),
                     .environment = environment};
    if (const std::string text = variable(environment, "CAP_ARGS"); !text.empty()) {
        auto json = parseGoJson(text);
        if (!json)
            return failed(json.error());
        call.capabilities = *std::move(json);
    }
    if (call.args.empty())
        return call;
    for (const auto part : std::views::split(call.args, ';')) {
        const std::string_view pair(part.begin(), part.end());
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0 || equals + 1 == pair.size() ||
            pair.find('=', equals + 1) != std::string_view::npos)
            return failed("invalid CNI_ARGS pair " + goQuoted(pair));
    }
    return call;
}

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
    std::string out;
    std::string err;
    std::string notSimulated;
    const auto work = [&]() -> Expected<void> {
        const auto list = loadNetwork(host, directory.empty() ? std::string(configurationFolder) : directory, words[1]);
        if (!list)
            return std::unexpected(list.error());
        auto call = runtimeCall(environment, path);
        if (!call)
            return std::unexpected(call.error());
        Runtime runtime(host, *std::move(call));
        Expected<void> done;
        if (words[0] == "check") {
            done = runtime.check(*list);
        } else if (words[0] == "del") {
            done = runtime.del(*list);
        } else if (words[0] == "add") {
            if (auto added = runtime.add(*list))
                out = *std::move(added);
            else
                done = std::unexpected(added.error());
        }
        err = runtime.err();
        notSimulated = runtime.notSimulated();
        return done;
    };
    const auto done = work();
    if (!notSimulated.empty())
        return {127, {}, std::move(notSimulated), host.edits()};
    return {done ? 0 : 1, std::move(out), err + (done ? std::string() : done.error().line() + '\n'), host.edits()};
}

} // namespace netdraft::model::cni
