#pragma once

#include "model/forwarding/packet.h"

#include <string>

namespace netdraft::model::terminal {

/// A segment of TCP as tcpdump prints it after the addresses (print-tcp.c), with the first line of HTTP where a port is
/// HTTP's: `Flags [P.], seq 1:74, ack 1, win 502, options [nop,nop,TS val 0 ecr 0], length 73: HTTP: GET / HTTP/1.1`.
std::string textOf(const Tcp &tcp);

} // namespace netdraft::model::terminal
