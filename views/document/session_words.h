#pragma once

#include "model/edit/edit.h"

#include <string>
#include <vector>

namespace netdraft::views {

/// The commands that do the same as these edit lists, one a line, as lesson notes give them: a comment
/// (`# on device A`) before the commands that are typed on one node. What no command does is left out. With a
/// name, only what is typed on that node.
std::string commandText(const model::Project &project, const std::vector<model::EditList> &lists,
                        const std::string &onlyOn = {});

} // namespace netdraft::views
