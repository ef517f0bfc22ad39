#pragma once

#include "model/edit/edit.h"
#include "model/names/message.h"
#include "model/network/network.h"

#include <functional>

namespace netdraft::model::names {

/// What came of asking a server.
struct Asked {
    enum class Outcome : std::uint8_t {
        Answered,
        NotSent, ///< send(2) refused: there is no route to the server
        Refused, ///< nobody listens there, as ICMP says
        Silent,  ///< nothing came back
    };
    Outcome outcome = Outcome::Silent;
    std::optional<Message> answer; ///< of Outcome::Answered
};

/// A question that a server passes on to another.
struct Forwarded {
    IpAddress server;
    std::uint16_t port = 53;
    Question question;
    NetnsId from; ///< where it is sent; 0: where the server that asks is
};
/// Asks a server for a server that forwards.
using Upstream = std::function<Asked(const Forwarded &forwarded)>;

/// A question that has come to a server.
struct Query {
    const Network &network;
    const Netns &at;  ///< where the server runs
    IpAddress local;  ///< the address that it came to
    LinkId in;        ///< the link by which it came
    IpAddress client; ///< who asks
    std::uint16_t clientPort = 0;
    Transport transport = Transport::Udp;
    std::uint16_t port = 53; ///< at which the server was asked
    Question question;
};

// The simulated servers take their files as they are now, as if they had just been told to read them again, and keep
// nothing in a cache.

/// What dnsmasq, CoreDNS or the name server of Docker's containers answers; none where the server says nothing, or the
/// process is no name server.
std::optional<Message> answerOf(const Process &process, const Query &query, const Upstream &upstream);

/// The program that answers behind a socket: the process, or who opened the socket from elsewhere.
std::string serverName(const Process &process);

/// Whether that is the program of a name server that can answer here.
bool isNameServer(std::string_view program);

/// How a server would start with these words, in a namespace with its files: what it listens on and prints, or the
/// status and the message with which it ends.
struct Start {
    int status = 0;
    std::string out;
    std::string err;
    std::string unknown; ///< what of its settings is not simulated; empty: all is
    bool stays = true;   ///< whether it goes on running: `--test`, `-version` do not
    std::vector<ListeningSocket> sockets;
};
/// `dnsmasq WORDS…` (dnsmasq(8), 2.90).
Start startDnsmasq(const Network &network, const Netns &netns, std::span<const std::string> words);
/// `coredns WORDS…` (coredns(1), 1.11.1).
Start startCoredns(const Network &network, const Netns &netns, std::span<const std::string> words);

} // namespace netdraft::model::names
