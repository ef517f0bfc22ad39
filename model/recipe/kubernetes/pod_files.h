#pragma once

#include "model/recipe/kubernetes/pods.h"

namespace netdraft::model::kubernetes {

/// What a kubelet writes for a pod into its namespace: hosts, hostname, resolv.conf, and the files of ConfigMaps that
/// are mounted where a namespace may have files. Those of a pod of hostNetwork are the node's.
void writePodFiles(NodeWork &work, const Json &pod, const Sandbox &sandbox);
/// Has a container that runs on go by what has changed since: an agent its network, its files those of ConfigMaps.
void keepUp(NodeWork &work, const Json &pod, const Json &container);
/// Guaranteed, Burstable or BestEffort.
std::string qosOf(const Json &pod);

} // namespace netdraft::model::kubernetes
