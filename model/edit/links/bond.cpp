#include "model/edit/links/bonding.h"
#include "model/edit/links/new_links.h"

#include <algorithm>

namespace netdraft::model {

/// bond_newlink
Result<void> establish(Founding &founding, const BondWords &words)
{
    Bond bond;
    bond.mode = words.mode;
    bond.miimon = words.miimon;
    founding.link.kind = std::move(bond);
    return {};
}

namespace {

Result<LinkId> memberNamed(const Draft &draft, LinkPlace bond, const std::string &name)
{
    if (name.empty())
        return LinkId{};
    const Netns &netns = *draft.network.find(bond.netns);
    const Link *link = netns.find(std::string_view(name));
    if (!link || link->master != bond.link)
        return fail(ErrorCode::InvalidArgument);
    return link->id;
}

} // namespace

/// bond_changelink
Result<void> alter(Draft &draft, LinkPlace place, const BondChange &change)
{
    const Bond before = *draft.network.find(place)->as<Bond>();
    if (change.mode && *change.mode != before.mode && !before.members.empty())
        return fail(ErrorCode::MessageOther, "unable to set option because the bond device has slaves.");
    if (change.mode && *change.mode != before.mode && draft.network.find(place)->up)
        return fail(ErrorCode::MessageOther, "unable to set option because the bond device is up.");
    Bond after = before;
    after.mode = change.mode.value_or(before.mode);
    after.miimon = change.miimon.value_or(before.miimon);
    if (change.primary) {
        const auto primary = memberNamed(draft, place, *change.primary);
        if (!primary)
            return fail(primary.error());
        after.primary = *primary;
    }
    if (change.active) {
        const auto active = memberNamed(draft, place, *change.active);
        if (!active)
            return fail(active.error());
        after.active = *active;
    }
    changeLink(draft, place).kind = after;
    membersChanged(draft, place);
    return {};
}

} // namespace netdraft::model
