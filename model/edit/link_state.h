#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// What follows when a link's state changes, in its own namespace and in its peer's.

/// Sets a link up or down, with all that the kernel does then; nothing if it is so already.
void setUp(Draft &draft, LinkPlace place, bool up);

/// Takes a link out of service before it leaves its namespace: down, out of its bridge or without its ports,
/// its addresses, routes and neighbours gone.
void retire(Draft &draft, LinkPlace place);

/// Takes a link out of its bridge, bond or VRF, if it is in one.
void leaveMaster(Draft &draft, LinkPlace place);

/// A link's carrier may have come: IPv6 starts on it, and its bridge takes note.
void carrierCame(Draft &draft, LinkPlace place);

/// A link's carrier has gone: its neighbours that are not permanent go, and its bridge takes note.
void carrierWent(Draft &draft, LinkPlace place);

/// Its MAC is set, to another or to the same: its neighbours go, permanent ones as well (NETDEV_CHANGEADDR).
void setMac(Draft &draft, LinkPlace place, MacAddress mac);

/// Its MTU changes: below 1280 bytes IPv6 stops (NETDEV_CHANGEMTU).
void setMtu(Draft &draft, LinkPlace place, int mtu);

} // namespace netdraft::model
