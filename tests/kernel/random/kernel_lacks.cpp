#include "kernel_lacks.h"

#include "tests/kernel/sandbox.h"

#include <iterator>

namespace netdraft::tests {

namespace {

struct Probe {
    Feature feature;
    const char *command; ///< of a shell in a sandbox with a cable `va`, `vb`; fails where the feature is missing
};

constexpr Probe probes[] = {
    {Feature::Vlan, "ip link add link va name probe0 type vlan id 2"},
    {Feature::VlanFiltering, "ip link add probe1 type bridge vlan_filtering 1"},
    {Feature::Vxlan, "ip link add probe2 type vxlan id 2 dstport 4789"},
    {Feature::Macvlan, "ip link add link va name probe3 type macvlan"},
    {Feature::Ipvlan, "ip link add link vb name probe4 type ipvlan"},
    {Feature::Dummy, "ip link add probe5 type dummy"},
    {Feature::Bond, "ip link add probe6 type bond"},
    {Feature::Tunnel, "ip link add probe7 type gre local 192.0.2.1 remote 192.0.2.2"},
    {Feature::Vrf, "ip link add probe8 type vrf table 10"},
    {Feature::Multipath, "ip route add 203.0.113.0/24 nexthop via 192.0.2.2 dev va nexthop via 192.0.2.3 dev va"},
    {Feature::NexthopObjects, "ip nexthop add id 1 via 192.0.2.2 dev va"},
    {Feature::Rules, "ip rule add table 9"},
    {Feature::Iptables,
     "iptables -t nat -A POSTROUTING -j MASQUERADE && iptables -A INPUT -m conntrack --ctstate NEW -j ACCEPT"},
    {Feature::Ip6tables,
     "ip6tables -t nat -A POSTROUTING -j MASQUERADE && ip6tables -A INPUT -m conntrack --ctstate NEW -j ACCEPT"},
    {Feature::Nft,
     "nft add table inet t && nft add chain inet t c '{ type nat hook postrouting priority 100; }' && nft "
     "add rule inet t c ct state new masquerade"},
    {Feature::OpenVswitch, "ovs-vsctl add-br probe9 && ip link show dev probe9"},
    {Feature::Radvd, "command -v radvd"},
    {Feature::BridgeNetfilter, "test -e /proc/sys/net/bridge/bridge-nf-call-iptables && iptables -S"},
};

} // namespace

QList<Feature> missingFeatures()
{
    SandboxTask task;
    task.commands = QStringList{"+ ip link add va type veth peer name vb", "+ ip addr add 192.0.2.1/24 dev va",
                                "+ ip link set va up", "+ ip link set vb up"};
    for (const Probe &probe : probes)
        task.commands.append(QString("> ") + probe.command);
    const auto results = runSandboxes({task}, 1);
    QList<Feature> missing;
    for (std::size_t i = 0; i < std::size(probes); ++i)
        if (results.front()->status(QString("commands.%1").arg(i)) != 0)
            missing.append(probes[i].feature);
    return missing;
}

} // namespace netdraft::tests
