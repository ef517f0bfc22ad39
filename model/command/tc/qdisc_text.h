#pragma once

#include "model/network/link.h"

namespace netdraft::model::command {

/// What `tc qdisc show` prints of a link's root qdisc, with `dev` if it is asked of all; nothing of a link that was
/// never up and was given none. `statistics`: two lines of counters, which are 0.
std::string qdiscText(const Link &link, bool named, bool statistics);

} // namespace netdraft::model::command
