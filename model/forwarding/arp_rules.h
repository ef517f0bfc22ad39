#pragma once

#include "model/forwarding/flow.h"

namespace netdraft::model {

// What net/ipv4/arp.c decides, with the sysctls that bend it. `in` is the link that a request came by, `sender` and
// `target` are the addresses that it names.

enum class ArpAnswer : std::uint8_t { No, Yes, ForAnother /**< proxy_arp, up to 0.8 s later */ };

/// Whether a request is answered (arp_process).
ArpAnswer answerArp(const DataPlane &plane, LinkIndex in, const IpAddress &sender, const IpAddress &target);

/// arp_ignore: whether the link keeps silent about an address of the namespace.
bool ignoresArp(const DataPlane &plane, LinkIndex in, const IpAddress &sender, const IpAddress &target);

/// arp_filter: whether packets to the sender would leave by another link.
bool filtersArp(const DataPlane &plane, LinkIndex in, const IpAddress &sender, const IpAddress &target);

/// arp_fwd_proxy and arp_fwd_pvlan: whether it answers for what it would forward.
bool proxiesArp(const DataPlane &plane, LinkIndex in, LinkIndex out);
bool proxiesPvlan(const DataPlane &plane, LinkIndex in, LinkIndex out, const IpAddress &sender,
                  const IpAddress &target);

/// pneigh_lookup: whether the node answers on this link for this one address (`ip neigh add proxy`).
bool isProxied(const DataPlane &plane, LinkIndex in, const IpAddress &target);

/// The sender address of a request for `target` (arp_solicit with arp_announce); `packetSource` is the source of the
/// packet that waits for the answer.
std::optional<IpAddress> announcedAddress(const DataPlane &plane, LinkIndex out, const IpAddress &target,
                                          const IpAddress &packetSource);

} // namespace netdraft::model
