#pragma once

#include "model/command/ip.h"

namespace netdraft::model::command {

/// What `ip address` prints of one address of a link (print_addrinfo): one line and its second, or with -o one that
/// begins with the link.
void printAddress(Printer &printer, const IpCall &call, const Link &link, const LinkAddress &address);

} // namespace netdraft::model::command
