#include "model/recipe/shapes/wiring.h"

#include <fmt/format.h>

namespace netdraft::model {

void Wiring::addHost(const std::string &node)
{
    m_edits.add(AddNetns{node});
    m_edits.add(SetLinkUp{{node, "lo"}, true});
}

void Wiring::addRouter(const std::string &node)
{
    addHost(node);
    m_edits.add(SetDeviceSysctl{node, "all", DeviceSysctl::Ipv4Forwarding, 1});
}

void Wiring::addSwitch(const std::string &node)
{
    addHost(node);
    addBridge({node, "br0"});
}

void Wiring::addLan(const std::string &router, Ipv4Address address, int length, const std::string &bridge)
{
    addBridge({router, bridge});
    this->address({router, bridge}, address, length);
}

void Wiring::addBridge(const LinkName &bridge)
{
    m_edits.add(AddBridge{bridge, {}});
    m_edits.add(SetLinkUp{bridge, true});
    m_bridges[bridge.netns] = bridge.link;
}

Wiring::Cable Wiring::connect(const std::string &a, const std::string &b)
{
    Cable cable{{a, fmt::format("eth{}", m_ends[a]++)}, {b, {}}};
    cable.b.link = fmt::format("eth{}", m_ends[b]++);
    m_edits.add(AddVeth{cable.a, cable.b, {}, {}, {}});
    m_edits.add(SetLinkUp{cable.a, true});
    m_edits.add(SetLinkUp{cable.b, true});
    return cable;
}

LinkName Wiring::plugIn(const std::string &host, const std::string &bridged)
{
    LinkName end{host, fmt::format("eth{}", m_ends[host]++)};
    const LinkName port{bridged, fmt::format("p{}", m_ports[bridged]++)};
    m_edits.add(AddVeth{end, port, {}, {}, {}});
    m_edits.add(SetLinkMaster{port, m_bridges[bridged]});
    m_edits.add(SetLinkUp{end, true});
    m_edits.add(SetLinkUp{port, true});
    return end;
}

std::pair<Ipv4Address, Ipv4Address> Wiring::addTrunk(const std::string &a, const std::string &b)
{
    constexpr int pointToPoint = 31;
    const std::uint32_t base = Ipv4Address(172, 16, 0, 0).bits() + 2 * m_trunks++;
    const Cable cable = connect(a, b);
    address(cable.a, Ipv4Address(base), pointToPoint);
    address(cable.b, Ipv4Address(base + 1), pointToPoint);
    return {Ipv4Address(base), Ipv4Address(base + 1)};
}

void Wiring::address(const LinkName &link, Ipv4Address address, int length)
{
    AddAddress edit{link, {}, AddMode::Add};
    edit.address.local = {address, static_cast<std::uint8_t>(length)};
    m_edits.add(edit);
}

void Wiring::route(const std::string &node, const Prefix &destination, std::span<const Ipv4Address> gateways)
{
    AddRoute edit{node, {}, AddMode::Add};
    edit.route.destination = destination;
    if (gateways.size() == 1) {
        edit.route.hop.via = gateways.front();
    } else {
        for (const Ipv4Address &gateway : gateways) {
            NamedHop hop;
            hop.via = gateway;
            edit.route.nexthops.push_back(hop);
        }
    }
    m_edits.add(edit);
}

void Wiring::defaultRoute(const std::string &node, std::span<const Ipv4Address> gateways)
{
    route(node, Prefix::any(Family::Ipv4), gateways);
}

} // namespace netdraft::model
