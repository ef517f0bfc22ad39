#pragma once

#include "model/exchange/import.h"
#include "model/network/netns.h"

namespace netdraft::model {

/// Does in a simulated namespace what a shell script would do there if it were run: `into` gets what its commands
/// change, and a trouble for each that is refused, unless the script looks at its status itself, or not understood.
/// Nothing is executed on this machine. `file` is the name for error positions, `line` that of its first line.
///
/// A script that does nothing without an argument is told `up`, `start` or the like. One that takes down all that it
/// built in a trap for its end is taken to have built it.
void runScript(Imported &into, NetnsId at, std::string_view text, const std::string &file, int line = 1);

} // namespace netdraft::model
