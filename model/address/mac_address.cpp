#include "model/address/mac_address.h"

#include <fmt/format.h>

#include <charconv>

namespace netdraft::model {

Result<MacAddress> MacAddress::parse(std::string_view text)
{
    std::uint64_t bits = 0;
    std::string_view rest = text;
    for (int octet = 0; octet < 6; ++octet) {
        const auto colon = rest.find(':');
        const std::string_view digits = rest.substr(0, colon);
        unsigned value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        const bool last = octet == 5;
        if (digits.empty() || digits.size() > 2 || error != std::errc() || end != digits.data() + digits.size() ||
            last != (colon == std::string_view::npos))
            return fail(ErrorCode::Input,
                        fmt::format("\"{}\" is not a MAC address; expected one such as 02:00:00:00:00:01", text));
        bits = bits << 8 | value;
        if (!last)
            rest.remove_prefix(colon + 1);
    }
    return MacAddress(bits);
}

std::string MacAddress::toString() const
{
    return fmt::format("{:02x}:{:02x}:{:02x}:{:02x}:{:02x}:{:02x}", m_bits >> 40 & 255, m_bits >> 32 & 255,
                       m_bits >> 24 & 255, m_bits >> 16 & 255, m_bits >> 8 & 255, m_bits & 255);
}

} // namespace netdraft::model
