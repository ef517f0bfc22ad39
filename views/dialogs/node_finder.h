#pragma once

#include "model/drawing/project.h"
#include "views/dialogs/quick_list.h"

namespace netdraft::views {

/// An entry for each node, found by its name and its addresses.
std::vector<QuickEntry> nodeEntries(const model::Project &project, std::function<void(model::NetnsId)> found);

} // namespace netdraft::views
