#pragma once

#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// What kubeadm knows of a cluster that it makes.
struct ClusterSettings {
    std::string apiServer;
    int port = 6443;
    std::string endpoint; ///< ADDRESS:PORT by which nodes reach it
    std::string serviceCidr;
    std::string podCidr; ///< empty: none
    std::string dns;     ///< the ClusterIP of kube-dns
    std::string domain;
};
/// The Kubernetes namespaces, the Service kubernetes, and the addons kube-proxy and CoreDNS.
void addAddons(Cluster &cluster, const ClusterSettings &settings);

} // namespace netdraft::model::kubernetes
