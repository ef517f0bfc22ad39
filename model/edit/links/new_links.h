#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

/// A link that is about to be: its kind has its say about it before it enters its namespace.
struct Founding {
    Draft &draft;
    NetnsId from; ///< where the request was made
    Link &link;   ///< with the MAC and the MTU that were asked for, or those of any Ethernet device
    bool mtuGiven = false;

    /// The link of this name where the request was made; CannotFindDevice.
    Result<LinkPlace> find(const std::string &name) const
    {
        return findLink(draft, {draft.network.find(from)->name, name});
    }
    /// The same of a parent, without which the kinds whose drivers do not say more are invalid.
    Result<LinkPlace> findParent(const std::string &name) const
    {
        return name.empty() ? fail(ErrorCode::InvalidArgument) : find(name);
    }
};

// What the kernel checks for each kind (`newlink`), and what it sets.

Result<void> establish(Founding &founding, const DummyWords &words);
Result<void> establish(Founding &founding, const VlanWords &words);
Result<void> establish(Founding &founding, const VxlanWords &words);
Result<void> establish(Founding &founding, const MacvlanWords &words);
Result<void> establish(Founding &founding, const IpvlanWords &words);
Result<void> establish(Founding &founding, const BondWords &words);
Result<void> establish(Founding &founding, const TunnelWords &words);
Result<void> establish(Founding &founding, const VrfWords &words);

// What the kernel changes for `ip link set LINK type …` (`changelink`); the link is of that kind.

Result<void> alter(Draft &draft, LinkPlace place, const VxlanChange &change);
Result<void> alter(Draft &draft, LinkPlace place, const MacvlanChange &change);
Result<void> alter(Draft &draft, LinkPlace place, const IpvlanChange &change);
Result<void> alter(Draft &draft, LinkPlace place, const BondChange &change);
Result<void> alter(Draft &draft, LinkPlace place, const BridgeChange &change);

} // namespace netdraft::model
