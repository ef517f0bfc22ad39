#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// Reads the JSON of a project file. The network is built by applying edits, so what the kernel would refuse
/// is an error at the place of the value that it refuses.
Result<Project> readProjectFile(std::string_view text, const std::string &file);

} // namespace netdraft::model
