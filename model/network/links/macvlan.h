#pragma once

#include "model/network/id.h"

#include <string_view>

namespace netdraft::model {

enum class MacvlanMode : std::uint8_t { Private, Vepa, Bridge, Passthru };
inline constexpr std::string_view macvlanModes[] = {"private", "vepa", "bridge", "passthru"};

/// One more MAC address on the parent's cable. The parent itself never hears it, nor it the parent.
struct Macvlan {
    LinkPlace parent;
    MacvlanMode mode = MacvlanMode::Vepa;
    friend bool operator==(const Macvlan &, const Macvlan &) = default;
};

} // namespace netdraft::model
