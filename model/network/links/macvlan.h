#pragma once

#include "model/network/id.h"

namespace netdraft::model {

enum class MacvlanMode : std::uint8_t { Private, Vepa, Bridge, Passthru };

/// One more MAC address on the parent's cable. The parent itself never hears it, nor it the parent.
struct Macvlan {
    LinkPlace parent;
    MacvlanMode mode = MacvlanMode::Vepa;
    friend bool operator==(const Macvlan &, const Macvlan &) = default;
};

} // namespace netdraft::model
