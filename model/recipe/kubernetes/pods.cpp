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

/// Puts it on the canvas, inside of its node where that is drawn.
void draw(Workbench &bench, const std::string &node, const std::string &netns, std::size_t count)
{
    const Netns *machine = bench.find(node);
    const Drawing &drawing = *bench.project().drawing;
    const auto around = drawing.nodes.find(machine->id);
    if (around == drawing.nodes.end())
        return;
    constexpr std::size_t columns = 3; // names of pods are long
    constexpr double apart = 208;
    constexpr double below = 144;
    constexpr double rowHeight = 120;
    const Point at{around->second.position.x + apart * static_cast<double>(count % columns),
                   around->second.position.y + below + rowHeight * static_cast<double>(count / columns)};
    bench.attempt(PlaceNode{netns, {NodeKind::Namespace, at}});
    bench.attempt(NestNode{netns, node});
}

bool isAlive(const Workbench &bench, const std::string &netns, const ContainerState &container)
{
    const Netns *inside = bench.find(netns);
    return inside && !container.pids.empty() &&
           std::ranges::any_of(container.pids, [&](int pid) { return inside->process(pid) != nullptr; });
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
    const auto others = std::ranges::count_if(work.containerd.sandboxes,
                                              [&](const Sandbox &other) { return other.netns != work.netns; });
    draw(work.bench, work.netns, sandbox.netns, static_cast<std::size_t>(others));
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

/// Whether a probe finds what it looks for; there is no probe of those that are not simulated.
bool answersProbe(const NodeWork &work, const Json &container, const Sandbox &sandbox, const Json &probe)
{
    const Json *action = member(probe, "httpGet");
    if (!action)
        action = member(probe, "tcpSocket");
    if (!action)
        return true;
    const Json *wanted = member(*action, "port");
    int port = wanted && wanted->is_number_integer() ? wanted->get<int>() : 0;
    if (wanted && wanted->is_string())
        for (const Json &own : listAt(container, "ports"))
            if (textAt(own, "name") == wanted->get<std::string>())
                port = numberAt(own, "containerPort");
    const auto address = IpAddress::parse(textAt(*action, "host").empty() ? sandbox.ip : textAt(*action, "host"));
    const Netns *inside = work.bench.find(sandbox.netns);
    return inside && address && std::ranges::any_of(inside->sockets, [&](const Socket &socket) {
               return socket.port == port && socket.transport == Transport::Tcp &&
                      (socket.address.isUnspecified() || socket.address == *address);
           });
}

/// An image's name with its registry, and without a tag.
std::string repositoryOf(const std::string &image)
{
    const std::string plain = plainImage(image);
    const auto slash = image.find('/');
    const bool hasRegistry = slash != std::string::npos && image.find('.') < slash;
    if (hasRegistry)
        return image.substr(0, image.find(plain) + plain.size());
    return (plain.find('/') == std::string::npos ? "docker.io/library/" : "docker.io/") + plain;
}

Json containerStatus(const NodeWork &work, const Json &container, const Sandbox *sandbox, bool waitsForInit)
{
    const std::string name = textAt(container, "name");
    Json status{{"name", name},   {"image", textAt(container, "image")},
                {"imageID", ""},  {"restartCount", 0},
                {"ready", false}, {"started", false}};
    const ContainerState *state = nullptr;
    if (sandbox)
        for (const ContainerState &one : sandbox->containers)
            if (one.name == name)
                state = &one;
    if (!state) {
        status["state"] = {{"waiting", {{"reason", waitsForInit ? "PodInitializing" : "ContainerCreating"}}}};
        return status;
    }
    status["containerID"] = "containerd://" + state->id;
    status["imageID"] = fmt::format("{}@sha256:{}", repositoryOf(state->image), drawnHex(state->image, 64));
    status["restartCount"] = state->restarts;
    const bool runs = isAlive(work.bench, sandbox->netns, *state);
    if (runs) {
        status["started"] = true;
        const Json *probe = member(container, "readinessProbe");
        status["ready"] = !probe || answersProbe(work, container, *sandbox, *probe);
        status["state"] = {{"running", {{"startedAt", state->startedAt}}}};
        return status;
    }
    const Json ended{{"exitCode", state->exitCode},
                     {"reason", state->exitCode == 0 ? "Completed" : "Error"},
                     {"startedAt", state->startedAt},
                     {"finishedAt", state->startedAt},
                     {"containerID", "containerd://" + state->id}};
    if (state->init && state->exitCode == 0) {
        status["ready"] = true;
        status["state"] = {{"terminated", ended}};
        return status;
    }
    status["lastState"] = {{"terminated", ended}};
    status["state"] = {{"waiting",
                        {{"reason", "CrashLoopBackOff"},
                         {"message", fmt::format("back-off 10s restarting failed container={}", name)}}}};
    return status;
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
        Json pod{{"metadata", {{"name", sandbox.pod}, {"namespace", sandbox.podNetns}, {"uid", sandbox.uid}}}};
        disconnectSandbox(work.bench, work.netns, sandbox, pod);
        work.bench.attempt(RemoveNetns{sandbox.netns});
    }
    std::erase_if(work.containerd.sandboxes, [&](const Sandbox &one) { return one.uid == uid; });
}

Json statusOf(const NodeWork &work, const Json &pod)
{
    const Sandbox *sandbox = work.containerd.ofPod(uidOf(pod));
    Json status = Json::object();
    bool initialized = true;
    Json init = Json::array();
    for (const Json &container : listAt(pod, "spec.initContainers")) {
        init.push_back(containerStatus(work, container, sandbox, true));
        initialized = initialized && init.back()["ready"] == true;
    }
    Json containers = Json::array();
    bool ready = true;
    bool running = false;
    bool done = true;
    bool failed = false;
    const bool restarts =
        textAt(pod, "spec.restartPolicy") != "Never" && textAt(pod, "spec.restartPolicy") != "OnFailure";
    for (const Json &container : listAt(pod, "spec.containers")) {
        Json one = containerStatus(work, container, sandbox, sandbox && !initialized);
        const Json *ended = member(one, "lastState.terminated");
        if (!restarts && ended) {
            one["state"] = one["lastState"];
            one.erase("lastState");
            failed = failed || numberAt(one, "state.terminated.exitCode") != 0;
        } else {
            done = false;
        }
        ready = ready && one["ready"] == true;
        running = running || member(one, "state.running") || ended;
        containers.push_back(std::move(one));
    }
    status["phase"] = done ? (failed ? "Failed" : "Succeeded") : running ? "Running" : "Pending";
    const auto condition = [](const char *type, bool holds) {
        return Json{{"type", type}, {"status", holds ? "True" : "False"}};
    };
    status["conditions"] =
        Json::array({condition("PodReadyToStartContainers", sandbox != nullptr),
                     condition("Initialized", initialized && (sandbox || init.empty())), condition("Ready", ready),
                     condition("ContainersReady", ready), condition("PodScheduled", true)});
    status["hostIP"] = work.place.address.toString();
    if (sandbox) {
        status["podIP"] = sandbox->ip;
        status["podIPs"] = Json::array({Json{{"ip", sandbox->ip}}});
    } else if (isOfHost(pod)) {
        status["podIP"] = work.place.address.toString();
    }
    const std::string began = textAt(pod, "status.startTime");
    status["startTime"] = began.empty() ? work.now : began;
    if (!init.empty())
        status["initContainerStatuses"] = std::move(init);
    status["containerStatuses"] = std::move(containers);
    status["qosClass"] = qosOf(pod);
    return status;
}

} // namespace netdraft::model::kubernetes
