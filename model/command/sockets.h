#pragma once

#include "model/command/arguments.h"

namespace netdraft::model::command {

// Programs that listen, and the tools that show and end them.

/// A call of OpenBSD's nc, as Debian's netcat-openbsd 1.219 reads it.
struct NetcatCall {
    bool listens = false; ///< -l
    bool keeps = false;   ///< -k
    bool udp = false;     ///< -u
    bool scans = false;   ///< -z
    bool verbose = false; ///< -v
    bool numeric = false; ///< -n
    std::optional<Family> family;
    bool shutsDown = false;      ///< -N: says so when its input is over
    std::optional<int> quits;    ///< -q, seconds after that
    std::optional<int> patience; ///< -w, seconds
    std::string host;            ///< what it connects to, or binds to; empty: any
    std::string port;            ///< a number, a name, or a range of numbers
};
/// Reads the words after `nc`; the reply, where they are not to be followed.
std::variant<NetcatCall, Reply> readNetcat(std::span<const std::string> words);
/// The address that a host of a call stands for; the reply that ends nc, where it stands for none.
std::variant<IpAddress, Reply> netcatAddress(const NetcatCall &call, std::string_view host);

/// `nc -lk`: a program that listens in the background.
Response netcat(const Netns &netns, std::span<const std::string> words);
/// `socat TCP4-LISTEN:PORT,…,fork EXEC:cat`, `socat UDP4-RECVFROM:PORT,…,fork EXEC:cat`
Response socat(const Netns &netns, std::span<const std::string> words);
/// psmisc's `fuser -k PORT/tcp`
Response fuser(const Netns &netns, std::span<const std::string> words);
/// iproute2's `ss` of sockets that listen.
Response ss(const Network &network, const Netns &netns, std::span<const std::string> words);

/// The words after the program's name that start it.
std::vector<std::string> socketWords(const AddSocket &edit);

/// The number of the process that opened the socket at this place of Netns::sockets. Nobody can know what the machine
/// would give nc or socat; here it is a number that stays until one before it ends.
inline int processOf(const Netns &netns, std::size_t socket)
{
    const int pid = netns.sockets[socket].pid;
    return pid != 0 ? pid : 1001 + static_cast<int>(socket);
}
/// The name of its program, as the kernel has it (comm).
inline std::string_view programOf(const Netns &netns, const Socket &socket)
{
    const Process *process = netns.process(socket.pid);
    return process ? process->name() : programName(socket.program);
}

} // namespace netdraft::model::command
