#pragma once

#include "model/edit/apply.h"

namespace netdraft::model {

/// The first edit of a list that cannot be applied to an empty project, and why, for the reader of a file.
struct Refusal {
    std::size_t edit = 0;
    std::string subject;
};

/// The list is one that apply() refuses.
Refusal firstRefusal(const EditList &list);

} // namespace netdraft::model
