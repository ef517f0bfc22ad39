#include "model/recipe/kubernetes/proxy/policy_rules.h"

#include "model/recipe/kubernetes/proxy/label_selector.h"
#include "model/recipe/kubernetes/proxy/rule_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model::kubernetes {

namespace {

/// Who may be at the other end: an address, and the pod that has it where it is a pod's.
struct PolicyPeer {
    Prefix addresses;
    const Json *pod = nullptr;
};

/// What a policy's port comes to: a protocol and numbers; no numbers: any.
struct PolicyPort {
    std::string protocol;
    std::optional<netfilter::PortRange> numbers;
    std::string name; ///< of a pod's port, which says its number; empty: none
};

/// The prefixes that a network has without another.
void addWithout(std::vector<Prefix> &prefixes, const Prefix &network, const std::vector<Prefix> &except)
{
    const auto contains = [&](const Prefix &each) { return each.contains(network); };
    if (std::ranges::any_of(except, contains))
        return;
    if (std::ranges::none_of(except, [&](const Prefix &each) { return network.contains(each); })) {
        prefixes.push_back(network);
        return;
    }
    const int length = network.length() + 1;
    const Prefix low = Prefix::of(network.address(), length);
    addWithout(prefixes, low, except);
    addWithout(prefixes, Prefix::of(network.last(), length), except);
}

void addBlock(std::vector<PolicyPeer> &peers, const Json &block)
{
    const auto cidr = Prefix::parse(textAt(block, "cidr"));
    if (!cidr || cidr->family() != Family::Ipv4)
        return;
    std::vector<Prefix> except;
    for (const Json &each : listAt(block, "except"))
        if (const auto prefix = Prefix::parse(each.is_string() ? each.get<std::string>() : std::string()); prefix)
            except.push_back(*prefix);
    std::vector<Prefix> prefixes;
    addWithout(prefixes, *cidr, except);
    for (const Prefix &prefix : prefixes)
        peers.push_back({prefix});
}

bool isNamespaceSelected(const Cluster &cluster, const Json *selector, const std::string &netns)
{
    if (const Json *object = cluster.find("namespaces", {}, netns))
        return isSelected(selector, *object);
    return isSelected(selector, Json{{"kind", "Namespace"}, {"metadata", {{"name", netns}}}});
}

void addPods(std::vector<PolicyPeer> &peers, const Cluster &cluster, const Json &policy, const Json &peer)
{
    const Json *pods = member(peer, "podSelector");
    const Json *namespaces = member(peer, "namespaceSelector");
    for (const Json *pod : cluster.all("pods")) {
        const bool near = namespaces ? isNamespaceSelected(cluster, namespaces, namespaceOf(*pod))
                                     : namespaceOf(*pod) == namespaceOf(policy);
        if (!near || (pods && !isSelected(pods, *pod)) || !hasOwnAddress(*pod))
            continue;
        if (const auto address = IpAddress::parse(textAt(*pod, "status.podIP")); address && address->isV4())
            peers.push_back({Prefix::host(*address), pod});
    }
}

std::vector<PolicyPeer> peersOf(const Cluster &cluster, const Json &policy, const Json &list)
{
    std::vector<PolicyPeer> peers;
    if (list.empty())
        peers.push_back({Prefix::any(Family::Ipv4)});
    for (const Json &peer : list) {
        if (const Json *block = member(peer, "ipBlock"))
            addBlock(peers, *block);
        else
            addPods(peers, cluster, policy, peer);
    }
    return peers;
}

std::vector<PolicyPort> portsOf(const Json &list)
{
    std::vector<PolicyPort> ports;
    for (const Json &each : list) {
        PolicyPort port;
        const std::string protocol = textAt(each, "protocol");
        port.protocol = protocol == "UDP" ? "udp" : protocol == "SCTP" ? "sctp" : "tcp";
        port.name = textAt(each, "port");
        if (const int number = numberAt(each, "port"); number > 0) {
            const int last = std::max(number, numberAt(each, "endPort", number));
            port.numbers = netfilter::PortRange{static_cast<std::uint16_t>(number),
                                                static_cast<std::uint16_t>(std::min(last, 0xffff)), false};
        }
        ports.push_back(std::move(port));
    }
    return ports;
}

/// The number of a pod's port by its name; 0 where it has none of that name and protocol.
std::uint16_t namedPort(const Json &pod, const PolicyPort &port)
{
    for (const Json &container : listAt(pod, "spec.containers")) {
        for (const Json &each : listAt(container, "ports")) {
            const std::string protocol = textAt(each, "protocol");
            const bool same =
                protocol.empty() ? port.protocol == "tcp" : std::ranges::equal(protocol, port.protocol, {}, [](char c) {
                    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
                });
            if (same && textAt(each, "name") == port.name)
                return static_cast<std::uint16_t>(std::clamp(numberAt(each, "containerPort"), 0, 0xffff));
        }
    }
    return 0;
}

class Allowing
{
public:
    Allowing(const Cluster &cluster, const Json &policy, PolicyDirection direction)
        : m_cluster(cluster), m_policy(policy), m_ingress(direction == PolicyDirection::Ingress)
    {
    }

    std::vector<netfilter::Rule> rules()
    {
        for (const Json &allowed : listAt(m_policy, m_ingress ? "spec.ingress" : "spec.egress")) {
            const std::vector<PolicyPort> ports = portsOf(listAt(allowed, "ports"));
            for (const PolicyPeer &peer : peersOf(m_cluster, m_policy, listAt(allowed, m_ingress ? "from" : "to"))) {
                if (ports.empty())
                    allow(ruleFor(peer));
                for (const PolicyPort &port : ports)
                    allowPort(peer, port);
            }
        }
        return std::move(m_rules);
    }

private:
    netfilter::Rule ruleFor(const PolicyPeer &peer) const
    {
        netfilter::Rule rule = commented(fmt::format("allowed by the policy {}", placeOf(m_policy)));
        if (!peer.addresses.isDefault())
            (m_ingress ? rule.source : rule.destination) = askedAddress(peer.addresses);
        return rule;
    }

    void allowPort(const PolicyPeer &peer, const PolicyPort &port)
    {
        if (port.name.empty()) {
            netfilter::Rule rule = ruleFor(peer);
            askPorts(rule, port.protocol, port.numbers.value_or(netfilter::PortRange()));
            allow(std::move(rule));
            return;
        }
        // The name is that of a port of whoever is connected to.
        const auto allowAt = [&](const Json &pod) {
            const std::uint16_t number = namedPort(pod, port);
            const auto address = IpAddress::parse(textAt(pod, "status.podIP"));
            if (number == 0 || !address || !address->isV4())
                return;
            netfilter::Rule rule = ruleFor(peer);
            rule.destination = askedAddress(Prefix::host(*address));
            askPort(rule, port.protocol, number);
            allow(std::move(rule));
        };
        if (m_ingress) {
            for (const Json *pod : m_cluster.all("pods", namespaceOf(m_policy)))
                if (isFor(m_policy, *pod) && hasOwnAddress(*pod))
                    allowAt(*pod);
        } else if (peer.pod) {
            allowAt(*peer.pod);
        } else {
            for (const Json *pod : m_cluster.all("pods"))
                if (const auto address = IpAddress::parse(textAt(*pod, "status.podIP"));
                    hasOwnAddress(*pod) && address && peer.addresses.contains(*address))
                    allowAt(*pod);
        }
    }

    void allow(netfilter::Rule rule)
    {
        rule.target = netfilter::SetMark{allowedMark, allowedMark};
        if (std::ranges::find(m_rules, rule) == m_rules.end())
            m_rules.push_back(std::move(rule));
    }

    const Cluster &m_cluster;
    const Json &m_policy;
    bool m_ingress;
    std::vector<netfilter::Rule> m_rules;
};

} // namespace

bool isAbout(const Json &policy, PolicyDirection direction)
{
    const bool ingress = direction == PolicyDirection::Ingress;
    const Json &types = listAt(policy, "spec.policyTypes");
    if (types.empty())
        return ingress || !listAt(policy, "spec.egress").empty();
    return std::ranges::any_of(types, [&](const Json &each) { return each == (ingress ? "Ingress" : "Egress"); });
}

bool isFor(const Json &policy, const Json &pod)
{
    static const Json everything = Json::object();
    const Json *selector = member(policy, "spec.podSelector");
    return namespaceOf(policy) == namespaceOf(pod) && isSelected(selector ? selector : &everything, pod);
}

bool hasOwnAddress(const Json &pod)
{
    const std::string phase = textAt(pod, "status.phase");
    const Json *hostNetwork = member(pod, "spec.hostNetwork");
    return phase != "Succeeded" && phase != "Failed" && !textAt(pod, "status.podIP").empty() &&
           !(hostNetwork && *hostNetwork == true);
}

std::string placeOf(const Json &object)
{
    return fmt::format("name:{} namespace:{}", nameOf(object), namespaceOf(object));
}

std::vector<netfilter::Rule> allowingRules(const Cluster &cluster, const Json &policy, PolicyDirection direction)
{
    return Allowing(cluster, policy, direction).rules();
}

} // namespace netdraft::model::kubernetes
