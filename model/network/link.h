#pragma once

#include "model/address/mac_address.h"
#include "model/address/prefix.h"
#include "model/network/id.h"
#include "model/network/links/bond.h"
#include "model/network/links/bridge.h"
#include "model/network/links/dummy.h"
#include "model/network/links/ipvlan.h"
#include "model/network/links/macvlan.h"
#include "model/network/links/openvswitch.h"
#include "model/network/links/tunnel.h"
#include "model/network/links/vlan.h"
#include "model/network/links/vrf.h"
#include "model/network/links/vxlan.h"
#include "model/network/qdisc.h"
#include "model/network/sysctl.h"

#include <string>
#include <variant>
#include <vector>

namespace netdraft::model {

/// rtnetlink's scopes (RT_SCOPE_*): how far an address or a route reaches; the larger number, the nearer.
enum class Scope : std::uint8_t { Global = 0, Site = 200, Link = 253, Host = 254, Nowhere = 255 };

/// The least that a link must carry, in bytes, for IPv6 to work on it (IPV6_MIN_MTU).
inline constexpr int ipv6MinimumMtu = 1280;

/// A time without an end (INFINITY_LIFE_TIME), in seconds.
inline constexpr std::uint32_t endless = 0xffffffff;

/// An address that a link has (struct in_ifaddr, struct inet6_ifaddr).
struct LinkAddress {
    InterfaceAddress local;
    /// The other end of a point-to-point address; the prefix route then goes to this network.
    std::optional<InterfaceAddress> peer;
    /// Printed as `brd` and owned by a broadcast route only when given; the kernel adds the subnet's own
    /// broadcast routes by itself.
    std::optional<IpAddress> broadcast;
    Scope scope = Scope::Global;
    bool secondary = false; ///< IPv4: another address of the same subnet came first (IFA_F_SECONDARY)
    bool noDad = false;     ///< IPv6: usable at once (IFA_F_NODAD)
    /// IPv6: not usable, for duplicate detection waits for a carrier, which the link has not had since, or has failed.
    bool tentative = false;
    bool dadFailed = false; ///< IPv6: somebody else had it (IFA_F_DADFAILED)
    bool noPrefixRoute = false;
    bool deprecated = false; ///< IPv6 has no source but it where there is any other (IFA_F_DEPRECATED)
    /// IPv6: not for good (without IFA_F_PERMANENT), as what is formed of a router's advertisement, or was given a
    /// time.
    bool dynamic = false;
    bool managesTemporary = false;        ///< IPv6: IFA_F_MANAGETEMPADDR, as those that the kernel forms of a prefix
    std::uint32_t validSeconds = endless; ///< for how long it was said to hold, last time
    std::uint32_t preferredSeconds = endless; ///< and to be a source; with none left it is deprecated
    bool kernelMade = false;                  ///< formed by the kernel: ::1, 127.0.0.1 and link-local addresses
    std::uint32_t metric = 0;                 ///< of its prefix route; 0 means the family's own default
    std::string label;                        ///< IPv4: as `eth0:1` (IFA_LABEL); empty: the link's name
    friend bool operator==(const LinkAddress &, const LinkAddress &) = default;
};

struct Link;
/// What an IPv4 address is called beside its link.
const std::string &labelOf(const Link &link, const LinkAddress &address);

struct Loopback {
    friend bool operator==(const Loopback &, const Loopback &) = default;
};

/// One end of a cable.
struct Veth {
    LinkPlace peer;
    friend bool operator==(const Veth &, const Veth &) = default;
};

using LinkKind =
    std::variant<Loopback, Veth, Bridge, Dummy, Vlan, Vxlan, Macvlan, Ipvlan, Bond, Tunnel, Vrf, OvsDevice>;

/// A network device of one namespace.
struct Link {
    LinkId id;
    int index = 0; ///< ifindex
    std::string name;
    LinkKind kind;
    MacAddress mac;
    bool macSet = false; ///< by a user (NET_ADDR_SET), not drawn by the kernel
    int mtu = 1500;      ///< bytes
    bool mtuSet = false; ///< by a user: a bridge then no longer follows its ports
    /// By a user (IFF_NOARP): nobody is asked for a link-layer address, and ARP that comes in is not heard.
    bool arpOff = false;
    bool up = false;            ///< IFF_UP, the administrative state
    std::optional<Qdisc> qdisc; ///< at its root; none: its own, see onceUp
    bool onceUp = false;        ///< has been up before: its queue is then `noqueue`, before that `noop`
    /// Has had carrier since it was set up, so that IPv6 is going on it (IF_READY).
    bool ready6 = false;
    LinkId master;         ///< the bridge, bond or VRF that it is a member of, or `ovs-system`
    BridgePort port;       ///< while its master is a bridge
    MacAddress bondedFrom; ///< while its master is a bond: the MAC that it will have again
    /// The namespace's conf/default at the time when the link came, then its own.
    DeviceConf conf = initialDeviceConf();
    std::vector<LinkAddress> addresses4; ///< in the kernel's order: primaries oldest first, then secondaries
    std::vector<LinkAddress> addresses6; ///< in the kernel's order: by scope, newest first

    const std::vector<LinkAddress> &addresses(Family family) const
    {
        return family == Family::Ipv4 ? addresses4 : addresses6;
    }
    std::vector<LinkAddress> &addresses(Family family) { return family == Family::Ipv4 ? addresses4 : addresses6; }
    /// What it is, if it is of that kind; else null.
    template <typename Kind>
    const Kind *as() const
    {
        return std::get_if<Kind>(&kind);
    }
    template <typename Kind>
    Kind *as()
    {
        return std::get_if<Kind>(&kind);
    }
    bool isLoopback() const { return std::holds_alternative<Loopback>(kind); }
    const Veth *veth() const { return std::get_if<Veth>(&kind); }
    const Bridge *bridge() const { return std::get_if<Bridge>(&kind); }
    Bridge *bridge() { return std::get_if<Bridge>(&kind); }
    /// The link that it lies on: of a VLAN, a macvlan or an ipvlan, wherever it is now; else none.
    LinkPlace parent() const;
    /// The device by which the packets of a VXLAN or of a tunnel must leave, in the namespace that they leave from;
    /// else none.
    LinkPlace outerDevice() const;
    /// Whether nobody is asked for a link-layer address on it, and nobody who asks is heard (IFF_NOARP): a user said
    /// so, or its kind has nobody to ask.
    bool asksNobody() const;
    /// Whether it speaks Ethernet; others carry IP packets alone.
    bool hasMac() const { return !isLoopback() && !(as<Tunnel>() && as<Tunnel>()->type != TunnelType::Gretap); }

    friend bool operator==(const Link &, const Link &) = default;
};

} // namespace netdraft::model
