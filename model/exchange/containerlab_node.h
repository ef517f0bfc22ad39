#pragma once

#include "model/edit/edit.h"

#include <string_view>

namespace netdraft::model {

/// The interface of every container to containerlab's own network for management.
inline constexpr std::string_view managementLink = "eth0";
/// What endpoints of links call that is no node, and what Kubernetes would take amiss.
inline constexpr std::string_view containerlabReserved[] = {"host", "mgmt-net", "macvlan", "bridge"};
inline constexpr std::size_t longestContainerlabName = 40;

/// What a container has of its host's settings rather than a fresh kernel's: Docker makes the host forward IPv4.
inline EditList inheritedSettings(const std::string &netns)
{
    return {SetDeviceSysctl{netns, "all", DeviceSysctl::Ipv4Forwarding, 1}};
}

} // namespace netdraft::model
