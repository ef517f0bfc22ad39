#pragma once

#include "model/command/response.h"
#include "model/forwarding/data_plane.h"
#include "model/names/record.h"

namespace netdraft::model::terminal {

/// One look-up of a line, and how its answer is shown.
struct DigQuery {
    std::string name = ".";
    names::RecordType type = names::RecordType::Ns; ///< of the root, where nothing is asked
    bool isNamed = false;
    bool isTyped = false;
    bool isChaos = false;
    std::optional<IpAddress> server;
    std::string serverWord;
    std::uint16_t port = 53;
    bool tcp = false;
    bool edns = true;
    bool recursion = true;
    bool search = false;
    int tries = 3;
    std::optional<Family> family;
    // What is shown.
    bool isShort = false;
    bool command = true;
    bool comments = true;
    bool question = true;
    bool answer = true;
    bool authority = true;
    bool additional = true;
    bool statistics = true;
    bool ttl = true;
    bool recordClass = true;
};

/// The version of BIND that Debian 12 has.
inline constexpr std::string_view digVersion = "9.18.49-1~deb12u3-Debian";

/// Reads the words after `dig` into its look-ups; what ends dig at once goes to `ended`.
std::vector<DigQuery> readDig(const DataPlane &plane, NetnsId at, std::span<const std::string> words,
                              std::optional<Reply> &ended);

} // namespace netdraft::model::terminal
