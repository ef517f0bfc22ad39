#pragma once

#include "model/network/route.h"

#include <string>
#include <vector>

namespace netdraft::model {

/// A prefix that a router advertises (RFC 4861, 4.6.2).
struct AdvertisedPrefix {
    Prefix prefix;
    bool onLink = true;                      ///< AdvOnLink: hosts reach it without a router
    bool autonomous = true;                  ///< AdvAutonomous: hosts form addresses in it, if it is a /64
    std::uint32_t validSeconds = 86'400;     ///< AdvValidLifetime; `endless` for infinity
    std::uint32_t preferredSeconds = 14'400; ///< AdvPreferredLifetime, not above the other
    friend bool operator==(const AdvertisedPrefix &, const AdvertisedPrefix &) = default;
};

/// What a radvd says by one interface; the names are those of its configuration, radvd.conf(5).
struct AdvertisingInterface {
    std::string link;                                     ///< by name: there need be none, or none yet
    bool sends = false;                                   ///< AdvSendAdvert
    int maxIntervalSeconds = 600;                         ///< MaxRtrAdvInterval
    std::optional<std::uint32_t> lifetimeSeconds;         ///< AdvDefaultLifetime; none: three times the interval
    int hopLimit = 64;                                    ///< AdvCurHopLimit; 0 says nothing of it
    RoutePreference preference = RoutePreference::Medium; ///< AdvDefaultPreference
    std::vector<AdvertisedPrefix> prefixes;

    std::uint32_t routerLifetime() const
    {
        return lifetimeSeconds.value_or(3 * static_cast<std::uint32_t>(maxIntervalSeconds));
    }
    /// Whether radvd takes these numbers; if not, it says nothing by the interface (check_iface).
    bool isSound() const
    {
        const std::uint32_t lifetime = routerLifetime();
        return maxIntervalSeconds >= 4 && maxIntervalSeconds <= 1800 &&
               (lifetime == 0 || (lifetime >= static_cast<std::uint32_t>(maxIntervalSeconds) && lifetime <= 9000));
    }
    friend bool operator==(const AdvertisingInterface &, const AdvertisingInterface &) = default;
};

/// A radvd that runs. Its pid file tells it from others, in whatever namespaces they are, for all have one /run.
struct Radvd {
    static constexpr std::string_view usualPidFile = "/run/radvd.pid";

    std::string pidFile{usualPidFile};
    std::vector<AdvertisingInterface> interfaces; ///< each link once
    friend bool operator==(const Radvd &, const Radvd &) = default;
};

/// Whether a name is that of a file right in /run, of letters, digits and `_ . -`.
constexpr bool isPidFile(std::string_view name)
{
    constexpr std::string_view folder = "/run/";
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    if (!name.starts_with(folder))
        return false;
    name.remove_prefix(folder.size());
    return !name.empty() && name.size() <= 100 && name.front() != '.' && name != "netns" && name != "netdraft" &&
           name.find_first_not_of(allowed) == std::string_view::npos;
}

} // namespace netdraft::model
