#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/addons.h"
#include "model/recipe/kubernetes/catch_up.h"
#include "model/recipe/kubernetes/kubeadm_parts.h"
#include "model/recipe/kubernetes/manifest.h"
#include "model/recipe/kubernetes/services.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

constexpr std::string_view version = "v1.32.0";
constexpr std::string_view etcdVersion = "3.5.16-0";

using Flags = std::map<std::string, std::string, std::less<>>;

/// `--name=value` and `--name value`; the others are left in `rest`.
struct Read {
    Flags flags;
    std::vector<std::string> rest;
    std::string unknown;
};

Read readFlags(std::span<const std::string> words, std::string_view valued, std::string_view plain)
{
    const auto has = [](std::string_view list, std::string_view name) {
        return fmt::format(" {} ", list).find(fmt::format(" {} ", name)) != std::string::npos;
    };
    Read read;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string &word = words[i];
        if (!word.starts_with('-')) {
            read.rest.push_back(word);
            continue;
        }
        const auto equals = word.find('=');
        const std::string name = word.substr(0, equals);
        if (equals != std::string::npos && (has(valued, name) || has(plain, name)))
            read.flags[name] = word.substr(equals + 1);
        else if (has(valued, name) && i + 1 < words.size())
            read.flags[name] = words[++i];
        else if (has(plain, name))
            read.flags[name] = "true";
        else if (read.unknown.empty())
            read.unknown = name;
    }
    return read;
}

std::string flag(const Read &read, std::string_view name, std::string_view otherwise = {})
{
    const auto found = read.flags.find(name);
    return found == read.flags.end() ? std::string(otherwise) : found->second;
}

Answer unknownFlag(const std::string &name)
{
    return {1,
            {},
            fmt::format("unknown flag: {}\nTo see the stack trace of this error execute with --v=5 or higher\n", name),
            {}};
}

Answer preflightFailed(const std::vector<std::string> &errors, std::string out)
{
    std::string err = "error execution phase preflight: [preflight] Some fatal errors occurred:\n";
    for (const std::string &error : errors)
        err += '\t' + error + '\n';
    err += "[preflight] If you know what you are doing, you can make a check non-fatal with "
           "`--ignore-preflight-errors=...`\nTo see the stack trace of this error execute with --v=5 or higher\n";
    return {1, std::move(out), std::move(err), {}};
}

void startKubelet(Workbench &bench, const std::string &netns, const Read &read)
{
    std::string command = "/usr/bin/kubelet --bootstrap-kubeconfig=/etc/kubernetes/bootstrap-kubelet.conf "
                          "--kubeconfig=/etc/kubernetes/kubelet.conf --config=/var/lib/kubelet/config.yaml "
                          "--container-runtime-endpoint=unix:///var/run/containerd/containerd.sock "
                          "--pod-infra-container-image=registry.k8s.io/pause:3.10";
    if (const std::string name = flag(read, "--node-name"); !name.empty())
        command += " --hostname-override=" + name;
    bench.attempt(StartProcess{
        netns,
        command,
        {{Transport::Tcp, Ipv4Address(127, 0, 0, 1), 10248, false}, {Transport::Tcp, Ipv6Address(), 10250, false}},
        0});
}

Answer init(const Call &call)
{
    const Read read = readFlags(call.words.subspan(1),
                                "--apiserver-advertise-address --apiserver-bind-port --pod-network-cidr --service-cidr "
                                "--service-dns-domain --node-name --control-plane-endpoint --kubernetes-version "
                                "--cri-socket --ignore-preflight-errors --token --token-ttl -v --v",
                                "--upload-certs");
    if (!read.unknown.empty())
        return unknownFlag(read.unknown);
    Workbench bench(call.project);
    const Netns &own = *bench.find(call.netns);
    std::string out =
        fmt::format("[init] Using Kubernetes version: {}\n[preflight] Running pre-flight checks\n", version);
    const std::vector<std::string> errors = preflight(own, true);
    const std::string ignored = flag(read, "--ignore-preflight-errors");
    if (!errors.empty() && ignored != "all")
        return preflightFailed(errors, std::move(out));
    const std::string address = flag(read, "--apiserver-advertise-address", ownAddress(own));
    if (address.empty())
        return {1,
                std::move(out),
                "unable to select an IP from default routes.\nTo see the stack trace of this error execute with --v=5 "
                "or higher\n",
                {}};
    for (const char *name : {"--pod-network-cidr", "--service-cidr"})
        if (const std::string cidr = flag(read, name); !cidr.empty() && !Prefix::parse(cidr))
            return {3,
                    {},
                    fmt::format("networking.{}Subnet: Invalid value: \"{}\": couldn't parse subnet\nTo see the stack "
                                "trace of this error execute with --v=5 or higher\n",
                                std::string_view(name) == "--service-cidr" ? "service" : "pod", cidr),
                    {}};
    const std::string services = flag(read, "--service-cidr", "10.96.0.0/12");
    const std::string pods = flag(read, "--pod-network-cidr");
    const std::string port = flag(read, "--apiserver-bind-port", "6443");
    const std::string endpoint = flag(read, "--control-plane-endpoint", address + ':' + port);
    const std::string server = endpoint.find(':') == std::string::npos ? endpoint + ':' + port : endpoint;
    const std::string domain = flag(read, "--service-dns-domain", "cluster.local");
    const auto write = [&](const char *path, std::string text) {
        [[maybe_unused]] const auto done = bench.writeFile(call.netns, path, std::move(text));
    };
    std::string node = flag(read, "--node-name");
    if (node.empty())
        node = call.netns;
    const std::string local = "https://127.0.0.1:2379";
    write("/etc/kubernetes/admin.conf", kubeconfig(server, "kubernetes-admin"));
    write("/etc/kubernetes/kubelet.conf", kubeconfig(server, "system:node:" + node));
    write("/etc/kubernetes/controller-manager.conf",
          kubeconfig(address + ':' + port, "system:kube-controller-manager"));
    write("/etc/kubernetes/scheduler.conf", kubeconfig(address + ':' + port, "system:kube-scheduler"));
    write("/var/lib/kubelet/config.yaml", kubeletConfig(clusterDnsOf(services), domain));
    std::vector<std::string> manager{"kube-controller-manager", "--bind-address=127.0.0.1", "--leader-elect=true",
                                     "--kubeconfig=/etc/kubernetes/controller-manager.conf",
                                     "--service-cluster-ip-range=" + services};
    if (!pods.empty())
        manager.insert(manager.begin() + 1, {"--allocate-node-cidrs=true", "--cluster-cidr=" + pods});
    const std::pair<const char *, Json> manifests[] = {
        {"/etc/kubernetes/manifests/etcd.yaml",
         controlPlanePod("etcd", fmt::format("etcd:{}", etcdVersion),
                         {"etcd", fmt::format("--advertise-client-urls=https://{}:2379", address),
                          "--data-dir=/var/lib/etcd",
                          fmt::format("--initial-advertise-peer-urls=https://{}:2380", address),
                          fmt::format("--listen-client-urls={},https://{}:2379", local, address),
                          "--listen-metrics-urls=http://127.0.0.1:2381",
                          fmt::format("--listen-peer-urls=https://{}:2380", address), "--name=" + node})},
        {"/etc/kubernetes/manifests/kube-apiserver.yaml",
         controlPlanePod("kube-apiserver", fmt::format("kube-apiserver:{}", version),
                         {"kube-apiserver", "--advertise-address=" + address, "--allow-privileged=true",
                          "--authorization-mode=Node,RBAC", "--etcd-servers=" + local, "--secure-port=" + port,
                          "--service-cluster-ip-range=" + services})},
        {"/etc/kubernetes/manifests/kube-controller-manager.yaml",
         controlPlanePod("kube-controller-manager", fmt::format("kube-controller-manager:{}", version),
                         std::move(manager))},
        {"/etc/kubernetes/manifests/kube-scheduler.yaml",
         controlPlanePod("kube-scheduler", fmt::format("kube-scheduler:{}", version),
                         {"kube-scheduler", "--bind-address=127.0.0.1", "--kubeconfig=/etc/kubernetes/scheduler.conf",
                          "--leader-elect=true"})},
    };
    for (const auto &[path, pod] : manifests)
        write(path, printedYaml(pod));
    startKubelet(bench, call.netns, read);
    Connection connection = connect(bench.project(), call.netns, server, call.starter);
    if (!connection.cluster)
        return {1,
                std::move(out),
                fmt::format("error execution phase wait-control-plane: could not initialize a Kubernetes cluster: {}",
                            connection.error),
                {}};
    Cluster &cluster = *connection.cluster;
    addAddons(cluster, {.apiServer = address,
                        .port = std::atoi(port.c_str()),
                        .endpoint = server,
                        .serviceCidr = services,
                        .podCidr = pods,
                        .dns = clusterDnsOf(services),
                        .domain = domain});
    catchUp(cluster, call.starter);
    Answer answer;
    answer.edits = bench.edits();
    answer.edits.add(std::move(connection.before));
    answer.edits.add(cluster.finished());
    const std::string token = "abcdef.0123456789abcdef";
    out += fmt::format(
        "[certs] Using certificateDir folder \"/etc/kubernetes/pki\"\n[kubeconfig] Using kubeconfig folder "
        "\"/etc/kubernetes\"\n[etcd] Creating static Pod manifest for local etcd in \"/etc/kubernetes/manifests\"\n"
        "[control-plane] Using manifest folder \"/etc/kubernetes/manifests\"\n[kubelet-start] Starting the kubelet\n"
        "[addons] Applied essential addon: CoreDNS\n[addons] Applied essential addon: kube-proxy\n\nYour Kubernetes "
        "control-plane has initialized successfully!\n\nTo start using your cluster, you need to run the following as "
        "a regular user:\n\n  mkdir -p $HOME/.kube\n  sudo cp -i /etc/kubernetes/admin.conf $HOME/.kube/config\n  sudo "
        "chown $(id -u):$(id -g) $HOME/.kube/config\n\nAlternatively, if you are the root user, you can run:\n\n  "
        "export KUBECONFIG=/etc/kubernetes/admin.conf\n\nYou should now deploy a pod network to the cluster.\nRun "
        "\"kubectl apply -f [podnetwork].yaml\" with one of the options listed at:\n  "
        "https://kubernetes.io/docs/concepts/cluster-administration/addons/\n\nThen you can join any number of worker "
        "nodes by running the following on each as root:\n\nkubeadm join {} --token {} \\\n\t"
        "--discovery-token-ca-cert-hash sha256:{} \n",
        server, token, drawnHex(server, 64));
    answer.out = std::move(out);
    return answer;
}

Answer join(const Call &call)
{
    const Read read = readFlags(call.words.subspan(1),
                                "--token --discovery-token-ca-cert-hash --node-name --cri-socket "
                                "--ignore-preflight-errors --discovery-token -v --v",
                                "--discovery-token-unsafe-skip-ca-verification");
    if (!read.unknown.empty())
        return unknownFlag(read.unknown);
    if (read.rest.empty())
        return {1,
                {},
                "discovery: Invalid value: \"\": bootstrapToken or file must be set\nTo see the stack trace of this "
                "error execute with --v=5 or higher\n",
                {}};
    const Workbench bench(call.project);
    std::string out = "[preflight] Running pre-flight checks\n";
    const std::vector<std::string> errors = preflight(*bench.find(call.netns), false);
    if (!errors.empty() && flag(read, "--ignore-preflight-errors") != "all")
        return preflightFailed(errors, std::move(out));
    const std::string server = read.rest.front();
    Connection connection = connect(bench.project(), call.netns, server, call.starter);
    if (!connection.cluster)
        return {1,
                std::move(out),
                fmt::format("error execution phase preflight: couldn't validate the identity of the API Server: failed "
                            "to request the cluster-info ConfigMap: Get \"https://{0}/api/v1/namespaces/kube-public/"
                            "configmaps/cluster-info?timeout=10s\": dial tcp {0}: {1}\nTo see the stack trace of this "
                            "error execute with --v=5 or higher\n",
                            server, reach(bench.network(), call.netns, server).error),
                {}};
    Cluster &cluster = *connection.cluster;
    std::string node = flag(read, "--node-name");
    if (node.empty())
        node = call.netns;
    std::string dns = "10.96.0.10";
    if (const Json *service = cluster.find("services", "kube-system", "kube-dns"))
        dns = textAt(*service, "spec.clusterIP");
    Workbench &joined = cluster.bench();
    for (auto &&[path, text] : {std::pair<const char *, std::string>{"/etc/kubernetes/kubelet.conf",
                                                                     kubeconfig(server, "system:node:" + node)},
                                {"/var/lib/kubelet/config.yaml", kubeletConfig(dns, "cluster.local")}}) [[maybe_unused]]
        const auto done = joined.writeFile(call.netns, path, text);
    startKubelet(joined, call.netns, read);
    cluster.pass(10);
    catchUp(cluster, call.starter);
    Answer answer;
    answer.edits = std::move(connection.before);
    answer.edits.add(cluster.finished());
    answer.out =
        out +
        "[preflight] Reading configuration from the \"kubeadm-config\" ConfigMap in namespace "
        "\"kube-system\"...\n[kubelet-start] Writing kubelet configuration to file "
        "\"/var/lib/kubelet/config.yaml\"\n[kubelet-start] Starting the kubelet\n[kubelet-start] Waiting for the "
        "kubelet to perform the TLS Bootstrap\n\nThis node has joined the cluster:\n* Certificate signing request "
        "was sent to apiserver and a response was received.\n* The Kubelet was informed of the new secure "
        "connection details.\n\nRun 'kubectl get nodes' on the control-plane to see this node join the cluster.\n\n";
    return answer;
}

Answer reset(const Call &call)
{
    Workbench bench(call.project);
    std::string out = "[reset] Stopping the kubelet service\n";
    for (const Kubelet &kubelet : kubelets(bench)) {
        if (kubelet.netns != call.netns)
            continue;
        endAllPods(bench, call.netns);
        bench.attempt(EndProcess{call.netns, processNamed(*bench.find(call.netns), "kubelet")->pid});
    }
    std::vector<std::string> gone;
    for (const auto &[path, text] : bench.find(call.netns)->files)
        for (const char *folder : {"/etc/kubernetes/", "/var/lib/kubelet/", "/var/lib/etcd/", "/var/lib/containerd/"})
            if (path.starts_with(folder))
                gone.push_back(path);
    for (const std::string &path : gone)
        bench.removeFile(call.netns, path);
    out += "[reset] Deleting contents of directories: [/etc/kubernetes/manifests /var/lib/kubelet "
           "/etc/kubernetes/pki]\n[reset] Deleting files: [/etc/kubernetes/admin.conf /etc/kubernetes/super-admin.conf "
           "/etc/kubernetes/kubelet.conf /etc/kubernetes/bootstrap-kubelet.conf "
           "/etc/kubernetes/controller-manager.conf /etc/kubernetes/scheduler.conf]\n\nThe reset process does not "
           "clean CNI configuration. To do so, you must remove /etc/cni/net.d\n\nThe reset process does not reset or "
           "clean up iptables rules or IPVS tables.\nIf you wish to reset iptables, you must do so manually by using "
           "the \"iptables\" command.\n";
    return {0, std::move(out), {}, bench.edits()};
}

} // namespace

Answer kubeadm(const Call &call)
{
    const std::string verb = call.words.empty() ? std::string() : call.words.front();
    if (verb == "init")
        return init(call);
    if (verb == "join")
        return join(call);
    if (verb == "reset")
        return reset(call);
    if (verb == "version")
        return {
            0,
            fmt::format("kubeadm version: &version.Info{{Major:\"1\", Minor:\"32\", GitVersion:\"{}\"}}\n", version),
            {},
            {}};
    if (verb == "token" && call.words.size() > 1 && call.words[1] == "create") {
        const std::string *config = Workbench(call.project).readFile(call.netns, "/etc/kubernetes/admin.conf");
        if (!config)
            return {1, {}, "failed to load admin kubeconfig: open /root/.kube/config: no such file or directory\n", {}};
        const std::string token = "abcdef.0123456789abcdef";
        const bool prints = std::ranges::find(call.words, "--print-join-command") != call.words.end();
        const Netns *own = call.project.network.find(std::string_view(call.netns));
        const std::string server = serverOf(own->files.find("/etc/kubernetes/admin.conf")->second);
        return {0,
                prints ? fmt::format("kubeadm join {} --token {} --discovery-token-ca-cert-hash sha256:{} \n", server,
                                     token, drawnHex(server, 64))
                       : token + '\n',
                {},
                {}};
    }
    return {127,
            {},
            fmt::format("netdraft: kubeadm {} is not simulated; expected init, join, reset, token create or "
                        "version\n",
                        verb),
            {}};
}

} // namespace netdraft::model::kubernetes
