#pragma once

#include "model/drawing/project.h"

#include <QString>

namespace netdraft::views {

/// `Note “Only for guests”`, `Box “DMZ”`, `Arrow`: as undo and screen readers call it.
QString annotationTitle(const model::Annotation &annotation);
/// Its colour, and of a box what stands in it.
QString annotationDetails(const model::Project &project, const model::Annotation &annotation);

} // namespace netdraft::views
