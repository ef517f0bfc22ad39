#include "model/terminal/docker_tool.h"

#include "model/command/daemons.h"
#include "model/command/sockets.h"
#include "model/recipe/docker/docker.h"
#include "model/terminal/kubernetes_tool.h"
#include "model/terminal/recipe_outcome.h"
#include "model/terminal/tool_list.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using Words = std::span<const std::string>;

/// What `systemctl VERB docker` and `service docker VERB` do.
Outcome manage(const Project &project, const Netns &netns, std::string_view verb, Words daemonWords)
{
    const bool runs = docker::isRunning(netns);
    if (verb == "is-active")
        return {Reply{runs ? 0 : 3, runs ? "active\n" : "inactive\n", {}}, {}};
    if (verb == "enable" || verb == "disable")
        return {};
    if (verb == "start")
        return runs ? Outcome() : recipeOutcome(project, docker::startDaemon(project, netns.name, daemonWords));
    if (verb == "stop")
        return recipeOutcome(project, docker::stopDaemon(project, netns.name));
    if (verb != "restart")
        return {notSimulated(fmt::format("{} of docker", verb)), {}};
    docker::Answer stopped = docker::stopDaemon(project, netns.name);
    Project between = project;
    if (!apply(between, stopped.edits))
        return {};
    docker::Answer started = docker::startDaemon(between, netns.name, daemonWords);
    stopped.edits.add(std::move(started.edits));
    started.edits = std::move(stopped.edits);
    return recipeOutcome(project, std::move(started));
}

/// `docker run IMAGE COMMAND` of a tool that ends: a container that is there for as long as it runs.
std::optional<Outcome> runInForeground(const Project &project, const Netns &netns, Words words)
{
    const auto wanted = docker::foreground(words);
    if (!wanted || wanted->command.empty() || !toolDescribed(baseName(wanted->command.front())) ||
        command::isDaemon(baseName(wanted->command.front())))
        return std::nullopt;
    docker::Answer started = docker::docker(project, netns.name, wanted->detached, startInContainer);
    const std::string id = started.out.substr(0, started.out.find('\n'));
    if (started.status != 0) {
        started.out.clear();
        return recipeOutcome(project, std::move(started));
    }
    Project during = project;
    if (!apply(during, started.edits))
        return std::nullopt;
    std::vector<std::string> call{id};
    call.insert(call.end(), wanted->command.begin(), wanted->command.end());
    const docker::Execution execution = docker::execution(during, netns.name, call);
    const Netns *inside = during.network.find(std::string_view(execution.netns));
    if (!inside)
        return std::nullopt;
    Outcome ran = run(during, inside->id, wanted->command);
    if (!ran.edits.empty() && ran.edited)
        during = *ran.edited;
    docker::Answer done{ran.reply.status, std::move(ran.reply.out), std::move(ran.reply.err), std::move(started.edits)};
    done.edits.add(std::move(ran.edits));
    const std::vector<std::string> end =
        wanted->removes ? std::vector<std::string>{"rm", "-f", id} : std::vector<std::string>{"stop", id};
    done.edits.add(docker::docker(during, netns.name, end, startInContainer).edits);
    return recipeOutcome(project, std::move(done));
}

} // namespace

Response startInContainer(const Netns &netns, Words words)
{
    static constexpr std::string_view others[] = {"sleep", "sh", "bash", "ash", "zsh", "top", "watch", "date"};
    const std::string_view name = baseName(words.front());
    if (command::isDaemon(name))
        return command::startDaemon(netns, words);
    const bool listens = std::ranges::any_of(words, [](const std::string &word) {
        return word.size() > 1 && word[0] == '-' && word[1] != '-' && word.find('l') != std::string::npos;
    });
    if (name == "nc" && listens)
        return command::netcat(netns, words.subspan(1));
    if (toolDescribed(name) || std::ranges::find(others, name) != std::end(others))
        return {};
    return Reply{docker::noSuchProgram, {}, {}};
}

bool isOfDocker(std::string_view tool)
{
    return tool == "docker" || tool == "dockerd" || tool == "systemctl" || tool == "service";
}

Outcome docker(const Project &project, const Netns &netns, Words words)
{
    static const std::vector<std::string> ofSystemd{"-H", "fd://", "--containerd=/run/containerd/containerd.sock"};
    const std::string_view tool = baseName(words.front());
    const Words rest = words.subspan(1);
    if (tool == "dockerd") {
        if (!rest.empty())
            return {notSimulated("dockerd with options"), {}};
        return recipeOutcome(project, docker::startDaemon(project, netns.name, rest));
    }
    if (tool == "systemctl" || tool == "service") {
        std::vector<std::string> plain;
        std::ranges::copy_if(rest, std::back_inserter(plain), [](const std::string &word) { return word[0] != '-'; });
        if (tool == "service" && plain.size() == 2)
            std::swap(plain[0], plain[1]);
        if (plain.size() == 2 && (plain[1] == "docker" || plain[1] == "docker.service"))
            return manage(project, netns, plain[0], ofSystemd);
        if (auto managed = manageNode(project, netns, words))
            return *std::move(managed);
        return {notSimulated(fmt::format("{} of anything but containerd, docker and kubelet", tool)), {}};
    }
    if (!rest.empty() && rest[0] == "exec") {
        docker::Execution execution = docker::execution(project, netns.name, rest.subspan(1));
        if (execution.netns.empty())
            return recipeOutcome(project, std::move(execution.refusal));
        const std::string &program = execution.words.front();
        if (!toolDescribed(baseName(program)))
            return {Reply{126,
                          {},
                          fmt::format("OCI runtime exec failed: exec failed: unable to start container process: exec: "
                                      "\"{}\": executable file not found in $PATH: unknown\n",
                                      program)},
                    {}};
        return run(project, project.network.find(std::string_view(execution.netns))->id, execution.words);
    }
    if (!rest.empty() && rest[0] == "run")
        if (auto ran = runInForeground(project, netns, rest.subspan(1)))
            return *std::move(ran);
    return recipeOutcome(project, docker::docker(project, netns.name, rest, startInContainer));
}

std::optional<shell::Entered> enteredContainer(const Project &project, const Netns &netns, Words words)
{
    if (words.size() < 2 || baseName(words[0]) != "docker" || words[1] != "exec")
        return std::nullopt;
    const docker::Execution execution = docker::execution(project, netns.name, words.subspan(2));
    if (execution.netns.empty())
        return std::nullopt;
    static constexpr std::string_view shells[] = {"sh", "bash", "ash"};
    const std::string_view program = baseName(execution.words.front());
    if (!toolDescribed(program) && std::ranges::find(shells, program) == std::end(shells))
        return std::nullopt;
    return shell::Entered{words.size() - execution.words.size(), execution.netns};
}

} // namespace netdraft::model::terminal
