#pragma once

#include "model/drawing/project.h"
#include "model/edit/edit.h"

namespace netdraft::model {

/// Puts a node into a cable: from then on that leads to the node, and a new one from there to where the cable led. One
/// end of the cable stays as it is; the other, of the two the one that has less to lose, is made anew with its name,
/// master, MTU, addresses and routes. Fails (ErrorCode::Input) where the link is no cable or the node is at one of its
/// ends.
Result<EditList> insertIntoCable(const Project &project, LinkPlace cable, NetnsId node);

} // namespace netdraft::model
