#pragma once

#include <cstdint>
#include <string_view>
#include <variant>

namespace netdraft::model {

/// A network that is slow, far or bad (netem(8)), as far as it is simulated.
struct Netem {
    std::uint32_t limit = 1000; ///< packets that may wait
    std::uint32_t delay = 0;    ///< microseconds
    std::uint32_t jitter = 0;   ///< microseconds, about the delay
    std::uint32_t loss = 0;     ///< of 2^32 - 1 packets
    std::uint64_t rate = 0;     ///< bytes per second; 0: as fast as it goes
    friend bool operator==(const Netem &, const Netem &) = default;
};

/// A token bucket filter (tbf(8)).
struct Tbf {
    std::uint64_t rate = 0;  ///< bytes per second
    std::uint32_t burst = 0; ///< bytes that may go at once; no packet may be larger
    std::uint32_t limit = 0; ///< bytes that may wait
    friend bool operator==(const Tbf &, const Tbf &) = default;
};

/// The root queueing discipline of a link, where somebody gave it one (struct Qdisc).
struct Qdisc {
    std::uint16_t handle = 0; ///< the major number; those from 0x8000 on the kernel gives. 0: it is to choose
    std::variant<Netem, Tbf> kind;
    std::string_view name() const { return std::holds_alternative<Netem>(kind) ? "netem" : "tbf"; }
    friend bool operator==(const Qdisc &, const Qdisc &) = default;
};

/// The first handle after this is the kernel's own (qdisc_alloc_handle).
inline constexpr std::uint16_t lastHandleOfUsers = 0x8000;

} // namespace netdraft::model
