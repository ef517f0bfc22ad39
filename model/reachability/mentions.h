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
    /// Of a plane that is wired as an earlier one, and where these namespaces have changed.
    Mentions(const Mentions &earlier, const DataPlane &before, const DataPlane &now,
             std::span<const NodeIndex> changed);

    /// What is said of, and was not said of before, or the reverse.
    struct News {
        std::vector<IpAddress> addresses;
        std::vector<Prefix> prefixes;
        bool others = false;
    };
    const News &news() const { return m_news; }

    /// Whether something looks at bits of addresses in a way that no two of them are known to be alike for: a mask that
    /// is none of a prefix, or NAT that chooses among several addresses by the packet's own.
    bool tellAllApart() const { return m_tellAllApart > 0; }

    bool has(const MacAddress &mac) const { return m_fixed->named.contains(mac) || m_named.contains(mac); }
    bool has(const InterfaceAddress &own) const;
    /// Whether a filter asks for this link, as a port of a bridge or by its name.
    bool hasLink(LinkIndex link) const { return m_links.contains(link); }

    /// The parts of its subnet that an address lies in and that something is said of.
    std::vector<Prefix> parts(const InterfaceAddress &own) const;
    /// By their numbers, the ranges that are no prefixes, and that an address lies in.
    std::vector<std::uint32_t> spansWith(const IpAddress &address) const;

private:
    using Counts = tsl::robin_map<IpAddress, int, AddressHash>;
    /// What the wiring says.
    struct Fixed {
        tsl::robin_set<IpAddress, AddressHash> addresses;
        tsl::robin_set<std::uint64_t> macs; ///< of all links
        std::set<MacAddress> named;
    };

    // How often it is said.
    Counts m_addresses;
    std::map<int, Counts> m_prefixes; ///< by length
    std::map<std::pair<IpAddress, IpAddress>, int> m_spans;
    std::map<MacAddress, int> m_named;
    std::map<LinkIndex, int> m_links;
    std::map<int, int> m_lengths6; ///< of global addresses
    int m_tellAllApart = 0;
    std::shared_ptr<Fixed> m_fixed;
    News m_news;
    int m_sign = 1; ///< of what is noted: said, or no longer

    class Filters;
    Mentions() = default;
    void note(const DataPlane &plane, NodeIndex first, NodeIndex last);
    void noteFixed(const Link &link);
    void add(const Mentions &other);
    void note(const PlaneNode &node);
    void note(const Netns &netns);
    void note(const Route &route);
    void note(const NextHop &hop);
    void note(const Prefix &prefix);
    void note(const IpAddress &address);
    void note(const IpAddress &first, const IpAddress &last);
    template <typename Map>
    bool count(Map &counts, const typename Map::key_type &key);
};

} // namespace netdraft::model
