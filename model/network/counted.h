#pragma once

#include <cstdint>

namespace netdraft::model::netfilter {

/// What a rule, or the policy of a chain, has counted (struct nft_counter). It comes with the packets and not with an
/// edit, so it makes no two rulesets different; see sameCounts().
struct Counted {
    std::uint64_t packets = 0;
    std::uint64_t bytes = 0; ///< of whole IP packets

    void add(const Counted &more)
    {
        packets += more.packets;
        bytes += more.bytes;
    }
    friend bool operator==(const Counted &, const Counted &) { return true; }
};

/// Those that came to the policy of a base chain. iptables has the kernel count them from the moment when it sets the
/// policy, or its counter to zero: with `iptables -P`, `-Z`, or by iptables-restore.
struct PolicyCounted : Counted {
    bool on = false;
    friend bool operator==(const PolicyCounted &, const PolicyCounted &) { return true; }
};

} // namespace netdraft::model::netfilter
