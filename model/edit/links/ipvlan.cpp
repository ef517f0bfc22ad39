#include "model/edit/links/new_links.h"
#include "model/edit/links/stacking.h"

#include <algorithm>

namespace netdraft::model {

namespace {

std::vector<LinkPlace> siblingsOn(Draft &draft, LinkPlace parent)
{
    std::vector<LinkPlace> siblings = childrenOf(draft, parent);
    std::erase_if(siblings, [&](LinkPlace child) { return !draft.network.find(child)->as<Ipvlan>(); });
    return siblings;
}

/// Mode and flag belong to the parent (struct ipvl_port).
void setForAll(Draft &draft, LinkPlace parent, IpvlanMode mode, IpvlanFlag flag)
{
    for (const LinkPlace sibling : siblingsOn(draft, parent)) {
        Ipvlan &ipvlan = *changeLink(draft, sibling).as<Ipvlan>();
        ipvlan.mode = mode;
        ipvlan.flag = flag;
    }
}

} // namespace

/// ipvlan_link_new
Result<void> establish(Founding &founding, const IpvlanWords &words)
{
    const auto named = founding.findParent(words.parent);
    if (!named)
        return fail(named.error());
    LinkPlace parent = *named;
    if (const Ipvlan *ipvlan = founding.draft.network.find(parent)->as<Ipvlan>())
        parent = ipvlan->parent;
    const Link &lower = *founding.draft.network.find(parent);
    if (!lower.hasMac())
        return fail(ErrorCode::InvalidArgument);
    if (siblingsOn(founding.draft, parent).empty() && isTaken(founding.draft, parent))
        return fail(ErrorCode::DeviceBusy);
    if (!founding.mtuGiven)
        founding.link.mtu = lower.mtu;
    founding.link.mac = lower.mac;
    founding.link.macSet = false;
    founding.link.kind = Ipvlan{parent, words.mode, words.flag};
    setForAll(founding.draft, parent, words.mode, words.flag);
    return {};
}

/// ipvlan_nl_changelink
Result<void> alter(Draft &draft, LinkPlace place, const IpvlanChange &change)
{
    const Ipvlan ipvlan = *draft.network.find(place)->as<Ipvlan>();
    setForAll(draft, ipvlan.parent, change.mode.value_or(ipvlan.mode), change.flag.value_or(ipvlan.flag));
    return {};
}

} // namespace netdraft::model
