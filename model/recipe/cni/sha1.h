#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::cni {

/// The SHA-1 of a text in hexadecimal digits (FIPS 180-4).
std::string sha1(std::string_view text);

} // namespace netdraft::model::cni
