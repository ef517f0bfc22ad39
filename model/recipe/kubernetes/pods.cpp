#include "model/recipe/kubernetes/pods.h"

#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/pod_files.h"
#include "model/recipe/kubernetes/pod_images.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

std::string uidOf(const Json &pod)
{
    return textAt(pod, "metadata.uid");
}

/// A name for the namespace of a pod that nobody has.
std::string freeNetnsName(const Workbench &bench, const Json &pod)
{
    const std::string name = nameOf(pod);
    std::string free = name;
    for (int number = 2; bench.find(free); ++number)
        free = fmt::format("{}-{}", name, number);
    return free;
}

/// Makes the sandbox: its namespace, its network and its pause container. Says why not.
std::expected<Sandbox, std::string> makeSandbox(NodeWork &work, const Json &pod, bool isStatic)
{
    Sandbox sandbox;
    sandbox.pod = nameOf(pod);
    sandbox.podNetns = namespaceOf(pod);
    sandbox.uid = uidOf(pod);
    sandbox.createdAt = work.now;
    sandbox.isStatic = isStatic;
    sandbox.id = drawnHex(fmt::format("{}/{}", sandbox.uid, work.now), 64);
    if (isOfHost(pod)) {
        sandbox.netns = work.netns;
        sandbox.ip = work.place.address.toString();
        return sandbox;
    }
    sandbox.netns = freeNetnsName(work.bench, pod);
    if (auto made = work.bench.perform(AddNetns{sandbox.netns}); !made)
        return std::unexpected(made.error());
    work.bench.draw(sandbox.netns, work.netns);
    work.bench.attempt(SetLinkUp{{sandbox.netns, "lo"}, true});
    auto address = connectSandbox(work.bench, work.netns, sandbox, pod);
    if (!address) {
        disconnectSandbox(work.bench, work.netns, sandbox, pod);
        work.bench.attempt(RemoveNetns{sandbox.netns});
        return std::unexpected(fmt::format("rpc error: code = Unknown desc = failed to setup network for sandbox "
                                           "\"{}\": {}",
                                           sandbox.id, address.error()));
    }
    sandbox.ip = *std::move(address);
    writePodFiles(work, pod, sandbox);
    work.bench.attempt(StartProcess{sandbox.netns, "/pause", {}, 0});
    return sandbox;
}

/// Whether that was told before, with another identifier in it.
bool wasTold(const NodeWork &work, const Json &pod, std::string_view reason)
{
    if (!work.cluster)
        return false;
    return std::ranges::any_of(work.cluster->all("events", namespaceOf(pod)), [&](const Json *event) {
        return textAt(*event, "involvedObject.name") == nameOf(pod) && textAt(*event, "reason") == reason;
    });
}

Sandbox *ensureSandbox(NodeWork &work, const Json &pod, bool isStatic)
{
    if (Sandbox *sandbox = work.containerd.ofPod(uidOf(pod)))
        return sandbox;
    if (wasTold(work, pod, "FailedCreatePodSandBox"))
        work.tell(pod, "Normal", "SandboxChanged", "Pod sandbox changed, it will be killed and re-created.");
    const std::string problem = isOfHost(pod) ? std::string() : networkProblem(work.bench, work.netns);
    if (!problem.empty() && !work.place.ready) {
        work.tell(pod, "Warning", "NetworkNotReady",
                  fmt::format("network is not ready: container runtime network not ready: NetworkReady=false "
                              "reason:NetworkPluginNotReady message:Network plugin returns error: {}",
                              problem));
        return nullptr;
    }
    auto made = makeSandbox(work, pod, isStatic);
    if (!made) {
        if (!wasTold(work, pod, "FailedCreatePodSandBox"))
            work.tell(pod, "Warning", "FailedCreatePodSandBox", "Failed to create pod sandbox: " + made.error());
        return nullptr;
    }
    return &work.containerd.sandboxes.emplace_back(*std::move(made));
}

/// Starts a container of a sandbox, or starts it anew; whether it runs, or has done its work.
bool startContainer(NodeWork &work, const Json &pod, const Json &container, const std::string &uid, bool isInit)
{
    Sandbox &sandbox = *work.containerd.ofPod(uid);
    const std::string name = textAt(container, "name");
    const std::string image = textAt(container, "image");
    auto state = std::ranges::find(sandbox.containers, name, &ContainerState::name);
    const bool isNew = state == sandbox.containers.end();
    if (!isNew && isInit && state->exited && state->exitCode == 0)
        return true;
    if (!isNew && state->exited && state->startedAt == work.now)
        return state->exitCode == 0; // it waits before it is tried anew
    if (isNew) {
        ContainerState made;
        made.name = name;
        made.image = image;
        made.init = isInit;
        sandbox.containers.push_back(std::move(made));
        state = std::prev(sandbox.containers.end());
        work.tell(pod, "Normal", "Pulling", fmt::format("Pulling image \"{}\"", image));
        work.tell(pod, "Normal", "Pulled",
                  fmt::format("Successfully pulled image \"{}\" in 334ms (334ms including waiting). Image size: "
                              "{} bytes.",
                              image, 2000000 + std::stoull(drawnHex(plainImage(image), 7), nullptr, 16)));
    } else {
        if (textAt(pod, "spec.restartPolicy") == "Never")
            return state->exitCode == 0;
        ++state->restarts;
    }
    state->id = drawnHex(fmt::format("{}/{}/{}", uid, name, state->restarts), 64);
    state->pids.clear();
    ContainerStart start = startOf(work, pod, container, sandbox.netns);
    state->log = start.log;
    state->exitCode = start.exitCode;
    state->startedAt = work.now;
    work.tell(pod, "Normal", "Created", "Created container: " + name);
    if (!start.error.empty()) {
        state->exited = true;
        work.tell(pod, "Warning", "Failed", "Error: " + start.error);
        return false;
    }
    work.tell(pod, "Normal", "Started", "Started container " + name);
    std::vector<int> before;
    for (const Process &process : work.bench.find(sandbox.netns)->processes)
        before.push_back(process.pid);
    for (Edit &edit : start.edits.edits)
        if (const auto done = work.bench.perform(std::move(edit)); !done) {
            state->log += done.error() + '\n'; // a port that another program has, above all
            state->exitCode = 1;
        }
    for (const Process &process : work.bench.find(sandbox.netns)->processes)
        if (std::ranges::find(before, process.pid) == before.end())
            state->pids.push_back(process.pid);
    state->exited = state->pids.empty();
    if (!state->exited)
        return true;
    const bool done = isInit || textAt(pod, "spec.restartPolicy") != "Always";
    if (state->exitCode == 0 && done)
        return true;
    work.tell(pod, "Warning", "BackOff",
              fmt::format("Back-off restarting failed container {} in pod {}_{}({})", name, nameOf(pod),
                          namespaceOf(pod), uid));
    return false;
}

} // namespace

bool isOfHost(const Json &pod)
{
    const Json *host = member(pod, "spec.hostNetwork");
    return host && host->is_boolean() && host->get<bool>();
}

void NodeWork::tell(const Json &pod, std::string_view type, std::string_view reason, const std::string &message) const
{
    if (cluster)
        cluster->tell(pod, type, reason, message, "kubelet");
}

void runPod(NodeWork &work, const Json &pod, bool isStatic)
{
    const std::string uid = uidOf(pod);
    if (!ensureSandbox(work, pod, isStatic))
        return;
    for (const char *list : {"initContainers", "containers"}) {
        const bool isInit = std::string_view(list) == "initContainers";
        for (const Json &container : listAt(pod, std::string("spec.") + list)) {
            const Sandbox &sandbox = *work.containerd.ofPod(uid);
            const auto state = std::ranges::find(sandbox.containers, textAt(container, "name"), &ContainerState::name);
            if (state != sandbox.containers.end() && isAlive(work.bench, sandbox.netns, *state)) {
                keepUp(work, pod, container);
                continue;
            }
            if (!startContainer(work, pod, container, uid, isInit) && isInit)
                return;
        }
    }
}

void endPod(NodeWork &work, const std::string &uid)
{
    const Sandbox *found = work.containerd.ofPod(uid);
    if (!found)
        return;
    const Sandbox sandbox = *found;
    for (const ContainerState &container : sandbox.containers)
        for (const int pid : container.pids)
            if (const Netns *inside = work.bench.find(sandbox.netns); inside && inside->process(pid))
                work.bench.attempt(EndProcess{sandbox.netns, pid});
    if (sandbox.netns != work.netns) {
        const Json pod{{"metadata", {{"name", sandbox.pod}, {"namespace", sandbox.podNetns}, {"uid", sandbox.uid}}}};
        disconnectSandbox(work.bench, work.netns, sandbox, pod);
        work.bench.attempt(RemoveNetns{sandbox.netns});
    }
    std::erase_if(work.containerd.sandboxes, [&](const Sandbox &one) { return one.uid == uid; });
}

} // namespace netdraft::model::kubernetes
