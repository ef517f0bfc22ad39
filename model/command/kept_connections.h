#pragma once

#include "model/network/network.h"

namespace netdraft::model::command {

/// One end of a TCP connection that programs keep open as long as they run.
struct KeptConnection {
    IpAddress local;
    std::uint16_t localPort = 0;
    IpAddress remote;
    std::uint16_t remotePort = 0;
    bool overIpv6 = false; ///< the socket is of IPv6, for it came to one that takes both families
    int pid = 0;
};

/// Those of a control plane's programs to each other in one namespace: kube-apiserver to the etcd of `--etcd-servers`,
/// one for each kind of object that it stores, and what has a kubeconfig to its API server. The listener's end comes
/// after that of whom it let in. What crosses to another machine is not told of.
std::vector<KeptConnection> keptConnections(const Netns &netns);

} // namespace netdraft::model::command
