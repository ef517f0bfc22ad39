#include "model/command/command.h"
#include "model/command/links/link_types.h"
#include "model/exchange/persistent/networkd_files.h"
#include "model/exchange/quoting/ini.h"

#include <fmt/format.h>

namespace netdraft::model {

namespace {

/// Hundredths of a second as systemd.time(7) has them.
std::string seconds(int hundredths)
{
    return hundredths % 100 == 0 ? fmt::format("{}s", hundredths / 100) : fmt::format("{}ms", hundredths * 10);
}

/// The words for MAC addresses that the kernel draws or takes over: without them networkd makes one of the name.
bool drawsMac(const NewLink &kind)
{
    return std::holds_alternative<DummyWords>(kind) || std::holds_alternative<VxlanWords>(kind) ||
           std::holds_alternative<BondWords>(kind) || std::holds_alternative<MacvlanWords>(kind);
}

/// The section of a kind.
struct KindSection {
    IniText &file;

    void operator()(const DummyWords &) const {}
    void operator()(const VlanWords &vlan) const
    {
        file.section("VLAN");
        file.line("Id", vlan.id);
        if (vlan.protocol != VlanProtocol::Dot1Q)
            file.line("Protocol", "802.1ad");
    }
    void operator()(const VxlanWords &vxlan) const
    {
        file.section("VXLAN");
        file.line("VNI", std::to_string(vxlan.vni));
        if (vxlan.remote)
            file.line(vxlan.remote->isMulticast() ? "Group" : "Remote", vxlan.remote->toString());
        if (vxlan.local)
            file.line("Local", vxlan.local->toString());
        file.line("DestinationPort", vxlan.port);
        if (vxlan.ttl != 0)
            file.line("TTL", vxlan.ttl);
        file.line("MacLearning", vxlan.learning);
        if (vxlan.ageing != 300)
            file.line("FDBAgeingSec", vxlan.ageing);
        if (vxlan.dev.empty())
            file.line("Independent", true);
    }
    void operator()(const MacvlanWords &macvlan) const
    {
        file.section("MACVLAN");
        file.line("Mode", macvlanModes[static_cast<std::size_t>(macvlan.mode)]);
    }
    void operator()(const IpvlanWords &ipvlan) const
    {
        constexpr std::string_view modes[] = {"L2", "L3", "L3S"};
        file.section("IPVLAN");
        file.line("Mode", modes[static_cast<std::size_t>(ipvlan.mode)]);
        file.line("Flags", ipvlanFlags[static_cast<std::size_t>(ipvlan.flag)]);
    }
    void operator()(const BondWords &bond) const
    {
        file.section("Bond");
        file.line("Mode", bondModes[static_cast<std::size_t>(bond.mode)]);
        if (bond.miimon != 0)
            file.line("MIIMonitorSec", fmt::format("{}ms", bond.miimon));
    }
    void operator()(const TunnelWords &tunnel) const
    {
        file.section("Tunnel");
        if (tunnel.local)
            file.line("Local", IpAddress(*tunnel.local).toString());
        if (tunnel.remote)
            file.line("Remote", IpAddress(*tunnel.remote).toString());
        if (tunnel.key)
            file.line("Key", std::to_string(*tunnel.key));
        if (tunnel.ttl != 0)
            file.line("TTL", tunnel.ttl);
        file.line("DiscoverPathMTU", tunnel.pmtudisc);
        if (tunnel.dev.empty())
            file.line("Independent", true);
    }
    void operator()(const VrfWords &vrf) const
    {
        file.section("VRF");
        file.line("Table", std::to_string(vrf.table));
    }
};

void bridgeLines(IniText &file, const BridgeChange &change)
{
    if (change.stp)
        file.line("STP", *change.stp);
    if (change.priority)
        file.line("Priority", *change.priority);
    if (change.forwardDelay)
        file.line("ForwardDelaySec", seconds(*change.forwardDelay));
    if (change.helloTime)
        file.line("HelloTimeSec", seconds(*change.helloTime));
    if (change.maxAge)
        file.line("MaxAgeSec", seconds(*change.maxAge));
    if (change.ageingTime)
        file.line("AgeingTimeSec", seconds(*change.ageingTime));
    if (change.vlanFiltering)
        file.line("VLANFiltering", *change.vlanFiltering);
    if (change.defaultPvid)
        file.line("DefaultPVID", *change.defaultPvid == 0 ? std::string("none") : std::to_string(*change.defaultPvid));
    if (change.vlanProtocol)
        file.line("VLANProtocol", *change.vlanProtocol == VlanProtocol::Dot1Q ? "802.1q" : "802.1ad");
    if (change.groupFwdMask)
        file.line("GroupForwardMask", *change.groupFwdMask);
    if (change.mcastSnooping)
        file.line("MulticastSnooping", *change.mcastSnooping);
}

} // namespace

std::string netdevFile(const LinkConfig &link, std::vector<std::string> &omitted)
{
    IniText file;
    file.section("NetDev");
    file.line("Name", link.name);
    const auto *added = std::get_if<AddLink>(&link.made->kind);
    const bool isVeth = std::holds_alternative<AddVeth>(link.made->kind);
    file.line("Kind", added ? command::typeWord(added->kind) : isVeth ? "veth" : "bridge");
    if (link.mac)
        file.line("MACAddress", link.mac->toString());
    else if (!added || drawsMac(added->kind))
        file.line("MACAddress", "none");
    if (link.mtu)
        file.line("MTUBytes", *link.mtu);
    if (added) {
        std::visit(KindSection{file}, added->kind);
    } else if (isVeth) {
        file.section("Peer");
        file.line("Name", link.peer);
    } else {
        file.section("Bridge");
    }
    for (const ChangeLink &change : link.changes) {
        if (const auto *bridge = std::get_if<BridgeChange>(&change.change))
            bridgeLines(file, *bridge);
        else if (!std::holds_alternative<BondChange>(change.change)) // a bond's name its members
            omitted.push_back(omission(change, "networkd makes links with all their settings"));
    }
    return file.text();
}

} // namespace netdraft::model
