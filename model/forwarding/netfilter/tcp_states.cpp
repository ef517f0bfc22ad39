#include "model/forwarding/netfilter/tcp_states.h"

#include <array>

namespace netdraft::model::netfilter {

namespace {

constexpr std::uint8_t sNO = 0;
constexpr std::uint8_t sSS = 1;
constexpr std::uint8_t sSR = 2;
constexpr std::uint8_t sES = 3;
constexpr std::uint8_t sFW = 4;
constexpr std::uint8_t sCW = 5;
constexpr std::uint8_t sLA = 6;
constexpr std::uint8_t sTW = 7;
constexpr std::uint8_t sCL = 8;
constexpr std::uint8_t sS2 = 9;
constexpr std::uint8_t sIV = 10;
constexpr std::uint8_t sIG = 11;

constexpr std::size_t states = 10;
constexpr std::size_t segments = 6;

/// By direction, kind of segment (SYN, SYN and ACK, FIN, ACK, RST, none) and state, as the kernel has it.
constexpr std::uint8_t table[2][segments][states] = {
    {
        //  NO   SS   SR   ES   FW   CW   LA   TW   CL   S2
        {sSS, sSS, sIG, sIG, sIG, sIG, sIG, sSS, sSS, sS2},
        {sIV, sIV, sSR, sIV, sIV, sIV, sIV, sIV, sIV, sSR},
        {sIV, sIV, sFW, sFW, sLA, sLA, sLA, sTW, sCL, sIV},
        {sES, sIV, sES, sES, sCW, sCW, sTW, sTW, sCL, sIV},
        {sIV, sCL, sCL, sCL, sCL, sCL, sCL, sCL, sCL, sCL},
        {sIV, sIV, sIV, sIV, sIV, sIV, sIV, sIV, sIV, sIV},
    },
    {
        {sIV, sS2, sIV, sIV, sIV, sIV, sIV, sSS, sIV, sS2},
        {sIV, sSR, sIG, sIG, sIG, sIG, sIG, sIG, sIG, sSR},
        {sIV, sIV, sFW, sFW, sLA, sLA, sLA, sTW, sCL, sIV},
        {sIV, sIG, sSR, sES, sCW, sCW, sTW, sTW, sCL, sIG},
        {sIV, sCL, sCL, sCL, sCL, sCL, sCL, sCL, sCL, sCL},
        {sIV, sIV, sIV, sIV, sIV, sIV, sIV, sIV, sIV, sIV},
    },
};
static_assert(sNO == static_cast<std::uint8_t>(TcpState::None));
static_assert(sS2 == static_cast<std::uint8_t>(TcpState::SynSent2));

/// get_conntrack_index
std::size_t kindOf(const Tcp &segment)
{
    if (segment.rst)
        return 4;
    if (segment.syn)
        return segment.ack ? 1 : 0;
    if (segment.fin)
        return 2;
    return segment.ack ? 3 : 5;
}

} // namespace

TcpStep tcpStep(const Tcp &segment, CtDirection direction, TcpState state)
{
    const std::uint8_t next =
        table[static_cast<std::size_t>(direction)][kindOf(segment)][static_cast<std::size_t>(state)];
    if (next == sIV)
        return {TcpStep::Kind::Invalid, state};
    if (next == sIG)
        return {TcpStep::Kind::Ignore, state};
    return {TcpStep::Kind::Next, static_cast<TcpState>(next)};
}

Time tcpTimeout(TcpState state)
{
    using namespace std::chrono_literals;
    switch (state) {
    case TcpState::None:
    case TcpState::SynSent:
    case TcpState::FinWait:
    case TcpState::TimeWait:
    case TcpState::SynSent2: return 120s;
    case TcpState::SynReceived:
    case TcpState::CloseWait: return 60s;
    case TcpState::Established: return 120h;
    case TcpState::LastAck: return 30s;
    case TcpState::Close: return 10s;
    }
    return 120s;
}

} // namespace netdraft::model::netfilter
