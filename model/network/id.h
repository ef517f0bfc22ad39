#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace netdraft::model {

/// A number that names one thing of one sort for its whole life; 0 names nothing. Ids are never used twice in
/// one network, so a view may keep one and ask later.
template <typename Tag>
struct Id {
    std::uint32_t value = 0;
    constexpr explicit operator bool() const { return value != 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
};

using NetnsId = Id<struct NetnsTag>;
using LinkId = Id<struct LinkTag>;

/// A link and the namespace that it is in now.
struct LinkPlace {
    NetnsId netns;
    LinkId link;
    constexpr explicit operator bool() const { return static_cast<bool>(link); }
    friend constexpr auto operator<=>(const LinkPlace &, const LinkPlace &) = default;
};

/// The machine on which a script runs: every network has it, under the name `host`.
inline constexpr NetnsId hostNetns{1};

} // namespace netdraft::model

template <typename Tag>
struct std::hash<netdraft::model::Id<Tag>> {
    std::size_t operator()(const netdraft::model::Id<Tag> &id) const noexcept { return id.value; }
};
