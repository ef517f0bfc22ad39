#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// What `-d` adds to a link: limits, queues, and the settings of a bridge and of its ports. Timers, which run,
/// are printed as stopped.
void printLinkDetails(Printer &printer, const IpCall &call, const Link &link, bool addressMode);

/// The state of a port: `forwarding`, `disabled` …
std::string_view portState(const IpCall &call, const Link &port);

/// How many queues its driver sends by, on a machine with two processors.
int queueCount(const Link &link);

} // namespace netdraft::model::command
