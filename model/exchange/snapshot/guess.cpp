#include "model/exchange/snapshot/seen.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::snapshot {

namespace {

/// What a link is by its flags, its type and its neighbours; empty: a device of the machine.
std::string_view guessed(const SeenNetns &netns, const SeenLink &link, const Values &values)
{
    const Json &json = *link.json;
    const std::string type = values.text(json, "link_type");
    const std::string qdisc = values.text(json, "qdisc");
    const bool master = values.lists(json, "flags", "MASTER");
    if (link.loopback)
        return {};
    if (type == "ipip" || type == "sit" || type == "gre")
        return type == "ipip" ? "ipip" : type == "sit" ? "sit" : "gre";
    if (master)
        return link.noArp ? "vrf" : "bond";
    if (std::ranges::any_of(netns.links, [&](const SeenLink &other) { return other.master == link.name; }))
        return "bridge";
    if (link.lowerIndex != 0 || !link.lowerName.empty()) {
        const auto lower = netns.find(link.lowerName);
        const bool mutual = lower && netns.links[*lower].lowerName == link.name;
        if (link.isElsewhere() || link.lowerName.empty() || mutual)
            return "veth";
        return link.name.find('.') != std::string::npos || link.name.starts_with("vlan") ? "vlan" : "macvlan";
    }
    if (link.noArp && type == "ether")
        return "dummy";
    // Real devices have a queue; of those of software that lie on nothing, bridges are the usual ones.
    return type == "ether" && qdisc == "noqueue" ? "bridge" : "";
}

} // namespace

void guessKinds(SeenNetns &netns, std::vector<Error> &troubles, std::vector<Error> &notes)
{
    for (SeenLink &link : netns.links) {
        const Values values(*link.output, troubles);
        link.kind = guessed(netns, link, values);
        if (!link.kind.empty() && link.kind != "veth")
            Values(*link.output, notes)
                .trouble(*link.json, fmt::format("{} is taken for a link of the kind {}; `ip -d link` would say what "
                                                 "it is",
                                                 link.name, link.kind));
    }
}

} // namespace netdraft::model::snapshot
