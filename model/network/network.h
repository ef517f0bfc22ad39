#pragma once

#include "model/network/netns.h"

#include <memory>
#include <span>
#include <unordered_map>

namespace netdraft::model {

/// A set of namespaces: the whole state of the simulated machine.
///
/// A value whose copies share what they have in common: each namespace is an immutable block that is cloned
/// when it is first changed after a copy. A copy is thus a snapshot that is cheap to take and safe to read in
/// another thread, and two snapshots tell what differs by comparing pointers.
class Network
{
public:
    using NetnsPtr = std::shared_ptr<const Netns>;

    /// The machine alone: the namespace `host` with `lo`, down.
    Network();

    /// All namespaces, ordered by id; the first is the machine itself.
    std::span<const NetnsPtr> namespaces() const { return *m_namespaces; }

    /// Null when there is none.
    const Netns *find(NetnsId id) const;
    const Netns *find(std::string_view name) const;
    NetnsPtr share(NetnsId id) const;
    const Link *find(LinkPlace place) const;

    /// The namespace, for `apply` alone to write to; it must exist.
    Netns &change(NetnsId id);
    /// Puts a namespace in, replacing the one with its id; null takes the one with `id` out.
    void put(NetnsId id, NetnsPtr netns);
    /// Numbers that no namespace, and no link, of this network or of its past has had.
    NetnsId newNetnsId() { return {m_nextNetns++}; }
    LinkId newLinkId() { return {m_nextLink++}; }

    /// Same namespaces with the same content. What the next ids will be does not count.
    friend bool operator==(const Network &a, const Network &b);

private:
    struct NameHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using NameIndex = std::unordered_map<std::string, NetnsId, NameHash, std::equal_to<>>;

    std::shared_ptr<std::vector<NetnsPtr>> m_namespaces; ///< shared by copies until one changes something
    std::shared_ptr<NameIndex> m_names;                  ///< shared by copies until one adds, renames or removes
    std::uint32_t m_nextNetns = 2;
    std::uint32_t m_nextLink = 1;

    std::size_t position(NetnsId id) const;
    std::vector<NetnsPtr> &changeNamespaces();
    NameIndex &changeNames();
};

/// The ids of the namespaces that are in one network and not, or not alike, in the other; ordered. Costs a
/// comparison of pointers a namespace.
std::vector<NetnsId> difference(const Network &before, const Network &after);

/// A namespace with only `lo` in it, as `ip netns add` makes it.
Netns freshNetns(NetnsId id, std::string name, LinkId loopback);

} // namespace netdraft::model
