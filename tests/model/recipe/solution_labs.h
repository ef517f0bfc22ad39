#pragma once

#include "tests/model/recipe/pod_lab.h"

#include <QMap>
#include <QString>

// Nodes with a pod network that a program makes, for the tests of each.

namespace netdraft::tests {

using Json = model::kubernetes::Json;

/// What flannel's net-conf.json says of its back end.
extern const char *const vxlan;
extern const char *const hostGateway;

/// The pod of kube-flannel.yml 0.25.
Json flannelSpec();
Json flannelConfig(const char *netConf);
/// Nodes with flannel, and a pod `a` on the first, `b` on the second.
PodLab flannelLab(const char *netConf, int nodes = 2);
/// The pod of weave-daemonset-k8s.yaml 2.8.1, with more variables of the container weave.
Json weaveSpec(const char *range, const QMap<QString, QString> &variables = {});
/// Starts a pod as a kubelet does, which tells of its address.
void startPod(PodLab &lab, const char *node, const char *pod);
/// Nodes with Weave Net, and a pod `a` on the first, `b` on the second.
PodLab weaveLab(const Json &spec);
/// The pod of calico.yaml 3.29, with these variables of the container calico-node.
Json calicoSpec(const QMap<QString, QString> &variables);
/// Nodes with Calico, and a pod `a` on the first, `b` on the second.
PodLab calicoLab(const QMap<QString, QString> &variables);
/// The reference plugin `bridge` on each node, and a route to the other's pods.
PodLab bridgeLab();
/// The network of that name in tests/kernel/networks.
PodLab labOf(const QString &network);

} // namespace netdraft::tests
