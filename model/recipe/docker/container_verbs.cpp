#include "model/recipe/docker/bridge.h"
#include "model/recipe/docker/lifecycle.h"
#include "model/recipe/docker/verbs.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::docker {

namespace {

constexpr std::string_view runFlags =
    "-d,--detach -i,--interactive -t,--tty --rm --privileged --init --read-only -P,--publish-all --name= -p,--publish= "
    "--network= --net= --ip= -h,--hostname= --network-alias= -e,--env= -v,--volume= --expose= --restart= --cap-add= "
    "--cap-drop= --dns= --dns-search= --dns-option= --add-host= --link= --entrypoint= -w,--workdir= -u,--user= "
    "-l,--label= -m,--memory= --cpus= --mount= --stop-timeout= --ulimit= --sysctl= --pid= --mac-address= --log-driver= "
    "--security-opt= --tmpfs= --pull= --platform= --env-file= --stop-signal=";

/// A name as Docker draws one.
std::string drawName(State &state)
{
    static constexpr std::string_view left[] = {"admiring", "bold",    "clever", "dreamy", "eager", "focused",
                                                "gallant",  "hopeful", "jolly",  "keen",   "lucid", "modest",
                                                "nifty",    "quirky",  "serene", "zen"};
    static constexpr std::string_view right[] = {"babbage", "curie",   "darwin",   "einstein", "euler",   "gagarin",
                                                 "hopper",  "kepler",  "lovelace", "meitner",  "noether", "pascal",
                                                 "ride",    "shannon", "turing",   "wozniak"};
    for (;;) {
        const std::string id = drawId(state, "name");
        const auto digit = [&](std::size_t at) {
            return static_cast<std::size_t>(id[at] <= '9' ? id[at] - '0' : id[at] - 'a' + 10);
        };
        std::string name = fmt::format("{}_{}", left[digit(0)], right[digit(1)]);
        if (!state.container(name))
            return name;
    }
}

Said refusedRun(std::string_view verb, const std::string &why, int status = 125)
{
    return {status, {}, fmt::format("docker: {}.\nSee 'docker {} --help'.\n", why, verb)};
}

Said refusedByDaemon(const std::string &why)
{
    return {125, {}, fmt::format("docker: Error response from daemon: {}.\n", why)};
}

Said noContainer(std::string_view name)
{
    return {1, {}, fmt::format("Error response from daemon: No such container: {}\n", name)};
}

} // namespace

std::optional<Foreground> foreground(Words words)
{
    const Flags flags = readFlags(words, runFlags, Until::Command);
    if (!flags.error.empty() || flags.help || flags.rest.empty() || flags.has("detach"))
        return std::nullopt;
    Foreground run{{"run", "-d"}, {flags.rest.begin() + 1, flags.rest.end()}, flags.has("rm")};
    run.detached.insert(run.detached.end(), words.begin(), words.end());
    return run;
}

Said runVerb(Machine &machine, Words words, bool starts, Starter starter)
{
    const std::string_view verb = starts ? "run" : "create";
    const Flags flags = readFlags(words, runFlags, Until::Command);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker {} --help'.\n", flags.error, verb)};
    if (flags.rest.empty())
        return usage(verb, "requires at least 1 argument", "[OPTIONS] IMAGE [COMMAND] [ARG...]",
                     starts ? "Run a command in a new container" : "Create a new container");
    State &state = machine.state();
    Container container;
    for (const std::string &text : flags.values("publish")) {
        const auto ports = readPorts(text);
        if (!ports)
            return refusedRun(verb, ports.error());
        container.ports.insert(container.ports.end(), ports->begin(), ports->end());
    }
    if (const auto names = readNames(machine, container, flags); !names)
        return {125, {}, fmt::format("{}\nSee 'docker {} --help'.\n", names.error(), verb)};
    container.image = flags.rest.front();
    const Image *image = imageNamed(container.image);
    if (!image)
        return {
            125,
            {},
            fmt::format("Unable to find image '{0}{1}' locally\ndocker: Error response from daemon: pull access denied "
                        "for {0}, repository does not exist or may require 'docker login': denied: requested "
                        "access to the resource is denied.\nSee 'docker run --help'.\n",
                        container.image, container.image.find(':') == std::string::npos ? ":latest" : "")};
    container.command.assign(flags.rest.begin() + 1, flags.rest.end());
    if (const std::string entry = flags.value("entrypoint"); !entry.empty())
        container.command.insert(container.command.begin(), entry);
    const bool isForeground = starts && !flags.has("detach");
    if (isForeground)
        return {127,
                {},
                "netdraft: docker run of what does not end is not simulated without -d; expected \"docker run -d …\" "
                "and \"docker exec NAME COMMAND\"\n"};
    container.mode = flags.value("network").empty() ? flags.value("net") : flags.value("network");
    if (container.mode.empty() || container.mode == "default")
        container.mode = "bridge";
    const bool joins = container.mode.starts_with("container:");
    if (!flags.values("network-alias").empty() && (container.mode == "none" || container.mode == "host" || joins))
        return refusedRun(verb, "network-scoped aliases are only supported for user-defined networks");
    if (joins && !container.ports.empty())
        return refusedRun(verb,
                          "Error response from daemon: conflicting options: port publishing and the container type "
                          "network mode");
    Said said;
    if (container.mode == "host" && !container.ports.empty())
        said.err = "WARNING: Published ports are discarded when using host network mode\n";
    container.name = flags.value("name");
    if (container.name.starts_with('/'))
        container.name.erase(0, 1);
    if (!container.name.empty()) {
        if (const std::string why = invalidName(container.name); !why.empty())
            return refusedRun(verb, "Error response from daemon: " + why);
        const auto other = std::ranges::find(state.containers, container.name, &Container::name);
        if (other != state.containers.end())
            return refusedRun(verb,
                              fmt::format("Error response from daemon: Conflict. The container name \"/{}\" is already "
                                          "in use by container \"{}\". You have to remove (or rename) that container "
                                          "to be able to reuse that name",
                                          container.name, other->id));
    } else {
        container.name = drawName(state);
        container.isAnonymous = true;
    }
    container.id = drawId(state, container.name);
    container.hostname = flags.value("hostname").empty() ? container.id.substr(0, 12) : flags.value("hostname");
    for (const int port : image->exposed)
        container.exposed.push_back({{}, 0, port, "tcp"});
    if (flags.has("publish-all"))
        for (const int port : image->exposed)
            container.ports.push_back({{}, 0, port, "tcp"});
    if (!joins && container.mode != "host") {
        Endpoint endpoint;
        const DockerNetwork *network = state.network(container.mode);
        endpoint.network = network ? network->name : container.mode;
        endpoint.wanted = flags.value("ip");
        endpoint.aliases = flags.values("network-alias");
        container.endpoints.push_back(std::move(endpoint));
    }
    state.containers.push_back(container);
    said.out = container.id + '\n';
    if (!starts)
        return said;
    auto mark = machine.mark();
    if (const auto started = startContainer(machine, container.id, starter); !started) {
        machine.goBack(std::move(mark));
        Said refused = refusedByDaemon(started.error());
        if (started.error().find("executable file not found") != std::string::npos)
            refused.status = 127;
        refused.out = said.out;
        refused.err.insert(0, said.err);
        return refused;
    }
    return said;
}

Said startVerb(Machine &machine, Words words, Starter starter)
{
    const Flags flags = readFlags(words, "-a,--attach -i,--interactive", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker start --help'.\n", flags.error)};
    if (flags.rest.empty())
        return usage("start", "requires at least 1 argument", "[OPTIONS] CONTAINER [CONTAINER...]",
                     "Start one or more stopped containers");
    Said said;
    std::string failed;
    for (const std::string &name : flags.rest) {
        const Container *container = machine.state().container(name);
        if (!container) {
            said.err += noContainer(name).err;
            failed += (failed.empty() ? "" : ", ") + name;
            continue;
        }
        if (!container->runs()) {
            auto mark = machine.mark();
            if (const auto started = startContainer(machine, container->id, starter); !started) {
                said.err += fmt::format("Error response from daemon: {}\n", started.error());
                failed += (failed.empty() ? "" : ", ") + name;
                machine.goBack(std::move(mark));
                continue;
            }
        }
        said.out += name + '\n';
    }
    if (!failed.empty()) {
        said.err += fmt::format("Error: failed to start containers: {}\n", failed);
        said.status = 1;
    }
    return said;
}

Said stopVerb(Machine &machine, Words words, std::string_view verb, Starter starter)
{
    const Flags flags = readFlags(words, "-t,--time= -s,--signal=", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker {} --help'.\n", flags.error, verb)};
    if (flags.rest.empty())
        return usage(verb, "requires at least 1 argument", "[OPTIONS] CONTAINER [CONTAINER...]",
                     verb == "stop"   ? "Stop one or more running containers"
                     : verb == "kill" ? "Kill one or more running containers"
                                      : "Restart one or more containers");
    Said said;
    for (const std::string &name : flags.rest) {
        const Container *container = machine.state().container(name);
        if (!container) {
            said.err += verb == "kill" ? fmt::format("Error response from daemon: Cannot kill container: {0}: No such "
                                                     "container: {0}\n",
                                                     name)
                                       : noContainer(name).err;
            said.status = 1;
            continue;
        }
        const std::string id = container->id;
        if (verb == "kill" && !container->runs()) {
            said.err += fmt::format("Error response from daemon: Cannot kill container: {}: Container {} is not "
                                    "running\n",
                                    name, id);
            said.status = 1;
            continue;
        }
        stopContainer(machine, id);
        if (verb == "restart") {
            auto mark = machine.mark();
            if (const auto started = startContainer(machine, id, starter); !started) {
                machine.goBack(std::move(mark));
                said.err +=
                    fmt::format("Error response from daemon: Cannot restart container {}: {}\n", name, started.error());
                said.status = 1;
                continue;
            }
        }
        said.out += name + '\n';
    }
    return said;
}

Said removeVerb(Machine &machine, Words words)
{
    const Flags flags = readFlags(words, "-f,--force -v,--volumes -l,--link", Until::End);
    if (!flags.error.empty())
        return {125, {}, fmt::format("{}\nSee 'docker rm --help'.\n", flags.error)};
    if (flags.rest.empty())
        return usage("rm", "requires at least 1 argument", "[OPTIONS] CONTAINER [CONTAINER...]",
                     "Remove one or more containers");
    Said said;
    for (const std::string &name : flags.rest) {
        const Container *container = machine.state().container(name);
        if (!container) {
            said.err += fmt::format("Error: No such container: {}\n", name);
            said.status = 1;
            continue;
        }
        const std::string id = container->id;
        if (container->runs() && !flags.has("force")) {
            said.err += fmt::format("Error response from daemon: You cannot remove a running container {}. Stop the "
                                    "container before attempting removal or force remove\n",
                                    id);
            said.status = 1;
            continue;
        }
        stopContainer(machine, id);
        std::erase_if(machine.state().containers, [&](const Container &one) { return one.id == id; });
        said.out += name + '\n';
    }
    return said;
}

Said renameVerb(Machine &machine, Words words)
{
    if (words.size() != 2)
        return usage("rename", "requires exactly 2 arguments", "CONTAINER NEW_NAME", "Rename a container");
    Container *container = machine.state().container(words[0]);
    if (!container)
        return noContainer(words[0]);
    const Container *other = machine.state().container(words[1]);
    if (other)
        return {1,
                {},
                fmt::format("Error response from daemon: Error when allocating new name: Conflict. The container name "
                            "\"/{}\" is already in use by container \"{}\". You have to remove (or rename) that "
                            "container to be able to reuse that name.\n",
                            words[1], other->id)};
    if (const std::string why = invalidName(words[1]); !why.empty())
        return {1, {}, fmt::format("Error response from daemon: Error when allocating new name: {}\n", why)};
    container->name = words[1];
    container->isAnonymous = false;
    return {};
}

} // namespace netdraft::model::docker
