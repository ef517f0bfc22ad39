#pragma once

#include "model/edit/edit.h"

namespace netdraft::model {

/// What an edit list changed. Views redraw the namespaces named here; a list that only moves icons names none.
struct ChangeSet {
    std::vector<NetnsId> namespaces; ///< added, removed or changed; ordered
    bool drawing = false;
    bool empty() const { return namespaces.empty() && !drawing; }
};

struct Applied {
    EditList inverse; ///< applied to the new state, gives back the old one, exactly
    ChangeSet changes;
};

/// Does what the kernel would do with these requests, in order: checks what it checks, refuses in its words, and
/// makes and removes by itself the routes, addresses and links that it makes and removes. All edits are applied or,
/// on an error, none; the error is that of the first edit refused.
Result<Applied> apply(Project &project, const EditList &edits);

} // namespace netdraft::model
