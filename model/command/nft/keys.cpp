#include "model/command/nft/keys.h"

#include "model/command/netfilter/values.h"
#include "model/command/services.h"
#include "model/network/rule_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command::nfttool {

namespace {

using nft::Key;
using nft::Value;

constexpr KeyRow keys[] = {
    {"ip saddr", Key::IpSource, ValueKind::Ipv4},
    {"ip daddr", Key::IpDestination, ValueKind::Ipv4},
    {"ip protocol", Key::IpProtocol, ValueKind::Protocol},
    {"ip6 saddr", Key::Ip6Source, ValueKind::Ipv6},
    {"ip6 daddr", Key::Ip6Destination, ValueKind::Ipv6},
    {"ip6 nexthdr", Key::Ip6Nexthdr, ValueKind::Protocol},
    {"iifname", Key::InName, ValueKind::InterfaceName, true},
    {"oifname", Key::OutName, ValueKind::InterfaceName, true},
    {"iif", Key::InIndex, ValueKind::InterfaceIndex, true},
    {"oif", Key::OutIndex, ValueKind::InterfaceIndex, true},
    {"meta mark", Key::Mark, ValueKind::Mark, true},
    {"meta l4proto", Key::L4Protocol, ValueKind::Protocol},
    {"meta nfproto", Key::NetProtocol, ValueKind::NetProtocol},
    {"tcp sport", Key::TcpSource, ValueKind::Port},
    {"tcp dport", Key::TcpDestination, ValueKind::Port},
    {"udp sport", Key::UdpSource, ValueKind::Port},
    {"udp dport", Key::UdpDestination, ValueKind::Port},
    {"th sport", Key::PortSource, ValueKind::Port},
    {"th dport", Key::PortDestination, ValueKind::Port},
    {"icmp type", Key::IcmpType, ValueKind::IcmpType},
    {"icmpv6 type", Key::Icmp6Type, ValueKind::Icmp6Type},
    {"ct state", Key::CtState, ValueKind::CtState},
    {"ct status", Key::CtStatus, ValueKind::CtStatus},
    {"ct mark", Key::CtMark, ValueKind::Mark},
    {"fib saddr type", Key::FibSourceType, ValueKind::AddressType},
    {"fib daddr type", Key::FibDestinationType, ValueKind::AddressType},
    {"meta pkttype", Key::PacketType, ValueKind::PacketType, true},
};

struct ValueName {
    std::uint64_t value;
    std::string_view name;
};

constexpr ValueName netProtocols[] = {{2, "ipv4"}, {10, "ipv6"}};
constexpr ValueName packetTypes[] = {{0, "host"}, {1, "broadcast"}, {2, "multicast"}, {3, "other"}};
constexpr ValueName icmpTypes[] = {
    {0, "echo-reply"},         {3, "destination-unreachable"}, {4, "source-quench"},        {5, "redirect"},
    {8, "echo-request"},       {9, "router-advertisement"},    {10, "router-solicitation"}, {11, "time-exceeded"},
    {12, "parameter-problem"}, {13, "timestamp-request"},      {14, "timestamp-reply"},     {15, "info-request"},
    {16, "info-reply"},        {17, "address-mask-request"},   {18, "address-mask-reply"},
};
constexpr ValueName icmp6Types[] = {
    {1, "destination-unreachable"},  {2, "packet-too-big"},         {3, "time-exceeded"},
    {4, "parameter-problem"},        {128, "echo-request"},         {129, "echo-reply"},
    {130, "mld-listener-query"},     {131, "mld-listener-report"},  {132, "mld-listener-done"},
    {132, "mld-listener-reduction"}, {133, "nd-router-solicit"},    {134, "nd-router-advert"},
    {135, "nd-neighbor-solicit"},    {136, "nd-neighbor-advert"},   {137, "nd-redirect"},
    {138, "router-renumbering"},     {141, "ind-neighbor-solicit"}, {142, "ind-neighbor-advert"},
    {143, "mld2-listener-report"},
};
constexpr ValueName ctStates[] = {
    {netfilter::ctstate::invalid, "invalid"},     {netfilter::ctstate::established, "established"},
    {netfilter::ctstate::related, "related"},     {netfilter::ctstate::fresh, "new"},
    {netfilter::ctstate::untracked, "untracked"},
};
constexpr ValueName ctStatuses[] = {
    {1, "expected"}, {2, "seen-reply"}, {4, "assured"}, {8, "confirmed"}, {16, "snat"}, {32, "dnat"},
};
constexpr ValueName addressTypes[] = {
    {0, "unspec"},    {1, "unicast"},   {2, "local"},       {3, "broadcast"}, {4, "anycast"},
    {5, "multicast"}, {6, "blackhole"}, {7, "unreachable"}, {8, "prohibit"},
};

constexpr CodeName icmpCodes[] = {
    {0, "net-unreachable"}, {1, "host-unreachable"}, {2, "prot-unreachable"},  {3, "port-unreachable"},
    {9, "net-prohibited"},  {10, "host-prohibited"}, {13, "admin-prohibited"},
};
constexpr CodeName icmp6Codes[] = {
    {0, "no-route"},         {1, "admin-prohibited"}, {3, "addr-unreachable"},
    {4, "port-unreachable"}, {5, "policy-fail"},      {6, "reject-route"},
};
constexpr CodeName icmpxCodes[] = {
    {1, "port-unreachable"}, {3, "admin-prohibited"}, {0, "no-route"}, {2, "host-unreachable"}};

/// What is known of a kind of value: its names, its greatest number, and what nft says of a name that there is not.
struct KindRow {
    std::span<const ValueName> names;
    std::uint64_t most = 0xff;
    std::string_view complaint;
};

KindRow kindOf(ValueKind kind)
{
    switch (kind) {
    case ValueKind::NetProtocol: return {netProtocols, 0xff, {}};
    case ValueKind::IcmpType: return {icmpTypes, 0xff, "Could not parse ICMP type"};
    case ValueKind::Icmp6Type: return {icmp6Types, 0xff, "Could not parse ICMPv6 type"};
    case ValueKind::CtState: return {ctStates, 0, "Could not parse conntrack state"};
    case ValueKind::CtStatus: return {ctStatuses, 0, "Could not parse conntrack status"};
    case ValueKind::AddressType: return {addressTypes, 0, "Could not parse fib address type"};
    case ValueKind::PacketType: return {packetTypes, 0, "Could not parse packet type"};
    case ValueKind::Mark: return {{}, 0xffffffff, "Could not parse packet mark"};
    default: return {};
    }
}

bool isDigits(std::string_view word)
{
    return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

Value number(std::uint64_t value)
{
    return {0, value};
}

Value readProtocol(Reading &reading, std::string_view word, Span span)
{
    constexpr std::uint64_t most = 0xff;
    if (isDigits(word)) {
        const auto value = readNumber(word);
        if (!value || *value > most)
            reading.complain({"Protocol out of range", span});
        return number(value.value_or(0));
    }
    if (word == "icmpv6")
        return number(static_cast<std::uint64_t>(58));
    for (int i = 1; i <= static_cast<int>(most); ++i) {
        if (knownProtocolName(static_cast<std::uint8_t>(i)) == word)
            return number(static_cast<std::uint64_t>(i));
    }
    // /etc/protocols has further names, most of them in capitals.
    const bool plain = std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
    if (!plain || word == "ip" || word == "hopopt")
        reading.refuse();
    reading.complain({"Could not resolve protocol name", span});
    return {};
}

Value readNamed(Reading &reading, const KeyRow &row, std::string_view word, Span span)
{
    const KindRow kind = kindOf(row.values);
    const auto *found = std::ranges::find(kind.names, word, &ValueName::name).base();
    if (found != kind.names.data() + kind.names.size())
        return number(found->value);
    const auto value = readNumber(word);
    if (value && kind.most > 0) {
        if (*value > kind.most)
            reading.complain({fmt::format("Value {} exceeds valid range 0-{}", *value, kind.most), span});
        return number(*value);
    }
    if (value || kind.complaint.empty() || (row.key == Key::CtMark))
        reading.refuse();
    reading.complain({std::string(kind.complaint), span});
    return {};
}

std::string_view nameOf(std::span<const ValueName> names, std::uint64_t value)
{
    const auto found = std::ranges::find(names, value, &ValueName::value);
    return found == names.end() ? std::string_view() : found->name;
}

} // namespace

const KeyRow &rowOf(nft::Key key)
{
    return *std::ranges::find(keys, key, &KeyRow::key);
}

const KeyRow *takeKey(Reading &reading)
{
    for (const KeyRow &row : keys) {
        const auto agrees = [&](std::string_view words) {
            std::size_t count = 0;
            while (!words.empty()) {
                const std::size_t end = std::min(words.find(' '), words.size());
                if (!reading.peek(count).is(words.substr(0, end)))
                    return std::size_t{0};
                words.remove_prefix(std::min(end + 1, words.size()));
                ++count;
            }
            return count;
        };
        const std::string_view short_ = row.words.starts_with("meta ") ? row.words.substr(5) : row.words;
        std::size_t count = agrees(row.words);
        if (count == 0 && row.bare)
            count = std::max(agrees(short_), agrees(fmt::format("meta {}", short_)));
        if (count == 0)
            continue;
        for (std::size_t i = 0; i < count; ++i)
            reading.take();
        return &row;
    }
    return nullptr;
}

std::optional<std::uint64_t> readNumber(std::string_view word)
{
    const bool hex = word.starts_with("0x") || word.starts_with("0X");
    if (hex)
        word.remove_prefix(2);
    else if (word.size() > 1 && word[0] == '0')
        return std::nullopt; // octal
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value, hex ? 16 : 10);
    if (word.empty() || error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

std::uint16_t readPort(Reading &reading, std::string_view word, Span span)
{
    if (isDigits(word)) {
        const auto value = readNumber(word);
        if (!value || *value > 0xffff)
            reading.complain({"Service out of range", span});
        return static_cast<std::uint16_t>(value.value_or(0));
    }
    if (const auto port = portOfService(word, std::nullopt))
        return *port;
    if (word.empty() || word.front() < 'a' || word.front() > 'z')
        reading.refuse();
    reading.complain({"Could not resolve service: Servname not supported for ai_socktype", span});
    return 0;
}

std::optional<IpAddress> readAddress(Reading &reading, Family family, std::string_view word, Span span)
{
    if (const auto address = IpAddress::parse(word)) {
        if (address->family() == family)
            return *address;
        reading.complain({"Could not resolve hostname: Address family for hostname not supported", span});
        return std::nullopt;
    }
    // What could be a host's name, or is an address cut short, is read otherwise.
    const bool dotted = std::ranges::count(word, '.') == 3 &&
                        std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
    if (!dotted)
        reading.refuse();
    reading.complain({"Could not resolve hostname: Name or service not known", span});
    return std::nullopt;
}

nft::Value readValue(Reading &reading, const KeyRow &row, std::string_view word, Span span)
{
    switch (row.values) {
    case ValueKind::Ipv4:
    case ValueKind::Ipv6: {
        const auto address =
            readAddress(reading, row.values == ValueKind::Ipv4 ? Family::Ipv4 : Family::Ipv6, word, span);
        if (!address)
            return {};
        return address->isV4() ? number(address->v4().bits()) : Value{address->high(), address->low()};
    }
    case ValueKind::Protocol: return readProtocol(reading, word, span);
    case ValueKind::Port: return number(readPort(reading, word, span));
    default: return readNamed(reading, row, word, span);
    }
}

std::string markText(std::uint32_t mark)
{
    return fmt::format("0x{:08x}", mark);
}

std::string valueText(const KeyRow &row, const nft::Value &value)
{
    switch (row.values) {
    case ValueKind::Ipv4: return Ipv4Address(static_cast<std::uint32_t>(value.low)).toString();
    case ValueKind::Ipv6: return IpAddress::fromBits(Family::Ipv6, value.high, value.low).toString();
    case ValueKind::Mark: return markText(static_cast<std::uint32_t>(value.low));
    case ValueKind::Protocol: {
        const std::string_view name = knownProtocolName(static_cast<std::uint8_t>(value.low));
        return name.empty() ? std::to_string(value.low) : std::string(name);
    }
    default: break;
    }
    const std::string_view name = nameOf(kindOf(row.values).names, value.low);
    return name.empty() ? std::to_string(value.low) : std::string(name);
}

std::span<const CodeName> rejectCodes(nft::Reject::Kind kind)
{
    using Kind = nft::Reject::Kind;
    switch (kind) {
    case Kind::Icmp: return icmpCodes;
    case Kind::Icmp6: return icmp6Codes;
    case Kind::Icmpx: return icmpxCodes;
    case Kind::TcpReset: break;
    }
    return {};
}

} // namespace netdraft::model::command::nfttool
