#pragma once

#include "model/exchange/import.h"
#include "model/network/netns.h"

namespace netdraft::model {

/// Does in a simulated namespace what a startup script of a lab does: runScript(), where services are started as well.
/// `networking` brings up what the file `interfaces` of the source says; each other one is a trouble. `sleep` takes no
/// time, and what stands between kathara_mark is passed over. The text starts at `start`.
void runStartup(Imported &into, NetnsId at, std::string_view text, const Position &start, const ImportSource &source,
                std::string_view interfaces = {});

} // namespace netdraft::model
