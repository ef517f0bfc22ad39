#pragma once

#include "model/reachability/mends/place.h"

namespace netdraft::model::mending {

/// Switches forwarding on, for the node or for the link that the packet came by.
std::vector<Mend> startForwarding(const Place &place);

/// Lets the node answer echo requests.
std::vector<Mend> answerEchoes(const Place &place);

/// Switches rp_filter off where it asks for another way back; it counts as the larger of the link's and that of `all`.
std::vector<Mend> stopFiltering(const Place &place);

/// The rule that dropped or rejected the packet goes, or the policy accepts.
std::vector<Mend> letThrough(const Place &place);

} // namespace netdraft::model::mending
