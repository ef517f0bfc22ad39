#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::size_t shownDigits = 13;
constexpr std::size_t narrowestOfCrictl = 20;

std::string stateOf(const Workbench &bench, const Sandbox &sandbox, const ContainerState &container)
{
    const Netns *netns = bench.find(sandbox.netns);
    const bool runs =
        netns && std::ranges::any_of(container.pids, [&](int pid) { return netns->process(pid) != nullptr; });
    return runs ? "Running" : "Exited";
}

} // namespace

Answer crictl(const Call &call)
{
    const Workbench bench(call.project);
    const Netns &own = *bench.find(call.netns);
    if (!processNamed(own, "containerd"))
        return {1,
                {},
                "FATA[0000] validate service connection: validate CRI v1 runtime API for endpoint "
                "\"unix:///run/containerd/containerd.sock\": rpc error: code = Unavailable desc = connection error: "
                "desc = \"transport: Error while dialing: dial unix /run/containerd/containerd.sock: connect: no such "
                "file or directory\"\n",
                {}};
    std::vector<std::string> plain;
    std::ranges::copy_if(call.words, std::back_inserter(plain),
                         [](const std::string &word) { return !word.starts_with('-'); });
    const std::string verb = plain.empty() ? std::string() : plain.front();
    const bool all = std::ranges::find(call.words, "-a") != call.words.end() ||
                     std::ranges::find(call.words, "--all") != call.words.end();
    const Containerd containerd = readContainerd(bench, call.netns);
    if (verb == "pods") {
        std::vector<std::vector<std::string>> rows{
            {"POD ID", "CREATED", "STATE", "NAME", "NAMESPACE", "ATTEMPT", "RUNTIME"}};
        for (const Sandbox &sandbox : containerd.sandboxes)
            rows.push_back({sandbox.id.substr(0, shownDigits), "10 seconds ago", "Ready", sandbox.pod, sandbox.podNetns,
                            "0", "(default)"});
        return {0, tableOf(rows, narrowestOfCrictl), {}, {}};
    }
    if (verb == "ps") {
        std::vector<std::vector<std::string>> rows{
            {"CONTAINER", "IMAGE", "CREATED", "STATE", "NAME", "ATTEMPT", "POD ID", "POD", "NAMESPACE"}};
        for (const Sandbox &sandbox : containerd.sandboxes)
            for (const ContainerState &container : sandbox.containers) {
                const std::string state = stateOf(bench, sandbox, container);
                if (all || state == "Running")
                    rows.push_back({container.id.substr(0, shownDigits), container.image, "10 seconds ago", state,
                                    container.name, fmt::format("{}", container.restarts),
                                    sandbox.id.substr(0, shownDigits), sandbox.pod, sandbox.podNetns});
            }
        return {0, tableOf(rows, narrowestOfCrictl), {}, {}};
    }
    if (verb == "logs" && plain.size() > 1) {
        for (const Sandbox &sandbox : containerd.sandboxes)
            for (const ContainerState &container : sandbox.containers)
                if (container.id.starts_with(plain[1]))
                    return {0, container.log, {}, {}};
        return {1,
                {},
                fmt::format("FATA[0000] rpc error: code = NotFound desc = an error occurred when try to find container "
                            "\"{}\": not found\n",
                            plain[1]),
                {}};
    }
    if (verb == "version")
        return {
            0, "Version:  0.1.0\nRuntimeName:  containerd\nRuntimeVersion:  1.7.24\nRuntimeApiVersion:  v1\n", {}, {}};
    return {
        127, {}, fmt::format("netdraft: crictl {} is not simulated; expected pods, ps, logs or version\n", verb), {}};
}

} // namespace netdraft::model::kubernetes
