#include "model/command/command.h"
#include "model/command/link_filter.h"
#include "model/exchange/persistent/networkd_files.h"
#include "model/exchange/quoting/ini.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace netdraft::model {

namespace {

std::string_view routeTypeName(RouteType type)
{
    constexpr std::string_view names[] = {"",          "unicast",   "local",       "broadcast", "anycast",
                                          "multicast", "blackhole", "unreachable", "prohibit",  "throw"};
    return names[static_cast<std::size_t>(type)];
}

/// How a .network file names what lies on its link.
struct ChildKey {
    std::string_view operator()(const VlanWords &) const { return "VLAN"; }
    std::string_view operator()(const VxlanWords &) const { return "VXLAN"; }
    std::string_view operator()(const MacvlanWords &) const { return "MACVLAN"; }
    std::string_view operator()(const IpvlanWords &) const { return "IPVLAN"; }
    std::string_view operator()(const TunnelWords &) const { return "Tunnel"; }
    template <typename Alone>
    std::string_view operator()(const Alone &) const
    {
        return {};
    }
};

/// The link in the node that a new link names as the one below it; empty if none.
std::string below(const NewLink &kind)
{
    return std::visit(
        [](const auto &words) -> std::string {
            if constexpr (requires { words.parent; })
                return words.parent;
            else if constexpr (requires { words.dev; })
                return words.dev;
            else
                return {};
        },
        kind);
}

/// One .network file.
class NetworkFile
{
public:
    NetworkFile(const NodeConfig &node, const LinkConfig &link, const Network &network,
                std::vector<std::string> &omitted)
        : m_node(node), m_link(link), m_network(network), m_netns(*network.find(node.name)), m_omitted(omitted)
    {
    }

    std::string text()
    {
        m_file.section("Match");
        m_file.line("Name", m_link.name);
        linkSection();
        networkSection();
        for (const AddAddress &added : m_link.addresses)
            address(added);
        for (const AddRoute &added : m_link.routes)
            route(added);
        for (const AddNeighbour &added : m_link.neighbours)
            neighbour(added);
        if (!m_link.port.empty())
            port();
        vlans();
        fdb();
        if (m_link.name == "lo") {
            for (const AddNexthop &added : m_node.nexthops)
                nexthop(added);
            for (const AddIpRule &added : m_node.rules)
                rule(added);
        }
        return m_file.text();
    }

private:
    void omit(const Edit &edit, std::string_view why) { m_omitted.push_back(omission(edit, why)); }

    void linkSection()
    {
        m_file.section("Link");
        if (!m_link.made && m_link.mac)
            m_file.line("MACAddress", m_link.mac->toString());
        if (!m_link.made && m_link.mtu)
            m_file.line("MTUBytes", *m_link.mtu);
        if (m_link.arpOff)
            m_file.line("ARP", false);
        if (!m_link.up)
            m_file.line("ActivationPolicy", "down");
    }

    void networkSection()
    {
        m_file.section("Network");
        const Link *link = m_netns.find(m_link.name);
        if (m_link.name != "lo" && link) {
            if (link->conf[DeviceSysctl::Ipv6DisableIpv6] != 0)
                m_file.line("LinkLocalAddressing", false);
            if (const int accepts = link->conf[DeviceSysctl::Ipv6AcceptRa]; accepts != 1)
                m_file.line("IPv6AcceptRA", accepts == 2);
        }
        forwarding();
        if (const LinkConfig *master = m_node.find(m_link.master))
            m_file.line(masterKey(*master), m_link.master);
        for (const LinkConfig &other : m_node.links)
            child(other);
        bondMember();
        for (const AddProxyNeighbour &proxy : m_link.proxies) {
            if (proxy.address.isV4())
                omit(proxy, "networkd answers for others in IPv6 alone");
            else
                m_file.line("IPv6ProxyNDPAddress", proxy.address.toString());
        }
        // The kernel waits for no carrier where addresses and routes were given.
        if (link && link->up && !hasCarrier(m_network, m_netns, *link))
            m_file.line("ConfigureWithoutCarrier", true);
    }

    /// IPForward= writes the setting of all links, so it can say no more than that all forward.
    void forwarding()
    {
        const auto all = [&](DeviceSysctl sysctl) {
            return m_netns.confAll[sysctl] != 0 && std::ranges::all_of(m_netns.links, [&](const Link &link) {
                       return link.isLoopback() || link.conf[sysctl] != 0;
                   });
        };
        const bool ipv4 = all(DeviceSysctl::Ipv4Forwarding);
        const bool ipv6 = all(DeviceSysctl::Ipv6Forwarding);
        if (m_link.name != "lo" && (ipv4 || ipv6))
            m_file.line("IPForward", ipv4 && ipv6 ? "yes" : ipv4 ? "ipv4" : "ipv6");
    }

    static std::string_view masterKey(const LinkConfig &master)
    {
        const auto *added = master.made ? std::get_if<AddLink>(&master.made->kind) : nullptr;
        if (added && std::holds_alternative<BondWords>(added->kind))
            return "Bond";
        return added && std::holds_alternative<VrfWords>(added->kind) ? "VRF" : "Bridge";
    }

    void child(const LinkConfig &other)
    {
        const auto *added = other.made ? std::get_if<AddLink>(&other.made->kind) : nullptr;
        if (added && below(added->kind) == m_link.name)
            m_file.line(std::visit(ChildKey{}, added->kind), other.name);
    }

    void bondMember()
    {
        const LinkConfig *master = m_node.find(m_link.master);
        if (!master)
            return;
        for (const ChangeLink &change : master->changes) {
            const auto *bond = std::get_if<BondChange>(&change.change);
            if (bond && bond->primary == m_link.name)
                m_file.line("PrimarySlave", true);
            if (bond && bond->active == m_link.name)
                m_file.line("ActiveSlave", true);
        }
    }

    void address(const AddAddress &added)
    {
        const LinkAddress &address = added.address;
        m_file.section("Address");
        m_file.line("Address", address.peer
                                   ? fmt::format("{}/{}", address.local.address.toString(), address.peer->length)
                                   : address.local.toString());
        if (address.peer)
            m_file.line("Peer", address.peer->toString());
        if (address.broadcast)
            m_file.line("Broadcast", address.broadcast->toString());
        if (!address.label.empty())
            m_file.line("Label", address.label);
        if (address.scope != command::naturalScope(address.local.address))
            m_file.line("Scope", std::to_string(static_cast<int>(address.scope)));
        if (address.metric != 0)
            m_file.line("RouteMetric", std::to_string(address.metric));
        if (address.noDad)
            m_file.line("DuplicateAddressDetection", "none");
        if (address.noPrefixRoute)
            m_file.line("AddPrefixRoute", false);
        if (address.managesTemporary)
            m_file.line("ManageTemporaryAddress", true);
        if (address.deprecated)
            m_file.line("PreferredLifetime", 0);
        if (address.validSeconds != endless || (address.preferredSeconds != endless && !address.deprecated))
            omit(added, "networkd gives an address no end; here it has none");
    }

    static std::string hopText(const NamedHop &hop)
    {
        std::string text = hop.via ? hop.via->toString() : std::string();
        if (!hop.dev.empty())
            text += '@' + hop.dev;
        return text + (hop.weight != 1 ? fmt::format(" {}", hop.weight) : "");
    }

    void route(const AddRoute &added)
    {
        const RouteWords &route = added.route;
        const bool many =
            std::ranges::any_of(route.nexthops, [](const NamedHop &hop) { return !hop.via || hop.onlink; });
        if (many || added.mode == AddMode::Append || added.mode == AddMode::Prepend) {
            omit(added, many ? "the hops of MultiPathRoute= are gateways" : "networkd does not order equal routes");
            return;
        }
        m_file.section("Route");
        m_file.line("Destination", route.destination.toString());
        if (route.type != RouteType::Unicast)
            m_file.line("Type", routeTypeName(route.type));
        if (route.hop.via)
            m_file.line("Gateway", route.hop.via->toString());
        if (route.hop.onlink)
            m_file.line("GatewayOnLink", true);
        for (const NamedHop &hop : route.nexthops)
            m_file.line("MultiPathRoute", hopText(hop));
        if (route.nhid)
            m_file.line("NextHop", std::to_string(*route.nhid));
        if (route.metric && *route.metric != 0)
            m_file.line("Metric", std::to_string(*route.metric));
        if (route.scope)
            m_file.line("Scope", std::to_string(static_cast<int>(*route.scope)));
        if (route.source)
            m_file.line("PreferredSource", route.source->toString());
        if (route.table)
            m_file.line("Table", std::to_string(*route.table));
        if (route.protocol)
            m_file.line("Protocol", std::to_string(*route.protocol));
        if (route.mtu != 0)
            m_file.line("MTUBytes", route.mtu);
        if (route.hopLimit != 0)
            omit(added, "networkd 252 gives a route no hop limit; here it has none");
        if (route.preference != RoutePreference::Medium)
            m_file.line("IPv6Preference", preferenceName(route.preference));
        if (route.expiresSeconds != 0)
            omit(added, "networkd gives a route no end; here it has none");
    }

    void neighbour(const AddNeighbour &added)
    {
        if (!added.lladdr || added.state != NudState::Permanent) {
            omit(added, "networkd knows permanent neighbours alone");
            return;
        }
        m_file.section("Neighbor");
        m_file.line("Address", added.address.toString());
        m_file.line("LinkLayerAddress", added.lladdr->toString());
    }

    void port()
    {
        m_file.section("Bridge");
        for (const SetPort &set : m_link.port) {
            const PortChange &change = set.change;
            if (change.cost)
                m_file.line("Cost", *change.cost);
            if (change.priority)
                m_file.line("Priority", *change.priority);
            const auto flag = [&](std::string_view key, const std::optional<bool> &on) {
                if (on)
                    m_file.line(key, *on);
            };
            flag("HairPin", change.hairpin);
            flag("UseBPDU", change.guard ? std::optional(!*change.guard) : std::nullopt);
            flag("AllowPortToBeRoot", change.rootBlock ? std::optional(!*change.rootBlock) : std::nullopt);
            flag("Learning", change.learning);
            flag("UnicastFlood", change.flood);
            flag("MulticastFlood", change.mcastFlood);
            flag("NeighborSuppression", change.neighSuppress);
            flag("Isolated", change.isolated);
            PortChange left;
            left.bcastFlood = change.bcastFlood;
            left.locked = change.locked;
            left.state = change.state;
            if (left != PortChange{})
                omit(SetPort{set.port, left}, "networkd 252 has no key for this");
        }
    }

    void vlans()
    {
        for (const AddBridgeVlan &vlan : m_link.vlans) {
            const std::string range =
                vlan.first == vlan.last ? std::to_string(vlan.first) : fmt::format("{}-{}", vlan.first, vlan.last);
            m_file.section("BridgeVLAN");
            m_file.line("VLAN", range);
            if (vlan.untagged)
                m_file.line("EgressUntagged", range);
            if (vlan.pvid)
                m_file.line("PVID", vlan.first);
        }
    }

    void fdb()
    {
        for (const AddFdb &added : m_link.fdb) {
            m_file.section("BridgeFDB");
            m_file.line("MACAddress", added.mac.toString());
            m_file.line("AssociatedWith", "master");
            if (added.vlan != 0)
                m_file.line("VLANId", added.vlan);
        }
        std::set<MacAddress> known;
        for (const AddVxlanFdb &added : m_link.remotes) {
            if (!known.insert(added.mac).second) {
                omit(added, "networkd keeps one destination for a MAC");
                continue;
            }
            m_file.section("BridgeFDB");
            m_file.line("MACAddress", added.mac.toString());
            m_file.line("Destination", added.remote.toString());
            if (added.vni)
                m_file.line("VNI", std::to_string(*added.vni));
            if (!added.via.empty())
                m_file.line("OutgoingInterface", added.via);
            if (added.port)
                omit(added, "networkd gives no port to an entry; here it has that of the link");
        }
    }

    void nexthop(const AddNexthop &added)
    {
        if (added.protocol) {
            omit(added, "networkd says itself who made a next hop");
            return;
        }
        m_file.section("NextHop");
        m_file.line("Id", std::to_string(added.id));
        if (added.blackhole)
            m_file.line("Blackhole", true);
        if (added.hop.via)
            m_file.line("Gateway", added.hop.via->toString());
        if (added.family && !added.hop.via)
            m_file.line("Family", *added.family == Family::Ipv4 ? "ipv4" : "ipv6");
        for (const NexthopObject::Member &member : added.group)
            m_file.line("Group", fmt::format("{}:{}", member.id, member.weight));
    }

    void rule(const AddIpRule &added)
    {
        const Rule &rule = added.rule;
        const bool lookup = rule.action == RuleAction::Lookup;
        if (rule.action == RuleAction::Goto || rule.action == RuleAction::Nop || rule.l3mdev) {
            omit(added, "networkd has no key for what this rule does");
            return;
        }
        m_file.section("RoutingPolicyRule");
        m_file.line("Family", rule.family == Family::Ipv4 ? "ipv4" : "ipv6");
        if (added.priorityGiven)
            m_file.line("Priority", std::to_string(rule.priority));
        if (rule.inverted)
            m_file.line("InvertRule", true);
        if (rule.from.length != 0)
            m_file.line("From", rule.from.toString());
        if (rule.to.length != 0)
            m_file.line("To", rule.to.toString());
        if (rule.tos != 0)
            m_file.line("TypeOfService", rule.tos);
        if (rule.markMask != 0)
            m_file.line("FirewallMark", fmt::format("{}/{}", rule.mark, rule.markMask));
        if (!rule.iif.empty())
            m_file.line("IncomingInterface", rule.iif);
        if (!rule.oif.empty())
            m_file.line("OutgoingInterface", rule.oif);
        if (rule.ipProtocol != 0)
            m_file.line("IPProtocol", rule.ipProtocol);
        if (rule.sourcePorts)
            m_file.line("SourcePort", fmt::format("{}-{}", rule.sourcePorts.first, rule.sourcePorts.last));
        if (rule.destinationPorts)
            m_file.line("DestinationPort",
                        fmt::format("{}-{}", rule.destinationPorts.first, rule.destinationPorts.last));
        if (lookup)
            m_file.line("Table", std::to_string(rule.table));
        else
            m_file.line("Type", rule.action == RuleAction::Blackhole     ? "blackhole"
                                : rule.action == RuleAction::Unreachable ? "unreachable"
                                                                         : "prohibit");
        if (rule.suppressPrefixLength >= 0)
            m_file.line("SuppressPrefixLength", rule.suppressPrefixLength);
    }

    const NodeConfig &m_node;
    const LinkConfig &m_link;
    const Network &m_network;
    const Netns &m_netns;
    std::vector<std::string> &m_omitted;
    IniText m_file;
};

} // namespace

std::string networkFile(const NodeConfig &node, const LinkConfig &link, const Network &network,
                        std::vector<std::string> &omitted)
{
    return NetworkFile(node, link, network, omitted).text();
}

} // namespace netdraft::model
