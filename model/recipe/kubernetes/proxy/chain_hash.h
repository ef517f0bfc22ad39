#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::kubernetes {

/// The first 16 characters of the SHA-256 (FIPS 180-4) of a text in base 32 (RFC 4648): what kube-proxy and kube-router
/// name their chains by.
std::string chainHash(std::string_view text);

} // namespace netdraft::model::kubernetes
