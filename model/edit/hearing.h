#pragma once

#include "model/edit/draft.h"

namespace netdraft::model {

/// The interfaces that take in what a link sends to an IPv6 group, wherever they are, the link itself left out: through
/// cables, bridges with their VLANs and port settings, VLANs, macvlans, ipvlans and the active member of a bond. Nobody
/// is looked for behind VXLANs and tunnels, and no filter is asked.
std::vector<LinkPlace> hearersOf(Draft &draft, LinkPlace sender);

} // namespace netdraft::model
