#include "model/command/netfilter/extension.h"
#include "model/network/route.h"

#include <fmt/format.h>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

constexpr BitName states[] = {
    {ctstate::invalid, "INVALID"},     {ctstate::fresh, "NEW"},
    {ctstate::related, "RELATED"},     {ctstate::established, "ESTABLISHED"},
    {ctstate::untracked, "UNTRACKED"}, {ctstate::snat, "SNAT"},
    {ctstate::dnat, "DNAT"},
};
constexpr BitName statuses[] = {
    {ctstatus::expected, "EXPECTED"},
    {ctstatus::seenReply, "SEEN_REPLY"},
    {ctstatus::assured, "ASSURED"},
    {ctstatus::confirmed, "CONFIRMED"},
};
constexpr BitName addressTypes[] = {
    {1U << 0, "UNSPEC"},   {1U << 1, "UNICAST"},   {1U << 2, "LOCAL"},     {1U << 3, "BROADCAST"},
    {1U << 4, "ANYCAST"},  {1U << 5, "MULTICAST"}, {1U << 6, "BLACKHOLE"}, {1U << 7, "UNREACHABLE"},
    {1U << 8, "PROHIBIT"}, {1U << 9, "THROW"},     {1U << 10, "NAT"},      {1U << 11, "XRESOLVE"},
};
constexpr BitName tcpFlags[] = {
    {tcpflag::fin, "FIN"}, {tcpflag::syn, "SYN"}, {tcpflag::rst, "RST"},
    {tcpflag::psh, "PSH"}, {tcpflag::ack, "ACK"}, {tcpflag::urg, "URG"},
};

constexpr IcmpName icmp4[] = {
    {"any", 0xff, 0, 0xff},
    {"echo-reply", 0, 0, 0xff},
    {"pong", 0, 0, 0xff},
    {"destination-unreachable", 3, 0, 0xff},
    {"network-unreachable", 3, 0, 0},
    {"host-unreachable", 3, 1, 1},
    {"protocol-unreachable", 3, 2, 2},
    {"port-unreachable", 3, 3, 3},
    {"fragmentation-needed", 3, 4, 4},
    {"source-route-failed", 3, 5, 5},
    {"network-unknown", 3, 6, 6},
    {"host-unknown", 3, 7, 7},
    {"network-prohibited", 3, 9, 9},
    {"host-prohibited", 3, 10, 10},
    {"TOS-network-unreachable", 3, 11, 11},
    {"TOS-host-unreachable", 3, 12, 12},
    {"communication-prohibited", 3, 13, 13},
    {"host-precedence-violation", 3, 14, 14},
    {"precedence-cutoff", 3, 15, 15},
    {"source-quench", 4, 0, 0xff},
    {"redirect", 5, 0, 0xff},
    {"network-redirect", 5, 0, 0},
    {"host-redirect", 5, 1, 1},
    {"TOS-network-redirect", 5, 2, 2},
    {"TOS-host-redirect", 5, 3, 3},
    {"echo-request", 8, 0, 0xff},
    {"ping", 8, 0, 0xff},
    {"router-advertisement", 9, 0, 0xff},
    {"router-solicitation", 10, 0, 0xff},
    {"time-exceeded", 11, 0, 0xff},
    {"ttl-exceeded", 11, 0, 0xff},
    {"ttl-zero-during-transit", 11, 0, 0},
    {"ttl-zero-during-reassembly", 11, 1, 1},
    {"parameter-problem", 12, 0, 0xff},
    {"ip-header-bad", 12, 0, 0},
    {"required-option-missing", 12, 1, 1},
    {"timestamp-request", 13, 0, 0xff},
    {"timestamp-reply", 14, 0, 0xff},
    {"address-mask-request", 17, 0, 0xff},
    {"address-mask-reply", 18, 0, 0xff},
};
constexpr IcmpName icmp6[] = {
    {"destination-unreachable", 1, 0, 0xff},
    {"no-route", 1, 0, 0},
    {"communication-prohibited", 1, 1, 1},
    {"beyond-scope", 1, 2, 2},
    {"address-unreachable", 1, 3, 3},
    {"port-unreachable", 1, 4, 4},
    {"failed-policy", 1, 5, 5},
    {"reject-route", 1, 6, 6},
    {"packet-too-big", 2, 0, 0xff},
    {"time-exceeded", 3, 0, 0xff},
    {"ttl-exceeded", 3, 0, 0xff},
    {"ttl-zero-during-transit", 3, 0, 0},
    {"ttl-zero-during-reassembly", 3, 1, 1},
    {"parameter-problem", 4, 0, 0xff},
    {"bad-header", 4, 0, 0},
    {"unknown-header-type", 4, 1, 1},
    {"unknown-option", 4, 2, 2},
    {"echo-request", 128, 0, 0xff},
    {"ping", 128, 0, 0xff},
    {"echo-reply", 129, 0, 0xff},
    {"pong", 129, 0, 0xff},
    {"router-solicitation", 133, 0, 0xff},
    {"router-advertisement", 134, 0, 0xff},
    {"neighbour-solicitation", 135, 0, 0xff},
    {"neighbor-solicitation", 135, 0, 0xff},
    {"neighbour-advertisement", 136, 0, 0xff},
    {"neighbor-advertisement", 136, 0, 0xff},
    {"redirect", 137, 0, 0xff},
};

constexpr RejectName rejects4[] = {
    {RejectWith::NetUnreachable, "icmp-net-unreachable", "net-unreach"},
    {RejectWith::HostUnreachable, "icmp-host-unreachable", "host-unreach"},
    {RejectWith::ProtoUnreachable, "icmp-proto-unreachable", "proto-unreach"},
    {RejectWith::PortUnreachable, "icmp-port-unreachable", "port-unreach"},
    {RejectWith::NetProhibited, "icmp-net-prohibited", "net-prohib"},
    {RejectWith::HostProhibited, "icmp-host-prohibited", "host-prohib"},
    {RejectWith::TcpReset, "tcp-reset", "tcp-rst"},
    {RejectWith::AdminProhibited, "icmp-admin-prohibited", "admin-prohib"},
};
constexpr RejectName rejects6[] = {
    {RejectWith::NoRoute6, "icmp6-no-route", "no-route"},
    {RejectWith::AdminProhibited6, "icmp6-adm-prohibited", "adm-prohibited"},
    {RejectWith::AddressUnreachable6, "icmp6-addr-unreachable", "addr-unreach"},
    {RejectWith::PortUnreachable6, "icmp6-port-unreachable", "port-unreach"},
    {RejectWith::TcpReset, "tcp-reset", "tcp-reset"},
    {RejectWith::PolicyFail6, "icmp6-policy-fail", "policy-fail"},
    {RejectWith::RejectRoute6, "icmp6-reject-route", "reject-route"},
};

} // namespace

std::span<const BitName> ctStateNames()
{
    return states;
}

std::span<const BitName> ctStatusNames()
{
    return statuses;
}

std::span<const BitName> addressTypeNames()
{
    return addressTypes;
}

std::span<const BitName> tcpFlagNames()
{
    return tcpFlags;
}

std::string bitNames(std::span<const BitName> names, unsigned bits)
{
    std::string text;
    for (const BitName &each : names) {
        if ((bits & each.bit) != 0)
            text += fmt::format("{}{}", text.empty() ? "" : ",", each.name);
    }
    return text.empty() ? "NONE" : text;
}

std::span<const IcmpName> icmpNames(Family family)
{
    return family == Family::Ipv4 ? std::span<const IcmpName>(icmp4) : std::span<const IcmpName>(icmp6);
}

std::span<const RejectName> rejectNames(Family family)
{
    return family == Family::Ipv4 ? std::span<const RejectName>(rejects4) : std::span<const RejectName>(rejects6);
}

} // namespace netdraft::model::command
