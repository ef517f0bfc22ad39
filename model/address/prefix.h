#pragma once

#include "model/address/ip_address.h"

namespace netdraft::model {

/// A network: an address whose bits after the length are zero, and a length in bits. What a route names.
class Prefix
{
public:
    constexpr Prefix() = default; ///< 0.0.0.0/0
    /// Refuses host bits, as the kernel refuses such an IPv4 route (InvalidPrefixLength), and a length out of
    /// range (Input).
    static Result<Prefix> make(const IpAddress &address, int length);
    /// `10.0.0.0/8`, `2001:db8::/32`, or an address alone, which is a host prefix.
    static Result<Prefix> parse(std::string_view text);
    /// The network that the address lies in: host bits are cut off. `length` is 0 to addressBits().
    static constexpr Prefix of(const IpAddress &address, int length)
    {
        Prefix prefix;
        prefix.m_address = masked(address, length);
        prefix.m_length = static_cast<std::uint8_t>(length);
        return prefix;
    }
    static constexpr Prefix host(const IpAddress &address) { return of(address, addressBits(address.family())); }
    static constexpr Prefix any(Family family) { return of(IpAddress::fromBits(family, 0, 0), 0); }

    constexpr Family family() const { return m_address.family(); }
    constexpr const IpAddress &address() const { return m_address; }
    constexpr int length() const { return m_length; }
    constexpr bool isDefault() const { return m_length == 0; }
    constexpr bool isHost() const { return m_length == addressBits(family()); }
    constexpr bool contains(const IpAddress &address) const
    {
        return address.family() == family() && masked(address, m_length) == m_address;
    }
    constexpr bool contains(const Prefix &other) const
    {
        return other.m_length >= m_length && contains(other.m_address);
    }
    constexpr IpAddress last() const { return lastOf(m_address, m_length); }

    /// Always with its length: `10.0.0.0/8`, `192.0.2.1/32`, `0.0.0.0/0`.
    std::string toString() const;

    friend constexpr auto operator<=>(const Prefix &, const Prefix &) = default;

private:
    IpAddress m_address;
    std::uint8_t m_length = 0;
};

/// An address on an interface with the length of its subnet: `192.168.1.5/24`. Host bits are kept.
struct InterfaceAddress {
    IpAddress address;
    std::uint8_t length = 0;

    /// With `/LENGTH`; an address alone has the full length, as iproute2 takes it.
    static Result<InterfaceAddress> parse(std::string_view text);
    constexpr Prefix prefix() const { return Prefix::of(address, length); }
    std::string toString() const;

    friend constexpr auto operator<=>(const InterfaceAddress &, const InterfaceAddress &) = default;
};

} // namespace netdraft::model
