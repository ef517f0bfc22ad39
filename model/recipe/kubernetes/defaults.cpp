#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/manifest.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

void setDefault(Json &object, const char *name, Json value)
{
    if (!object.contains(name) || object[name].is_null())
        object[name] = std::move(value);
}

constexpr std::string_view suffixLetters = "bcdfghjklmnpqrstvwxz2456789";

void completeContainer(Json &container)
{
    const std::string image = textAt(container, "image");
    const auto colon = image.rfind(':');
    const bool isLatest = colon == std::string::npos || image.find('/', colon) != std::string::npos ||
                          image.substr(colon + 1) == "latest";
    setDefault(container, "imagePullPolicy",
               isLatest && image.find('@') == std::string::npos ? "Always" : "IfNotPresent");
    setDefault(container, "resources", Json::object());
    setDefault(container, "terminationMessagePath", "/dev/termination-log");
    setDefault(container, "terminationMessagePolicy", "File");
    for (const char *name : {"livenessProbe", "readinessProbe", "startupProbe"})
        if (member(container, name)) {
            Json &probe = container[name];
            for (const auto &[field, value] : {std::pair("timeoutSeconds", 1), std::pair("periodSeconds", 10),
                                               std::pair("successThreshold", 1), std::pair("failureThreshold", 3)})
                setDefault(probe, field, value);
            if (member(probe, "httpGet"))
                setDefault(probe["httpGet"], "scheme", "HTTP");
        }
    if (container.contains("env") && container["env"].is_array())
        for (Json &variable : container["env"])
            if (member(variable, "valueFrom.fieldRef"))
                setDefault(variable["valueFrom"]["fieldRef"], "apiVersion", "v1");
    if (container.contains("ports") && container["ports"].is_array())
        for (Json &port : container["ports"])
            setDefault(port, "protocol", "TCP");
}

void completePodSpec(Json &spec)
{
    for (const char *list : {"containers", "initContainers"})
        if (spec.contains(list) && spec[list].is_array())
            for (Json &container : spec[list])
                completeContainer(container);
    if (spec.contains("volumes") && spec["volumes"].is_array())
        for (Json &volume : spec["volumes"])
            if (member(volume, "hostPath"))
                setDefault(volume["hostPath"], "type", "");
    setDefault(spec, "dnsPolicy", "ClusterFirst");
    setDefault(spec, "restartPolicy", "Always");
    setDefault(spec, "schedulerName", "default-scheduler");
    setDefault(spec, "securityContext", Json::object());
    setDefault(spec, "terminationGracePeriodSeconds", 30);
}

void addToleration(Json &tolerations, const char *key)
{
    const bool has = std::ranges::any_of(tolerations, [&](const Json &one) {
        return (textAt(one, "key") == key || textAt(one, "key").empty()) && textAt(one, "operator") == "Exists" &&
               (textAt(one, "effect").empty() || textAt(one, "effect") == "NoExecute");
    });
    constexpr int patience = 300;
    if (!has)
        tolerations.push_back(
            {{"effect", "NoExecute"}, {"key", key}, {"operator", "Exists"}, {"tolerationSeconds", patience}});
}

/// Mounts a volume with a token in the containers that have none.
void mountToken(Json &spec, const std::string &volume)
{
    constexpr const char *path = "/var/run/secrets/kubernetes.io/serviceaccount";
    for (const char *list : {"containers", "initContainers"})
        if (spec.contains(list) && spec[list].is_array())
            for (Json &container : spec[list]) {
                setDefault(container, "volumeMounts", Json::array());
                Json &mounts = container["volumeMounts"];
                if (std::ranges::none_of(mounts, [&](const Json &one) { return textAt(one, "mountPath") == path; }))
                    mounts.push_back({{"mountPath", path}, {"name", volume}, {"readOnly", true}});
            }
}

/// What admission adds to a pod: its account with a token, and that it bears an ailing node for a while.
void completePod(Json &pod)
{
    Json &spec = pod["spec"];
    completePodSpec(spec);
    setDefault(spec, "serviceAccountName", "default");
    setDefault(spec, "serviceAccount", spec["serviceAccountName"]);
    setDefault(spec, "enableServiceLinks", true);
    setDefault(spec, "preemptionPolicy", "PreemptLowerPriority");
    setDefault(spec, "priority",
               textAt(spec, "priorityClassName").starts_with("system-node") ? 2000001000
               : textAt(spec, "priorityClassName").starts_with("system-")   ? 2000000000
                                                                            : 0);
    setDefault(spec, "tolerations", Json::array());
    addToleration(spec["tolerations"], "node.kubernetes.io/not-ready");
    addToleration(spec["tolerations"], "node.kubernetes.io/unreachable");
    setDefault(spec, "volumes", Json::array());
    const Json *wanted = member(spec, "automountServiceAccountToken");
    if (wanted && wanted->is_boolean() && !wanted->get<bool>())
        return;
    constexpr std::string_view prefix = "kube-api-access-";
    for (const Json &volume : spec["volumes"])
        if (const std::string name = textAt(volume, "name"); name.starts_with(prefix))
            return mountToken(spec, name);
    const std::string name = fmt::format(
        "{}{}", prefix, drawnOf(suffixLetters, fmt::format("{}/{}/token", namespaceOf(pod), nameOf(pod)), 5));
    mountToken(spec, name);
    spec["volumes"].push_back(
        {{"name", name},
         {"projected",
          {{"defaultMode", 420},
           {"sources",
            Json::array({Json{{"serviceAccountToken", {{"expirationSeconds", 3607}, {"path", "token"}}}},
                         Json{{"configMap",
                               {{"items", Json::array({Json{{"key", "ca.crt"}, {"path", "ca.crt"}}})},
                                {"name", "kube-root-ca.crt"}}}},
                         Json{{"downwardAPI",
                               {{"items", Json::array({Json{
                                              {"fieldRef", {{"apiVersion", "v1"}, {"fieldPath", "metadata.namespace"}}},
                                              {"path", "namespace"}}})}}}}})}}}});
}

void completeService(const Cluster &cluster, Json &service)
{
    Json &spec = service["spec"];
    setDefault(spec, "type", "ClusterIP");
    if (spec.contains("ports") && spec["ports"].is_array())
        for (Json &port : spec["ports"]) {
            setDefault(port, "protocol", "TCP");
            if (textAt(spec, "type") != "ExternalName")
                setDefault(port, "targetPort", port["port"]);
        }
    setDefault(spec, "sessionAffinity", "None");
    if (textAt(spec, "type") == "ExternalName")
        return;
    setDefault(spec, "internalTrafficPolicy", "Cluster");
    if (textAt(spec, "type") != "ClusterIP")
        setDefault(spec, "externalTrafficPolicy", "Cluster");
    setDefault(spec, "ipFamilies", Json::array({"IPv4"}));
    setDefault(spec, "ipFamilyPolicy", "SingleStack");
    allocate(cluster, service);
}

void completeWorkload(Json &object, std::string_view kind)
{
    Json &spec = object["spec"];
    if (kind != "DaemonSet")
        setDefault(spec, "replicas", 1);
    if (kind == "Deployment") {
        setDefault(spec, "progressDeadlineSeconds", 600);
        setDefault(spec, "revisionHistoryLimit", 10);
        setDefault(spec, "strategy", {{"type", "RollingUpdate"}});
        if (textAt(spec["strategy"], "type") == "RollingUpdate")
            setDefault(spec["strategy"], "rollingUpdate", {{"maxSurge", "25%"}, {"maxUnavailable", "25%"}});
    }
    if (kind == "DaemonSet") {
        setDefault(spec, "revisionHistoryLimit", 10);
        setDefault(spec, "updateStrategy", {{"type", "RollingUpdate"}});
        if (textAt(spec["updateStrategy"], "type") == "RollingUpdate")
            setDefault(spec["updateStrategy"], "rollingUpdate", {{"maxSurge", 0}, {"maxUnavailable", 1}});
    }
    completePodSpec(spec["template"]["spec"]);
}

/// In maps of texts, a null is an empty text to the API server.
void fillTexts(Json &object, bool isService)
{
    static constexpr const char *maps[] = {"/metadata/labels",
                                           "/metadata/annotations",
                                           "/data",
                                           "/spec/nodeSelector",
                                           "/spec/podSelector/matchLabels",
                                           "/spec/selector/matchLabels",
                                           "/spec/template/metadata/annotations",
                                           "/spec/template/metadata/labels",
                                           "/spec/template/spec/nodeSelector"};
    const auto fill = [&](const char *path) {
        const Json::json_pointer place(path);
        if (!object.contains(place) || !object[place].is_object())
            return;
        for (Json &value : object[place])
            if (value.is_null())
                value = "";
    };
    std::ranges::for_each(maps, fill);
    if (isService)
        fill("/spec/selector");
}

} // namespace

void complete(Cluster &cluster, Json &object)
{
    const std::string kind = textAt(object, "kind");
    fillTexts(object, kind == "Service");
    const Kind *known = kindNamed(kind);
    if (known && known->namespaced && namespaceOf(object).empty())
        object["metadata"]["namespace"] = "default";
    if (kind == "Pod")
        completePod(object);
    else if (kind == "Service")
        completeService(cluster, object);
    else if (kind == "Deployment" || kind == "ReplicaSet" || kind == "DaemonSet")
        completeWorkload(object, kind);
    else if (kind == "Namespace") {
        object["metadata"]["labels"]["kubernetes.io/metadata.name"] = nameOf(object);
        object["spec"] = {{"finalizers", Json::array({"kubernetes"})}};
        object["status"] = {{"phase", "Active"}};
    } else if (kind == "NetworkPolicy") {
        Json &spec = object["spec"];
        for (const char *list : {"ingress", "egress"})
            if (spec.contains(list) && spec[list].is_array())
                for (Json &rule : spec[list])
                    if (rule.contains("ports") && rule["ports"].is_array())
                        for (Json &port : rule["ports"])
                            setDefault(port, "protocol", "TCP");
        if (!spec.contains("policyTypes")) {
            spec["policyTypes"] = Json::array({"Ingress"});
            if (spec.contains("egress"))
                spec["policyTypes"].push_back("Egress");
        }
    }
    if (known && !known->simulated && kind != "Secret" && kind != "ServiceAccount" &&
        kind.find("Role") == std::string::npos)
        cluster.note(fmt::format("nothing comes of an object of the kind {} here", kind));
}

} // namespace netdraft::model::kubernetes
