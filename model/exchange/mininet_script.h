#pragma once

#include <string_view>

namespace netdraft::model {

/// mininet_script.py.in: what all scripts for Mininet have in common, with places `@{NAME}` for what differs.
std::string_view mininetScript();

} // namespace netdraft::model
