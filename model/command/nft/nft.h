#pragma once

#include "model/command/response.h"

namespace netdraft::model::command {

/// nft of Debian 12 (1.0.6); the words are those after its name. `input` is what `-f -` reads, which in a terminal here
/// is nothing.
Response nftables(const Netns &netns, std::span<const std::string> words, std::string_view input = {});

/// The edits of a line with the words after `nft` that makes a table, a chain or a rule; ` # handle N` at its end is
/// the handle that this gets.
Result<EditList> editsOfNftLine(const std::string &netns, std::string_view line);

/// The words after `nft` of a change; the empty list: no command does it.
std::vector<std::string> nftWords(const nft::Change &change);

/// They as a line of the language of nft, with the handle of what is made behind it.
std::string nftLine(const nft::Change &change);

} // namespace netdraft::model::command
