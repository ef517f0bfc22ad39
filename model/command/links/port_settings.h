#pragma once

#include "model/command/links/link_types.h"

namespace netdraft::model::command {

/// A setting of a port that is on or off, by its word in `bridge link set` and after `type bridge_slave`.
struct PortFlag {
    std::string_view word;
    std::optional<bool> PortChange::*change;
    bool BridgePort::*value;
};
std::span<const PortFlag> portFlags();

/// Takes a port's flag and its `on` or `off`; `status` is the exit status for anything else. False if the next word is
/// no flag.
bool takePortFlag(Arguments &arguments, PortChange &change, int status);

/// What `ip -d link` says of a port of a bridge.
void printPortDetails(Printer &printer, const IpCall &call, const Link &port);

} // namespace netdraft::model::command
