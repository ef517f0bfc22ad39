#include "solution_labs.h"

namespace netdraft::tests {

const char *const vxlan = R"({"Network": "10.244.0.0/16", "Backend": {"Type": "vxlan"}})";
const char *const hostGateway = R"({"Network": "10.244.0.0/16", "Backend": {"Type": "host-gw"}})";

namespace {

Json mount(const char *name, const char *path)
{
    return {{"name", name}, {"mountPath", path}};
}

Json hostPath(const char *name, const char *path)
{
    return {{"name", name}, {"hostPath", {{"path", path}}}};
}

} // namespace

Json flannelSpec()
{
    const Json config = mount("flannel-cfg", "/etc/kube-flannel/");
    return {{"hostNetwork", true},
            {"initContainers",
             Json::array({{{"name", "install-cni-plugin"},
                           {"image", "docker.io/flannel/flannel-cni-plugin:v1.5.1-flannel1"},
                           {"command", {"cp"}},
                           {"args", {"-f", "/flannel", "/opt/cni/bin/flannel"}},
                           {"volumeMounts", Json::array({mount("cni-plugin", "/opt/cni/bin")})}},
                          {{"name", "install-cni"},
                           {"image", "docker.io/flannel/flannel:v0.25.5"},
                           {"command", {"cp"}},
                           {"args", {"-f", "/etc/kube-flannel/cni-conf.json", "/etc/cni/net.d/10-flannel.conflist"}},
                           {"volumeMounts", Json::array({mount("cni", "/etc/cni/net.d"), config})}}})},
            {"containers", Json::array({{{"name", "kube-flannel"},
                                         {"image", "docker.io/flannel/flannel:v0.25.5"},
                                         {"command", {"/opt/bin/flanneld"}},
                                         {"args", {"--ip-masq", "--kube-subnet-mgr"}},
                                         {"volumeMounts", Json::array({mount("run", "/run/flannel"), config})}}})},
            {"volumes", Json::array({hostPath("run", "/run/flannel"),
                                     hostPath("cni-plugin", "/opt/cni/bin"),
                                     hostPath("cni", "/etc/cni/net.d"),
                                     {{"name", "flannel-cfg"}, {"configMap", {{"name", "kube-flannel-cfg"}}}}})}};
}

Json flannelConfig(const char *netConf)
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", "kube-flannel-cfg"}, {"namespace", "kube-system"}}},
            {"data",
             {{"cni-conf.json",
               R"({"name": "cbr0", "cniVersion": "0.3.1", "plugins": [{"type": "flannel", "delegate": {"hairpinMode": )"
               R"(true, "isDefaultGateway": true}}, {"type": "portmap", "capabilities": {"portMappings": true}}]})"},
              {"net-conf.json", netConf}}}};
}

PodLab flannelLab(const char *netConf, int nodes)
{
    PodLab lab(nodes);
    lab.put(flannelConfig(netConf));
    if (const QString failure = lab.sync(flannelSpec()); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    for (const auto &[node, pod] : {std::pair{"n1", "a"}, {"n2", "b"}})
        if (const auto added = lab.addPod(node, pod); !added)
            qFatal("%s", added.error().message.c_str());
    return lab;
}

Json weaveSpec(const char *range, const QMap<QString, QString> &variables)
{
    const Json init{{"name", "weave-init"},
                    {"image", "weaveworks/weave-kube:2.8.1"},
                    {"command", {"/home/weave/init.sh"}},
                    {"volumeMounts", Json::array({mount("cni-bin", "/host/opt"), mount("cni-conf", "/host/etc")})}};
    Json env = Json::array({{{"name", "INIT_CONTAINER"}, {"value", "true"}},
                            {{"name", "HOSTNAME"}, {"valueFrom", {{"fieldRef", {{"fieldPath", "spec.nodeName"}}}}}}});
    if (*range)
        env.push_back({{"name", "IPALLOC_RANGE"}, {"value", range}});
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        env.push_back({{"name", variable.key().toStdString()}, {"value", variable.value().toStdString()}});
    const Json weave{{"name", "weave"},
                     {"image", "weaveworks/weave-kube:2.8.1"},
                     {"command", {"/home/weave/launch.sh"}},
                     {"env", env},
                     {"volumeMounts", Json::array({mount("weavedb", "/weavedb")})}};
    Json containers = Json::array({weave});
    if (!variables.contains("EXPECT_NPC"))
        containers.push_back({{"name", "weave-npc"}, {"image", "weaveworks/weave-npc:2.8.1"}});
    return {{"hostNetwork", true},
            {"initContainers", Json::array({init})},
            {"containers", containers},
            {"volumes", Json::array({hostPath("weavedb", "/var/lib/weave"), hostPath("cni-bin", "/opt"),
                                     hostPath("cni-conf", "/etc")})}};
}

void startPod(PodLab &lab, const char *node, const char *pod)
{
    const auto added = lab.addPod(node, pod);
    if (!added)
        qFatal("%s", added.error().message.c_str());
    lab.put({{"apiVersion", "v1"},
             {"kind", "Pod"},
             {"metadata", {{"name", pod}, {"namespace", "default"}}},
             {"spec", {{"nodeName", node}}},
             {"status", {{"podIP", lab.addressOf(pod).section('/', 0, 0).toStdString()}}}});
}

/// Two nodes with a pod each, once the agents on both have done what they do.
PodLab twoPods(const Json &spec)
{
    PodLab lab(2);
    if (const QString failure = lab.sync(spec); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    startPod(lab, "n1", "a");
    startPod(lab, "n2", "b");
    if (const QString failure = lab.sync(spec); !failure.isEmpty())
        qFatal("%s", qPrintable(failure));
    return lab;
}

PodLab weaveLab(const Json &spec)
{
    return twoPods(spec);
}

Json calicoSpec(const QMap<QString, QString> &variables)
{
    const Json install{{"name", "install-cni"},
                       {"image", "docker.io/calico/cni:v3.29.1"},
                       {"command", {"/opt/cni/bin/install"}},
                       {"env", Json::array({{{"name", "CNI_CONF_NAME"}, {"value", "10-calico.conflist"}}})},
                       {"volumeMounts", Json::array({mount("cni-bin-dir", "/host/opt/cni/bin"),
                                                     mount("cni-net-dir", "/host/etc/cni/net.d")})}};
    Json env = Json::array();
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        env.push_back({{"name", variable.key().toStdString()}, {"value", variable.value().toStdString()}});
    return {
        {"hostNetwork", true},
        {"initContainers", Json::array({install,
                                        {{"name", "mount-bpffs"},
                                         {"image", "docker.io/calico/node:v3.29.1"},
                                         {"command", {"calico-node", "-init", "-best-effort"}}}})},
        {"containers", Json::array({{{"name", "calico-node"},
                                     {"image", "docker.io/calico/node:v3.29.1"},
                                     {"env", env},
                                     {"volumeMounts", Json::array({mount("var-lib-calico", "/var/lib/calico")})}}})},
        {"volumes", Json::array({hostPath("var-lib-calico", "/var/lib/calico"), hostPath("cni-bin-dir", "/opt/cni/bin"),
                                 hostPath("cni-net-dir", "/etc/cni/net.d")})}};
}

PodLab calicoLab(const QMap<QString, QString> &variables)
{
    return twoPods(calicoSpec(variables));
}

PodLab bridgeLab()
{
    PodLab lab(2);
    for (const int node : {1, 2})
        lab.type(
            QString(R"(ip netns exec n%1 bash -c 'echo "{\"cniVersion\":\"0.4.0\",\"name\":\"pods\",\"plugins\":)"
                    R"([{\"type\":\"bridge\",\"isDefaultGateway\":true,\"ipam\":{\"type\":\"host-local\",\"subnet\":)"
                    R"(\"10.244.%2.0/24\"}}]}" > /etc/cni/net.d/10-bridge.conflist')")
                .arg(node)
                .arg(node - 1));
    lab.type("ip -n n1 route add 10.244.1.0/24 via 192.168.56.12");
    lab.type("ip -n n2 route add 10.244.0.0/24 via 192.168.56.11");
    for (const auto &[node, pod] : {std::pair{"n1", "a"}, {"n1", "c"}, {"n2", "b"}})
        if (const auto added = lab.addPod(node, pod); !added)
            qFatal("%s", added.error().message.c_str());
    return lab;
}

PodLab labOf(const QString &network)
{
    return network == "pods-flannel-vxlan"    ? flannelLab(vxlan)
           : network == "pods-flannel-hostgw" ? flannelLab(hostGateway)
           : network == "pods-calico"         ? calicoLab({{"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"}})
           : network == "pods-calico-vxlan"   ? calicoLab({{"CALICO_IPV4POOL_CIDR", "10.244.0.0/16"},
                                                           {"CALICO_IPV4POOL_VXLAN", "Always"},
                                                           {"CALICO_NETWORKING_BACKEND", "vxlan"}})
           : network == "pods-weave"          ? weaveLab(weaveSpec("10.32.1.0/24"))
           : network == "pods-weave-no-npc"   ? weaveLab(weaveSpec("", {{"EXPECT_NPC", "0"}}))
                                              : bridgeLab();
}

} // namespace netdraft::tests
