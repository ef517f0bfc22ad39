#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// The edits that make the next hop objects of a namespace that has none: single ones before groups.
EditList nexthopEdits(const Netns &wanted);

/// The edits that turn the policy rules of `made` into `wanted`'s: first removals, then what somebody added.
EditList ruleEdits(const Netns &made, const Netns &wanted);

} // namespace netdraft::model
