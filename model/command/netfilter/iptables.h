#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

// iptables, ip6tables and their companions of Debian 12 (1.8.9, nf_tables); the words are those after the tool's name.

Response iptables(Family family, const Netns &netns, std::span<const std::string> words);
Response iptablesSave(Family family, const Netns &netns, std::span<const std::string> words);
/// `input` is what the tool reads: its standard input, which is empty in a terminal here, or a file's text.
Response iptablesRestore(Family family, const Netns &netns, std::span<const std::string> words, std::string_view input);

/// The edits of a line with the words after `iptables` that makes a rule, a chain or a policy: `-A FORWARD -j ACCEPT`.
Result<EditList> editsOfLine(const std::string &netns, Family family, std::string_view line);

/// A line as iptables-restore splits it: at white space, with `"` and backslashes in it.
std::vector<std::string> splitSaved(std::string_view line);

} // namespace netdraft::model::command
