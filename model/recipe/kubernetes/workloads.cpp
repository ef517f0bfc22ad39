#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/controllers.h"
#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::string_view suffixes = "bcdfghjklmnpqrstvwxz2456789";

struct Named {
    std::string netns;
    std::string name;
};

/// The names of objects: what changes the cluster must not hold pointers into it.
std::vector<Named> namesOf(const Cluster &cluster, std::string_view plural)
{
    std::vector<Named> names;
    for (const Json *object : cluster.all(plural))
        names.push_back({namespaceOf(*object), nameOf(*object)});
    return names;
}

Json ownerOf(const Json &object)
{
    return Json::array({Json{{"apiVersion", textAt(object, "apiVersion")},
                             {"kind", textAt(object, "kind")},
                             {"name", nameOf(object)},
                             {"uid", textAt(object, "metadata.uid")},
                             {"controller", true},
                             {"blockOwnerDeletion", true}}});
}

bool isOwnedBy(const Json &object, const Json &owner)
{
    return textAt(object, "metadata.ownerReferences.0.uid") == textAt(owner, "metadata.uid");
}

std::vector<Json> ownedBy(const Cluster &cluster, std::string_view plural, const Json &owner)
{
    std::vector<Json> owned;
    for (const Json *object : cluster.all(plural, namespaceOf(owner)))
        if (isOwnedBy(*object, owner))
            owned.push_back(*object);
    return owned;
}

/// A pod that is on its way out stays until its kubelet has taken it down.
void removePod(Cluster &cluster, Json pod)
{
    if (textAt(pod, "spec.nodeName").empty()) {
        cluster.erase("pods", namespaceOf(pod), nameOf(pod));
        return;
    }
    if (member(pod, "metadata.deletionTimestamp"))
        return;
    pod["metadata"]["deletionTimestamp"] = cluster.timestamp();
    cluster.put(std::move(pod));
}

bool isGoing(const Json &pod)
{
    return member(pod, "metadata.deletionTimestamp") != nullptr;
}

Json podFrom(const Json &owner, const std::string &name)
{
    Json pod{{"apiVersion", "v1"}, {"kind", "Pod"}, {"metadata", Json::object()}};
    if (const Json *metadata = member(owner, "spec.template.metadata"); metadata && metadata->is_object())
        pod["metadata"] = *metadata;
    pod["metadata"]["name"] = name;
    pod["metadata"]["generateName"] = nameOf(owner) + '-';
    pod["metadata"]["namespace"] = namespaceOf(owner);
    pod["metadata"]["ownerReferences"] = ownerOf(owner);
    pod["spec"] = owner["spec"]["template"]["spec"];
    pod["status"] = {{"phase", "Pending"}};
    return pod;
}

std::string freePodName(const Cluster &cluster, const Json &owner)
{
    for (int attempt = 0;; ++attempt) {
        const std::string seed =
            fmt::format("{}/{}/{}/{}", namespaceOf(owner), nameOf(owner), textAt(owner, "metadata.uid"), attempt);
        std::string name = fmt::format("{}-{}", nameOf(owner), drawnOf(suffixes, seed, 5));
        const bool wasThere = std::ranges::any_of(cluster.all("events", namespaceOf(owner)), [&](const Json *event) {
            return textAt(*event, "involvedObject.name") == name;
        });
        if (!cluster.find("pods", namespaceOf(owner), name) && !wasThere)
            return name;
    }
}

void createPod(Cluster &cluster, const Json &owner, Json pod)
{
    complete(cluster, pod);
    const std::string name = nameOf(pod);
    cluster.put(std::move(pod));
    const bool isDaemon = textAt(owner, "kind") == "DaemonSet";
    cluster.tell(owner, "Normal", "SuccessfulCreate", "Created pod: " + name,
                 isDaemon ? "daemonset-controller" : "replicaset-controller");
}

void syncReplicaSet(Cluster &cluster, const Json &set)
{
    std::vector<Json> pods = ownedBy(cluster, "pods", set);
    std::erase_if(pods, isGoing);
    const auto wanted = static_cast<std::size_t>(std::max(0, numberAt(set, "spec.replicas", 1)));
    for (std::size_t count = pods.size(); count < wanted; ++count)
        createPod(cluster, set, podFrom(set, freePodName(cluster, set)));
    // Those that are not bound or not ready go first, of others the youngest.
    std::ranges::stable_sort(pods, [&](const Json &left, const Json &right) {
        const auto rank = [](const Json &pod) {
            return textAt(pod, "spec.nodeName").empty() ? 0 : isReady(pod) ? 2 : 1;
        };
        return rank(left) != rank(right)
                   ? rank(left) < rank(right)
                   : textAt(left, "metadata.creationTimestamp") > textAt(right, "metadata.creationTimestamp");
    });
    for (std::size_t i = 0; i < pods.size() && pods.size() - i > wanted; ++i) {
        const std::string name = nameOf(pods[i]);
        removePod(cluster, pods[i]);
        cluster.tell(set, "Normal", "SuccessfulDelete", "Deleted pod: " + name, "replicaset-controller");
    }
}

void scale(Cluster &cluster, const Json &deployment, Json set, int replicas)
{
    const int before = numberAt(set, "spec.replicas");
    if (before == replicas)
        return;
    set["spec"]["replicas"] = replicas;
    const std::string name = nameOf(set);
    cluster.put(std::move(set));
    cluster.tell(deployment, "Normal", "ScalingReplicaSet",
                 fmt::format("Scaled {} replica set {} from {} to {}", replicas > before ? "up" : "down", name, before,
                             replicas),
                 "deployment-controller");
}

void syncDeployment(Cluster &cluster, const Json &deployment)
{
    const Json *made = member(deployment, "spec.template");
    if (!made)
        return;
    const std::string hash = drawnOf(suffixes, made->dump(), 9);
    const std::string name = fmt::format("{}-{}", nameOf(deployment), hash);
    const int wanted = numberAt(deployment, "spec.replicas", 1);
    const auto revision = static_cast<int>(ownedBy(cluster, "replicasets", deployment).size());
    if (!cluster.find("replicasets", namespaceOf(deployment), name)) {
        Json set{{"apiVersion", "apps/v1"},
                 {"kind", "ReplicaSet"},
                 {"metadata",
                  {{"name", name},
                   {"namespace", namespaceOf(deployment)},
                   {"ownerReferences", ownerOf(deployment)},
                   {"annotations", {{"deployment.kubernetes.io/revision", fmt::format("{}", revision + 1)}}}}},
                 {"spec", {{"replicas", 0}, {"selector", deployment["spec"]["selector"]}, {"template", *made}}}};
        set["spec"]["selector"]["matchLabels"]["pod-template-hash"] = hash;
        set["spec"]["template"]["metadata"]["labels"]["pod-template-hash"] = hash;
        set["metadata"]["labels"] = set["spec"]["template"]["metadata"]["labels"];
        cluster.put(std::move(set));
    }
    for (const Json &set : ownedBy(cluster, "replicasets", deployment))
        scale(cluster, deployment, set, nameOf(set) == name ? wanted : 0);
}

bool fitsSelector(const Json &podSpec, const Json &node)
{
    const Json *selector = member(podSpec, "nodeSelector");
    return !selector || selector->empty() || matchesLabels(selector, node);
}

/// What the controller of DaemonSets adds to its pods.
void bearAilingNodes(Json &spec)
{
    if (!spec.contains("tolerations") || !spec["tolerations"].is_array())
        spec["tolerations"] = Json::array();
    const auto bear = [&](const char *key, const char *effect) {
        spec["tolerations"].push_back({{"effect", effect}, {"key", key}, {"operator", "Exists"}});
    };
    bear("node.kubernetes.io/not-ready", "NoExecute");
    bear("node.kubernetes.io/unreachable", "NoExecute");
    bear("node.kubernetes.io/disk-pressure", "NoSchedule");
    bear("node.kubernetes.io/memory-pressure", "NoSchedule");
    bear("node.kubernetes.io/pid-pressure", "NoSchedule");
    bear("node.kubernetes.io/unschedulable", "NoSchedule");
    if (const Json *host = member(spec, "hostNetwork"); host && host->is_boolean() && host->get<bool>())
        bear("node.kubernetes.io/network-unavailable", "NoSchedule");
}

void syncDaemonSet(Cluster &cluster, const Json &set)
{
    std::vector<Json> pods = ownedBy(cluster, "pods", set);
    const std::string hash = drawnOf("0123456789", set["spec"]["template"].dump(), 10);
    std::vector<Json> nodes;
    for (const Json *node : cluster.all("nodes"))
        nodes.push_back(*node);
    for (const Json &node : nodes) {
        Json pod = podFrom(set, {});
        bearAilingNodes(pod["spec"]);
        const bool wanted =
            fitsSelector(pod["spec"], node) && tolerates(pod["spec"], node, {"NoSchedule", "NoExecute"});
        bool has = false;
        for (const Json &one : pods) {
            if (textAt(one, "spec.nodeName") != nameOf(node) || isGoing(one))
                continue;
            const bool isOld = textAt(one, "metadata.labels.controller-revision-hash") != hash;
            if (wanted && !isOld) {
                has = true;
                continue;
            }
            const std::string name = nameOf(one);
            removePod(cluster, one);
            cluster.tell(set, "Normal", "SuccessfulDelete", "Deleted pod: " + name, "daemonset-controller");
        }
        if (!wanted || has)
            continue;
        pod["metadata"]["name"] = freePodName(cluster, set);
        pod["metadata"]["labels"]["controller-revision-hash"] = hash;
        pod["metadata"]["labels"]["pod-template-generation"] = "1";
        pod["spec"]["nodeName"] = nameOf(node);
        const std::string name = nameOf(pod);
        createPod(cluster, set, std::move(pod));
        cluster.tell(*cluster.find("pods", namespaceOf(set), name), "Normal", "Scheduled",
                     fmt::format("Successfully assigned {}/{} to {}", namespaceOf(set), name, nameOf(node)),
                     "default-scheduler");
    }
}

/// What belongs to an object that is gone goes as well.
void collectGarbage(Cluster &cluster)
{
    const auto isOrphan = [&](const Json &object) {
        const std::string kind = textAt(object, "metadata.ownerReferences.0.kind");
        const Kind *owner = kindNamed(kind);
        if (!owner || kind == "Node")
            return false;
        const Json *found =
            cluster.find(owner->plural, namespaceOf(object), textAt(object, "metadata.ownerReferences.0.name"));
        return !found || textAt(*found, "metadata.uid") != textAt(object, "metadata.ownerReferences.0.uid");
    };
    for (const char *plural : {"replicasets", "pods"})
        for (const Named &named : namesOf(cluster, plural)) {
            const Json *object = cluster.find(plural, named.netns, named.name);
            if (!object || !isOrphan(*object))
                continue;
            if (std::string_view(plural) == "pods")
                removePod(cluster, *object);
            else
                cluster.erase(plural, named.netns, named.name);
        }
}

} // namespace

bool isReady(const Json &pod)
{
    return std::ranges::any_of(listAt(pod, "status.conditions"), [](const Json &condition) {
        return textAt(condition, "type") == "Ready" && textAt(condition, "status") == "True";
    });
}

void syncWorkloads(Cluster &cluster)
{
    for (const Named &named : namesOf(cluster, "deployments"))
        syncDeployment(cluster, Json(*cluster.find("deployments", named.netns, named.name)));
    collectGarbage(cluster);
    for (const Named &named : namesOf(cluster, "replicasets"))
        syncReplicaSet(cluster, Json(*cluster.find("replicasets", named.netns, named.name)));
    for (const Named &named : namesOf(cluster, "daemonsets"))
        syncDaemonSet(cluster, Json(*cluster.find("daemonsets", named.netns, named.name)));
}

void countReplicas(Cluster &cluster)
{
    for (const char *plural : {"replicasets", "daemonsets"})
        for (const Named &named : namesOf(cluster, plural)) {
            Json set = *cluster.find(plural, named.netns, named.name);
            std::vector<Json> pods = ownedBy(cluster, "pods", set);
            std::erase_if(pods, isGoing);
            const auto ready = std::ranges::count_if(pods, isReady);
            if (std::string_view(plural) == "daemonsets")
                set["status"] = {{"currentNumberScheduled", pods.size()},
                                 {"desiredNumberScheduled", pods.size()},
                                 {"numberMisscheduled", 0},
                                 {"numberAvailable", ready},
                                 {"numberReady", ready},
                                 {"updatedNumberScheduled", pods.size()}};
            else
                set["status"] = {{"replicas", pods.size()}, {"readyReplicas", ready}, {"availableReplicas", ready}};
            cluster.put(std::move(set));
        }
    for (const Named &named : namesOf(cluster, "deployments")) {
        Json deployment = *cluster.find("deployments", named.netns, named.name);
        int replicas = 0;
        int ready = 0;
        int updated = 0;
        const std::string hash = drawnOf(suffixes, deployment["spec"]["template"].dump(), 9);
        for (const Json &set : ownedBy(cluster, "replicasets", deployment)) {
            replicas += numberAt(set, "status.replicas");
            ready += numberAt(set, "status.readyReplicas");
            if (textAt(set, "metadata.labels.pod-template-hash") == hash)
                updated += numberAt(set, "status.replicas");
        }
        const int wanted = numberAt(deployment, "spec.replicas", 1);
        const bool isAvailable = ready >= wanted - wanted / 4;
        deployment["status"] = {
            {"replicas", replicas},
            {"updatedReplicas", updated},
            {"readyReplicas", ready},
            {"availableReplicas", ready},
            {"unavailableReplicas", std::max(0, wanted - ready)},
            {"conditions",
             Json::array({Json{{"type", "Available"},
                               {"status", isAvailable ? "True" : "False"},
                               {"reason", isAvailable ? "MinimumReplicasAvailable" : "MinimumReplicasUnavailable"}},
                          Json{{"type", "Progressing"},
                               {"status", "True"},
                               {"reason", ready >= wanted ? "NewReplicaSetAvailable" : "ReplicaSetUpdated"}}})}};
        cluster.put(std::move(deployment));
    }
}

} // namespace netdraft::model::kubernetes
