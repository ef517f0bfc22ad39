#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::cni {

/// The SHA-512 of a text (FIPS 180-4) in hexadecimal digits, of which the plugins make names of chains and devices.
std::string sha512(std::string_view text);

} // namespace netdraft::model::cni
