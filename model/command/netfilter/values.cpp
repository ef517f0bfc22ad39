#include "model/command/netfilter/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::command {

using namespace netfilter;

namespace {

struct ProtocolRow {
    std::uint8_t number;
    std::string_view name;
};

/// Debian 12's /etc/protocols, and what iptables knows beside it.
constexpr ProtocolRow protocols[] = {
    {0, "ip"},
    {1, "icmp"},
    {2, "igmp"},
    {3, "ggp"},
    {4, "ipencap"},
    {5, "st"},
    {6, "tcp"},
    {8, "egp"},
    {9, "igp"},
    {12, "pup"},
    {17, "udp"},
    {20, "hmp"},
    {22, "xns-idp"},
    {27, "rdp"},
    {29, "iso-tp4"},
    {33, "dccp"},
    {36, "xtp"},
    {37, "ddp"},
    {38, "idpr-cmtp"},
    {41, "ipv6"},
    {43, "ipv6-route"},
    {44, "ipv6-frag"},
    {45, "idrp"},
    {46, "rsvp"},
    {47, "gre"},
    {50, "esp"},
    {51, "ah"},
    {57, "skip"},
    {58, "ipv6-icmp"},
    {59, "ipv6-nonxt"},
    {60, "ipv6-opts"},
    {73, "rspf"},
    {81, "vmtp"},
    {88, "eigrp"},
    {89, "ospf"},
    {93, "ax.25"},
    {94, "ipip"},
    {97, "etherip"},
    {98, "encap"},
    {103, "pim"},
    {108, "ipcomp"},
    {112, "vrrp"},
    {115, "l2tp"},
    {124, "isis"},
    {132, "sctp"},
    {133, "fc"},
    {135, "mobility-header"},
    {136, "udplite"},
    {137, "mpls-in-ip"},
    {138, "manet"},
    {139, "hip"},
    {140, "shim6"},
    {141, "wesp"},
    {142, "rohc"},
    {143, "ethernet"},
};
constexpr ProtocolRow protocolAliases[] = {{58, "icmpv6"}, {135, "ipv6-mh"}, {135, "mh"}, {0, "all"}};

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

struct NameRow {
    std::uint32_t bits;
    std::string_view name;
};
constexpr NameRow names[] = {
    {0x7f000001, "localhost"}, {0, "default"}, {0x7f000000, "loopback"}, {0xa9fe0000, "link-local"}};

std::optional<IpAddress> readMask(Family family, std::string_view word)
{
    if (family == Family::Ipv4 && std::ranges::count(word, '.') == 3) {
        if (const auto mask = readNumericAddress(family, word))
            return mask;
    }
    if (family == Family::Ipv6 && word.find(':') != word.npos) {
        if (const auto mask = readNumericAddress(family, word))
            return mask;
    }
    const auto length = readUnsigned(word, 0, static_cast<std::uint64_t>(addressBits(family)));
    if (!length)
        return std::nullopt;
    return maskOfLength(family, static_cast<int>(*length));
}

AddressMatch masked(const IpAddress &address, const IpAddress &mask)
{
    return {IpAddress::fromBits(address.family(), address.high() & mask.high(), address.low() & mask.low()), mask,
            false};
}

} // namespace

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool beginsIgnoringCase(std::string_view word, std::string_view name)
{
    return word.size() <= name.size() && equalsIgnoringCase(word, name.substr(0, word.size()));
}

std::optional<std::uint64_t> readLeading(std::string_view &rest, std::uint64_t most)
{
    std::string_view digits = rest;
    int base = 10;
    if (digits.size() > 2 && digits[0] == '0' && lower(digits[1]) == 'x') {
        digits.remove_prefix(2);
        base = 16;
    } else if (digits.size() > 1 && digits[0] == '0') {
        base = 8;
    }
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (error != std::errc() || value > most)
        return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    return value;
}

std::optional<std::uint64_t> readUnsigned(std::string_view word, std::uint64_t least, std::uint64_t most)
{
    const auto value = readLeading(word, most);
    return value && word.empty() && *value >= least ? value : std::nullopt;
}

std::uint16_t readPort(Reading &reading, std::string_view word, std::optional<Transport> transport)
{
    if (const auto number = readUnsigned(word, 0, 0xffff))
        return static_cast<std::uint16_t>(*number);
    if (const auto port = portOfService(word, transport))
        return *port;
    reading.refuse(fmt::format("invalid port/service `{}' specified", word));
    return 0;
}

netfilter::PortRange readPortRange(Reading &reading, std::string_view extension, std::string_view option,
                                   std::string_view word)
{
    const auto read = [&](std::string_view part, std::uint16_t otherwise) -> std::uint16_t {
        if (part.empty())
            return otherwise;
        // getaddrinfo(3) takes any number, of which 16 bits are left.
        std::uint64_t number = 0;
        const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (error == std::errc() && end == part.data() + part.size())
            return static_cast<std::uint16_t>(number);
        if (const auto port = portOfService(part, std::nullopt))
            return *port;
        reading.refuse(fmt::format("Port \"{}\" does not resolve to anything.\n", part));
        return otherwise;
    };
    const std::size_t colon = word.find(':');
    if (colon == word.npos) {
        const std::uint16_t port = read(word, 0);
        return {port, port, false};
    }
    if (word.find(':', colon + 1) != word.npos)
        reading.refuse(fmt::format("{}: Too many components for option \"--{}\" (max: 2)\n", extension, option));
    return {read(word.substr(0, colon), 0), read(word.substr(colon + 1), 0xffff), false};
}

std::uint8_t readProtocol(Reading &reading, std::string_view word)
{
    if (const auto number = readUnsigned(word, 0, 0xff))
        return static_cast<std::uint8_t>(*number);
    for (const ProtocolRow &row : protocolAliases) {
        if (row.name == word)
            return row.number;
    }
    for (const ProtocolRow &row : protocols) {
        if (row.name == word)
            return row.number;
    }
    reading.refuse(fmt::format("unknown protocol \"{}\" specified", word));
    return 0;
}

std::string_view knownProtocolName(std::uint8_t protocol)
{
    if (protocol == 0)
        return "all";
    const auto *found = std::ranges::find(protocols, protocol, &ProtocolRow::number);
    return found == std::end(protocols) ? std::string_view() : found->name;
}

std::optional<IpAddress> readNumericAddress(Family family, std::string_view word)
{
    if (family == Family::Ipv6) {
        const auto address = Ipv6Address::parse(word);
        return address ? std::optional<IpAddress>(*address) : std::nullopt;
    }
    std::uint32_t bits = 0;
    for (int shift = 24; shift >= 0; shift -= 8) {
        const std::size_t dot = shift == 0 ? word.npos : word.find('.');
        const auto part = readUnsigned(word.substr(0, dot), 0, 255);
        if (!part)
            return std::nullopt;
        bits |= static_cast<std::uint32_t>(*part) << shift;
        if (dot == word.npos)
            return IpAddress(Ipv4Address(bits));
        word.remove_prefix(dot + 1);
    }
    return std::nullopt;
}

std::vector<AddressMatch> readAddresses(Reading &reading, std::string_view list)
{
    std::vector<AddressMatch> all;
    while (true) {
        const std::size_t comma = list.find(',');
        const std::string_view word = list.substr(0, comma);
        const std::size_t slash = word.rfind('/');
        std::string_view name = word.substr(0, slash);
        std::optional<IpAddress> mask = maskOfLength(reading.family, addressBits(reading.family));
        if (slash != word.npos) {
            mask = readMask(reading.family, word.substr(slash + 1));
            if (!mask) {
                reading.refuse(fmt::format("invalid mask `{}' specified", word.substr(slash + 1)));
                return all;
            }
        }
        std::optional<IpAddress> address = readNumericAddress(reading.family, name);
        if (mask->isUnspecified())
            address = *mask;
        else if (!address && name == "localhost")
            address = reading.family == Family::Ipv4 ? IpAddress(Ipv4Address(127, 0, 0, 1)) : Ipv6Address(0, 1);
        if (!address) {
            reading.refuse(fmt::format("host/network `{}' not found", name));
            return all;
        }
        all.push_back(masked(*address, *mask));
        if (comma == list.npos)
            return all;
        list.remove_prefix(comma + 1);
    }
}

AddressMatch readHostMask(Reading &reading, std::string_view extension, std::string_view option, std::string_view word)
{
    const std::size_t slash = word.find('/');
    const auto address = readNumericAddress(reading.family, word.substr(0, slash));
    if (!address) {
        reading.refuse("getaddrinfo: Name or service not known\n");
        return {};
    }
    auto mask = std::optional(maskOfLength(reading.family, addressBits(reading.family)));
    if (slash != word.npos)
        mask = readMask(reading.family, word.substr(slash + 1));
    if (!mask) {
        reading.refuse(fmt::format("{}: bad value for option \"--{}\", neither a valid network mask nor valid CIDR "
                                   "(0-{}).\n",
                                   extension, option, addressBits(reading.family)));
        return {};
    }
    return masked(*address, *mask);
}

MarkAndMask readMark(Reading &reading, std::string_view extension, std::string_view option, std::string_view word)
{
    MarkAndMask value;
    const auto mark = readLeading(word, 0xffffffff);
    if (!mark) {
        reading.refuse(fmt::format("{}: bad integer value for option \"--{}\", or out of range.\n", extension, option));
        return value;
    }
    value.mark = static_cast<std::uint32_t>(*mark);
    if (word.starts_with('/')) {
        word.remove_prefix(1);
        const auto mask = readLeading(word, 0xffffffff);
        if (!mask) {
            reading.refuse(
                fmt::format("{}: bad integer value for option \"--{}\", or out of range.\n", extension, option));
            return value;
        }
        value.mask = static_cast<std::uint32_t>(*mask);
    }
    if (!word.empty())
        reading.refuse(fmt::format("{}: trailing garbage after value for option \"--{}\".\n", extension, option));
    return value;
}

std::uint64_t readInteger(Reading &reading, std::string_view extension, std::string_view option, std::string_view word,
                          std::uint64_t least, std::uint64_t most)
{
    const auto value = readUnsigned(word, least, most);
    if (!value)
        reading.refuse(fmt::format("{}: bad value for option \"--{}\", or out of range ({}-{}).\n", extension, option,
                                   least, most));
    return value.value_or(least);
}

std::optional<int> lengthOfMask(const IpAddress &mask)
{
    for (int length = 0; length <= addressBits(mask.family()); ++length) {
        if (maskOfLength(mask.family(), length) == mask)
            return length;
    }
    return std::nullopt;
}

IpAddress maskOfLength(Family family, int length)
{
    return model::masked(lastOf(IpAddress::fromBits(family, 0, 0), 0), length);
}

std::string maskSuffix(const IpAddress &mask)
{
    const auto length = lengthOfMask(mask);
    if (!length)
        return '/' + mask.toString();
    return *length == addressBits(mask.family()) ? std::string() : fmt::format("/{}", *length);
}

std::string addressName(const AddressMatch &match, bool numeric)
{
    if (numeric)
        return match.address.toString() + maskSuffix(match.mask);
    if (match.address.isV4()) {
        if (match.mask.isUnspecified())
            return "anywhere";
        const auto *known = std::ranges::find(names, match.address.v4().bits(), &NameRow::bits);
        if (known != std::end(names))
            return std::string(known->name) + maskSuffix(match.mask);
    } else if (match.address.isUnspecified()) {
        return "anywhere";
    }
    return match.address.toString() + maskSuffix(match.mask);
}

std::string portName(std::uint16_t port, Transport transport, bool numeric)
{
    const std::string_view name = numeric ? std::string_view() : serviceOfPort(port, transport);
    return name.empty() ? std::to_string(port) : std::string(name);
}

} // namespace netdraft::model::command
