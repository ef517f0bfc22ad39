#pragma once

#include "model/address/mac_address.h"
#include "model/address/prefix.h"
#include "model/network/id.h"
#include "model/network/sysctl.h"

#include <string>
#include <variant>
#include <vector>

namespace netdraft::model {

/// rtnetlink's scopes (RT_SCOPE_*): how far an address or a route reaches; the larger number, the nearer.
enum class Scope : std::uint8_t { Global = 0, Site = 200, Link = 253, Host = 254, Nowhere = 255 };

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
    /// IPv6: duplicate detection waits for a carrier, which the link has not had since; not usable yet.
    bool tentative = false;
    bool noPrefixRoute = false;
    bool kernelMade = false;  ///< formed by the kernel: ::1, 127.0.0.1 and link-local addresses
    std::uint32_t metric = 0; ///< of its prefix route; 0 means the family's own default
    friend bool operator==(const LinkAddress &, const LinkAddress &) = default;
};

struct Loopback {
    friend bool operator==(const Loopback &, const Loopback &) = default;
};

/// One end of a cable.
struct Veth {
    LinkPlace peer;
    friend bool operator==(const Veth &, const Veth &) = default;
};

/// An FDB entry that somebody added by hand: frames to `mac` leave by `port`.
struct FdbEntry {
    MacAddress mac;
    LinkId port;
    friend bool operator==(const FdbEntry &, const FdbEntry &) = default;
};

struct Bridge {
    std::vector<LinkId> ports; ///< in the order in which they were added
    std::vector<FdbEntry> fdb; ///< static entries only; learned ones belong to a simulation
    /// Its carrier follows its ports; until a port or a MAC was first given to it, it simply has carrier
    /// (br_port_state_selection has not run).
    bool portsDecide = false;
    friend bool operator==(const Bridge &, const Bridge &) = default;
};

using LinkKind = std::variant<Loopback, Veth, Bridge>;

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
    bool up = false;     ///< IFF_UP, the administrative state
    bool onceUp = false; ///< has been up before: its queue is then `noqueue`, before that `noop`
    /// Has had carrier since it was set up, so that IPv6 is going on it (IF_READY).
    bool ready6 = false;
    LinkId master; ///< the bridge that it is a port of
    /// The namespace's conf/default at the time when the link came, then its own.
    DeviceConf conf = initialDeviceConf();
    std::vector<LinkAddress> addresses4; ///< in the kernel's order: primaries oldest first, then secondaries
    std::vector<LinkAddress> addresses6; ///< in the kernel's order: by scope, newest first

    const std::vector<LinkAddress> &addresses(Family family) const
    {
        return family == Family::Ipv4 ? addresses4 : addresses6;
    }
    std::vector<LinkAddress> &addresses(Family family) { return family == Family::Ipv4 ? addresses4 : addresses6; }
    bool isLoopback() const { return std::holds_alternative<Loopback>(kind); }
    const Veth *veth() const { return std::get_if<Veth>(&kind); }
    const Bridge *bridge() const { return std::get_if<Bridge>(&kind); }
    Bridge *bridge() { return std::get_if<Bridge>(&kind); }

    friend bool operator==(const Link &, const Link &) = default;
};

} // namespace netdraft::model
