#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// What keeps the neighbour from answering: links that are down, another prefix length, the wrong gateway.
std::vector<Mend> noNeighbour(const Place &place);

/// Sets up what takes the carrier away.
std::vector<Mend> noCarrier(const Place &place);

/// Sets the link up at which the frame ended.
std::vector<Mend> raiseEnd(const Place &place);

/// Writes an own address with the prefix length that neighbours on this link use.
std::vector<Mend> sameLengthAsNeighbours(const Place &place, LinkIndex out);

/// Lets the links of the next segment, and the route, carry whole packets.
std::vector<Mend> growMtu(const Place &place);

/// Takes a fixed neighbour entry away, or lets the link ask for one.
std::vector<Mend> rightLladdr(const Place &place);

} // namespace netdraft::model::mending
