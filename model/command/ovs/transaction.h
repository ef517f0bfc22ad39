#pragma once

#include "model/command/response.h"

#include <expected>

namespace netdraft::model::command {

/// One command of a transaction, with the options before its name.
struct VsctlCommand {
    std::vector<std::string> options;
    std::string name;
    std::span<const std::string> arguments;

    bool has(std::string_view option) const;
};

/// What a transaction works on: a copy of the database, which becomes edits if every command succeeds.
struct Transaction {
    const Network &network;
    const Netns &netns;
    std::vector<OvsBridge> bridges;
    std::string out;
    std::vector<std::string> expected; ///< interfaces that ovs-vswitchd is to open (post_db_reload_expect_iface)

    OvsBridge *bridge(std::string_view name);
    /// The bridge that a port is of, null where there is none.
    OvsBridge *bridgeOf(std::string_view port);
    OvsPort *port(std::string_view name);
};

/// Nothing, or what ends the call.
using Vsctl = std::expected<void, Reply>;
/// `ovs-vsctl: MESSAGE`, status 1.
std::unexpected<Reply> vsctlError(std::string_view message);
/// `netdraft: ovs-vsctl WHAT is not simulated`
std::unexpected<Reply> vsctlUnknown(std::string_view what);

// Commands on bridges and ports.

Vsctl addBridge(Transaction &transaction, const VsctlCommand &command);
Vsctl deleteBridge(Transaction &transaction, const VsctlCommand &command);
Vsctl listBridges(Transaction &transaction, const VsctlCommand &command);
Vsctl bridgeExists(Transaction &transaction, const VsctlCommand &command);
Vsctl bridgeToVlan(Transaction &transaction, const VsctlCommand &command);
Vsctl bridgeToParent(Transaction &transaction, const VsctlCommand &command);
Vsctl addPort(Transaction &transaction, const VsctlCommand &command);
Vsctl deletePort(Transaction &transaction, const VsctlCommand &command);
Vsctl listPorts(Transaction &transaction, const VsctlCommand &command);
Vsctl portToBridge(Transaction &transaction, const VsctlCommand &command);
Vsctl interfaceToBridge(Transaction &transaction, const VsctlCommand &command);
Vsctl show(Transaction &transaction, const VsctlCommand &command);

// Commands on columns of the tables Port and Interface.

Vsctl setColumns(Transaction &transaction, const VsctlCommand &command);
Vsctl getColumns(Transaction &transaction, const VsctlCommand &command);
Vsctl clearColumns(Transaction &transaction, const VsctlCommand &command);
Vsctl addToColumn(Transaction &transaction, const VsctlCommand &command);
Vsctl removeFromColumn(Transaction &transaction, const VsctlCommand &command);
/// `COLUMN=VALUE` of a port.
Vsctl setPortColumn(OvsPort &port, const std::string &assignment);

/// A name as the tools print it, quoted where it would else read as something other than a word.
std::string ovsQuoted(std::string_view name);
/// Why ovs-vswitchd cannot open a port; empty where it can.
std::string ovsPortError(const Network &network, const Netns &netns, const OvsPort &port);
/// The edits that make one database of another.
EditList ovsDifference(const Netns &netns, const std::vector<OvsBridge> &wanted);

} // namespace netdraft::model::command
