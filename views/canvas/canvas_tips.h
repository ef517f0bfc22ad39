#pragma once

#include "model/drawing/project.h"

#include <QString>

namespace netdraft::views {

/// What the canvas says about a node when the mouse rests on it: its kind, interfaces and addresses.
QString nodeTip(const model::Project &project, model::NetnsId node);
/// The same for a cable: both ends with state, addresses, MAC address and MTU.
QString cableTip(const model::Network &network, model::LinkPlace end);

} // namespace netdraft::views
