#include "model/edit/links/vrf.h"

#include "model/edit/ipv4_addresses.h"
#include "model/edit/ipv6_addresses.h"
#include "model/edit/link_state.h"
#include "model/edit/links/new_links.h"

#include <algorithm>

namespace netdraft::model {

Result<void> establish(Founding &founding, const VrfWords &words)
{
    if (words.table == 0)
        return fail(ErrorCode::MessageOther, "Invalid VRF table id.");
    founding.link.kind = Vrf{words.table};
    if (!founding.mtuGiven)
        founding.link.mtu = 65575; // IP6_MAX_MTU
    return {};
}

void addVrfRules(Draft &draft, NetnsId id)
{
    Netns &netns = draft.network.change(id);
    if (std::ranges::count_if(netns.links, [](const Link &link) { return link.as<Vrf>() != nullptr; }) > 1)
        return;
    for (const Family family : {Family::Ipv4, Family::Ipv6}) {
        std::vector<Rule> &rules = netns.rules(family);
        if (std::ranges::find(rules, true, &Rule::l3mdev) != rules.end())
            continue;
        const Rule rule = vrfRule(family);
        rules.insert(std::ranges::upper_bound(rules, rule.priority, {}, &Rule::priority), rule);
    }
    netns.unmerged4 = true;
}

void vrfChanged(Draft &draft, LinkPlace member)
{
    Netns &netns = draft.network.change(member.netns);
    disableIpv4(netns, member.link, LocalRoutes::Remove);
    stopIpv6(netns, member.link);
    if (!netns.find(member.link)->up)
        return;
    setUp(draft, member, false);
    setUp(draft, member, true);
}

} // namespace netdraft::model
