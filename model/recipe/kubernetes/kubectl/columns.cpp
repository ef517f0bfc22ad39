#include "model/recipe/kubernetes/kubectl/kubectl.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

std::string podStatus(const Json &pod)
{
    std::string reason =
        textAt(pod, "status.reason").empty() ? textAt(pod, "status.phase") : textAt(pod, "status.reason");
    const Json &init = listAt(pod, "status.initContainerStatuses");
    bool initializing = false;
    for (std::size_t i = 0; i < init.size(); ++i) {
        const Json *ended = member(init[i], "state.terminated");
        if (ended && numberAt(*ended, "exitCode") == 0)
            continue;
        const std::string waiting = textAt(init[i], "state.waiting.reason");
        if (ended)
            reason = "Init:Error";
        else if (!waiting.empty() && waiting != "PodInitializing")
            reason = "Init:" + waiting;
        else
            reason = fmt::format("Init:{}/{}", i, init.size());
        initializing = true;
        break;
    }
    if (!initializing) {
        bool running = false;
        const Json &containers = listAt(pod, "status.containerStatuses");
        for (std::size_t i = containers.size(); i-- > 0;) {
            const Json &one = containers[i];
            const std::string waiting = textAt(one, "state.waiting.reason");
            const std::string ended = textAt(one, "state.terminated.reason");
            if (!waiting.empty())
                reason = waiting;
            else if (!ended.empty())
                reason = ended;
            else if (one.value("ready", false) && member(one, "state.running"))
                running = true;
        }
        if (reason == "Completed" && running)
            reason = "Running";
    }
    if (member(pod, "metadata.deletionTimestamp"))
        return "Terminating";
    return reason.empty() ? "Pending" : reason;
}

std::pair<int, int> readyContainers(const Json &pod)
{
    int ready = 0;
    for (const Json &one : listAt(pod, "status.containerStatuses"))
        ready += one.value("ready", false) && member(one, "state.running") ? 1 : 0;
    return {ready, static_cast<int>(listAt(pod, "spec.containers").size())};
}

int restartsOf(const Json &pod)
{
    int restarts = 0;
    for (const Json &one : listAt(pod, "status.containerStatuses"))
        restarts += numberAt(one, "restartCount");
    return restarts;
}

std::string servicePorts(const Json &service)
{
    std::vector<std::string> ports;
    for (const Json &port : listAt(service, "spec.ports")) {
        const int nodePort = numberAt(port, "nodePort");
        ports.push_back(fmt::format("{}{}/{}", numberAt(port, "port"),
                                    nodePort == 0 ? std::string() : fmt::format(":{}", nodePort),
                                    textAt(port, "protocol")));
    }
    return ports.empty() ? "<none>" : fmt::format("{}", fmt::join(ports, ","));
}

std::string endpointsText(const Json *endpoints, std::size_t most, std::string_view portName, bool all)
{
    std::vector<std::string> list;
    if (endpoints)
        for (const Json &subset : listAt(*endpoints, "subsets")) {
            const Json &ports = listAt(subset, "ports");
            if (ports.empty())
                for (const Json &address : listAt(subset, "addresses"))
                    list.push_back(textAt(address, "ip"));
            for (const Json &port : ports)
                if (all || textAt(port, "name") == portName)
                    for (const Json &address : listAt(subset, "addresses"))
                        list.push_back(fmt::format("{}:{}", textAt(address, "ip"), numberAt(port, "port")));
        }
    if (list.empty())
        return all ? "<none>" : "";
    const std::size_t more = list.size() > most ? list.size() - most : 0;
    list.resize(list.size() - more);
    std::string text = fmt::format("{}", fmt::join(list, ","));
    return more == 0 ? text : fmt::format("{} + {} more...", text, more);
}

std::string rolesOf(const Json &node)
{
    std::vector<std::string> roles;
    if (const Json *labels = member(node, "metadata.labels"))
        for (const auto &[key, value] : labels->items())
            if (key.starts_with("node-role.kubernetes.io/"))
                roles.push_back(key.substr(key.find('/') + 1));
    std::ranges::sort(roles);
    return roles.empty() ? "<none>" : fmt::format("{}", fmt::join(roles, ","));
}

std::string internalIp(const Json &node)
{
    for (const Json &address : listAt(node, "status.addresses"))
        if (textAt(address, "type") == "InternalIP")
            return textAt(address, "address");
    return "<none>";
}

} // namespace netdraft::model::kubernetes
