#include "model/recipe/kubernetes/kubectl/describe.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model::kubernetes {

namespace {

void describePeers(TabWriter &writer, const Json &rule, const char *peers, const char *title, int level)
{
    const Json &ports = listAt(rule, "ports");
    if (ports.empty())
        writer.write(level, "To Port: <any> (traffic allowed to all ports)\n");
    for (const Json &port : ports) {
        const Json *number = member(port, "port");
        const std::string protocol = textAt(port, "protocol").empty() ? "TCP" : textAt(port, "protocol");
        writer.write(level, fmt::format("To Port: {}/{}\n",
                                        !number               ? "<any>"
                                        : number->is_string() ? number->get<std::string>()
                                                              : number->dump(),
                                        protocol));
    }
    const Json &all = listAt(rule, peers);
    if (all.empty())
        writer.write(level, fmt::format("{}: <any> (traffic not restricted by {})\n", title,
                                        std::string_view(title) == "From" ? "source" : "destination"));
    for (const Json &peer : all) {
        writer.write(level, fmt::format("{}:\n", title));
        if (const Json *block = member(peer, "ipBlock")) {
            writer.write(level + 1, "IPBlock:\n");
            writer.write(level + 2, fmt::format("CIDR: {}\n", textAt(*block, "cidr")));
            std::vector<std::string> except;
            for (const Json &one : listAt(*block, "except"))
                except.push_back(textOf(one));
            writer.write(level + 2, fmt::format("Except: {}\n", fmt::join(except, ", ")));
        }
        if (const Json *names = member(peer, "namespaceSelector"))
            writer.write(level + 1,
                         fmt::format("NamespaceSelector: {}\n", selectorText(member(*names, "matchLabels"))));
        if (const Json *pods = member(peer, "podSelector"))
            writer.write(level + 1, fmt::format("PodSelector: {}\n", selectorText(member(*pods, "matchLabels"))));
    }
}

void describeRules(TabWriter &writer, const Json &policy, const char *list, const char *peers, const char *title,
                   const char *verb)
{
    const Json &types = listAt(policy, "spec.policyTypes");
    const bool applies = std::ranges::any_of(types, [&](const Json &type) { return type == title; });
    if (!applies) {
        writer.write(1, fmt::format("Not affecting {} traffic\n", list));
        return;
    }
    writer.write(1, fmt::format("Allowing {} traffic:\n", list));
    const Json &rules = listAt(policy, std::string("spec.") + list);
    if (rules.empty())
        writer.write(2, fmt::format("<none> (Selected pods are isolated for {} connectivity)\n", list));
    for (std::size_t i = 0; i < rules.size(); ++i) {
        if (i > 0)
            writer.write(2, "----------\n");
        describePeers(writer, rules[i], peers, verb, 2);
    }
}

} // namespace

std::string describedPolicy(const Cluster &cluster, const Json &policy)
{
    (void)cluster;
    TabWriter writer;
    writer.write(0, fmt::format("Name:\t{}\n", nameOf(policy)));
    writer.write(0, fmt::format("Namespace:\t{}\n", namespaceOf(policy)));
    writer.write(0, fmt::format("Created on:\t{} +0000 UTC\n", [&] {
                     std::string text = textAt(policy, "metadata.creationTimestamp");
                     std::ranges::replace(text, 'T', ' ');
                     return text.empty() ? text : text.substr(0, text.size() - 1);
                 }()));
    describeLabels(writer, 0, "Labels", member(policy, "metadata.labels"));
    describeAnnotations(writer, policy);
    writer.write(0, "Spec:\n");
    const Json *labels = member(policy, "spec.podSelector.matchLabels");
    if (!labels || labels->empty()) {
        writer.write(1, "PodSelector:     <none> (Allowing the specific traffic to all pods in this namespace)\n");
    } else {
        bool first = true;
        for (const auto &[key, value] : labels->items()) {
            writer.write(0, fmt::format("  {}   \t{}={}\n", first ? "PodSelector:" : "", key, textOf(value)));
            first = false;
        }
    }
    describeRules(writer, policy, "ingress", "from", "Ingress", "From");
    describeRules(writer, policy, "egress", "to", "Egress", "To");
    std::vector<std::string> types;
    for (const Json &type : listAt(policy, "spec.policyTypes"))
        types.push_back(textOf(type));
    writer.write(1, fmt::format("Policy Types: {}\n", fmt::join(types, ", ")));
    return writer.text();
}

} // namespace netdraft::model::kubernetes
