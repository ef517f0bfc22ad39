#include "model/recipe/docker/docker.h"

#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::docker {

namespace {

Answer noDaemon()
{
    return {1,
            {},
            "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?\n",
            {}};
}

constexpr std::string_view help =
    "\nUsage:  docker [OPTIONS] COMMAND\n\nA self-sufficient runtime for containers\n\nWhat of it is simulated:\n"
    "  network     Manage networks\n  create      Create a new container\n"
    "  exec        Run a command in a running container\n"
    "  inspect     Return low-level information on Docker objects\n"
    "  kill        Kill one or more running containers\n"
    "  port        List port mappings or a specific mapping for the container\n  ps          List containers\n"
    "  rename      Rename a container\n  restart     Restart one or more containers\n"
    "  rm          Remove one or more containers\n  run         Run a command in a new container\n"
    "  start       Start one or more stopped containers\n  stop        Stop one or more running containers\n";

constexpr std::string_view notSimulatedVerbs[] = {
    "attach", "build",  "builder",  "commit",  "compose", "config", "context", "cp",     "diff",
    "events", "export", "history",  "image",   "images",  "import", "info",    "load",   "login",
    "logout", "logs",   "manifest", "node",    "pause",   "plugin", "pull",    "push",   "rmi",
    "save",   "search", "secret",   "service", "stack",   "stats",  "swarm",   "system", "tag",
    "top",    "trust",  "unpause",  "update",  "version", "volume", "wait"};

/// `docker container ls` is `docker ps`.
std::vector<std::string> withoutObject(std::span<const std::string> words)
{
    std::vector<std::string> given(words.begin(), words.end());
    if (given.size() >= 2 && given[0] == "container") {
        given.erase(given.begin());
        if (given[0] == "ls" || given[0] == "list")
            given[0] = "ps";
    }
    return given;
}

/// What `docker VERB --help` prints: how a verb is used, as it says it where its words are too few.
std::string helpOf(Machine &machine, std::span<const std::string> words)
{
    const auto verbs = words.first(words.size() - 1);
    const auto none = verbs.subspan(verbs.size());
    Said said;
    if (verbs[0] == "network")
        said = networkVerb(machine, verbs.subspan(1));
    else if (verbs[0] == "run" || verbs[0] == "create")
        said = runVerb(machine, none, verbs[0] == "run", nullptr);
    else if (verbs[0] == "stop" || verbs[0] == "kill" || verbs[0] == "restart")
        said = stopVerb(machine, none, verbs[0], nullptr);
    else if (verbs[0] == "start")
        said = startVerb(machine, none, nullptr);
    else if (verbs[0] == "rm")
        said = removeVerb(machine, none);
    const auto from = said.err.find("\nUsage:");
    return from == std::string::npos ? std::string(help) : said.err.substr(from);
}

} // namespace

Answer docker(const Project &project, const std::string &netns, std::span<const std::string> words, Starter starter)
{
    const std::vector<std::string> given = withoutObject(words);
    if (given.empty() || given[0] == "--help" || given[0] == "help")
        return {0, std::string(help), {}, {}};
    const std::string &verb = given[0];
    const auto rest = std::span(given).subspan(1);
    Machine machine(project, netns);
    if (!rest.empty() && rest.back() == "--help" && rest.size() <= 2)
        return {0, helpOf(machine, given), {}, {}};
    if (!isRunning(machine.own()) && verb != "--version" && verb != "-v")
        return noDaemon();
    Said said;
    if (verb == "--version" || verb == "-v")
        said.out = "Docker version 20.10.24+dfsg1, build 297e128\n";
    else if (verb == "network")
        said = networkVerb(machine, rest);
    else if (verb == "run" || verb == "create")
        said = runVerb(machine, rest, verb == "run", starter);
    else if (verb == "start")
        said = startVerb(machine, rest, starter);
    else if (verb == "stop" || verb == "kill" || verb == "restart")
        said = stopVerb(machine, rest, verb, starter);
    else if (verb == "rm")
        said = removeVerb(machine, rest);
    else if (verb == "rename")
        said = renameVerb(machine, rest);
    else if (verb == "ps")
        said = listContainers(machine, rest);
    else if (verb == "port")
        said = portVerb(machine, rest);
    else if (verb == "inspect")
        said = inspectVerb(machine, rest);
    else if (std::ranges::find(notSimulatedVerbs, std::string_view(verb)) != std::end(notSimulatedVerbs))
        said = {127, {}, fmt::format("netdraft: docker {} is not simulated\n", verb)};
    else
        said = {1, {}, fmt::format("docker: '{}' is not a docker command.\nSee 'docker --help'\n", verb)};
    return {said.status, std::move(said.out), std::move(said.err), machine.finished()};
}

Execution execution(const Project &project, const std::string &netns, std::span<const std::string> words)
{
    const Machine machine(project, netns);
    if (!isRunning(machine.own()))
        return {noDaemon(), {}, {}};
    const Flags flags = readFlags(words,
                                  "-i,--interactive -t,--tty -d,--detach --privileged -e,--env= --env-file= "
                                  "-u,--user= -w,--workdir= --detach-keys=",
                                  Until::Command);
    if (!flags.error.empty())
        return {{125, {}, fmt::format("{}\nSee 'docker exec --help'.\n", flags.error), {}}, {}, {}};
    if (flags.rest.size() < 2) {
        Said said = usage("exec", "requires at least 2 arguments", "[OPTIONS] CONTAINER COMMAND [ARG...]",
                          "Run a command in a running container");
        return {{said.status, {}, std::move(said.err), {}}, {}, {}};
    }
    const Container *container = machine.state().container(flags.rest[0]);
    if (!container)
        return {{1, {}, fmt::format("Error: No such container: {}\n", flags.rest[0]), {}}, {}, {}};
    if (!container->runs())
        return {{1, {}, fmt::format("Error response from daemon: Container {} is not running\n", container->id), {}},
                {},
                {}};
    return {{}, container->netns, {flags.rest.begin() + 1, flags.rest.end()}};
}

} // namespace netdraft::model::docker
