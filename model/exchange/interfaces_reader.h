#pragma once

#include "model/exchange/import.h"
#include "model/network/netns.h"

namespace netdraft::model {

/// Does in a simulated namespace what ifupdown 0.8 does with an `/etc/network/interfaces`: brings up the interface
/// `which`, for `-a` all of the lines `auto`, and where it is empty those of `allow-hotplug` as well, as when the
/// service starts. `file` is the name for error positions. What is refused or not understood is a trouble.
void bringUpInterfaces(Imported &into, NetnsId at, std::string_view text, const std::string &file,
                       std::string_view which = {});

} // namespace netdraft::model
