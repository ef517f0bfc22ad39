#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// Links that lie on others: VLANs, macvlans and ipvlans on their parent, VXLANs on their device.

/// The VLANs, macvlans and ipvlans of a link, wherever they are.
std::vector<LinkPlace> childrenOf(Draft &draft, LinkPlace place);
/// Those and the VXLANs whose device it is: what goes when it goes, and may not be above itself.
std::vector<LinkPlace> dependentsOf(Draft &draft, LinkPlace place);
/// The VXLANs and tunnels that are elsewhere and whose packets leave from this namespace.
std::vector<LinkPlace> tunnelsFrom(const Draft &draft, NetnsId underlay);

/// A link that lies on another came or went, or its place changed.
void stackingChanged(Draft &draft);

/// Whether `lower` is `upper`, or lies on it by parents, devices and ports.
bool liesOn(const Draft &draft, LinkPlace lower, LinkPlace upper);

/// Whether somebody else takes the frames that come in by it (rx_handler): a bridge, a bond, macvlans or ipvlans.
bool isTaken(Draft &draft, LinkPlace place);

/// What a kind has against a link's coming up (ndo_open).
Result<void> checkOpen(Draft &draft, LinkPlace place);
/// What a kind has against a MAC (ndo_set_mac_address).
Result<void> checkMac(Draft &draft, LinkPlace place, MacAddress mac);
/// What a kind has against an MTU (ndo_change_mtu).
Result<void> checkLowerMtu(const Draft &draft, LinkPlace place, int mtu);

/// A link's MAC changed: what lies on it and has no MAC of its own has the new one.
void lowerMacChanged(Draft &draft, LinkPlace place, MacAddress before);
/// A link's MTU changed: what lies on it may not have a larger one.
void lowerMtuChanged(Draft &draft, LinkPlace place);

} // namespace netdraft::model
