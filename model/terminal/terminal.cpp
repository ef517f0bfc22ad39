#include "model/terminal/terminal.h"

#include "model/command/daemons.h"
#include "model/command/ip.h"
#include "model/command/response.h"
#include "model/names/node_files.h"
#include "model/names/server.h"
#include "model/terminal/docker_tool.h"
#include "model/terminal/kubernetes_tool.h"
#include "model/terminal/name_lookup.h"
#include "model/terminal/name_tools.h"
#include "model/terminal/tcpdump/tcpdump.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

/// What the tool says when the kernel refuses what it asked for: most as refusal() has it.
Reply refused(std::string_view tool, const Error &error)
{
    Reply reply = refusal(error);
    if (tool == "bridge" && reply.status == 2)
        reply.status = 255;
    return reply;
}

/// Performs the edits on a copy, so that the reply is the kernel's and the edits are known to succeed.
Outcome checked(const Project &project, std::string_view tool, Response response)
{
    if (response.edits.empty())
        return {std::move(response.reply), {}};
    Project copy = project;
    if (const auto applied = apply(copy, response.edits); !applied) {
        Reply reply = refused(tool, applied.error());
        reply.err.insert(0, response.reply.err); // the tool's own note came before it asked
        return {std::move(reply), {}};
    }
    return {std::move(response.reply), std::move(response.edits), std::move(copy)};
}

Outcome answer(const Project &project, NetnsId at, std::span<const std::string> words, std::string_view input,
               simulation::Recording *recording);

Outcome runIp(const Project &project, const Netns &netns, std::span<const std::string> words, std::string_view input,
              simulation::Recording *recording)
{
    const auto read = command::readIp(project.network, netns, words.subspan(1));
    const auto *request = std::get_if<command::IpRequest>(&read);
    if (request && request->object == "netns") {
        const auto exec = command::execOf(request->call, request->words);
        if (exec)
            return answer(project, exec->netns, exec->words, input, recording);
    }
    const bool asks = request && request->object == "route" && !request->words.empty() &&
                      command::abbreviates(request->words.front(), "get");
    if (asks)
        return {terminal::routeGet(request->call, request->words.subspan(1)), {}};
    return checked(project, "ip", respond(project.network, netns.id, words, input));
}

/// What run() says but for what was counted.
Outcome answer(const Project &project, NetnsId at, std::span<const std::string> words, std::string_view input,
               simulation::Recording *recording)
{
    const Netns *netns = project.network.find(at);
    if (!netns || words.empty())
        return {};
    const auto assigned = std::ranges::find_if(
        words.subspan(1), [](const std::string &word) { return word.find('=') == std::string::npos; });
    const bool isEnv = words.front() == "env" && assigned != words.end();
    // `env CNI_COMMAND=ADD … /opt/cni/bin/bridge`; other tools do not look at their environment.
    std::map<std::string, std::string, std::less<>> environment;
    const auto count = static_cast<std::size_t>(assigned - words.begin());
    for (std::size_t i = 1; isEnv && i < count; ++i)
        environment[words[i].substr(0, words[i].find('='))] = words[i].substr(words[i].find('=') + 1);
    if (auto outcome = terminal::cni(project, *netns, isEnv ? words.subspan(count) : words, input, environment))
        return *std::move(outcome);
    const std::string_view tool = terminal::baseName(words.front());
    if (tool == "ip")
        return runIp(project, *netns, words, input, recording);
    const auto rest = words.subspan(1);
    if (tool == "sudo") {
        const auto command = terminal::sudo(rest);
        if (const auto *ended = std::get_if<Reply>(&command))
            return {*ended, {}};
        return answer(project, at, std::get<std::span<const std::string>>(command), input, recording);
    }
    if (auto help = terminal::help(tool, rest))
        return {*std::move(help), {}};
    if (tool == "which" || tool == "type" || tool == "man")
        return {tool == "which"  ? terminal::which(rest)
                : tool == "type" ? terminal::type(rest)
                                 : terminal::man(rest),
                {}};
    if (tool == "ping" || tool == "ping4" || tool == "ping6")
        return {terminal::ping(project.network, at, rest,
                               tool == "ping6"   ? std::optional(Family::Ipv6)
                               : tool == "ping4" ? std::optional(Family::Ipv4)
                                                 : std::nullopt,
                               recording),
                {}};
    if (tool == "traceroute" || tool == "traceroute6")
        return {terminal::traceroute(project.network, at, rest,
                                     tool == "traceroute6" ? std::optional(Family::Ipv6) : std::nullopt, recording),
                {}};
    if (tool == "tracepath" || tool == "tracepath4")
        return {terminal::tracepath(project.network, at, rest, recording), {}};
    if (tool == "tcpdump") {
        const auto begun = terminal::listen(project.network, at, rest);
        const auto *ended = std::get_if<Reply>(&begun);
        return {ended ? *ended : notSimulated("tcpdump outside of a terminal of the window"), {}};
    }
    if (tool == "getent")
        return {terminal::getent(project.network, at, rest), {}};
    if (tool == "dig")
        return {terminal::dig(project.network, at, rest, recording), {}};
    if (tool == "nslookup")
        return {terminal::nslookup(project.network, at, rest, recording), {}};
    if (tool == "host")
        return {terminal::host(project.network, at, rest, recording), {}};
    if (terminal::isOfKubernetes(tool))
        return terminal::kubernetes(project, *netns, words, input, environment, [&](const std::string &path) {
            return names::fileOf(project.network, *netns, path.starts_with('/') ? path : "/root/" + path);
        });
    if (terminal::isOfDocker(tool))
        return terminal::docker(project, *netns, words);
    if (command::isDaemon(tool))
        return checked(project, tool, command::startDaemon(*netns, words));
    if (names::isNameServer(tool))
        return checked(project, tool, terminal::startServer(project.network, at, words));
    if (tool == "curl")
        return {terminal::curl(project.network, at, rest, recording), {}};
    if (tool == "nc") {
        const auto read = command::readNetcat(rest);
        const auto *call = std::get_if<command::NetcatCall>(&read);
        if (call && !call->listens && (call->scans || input.data()))
            return {terminal::netcat(project.network, at, *call, input, recording), {}};
    }
    return checked(project, tool, respond(project.network, at, words, input));
}

EditList takeCounts(simulation::Recording &recording, const Network &network)
{
    EditList edits;
    for (auto &[netns, counted] : recording.takeCounted()) {
        if (!counted.empty())
            edits.add(netfilter::CountPackets{network.find(netns)->name, std::move(counted)});
    }
    return edits;
}

} // namespace

Outcome run(const Project &project, NetnsId at, std::span<const std::string> words, std::string_view input,
            simulation::Recording *recording)
{
    simulation::Recording own;
    const bool counts =
        std::ranges::any_of(project.network.namespaces(), [](const auto &netns) { return !netns->ruleset.empty(); });
    if (!counts)
        return answer(project, at, words, input, recording);
    simulation::Recording &used = recording ? *recording : own;
    Outcome outcome = answer(project, at, words, input, &used);
    EditList edits = takeCounts(used, project.network);
    if (edits.empty())
        return outcome;
    edits.add(outcome.edits);
    Project copy = project;
    if (!apply(copy, edits))
        return outcome;
    outcome.edits = std::move(edits);
    outcome.edited = std::move(copy);
    return outcome;
}

} // namespace netdraft::model
