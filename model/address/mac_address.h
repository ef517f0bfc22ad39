#pragma once

#include "model/address/ip_address.h"

namespace netdraft::model {

/// A 48-bit Ethernet address, in the lower bits of one word.
class MacAddress
{
public:
    constexpr MacAddress() = default;
    constexpr explicit MacAddress(std::uint64_t bits) : m_bits(bits & 0xffffffffffffULL) {}
    /// Six hexadecimal octets with colons between them.
    static Result<MacAddress> parse(std::string_view text);

    constexpr std::uint64_t bits() const { return m_bits; }
    constexpr bool isZero() const { return m_bits == 0; }
    constexpr bool isMulticast() const { return (m_bits >> 40 & 1) != 0; }
    constexpr bool isBroadcast() const { return m_bits == 0xffffffffffffULL; }
    std::string toString() const;

    friend constexpr auto operator<=>(const MacAddress &, const MacAddress &) = default;

private:
    std::uint64_t m_bits = 0;
};

inline constexpr MacAddress broadcastMac{0xffffffffffffULL};

/// The link-local address that the kernel forms from a MAC (addrconf_ifid_eui48, RFC 4291 appendix A).
constexpr Ipv6Address linkLocalOf(MacAddress mac)
{
    const std::uint64_t bits = mac.bits() ^ 0x020000000000ULL;
    return {0xfe80000000000000ULL, (bits >> 24) << 40 | 0xfffe000000ULL | (bits & 0xffffffULL)};
}

} // namespace netdraft::model
