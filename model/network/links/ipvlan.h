#pragma once

#include "model/network/id.h"

#include <string_view>

namespace netdraft::model {

enum class IpvlanMode : std::uint8_t { L2, L3, L3S };
inline constexpr std::string_view ipvlanModes[] = {"l2", "l3", "l3s"};
enum class IpvlanFlag : std::uint8_t { Bridge, Private, Vepa };
inline constexpr std::string_view ipvlanFlags[] = {"bridge", "private", "vepa"};

/// More IP addresses behind the parent's MAC. All ipvlans of one parent have the same mode and flag.
struct Ipvlan {
    LinkPlace parent;
    IpvlanMode mode = IpvlanMode::L3;
    IpvlanFlag flag = IpvlanFlag::Bridge;
    friend bool operator==(const Ipvlan &, const Ipvlan &) = default;
};

} // namespace netdraft::model
