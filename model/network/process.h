#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

/// A program that runs in a namespace until it is ended, with whatever it listens on (Socket::pid). Those that only
/// listen, nc and socat, are known by their sockets alone.
struct Process {
    int pid = 0;         ///< from 1; what the kernel would give it nobody can know
    std::string command; ///< its command line as ps prints it: words with one space between them, never empty

    /// The name of the program's file, which the kernel cuts to 15 bytes (comm): `kube-controller` of
    /// `/usr/bin/kube-controller-manager --port=0`.
    std::string_view name() const;
    /// Whether only its sockets are here, opened by a program that runs in another namespace (setns(2)), as dockerd
    /// opens those of the name server in its containers. Its command line is in brackets, and no tool here shows it.
    bool isElsewhere() const { return command.starts_with('['); }
    friend bool operator==(const Process &, const Process &) = default;
};

/// The longest command line that one may have, in bytes, and how many processes a namespace may have.
inline constexpr std::size_t longestCommand = 4096;
inline constexpr std::size_t mostProcesses = 1000;

/// The number of the first process that somebody starts.
inline constexpr int firstPid = 501;

} // namespace netdraft::model
