#pragma once

#include "model/forwarding/data_plane.h"

#include <map>
#include <set>
#include <tsl/robin_set.h>

namespace netdraft::model {

/// What a network says of single addresses, parts of subnets, MACs and ports, elsewhere than where they belong: in
/// routes, policy rules, filters, neighbours, the tables of bridges and the ends of tunnels.
class Mentions
{
public:
    explicit Mentions(const DataPlane &plane);

    /// Whether something looks at bits of addresses in a way that no two of them are known to be alike for: a mask that
    /// is none of a prefix, or NAT that chooses among several addresses by the packet's own.
    bool tellAllApart() const { return m_tellAllApart; }

    bool has(const MacAddress &mac) const { return m_named.contains(mac); }
    bool has(const InterfaceAddress &own) const;
    /// Whether a filter asks for this link, as a port of a bridge or by its name.
    bool hasLink(LinkIndex link) const { return m_links.contains(link); }

    /// The parts of its subnet that an address lies in and that something is said of.
    std::vector<Prefix> parts(const InterfaceAddress &own) const;
    /// By their numbers, the ranges that are no prefixes, and that an address lies in.
    std::vector<std::uint32_t> spansWith(const IpAddress &address) const;

private:
    struct Span {
        IpAddress first;
        IpAddress last;
    };

    tsl::robin_set<IpAddress, AddressHash> m_addresses;
    std::map<int, tsl::robin_set<IpAddress, AddressHash>> m_prefixes; ///< by length
    std::vector<Span> m_spans;
    tsl::robin_set<std::uint64_t> m_macs;
    std::set<MacAddress> m_named;
    std::set<LinkIndex> m_links;
    int m_longest6 = 0;
    bool m_tellAllApart = false;

    class Filters;
    Mentions() = default;
    void note(const DataPlane &plane, std::span<const PlaneNode> nodes);
    void add(Mentions other);
    void note(const Netns &netns);
    void note(const Link &link);
    void note(const Route &route);
    void note(const NextHop &hop);
    void note(const Prefix &prefix);
    void note(const IpAddress &address) { m_addresses.insert(address); }
    void note(const IpAddress &first, const IpAddress &last);
};

} // namespace netdraft::model
