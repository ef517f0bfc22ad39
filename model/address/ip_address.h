#pragma once

#include "model/result.h"

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace netdraft::model {

enum class Family : std::uint8_t { Ipv4, Ipv6 };

/// The number of bits of an address: 32 or 128.
constexpr int addressBits(Family family)
{
    return family == Family::Ipv4 ? 32 : 128;
}

/// An IPv4 address, in host byte order (RFC 791).
class Ipv4Address
{
public:
    constexpr Ipv4Address() = default;
    constexpr explicit Ipv4Address(std::uint32_t bits) : m_bits(bits) {}
    constexpr Ipv4Address(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d)
        : m_bits(std::uint32_t{a} << 24 | std::uint32_t{b} << 16 | std::uint32_t{c} << 8 | d)
    {
    }
    /// Four decimal numbers, as inet_pton(3) reads them; short forms such as `10.1` are the tools' business.
    static Result<Ipv4Address> parse(std::string_view text);

    constexpr std::uint32_t bits() const { return m_bits; }
    std::string toString() const;

    friend constexpr auto operator<=>(const Ipv4Address &, const Ipv4Address &) = default;

private:
    std::uint32_t m_bits = 0;
};

/// An IPv6 address, as two 64-bit words in host byte order (RFC 4291).
class Ipv6Address
{
public:
    constexpr Ipv6Address() = default;
    constexpr Ipv6Address(std::uint64_t high, std::uint64_t low) : m_high(high), m_low(low) {}
    static Result<Ipv6Address> parse(std::string_view text);

    constexpr std::uint64_t high() const { return m_high; }
    constexpr std::uint64_t low() const { return m_low; }
    /// As inet_ntop(3) prints it (RFC 5952).
    std::string toString() const;

    friend constexpr auto operator<=>(const Ipv6Address &, const Ipv6Address &) = default;

private:
    std::uint64_t m_high = 0;
    std::uint64_t m_low = 0;
};

/// An address of either family. Its bits stand at the left of 128, so that one mask serves both families:
/// an IPv4 address is the upper half of `high()`.
class IpAddress
{
public:
    constexpr IpAddress() = default;
    constexpr IpAddress(Ipv4Address address) : m_high(std::uint64_t{address.bits()} << 32) {}
    constexpr IpAddress(Ipv6Address address) : m_family(Family::Ipv6), m_high(address.high()), m_low(address.low()) {}
    /// The address with these left-aligned bits.
    static constexpr IpAddress fromBits(Family family, std::uint64_t high, std::uint64_t low)
    {
        return family == Family::Ipv4 ? IpAddress(Ipv4Address(static_cast<std::uint32_t>(high >> 32)))
                                      : IpAddress(Ipv6Address(high, low));
    }
    /// Either notation; a colon makes it IPv6.
    static Result<IpAddress> parse(std::string_view text);

    constexpr Family family() const { return m_family; }
    constexpr bool isV4() const { return m_family == Family::Ipv4; }
    constexpr std::uint64_t high() const { return m_high; }
    constexpr std::uint64_t low() const { return m_low; }
    constexpr Ipv4Address v4() const { return Ipv4Address(static_cast<std::uint32_t>(m_high >> 32)); }
    constexpr Ipv6Address v6() const { return {m_high, m_low}; }

    constexpr bool isUnspecified() const { return m_high == 0 && m_low == 0; }
    /// 127.0.0.0/8 or ::1.
    constexpr bool isLoopback() const { return isV4() ? (m_high >> 56) == 127 : m_high == 0 && m_low == 1; }
    /// 224.0.0.0/4 or ff00::/8.
    constexpr bool isMulticast() const { return isV4() ? (m_high >> 60) == 0xe : (m_high >> 56) == 0xff; }
    /// 169.254.0.0/16 or fe80::/10.
    constexpr bool isLinkLocal() const { return isV4() ? (m_high >> 48) == 0xa9fe : (m_high >> 54) == 0x3fa; }
    /// 255.255.255.255.
    constexpr bool isLimitedBroadcast() const { return isV4() && v4().bits() == 0xffffffffU; }

    std::string toString() const;

    friend constexpr auto operator<=>(const IpAddress &, const IpAddress &) = default;

private:
    Family m_family = Family::Ipv4;
    std::uint64_t m_high = 0;
    std::uint64_t m_low = 0;
};

/// The address with only its first `length` bits (0 to addressBits()) kept.
constexpr IpAddress masked(const IpAddress &address, int length)
{
    const std::uint64_t high = length == 0 ? 0 : length >= 64 ? ~0ULL : ~0ULL << (64 - length);
    const std::uint64_t low = length <= 64 ? 0 : length >= 128 ? ~0ULL : ~0ULL << (128 - length);
    return IpAddress::fromBits(address.family(), address.high() & high, address.low() & low);
}

/// The address with every bit after the first `length` set: for IPv4 the broadcast address of its subnet.
constexpr IpAddress lastOf(const IpAddress &address, int length)
{
    const std::uint64_t high = length == 0 ? 0 : length >= 64 ? ~0ULL : ~0ULL << (64 - length);
    const std::uint64_t low = length <= 64 ? 0 : length >= 128 ? ~0ULL : ~0ULL << (128 - length);
    return IpAddress::fromBits(address.family(), address.high() | ~high, address.low() | ~low);
}

} // namespace netdraft::model
