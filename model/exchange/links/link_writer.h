#pragma once

#include "model/edit/edit.h"
#include "model/exchange/project_line.h"

namespace netdraft::model {

/// The field of an interface that says what it is: `macvlan`, `vxlan` …
std::string_view newLinkField(const NewLink &kind);
/// What stands in it, apart from what later edits add.
void writeNewLink(Line &line, const NewLink &kind);
void writeBondChange(Line &line, const BondChange &change);
void writeBridge(Line &line, const BridgeChange &change);
void writePort(Line &line, const PortChange &change);
void writeVlans(Line &line, const std::vector<BridgeVlan> &added, const std::vector<VlanId> &removed);
/// What stands in the field `ovs` of a link that Open vSwitch made; empty for others.
std::string ovsText(const Network &network, const Netns &netns, const Link &link);
/// An entry of the FDB of a VXLAN, and of a bridge.
std::string remoteText(const AddVxlanFdb &edit);
std::string fdbText(const AddFdb &edit);

} // namespace netdraft::model
