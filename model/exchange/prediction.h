#pragma once

#include "model/reachability/reachability.h"

#include <string>

namespace netdraft::model {

/// The reachability matrix as a table of words, for a program to read and a person to look at: a first line `to
/// address` and the nodes that ping, then a line for each address of each node. A cell is `y` answered, `n` not
/// answered, `?` not certain, `-` the node's own address.
std::string predictionTable(const Reachability &reachability);

} // namespace netdraft::model
