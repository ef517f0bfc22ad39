#include "model/recipe/kubernetes/proxy/rule_parts.h"

#include "model/network/route.h"

namespace netdraft::model::kubernetes {

using namespace netfilter;

namespace {

constexpr std::uint16_t localType = 1U << static_cast<int>(RouteType::Local);

} // namespace

AddressMatch askedAddress(const Prefix &prefix, bool inverted)
{
    const IpAddress none = IpAddress::fromBits(prefix.family(), 0, 0);
    return {prefix.address(), masked(lastOf(none, 0), prefix.length()), inverted};
}

netfilter::Rule commented(std::string text)
{
    netfilter::Rule rule;
    rule.matches.emplace_back(CommentMatch{std::move(text)});
    return rule;
}

void askPorts(netfilter::Rule &rule, std::string_view protocol, netfilter::PortRange ports)
{
    constexpr std::uint8_t tcp = 6;
    constexpr std::uint8_t udp = 17;
    constexpr std::uint8_t sctp = 132;
    const auto ask = [&](std::uint8_t number, auto match) {
        match.destination = ports;
        rule.protocol = ProtocolMatch{number, false};
        rule.matches.emplace_back(match);
    };
    if (protocol == "tcp")
        ask(tcp, TcpMatch{});
    else if (protocol == "udp")
        ask(udp, UdpMatch{});
    else
        ask(sctp, SctpMatch{});
}

void askPort(netfilter::Rule &rule, std::string_view protocol, std::uint16_t port)
{
    askPorts(rule, protocol, {port, port, false});
}

AddrtypeMatch toLocal()
{
    AddrtypeMatch match;
    match.destination = localType;
    return match;
}

AddrtypeMatch fromLocal()
{
    AddrtypeMatch match;
    match.source = localType;
    return match;
}

ConntrackMatch inStates(std::uint8_t states, bool inverted)
{
    ConntrackMatch match;
    match.states = states;
    match.statesInverted = inverted;
    return match;
}

MarkMatch marked(std::uint32_t mark, bool inverted)
{
    return {false, mark, mark, inverted};
}

} // namespace netdraft::model::kubernetes
