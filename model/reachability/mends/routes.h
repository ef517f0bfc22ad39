#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// A route to where the packet is for, by the way that cables and switches show; where the namespace has no address to
/// use it with, one of the neighbours' subnet as well.
std::vector<Mend> noRoute(const Place &place);

/// An address in the subnet of the neighbours.
std::vector<Mend> giveAddress(const Place &place);

/// Takes away the route, or the policy rule, that discards the packet.
std::vector<Mend> removeDiscarding(const Place &place);

/// Takes away the route by which a namespace sends what is for others back to itself, by its `lo`.
std::vector<Mend> stopSendingToSelf(const Place &place);

/// In a circle of routes, another way for one namespace on it whose shortest way leads elsewhere; for a packet that set
/// out with too little time to live, more.
std::vector<Mend> spendLessTtl(const Place &place);

} // namespace netdraft::model::mending
