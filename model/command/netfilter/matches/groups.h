#pragma once

#include "model/command/netfilter/extension.h"

namespace netdraft::model::command {

// The matches of iptables and ip6tables (xtables-extensions(8)), by what they look at.

std::span<const MatchExtension> transportMatches();  ///< tcp, udp, sctp, multiport
std::span<const MatchExtension> icmpMatches();       ///< icmp, icmp6
std::span<const MatchExtension> headerMatches();     ///< ttl, hl, length
std::span<const MatchExtension> addressMatches();    ///< addrtype, iprange, mac
std::span<const MatchExtension> arrivalMatches();    ///< physdev, pkttype
std::span<const MatchExtension> connectionMatches(); ///< conntrack, state, mark, connmark
std::span<const MatchExtension> rateMatches();       ///< statistic, limit, recent

} // namespace netdraft::model::command
