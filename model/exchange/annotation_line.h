#pragma once

#include "model/drawing/annotation.h"
#include "model/exchange/project_fields.h"

namespace netdraft::model {

/// A coordinate as files have it: a finite number, whole where it is.
std::string coordinateText(double value);

/// `{"kind": "box", "x": 0, "y": 0, "toX": 200, "toY": 100, "text": "DMZ", "colour": "blue"}`
std::string annotationLine(const Annotation &annotation);
/// The same read; what is wrong with it is said to `text`, and nothing returned.
std::optional<Annotation> readAnnotation(ProjectText &text, const Json &value);

} // namespace netdraft::model
