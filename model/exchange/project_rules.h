#pragma once

#include "model/exchange/project_fields.h"

namespace netdraft::model {

/// A policy rule of a project file.
Rule readProjectRule(ProjectText &text, const Json &value);

/// A next hop object of a project file; the caller checks its `dev`.
AddNexthop readProjectNexthop(ProjectText &text, const Json &value, const std::string &netns);

} // namespace netdraft::model
