#pragma once

#include "model/network/neighbour.h"
#include "model/network/nexthop.h"
#include "model/network/process.h"
#include "model/network/radvd.h"
#include "model/network/route.h"
#include "model/network/rule.h"
#include "model/network/ruleset.h"
#include "model/network/socket.h"

#include <map>
#include <set>
#include <string>

namespace netdraft::model {

/// A network namespace: all that the kernel keeps apart per namespace. Plain data; edits keep it consistent.
struct Netns {
    NetnsId id;
    std::string name;
    std::vector<Link> links; ///< ordered by ifindex; the first is `lo`
    int nextIndex = 1;       ///< the ifindex that the next link gets, if it is free
    /// Both families and all tables, ordered by compare(), which is how the kernel prints them.
    std::vector<Route> routes;
    std::vector<NexthopObject> nexthops; ///< ordered by id
    /// Ordered by priority, equals by age.
    std::vector<Rule> rules4 = defaultRules(Family::Ipv4);
    std::vector<Rule> rules6 = defaultRules(Family::Ipv6);
    /// A rule of IPv4 has come or gone once: its tables `local` and `main` are two from then on (fib_unmerge).
    bool unmerged4 = false;
    /// Routing tables beside the kernel's own three that were used once: they stay when they are emptied.
    std::set<std::pair<Family, std::uint32_t>> tables;
    std::vector<Neighbour> neighbours; ///< in the order in which they were added
    std::vector<ProxyNeighbour> proxies;
    DeviceConf confAll = initialConfAll();
    DeviceConf confDefault = initialDeviceConf();
    std::array<int, netnsSysctlCount> sysctls{};
    netfilter::Ruleset ruleset;
    std::vector<Socket> sockets;    ///< in the order in which they were opened
    std::vector<Process> processes; ///< in the order in which they were started
    std::vector<Radvd> radvds;      ///< in the order in which they were started
    std::vector<OvsBridge> ovs;     ///< the database of its Open vSwitch, ordered by name
    /// Files of its own, by path: see model/network/netns_file.h.
    std::map<std::string, std::string, std::less<>> files;
    /// The numbers by which this namespace knows others (`link-netnsid`), given at first need.
    std::map<NetnsId, int> nsids;

    /// Whether it forwards as a whole (net.ipv4.ip_forward, net.ipv6.conf.all.forwarding).
    bool forwards(Family family) const
    {
        return confAll[family == Family::Ipv4 ? DeviceSysctl::Ipv4Forwarding : DeviceSysctl::Ipv6Forwarding] != 0;
    }
    const Link *find(LinkId link) const;
    const Link *find(std::string_view link) const;
    Link *find(LinkId link);
    Link *find(std::string_view link);
    const Link &loopback() const { return links.front(); }
    const std::vector<Rule> &rules(Family family) const { return family == Family::Ipv4 ? rules4 : rules6; }
    std::vector<Rule> &rules(Family family) { return family == Family::Ipv4 ? rules4 : rules6; }
    /// The entry that somebody made for an address on a link; null when there is none.
    const Neighbour *neighbour(LinkId dev, const IpAddress &address) const;
    /// The VRF that a link is in, or is itself; null when it is in none (l3mdev_master_dev_rcu).
    const Link *vrfOf(const Link &link) const;
    /// The port of that name in its Open vSwitch.
    OvsAttachment ovsPort(std::string_view port) const;
    /// Null when there is none.
    const Process *process(int pid) const;
    /// Null when there is none.
    const NexthopObject *nexthop(std::uint32_t nexthopId) const;

    friend bool operator==(const Netns &, const Netns &) = default;
};

/// Whether a frame handed to the link can leave it (IFF_LOWER_UP, netif_carrier_ok): a veth has carrier while
/// its peer is up, a bridge while any port forwards or it never had one, a VLAN, macvlan or ipvlan while its parent
/// runs, `lo`, VXLAN and tunnels always. Needs the peer's namespace.
class Network;
bool hasCarrier(const Network &network, const Netns &netns, const Link &link);

/// Where a link is a port of Open vSwitch.
OvsAttachment ovsPortOf(const Network &network, const Netns &netns, const Link &link);

/// Up and with carrier (IFF_RUNNING).
inline bool isRunning(const Network &network, const Netns &netns, const Link &link)
{
    return link.up && hasCarrier(network, netns, link);
}

} // namespace netdraft::model
