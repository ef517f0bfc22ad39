#include "model/recipe/kubernetes/containerd.h"
#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::kubernetes {

namespace {

/// Changes each object that the words name; those that follow the names are `rest`.
template <typename Change>
void changeEach(Request &request, const std::vector<Target> &targets, const Change &change)
{
    for (const Target &target : targets) {
        const std::string netns = namespaceFor(request, *target.kind);
        std::vector<std::string> names{target.name};
        if (target.name.empty()) {
            names.clear();
            for (const Json *object : request.cluster.all(target.kind->plural, netns))
                names.push_back(nameOf(*object));
        }
        for (const std::string &name : names) {
            const Json *object = request.cluster.find(target.kind->plural, netns, name);
            if (!object) {
                request.fail(notFound(*target.kind, name));
                continue;
            }
            Json changed = *object;
            change(*target.kind, changed);
            request.cluster.put(std::move(changed));
        }
    }
}

/// Words without those that change something, `key=value` and `key-`, which go to `changes`.
Flags withoutChanges(const Flags &flags, std::vector<std::string> &changes)
{
    Flags rest = flags;
    rest.words.clear();
    for (const std::string &word : flags.words)
        if (word.find('=') != std::string::npos || (word.ends_with('-') && rest.words.size() > 1))
            changes.push_back(word);
        else
            rest.words.push_back(word);
    return rest;
}

Json *taintOf(Json &taints, const std::string &key, const std::string &effect)
{
    for (Json &taint : taints)
        if (textAt(taint, "key") == key && (effect.empty() || textAt(taint, "effect") == effect))
            return &taint;
    return nullptr;
}

} // namespace

void scaleVerb(Request &request)
{
    const auto targets = targetsOf(request.flags, 1);
    if (!targets)
        return request.fail(targets.error());
    const std::string text = request.flags.value("replicas");
    int replicas = -1;
    std::from_chars(text.data(), text.data() + text.size(), replicas);
    if (replicas < 0)
        return request.fail(
            "error: The --replicas=COUNT flag is required, and COUNT must be greater than or equal to 0\n");
    changeEach(request, *targets, [&](const Kind &kind, Json &object) {
        object["spec"]["replicas"] = replicas;
        request.out += fmt::format("{}/{} scaled\n", kind.singular(), nameOf(object));
    });
}

void labelVerb(Request &request)
{
    std::vector<std::string> changes;
    const bool annotates = request.flags.words.front() == "annotate";
    const char *place = annotates ? "annotations" : "labels";
    const auto targets = targetsOf(withoutChanges(request.flags, changes), 1);
    if (!targets)
        return request.fail(targets.error());
    if (changes.empty())
        return request.fail(
            fmt::format("error: at least one {} update is required\n", annotates ? "annotation" : "label"));
    changeEach(request, *targets, [&](const Kind &kind, Json &object) {
        std::string done = annotates ? "annotated" : "labeled";
        for (const std::string &change : changes) {
            const auto equals = change.find('=');
            if (equals == std::string::npos) {
                const std::string key = change.substr(0, change.size() - 1);
                if (object["metadata"].contains(place))
                    object["metadata"][place].erase(key);
                done = annotates ? "annotated" : "unlabeled";
                continue;
            }
            const std::string key = change.substr(0, equals);
            const Json *now = member(object, fmt::format("metadata.{}", place));
            if (now && now->contains(key) && (*now)[key] != change.substr(equals + 1) &&
                !request.flags.has("overwrite")) {
                request.fail(fmt::format("error: '{}' already has a value ({}), and --overwrite is false\n", key,
                                         (*now)[key].get<std::string>()));
                return;
            }
            object["metadata"][place][key] = change.substr(equals + 1);
        }
        request.out += fmt::format("{}/{} {}\n", kind.singular(), nameOf(object), done);
    });
}

void taintVerb(Request &request)
{
    Flags rest = request.flags;
    std::vector<std::string> changes;
    rest.words.clear();
    for (const std::string &word : request.flags.words)
        (word.find(':') != std::string::npos || word.ends_with('-') || word.find('=') != std::string::npos ? changes
                                                                                                           : rest.words)
            .push_back(word);
    const auto targets = targetsOf(rest, 1);
    if (!targets)
        return request.fail(targets.error());
    if (changes.empty())
        return request.fail("error: at least one taint update is required\n");
    changeEach(request, *targets, [&](const Kind &, Json &node) {
        Json taints = listAt(node, "spec.taints");
        bool removed = false;
        for (std::string change : changes) {
            const bool removes = change.ends_with('-');
            if (removes)
                change.pop_back();
            const auto colon = change.find(':');
            const std::string effect = colon == std::string::npos ? std::string() : change.substr(colon + 1);
            const std::string pair = change.substr(0, colon);
            const std::string key = pair.substr(0, pair.find('='));
            if (removes) {
                const auto count = taints.size();
                Json kept = Json::array();
                for (const Json &taint : taints)
                    if (textAt(taint, "key") != key || (!effect.empty() && textAt(taint, "effect") != effect))
                        kept.push_back(taint);
                taints = std::move(kept);
                if (taints.size() == count) {
                    request.fail(fmt::format("error: taint \"{}\" not found\n", change));
                    return;
                }
                removed = true;
                continue;
            }
            static constexpr std::string_view effects[] = {"NoSchedule", "PreferNoSchedule", "NoExecute"};
            if (std::ranges::find(effects, std::string_view(effect)) == std::end(effects)) {
                request.fail(fmt::format("error: invalid taint effect: {}, unsupported taint effect\n", effect));
                return;
            }
            if (taintOf(taints, key, effect)) {
                request.fail(
                    fmt::format("error: node {} already has {} taint(s) with same effect(s) and --overwrite is false\n",
                                nameOf(node), key));
                return;
            }
            Json taint{{"effect", effect}, {"key", key}};
            if (pair.find('=') != std::string::npos)
                taint["value"] = pair.substr(pair.find('=') + 1);
            taints.push_back(std::move(taint));
        }
        if (taints.empty())
            node["spec"].erase("taints");
        else
            node["spec"]["taints"] = std::move(taints);
        request.out += fmt::format("node/{} {}\n", nameOf(node), removed ? "untainted" : "tainted");
    });
}

void cordonVerb(Request &request)
{
    const std::string verb = request.flags.words.front();
    const Kind &kind = *kindTyped("nodes");
    for (std::size_t i = 1; i < request.flags.words.size(); ++i) {
        const std::string &name = request.flags.words[i];
        const Json *found = request.cluster.find("nodes", {}, name);
        if (!found) {
            request.fail(notFound(kind, name));
            continue;
        }
        Json node = *found;
        const bool was = member(node, "spec.unschedulable") != nullptr;
        const bool wanted = verb != "uncordon";
        if (wanted)
            node["spec"]["unschedulable"] = true;
        else
            node["spec"].erase("unschedulable");
        request.cluster.put(std::move(node));
        request.out +=
            fmt::format("node/{} {}{}\n", name, was == wanted ? "already " : "", wanted ? "cordoned" : "uncordoned");
        if (verb != "drain")
            continue;
        std::vector<std::pair<std::string, std::string>> pods;
        std::string daemons;
        for (const Json *pod : request.cluster.all("pods")) {
            if (textAt(*pod, "spec.nodeName") != name || textAt(*pod, "metadata.ownerReferences.0.kind") == "Node")
                continue;
            if (textAt(*pod, "metadata.ownerReferences.0.kind") == "DaemonSet")
                daemons += fmt::format("{}{}/{}", daemons.empty() ? "" : ", ", namespaceOf(*pod), nameOf(*pod));
            else
                pods.emplace_back(namespaceOf(*pod), nameOf(*pod));
        }
        if (!daemons.empty() && !request.flags.has("ignore-daemonsets")) {
            request.fail(fmt::format(
                "error: unable to drain node \"{0}\" due to error: cannot delete DaemonSet-managed Pods (use "
                "--ignore-daemonsets to ignore): {1}, continuing command...\nThere are pending nodes to be drained:\n "
                "{0}\ncannot delete DaemonSet-managed Pods (use --ignore-daemonsets to ignore): {1}\n",
                name, daemons));
            continue;
        }
        if (!daemons.empty())
            request.err += fmt::format("Warning: ignoring DaemonSet-managed Pods: {}\n", daemons);
        for (const auto &[netns, pod] : pods) {
            request.out += fmt::format("evicting pod {}/{}\n", netns, pod);
            deleteObject(request.cluster, *kindTyped("pods"), netns, pod);
        }
        for (const auto &[netns, pod] : pods)
            request.out += fmt::format("pod/{} evicted\n", pod);
        request.out += fmt::format("node/{} drained\n", name);
    }
}

void setVerb(Request &request)
{
    if (request.flags.words.size() < 2 || request.flags.words[1] != "image") {
        request.err += "netdraft: kubectl set of this is not simulated; expected set image\n";
        request.status = 127;
        return;
    }
    std::vector<std::string> changes;
    const auto targets = targetsOf(withoutChanges(request.flags, changes), 2);
    if (!targets)
        return request.fail(targets.error());
    changeEach(request, *targets, [&](const Kind &kind, Json &object) {
        Json &spec = kind.name == "Pod" ? object["spec"] : object["spec"]["template"]["spec"];
        for (const std::string &change : changes) {
            const std::string name = change.substr(0, change.find('='));
            bool found = false;
            for (Json &container : spec["containers"])
                if (name == "*" || textAt(container, "name") == name) {
                    container["image"] = change.substr(change.find('=') + 1);
                    found = true;
                }
            if (!found)
                request.fail(fmt::format("error: unable to find container named \"{}\"\n", name));
        }
        if (request.status == 0)
            request.out += fmt::format("{}/{} image updated\n", kind.singular(), nameOf(object));
    });
}

void rolloutVerb(Request &request)
{
    const std::string verb = request.flags.words.size() > 1 ? request.flags.words[1] : std::string();
    const auto targets = targetsOf(request.flags, 2);
    if (!targets)
        return request.fail(targets.error());
    if (verb == "restart") {
        changeEach(request, *targets, [&](const Kind &kind, Json &object) {
            object["spec"]["template"]["metadata"]["annotations"]["kubectl.kubernetes.io/restartedAt"] =
                request.cluster.timestamp();
            request.out += fmt::format("{}/{} restarted\n", kind.singular(), nameOf(object));
        });
    } else if (verb == "status") {
        for (const Target &target : *targets) {
            const Json *object = request.cluster.find(target.kind->plural, request.netns, target.name);
            if (!object)
                return request.fail(notFound(*target.kind, target.name));
            const bool isDaemon = target.kind->name == "DaemonSet";
            const int wanted =
                isDaemon ? numberAt(*object, "status.desiredNumberScheduled") : numberAt(*object, "spec.replicas");
            const int ready =
                isDaemon ? numberAt(*object, "status.numberAvailable") : numberAt(*object, "status.availableReplicas");
            if (ready >= wanted)
                request.out += isDaemon ? fmt::format("daemon set \"{}\" successfully rolled out\n", target.name)
                                        : fmt::format("deployment \"{}\" successfully rolled out\n", target.name);
            else
                request.out += isDaemon ? fmt::format("Waiting for daemon set \"{}\" rollout to finish: {} of {} "
                                                      "updated pods are available...\n",
                                                      target.name, ready, wanted)
                                        : fmt::format("Waiting for deployment \"{}\" rollout to finish: {} of {} "
                                                      "updated replicas are available...\n",
                                                      target.name, ready, wanted);
        }
    } else {
        request.err += fmt::format("netdraft: kubectl rollout {} is not simulated; expected restart or status\n", verb);
        request.status = 127;
    }
}

void logsVerb(Request &request)
{
    std::string name = request.flags.words.size() > 1 ? request.flags.words[1] : std::string();
    if (name.starts_with("pod/"))
        name.erase(0, 4);
    const Json *pod = request.cluster.find("pods", request.netns, name);
    if (!pod)
        return request.fail(notFound(*kindTyped("pods"), name));
    const std::string container = request.flags.value(
        "container", request.flags.words.size() > 2 ? request.flags.words[2] : textAt(*pod, "spec.containers.0.name"));
    const auto sandbox = sandboxOf(request.cluster, *pod);
    const bool known = [&] {
        for (const char *list : {"spec.containers", "spec.initContainers"})
            for (const Json &one : listAt(*pod, list))
                if (textAt(one, "name") == container)
                    return true;
        return false;
    }();
    if (!known)
        return request.fail(fmt::format("error: container {} is not valid for pod {}\n", container, name));
    if (sandbox)
        for (const ContainerState &state : sandbox->containers)
            if (state.name == container) {
                request.out += state.log;
                return;
            }
    request.fail(fmt::format("Error from server (BadRequest): container \"{}\" in pod \"{}\" is waiting to start: {}\n",
                             container, name, podStatus(*pod)));
}

void clusterInfoVerb(Request &request)
{
    request.out += fmt::format("Kubernetes control plane is running at https://{0}\nCoreDNS is running at "
                               "https://{0}/api/v1/namespaces/kube-system/services/kube-dns:dns/proxy\n\nTo further "
                               "debug and diagnose cluster problems, use 'kubectl cluster-info dump'.\n",
                               request.flags.value("server"));
}

void apiResourcesVerb(Request &request)
{
    std::vector<std::vector<std::string>> rows{{"NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"}};
    for (const Kind &kind : kinds()) {
        std::string names(kind.shortNames);
        std::ranges::replace(names, ' ', ',');
        rows.push_back({std::string(kind.plural), names, std::string(kind.apiVersion),
                        kind.namespaced ? "true" : "false", std::string(kind.name)});
    }
    request.out += tableOf(rows);
}

} // namespace netdraft::model::kubernetes
