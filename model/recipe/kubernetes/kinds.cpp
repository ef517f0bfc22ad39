#include "model/recipe/kubernetes/kinds.h"

#include <algorithm>
#include <string>

namespace netdraft::model::kubernetes {

namespace {

// clang-format off
constexpr Kind all[] = {
    {"ConfigMap", "configmaps", "v1", "cm", true, true, "configmap"},
    {"Endpoints", "endpoints", "v1", "ep", true, true, "endpoints"},
    {"Event", "events", "v1", "ev", true, true, "event"},
    {"LimitRange", "limitranges", "v1", "limits", true, false, "limitrange"},
    {"Namespace", "namespaces", "v1", "ns", false, true, "namespace"},
    {"Node", "nodes", "v1", "no", false, true, "node"},
    {"PersistentVolumeClaim", "persistentvolumeclaims", "v1", "pvc", true, false, "persistentvolumeclaim"},
    {"PersistentVolume", "persistentvolumes", "v1", "pv", false, false, "persistentvolume"},
    {"Pod", "pods", "v1", "po", true, true, "pod"},
    {"ResourceQuota", "resourcequotas", "v1", "quota", true, false, "resourcequota"},
    {"Secret", "secrets", "v1", "", true, false, "secret"},
    {"ServiceAccount", "serviceaccounts", "v1", "sa", true, false, "serviceaccount"},
    {"Service", "services", "v1", "svc", true, true, "service"},
    {"CustomResourceDefinition", "customresourcedefinitions", "apiextensions.k8s.io/v1", "crd crds", false, false, "customresourcedefinition.apiextensions.k8s.io"},
    {"DaemonSet", "daemonsets", "apps/v1", "ds", true, true, "daemonset.apps"},
    {"Deployment", "deployments", "apps/v1", "deploy", true, true, "deployment.apps"},
    {"ReplicaSet", "replicasets", "apps/v1", "rs", true, true, "replicaset.apps"},
    {"StatefulSet", "statefulsets", "apps/v1", "sts", true, false, "statefulset.apps"},
    {"CronJob", "cronjobs", "batch/v1", "cj", true, false, "cronjob.batch"},
    {"Job", "jobs", "batch/v1", "", true, false, "job.batch"},
    {"IngressClass", "ingressclasses", "networking.k8s.io/v1", "", false, false, "ingressclass.networking.k8s.io"},
    {"Ingress", "ingresses", "networking.k8s.io/v1", "ing", true, false, "ingress.networking.k8s.io"},
    {"NetworkPolicy", "networkpolicies", "networking.k8s.io/v1", "netpol", true, true, "networkpolicy.networking.k8s.io"},
    {"PodDisruptionBudget", "poddisruptionbudgets", "policy/v1", "pdb", true, false, "poddisruptionbudget.policy"},
    {"ClusterRoleBinding", "clusterrolebindings", "rbac.authorization.k8s.io/v1", "", false, false, "clusterrolebinding.rbac.authorization.k8s.io"},
    {"ClusterRole", "clusterroles", "rbac.authorization.k8s.io/v1", "", false, false, "clusterrole.rbac.authorization.k8s.io"},
    {"RoleBinding", "rolebindings", "rbac.authorization.k8s.io/v1", "", true, false, "rolebinding.rbac.authorization.k8s.io"},
    {"Role", "roles", "rbac.authorization.k8s.io/v1", "", true, false, "role.rbac.authorization.k8s.io"},
    {"PriorityClass", "priorityclasses", "scheduling.k8s.io/v1", "pc", false, false, "priorityclass.scheduling.k8s.io"},
    {"StorageClass", "storageclasses", "storage.k8s.io/v1", "sc", false, false, "storageclass.storage.k8s.io"},
};
// clang-format on

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char each) {
        return each >= 'A' && each <= 'Z' ? static_cast<char>(each - 'A' + 'a') : each;
    });
    return result;
}

bool hasShortName(const Kind &kind, std::string_view word)
{
    std::string_view names = kind.shortNames;
    while (!names.empty()) {
        const auto end = std::min(names.find(' '), names.size());
        if (names.substr(0, end) == word)
            return true;
        names.remove_prefix(std::min(end + 1, names.size()));
    }
    return false;
}

} // namespace

std::string_view Kind::group() const
{
    const auto slash = apiVersion.find('/');
    return slash == std::string_view::npos ? std::string_view() : apiVersion.substr(0, slash);
}

std::string Kind::resource() const
{
    return group().empty() ? std::string(plural) : std::string(plural) + '.' + std::string(group());
}

std::span<const Kind> kinds()
{
    return all;
}

const Kind *kindNamed(std::string_view name)
{
    const auto *found = std::ranges::find(all, name, &Kind::name);
    return found == std::end(all) ? nullptr : found;
}

const Kind *kindTyped(std::string_view word)
{
    const auto dot = word.find('.');
    const std::string typed = lower(word.substr(0, dot));
    std::string_view group = dot == std::string_view::npos ? std::string_view() : word.substr(dot + 1);
    if (group.starts_with("v1."))
        group.remove_prefix(3);
    const auto *found = std::ranges::find_if(all, [&](const Kind &kind) {
        return (group.empty() || group == kind.group()) &&
               (typed == kind.plural || typed == lower(kind.name) || hasShortName(kind, typed));
    });
    return found == std::end(all) ? nullptr : found;
}

} // namespace netdraft::model::kubernetes
