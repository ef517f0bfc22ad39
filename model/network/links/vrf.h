#pragma once

#include <cstdint>

namespace netdraft::model {

/// Gives the links that it is master of a routing table of their own.
struct Vrf {
    std::uint32_t table = 0;
    friend bool operator==(const Vrf &, const Vrf &) = default;
};

} // namespace netdraft::model
