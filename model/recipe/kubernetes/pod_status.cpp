#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/pod_files.h"
#include "model/recipe/kubernetes/pod_images.h"
#include "model/recipe/kubernetes/pods.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

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

bool isAlive(const Workbench &bench, const std::string &netns, const ContainerState &container)
{
    const Netns *inside = bench.find(netns);
    return inside && !container.pids.empty() &&
           std::ranges::any_of(container.pids, [&](int pid) { return inside->process(pid) != nullptr; });
}

Json statusOf(const NodeWork &work, const Json &pod)
{
    const Sandbox *sandbox = work.containerd.ofPod(textAt(pod, "metadata.uid"));
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
