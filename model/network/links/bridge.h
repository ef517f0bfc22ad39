#pragma once

#include "model/address/mac_address.h"
#include "model/network/id.h"

#include <optional>
#include <string_view>
#include <vector>

namespace netdraft::model {

/// A frame's VLAN: 1 to 4094; 0 is none.
using VlanId = std::uint16_t;

enum class VlanProtocol : std::uint16_t { Dot1Q = 0x8100, Dot1Ad = 0x88a8 };
constexpr std::string_view protocolWord(VlanProtocol protocol)
{
    return protocol == VlanProtocol::Dot1Q ? "802.1Q" : "802.1ad";
}

/// An FDB entry that somebody added by hand: frames to `mac` leave by `port`.
struct FdbEntry {
    MacAddress mac;
    LinkId port;
    VlanId vlan = 0; ///< 0: of a bridge that filters no VLANs
    friend bool operator==(const FdbEntry &, const FdbEntry &) = default;
};

/// A VLAN that a port, or the bridge itself, is a member of (struct net_bridge_vlan).
struct BridgeVlan {
    VlanId id = 1;
    bool pvid = false;     ///< frames without a tag that come in belong to it
    bool untagged = false; ///< frames of it leave without a tag
    friend bool operator==(const BridgeVlan &, const BridgeVlan &) = default;
};

/// BR_STATE_*.
enum class PortState : std::uint8_t { Disabled, Listening, Learning, Forwarding, Blocking };
inline constexpr std::string_view portStates[] = {"disabled", "listening", "learning", "forwarding", "blocking"};

/// What a bridge keeps of one of its ports (struct net_bridge_port); that of a link which is none means nothing.
struct BridgePort {
    int number = 0;    ///< the lowest free one when it became a port, from 1
    int priority = 32; ///< 0 to 63
    int cost = 2;      ///< of the path through it: 2 is what a veth counts
    /// Disabled, Listening or Learning: what somebody stopped it at, till it goes down. All else is the bridge's.
    std::optional<PortState> stopped;
    bool hairpin = false;          ///< sends frames back by the port that they came by
    bool guard = false;            ///< goes down for a BPDU
    bool rootBlock = false;        ///< never becomes the root port
    bool learning = true;          ///< learns who is behind it
    bool flood = true;             ///< takes frames for unknown unicast addresses
    bool mcastFlood = true;        ///< for multicast addresses
    bool bcastFlood = true;        ///< for everybody
    bool neighSuppress = false;    ///< the bridge answers ARP for it
    bool isolated = false;         ///< passes nothing to other isolated ports
    bool locked = false;           ///< takes frames from known addresses alone
    std::vector<BridgeVlan> vlans; ///< ordered by id
    friend bool operator==(const BridgePort &, const BridgePort &) = default;
};

struct Bridge {
    std::vector<LinkId> ports; ///< in the order in which they were added
    std::vector<FdbEntry> fdb; ///< static entries only; learned ones belong to a simulation
    /// Its carrier follows its ports; until a port or a MAC was first given to it, it simply has carrier
    /// (br_port_state_selection has not run).
    bool portsDecide = false;
    bool stp = false; ///< takes part in the kernel's spanning tree (802.1D)
    int priority = 32768;
    int forwardDelay = 1500; ///< hundredths of a second, as all its times
    int helloTime = 200;
    int maxAge = 2000;
    int ageingTime = 30000;
    bool vlanFiltering = false;
    VlanId defaultPvid = 1; ///< what ports become members of; 0: of none
    VlanProtocol vlanProtocol = VlanProtocol::Dot1Q;
    int groupFwdMask = 0; ///< which link-local groups (01:80:c2:00:00:0X) it forwards
    bool mcastSnooping = true;
    std::vector<BridgeVlan> vlans{{1, true, true}}; ///< those of its own interface, ordered by id
    friend bool operator==(const Bridge &, const Bridge &) = default;
};

} // namespace netdraft::model
