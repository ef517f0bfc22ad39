#include "model/recipe/kubernetes/kubeadm_parts.h"

#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

std::string ownAddress(const Netns &netns)
{
    for (const Route &route : netns.routes)
        if (route.destination.length() == 0 && route.destination.family() == Family::Ipv4 && !route.hops.empty())
            if (const Link *link = netns.find(route.hops.front().dev))
                for (const LinkAddress &address : link->addresses4)
                    return address.local.address.toString();
    for (const Link &link : netns.links)
        for (const LinkAddress &address : link.addresses4)
            if (!address.local.address.isLoopback() && link.up)
                return address.local.address.toString();
    return {};
}

std::vector<std::string> preflight(const Netns &netns, bool isControlPlane)
{
    std::vector<std::string> errors;
    if (!processNamed(netns, "containerd"))
        errors.emplace_back("[ERROR CRI]: could not connect to the container runtime: failed to create new CRI runtime "
                            "service: validate service connection: validate CRI v1 runtime API for endpoint "
                            "\"unix:///var/run/containerd/containerd.sock\": rpc error: code = Unavailable desc = "
                            "connection error: desc = \"transport: Error while dialing: dial unix "
                            "/var/run/containerd/containerd.sock: connect: no such file or directory\"");
    std::vector<int> ports{10250};
    if (isControlPlane)
        ports = {6443, 10259, 10257, 10250, 2379, 2380};
    for (const int port : ports)
        if (std::ranges::any_of(netns.sockets, [&](const Socket &socket) {
                return socket.port == port && socket.transport == Transport::Tcp;
            }))
            errors.push_back(fmt::format("[ERROR Port-{0}]: Port {0} is in use", port));
    if (isControlPlane)
        for (const char *name : {"kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd"})
            if (netns.files.contains(fmt::format("/etc/kubernetes/manifests/{}.yaml", name)))
                errors.push_back(fmt::format("[ERROR FileAvailable--etc-kubernetes-manifests-{0}.yaml]: "
                                             "/etc/kubernetes/manifests/{0}.yaml already exists",
                                             name));
    if (!isControlPlane && netns.files.contains("/etc/kubernetes/kubelet.conf"))
        errors.emplace_back("[ERROR FileAvailable--etc-kubernetes-kubelet.conf]: /etc/kubernetes/kubelet.conf already "
                            "exists");
    if (!netns.forwards(Family::Ipv4))
        errors.emplace_back("[ERROR FileContent--proc-sys-net-ipv4-ip_forward]: /proc/sys/net/ipv4/ip_forward contents "
                            "are not set to 1");
    return errors;
}

std::string kubeconfig(const std::string &server, const std::string &user)
{
    return fmt::format("apiVersion: v1\nclusters:\n- cluster:\n    server: https://{0}\n  name: kubernetes\ncontexts:\n"
                       "- context:\n    cluster: kubernetes\n    user: {1}\n  name: {1}@kubernetes\ncurrent-context: "
                       "{1}@kubernetes\nkind: Config\npreferences: {{}}\nusers:\n- name: {1}\n",
                       server, user);
}

Json controlPlanePod(const char *name, const std::string &image, std::vector<std::string> command)
{
    return {
        {"apiVersion", "v1"},
        {"kind", "Pod"},
        {"metadata",
         {{"labels", {{"component", name}, {"tier", "control-plane"}}}, {"name", name}, {"namespace", "kube-system"}}},
        {"spec",
         {{"containers", Json::array({Json{{"command", std::move(command)},
                                           {"image", "registry.k8s.io/" + image},
                                           {"imagePullPolicy", "IfNotPresent"},
                                           {"name", name}}})},
          {"hostNetwork", true},
          {"priorityClassName", "system-node-critical"}}}};
}

std::string clusterDnsOf(const std::string &serviceCidr)
{
    const auto range = Prefix::parse(serviceCidr);
    constexpr std::uint32_t dnsPlace = 10;
    return range ? Ipv4Address(range->address().v4().bits() + dnsPlace).toString() : "10.96.0.10";
}

std::string kubeletConfig(const std::string &dns, const std::string &domain)
{
    return fmt::format("apiVersion: kubelet.config.k8s.io/v1beta1\ncgroupDriver: systemd\nclusterDNS:\n- {}\n"
                       "clusterDomain: {}\ncontainerRuntimeEndpoint: unix:///var/run/containerd/containerd.sock\n"
                       "healthzBindAddress: 127.0.0.1\nhealthzPort: 10248\nkind: KubeletConfiguration\n"
                       "staticPodPath: /etc/kubernetes/manifests\n",
                       dns, domain);
}

} // namespace netdraft::model::kubernetes
