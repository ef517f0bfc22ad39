#include "model/address/ip_address.h"

#include <fmt/format.h>

#include <arpa/inet.h>
#include <cstring>

namespace netdraft::model {

Result<Ipv4Address> Ipv4Address::parse(std::string_view text)
{
    in_addr raw{};
    if (inet_pton(AF_INET, std::string(text).c_str(), &raw) != 1)
        return fail(ErrorCode::Input,
                    fmt::format("\"{}\" is not an IPv4 address; expected four numbers from 0 to 255, such as "
                                "192.0.2.1",
                                text));
    return Ipv4Address(ntohl(raw.s_addr));
}

std::string Ipv4Address::toString() const
{
    return fmt::format("{}.{}.{}.{}", m_bits >> 24, m_bits >> 16 & 255, m_bits >> 8 & 255, m_bits & 255);
}

Result<Ipv6Address> Ipv6Address::parse(std::string_view text)
{
    std::array<std::uint8_t, 16> raw{};
    if (inet_pton(AF_INET6, std::string(text).c_str(), raw.data()) != 1)
        return fail(ErrorCode::Input,
                    fmt::format("\"{}\" is not an IPv6 address; expected one such as 2001:db8::1", text));
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        high = high << 8 | raw[i];
        low = low << 8 | raw[i + 8];
    }
    return Ipv6Address(high, low);
}

std::string Ipv6Address::toString() const
{
    std::array<std::uint8_t, 16> raw{};
    for (std::size_t i = 0; i < 8; ++i) {
        raw[i] = static_cast<std::uint8_t>(m_high >> (56 - 8 * i));
        raw[i + 8] = static_cast<std::uint8_t>(m_low >> (56 - 8 * i));
    }
    std::array<char, INET6_ADDRSTRLEN> text{};
    inet_ntop(AF_INET6, raw.data(), text.data(), text.size());
    return text.data();
}

Result<IpAddress> IpAddress::parse(std::string_view text)
{
    if (text.find(':') != std::string_view::npos) {
        auto six = Ipv6Address::parse(text);
        if (!six)
            return fail(six.error());
        return IpAddress(*six);
    }
    auto four = Ipv4Address::parse(text);
    if (!four)
        return fail(four.error());
    return IpAddress(*four);
}

std::string IpAddress::toString() const
{
    return isV4() ? v4().toString() : v6().toString();
}

} // namespace netdraft::model
