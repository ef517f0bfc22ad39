#pragma once

#include "model/exchange/import.h"
#include "model/network/netns.h"

namespace netdraft::model {

/// Does in a simulated namespace what a shell script would do there if it were run: `into` gets what its commands
/// change, and a trouble for each that is refused or not understood. Nothing is executed on this machine. `file` is the
/// name for error positions, `line` that of its first line.
void runScript(Imported &into, NetnsId at, std::string_view text, const std::string &file, int line = 1);

} // namespace netdraft::model
