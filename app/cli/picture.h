#pragma once

#include "model/drawing/project.h"

#include <string>

namespace netdraft::app {

/// Draws the network as a picture in the format that the file's ending names; gives the exit status.
int drawPicture(const model::Project &project, const std::string &path);

} // namespace netdraft::app
