#pragma once

#include "model/address/ip_address.h"
#include "model/address/mac_address.h"
#include "model/network/id.h"

#include <optional>
#include <vector>

namespace netdraft::model {

/// Where frames to `mac` go, in a packet to `remote`; the MAC of zeros stands for every address that nobody knows,
/// for broadcast and for multicast (head-end replication).
struct VxlanFdbEntry {
    MacAddress mac;
    IpAddress remote;
    std::uint16_t port = 0; ///< 0: the link's own
    std::optional<std::uint32_t> vni;
    LinkId via;            ///< in the underlay: the device that the packet leaves by; none: by the tables
    bool isStatic = false; ///< NUD_NOARP (`static`), else permanent
    friend bool operator==(const VxlanFdbEntry &, const VxlanFdbEntry &) = default;
};

/// Carries frames in UDP packets (RFC 7348).
struct Vxlan {
    std::uint32_t vni = 0;
    NetnsId underlay; ///< where its packets are sent and received: where it was made, wherever it was moved since
    LinkId dev;       ///< in the underlay: the device by which its packets leave; none: by the tables
    std::optional<IpAddress> local;
    std::optional<IpAddress> remote; ///< `remote`, or `group` where it is a multicast address: the first default entry
    std::uint16_t port = 8472;       ///< UDP, of both ends
    bool learning = true;
    int ttl = 0;      ///< 0: the underlay's
    int ageing = 300; ///< seconds
    /// Added by hand, in this order; also the default entry of `remote`, if it is still there.
    std::vector<VxlanFdbEntry> fdb;

    bool isV6() const { return (remote && !remote->isV4()) || (local && !local->isV4()); }
    /// The bytes that its packets are longer than what they carry.
    int overhead() const { return isV6() ? 70 : 50; }
    friend bool operator==(const Vxlan &, const Vxlan &) = default;
};

} // namespace netdraft::model
