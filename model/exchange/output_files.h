#pragma once

#include "model/exchange/exchange.h"

namespace netdraft::model {

/// Adds a file, unless there is nothing in it.
void addFile(Exported &exported, std::string name, std::string text);

/// The same with its files in the order of their names, as Exported has them.
Exported inOrder(Exported exported);

} // namespace netdraft::model
