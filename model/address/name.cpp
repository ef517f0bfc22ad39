#include "model/address/name.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
           c == '-' || c == '+';
}

} // namespace

Result<void> checkLinkName(std::string_view name)
{
    const bool sound = !name.empty() && name.size() <= 15 && name != "." && name != ".." && name[0] != '-' &&
                       std::ranges::all_of(name, isPlain);
    if (!sound)
        return fail(ErrorCode::Input,
                    fmt::format("\"{}\" is not an interface name; expected 1 to 15 letters, digits, _ . - or +", name));
    return {};
}

Result<void> checkNetnsName(std::string_view name)
{
    const bool sound =
        !name.empty() && name.size() <= 64 && name[0] != '-' && name[0] != '.' && std::ranges::all_of(name, isPlain);
    if (!sound)
        return fail(ErrorCode::Input, fmt::format("\"{}\" is not a name for a node; expected 1 to 64 letters, "
                                                  "digits, _ . - or +, starting with a letter or digit",
                                                  name));
    return {};
}

} // namespace netdraft::model
