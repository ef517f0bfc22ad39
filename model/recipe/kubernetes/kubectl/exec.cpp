#include "model/recipe/kubernetes/containerd.h"
#include "model/recipe/kubernetes/kubectl/pod_of.h"
#include "model/recipe/kubernetes/kubectl/subcommands.h"
#include "model/recipe/kubernetes/kubelet.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

/// What stands in the way of a command in a container of a pod; empty: nothing.
std::string refusalIn(const Json &pod, const std::string &container)
{
    const std::string phase = textAt(pod, "status.phase");
    if (phase == "Succeeded" || phase == "Failed")
        return fmt::format("error: cannot exec into a container in a completed pod; current phase is {}\n", phase);
    if (container.empty() || hasContainer(pod, container))
        return {};
    return fmt::format("Error from server (BadRequest): container {} is not valid for pod {}\n", container,
                       nameOf(pod));
}

} // namespace

bool isExec(std::span<const std::string> words)
{
    return subcommandOf(words).path == "exec";
}

Execution execution(const Call &call)
{
    Execution result;
    const Flags flags = readFlags(call.words, "exec");
    const auto refuse = [&](std::string text, int status = 1) {
        result.refusal = {status, {}, std::move(text), {}};
        return result;
    };
    if (!flags.unknown.empty())
        return refuse(flags.unknown);
    if (flags.asksForHelp || !flags.unsimulated.empty())
        return refuse(flags.asksForHelp
                          ? "netdraft: the help of kubectl exec is not simulated\n"
                          : fmt::format("netdraft: kubectl exec {} is not simulated\n", flags.unsimulated),
                      127);
    if (!flags.hasCommand && flags.words.size() > 2)
        return refuse("error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead\nSee "
                      "'kubectl exec -h' for help and examples\n");
    if (flags.words.size() < 2)
        return refuse("error: pod, type/name or --filename must be specified\n");
    if (flags.command.empty())
        return refuse("error: you must specify at least one command for the container\n");
    const auto config = kubeconfigOf(call, flags);
    if (!config)
        return refuse(config.error());
    const auto server = serverAsked(*config, flags);
    if (!server)
        return refuse(server.error());
    Connection connection = connect(call.project, call.netns, *server, call.starter);
    if (!connection.cluster)
        return refuse(connection.error);
    const Cluster &cluster = *connection.cluster;
    const PodOf found = podOf(cluster, flags.value("namespace", defaultNamespace(*config)), flags.words[1]);
    if (!found.unknown.empty())
        return refuse(found.unknown);
    if (!found.missing.empty())
        return refuse(fmt::format("Error from server (NotFound): {}\n", found.missing));
    if (!found.without.empty())
        return refuse(fmt::format("error: cannot attach to {}\n", found.without));
    if (!found.pod)
        return refuse("error: timed out waiting for the condition\n");
    if (const std::string why = refusalIn(*found.pod, flags.value("container")); !why.empty())
        return refuse(why);
    const auto sandbox = sandboxOf(cluster, *found.pod);
    if (!sandbox || textAt(*found.pod, "status.phase") != "Running")
        return refuse(fmt::format(
            "error: Internal error occurred: error executing command in container: container not found (\"{}\")\n",
            textAt(*found.pod, "spec.containers.0.name")));
    result.netns = sandbox->netns;
    result.words = flags.command;
    return result;
}

} // namespace netdraft::model::kubernetes
