#pragma once

#include "model/edit/edit.h"

#include <span>
#include <string>

namespace netdraft::model {

/// The marks between which a shared.startup of ours makes Kubernetes look like Docker; a reader passes over them.
namespace kathara_mark {
inline constexpr std::string_view begin = "# netdraft: engine begins";
inline constexpr std::string_view end = "# netdraft: engine ends";
} // namespace kathara_mark

/// Devices that Kathará has a meaning of its own for.
inline constexpr std::string_view katharaReserved[] = {"shared", "_test"};
inline constexpr std::size_t longestKatharaName = 30;

/// The settings that Kathará writes in every device (DockerMachine.create), but for those that `chosen` writes, and
/// these. Where IPv6 is not asked for it is off.
EditList katharaSettings(const std::string &netns, bool ipv6, std::span<const Edit> chosen);

} // namespace netdraft::model
