#pragma once

#include "model/command/response.h"
#include "model/edit/edit.h"
#include "model/recipe/kubernetes/containerd.h"

namespace netdraft::model::kubernetes {

/// How a program starts in a namespace, as of Docker: its edits; none where it opens no sockets; or the status
/// noSuchProgram.
using Starter = Response (*)(const Netns &netns, std::span<const std::string> words);
inline constexpr int noSuchProgram = 126;

/// A kubelet: a namespace where one runs.
struct Kubelet {
    std::string netns;
    std::string node;   ///< the name that it goes by
    std::string server; ///< ADDRESS:PORT of /etc/kubernetes/kubelet.conf; empty: none
};
/// All of a network.
std::vector<Kubelet> kubelets(const Workbench &bench);
/// `server: https://ADDRESS:PORT` of a kubeconfig, without the `https://`.
std::string serverOf(std::string_view kubeconfig);

/// Runs what stands in /etc/kubernetes/manifests of a node, and ends what does not any more.
void runStaticPods(Workbench &bench, const Kubelet &kubelet, Starter starter, const std::string &now);

/// What the kubelet of a node does once: it registers, says how it is, runs the pods that are bound to it, and takes
/// those down that are to go.
void syncKubelet(Cluster &cluster, const Kubelet &kubelet, Starter starter);
/// Says of the node of a kubelet that is gone, or does not reach the API server, that nobody knows how it is.
void loseNode(Cluster &cluster, const std::string &node);

/// Takes down all that runs in the sandboxes of a node.
void endAllPods(Workbench &bench, const std::string &node);

} // namespace netdraft::model::kubernetes
