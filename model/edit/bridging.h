#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

// What a bridge does when its ports come, go and change (net/bridge/br_if.c, br_stp_if.c).

/// Whether the link's master is a bridge.
bool isBridgePort(const Draft &draft, LinkPlace link);

/// Makes the link a port of a bridge of its namespace, which must have neither (br_add_if).
void addPort(Draft &draft, LinkPlace port, LinkId bridge);
/// Takes a port out of its bridge (br_del_if).
void removePort(Draft &draft, LinkPlace port);

/// Lets the ports decide about the bridge's carrier from now on (br_port_state_selection).
void selectPorts(Draft &draft, LinkPlace bridge);

/// What decides about the spanning tree, or the state of a port, was changed: ports may forward now, or no more.
void treeChanged(Draft &draft, LinkPlace bridge);

/// The bridge was set up: its ports that run forward now (br_stp_enable_bridge).
void bridgeOpened(Draft &draft, LinkPlace bridge);
/// The bridge was set down: what stopped its ports is forgotten (br_stp_disable_bridge).
void bridgeClosed(Draft &draft, LinkPlace bridge);
/// A link that may be a port runs now.
void portStarted(Draft &draft, LinkPlace link);
/// A link that may be a port runs no more.
void portStopped(Draft &draft, LinkPlace link);

/// The bridge's MAC follows its ports unless a user set it: the lowest of theirs, zero without any
/// (br_stp_recalculate_bridge_id).
void followPortMacs(Draft &draft, LinkPlace bridge);
/// The bridge's MTU follows its ports unless a user set it: the smallest of theirs (br_mtu_auto_adjust).
void followPortMtus(Draft &draft, LinkPlace bridge);

} // namespace netdraft::model
