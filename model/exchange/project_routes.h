#pragma once

#include "model/exchange/project_fields.h"

namespace netdraft::model {

/// The words of a route in a project file, except for its device, whose name only the node knows.
RouteWords routeWords(ProjectText &text, Fields &fields);

} // namespace netdraft::model
