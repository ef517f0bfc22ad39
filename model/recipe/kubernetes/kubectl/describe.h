#pragma once

#include "model/recipe/kubernetes/kubectl/kubectl.h"
#include "model/recipe/kubernetes/kubectl/tab_writer.h"

namespace netdraft::model::kubernetes {

// What `kubectl describe` says, of kubectl 1.32 (pkg/describe).

/// A value as it is printed: texts without quotes.
std::string printedValue(const Json &value);
/// The members of a map of values by their names; none where there is no map.
std::map<std::string, std::string> orderedValues(const Json *map);

/// `app=web`, one below the other; `<none>`.
void describeLabels(TabWriter &writer, int level, std::string_view title, const Json *labels);
void describeAnnotations(TabWriter &writer, const Json &object);
/// What most objects begin with: the name, the Kubernetes namespace, labels and annotations.
void describeHead(TabWriter &writer, const Json &object);
/// The containers of a pod, or of a template, where there is no status.
void describeContainers(TabWriter &writer, int level, std::string_view title, const Json &containers,
                        const Json &status);
void describeVolumes(TabWriter &writer, int level, const Json &volumes);
void describeTolerations(TabWriter &writer, int level, const Json &tolerations);
void describeTemplate(TabWriter &writer, const Json &object);
void describeEvents(TabWriter &writer, const Cluster &cluster, const Json &object);
/// `Thu, 01 Jan 2026 00:00:07 +0000`
std::string longTime(const std::string &timestamp);
/// `a=1,b=2`; `<none>`.
std::string selectorText(const Json *labels);
/// Pods of a workload by how they are.
struct PodCounts {
    int running = 0;
    int waiting = 0;
    int succeeded = 0;
    int failed = 0;
};
PodCounts countPods(const Cluster &cluster, const Json &owner);

std::string describedPod(const Cluster &cluster, const Json &pod);
std::string describedNode(const Cluster &cluster, const Json &node);
std::string describedService(const Cluster &cluster, const Json &service);
std::string describedWorkload(const Cluster &cluster, const Json &object);
std::string describedPolicy(const Cluster &cluster, const Json &policy);
std::string describedConfigMap(const Cluster &cluster, const Json &map);
std::string describedEndpoints(const Cluster &cluster, const Json &endpoints);
std::string describedNamespace(const Cluster &cluster, const Json &netns);

} // namespace netdraft::model::kubernetes
