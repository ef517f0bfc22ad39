#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// What `-d` adds to a link: limits, queues, and the settings of a bridge and of its ports. All are those of a
/// fresh link; timers, which run, are printed as stopped.
void printLinkDetails(Printer &printer, const IpCall &call, const Link &link, bool addressMode);

/// The state of a port: `forwarding` or `disabled`.
std::string_view portState(const IpCall &call, const Link &port);
/// The path cost of a port: 2, that of a cable of 10 Gbit/s, as which a veth counts.
inline constexpr int portCost = 2;

} // namespace netdraft::model::command
