#pragma once

#include "model/network/network.h"

#include <QString>

namespace netdraft::views {

/// The name of a namespace, or nothing when it is gone.
QString nodeName(const model::Network &network, model::NetnsId node);

/// `eth0` of the node `A` as `A eth0`.
QString linkTitle(const model::Network &network, model::LinkPlace place);

/// How many ports a bridge has, in words.
QString portCount(const model::Bridge &bridge);

} // namespace netdraft::views
