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

/// What makes packets late that leave by a link, as the words of tc: `delay 20ms loss 1%` of netem, `tbf rate 1Mbit …`;
/// empty where nothing does.
QString qdiscWords(const model::Link &link);

} // namespace netdraft::views
