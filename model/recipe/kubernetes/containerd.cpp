#include "model/recipe/kubernetes/containerd.h"

#include "model/recipe/cni/go_json.h"

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::string_view stateFile = "/var/lib/containerd/io.containerd.metadata.v1.bolt/meta.json";

Json jsonOf(const ContainerState &container)
{
    return {{"id", container.id},
            {"name", container.name},
            {"image", container.image},
            {"pids", container.pids},
            {"init", container.init},
            {"exited", container.exited},
            {"exitCode", container.exitCode},
            {"restarts", container.restarts},
            {"startedAt", container.startedAt},
            {"log", container.log}};
}

ContainerState containerOf(const Json &json)
{
    ContainerState container;
    container.id = textAt(json, "id");
    container.name = textAt(json, "name");
    container.image = textAt(json, "image");
    for (const Json &pid : listAt(json, "pids"))
        if (pid.is_number_integer())
            container.pids.push_back(pid.get<int>());
    container.init = json.value("init", false);
    container.exited = json.value("exited", false);
    container.exitCode = numberAt(json, "exitCode");
    container.restarts = numberAt(json, "restarts");
    container.startedAt = textAt(json, "startedAt");
    container.log = textAt(json, "log");
    return container;
}

Json jsonOf(const Sandbox &sandbox)
{
    Json containers = Json::array();
    for (const ContainerState &container : sandbox.containers)
        containers.push_back(jsonOf(container));
    return {{"id", sandbox.id},
            {"pod", sandbox.pod},
            {"namespace", sandbox.podNetns},
            {"uid", sandbox.uid},
            {"netns", sandbox.netns},
            {"ip", sandbox.ip},
            {"createdAt", sandbox.createdAt},
            {"static", sandbox.isStatic},
            {"containers", std::move(containers)}};
}

} // namespace

Sandbox *Containerd::ofPod(std::string_view uid)
{
    const auto found = std::ranges::find(sandboxes, uid, &Sandbox::uid);
    return found == sandboxes.end() ? nullptr : &*found;
}

const Sandbox *Containerd::ofPod(std::string_view uid) const
{
    const auto found = std::ranges::find(sandboxes, uid, &Sandbox::uid);
    return found == sandboxes.end() ? nullptr : &*found;
}

Containerd readContainerd(const Workbench &bench, std::string_view node)
{
    Containerd containerd;
    const std::string *text = bench.readFile(node, stateFile);
    if (!text)
        return containerd;
    const Json json = Json::parse(*text, nullptr, false);
    for (const Json &one : listAt(json, "sandboxes")) {
        Sandbox sandbox;
        sandbox.id = textAt(one, "id");
        sandbox.pod = textAt(one, "pod");
        sandbox.podNetns = textAt(one, "namespace");
        sandbox.uid = textAt(one, "uid");
        sandbox.netns = textAt(one, "netns");
        sandbox.ip = textAt(one, "ip");
        sandbox.createdAt = textAt(one, "createdAt");
        sandbox.isStatic = one.is_object() && one.value("static", false);
        for (const Json &container : listAt(one, "containers"))
            if (container.is_object())
                sandbox.containers.push_back(containerOf(container));
        containerd.sandboxes.push_back(std::move(sandbox));
    }
    return containerd;
}

void writeContainerd(Workbench &bench, const std::string &node, const Containerd &containerd)
{
    Json sandboxes = Json::array();
    for (const Sandbox &sandbox : containerd.sandboxes)
        sandboxes.push_back(jsonOf(sandbox));
    const Json all{{"sandboxes", std::move(sandboxes)}};
    if (containerd.sandboxes.empty() && !bench.readFile(node, stateFile))
        return;
    [[maybe_unused]] const auto done = bench.writeFile(node, std::string(stateFile), cni::jsonText(all) + '\n');
}

std::optional<Sandbox> sandboxOf(const Cluster &cluster, const Json &pod)
{
    const Json *node = cluster.find("nodes", {}, textAt(pod, "spec.nodeName"));
    const std::string provider = node ? textAt(*node, "spec.providerID") : std::string();
    if (!provider.starts_with(providerPrefix))
        return std::nullopt;
    const Containerd containerd = readContainerd(cluster.bench(), provider.substr(providerPrefix.size()));
    const Sandbox *sandbox = containerd.ofPod(textAt(pod, "metadata.uid"));
    return sandbox ? std::optional(*sandbox) : std::nullopt;
}

} // namespace netdraft::model::kubernetes
