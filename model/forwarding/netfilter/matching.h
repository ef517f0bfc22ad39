#pragma once

#include "model/forwarding/netfilter/hooks.h"

namespace netdraft::model::netfilter {

/// What a rule looks at.
struct Sight {
    const Netns &netns;
    const HookState &state;
    const Skb &skb;
    Choices &choices;
};

/// Whether the rule's own options and all its matches, asked in order, agree with the packet (ipt_do_table).
bool matches(const Sight &sight, const Rule &rule);

/// Whether a link has this name, where `eth+` is every name that begins so.
bool agrees(const InterfaceMatch &match, const Link *link);

/// The type of route that an address has in the table `local`; with `on`, only as an address of that link
/// (inet_dev_addr_type).
RouteType addressType(const Netns &netns, const IpAddress &address, const Link *on);

} // namespace netdraft::model::netfilter
