#include "model/recipe/kubernetes/addons.h"

#include "model/recipe/kubernetes/manifest.h"

#include <fmt/format.h>

namespace netdraft::model::kubernetes {

namespace {

void add(Cluster &cluster, Json object)
{
    complete(cluster, object);
    cluster.put(std::move(object));
}

Json configMap(const char *name, Json data)
{
    return {{"apiVersion", "v1"},
            {"kind", "ConfigMap"},
            {"metadata", {{"name", name}, {"namespace", "kube-system"}}},
            {"data", std::move(data)}};
}

std::string corefile(const std::string &domain)
{
    return fmt::format(".:53 {{\n    errors\n    health {{\n       lameduck 5s\n    }}\n    ready\n    kubernetes {} "
                       "in-addr.arpa ip6.arpa {{\n       pods insecure\n       fallthrough in-addr.arpa ip6.arpa\n"
                       "       ttl 30\n    }}\n    prometheus :9153\n    forward . /etc/resolv.conf {{\n"
                       "       max_concurrent 1000\n    }}\n    cache 30\n    loop\n    reload\n    loadbalance\n}}\n",
                       domain);
}

void addCoredns(Cluster &cluster, const ClusterSettings &settings)
{
    add(cluster, configMap("coredns", {{"Corefile", corefile(settings.domain)}}));
    const Json labels{{"k8s-app", "kube-dns"}};
    add(cluster,
        {{"apiVersion", "apps/v1"},
         {"kind", "Deployment"},
         {"metadata", {{"name", "coredns"}, {"namespace", "kube-system"}, {"labels", labels}}},
         {"spec",
          {{"replicas", 2},
           {"selector", {{"matchLabels", labels}}},
           {"template",
            {{"metadata", {{"labels", labels}}},
             {"spec",
              {{"serviceAccountName", "coredns"},
               {"priorityClassName", "system-cluster-critical"},
               {"dnsPolicy", "Default"},
               {"nodeSelector", {{"kubernetes.io/os", "linux"}}},
               {"tolerations",
                Json::array({Json{{"key", "CriticalAddonsOnly"}, {"operator", "Exists"}},
                             Json{{"key", "node-role.kubernetes.io/control-plane"}, {"effect", "NoSchedule"}}})},
               {"containers",
                Json::array({Json{
                    {"name", "coredns"},
                    {"image", "registry.k8s.io/coredns/coredns:v1.11.3"},
                    {"imagePullPolicy", "IfNotPresent"},
                    {"args", Json::array({"-conf", "/etc/coredns/Corefile"})},
                    {"ports", Json::array({Json{{"containerPort", 53}, {"name", "dns"}, {"protocol", "UDP"}},
                                           Json{{"containerPort", 53}, {"name", "dns-tcp"}, {"protocol", "TCP"}},
                                           Json{{"containerPort", 9153}, {"name", "metrics"}, {"protocol", "TCP"}}})},
                    {"resources",
                     {{"limits", {{"memory", "170Mi"}}}, {"requests", {{"cpu", "100m"}, {"memory", "70Mi"}}}}},
                    {"volumeMounts",
                     Json::array(
                         {Json{{"name", "config-volume"}, {"mountPath", "/etc/coredns"}, {"readOnly", true}}})}}})},
               {"volumes", Json::array({Json{{"name", "config-volume"},
                                             {"configMap",
                                              {{"name", "coredns"},
                                               {"items", Json::array({Json{{"key", "Corefile"},
                                                                           {"path", "Corefile"}}})}}}}})}}}}}}}});
    add(cluster,
        {{"apiVersion", "v1"},
         {"kind", "Service"},
         {"metadata",
          {{"name", "kube-dns"},
           {"namespace", "kube-system"},
           {"labels",
            {{"k8s-app", "kube-dns"}, {"kubernetes.io/cluster-service", "true"}, {"kubernetes.io/name", "CoreDNS"}}}}},
         {"spec",
          {{"clusterIP", settings.dns},
           {"selector", labels},
           {"ports",
            Json::array({Json{{"name", "dns"}, {"port", 53}, {"protocol", "UDP"}, {"targetPort", 53}},
                         Json{{"name", "dns-tcp"}, {"port", 53}, {"protocol", "TCP"}, {"targetPort", 53}},
                         Json{{"name", "metrics"}, {"port", 9153}, {"protocol", "TCP"}, {"targetPort", 9153}}})}}}});
}

void addKubeProxy(Cluster &cluster, const ClusterSettings &settings)
{
    add(cluster,
        configMap("kube-proxy",
                  {{"config.conf", fmt::format("apiVersion: kubeproxy.config.k8s.io/v1alpha1\nbindAddress: 0.0.0.0\n"
                                               "clusterCIDR: \"{}\"\nhealthzBindAddress: \"\"\nkind: "
                                               "KubeProxyConfiguration\nmetricsBindAddress: \"\"\nmode: \"\"\n",
                                               settings.podCidr)},
                   {"kubeconfig.conf", fmt::format("apiVersion: v1\nkind: Config\nclusters:\n- cluster:\n    server: "
                                                   "https://{}\n  name: default\n",
                                                   settings.endpoint)}}));
    const Json labels{{"k8s-app", "kube-proxy"}};
    add(cluster,
        {{"apiVersion", "apps/v1"},
         {"kind", "DaemonSet"},
         {"metadata", {{"name", "kube-proxy"}, {"namespace", "kube-system"}, {"labels", labels}}},
         {"spec",
          {{"selector", {{"matchLabels", labels}}},
           {"template",
            {{"metadata", {{"labels", labels}}},
             {"spec",
              {{"serviceAccountName", "kube-proxy"},
               {"priorityClassName", "system-node-critical"},
               {"hostNetwork", true},
               {"nodeSelector", {{"kubernetes.io/os", "linux"}}},
               {"tolerations", Json::array({Json{{"operator", "Exists"}}})},
               {"containers",
                Json::array({Json{
                    {"name", "kube-proxy"},
                    {"image", "registry.k8s.io/kube-proxy:v1.32.0"},
                    {"imagePullPolicy", "IfNotPresent"},
                    {"command", Json::array({"/usr/local/bin/kube-proxy", "--config=/var/lib/kube-proxy/config.conf",
                                             "--hostname-override=$(NODE_NAME)"})},
                    {"env", Json::array({Json{{"name", "NODE_NAME"},
                                              {"valueFrom", {{"fieldRef", {{"fieldPath", "spec.nodeName"}}}}}}})},
                    {"volumeMounts",
                     Json::array({Json{{"mountPath", "/var/lib/kube-proxy"}, {"name", "kube-proxy"}}})}}})},
               {"volumes",
                Json::array({Json{{"name", "kube-proxy"}, {"configMap", {{"name", "kube-proxy"}}}}})}}}}}}}});
}

} // namespace

void addAddons(Cluster &cluster, const ClusterSettings &settings)
{
    for (const char *name : {"default", "kube-node-lease", "kube-public", "kube-system"})
        add(cluster, {{"apiVersion", "v1"}, {"kind", "Namespace"}, {"metadata", {{"name", name}}}});
    const auto range = Prefix::parse(settings.serviceCidr);
    const std::string first = range ? Ipv4Address(range->address().v4().bits() + 1).toString() : "10.96.0.1";
    add(cluster,
        {{"apiVersion", "v1"},
         {"kind", "Service"},
         {"metadata",
          {{"name", "kubernetes"},
           {"namespace", "default"},
           {"labels", {{"component", "apiserver"}, {"provider", "kubernetes"}}}}},
         {"spec",
          {{"clusterIP", first},
           {"ports", Json::array({Json{
                         {"name", "https"}, {"port", 443}, {"protocol", "TCP"}, {"targetPort", settings.port}}})}}}});
    cluster.put(
        {{"apiVersion", "v1"},
         {"kind", "Endpoints"},
         {"metadata", {{"name", "kubernetes"}, {"namespace", "default"}}},
         {"subsets",
          Json::array({Json{
              {"addresses", Json::array({Json{{"ip", settings.apiServer}}})},
              {"ports", Json::array({Json{{"name", "https"}, {"port", settings.port}, {"protocol", "TCP"}}})}}})}});
    addKubeProxy(cluster, settings);
    addCoredns(cluster, settings);
}

} // namespace netdraft::model::kubernetes
