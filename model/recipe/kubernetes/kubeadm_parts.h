#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

// What kubeadm looks at on a machine, and what it writes there.

/// The address of a machine: where its default route leads out, else the first; empty: it has none.
std::string ownAddress(const Netns &netns);
/// What it looks for before it changes anything: an error a line.
std::vector<std::string> preflight(const Netns &netns, bool isControlPlane);

/// A kubeconfig of a user, for an API server at ADDRESS:PORT.
std::string kubeconfig(const std::string &server, const std::string &user);
/// A static pod of the control plane.
Json controlPlanePod(const char *name, const std::string &image, std::vector<std::string> command);
/// The tenth address of the Services, which is that of kube-dns.
std::string clusterDnsOf(const std::string &serviceCidr);
/// /var/lib/kubelet/config.yaml
std::string kubeletConfig(const std::string &dns, const std::string &domain);

} // namespace netdraft::model::kubernetes
