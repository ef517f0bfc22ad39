#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// The edits that turn the routes of a namespace as the kernel alone made them into `wanted`'s: first the
/// removals of kernel routes that somebody deleted, then what somebody added, in an order in which every
/// gateway is known when it is needed. Both namespaces have links of the same names.
EditList routeEdits(const Netns &made, const Netns &wanted);

} // namespace netdraft::model
