#include "model/terminal/kubernetes_tool.h"

#include "model/command/daemons.h"
#include "model/names/node_files.h"
#include "model/recipe/kubernetes/kubernetes.h"
#include "model/terminal/docker_tool.h"
#include "model/terminal/recipe_outcome.h"
#include "model/terminal/tool_list.h"
#include "model/terminal/tools.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

using Words = std::span<const std::string>;

/// What a call of the recipe reads files by.
struct Files {
    const FileReader &read;
    mutable std::string text = {};
};

const std::string *readNamed(const void *context, const std::string &path)
{
    const auto &files = *static_cast<const Files *>(context);
    auto text = files.read(path);
    if (!text)
        return nullptr;
    files.text = *std::move(text);
    return &files.text;
}

} // namespace

bool isOfKubernetes(std::string_view tool)
{
    return tool == "kubectl" || tool == "kubeadm" || tool == "crictl";
}

Outcome kubernetes(const Project &project, const Netns &netns, Words words, std::string_view input,
                   const shell::Environment &environment, const FileReader &readFile)
{
    const std::string_view tool = baseName(words.front());
    const Files files{readFile};
    const kubernetes::Call call{project,     netns.name,       words.subspan(1), input,
                                environment, startInContainer, readNamed,        &files};
    if (tool == "kubeadm")
        return recipeOutcome(project, kubernetes::kubeadm(call));
    if (tool == "crictl")
        return recipeOutcome(project, kubernetes::crictl(call));
    if (!kubernetes::isExec(call.words))
        return recipeOutcome(project, kubernetes::kubectl(call));
    kubernetes::Execution execution = kubernetes::execution(call);
    if (execution.netns.empty())
        return recipeOutcome(project, std::move(execution.refusal));
    const std::string &program = execution.words.front();
    if (!toolDescribed(baseName(program)))
        return {Reply{126,
                      {},
                      fmt::format("error: Internal error occurred: Internal error occurred: error executing command in "
                                  "container: failed to exec in container: failed to start exec: OCI runtime exec "
                                  "failed: exec failed: unable to start container process: exec: \"{}\": executable "
                                  "file not found in $PATH: unknown\n",
                                  program)},
                {}};
    return run(project, project.network.find(std::string_view(execution.netns))->id, execution.words);
}

std::optional<shell::Entered> enteredPod(const Project &project, const Netns &netns, Words words,
                                         const shell::Environment &environment)
{
    if (baseName(words[0]) != "kubectl" || !kubernetes::isExec(words.subspan(1)))
        return std::nullopt;
    const FileReader none = [](const std::string &) { return std::nullopt; };
    const Files files{none};
    const kubernetes::Execution execution = kubernetes::execution(
        {project, netns.name, words.subspan(1), {}, environment, startInContainer, readNamed, &files});
    if (execution.netns.empty())
        return std::nullopt;
    static constexpr std::string_view shells[] = {"sh", "bash", "ash"};
    const std::string_view program = baseName(execution.words.front());
    if (!toolDescribed(program) && std::ranges::find(shells, program) == std::end(shells))
        return std::nullopt;
    return shell::Entered{words.size() - execution.words.size(), execution.netns};
}

std::optional<Outcome> manageNode(const Project &project, const Netns &netns, Words words)
{
    if (words.size() < 3)
        return std::nullopt;
    std::string unit = words[2];
    std::string verb = words[1];
    if (baseName(words[0]) == "service")
        std::swap(unit, verb);
    if (unit.ends_with(".service"))
        unit.resize(unit.size() - 8);
    if (unit != "kubelet" && unit != "containerd")
        return std::nullopt;
    const auto process = std::ranges::find_if(netns.processes, [&](const Process &one) { return one.name() == unit; });
    const bool runs = process != netns.processes.end();
    kubernetes::Answer answer;
    if (verb == "is-active") {
        answer.status = runs ? 0 : 3;
        answer.out = runs ? "active\n" : "inactive\n";
    } else if (verb == "status") {
        answer.status = runs ? 0 : 3;
        answer.out = fmt::format("● {}.service\n     Loaded: loaded\n     Active: {}\n", unit,
                                 runs ? "active (running)" : "inactive (dead)");
        if (runs)
            answer.out += fmt::format("   Main PID: {} ({})\n", process->pid, unit);
    } else if (verb == "stop" || verb == "start" || verb == "restart") {
        if (runs && verb != "start")
            answer.edits.add(EndProcess{netns.name, process->pid});
        if (verb == "restart" || (verb == "start" && !runs)) {
            std::vector<std::string> command{"/usr/bin/" + unit};
            if (unit == "kubelet")
                command.insert(command.end(),
                               {"--bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf",
                                "--kubeconfig=/etc/kubernetes/kubelet.conf", "--config=/var/lib/kubelet/config.yaml",
                                "--container-runtime-endpoint=unix:///var/run/containerd/containerd.sock",
                                "--pod-infra-container-image=registry.k8s.io/pause:3.10"});
            answer.edits.add(command::startDaemon(netns, command).edits);
        }
    } else if (verb != "enable" && verb != "disable") {
        return std::nullopt;
    }
    return recipeOutcome(project, std::move(answer));
}

} // namespace netdraft::model::terminal
