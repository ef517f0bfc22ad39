#include "model/recipe/kubernetes/proxy/policies.h"

#include "model/recipe/kubernetes/proxy/chain_hash.h"
#include "model/recipe/kubernetes/proxy/kept_chains.h"
#include "model/recipe/kubernetes/proxy/policy_rules.h"
#include "model/recipe/kubernetes/proxy/rule_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

using namespace netfilter;
using netfilter::Rule;

constexpr std::uint32_t compliantMark = 0x20000;

struct HookedChain {
    const char *from;
    const char *to;
};
constexpr HookedChain hookedChains[] = {
    {"INPUT", "KUBE-ROUTER-INPUT"}, {"FORWARD", "KUBE-ROUTER-FORWARD"}, {"OUTPUT", "KUBE-ROUTER-OUTPUT"}};

class PolicyChains
{
public:
    PolicyChains(const Cluster &cluster, const NodePlace &node)
        : m_cluster(cluster), m_policies(cluster.all("networkpolicies"))
    {
        m_kept.own = {{"filter", "KUBE-POD-FW-"}, {"filter", "KUBE-NWPLCY-"}};
        add("KUBE-NWPLCY-DEFAULT", {does(commented("no policy is about it"), SetMark{allowedMark, allowedMark})});
        for (const Json *pod : cluster.all("pods"))
            if (textAt(*pod, "spec.nodeName") == node.name && hasOwnAddress(*pod))
                addPod(*pod);
    }

    /// Whether any pod of the node has a policy.
    bool any() const { return !m_firewalls.empty(); }

    KeptChains finished()
    {
        std::ranges::move(m_firewalls, std::back_inserter(m_kept.chains));
        Rule compliant = commented("rule to explicitly ACCEPT traffic that comply to network policies");
        compliant.matches.emplace_back(marked(compliantMark));
        for (std::size_t i = 0; i < std::size(hookedChains); ++i) {
            m_hooked[i].push_back(does(compliant, Accept{}));
            add(hookedChains[i].to, std::move(m_hooked[i]));
            m_kept.jumps.push_back(
                {"filter", hookedChains[i].from, jumps(commented("kube-router netpol"), hookedChains[i].to)});
        }
        return std::move(m_kept);
    }

private:
    void add(const std::string &name, std::vector<Rule> rules)
    {
        m_kept.chains.push_back({"filter", name, std::move(rules)});
    }

    /// The chain of a policy for one direction; made when the first pod needs it.
    std::string chainOf(const Json &policy, PolicyDirection direction)
    {
        const std::string name =
            "KUBE-NWPLCY-" + chainHash(fmt::format("{}{}{}", namespaceOf(policy), nameOf(policy),
                                                   direction == PolicyDirection::Ingress ? "ingress" : "egress"));
        if (std::ranges::find(m_kept.chains, name, &KeptChains::Chain::name) == m_kept.chains.end())
            add(name, allowingRules(m_cluster, policy, direction));
        return name;
    }

    void addPod(const Json &pod)
    {
        const auto address = IpAddress::parse(textAt(pod, "status.podIP"));
        const bool concerned = std::ranges::any_of(m_policies, [&](const Json *policy) { return isFor(*policy, pod); });
        if (!address || !address->isV4() || !concerned)
            return;
        const AddressMatch own = askedAddress(Prefix::host(*address));
        const std::string chain = "KUBE-POD-FW-" + chainHash(namespaceOf(pod) + nameOf(pod));
        std::vector<Rule> rules = firstRules(own);
        addDirection(rules, pod, PolicyDirection::Ingress, own);
        addDirection(rules, pod, PolicyDirection::Egress, own);
        Rule dropped = commented(fmt::format("rule to DROP traffic of POD {}", placeOf(pod)));
        dropped.matches.emplace_back(marked(allowedMark, true));
        rules.push_back(does(std::move(dropped), Drop{}));
        rules.push_back(does(Rule(), SetMark{0, allowedMark}));
        rules.push_back(does(commented("set mark to ACCEPT traffic that comply to network policies"),
                             SetMark{compliantMark, compliantMark}));
        m_firewalls.push_back({"filter", chain, std::move(rules)});

        Rule to = commented(fmt::format("rule to jump traffic destined to POD {} to chain {}", placeOf(pod), chain));
        to.destination = own;
        Rule from = commented(fmt::format("rule to jump traffic from POD {} to chain {}", placeOf(pod), chain));
        from.source = own;
        m_hooked[0].push_back(jumps(from, chain));
        m_hooked[1].push_back(jumps(to, chain));
        m_hooked[1].push_back(jumps(from, chain));
        m_hooked[2].push_back(jumps(to, chain));
    }

    /// What no policy can forbid: the node, the pod itself, and answers.
    static std::vector<Rule> firstRules(const AddressMatch &own)
    {
        Rule answers = commented("rule for stateful firewall for pod");
        answers.matches.emplace_back(inStates(ctstate::related | ctstate::established));
        Rule fromNode = commented("rule to permit the traffic to pods when source is the pod's local node");
        fromNode.matches.emplace_back(fromLocal());
        fromNode.destination = own;
        Rule toItself = commented("a pod reaches itself");
        toItself.source = own;
        toItself.destination = own;
        return {does(std::move(answers), Accept{}), does(std::move(fromNode), Accept{}),
                does(std::move(toItself), Accept{})};
    }

    void addDirection(std::vector<Rule> &rules, const Json &pod, PolicyDirection direction, const AddressMatch &own)
    {
        const auto lead = [&](std::string comment, const std::string &chain) {
            Rule rule = commented(std::move(comment));
            (direction == PolicyDirection::Ingress ? rule.destination : rule.source) = own;
            rules.push_back(jumps(std::move(rule), chain));
        };
        bool concerned = false;
        for (const Json *policy : m_policies) {
            if (!isFor(*policy, pod) || !isAbout(*policy, direction))
                continue;
            concerned = true;
            lead(fmt::format("run through nw policy {}", nameOf(*policy)), chainOf(*policy, direction));
        }
        if (!concerned)
            lead(direction == PolicyDirection::Ingress ? "run through default ingress network policy  chain"
                                                       : "run through default egress network policy  chain",
                 "KUBE-NWPLCY-DEFAULT");
    }

    const Cluster &m_cluster;
    std::vector<const Json *> m_policies;
    KeptChains m_kept;
    std::vector<KeptChains::Chain> m_firewalls;
    std::vector<Rule> m_hooked[std::size(hookedChains)];
};

bool hasPolicyChains(const Cluster &cluster, const NodePlace &node)
{
    const Netns *netns = cluster.bench().find(node.netns);
    const Table *filter = netns ? netns->ruleset.find(Family::Ipv4, "filter") : nullptr;
    return filter && filter->find("KUBE-ROUTER-FORWARD");
}

} // namespace

void syncPolicies(Cluster &cluster, const NodePlace &node)
{
    PolicyChains chains(cluster, node);
    if (!chains.any() && !hasPolicyChains(cluster, node))
        return;
    if (const auto done = keepChains(cluster.bench(), node.netns, chains.finished()); !done)
        cluster.note(fmt::format("{}: {}", node.name, done.error()));
}

} // namespace netdraft::model::kubernetes
