#include "model/recipe/cni/chains.h"
#include "model/recipe/kubernetes/solutions/weave.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::kubernetes::weave {

namespace {

using Rules = std::vector<cni::RuleWords>;

/// A pod of this node that is reached over its bridge.
struct LocalPod {
    std::string netns;
    std::string address;
};

std::vector<LocalPod> localPods(const AgentRun &run)
{
    std::vector<LocalPod> pods;
    for (const Json *pod : run.cluster.all("pods")) {
        const Json *hostNetwork = member(*pod, "spec.hostNetwork");
        const std::string address = textAt(*pod, "status.podIP");
        if (textAt(*pod, "spec.nodeName") == run.node.name && !address.empty() &&
            !(hostNetwork && hostNetwork->is_boolean() && hostNetwork->get<bool>()))
            pods.push_back({namespaceOf(*pod), address});
    }
    return pods;
}

cni::RuleWords withState(std::string_view state, std::initializer_list<std::string_view> then)
{
    return cni::joined({"-m", "state", "--state", state}, cni::RuleWords(then.begin(), then.end()));
}

cni::Expected<void> ensureBaseRules(cni::Host &host)
{
    const std::string mark = "0x40000/0x40000";
    const Rules main{withState("RELATED,ESTABLISHED", {"-j", "ACCEPT"}),
                     {"-d", "224.0.0.0/4", "-j", "ACCEPT"},
                     {"-m", "physdev", "--physdev-is-bridged", "--physdev-out", bridgePort, "-j", "ACCEPT"},
                     withState("NEW", {"-j", "WEAVE-NPC-DEFAULT"}),
                     withState("NEW", {"-j", "WEAVE-NPC-INGRESS"})};
    const Rules accept{{"-j", "MARK", "--set-xmark", mark}};
    const Rules egress{withState("RELATED,ESTABLISHED", {"-j", "ACCEPT"}),
                       {"-m", "physdev", "--physdev-is-bridged", "--physdev-in", bridgePort, "-j", "RETURN"},
                       {"-m", "addrtype", "--dst-type", "LOCAL", "-j", "RETURN"},
                       {"-d", "224.0.0.0/4", "-j", "RETURN"},
                       withState("NEW", {"-j", "WEAVE-NPC-EGRESS-DEFAULT"}),
                       withState("NEW", {"-m", "mark", "!", "--mark", mark, "-j", "WEAVE-NPC-EGRESS-CUSTOM"})};
    for (const char *chain : {"WEAVE-NPC-INGRESS", "WEAVE-NPC-DEFAULT", "WEAVE-NPC", "WEAVE-NPC-EGRESS-ACCEPT",
                              "WEAVE-NPC-EGRESS-CUSTOM", "WEAVE-NPC-EGRESS-DEFAULT", "WEAVE-NPC-EGRESS"})
        if (auto made = cni::ensureChain(host, Family::Ipv4, "filter", chain); !made)
            return made;
    for (const auto &[chain, rules] :
         {std::pair{"WEAVE-NPC", &main}, {"WEAVE-NPC-EGRESS-ACCEPT", &accept}, {"WEAVE-NPC-EGRESS", &egress}})
        if (auto made = ensureChainHolds(host, "filter", chain, *rules); !made)
            return made;
    return {};
}

/// In truth a set of addresses for each namespace, and one rule that asks for it.
cni::Expected<void> ensureDefaults(cni::Host &host, const std::vector<LocalPod> &pods)
{
    Rules ingress;
    Rules egress;
    for (const LocalPod &pod : pods) {
        const auto comment = [&](std::string_view way) {
            return fmt::format("DefaultAllow {} isolation for namespace: {}", way, pod.netns);
        };
        ingress.push_back({"-d", pod.address, "-m", "comment", "--comment", comment("ingress"), "-j", "ACCEPT"});
        for (const char *target : {"WEAVE-NPC-EGRESS-ACCEPT", "RETURN"})
            egress.push_back({"-s", pod.address, "-m", "comment", "--comment", comment("egress"), "-j", target});
    }
    if (auto made = ensureChainHolds(host, "filter", "WEAVE-NPC-DEFAULT", ingress); !made)
        return made;
    return ensureChainHolds(host, "filter", "WEAVE-NPC-EGRESS-DEFAULT", egress);
}

} // namespace

Workbench::Done syncNpc(const AgentRun &run)
{
    return onNode(run, [&](cni::Host &host) -> cni::Expected<void> {
        if (auto made = ensureBaseRules(host); !made)
            return made;
        return ensureDefaults(host, localPods(run));
    });
}

std::string npcCommand(const AgentRun &run)
{
    return commandLine(run, "/usr/bin/weave-npc");
}

std::vector<ListeningSocket> npcSockets(const AgentRun &)
{
    constexpr std::uint16_t metrics = 6781;
    return {{Transport::Tcp, Ipv6Address(), metrics}};
}

} // namespace netdraft::model::kubernetes::weave
