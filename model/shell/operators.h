#pragma once

#include "model/shell/machine.h"

namespace netdraft::model::shell {

/// What a parameter holds: of `@` and `*` all, else one or none.
struct Held {
    std::vector<std::string> items;
    bool isList = false;
    bool star = false;
    bool isSet() const { return !items.empty(); }
};

/// Does to what a parameter holds what its operator from `#` on says: cutting, replacing, taking a part.
void applyOperator(Machine &machine, Held &held, const Parameter &parameter);

} // namespace netdraft::model::shell
