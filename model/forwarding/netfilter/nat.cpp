#include "model/forwarding/netfilter/nat.h"

#include <algorithm>
#include <array>
#include <bit>

namespace netdraft::model::netfilter {

namespace {

bool isIcmp(const Tuple &tuple)
{
    return tuple.protocol == static_cast<std::uint8_t>(IpProtocol::Icmp) ||
           tuple.protocol == static_cast<std::uint8_t>(IpProtocol::Icmpv6);
}

bool hasPorts(const Tuple &tuple)
{
    return tuple.protocol == static_cast<std::uint8_t>(IpProtocol::Tcp) ||
           tuple.protocol == static_cast<std::uint8_t>(IpProtocol::Udp);
}

IpAddress &addressOf(Tuple &tuple, Manip manip)
{
    return manip == Manip::Source ? tuple.source : tuple.destination;
}

/// The part of a tuple that a range of ports is about: of ICMP always the id.
std::uint16_t &portOf(Tuple &tuple, Manip manip)
{
    return manip == Manip::Source || isIcmp(tuple) ? tuple.sourcePort : tuple.destinationPort;
}

bool isInRange(Tuple tuple, const NatRange &range, Manip manip)
{
    if (range.addresses) {
        const IpAddress &address = addressOf(tuple, manip);
        if (address < range.addresses->first || address > range.addresses->last)
            return false;
    }
    const std::uint16_t port = portOf(tuple, manip);
    return !range.ports || (port >= range.ports->first && port <= range.ports->last);
}

/// jhash2 with its usual seed.
std::uint32_t jhash(std::array<std::uint32_t, 4> words, std::uint32_t seed)
{
    const std::uint32_t start = 0xdeadbeefU + (4U << 2) + seed;
    std::uint32_t a = start + words[0];
    std::uint32_t b = start + words[1];
    std::uint32_t c = start + words[2];
    const auto mix = [](std::uint32_t &x, std::uint32_t &y, std::uint32_t &z, int turn) {
        x -= z;
        x ^= std::rotl(z, turn);
        z += y;
    };
    mix(a, b, c, 4);
    mix(b, c, a, 6);
    mix(c, a, b, 8);
    mix(a, b, c, 16);
    mix(b, c, a, 19);
    mix(c, a, b, 4);
    a += words[3];
    const auto finish = [](std::uint32_t &x, std::uint32_t y, int turn) {
        x ^= y;
        x -= std::rotl(y, turn);
    };
    finish(c, b, 14);
    finish(a, c, 11);
    finish(b, a, 25);
    finish(c, b, 16);
    finish(a, c, 4);
    finish(b, a, 14);
    finish(c, b, 24);
    return c;
}

/// The words of an address as they lie in memory.
std::array<std::uint32_t, 4> words(const IpAddress &address)
{
    const auto at = [](std::uint64_t bits) { return static_cast<std::uint32_t>(bits); };
    return {std::byteswap(at(address.high() >> 32)), std::byteswap(at(address.high())),
            std::byteswap(at(address.low() >> 32)), std::byteswap(at(address.low()))};
}

/// find_best_ips_proto: the address of a range by a hash of both ends, so that a client keeps it.
IpAddress addressIn(const NatAddresses &range, const Tuple &tuple, bool persistent)
{
    if (range.first == range.last)
        return range.first;
    const std::array<std::uint32_t, 4> first = words(range.first);
    const std::array<std::uint32_t, 4> last = words(range.last);
    const std::array<std::uint32_t, 4> destination = words(tuple.destination);
    const std::size_t most = range.first.isV4() ? 0 : 3;
    std::uint32_t hash = jhash(words(tuple.source), persistent ? 0 : destination[most]);
    std::array<std::uint32_t, 4> chosen{};
    bool full = false;
    for (std::size_t i = 0; i <= most; ++i) {
        const std::uint32_t least = full ? 0 : std::byteswap(first[i]);
        const std::uint32_t distance = full ? ~0U : std::byteswap(last[i]) - least + 1;
        chosen[i] = least + static_cast<std::uint32_t>(std::uint64_t{hash} * distance >> 32);
        full = full || chosen[i] != std::byteswap(last[i]);
        if (!persistent)
            hash ^= destination[i];
    }
    return IpAddress::fromBits(range.first.family(), std::uint64_t{chosen[0]} << 32 | chosen[1],
                               std::uint64_t{chosen[2]} << 32 | chosen[3]);
}

/// nf_nat_l4proto_unique_tuple. Where the kernel starts at random, the search begins after the packet's own port.
void makeUnique(Tuple &tuple, const NatRange &range, Manip manip, const Connection &connection, Conntrack &conntrack)
{
    if (!isIcmp(tuple) && !hasPorts(tuple))
        return;
    std::uint16_t &port = portOf(tuple, manip);
    std::uint32_t least = 0;
    std::uint32_t count = 65536;
    if (range.ports) {
        least = range.ports->first;
        count = std::uint32_t{range.ports->last} - least + 1;
    } else if (!isIcmp(tuple)) {
        if (manip == Manip::Destination)
            return;
        // A privileged port stays one.
        least = port < 512 ? 1 : port < 1024 ? 600 : 1024;
        count = (port < 512 ? 511 : port < 1024 ? 1023 : 65535) - least + 1;
    }
    std::uint32_t offset = 0;
    if (range.ports && range.ports->base)
        offset = std::uint32_t{port} - *range.ports->base;
    else if (manip == Manip::Source)
        offset = std::uint32_t{port} - least + 1;
    constexpr std::uint32_t attempts = 128;
    for (std::uint32_t i = 0; i < std::min(count, attempts); ++i, ++offset) {
        port = static_cast<std::uint16_t>(least + (offset & 0xffff) % count);
        if (!conntrack.isUsed(tuple, connection))
            return;
    }
}

/// get_unique_tuple
Tuple uniqueTuple(const Tuple &own, const NatRange &range, Manip manip, const Connection &connection,
                  Conntrack &conntrack)
{
    const bool random = range.flags.random || range.flags.randomFully;
    if (manip == Manip::Source && !random) {
        if (isInRange(own, range, manip)) {
            if (!conntrack.isUsed(own, connection))
                return own;
        } else if (const Connection *same = conntrack.fromSameSource(own)) {
            Tuple mapped = inverted(same->reply);
            mapped.destination = own.destination;
            mapped.destinationPort = own.destinationPort;
            if (isInRange(mapped, range, manip) && !conntrack.isUsed(mapped, connection))
                return mapped;
        }
    }
    Tuple tuple = own;
    if (range.addresses)
        addressOf(tuple, manip) = addressIn(*range.addresses, tuple, range.flags.persistent);
    if (!random) {
        if (!range.ports) {
            if (!conntrack.isUsed(tuple, connection))
                return tuple;
        } else if (!range.ports->base) {
            const std::uint16_t port = portOf(tuple, manip);
            const bool fits = port >= range.ports->first && port <= range.ports->last;
            if (fits && (range.ports->first == range.ports->last || !conntrack.isUsed(tuple, connection)))
                return tuple;
        }
    }
    makeUnique(tuple, range, manip, connection, conntrack);
    return tuple;
}

/// nf_nat_manip_pkt
void manipulate(Packet &packet, const Tuple &target, Manip manip)
{
    (manip == Manip::Source ? packet.source : packet.destination) =
        manip == Manip::Source ? target.source : target.destination;
    const auto ports = [&](auto &header) {
        if (manip == Manip::Source)
            header.sourcePort = target.sourcePort;
        else
            header.destinationPort = target.destinationPort;
    };
    if (auto *icmp = std::get_if<Icmp>(&packet.payload)) {
        if (!icmp->quoted && tupleOf(packet))
            icmp->id = target.sourcePort;
    } else if (auto *udp = std::get_if<Udp>(&packet.payload)) {
        ports(*udp);
    } else if (auto *tcp = std::get_if<Tcp>(&packet.payload)) {
        ports(*tcp);
    }
}

bool isTranslated(const Connection &connection, CtDirection direction, Manip manip)
{
    const bool source = (manip == Manip::Source) == (direction == CtDirection::Original);
    return source ? connection.sourceNat : connection.destinationNat;
}

bool translateError(Packet &packet, const Tracking &tracking, Manip manip)
{
    const Connection &connection = *tracking.connection;
    auto &icmp = std::get<Icmp>(packet.payload);
    const bool redirect = icmp.type == (packet.family() == Family::Ipv4 ? icmp::redirect : icmp6::redirect);
    // A redirect is about a route; what it says makes no sense to somebody with other addresses.
    if (redirect &&
        (!connection.sourceDone || !connection.destinationDone || connection.sourceNat || connection.destinationNat))
        return false;
    if (!isTranslated(connection, tracking.direction, manip))
        return true;
    const Manip opposite = manip == Manip::Source ? Manip::Destination : Manip::Source;
    if (icmp.quoted) {
        auto quoted = std::make_shared<Packet>(*icmp.quoted);
        manipulate(*quoted, connection.tuple(other(tracking.direction)), opposite);
        icmp.quoted = std::move(quoted);
    }
    const Tuple target = inverted(connection.tuple(other(tracking.direction)));
    (manip == Manip::Source ? packet.source : packet.destination) =
        manip == Manip::Source ? target.source : target.destination;
    return true;
}

} // namespace

void setUpNat(Connection &connection, const NatRange &range, Manip manip, Conntrack &conntrack)
{
    if (connection.confirmed || isSetUp(connection, manip))
        return;
    const Tuple own = inverted(connection.reply);
    const Tuple mapped = uniqueTuple(own, range, manip, connection, conntrack);
    const bool changed = mapped != own;
    if (changed)
        connection.reply = inverted(mapped);
    if (manip == Manip::Source) {
        connection.sourceNat = connection.sourceNat || changed;
        connection.sourceDone = true;
    } else {
        connection.destinationNat = connection.destinationNat || changed;
        connection.destinationDone = true;
    }
}

void setUpNullBinding(Connection &connection, Manip manip, Conntrack &conntrack)
{
    const IpAddress own = manip == Manip::Source ? connection.reply.destination : connection.reply.source;
    setUpNat(connection, {NatAddresses{own, own}, std::nullopt, {}}, manip, conntrack);
}

bool translate(Packet &packet, const Tracking &tracking, Manip manip)
{
    const Connection &connection = *tracking.connection;
    if (tracking.info == CtInfo::Related && packet.icmp())
        return translateError(packet, tracking, manip);
    if (isTranslated(connection, tracking.direction, manip))
        manipulate(packet, inverted(connection.tuple(other(tracking.direction))), manip);
    return true;
}

} // namespace netdraft::model::netfilter
