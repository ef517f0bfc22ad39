#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace netdraft::model::grammar {

/// What stands for many words where the table names one of these.
enum class Things : std::uint8_t {
    None, ///< a word alone
    Tools,
    Links,
    Namespaces,
    Chains,
    Targets,
    Tables,   ///< of netfilter
    Settings, ///< keys of sysctl
    Files,
    Others, ///< addresses of other nodes
    Containers,
    DockerNetworks,
    Own,      ///< addresses of this node, with their lengths
    Anything, ///< a value that nobody can guess
};

/// A place in a command: its words so far, and what may follow.
struct Row {
    std::string_view place; ///< `ip link set *`: a `*` is any word; the words that were chosen before are not in it
    std::string_view words; ///< what may follow, with blanks between; names in capitals stand for Things
    bool repeats = false;   ///< keywords follow in any order, until the end
};

/// All places of a tool, the longest first.
std::span<const Row> rows();

/// What follows a keyword wherever it stands: `dev LINKS`. None of words that are no such keyword of the tool.
std::string_view valueOf(std::string_view tool, std::string_view keyword);

/// The Things that a word in capitals of the table stands for; None for any other word.
Things thingsOf(std::string_view word);

} // namespace netdraft::model::grammar
