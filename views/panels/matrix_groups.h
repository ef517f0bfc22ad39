#pragma once

#include "model/reachability/reachability.h"

#include <QStringList>

namespace netdraft::views {

class Document;

/// By what the rows and columns of the matrix are put together.
enum class MatrixGrouping {
    None,
    Subnet,  ///< that the address is in; a node's first
    Machine, ///< the switch, router or machine that a node is plugged into, where it has one cable; else itself
    Kind,    ///< what it is drawn as
};

/// The groups of all nodes and addresses, in the order of their first ones.
struct MatrixGroups {
    QStringList names;
    std::vector<std::size_t> ofNode;   ///< by index of Reachability::nodes()
    std::vector<std::size_t> ofTarget; ///< by index of Reachability::targets()
};

MatrixGroups groupMatrix(const Document &document, const model::Reachability &reachability, MatrixGrouping grouping);

} // namespace netdraft::views
