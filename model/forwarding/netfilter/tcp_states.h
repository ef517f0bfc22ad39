#pragma once

#include "model/forwarding/netfilter/conntrack.h"

namespace netdraft::model::netfilter {

/// What a segment does to a connection in a state (tcp_conntracks).
struct TcpStep {
    enum class Kind : std::uint8_t { Next, Ignore, Invalid };
    Kind kind = Kind::Invalid;
    TcpState next = TcpState::None;
};
TcpStep tcpStep(const Tcp &segment, CtDirection direction, TcpState state);

/// How long a connection in this state is remembered without another segment.
Time tcpTimeout(TcpState state);

} // namespace netdraft::model::netfilter
