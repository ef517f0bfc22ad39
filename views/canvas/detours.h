#pragma once

#include <QtGlobal>

namespace netdraft::views {

class CableItem;
class NetworkScene;

/// How far the middle of a cable has to be aside so that it crosses no node but those at its ends: the least of a few
/// distances, and 0 where none of them serves.
qreal detourOf(const CableItem &cable, const NetworkScene &scene);

} // namespace netdraft::views
