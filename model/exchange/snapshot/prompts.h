#pragma once

#include "model/exchange/snapshot/output.h"

namespace netdraft::model::snapshot {

/// A command that somebody typed at a prompt: `root@r1:~# ip netns exec red ip route`.
struct TypedCommand {
    std::string host;                 ///< as the prompt says it; empty: it says none
    std::string netns;                ///< where it ran; empty: where it was typed
    std::optional<Question> question; ///< none: nothing that is read
};

/// The command on a line, if there is a prompt before it.
std::optional<TypedCommand> typedCommand(std::string_view line);

/// What a line is without a prompt, by its form; none where it can be anything.
std::optional<Question> questionOfLine(std::string_view line);

} // namespace netdraft::model::snapshot
