#pragma once

#include "model/forwarding/data_plane.h"

namespace netdraft::model {

/// The IPv4 addresses, cut wherever the table of some node has a route that begins or ends: of each part all nodes have
/// one row of their tables for all addresses, but for single addresses that are a node's own or a broadcast address.
/// (Delta-net's atoms, Horn, Kheradmand and Prasad, NSDI 2017.)
class AddressClasses
{
public:
    /// Of the tables of these nodes.
    AddressClasses(const DataPlane &plane, std::span<const NodeIndex> nodes);
    /// Of a later plane, where only these nodes have other tables. Parts that could be one again stay two.
    AddressClasses(const AddressClasses &earlier, const DataPlane &before, const DataPlane &now,
                   std::span<const NodeIndex> changed);

    /// The number of the part that an address lies in.
    std::size_t classOf(const IpAddress &address) const;
    /// Nodes that have a row for this address alone.
    struct Holder {
        std::uint32_t address = 0;
        NodeIndex node = nowhere;
        friend auto operator<=>(const Holder &, const Holder &) = default;
    };
    std::span<const Holder> holders(const IpAddress &address) const;
    /// An address of the part that no node has a row of its own for; nothing where none is found soon.
    std::optional<IpAddress> plainAddress(std::size_t number) const;

    friend bool operator==(const AddressClasses &, const AddressClasses &) = default;

private:
    std::vector<std::uint32_t> m_starts; ///< ascending, the first is 0
    std::vector<Holder> m_holders;       ///< ascending

    void add(const Netns &netns, NodeIndex node);
    void sort();
};

} // namespace netdraft::model
