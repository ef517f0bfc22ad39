#pragma once

#include "model/recipe/kubernetes/proxy/kept_chains.h"
#include "model/recipe/kubernetes/proxy/proxy_settings.h"
#include "model/recipe/kubernetes/proxy/service_ports.h"

namespace netdraft::model::kubernetes {

/// The chains that kube-proxy 1.32 keeps in iptables mode on a node for these ports, with those that lead to them.
/// `nodeAddresses` are the node's own.
KeptChains serviceChains(const ProxySettings &settings, const std::vector<ServicePort> &ports,
                         const std::vector<IpAddress> &nodeAddresses);

} // namespace netdraft::model::kubernetes
