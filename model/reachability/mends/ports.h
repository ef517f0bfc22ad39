#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// Lets the port at which the frame ended take it.
std::vector<Mend> openPort(const Place &place);

/// Every port of the bridge takes again what is meant for somebody unknown.
std::vector<Mend> floodAgain(const Place &place);

} // namespace netdraft::model::mending
