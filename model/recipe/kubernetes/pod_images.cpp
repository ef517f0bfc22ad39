#include "model/recipe/kubernetes/pod_images.h"

#include "model/names/kubernetes_names.h"
#include "model/names/server.h"
#include "model/recipe/docker/lifecycle.h"
#include "model/recipe/kubernetes/agent.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

/// What a variable of a container is: its value, or a field of the pod.
std::string valueOf(const NodeWork &work, const Json &pod, const Json &variable)
{
    const std::string field = textAt(variable, "valueFrom.fieldRef.fieldPath");
    if (field.empty())
        return textAt(variable, "value");
    if (field == "status.hostIP" || (field == "status.podIP" && isOfHost(pod)))
        return work.place.address.toString();
    if (field == "status.podIP") {
        const Sandbox *sandbox = work.containerd.ofPod(textAt(pod, "metadata.uid"));
        return sandbox ? sandbox->ip : std::string();
    }
    return textAt(pod, field);
}

/// `$(NAME)` of an argument, where there is such a variable.
std::string expanded(const NodeWork &work, const Json &pod, const Json &container, std::string text)
{
    for (const Json &variable : listAt(container, "env")) {
        const std::string name = fmt::format("$({})", textAt(variable, "name"));
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name)) {
            const std::string value = valueOf(work, pod, variable);
            if (value.find(name) != std::string::npos)
                return text;
            text.replace(at, name.size(), value);
        }
    }
    return text;
}

std::vector<std::string> wordsOf(const NodeWork &work, const Json &pod, const Json &container)
{
    std::vector<std::string> words;
    for (const char *list : {"command", "args"})
        for (const Json &word : listAt(container, list))
            words.push_back(expanded(work, pod, container, word.is_string() ? word.get<std::string>() : word.dump()));
    return words;
}

/// A command line as ps prints it: one line, with single blanks.
std::string commandLine(const std::vector<std::string> &words)
{
    std::string line = fmt::format("{}", fmt::join(words, " "));
    std::ranges::replace_if(line, [](char each) { return each == '\n' || each == '\t' || each == '\r'; }, ' ');
    while (line.ends_with(' '))
        line.pop_back();
    const auto twice = [](char left, char right) { return left == ' ' && right == ' '; };
    line.erase(std::ranges::unique(line, twice).begin(), line.end());
    return line.substr(0, longestCommand);
}

/// What its container says it listens on, of a program that nobody knows.
std::vector<ListeningSocket> declaredSockets(const Json &container)
{
    std::vector<ListeningSocket> sockets;
    for (const Json &port : listAt(container, "ports")) {
        const std::string protocol = textAt(port, "protocol");
        if (protocol == "SCTP")
            continue;
        sockets.push_back({protocol == "UDP" ? Transport::Udp : Transport::Tcp, Ipv6Address(),
                           static_cast<std::uint16_t>(numberAt(port, "containerPort")), false});
    }
    return sockets;
}

bool waitsForever(const std::vector<std::string> &words)
{
    static constexpr std::string_view shells[] = {"sh", "bash", "ash", "/bin/sh", "/bin/bash"};
    const bool isShell = std::ranges::find(shells, words.front()) != std::end(shells);
    if (!isShell || words.size() < 3)
        return true;
    // A line for a shell ends, unless it waits for something.
    static constexpr std::string_view waiting[] = {"sleep", "while", "tail -f", "nc -l",
                                                   "httpd", "exec",  "watch",   "until"};
    return std::ranges::any_of(waiting,
                               [&](std::string_view one) { return words.back().find(one) != std::string::npos; });
}

ContainerStart startCoredns(const NodeWork &work, const Json &pod, const Json &container, const std::string &netns)
{
    // A pod finds out by its environment that it is in a cluster; what is in it, CoreDNS hears of the API server.
    if (!work.bench.readFile(netns, names::clusterObjectsFile))
        work.bench.attempt(WriteFile{netns, std::string(names::clusterObjectsFile), "{}\n"});
    const Netns &inside = *work.bench.find(netns);
    std::vector<std::string> words = wordsOf(work, pod, container);
    names::Start start = names::startCoredns(work.bench.network(), inside, words);
    ContainerStart result;
    result.log = start.out + start.err;
    result.exitCode = start.status;
    if (!start.unknown.empty() && work.cluster)
        work.cluster->note(fmt::format("coredns with {}", start.unknown));
    if (start.status != 0 || !start.stays)
        return result;
    words.insert(words.begin(), "/coredns");
    result.edits.add(StartProcess{inside.name, commandLine(words), std::move(start.sockets), 0});
    return result;
}

} // namespace

std::string plainImage(std::string_view image)
{
    image = image.substr(0, image.find('@'));
    if (const auto colon = image.rfind(':'); colon != std::string_view::npos && image.find('/', colon) == image.npos)
        image = image.substr(0, colon);
    for (const std::string_view registry : {"docker.io/", "registry.k8s.io/", "ghcr.io/", "quay.io/", "library/"})
        if (image.starts_with(registry))
            image.remove_prefix(registry.size());
    return std::string(image);
}

ContainerStart startOf(NodeWork &work, const Json &pod, const Json &container, const std::string &netns)
{
    const std::string image = textAt(container, "image");
    const std::string plain = plainImage(image);
    const Netns &inside = *work.bench.find(netns);
    ContainerStart result;
    if (const Agent *agent = agentOf(plain); agent && work.cluster) {
        const AgentRun run{*work.cluster, work.place, work.all, pod, container};
        if (const auto done = agent->sync(run); !done) {
            result.exitCode = 1;
            result.log = done.error();
            return result;
        }
        const std::string command = agent->command ? agent->command(run) : std::string();
        if (!command.empty())
            result.edits.add(
                StartProcess{netns, command, agent->sockets ? agent->sockets(run) : std::vector<ListeningSocket>(), 0});
        return result;
    }
    if (plain == "coredns/coredns" || plain == "coredns")
        return startCoredns(work, pod, container, netns);
    const std::vector<std::string> words = wordsOf(work, pod, container);
    const docker::Image *known = docker::imageNamed(plain);
    if (words.empty() && known) {
        if (known->process.empty())
            return result; // a shell to which nobody types
        StartProcess start{netns, std::string(known->process), {}, 0};
        for (const int port : known->exposed) {
            start.sockets.push_back({Transport::Tcp, Ipv4Address(), static_cast<std::uint16_t>(port), false});
            start.sockets.push_back({Transport::Tcp, Ipv6Address(), static_cast<std::uint16_t>(port), true});
        }
        result.edits.add(std::move(start));
        return result;
    }
    if (words.empty()) {
        if (work.cluster)
            work.cluster->note(
                fmt::format("what the image {} listens on is taken from the ports of its container", image));
        std::string program = plain.substr(plain.rfind('/') + 1);
        result.edits.add(StartProcess{netns, std::move(program), declaredSockets(container), 0});
        return result;
    }
    const bool isShell =
        words.front() == "sh" || words.front() == "/bin/sh" || words.front() == "bash" || words.front() == "/bin/bash";
    if (isShell && !waitsForever(words))
        return result;
    Response started = work.starter ? work.starter(inside, words) : Response();
    if (started.reply.status == noSuchProgram && known) {
        constexpr int notFound = 128;
        result.exitCode = notFound;
        result.error = fmt::format("failed to create containerd task: failed to create shim task: OCI runtime create "
                                   "failed: runc create failed: unable to start container process: exec: \"{}\": "
                                   "executable file not found in $PATH: unknown",
                                   words.front());
        return result;
    }
    if (started.reply.status == 0 && !started.edits.empty())
        result.edits = std::move(started.edits);
    else
        result.edits.add(StartProcess{netns, commandLine(words),
                                      known ? std::vector<ListeningSocket>() : declaredSockets(container), 0});
    return result;
}

} // namespace netdraft::model::kubernetes
