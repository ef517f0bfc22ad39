#pragma once

#include "model/command/command.h"
#include "model/drawing/project.h"

#include <optional>

namespace netdraft::model {

/// One line on what was probably meant, beside what a tool said of a command, where that helps: `Perhaps: ip route add
/// default via 10.0.0.1`. It is Netdraft's own and no part of the reply. None where there is nothing to say, which is
/// the rule. `words` are the command as run() had it in the namespace `at`, before its edits were applied.
std::optional<std::string> hint(const Project &project, NetnsId at, std::span<const std::string> words,
                                const Reply &reply);

/// How many letters have to be changed, added, left out or exchanged with their neighbour to make one word of the
/// other; more than `most` is told as most + 1.
std::size_t spellingDistance(std::string_view a, std::string_view b, std::size_t most);
/// The word of a list that is the nearest to a misspelt one, if any is near; empty if not.
std::string_view nearestWord(std::string_view word, std::span<const std::string_view> list);

} // namespace netdraft::model
