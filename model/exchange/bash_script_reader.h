#pragma once

#include "model/drawing/project.h"

namespace netdraft::model {

/// Whether a text claims to be a script that writeBash() wrote, of this or another version.
bool isLabScript(std::string_view text);

/// The project that such a script builds. Only what stands between its marks is read: commands, which are understood as
/// a simulated machine's and may have been changed or added by hand, and where the nodes are drawn. Nothing is
/// executed. `file` is its name for error positions.
Result<Project> readScript(std::string_view text, const std::string &file);

} // namespace netdraft::model
