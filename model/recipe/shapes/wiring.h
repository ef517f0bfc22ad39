#pragma once

#include "model/edit/edit.h"

#include <unordered_map>

namespace netdraft::model {

/// Of the prefixes of networks that hosts are in.
inline constexpr int lanLength = 24;

/// Writes networks of many nodes down as edits: nodes whose `lo` is up, cables whose ends are up and have the next free
/// names, IPv4 addresses and routes.
class Wiring
{
public:
    void addHost(const std::string &node);
    /// A node that forwards IPv4.
    void addRouter(const std::string &node);
    /// A node with a bridge `br0`.
    void addSwitch(const std::string &node);
    /// Gives a router a bridge with this address, for the hosts of one network.
    void addLan(const std::string &router, Ipv4Address address, int length, const std::string &bridge = "br0");

    struct Cable {
        LinkName a;
        LinkName b;
    };
    /// Ends are called `eth0`, `eth1`, …
    Cable connect(const std::string &a, const std::string &b);
    /// A cable to a node's bridge, whose port is called `p0`, `p1`, …; returns the end at the host.
    LinkName plugIn(const std::string &host, const std::string &bridged);
    /// A cable between routers with the two addresses of a /31 from 172.16.0.0/12; returns that of `a`, then that of
    /// `b`.
    std::pair<Ipv4Address, Ipv4Address> addTrunk(const std::string &a, const std::string &b);

    void address(const LinkName &link, Ipv4Address address, int length);
    /// Several gateways make a route of equal hops.
    void route(const std::string &node, const Prefix &destination, std::span<const Ipv4Address> gateways);
    void defaultRoute(const std::string &node, std::span<const Ipv4Address> gateways);

    EditList take() { return std::move(m_edits); }

private:
    void addBridge(const LinkName &bridge);

    EditList m_edits;
    std::unordered_map<std::string, int> m_ends;
    std::unordered_map<std::string, int> m_ports;
    std::unordered_map<std::string, std::string> m_bridges; ///< by node
    std::uint32_t m_trunks = 0;
};

} // namespace netdraft::model
