#pragma once

#include "views/canvas/tools/tool.h"
#include "views/document/docker_switch.h"

class QMenu;

namespace netdraft::views {

class NetworkView;

/// Switches Docker on the selected node; says so where not exactly one is selected, or where there is nothing to do.
void switchDocker(ToolContext &context, DockerVerb verb);
/// The actions of the canvas that do something to Docker on a node.
void addDockerActions(QMenu &menu, const NetworkView &view, const model::Netns &node);

} // namespace netdraft::views
