#pragma once

#include "model/network/network.h"

#include <set>

namespace netdraft::model::rebuilding {

/// What the configuration says of addresses that the kernel drew or formed by itself. They are drawn anew where
/// nobody knows them.
class References
{
public:
    explicit References(const Network &network);

    /// Whether a MAC that the kernel drew is known to somebody. Then all must stay, or another could come to equal it.
    bool namesMacs() const { return m_namesMacs; }
    /// Whether an IPv6 address has failed its duplicate detection, or two links have it.
    bool isContested(const IpAddress &address) const { return m_contested.contains(address); }
    bool names(const IpAddress &address) const { return m_addresses.contains(address); }

private:
    std::set<IpAddress> m_addresses;
    std::set<IpAddress> m_contested;
    bool m_namesMacs = false;
};

} // namespace netdraft::model::rebuilding
