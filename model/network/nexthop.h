#pragma once

#include "model/network/route.h"

namespace netdraft::model {

/// A next hop that stands for itself, for routes to name by its number (`ip nexthop`; struct nexthop).
struct NexthopObject {
    struct Member {
        std::uint32_t id = 0;
        int weight = 1;
        friend bool operator==(const Member &, const Member &) = default;
    };

    std::uint32_t id = 0;
    Family family = Family::Ipv4; ///< of a single one
    bool blackhole = false;
    NextHop hop;               ///< of a single one that is no blackhole
    std::vector<Member> group; ///< of a group: its members
    std::uint8_t protocol = protocol::unspecified;
    Scope scope = Scope::Link; ///< how far the hop is, as it is printed
    bool isGroup() const { return !group.empty(); }
    friend bool operator==(const NexthopObject &, const NexthopObject &) = default;
};

} // namespace netdraft::model
