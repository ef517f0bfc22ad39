#include "model/edit/links/new_links.h"
#include "model/edit/links/stacking.h"

#include <algorithm>

namespace netdraft::model {

namespace {

const Macvlan *anyMacvlan(Draft &draft, LinkPlace parent)
{
    for (const LinkPlace child : childrenOf(draft, parent)) {
        if (const Macvlan *macvlan = draft.network.find(child)->as<Macvlan>())
            return macvlan;
    }
    return nullptr;
}

} // namespace

/// macvlan_common_newlink
Result<void> establish(Founding &founding, const MacvlanWords &words)
{
    const auto named = founding.findParent(words.parent);
    if (!named)
        return fail(named.error());
    LinkPlace parent = *named;
    if (const Macvlan *macvlan = founding.draft.network.find(parent)->as<Macvlan>())
        parent = macvlan->parent;
    const Link &lower = *founding.draft.network.find(parent);
    if (!founding.mtuGiven)
        founding.link.mtu = lower.mtu;
    else if (founding.link.mtu > lower.mtu)
        return fail(ErrorCode::InvalidArgument);
    if (!lower.hasMac())
        return fail(ErrorCode::InvalidArgument);
    const Macvlan *sibling = anyMacvlan(founding.draft, parent);
    if (!sibling && isTaken(founding.draft, parent))
        return fail(ErrorCode::DeviceBusy);
    if (sibling && (sibling->mode == MacvlanMode::Passthru || words.mode == MacvlanMode::Passthru))
        return fail(ErrorCode::InvalidArgument);
    if (words.mode == MacvlanMode::Passthru)
        founding.link.mac = lower.mac;
    founding.link.kind = Macvlan{parent, words.mode};
    return {};
}

/// macvlan_changelink
Result<void> alter(Draft &draft, LinkPlace place, const MacvlanChange &change)
{
    Macvlan &macvlan = *changeLink(draft, place).as<Macvlan>();
    if ((change.mode == MacvlanMode::Passthru) != (macvlan.mode == MacvlanMode::Passthru))
        return fail(ErrorCode::InvalidArgument);
    macvlan.mode = change.mode;
    return {};
}

} // namespace netdraft::model
