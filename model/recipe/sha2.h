#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace netdraft::model {

// The digests SHA-2 (FIPS 180-4), of which programs make names of chains and devices.

/// The SHA-256 of a text, in eight words.
std::array<std::uint32_t, 8> sha256(std::string_view text);
/// The SHA-512 of a text, in hexadecimal digits.
std::string sha512(std::string_view text);

} // namespace netdraft::model
