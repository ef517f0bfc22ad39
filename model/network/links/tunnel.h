#pragma once

#include "model/address/ip_address.h"
#include "model/network/id.h"

#include <optional>
#include <string_view>

namespace netdraft::model {

enum class TunnelType : std::uint8_t { Ipip, Gre, Gretap, Sit };
inline constexpr std::string_view tunnelTypes[] = {"ipip", "gre", "gretap", "sit"};

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
    friend bool operator==(const Tunnel &, const Tunnel &) = default;
};

} // namespace netdraft::model
