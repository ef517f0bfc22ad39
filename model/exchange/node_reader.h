#pragma once

#include "model/exchange/project_parts.h"

namespace netdraft::model {

/// Reads one node of a project file: its interfaces, sysctls, neighbours and routes.
void readNode(ProjectParts &parts, const Json &value);

} // namespace netdraft::model
