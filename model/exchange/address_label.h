#pragma once

#include "model/address/name.h"

#include <algorithm>
#include <string_view>

namespace netdraft::model {

/// Whether a text may be the label of an IPv4 address (IFA_LABEL): as long as a link's name at most, and printable.
inline bool isAddressLabel(std::string_view text)
{
    return !text.empty() && text.size() <= longestLinkName &&
           std::ranges::all_of(text, [](unsigned char byte) { return byte > ' ' && byte < 0x7f; });
}

} // namespace netdraft::model
