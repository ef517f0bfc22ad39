#pragma once

#include <string>
#include <string_view>

namespace netdraft::model {

// What programs draw by chance, such as an identifier: here it follows from what it is for, so that the same steps give
// the same network each time.

/// Hexadecimal digits.
std::string drawnHex(std::string_view seed, std::size_t digits);
/// `xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx`
std::string drawnUuid(std::string_view seed);
/// Letters and digits of an alphabet.
std::string drawnOf(std::string_view alphabet, std::string_view seed, std::size_t length);

} // namespace netdraft::model
