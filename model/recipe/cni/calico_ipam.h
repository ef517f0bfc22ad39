#pragma once

#include "model/recipe/cni/host.h"

namespace netdraft::model::cni {

/// What Calico knows of the addresses of a node: the blocks of the pool that the node has, and who has which address of
/// them. In truth the API server remembers it; here a file of the node does.
class CalicoIpam
{
public:
    CalicoIpam(const Prefix &pool, int blockSize) : m_pool(pool), m_blockSize(blockSize) {}
    static std::optional<CalicoIpam> parse(std::string_view text);
    std::string text() const;

    const Prefix &pool() const { return m_pool; }
    int blockSize() const { return m_blockSize; }
    const std::vector<Prefix> &blocks() const { return m_blocks; }
    std::optional<IpAddress> addressOf(const std::string &handle) const;
    bool release(const std::string &handle) { return m_handles.erase(handle) != 0; }
    /// The first address that is free in the blocks; none: all are given away.
    std::optional<IpAddress> allocate(const std::string &handle);
    /// Claims a block that nobody has, looking from a place that the node's name decides; false: there is none.
    bool claim(const Network &network, std::string_view node);

private:
    Prefix m_pool;
    int m_blockSize = 26;
    std::vector<Prefix> m_blocks;
    std::map<std::string, IpAddress> m_handles;
};

inline constexpr std::string_view calicoStore = "/var/lib/calico/ipam.json";
std::optional<CalicoIpam> readCalico(const Netns &netns);
/// Gives a handle an address of the node's blocks, of which it gets another one where these are full. Fails with the
/// words of calico-ipam.
Expected<IpAddress> calicoAllocate(Host &host, const std::string &handle);

} // namespace netdraft::model::cni
