#pragma once

#include "model/address/prefix.h"
#include "model/recipe/kubernetes/cluster.h"

namespace netdraft::model::kubernetes {

/// A pod, or whatever else a Service leads to.
struct ServiceEndpoint {
    IpAddress address;
    std::uint16_t port = 0;
    bool isLocal = false; ///< on this node

    std::string toString() const; ///< `10.244.0.5:8080`
};

/// One port of a Service of IPv4, as kube-proxy sees it on a node.
struct ServicePort {
    std::string name;     ///< `default/web:http`, `default/web` where the port has no name
    std::string protocol; ///< tcp, udp, sctp
    IpAddress clusterIp;
    std::uint16_t port = 0;
    std::uint16_t nodePort = 0;            ///< 0: none
    std::uint16_t healthCheckNodePort = 0; ///< 0: none
    std::vector<IpAddress> externalIps;
    std::vector<IpAddress> loadBalancerIps;
    std::vector<Prefix> sourceRanges;       ///< who may come by those of the load balancer; empty: everybody
    bool internalLocal = false;             ///< internalTrafficPolicy: Local
    bool externalLocal = false;             ///< externalTrafficPolicy: Local
    std::uint32_t stickySeconds = 0;        ///< of sessionAffinity: ClientIP; 0: each connection by itself
    std::vector<ServiceEndpoint> endpoints; ///< those that are ready, in the order of their texts

    bool isExternal() const { return nodePort != 0 || !externalIps.empty() || !loadBalancerIps.empty(); }
    /// Endpoints of all nodes are used; with externalTrafficPolicy: Local too, by the node's own pods.
    bool usesAll() const { return !internalLocal || isExternal(); }
    bool usesLocal() const { return internalLocal || (externalLocal && isExternal()); }
};

/// Those of all Services that kube-proxy cares for, by name; not those without a cluster IP. `node` is whom it takes
/// for itself.
std::vector<ServicePort> servicePorts(const Cluster &cluster, const std::string &node);

} // namespace netdraft::model::kubernetes
