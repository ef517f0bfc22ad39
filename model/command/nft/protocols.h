#pragma once

#include <cstdint>

namespace netdraft::model::command::nfttool {

// Numbers of protocols above IP, and of families (NFPROTO_…), as the values of keys.
inline constexpr std::uint8_t icmp = 1;
inline constexpr std::uint8_t tcp = 6;
inline constexpr std::uint8_t udp = 17;
inline constexpr std::uint8_t icmpv6 = 58;
inline constexpr std::uint64_t ipv4 = 2;
inline constexpr std::uint64_t ipv6 = 10;

} // namespace netdraft::model::command::nfttool
