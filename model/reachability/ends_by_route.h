#pragma once

#include "model/forwarding/cause.h"

namespace netdraft::model {

/// Whether a packet ended for what the routing table says, before a source or a neighbour mattered.
inline bool endsByRoute(Cause cause)
{
    return cause == Cause::NoRoute || cause == Cause::Blackhole || cause == Cause::Unreachable ||
           cause == Cause::Prohibit || cause == Cause::BroadcastTarget;
}

} // namespace netdraft::model
