#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::terminal {

/// A message of DNS as tcpdump prints it (print-domain.c): `24723+ A? web.example. (29)`, `24723* 1/0/0 A 192.0.2.1
/// (45)`; its answers are shown, authority and additional records counted.
std::string dnsText(std::string_view message);

} // namespace netdraft::model::terminal
