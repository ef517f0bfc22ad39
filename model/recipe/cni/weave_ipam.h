#pragma once

#include "model/recipe/cni/host.h"

namespace netdraft::model::cni {

/// What weaver 2.8.1 remembers of addresses on a node: how the network is split among peers (a ring of tokens, each the
/// beginning of what a peer has), and which of its part this peer gave away.
class WeaveIpam
{
public:
    /// Addresses as numbers, from the first up to but not the last.
    struct Range {
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        std::uint64_t size() const { return end - begin; }
        friend bool operator==(const Range &, const Range &) = default;
    };

    WeaveIpam(std::string peer, const Prefix &universe) : m_peer(std::move(peer)), m_universe(universe) {}
    /// Reads what text() wrote.
    static std::optional<WeaveIpam> parse(std::string_view text);
    std::string text() const;

    const std::string &peer() const { return m_peer; }
    const Prefix &universe() const { return m_universe; }
    bool isEmpty() const { return m_ring.empty(); }
    /// The node that a peer is on; empty: unknown.
    std::string nodeOf(const std::string &peer) const;
    std::vector<std::string> peers() const;

    /// Splits the network evenly: the first who know each other do so.
    void seed(std::span<const std::string> peers, std::span<const std::string> nodes);
    /// Takes over a split that is newer; returns whether it was.
    bool learn(const WeaveIpam &other);
    void nameNode(const std::string &peer, const std::string &node) { m_nodes[peer] = node; }
    /// Takes over what a peer had that is gone.
    void takeOver(const std::string &gone);

    /// What a peer has.
    std::vector<Range> rangesOf(const std::string &peer) const;
    /// The address that somebody has.
    std::optional<InterfaceAddress> addressOf(const std::string &id) const;
    /// Gives somebody the first address of this peer's that is free in a subnet; none: there is none.
    std::optional<InterfaceAddress> allocate(const std::string &id, const Prefix &subnet);
    /// Whether somebody had an address.
    bool release(const std::string &id);
    /// Gives up to a half of what is free here to another peer; none: nothing is free.
    bool donate(const std::string &to, const Prefix &within);

private:
    struct Token {
        std::uint64_t begin = 0;
        std::string peer;
    };
    std::vector<Range> freeRanges(const Range &within) const;
    void give(const Range &range, const std::string &to);
    void subdivide(const Range &range, std::span<const std::string> peers);

    std::string m_peer;
    Prefix m_universe;
    int m_version = 0;
    std::vector<Token> m_ring; ///< in order
    std::map<std::string, std::string> m_nodes;
    std::map<std::string, InterfaceAddress> m_owned;
};

/// Where it is remembered.
inline constexpr std::string_view weaveStore = "/var/lib/weave/weave-netdata.db";
std::optional<WeaveIpam> readWeave(const Netns &netns);
/// What weaver does when it is asked for an address; another peer is asked where this one has none. Where nobody has
/// any it never answers, and whoever asked is ended.
Expected<InterfaceAddress> weaveAllocate(Host &host, const std::string &id, const std::optional<Prefix> &subnet);
/// What an address is the first of: its blocks, as few as can be.
std::vector<Prefix> blocksOf(const WeaveIpam::Range &range);

} // namespace netdraft::model::cni
