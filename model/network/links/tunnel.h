#pragma once

#include "model/address/ip_address.h"
#include "model/network/id.h"

#include <optional>
#include <string_view>

namespace netdraft::model {

enum class TunnelType : std::uint8_t { Ipip, Gre, Gretap, Sit };
inline constexpr std::string_view tunnelTypes[] = {"ipip", "gre", "gretap", "sit"};

/// Whether packets of this family go through such a tunnel; of a gretap frames do.
constexpr bool carries(TunnelType type, Family family)
{
    return type == TunnelType::Gre || (type == TunnelType::Ipip && family == Family::Ipv4) ||
           (type == TunnelType::Sit && family == Family::Ipv6);
}

/// Carries packets (gretap: frames) in IPv4 packets.
struct Tunnel {
    TunnelType type = TunnelType::Ipip;
    NetnsId underlay; ///< where its packets are sent and received: where it was made, wherever it was moved since
    LinkId dev;       ///< in the underlay: the device by which its packets leave; none: by the tables
    std::optional<Ipv4Address> local;
    std::optional<Ipv4Address> remote;
    std::optional<std::uint32_t> key; ///< of GRE, both ways
    int ttl = 0;                      ///< 0: that of what it carries
    bool pmtudisc = true;             ///< its packets may not be fragmented

    /// The bytes that its packets are longer than what they carry.
    int overhead() const
    {
        constexpr int ipHeader = 20;
        const int greHeader = 4 + (key ? 4 : 0);
        switch (type) {
        case TunnelType::Ipip:
        case TunnelType::Sit: return ipHeader;
        case TunnelType::Gre: return ipHeader + greHeader;
        case TunnelType::Gretap: return ipHeader + greHeader + 14;
        }
        return ipHeader;
    }
    friend bool operator==(const Tunnel &, const Tunnel &) = default;
};

} // namespace netdraft::model
