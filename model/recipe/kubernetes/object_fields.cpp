#include "model/recipe/kubernetes/object_fields.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

using Unknown = std::vector<std::string>;

/// What an object of a kind may have in its spec, and in the places below.
struct Fields {
    std::string_view path; ///< `[]` stands for each element of a list
    std::string_view names;
};

// clang-format off
constexpr Fields podFields[] = {
    {"", "activeDeadlineSeconds affinity automountServiceAccountToken containers dnsConfig dnsPolicy enableServiceLinks ephemeralContainers hostAliases hostIPC hostNetwork hostPID hostUsers hostname imagePullSecrets initContainers nodeName nodeSelector os overhead preemptionPolicy priority priorityClassName readinessGates resourceClaims resources restartPolicy runtimeClassName schedulerName schedulingGates securityContext serviceAccount serviceAccountName setHostnameAsFQDN shareProcessNamespace subdomain terminationGracePeriodSeconds tolerations topologySpreadConstraints volumes"},
    {"containers[]", "args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe resizePolicy resources restartPolicy securityContext startupProbe stdin stdinOnce terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir"},
    {"initContainers[]", "args command env envFrom image imagePullPolicy lifecycle livenessProbe name ports readinessProbe resizePolicy resources restartPolicy securityContext startupProbe stdin stdinOnce terminationMessagePath terminationMessagePolicy tty volumeDevices volumeMounts workingDir"},
    {"containers[].ports[]", "containerPort hostIP hostPort name protocol"},
    {"tolerations[]", "effect key operator tolerationSeconds value"},
};
constexpr Fields serviceFields[] = {
    {"", "allocateLoadBalancerNodePorts clusterIP clusterIPs externalIPs externalName externalTrafficPolicy healthCheckNodePort internalTrafficPolicy ipFamilies ipFamilyPolicy loadBalancerClass loadBalancerIP loadBalancerSourceRanges ports publishNotReadyAddresses selector sessionAffinity sessionAffinityConfig trafficDistribution type"},
    {"ports[]", "appProtocol name nodePort port protocol targetPort"},
};
constexpr Fields deploymentFields[] = {{"", "minReadySeconds paused progressDeadlineSeconds replicas revisionHistoryLimit selector strategy template"}, {"selector", "matchLabels matchExpressions"}};
constexpr Fields replicaSetFields[] = {{"", "minReadySeconds replicas selector template"}, {"selector", "matchLabels matchExpressions"}};
constexpr Fields daemonSetFields[] = {{"", "minReadySeconds revisionHistoryLimit selector template updateStrategy"}, {"selector", "matchLabels matchExpressions"}};
constexpr Fields policyFields[] = {
    {"", "egress ingress podSelector policyTypes"},
    {"podSelector", "matchLabels matchExpressions"},
    {"ingress[]", "from ports"},
    {"egress[]", "to ports"},
    {"ingress[].from[]", "ipBlock namespaceSelector podSelector"},
    {"egress[].to[]", "ipBlock namespaceSelector podSelector"},
    {"ingress[].ports[]", "endPort port protocol"},
    {"egress[].ports[]", "endPort port protocol"},
};
// clang-format on

bool hasWord(std::string_view words, std::string_view word)
{
    while (!words.empty()) {
        const auto end = std::min(words.find(' '), words.size());
        if (words.substr(0, end) == word)
            return true;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return false;
}

/// Adds `unknown field "spec.x"` for each member of the places at `path` below `at` that nobody knows.
void findUnknown(const Json &at, std::string_view path, const std::string &where, std::string_view names,
                 Unknown &unknown)
{
    if (path.empty()) {
        if (!at.is_object())
            return;
        for (const auto &[key, value] : at.items())
            if (!hasWord(names, key))
                unknown.push_back(fmt::format("unknown field \"{}.{}\"", where, key));
        return;
    }
    const auto end = std::min(path.find('.'), path.size());
    std::string_view name = path.substr(0, end);
    const std::string_view rest = path.substr(std::min(end + 1, path.size()));
    const bool isList = name.ends_with("[]");
    if (isList)
        name.remove_suffix(2);
    const Json *next = member(at, name);
    if (!next)
        return;
    if (!isList) {
        findUnknown(*next, rest, fmt::format("{}.{}", where, name), names, unknown);
        return;
    }
    if (next->is_array())
        for (std::size_t i = 0; i < next->size(); ++i)
            findUnknown((*next)[i], rest, fmt::format("{}.{}[{}]", where, name, i), names, unknown);
}

template <typename Table>
void findUnknown(const Json &spec, const std::string &where, const Table &table, Unknown &unknown)
{
    for (const Fields &fields : table)
        findUnknown(spec, fields.path, where, fields.names, unknown);
}

} // namespace

std::vector<std::string> unknownFields(const Json &object)
{
    Unknown unknown;
    static constexpr std::string_view top = "apiVersion kind metadata spec status data binaryData stringData immutable "
                                            "type rules roleRef subjects aggregationRule secrets imagePullSecrets "
                                            "automountServiceAccountToken subsets value globalDefault description "
                                            "preemptionPolicy provisioner parameters reclaimPolicy volumeBindingMode "
                                            "allowVolumeExpansion mountOptions allowedTopologies";
    for (const auto &[key, value] : object.items())
        if (!hasWord(top, key))
            unknown.push_back(fmt::format("unknown field \"{}\"", key));
    const Json *spec = member(object, "spec");
    if (!spec)
        return unknown;
    const std::string kind = textAt(object, "kind");
    const Json *pod = member(*spec, "template.spec");
    if (kind == "Pod")
        findUnknown(*spec, "spec", podFields, unknown);
    else if (kind == "Service")
        findUnknown(*spec, "spec", serviceFields, unknown);
    else if (kind == "Deployment")
        findUnknown(*spec, "spec", deploymentFields, unknown);
    else if (kind == "ReplicaSet")
        findUnknown(*spec, "spec", replicaSetFields, unknown);
    else if (kind == "DaemonSet")
        findUnknown(*spec, "spec", daemonSetFields, unknown);
    else if (kind == "NetworkPolicy")
        findUnknown(*spec, "spec", policyFields, unknown);
    if (pod && (kind == "Deployment" || kind == "ReplicaSet" || kind == "DaemonSet"))
        findUnknown(*pod, "spec.template.spec", podFields, unknown);
    return unknown;
}

} // namespace netdraft::model::kubernetes
