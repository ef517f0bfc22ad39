#pragma once

#include "model/recipe/kubernetes/kubernetes.h"

namespace netdraft::model::kubernetes {

/// Lets the cluster do what it has to do: kubelets, controllers and the scheduler, in turn, until nothing changes.
void catchUp(Cluster &cluster, Starter starter);

/// A client's way to an API server, and the cluster behind it.
struct Connection {
    std::optional<Cluster> cluster;
    std::string error;  ///< what kubectl says where there is none
    EditList before;    ///< what kubelets did on their own first
    std::string server; ///< ADDRESS:PORT
};
/// Goes by a kubeconfig's `server`, from a namespace.
Connection connect(const Project &project, const std::string &netns, const std::string &server, Starter starter);

/// Whether an API server can be reached from a namespace, and why not: as connect(2) says it.
struct Reached {
    std::string netns; ///< where it runs; empty: it is not reached
    std::string error; ///< `connect: connection refused`, `i/o timeout`, …
};
Reached reach(const Network &network, const std::string &netns, const std::string &server);

} // namespace netdraft::model::kubernetes
