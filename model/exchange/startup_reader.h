#pragma once

#include "model/exchange/import.h"
#include "model/network/netns.h"

namespace netdraft::model {

/// Does in a simulated namespace what a startup script of a lab does: runScript(), where services are started as well.
/// `networking` and `radvd` do what their files in the source below `tree` say; each other one is a trouble. `sleep`
/// takes no time, and what stands between kathara_mark is passed over. The text starts at `start`.
void runStartup(Imported &into, NetnsId at, std::string_view text, const Position &start, const ImportSource &source,
                const std::string &tree = {});

} // namespace netdraft::model
