#pragma once

#include "model/forwarding/packet.h"
#include "model/simulation/journal.h"
#include "model/simulation/simulated_time.h"

#include <functional>
#include <optional>
#include <utility>

namespace netdraft::model::simulation {

/// What a program does next with its connection.
struct Saying {
    std::vector<std::string> writes; ///< one write(2) each
    /// Thereafter: `ShutsDown` says no more and goes on hearing (SHUT_WR), `Closes` has done with it.
    enum class Then : std::uint8_t { GoesOn, ShutsDown, Closes };
    Then then = Then::GoesOn;
    Time after = 100; ///< how long it takes to come to write
    Time pause = 0;   ///< and then to the end
};
/// A program at an end of a TCP connection. It is asked when the connection is made, and again as more comes: with all
/// that the other end has said, and whether that will say no more.
using Talker = std::function<Saying(std::string_view heard, bool isAll)>;

/// The time stamps of a segment that is sent at this time.
constexpr TcpStamps stampsAt(Time now, std::uint32_t echo)
{
    constexpr Time millisecond = 1000;
    return {static_cast<std::uint32_t>(now / millisecond), echo};
}

/// Which end of which connection: sockets are looked for by this (inet_ehash).
struct TcpEndName {
    NodeIndex node = nowhere;
    IpAddress local;
    IpAddress remote;
    std::uint16_t localPort = 0;
    std::uint16_t remotePort = 0;
    friend auto operator<=>(const TcpEndName &, const TcpEndName &) = default;
};

/// The first port that a socket gets which asks for none (ip_local_port_range).
inline constexpr std::uint16_t firstEphemeralPort = 32768;

/// Where a program that passes connections on makes its own to.
using TcpTarget = std::pair<IpAddress, std::uint16_t>;

/// What an end lets the other one send (tcp_select_window).
struct TcpWindow {
    std::uint32_t grantedTo = 0;      ///< the number behind the last byte that may come
    int most = 0;                     ///< bytes that it would grant at once (tcp_sock.rcv_ssthresh)
    bool hasHeardFullSegment = false; ///< till then it only ever shrinks
};

/// An end of a connection, from the SYN that it sent or got (struct tcp_sock).
struct TcpEnd {
    Talker talker;
    Purpose purpose = Purpose::Request; ///< of what it sends
    JourneyId about = noJourney;
    /// Of a program that passes all on: its end of the other connection, and how much of what was heard went there.
    std::optional<TcpEndName> other;
    std::size_t passed = 0;
    bool hasPassedEnd = false;
    std::optional<TcpTarget> passesTo; ///< where the other connection is to lead, which is not begun yet
    bool isConnecting = false;         ///< its SYN has no answer yet
    LinkIndex out = nowhere;           ///< the link by which all leaves; nowhere: as the tables say
    int segment = 0;                   ///< bytes of data that a segment takes
    TcpWindow window;
    std::uint32_t echo = 0; ///< the other end's last time stamp
    Time heardAt = 0;

    std::string said;
    std::vector<std::size_t> writes; ///< where in it each write(2) ended
    std::uint32_t next = 1;          ///< the number of what is sent next
    std::uint32_t acknowledged = 1;  ///< what has come to the other end, up to this number
    int congestionWindow = 10;       ///< segments that may be under way (TCP_INIT_CWND)
    Saying::Then ends = Saying::Then::GoesOn;
    bool isOpen = false;
    bool hasSentEnd = false; ///< its FIN
    bool isSending = false;  ///< and will be asked again for the next segment
    bool isGone = false;     ///< reset

    std::string heard;
    bool hasHeardEnd = false; ///< the other end's FIN
    bool owesAcknowledgement = false;

    /// The number that is expected next of the other end.
    std::uint32_t expected() const { return 1 + static_cast<std::uint32_t>(heard.size()) + (hasHeardEnd ? 1U : 0U); }
    /// The number of its own FIN.
    std::uint32_t last() const { return 1 + static_cast<std::uint32_t>(said.size()); }
};

/// Time for an end to do something.
struct TcpTurn {
    TcpEndName name;
    /// A program speaks; the next segment is sent; what is still to be acknowledged is; who has heard nothing for too
    /// long hangs up.
    enum class What : std::uint8_t { Speak, Send, Acknowledge, HangUp };
    What what = What::Send;
    Saying saying;
};

} // namespace netdraft::model::simulation
