#pragma once

#include <set>
#include <string>

namespace netdraft::model::snapshot {

/// A name that a node can have, like this one, and that no other has yet.
std::string freeName(std::string name, std::set<std::string> &taken);

} // namespace netdraft::model::snapshot
