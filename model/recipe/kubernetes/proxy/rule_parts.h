#pragma once

#include "model/network/ruleset.h"

namespace netdraft::model::kubernetes {

// What the rules of kube-proxy and of network policies are put together from, as iptables would read them.

/// `-s` or `-d` with this.
netfilter::AddressMatch askedAddress(const Prefix &prefix, bool inverted = false);
/// `-m comment --comment TEXT`
netfilter::Rule commented(std::string text);
/// `-p PROTOCOL -m PROTOCOL --dport FIRST:LAST`; `protocol` is tcp, udp or sctp.
void askPorts(netfilter::Rule &rule, std::string_view protocol, netfilter::PortRange ports);
void askPort(netfilter::Rule &rule, std::string_view protocol, std::uint16_t port);
/// `-m addrtype --dst-type LOCAL`, `--src-type LOCAL`
netfilter::AddrtypeMatch toLocal();
netfilter::AddrtypeMatch fromLocal();
/// `-m conntrack --ctstate …`
netfilter::ConntrackMatch inStates(std::uint8_t states, bool inverted = false);
/// `-m mark --mark MARK/MARK`
netfilter::MarkMatch marked(std::uint32_t mark, bool inverted = false);

template <typename Target>
netfilter::Rule does(netfilter::Rule rule, Target target)
{
    rule.target = std::move(target);
    return rule;
}
/// `-j CHAIN`
inline netfilter::Rule jumps(netfilter::Rule rule, const std::string &chain)
{
    return does(std::move(rule), netfilter::Jump{chain});
}

} // namespace netdraft::model::kubernetes
