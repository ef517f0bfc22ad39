#pragma once

#include "model/names/corefile.h"
#include "model/names/server.h"

#include <set>

namespace netdraft::model::names {

/// The file of a namespace with what the API server of its cluster tells CoreDNS: `{"services": [Service, …],
/// "endpoints": [Endpoints, …], "pods": [{"name", "namespace", "ip"}, …], "namespaces": [Namespace or its name, …]}`.
inline constexpr std::string_view clusterObjectsFile = "/var/lib/coredns/kubernetes.json";

/// One requirement of a label selector: `app=web`, `stage in (test, qa)`, `!hidden`.
struct LabelRequirement {
    enum class Kind : std::uint8_t { In, NotIn, Exists, DoesNotExist };
    std::string key;
    Kind kind = Kind::Exists;
    std::vector<std::string> values;
};
/// The requirements of an expression, with commas between them; none of what is no expression.
std::optional<std::vector<LabelRequirement>> readLabelExpression(std::string_view text);

/// `kubernetes [ZONES…] { pods disabled|insecure|verified … }` (coredns-kubernetes(7))
struct CorednsKubernetes {
    enum class Pods : std::uint8_t { Disabled, Insecure, Verified };
    std::vector<std::string> zones;
    std::string primaryZone; ///< the first that is not reverse
    Pods pods = Pods::Disabled;
    std::uint32_t ttl = 5;
    bool podNames = false;            ///< endpoint_pod_names
    bool endpoints = true;            ///< false: noendpoints
    bool ignoresEmpty = false;        ///< ignore empty_service
    std::set<std::string> namespaces; ///< empty: all
    std::vector<LabelRequirement> labels;
    std::vector<LabelRequirement> namespaceLabels;
    std::vector<std::string> fallthrough; ///< the zones for which the next plugin is asked
};

/// What is wrong with a directive: in a line of the Corefile, or of the plugin alone.
struct KubernetesComplaint {
    std::string text;
    bool inLine = true;
};
/// Reads the directive; zones are absolute. `serverZones` stand for those that are not given.
std::expected<CorednsKubernetes, KubernetesComplaint>
readKubernetes(const CorefileDirective &directive, const std::vector<std::string> &serverZones, bool inCluster);

/// Asks the server itself for a name that a Service of type ExternalName stands for.
using LookUp = std::function<std::vector<Record>(const Question &question)>;

/// What the plugin answers (the specification of Kubernetes DNS-Based Service Discovery, 1.1.0); none where it leaves
/// the question to the next.
std::optional<Message> answerOfKubernetes(const CorednsKubernetes &settings, const Query &query,
                                          const Question &question, const LookUp &lookUp);

} // namespace netdraft::model::names
