#pragma once

#include "model/drawing/project.h"

namespace netdraft::model {

/// Whether a namespace is a node of the drawing: every one is, the machine itself only if it has an interface
/// other than `lo`.
bool isDrawn(const Netns &netns);

/// What a node is shown as: as its drawing says; without one, the machine itself is a machine, a namespace whose
/// only interfaces are a bridge and its ports a switch, one that forwards IPv4 a router, and any other a namespace.
NodeKind kindOf(const Project &project, const Netns &netns);

} // namespace netdraft::model
