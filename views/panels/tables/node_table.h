#pragma once

#include "model/tables/node_rows.h"

#include <span>
#include <vector>

namespace netdraft::views {

/// One of the kernel's tables of a node, as the tool prints it that Linux has for it.
struct NodeTable {
    const char *title;                    ///< in English; translated in the context `NodeTable`
    const char *command;                  ///< that prints the table at the node
    std::span<const char *const> columns; ///< headings, in English
    model::tables::Rows (*rows)(const model::Project &project, model::NetnsId node);
};

/// All of them, in the order of their tabs.
std::span<const NodeTable> nodeTables();

} // namespace netdraft::views
