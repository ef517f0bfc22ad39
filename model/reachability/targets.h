#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// One global-scope address of a node: a column of the matrix.
struct Target {
    NetnsId node;
    IpAddress address;
    friend bool operator==(const Target &, const Target &) = default;
};

/// All columns of the matrix, those of one node together.
struct Targets {
    std::vector<Target> list;
    std::vector<std::uint32_t> firstOf; ///< by node of the plane, the first of its own; `nowhere` if it is not drawn
    tsl::robin_map<IpAddress, std::uint32_t, AddressHash> numberOf; ///< the first one with this address

    std::size_t size() const { return list.size(); }
    const Target &operator[](std::size_t number) const { return list[number]; }
};

} // namespace netdraft::model
