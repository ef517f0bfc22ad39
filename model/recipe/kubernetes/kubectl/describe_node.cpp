#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

std::string flagText(const Json *flag)
{
    return flag && *flag == true ? "true" : "false";
}

/// A resource of a pod, by its unit, in thousandths of a CPU or bytes.
std::int64_t amountOf(const std::string &text)
{
    if (text.empty())
        return 0;
    const std::int64_t number = std::atoll(text.c_str());
    if (text.ends_with("Mi"))
        return number << 20;
    if (text.ends_with("Ki"))
        return number << 10;
    if (text.ends_with("Gi"))
        return number << 30;
    return number;
}

std::int64_t cpuOf(const std::string &text)
{
    constexpr std::int64_t thousand = 1000;
    return text.ends_with('m') ? std::atoll(text.c_str()) : std::atoll(text.c_str()) * thousand;
}

std::string cpuText(std::int64_t milli)
{
    constexpr std::int64_t thousand = 1000;
    return milli % thousand == 0 ? fmt::format("{}", milli / thousand) : fmt::format("{}m", milli);
}

std::string memoryText(std::int64_t bytes)
{
    constexpr std::int64_t mega = 1 << 20;
    return bytes == 0 ? "0" : bytes % mega == 0 ? fmt::format("{}Mi", bytes / mega) : fmt::format("{}", bytes);
}

struct Amounts {
    std::int64_t cpuRequest = 0;
    std::int64_t cpuLimit = 0;
    std::int64_t memoryRequest = 0;
    std::int64_t memoryLimit = 0;
};

Amounts amountsOf(const Json &pod)
{
    Amounts sum;
    for (const Json &container : listAt(pod, "spec.containers")) {
        sum.cpuLimit += cpuOf(textAt(container, "resources.limits.cpu"));
        sum.memoryLimit += amountOf(textAt(container, "resources.limits.memory"));
        const std::string cpu = textAt(container, "resources.requests.cpu");
        const std::string memory = textAt(container, "resources.requests.memory");
        sum.cpuRequest += cpu.empty() ? cpuOf(textAt(container, "resources.limits.cpu")) : cpuOf(cpu);
        sum.memoryRequest += memory.empty() ? amountOf(textAt(container, "resources.limits.memory")) : amountOf(memory);
    }
    return sum;
}

constexpr std::int64_t allCpu = 2000;
constexpr std::int64_t allMemory = std::int64_t{4005384} << 10;

std::string share(const std::string &text, std::int64_t part, std::int64_t all)
{
    constexpr std::int64_t hundred = 100;
    return fmt::format("{} ({}%)", text, part * hundred / all);
}

void describePodsOf(TabWriter &writer, const Cluster &cluster, const Json &node)
{
    std::vector<const Json *> pods;
    for (const Json *pod : cluster.all("pods"))
        if (textAt(*pod, "spec.nodeName") == nameOf(node) && textAt(*pod, "status.phase") != "Succeeded" &&
            textAt(*pod, "status.phase") != "Failed")
            pods.push_back(pod);
    writer.write(0, fmt::format("Non-terminated Pods:\t({} in total)\n", pods.size()));
    writer.write(1, "Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n");
    writer.write(1, "---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n");
    Amounts sum;
    for (const Json *pod : pods) {
        const Amounts own = amountsOf(*pod);
        sum.cpuRequest += own.cpuRequest;
        sum.cpuLimit += own.cpuLimit;
        sum.memoryRequest += own.memoryRequest;
        sum.memoryLimit += own.memoryLimit;
        writer.write(1,
                     fmt::format("{}\t{}\t\t{}\t{}\t{}\t{}\t{}\n", namespaceOf(*pod), nameOf(*pod),
                                 share(cpuText(own.cpuRequest), own.cpuRequest, allCpu),
                                 share(cpuText(own.cpuLimit), own.cpuLimit, allCpu),
                                 share(memoryText(own.memoryRequest), own.memoryRequest, allMemory),
                                 share(memoryText(own.memoryLimit), own.memoryLimit, allMemory), ageOf(cluster, *pod)));
    }
    writer.write(0, "Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n");
    writer.write(1, "Resource\tRequests\tLimits\n");
    writer.write(1, "--------\t--------\t------\n");
    writer.write(1, fmt::format("cpu\t{}\t{}\n", share(cpuText(sum.cpuRequest), sum.cpuRequest, allCpu),
                                share(cpuText(sum.cpuLimit), sum.cpuLimit, allCpu)));
    writer.write(1, fmt::format("memory\t{}\t{}\n", share(memoryText(sum.memoryRequest), sum.memoryRequest, allMemory),
                                share(memoryText(sum.memoryLimit), sum.memoryLimit, allMemory)));
    writer.write(1, "ephemeral-storage\t0 (0%)\t0 (0%)\n");
    writer.write(1, "hugepages-2Mi\t0 (0%)\t0 (0%)\n");
}

} // namespace

std::string describedNode(const Cluster &cluster, const Json &node)
{
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(node)));
    writer.write(0, fmt::format("Roles:\t{}\n", rolesOf(node)));
    describeLabels(writer, 0, "Labels", member(node, "metadata.labels"));
    describeAnnotations(writer, node);
    writer.write(0, fmt::format("CreationTimestamp:\t{}\n", longTime(textAt(node, "metadata.creationTimestamp"))));
    const Json &taints = listAt(node, "spec.taints");
    if (taints.empty())
        writer.write(0, "Taints:\t<none>\n");
    std::vector<std::string> lines;
    for (const Json &taint : taints) {
        const std::string value = textAt(taint, "value");
        lines.push_back(
            fmt::format("{}{}:{}", textAt(taint, "key"), value.empty() ? "" : '=' + value, textAt(taint, "effect")));
    }
    std::ranges::sort(lines);
    for (std::size_t i = 0; i < lines.size(); ++i)
        writer.write(0, fmt::format("{}\t{}\n", i == 0 ? "Taints:" : "", lines[i]));
    writer.write(0, fmt::format("Unschedulable:\t{}\n", flagText(member(node, "spec.unschedulable"))));
    writer.write(0, "Lease:\n");
    writer.write(1, fmt::format("HolderIdentity:\t{}\n", nameOf(node)));
    writer.write(1, "AcquireTime:\t<unset>\n");
    writer.write(1, fmt::format("RenewTime:\t{}\n", longTime(cluster.timestamp())));
    writer.write(0, "Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n");
    writer.write(1, "----\t------\t-----------------\t------------------\t------\t-------\n");
    for (const Json &condition : listAt(node, "status.conditions"))
        writer.write(1, fmt::format("{} \t{} \t{} \t{} \t{} \t{}\n", textAt(condition, "type"),
                                    textAt(condition, "status"), longTime(cluster.timestamp()),
                                    longTime(textAt(node, "metadata.creationTimestamp")), textAt(condition, "reason"),
                                    textAt(condition, "message")));
    writer.write(0, "Addresses:\n");
    for (const Json &address : listAt(node, "status.addresses"))
        writer.write(1, fmt::format("{}:\t{}\n", textAt(address, "type"), textAt(address, "address")));
    for (const auto &[title, path] :
         {std::pair("Capacity", "status.capacity"), std::pair("Allocatable", "status.allocatable")}) {
        writer.write(0, fmt::format("{}:\n", title));
        if (const Json *all = member(node, path))
            for (const auto &[name, value] : all->items())
                writer.write(1, fmt::format("{}:\t{}\n", name, textOf(value)));
    }
    const auto info = [&](const char *name) { return textAt(node, std::string("status.nodeInfo.") + name); };
    writer.write(0, "System Info:\n");
    for (const auto &[title, name] :
         {std::pair("Machine ID", "machineID"), std::pair("System UUID", "systemUUID"), std::pair("Boot ID", "bootID"),
          std::pair("Kernel Version", "kernelVersion"), std::pair("OS Image", "osImage"),
          std::pair("Operating System", "operatingSystem"), std::pair("Architecture", "architecture"),
          std::pair("Container Runtime Version", "containerRuntimeVersion"),
          std::pair("Kubelet Version", "kubeletVersion"), std::pair("Kube-Proxy Version", "kubeProxyVersion")})
        writer.write(1, fmt::format("{}:\t{}\n", title, info(name)));
    if (const std::string cidr = textAt(node, "spec.podCIDR"); !cidr.empty()) {
        writer.write(0, fmt::format("PodCIDR:\t{}\n", cidr));
        writer.write(0, fmt::format("PodCIDRs:\t{}\n", cidr));
    }
    if (const std::string provider = textAt(node, "spec.providerID"); !provider.empty())
        writer.write(0, fmt::format("ProviderID:\t{}\n", provider));
    describePodsOf(writer, cluster, node);
    describeEvents(writer, cluster, node);
    return writer.text();
}

} // namespace netdraft::model::kubernetes
