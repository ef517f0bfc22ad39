#include "model/recipe/kubernetes/services.h"

#include "model/recipe/drawn.h"
#include "model/recipe/kubernetes/controllers.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace {

constexpr Prefix usualRange = Prefix::of(Ipv4Address(10, 96, 0, 0), 12);

/// A number below a limit that chance draws in truth.
std::uint64_t drawnBelow(const std::string &seed, std::uint64_t limit)
{
    std::uint64_t number = 0;
    for (const char each : drawnHex(seed, 8))
        number = number * 16 + static_cast<std::uint64_t>(each <= '9' ? each - '0' : each - 'a' + 10);
    return number % limit;
}

std::string freeClusterIp(const Cluster &cluster, const Json &service)
{
    std::set<std::string> taken;
    for (const Json *other : cluster.all("services"))
        taken.insert(textAt(*other, "spec.clusterIP"));
    const Prefix range = serviceRange(cluster);
    constexpr int bits = 32;
    const std::uint64_t size = std::uint64_t{1} << static_cast<unsigned>(bits - range.length());
    // The lower part is kept for those that are asked for.
    const std::uint64_t kept = std::min<std::uint64_t>(256, std::max<std::uint64_t>(16, size / 16));
    const std::uint64_t first = size > 2 * kept ? kept : 2;
    const std::uint64_t count = size - first - 1;
    const std::uint64_t start = drawnBelow(namespaceOf(service) + '/' + nameOf(service), count);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto offset = static_cast<std::uint32_t>(first + (start + i) % count);
        const std::string address = Ipv4Address(range.address().v4().bits() + offset).toString();
        if (!taken.contains(address))
            return address;
    }
    return {};
}

/// The number of a port that a Service leads to in a pod; 0 where the pod has none of that name.
int targetPort(const Json &port, const Json &pod)
{
    const Json *target = member(port, "targetPort");
    if (!target || target->is_number_integer())
        return target ? target->get<int>() : numberAt(port, "port");
    for (const Json &container : listAt(pod, "spec.containers"))
        for (const Json &own : listAt(container, "ports"))
            if (textAt(own, "name") == textOf(*target))
                return numberAt(own, "containerPort");
    return 0;
}

Json subsetsOf(const Cluster &cluster, const Json &service)
{
    struct Side {
        Json ready = Json::array();
        Json notReady = Json::array();
    };
    std::map<std::string, std::pair<Json, Side>> byPorts; // pods whose named ports differ stand apart
    for (const Json *pod : cluster.all("pods", namespaceOf(service))) {
        const std::string address = textAt(*pod, "status.podIP");
        if (!matchesLabels(member(service, "spec.selector"), *pod) || address.empty())
            continue;
        Json ports = Json::array();
        for (const Json &port : listAt(service, "spec.ports")) {
            const int number = targetPort(port, *pod);
            if (number == 0)
                continue;
            Json one = Json::object();
            if (const std::string name = textAt(port, "name"); !name.empty())
                one["name"] = name;
            one["port"] = number;
            one["protocol"] = textAt(port, "protocol");
            ports.push_back(std::move(one));
        }
        Json entry{{"ip", address},
                   {"nodeName", textAt(*pod, "spec.nodeName")},
                   {"targetRef",
                    {{"kind", "Pod"},
                     {"name", nameOf(*pod)},
                     {"namespace", namespaceOf(*pod)},
                     {"uid", textAt(*pod, "metadata.uid")}}}};
        auto &[shown, side] = byPorts[ports.dump()];
        shown = ports;
        (isReady(*pod) ? side.ready : side.notReady).push_back(std::move(entry));
    }
    Json subsets = Json::array();
    for (auto &[text, subset] : byPorts) {
        auto &[ports, side] = subset;
        Json one = Json::object();
        for (Json *list : {&side.ready, &side.notReady})
            std::sort(list->begin(), list->end(), [](const Json &left, const Json &right) {
                const auto first = IpAddress::parse(textAt(left, "ip"));
                const auto second = IpAddress::parse(textAt(right, "ip"));
                return first && second && first->low() < second->low();
            });
        if (!side.ready.empty())
            one["addresses"] = std::move(side.ready);
        if (!side.notReady.empty())
            one["notReadyAddresses"] = std::move(side.notReady);
        one["ports"] = std::move(ports);
        subsets.push_back(std::move(one));
    }
    return subsets;
}

} // namespace

std::string flagOf(std::string_view command, std::string_view flag)
{
    const std::string wanted = fmt::format("{}=", flag);
    while (!command.empty()) {
        const auto end = std::min(command.find(' '), command.size());
        const std::string_view word = command.substr(0, end);
        if (word.starts_with(wanted))
            return std::string(word.substr(wanted.size()));
        command.remove_prefix(std::min(end + 1, command.size()));
    }
    return {};
}

const Process *processNamed(const Netns &netns, std::string_view name)
{
    const auto found = std::ranges::find_if(netns.processes, [&](const Process &process) {
        std::string_view program = std::string_view(process.command).substr(0, process.command.find(' '));
        program.remove_prefix(std::min(program.rfind('/') + 1, program.size()));
        return program == name;
    });
    return found == netns.processes.end() ? nullptr : &*found;
}

Prefix serviceRange(const Cluster &cluster)
{
    const Netns *server = cluster.bench().find(cluster.server());
    const Process *process = server ? processNamed(*server, "kube-apiserver") : nullptr;
    const auto given = Prefix::parse(process ? flagOf(process->command, "--service-cluster-ip-range") : std::string());
    return given && given->family() == Family::Ipv4 ? *given : usualRange;
}

bool isTakenNodePort(const Cluster &cluster, const Json &service, int port, std::string_view protocol)
{
    const std::string_view wanted = protocol.empty() ? "TCP" : protocol;
    return std::ranges::any_of(cluster.all("services"), [&](const Json *other) {
        if (nameOf(*other) == nameOf(service) && namespaceOf(*other) == namespaceOf(service))
            return false;
        return std::ranges::any_of(listAt(*other, "spec.ports"), [&](const Json &one) {
            return numberAt(one, "nodePort") == port && textAt(one, "protocol") == wanted;
        });
    });
}

void allocate(const Cluster &cluster, Json &service)
{
    Json &spec = service["spec"];
    const std::string type = textAt(spec, "type");
    if (type == "ExternalName")
        return;
    if (textAt(spec, "clusterIP").empty())
        spec["clusterIP"] = freeClusterIp(cluster, service);
    spec["clusterIPs"] = Json::array({spec["clusterIP"]});
    if (type != "NodePort" && type != "LoadBalancer")
        return;
    std::set<int> own;
    for (const Json &port : listAt(spec, "ports"))
        own.insert(numberAt(port, "nodePort"));
    for (Json &port : spec["ports"]) {
        if (numberAt(port, "nodePort") != 0)
            continue;
        constexpr int count = lastNodePort - firstNodePort + 1;
        const auto start = static_cast<int>(
            drawnBelow(fmt::format("{}/{}/{}", namespaceOf(service), nameOf(service), numberAt(port, "port")), count));
        for (int i = 0; i < count; ++i) {
            const int number = firstNodePort + (start + i) % count;
            if (own.contains(number) || isTakenNodePort(cluster, service, number, textAt(port, "protocol")))
                continue;
            own.insert(number);
            port["nodePort"] = number;
            break;
        }
    }
}

void syncEndpoints(Cluster &cluster)
{
    std::vector<Json> wanted;
    for (const Json *service : cluster.all("services")) {
        if (!member(*service, "spec.selector"))
            continue;
        Json endpoints{{"apiVersion", "v1"},
                       {"kind", "Endpoints"},
                       {"metadata", {{"name", nameOf(*service)}, {"namespace", namespaceOf(*service)}}}};
        if (const Json *labels = member(*service, "metadata.labels"))
            endpoints["metadata"]["labels"] = *labels;
        endpoints["subsets"] = subsetsOf(cluster, *service);
        wanted.push_back(std::move(endpoints));
    }
    for (Json &endpoints : wanted)
        cluster.put(std::move(endpoints));
    std::vector<std::pair<std::string, std::string>> gone;
    for (const Json *endpoints : cluster.all("endpoints"))
        if (!cluster.find("services", namespaceOf(*endpoints), nameOf(*endpoints)))
            gone.emplace_back(namespaceOf(*endpoints), nameOf(*endpoints));
    for (const auto &[netns, name] : gone)
        cluster.erase("endpoints", netns, name);
}

} // namespace netdraft::model::kubernetes
