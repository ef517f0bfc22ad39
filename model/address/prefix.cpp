#include "model/address/prefix.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>

namespace netdraft::model {

Result<Prefix> Prefix::make(const IpAddress &address, int length)
{
    if (length < 0 || length > addressBits(address.family()))
        return fail(ErrorCode::Input, fmt::format("prefix length {} is out of range; expected 0 to {}", length,
                                                  addressBits(address.family())));
    if (masked(address, length) != address)
        return fail(ErrorCode::InvalidPrefixLength);
    return of(address, length);
}

Result<InterfaceAddress> InterfaceAddress::parse(std::string_view text)
{
    const auto slash = text.find('/');
    auto address = IpAddress::parse(text.substr(0, slash));
    if (!address)
        return fail(address.error());
    const int longest = addressBits(address->family());
    if (slash == std::string_view::npos)
        return InterfaceAddress{*address, static_cast<std::uint8_t>(longest)};
    const std::string_view digits = text.substr(slash + 1);
    int length = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc() || end != digits.data() + digits.size() || length < 0 || length > longest)
        return fail(ErrorCode::Input,
                    fmt::format("\"{}\" is not a prefix length; expected a number from 0 to {}", digits, longest));
    return InterfaceAddress{*address, static_cast<std::uint8_t>(length)};
}

Result<Prefix> Prefix::parse(std::string_view text)
{
    auto address = InterfaceAddress::parse(text);
    if (!address)
        return fail(address.error());
    return make(address->address, address->length);
}

std::string Prefix::toString() const
{
    return fmt::format("{}/{}", m_address.toString(), m_length);
}

std::string InterfaceAddress::toString() const
{
    return fmt::format("{}/{}", address.toString(), length);
}

} // namespace netdraft::model
