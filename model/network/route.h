#pragma once

#include "model/network/link.h"

#include <compare>
#include <string_view>

namespace netdraft::model {

/// rtnetlink's route types (RTN_*).
enum class RouteType : std::uint8_t {
    Unicast = 1,
    Local = 2,
    Broadcast = 3,
    Anycast = 4,
    Multicast = 5,
    Blackhole = 6,
    Unreachable = 7,
    Prohibit = 8,
    Throw = 9,
};

/// Whether routes of the type say no instead of a way (fib_props[type].error).
constexpr bool isDiscarding(RouteType type)
{
    return type >= RouteType::Blackhole && type <= RouteType::Throw;
}

/// rtnetlink's routing tables (RT_TABLE_*); any other number is a table as well.
namespace table {
inline constexpr std::uint32_t unspecified = 0;
inline constexpr std::uint32_t fallback = 253; ///< printed as `default`
inline constexpr std::uint32_t main = 254;
inline constexpr std::uint32_t local = 255;
} // namespace table

/// Who made a route (RTPROT_*).
namespace protocol {
inline constexpr std::uint8_t unspecified = 0;
inline constexpr std::uint8_t redirect = 1;
inline constexpr std::uint8_t kernel = 2;
inline constexpr std::uint8_t boot = 3;  ///< what `ip route add` writes; not printed
inline constexpr std::uint8_t fixed = 4; ///< printed as `static`
inline constexpr std::uint8_t ra = 9;
} // namespace protocol

/// RFC 4191's preferences of a router (ICMPV6_ROUTER_PREF_*): of routes alike the better one goes first.
enum class RoutePreference : std::uint8_t { Low, Medium, High };

constexpr std::string_view preferenceName(RoutePreference preference)
{
    return preference == RoutePreference::Low ? "low" : preference == RoutePreference::High ? "high" : "medium";
}

/// One way out of a route (struct fib_nh).
struct NextHop {
    std::optional<IpAddress> via; ///< none: the destination itself is on the link
    LinkId dev;
    bool onlink = false;
    int weight = 1; ///< 1 to 256; how much of the traffic takes it, beside the others
    /// nhc_scope: Host where an IPv4 gateway was an own address when the route was added. Such a gateway is shown but
    /// not used: the destination is then taken to be on the link.
    Scope scope = Scope::Link;
    /// RTNH_F_DEAD: its link is down or has lost its addresses, but a hop beside it lives.
    bool dead = false;
    friend bool operator==(const NextHop &, const NextHop &) = default;
};

/// A line of a routing table.
struct Route {
    Prefix destination;
    RouteType type = RouteType::Unicast;
    std::uint32_t table = table::main;
    std::uint8_t protocol = protocol::boot;
    Scope scope = Scope::Global;
    std::uint32_t metric = 0;         ///< the kernel's priority; IPv6 routes have 1024 where none is given
    std::optional<IpAddress> source;  ///< `src`: the preferred source address
    int mtu = 0;                      ///< 0: the link's
    std::uint32_t expiresSeconds = 0; ///< of IPv6: for how long it was said to hold, last time; 0: for good
    int hopLimit = 0;                 ///< of IPv6: of what is sent by it; 0: the link's
    RoutePreference preference = RoutePreference::Medium; ///< of IPv6
    std::uint32_t nexthopId = 0;                          ///< `nhid`: its hops are those of this next hop object
    /// One for a plain route, several for a multipath route, none for IPv4's blackhole, unreachable and prohibit.
    std::vector<NextHop> hops;

    Family family() const { return destination.family(); }
    /// Whether it is a default route that a router has advertised (RTF_ADDRCONF | RTF_DEFAULT).
    bool isAdvertised() const
    {
        return family() == Family::Ipv6 && destination.isDefault() && protocol == protocol::ra && expiresSeconds != 0;
    }
    friend bool operator==(const Route &, const Route &) = default;
};

/// The order in which the kernel keeps and prints routes: IPv4 first; tables by the hash that both families
/// use (main before local); then IPv4 by address, the longer prefix first, and IPv6 as its tree is walked, a
/// prefix after all that it contains; then by metric. Routes that are equal in this order stand by age or as
/// `append` and `prepend` say, and a lookup takes the first of them.
std::weak_ordering compare(const Route &a, const Route &b);

} // namespace netdraft::model
