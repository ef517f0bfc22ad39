#pragma once

#include "model/network/id.h"

#include <string_view>
#include <vector>

namespace netdraft::model {

enum class BondMode : std::uint8_t { BalanceRr, ActiveBackup, BalanceXor, Broadcast, Dot3ad, BalanceTlb, BalanceAlb };
inline constexpr std::string_view bondModes[] = {"balance-rr", "active-backup", "balance-xor", "broadcast",
                                                 "802.3ad",    "balance-tlb",   "balance-alb"};

/// Several links as one. Of its modes only active-backup is simulated.
struct Bond {
    BondMode mode = BondMode::BalanceRr;
    int miimon = 0;              ///< ms between looks at the carrier; 0: it never looks, and never changes over
    LinkId primary;              ///< the member preferred; may be none
    LinkId active;               ///< of active-backup: the member that carries all frames
    std::vector<LinkId> members; ///< in the order in which they were added
    friend bool operator==(const Bond &, const Bond &) = default;
};

} // namespace netdraft::model
