#pragma once

#include "model/network/network.h"

namespace netdraft::model {

/// Whether the device says that it can take groups (IFF_MULTICAST).
bool isMulticast(const Link &link);

/// The group that an IPv6 address is asked for in: ff02::1:ffXX:XXXX (RFC 4291, 2.7.1).
constexpr IpAddress solicitedNode(const IpAddress &target)
{
    return Ipv6Address(0xff02000000000000ULL, 0x00000001ff000000ULL | (target.low() & 0xffffffULL));
}

/// The MAC of a group: 01:00:5e and the last 23 bits of an IPv4 one (RFC 1112, 6.4), 33:33 and the last 32 of an IPv6
/// one (RFC 2464, 7).
MacAddress multicastMac(const IpAddress &group);

/// A group that a link listens to, and for how many.
template <typename Address>
struct JoinedGroup {
    Address address;
    int users = 1;
};

/// The groups of IP that a link has joined, of both families (in_device::mc_list, inet6_dev::mc_list), in the order in
/// which it came to do so when it was brought up first, got its addresses then, and forwards at last.
std::vector<JoinedGroup<IpAddress>> joinedGroups(const Network &network, const Netns &netns, const Link &link);

/// The multicast addresses that a link takes frames for (net_device::mc): those of its groups, then those of the links
/// that lie on it and are up (dev_mc_sync).
std::vector<JoinedGroup<MacAddress>> heardGroups(const Network &network, const Netns &netns, const Link &link);

/// The links that lie on this one and are up, in the order of namespaces and ifindexes.
std::vector<std::pair<const Netns *, const Link *>> openChildren(const Network &network, const Netns &netns,
                                                                 const Link &link);

} // namespace netdraft::model
