#include "model/forwarding/netfilter/matching.h"

#include "model/forwarding/listeners.h"

#include <algorithm>

namespace netdraft::model::netfilter {

namespace {

bool isIn(const AddressMatch &match, const IpAddress &address)
{
    return ((address.high() & match.mask.high()) == match.address.high() &&
            (address.low() & match.mask.low()) == match.address.low()) != match.inverted;
}

bool isIn(const PortRange &range, int port)
{
    return (port >= range.first && port <= range.last) != range.inverted;
}

bool isIn(const AddressRange &range, const IpAddress &address)
{
    return (address >= range.first && address <= range.last) != range.inverted;
}

std::uint8_t flagsOf(const Tcp &tcp)
{
    return static_cast<std::uint8_t>((tcp.fin ? tcpflag::fin : 0) | (tcp.syn ? tcpflag::syn : 0) |
                                     (tcp.rst ? tcpflag::rst : 0) | (tcp.push ? tcpflag::psh : 0) |
                                     (tcp.ack ? tcpflag::ack : 0));
}

std::uint8_t stateBit(const Tracking &tracking)
{
    std::uint8_t bit = ctstate::invalid;
    switch (tracking.info) {
    case CtInfo::Invalid: break;
    case CtInfo::Untracked: bit = ctstate::untracked; break;
    case CtInfo::New: bit = ctstate::fresh; break;
    case CtInfo::Established: bit = ctstate::established; break;
    case CtInfo::Related: bit = ctstate::related; break;
    }
    if (tracking.connection && tracking.connection->sourceNat)
        bit |= ctstate::snat;
    if (tracking.connection && tracking.connection->destinationNat)
        bit |= ctstate::dnat;
    return bit;
}

std::uint8_t statusOf(const Connection &connection)
{
    return static_cast<std::uint8_t>((connection.seenReply ? ctstatus::seenReply : 0) |
                                     (connection.assured ? ctstatus::assured : 0) |
                                     (connection.confirmed ? ctstatus::confirmed : 0));
}

/// match_type6
bool hasType6(const Netns &netns, const IpAddress &address, const Link *on, std::uint16_t types)
{
    const auto wants = [&](RouteType type) { return (types >> static_cast<int>(type) & 1) != 0; };
    if (wants(RouteType::Multicast) && !address.isMulticast())
        return false;
    if (wants(RouteType::Unicast) && (address.isMulticast() || address.isUnspecified()))
        return false;
    if ((types & 1) != 0 && !address.isUnspecified())
        return false;
    if (wants(RouteType::Local) || wants(RouteType::Anycast) || wants(RouteType::Unreachable)) {
        const RouteType type = addressType(netns, address, on);
        return wants(type) && type != RouteType::Unicast;
    }
    return true;
}

bool hasType(const Netns &netns, const IpAddress &address, const Link *on, std::uint16_t types)
{
    if (!address.isV4())
        return hasType6(netns, address, on, types);
    return (types >> static_cast<int>(addressType(netns, address, on)) & 1) != 0;
}

/// One function for each match (xt_*.c).
class Asking
{
public:
    explicit Asking(const Sight &sight) : m_sight(sight), m_packet(sight.skb.packet) {}

    bool operator()(const TcpMatch &match) const
    {
        const Tcp *tcp = m_packet.tcp();
        if (!tcp || !isIn(match.source, tcp->sourcePort) || !isIn(match.destination, tcp->destinationPort))
            return false;
        if (((flagsOf(*tcp) & match.flagMask) == match.flags) == match.flagsInverted)
            return false;
        // No segment here has options.
        return match.option == 0 || match.optionInverted;
    }
    bool operator()(const UdpMatch &match) const
    {
        const Udp *udp = m_packet.udp();
        return udp && isIn(match.source, udp->sourcePort) && isIn(match.destination, udp->destinationPort);
    }
    bool operator()(const SctpMatch & /*match*/) const { return false; }
    bool operator()(const IcmpMatch &match) const
    {
        const Icmp *icmp = m_packet.icmp();
        if (!icmp)
            return false;
        const bool any = match.type == 0xff && m_packet.family() == Family::Ipv4;
        const bool same = icmp->type == match.type && icmp->code >= match.firstCode && icmp->code <= match.lastCode;
        return (any || same) != match.inverted;
    }
    bool operator()(const MultiportMatch &match) const
    {
        const auto ports = portsOf(m_packet);
        if (!ports)
            return false;
        const auto among = [&](std::uint16_t port) {
            return std::ranges::any_of(match.ports, [&](const MultiportMatch::Ports &each) {
                return port >= each.first && port <= (each.range ? each.last : each.first);
            });
        };
        using Side = MultiportMatch::Side;
        const bool source = match.side != Side::Destination && among(ports->source);
        const bool destination = match.side != Side::Source && among(ports->destination);
        return (source || destination) != match.inverted;
    }
    bool operator()(const ConntrackMatch &match) const
    {
        const Tracking &tracking = m_sight.skb.tracking;
        if (match.states && ((*match.states & stateBit(tracking)) != 0) == match.statesInverted)
            return false;
        const Connection *connection = tracking.connection.get();
        if (!connection)
            return match.states.has_value();
        const auto agree = [](const auto &asked, const auto &value) { return !asked || isIn(*asked, value); };
        const Tuple &original = connection->original;
        const Tuple &reply = connection->reply;
        if (match.direction && *match.direction != tracking.direction)
            return false;
        if (match.protocol && (original.protocol == match.protocol->number) == match.protocol->inverted)
            return false;
        if (match.status && ((*match.status & statusOf(*connection)) != 0) == match.statusInverted)
            return false;
        return agree(match.originalSource, original.source) && agree(match.originalDestination, original.destination) &&
               agree(match.replySource, reply.source) && agree(match.replyDestination, reply.destination) &&
               agree(match.originalSourcePort, original.sourcePort) &&
               agree(match.originalDestinationPort, original.destinationPort) &&
               agree(match.replySourcePort, reply.sourcePort) &&
               agree(match.replyDestinationPort, reply.destinationPort);
    }
    bool operator()(const MarkMatch &match) const
    {
        const Connection *connection = m_sight.skb.tracking.connection.get();
        if (match.ofConnection && !connection)
            return false;
        const std::uint32_t mark = match.ofConnection ? connection->mark : m_sight.skb.mark;
        return ((mark & match.mask) == match.mark) != match.inverted;
    }
    bool operator()(const AddrtypeMatch &match) const
    {
        const Link *on = match.limitIn ? m_sight.state.in : match.limitOut ? m_sight.state.out : nullptr;
        const auto agree = [&](std::uint16_t types, bool inverted, const IpAddress &address) {
            return types == 0 || hasType(m_sight.netns, address, on, types) != inverted;
        };
        return agree(match.source, match.sourceInverted, m_packet.source) &&
               agree(match.destination, match.destinationInverted, m_packet.destination);
    }
    /// Of a packet that no bridge has to do with, each question but an inverted one is answered with no.
    bool operator()(const PhysdevMatch &match) const
    {
        const Link *in = m_sight.state.physicalIn;
        const Link *out = m_sight.state.physicalOut;
        const auto is = [](const std::optional<bool> &asked, bool value) { return !asked || *asked == value; };
        const auto named = [](const std::optional<InterfaceMatch> &asked, const Link *link) {
            return !asked || agrees(*asked, link);
        };
        return is(match.isBridged, out != nullptr) && is(match.isIn, in != nullptr) &&
               is(match.isOut, out != nullptr) && named(match.in, in) && named(match.out, out);
    }
    /// Which packets these let pass, depends on what passed before.
    bool operator()(const StatisticMatch &match) const
    {
        constexpr std::uint32_t certain = 0x80000000;
        if (match.nth ? match.every == 1 : match.probability >= certain)
            return !match.inverted;
        if (!match.nth && match.probability == 0)
            return match.inverted;
        return m_sight.choices.pick(2) == 1;
    }
    /// The first packet is always within the burst.
    bool operator()(const LimitMatch &match) const { return match.burst != 0; }
    /// An address that the rule sees for the first time (recent_mt).
    bool operator()(const RecentMatch &match) const { return (match.mode == RecentMatch::Mode::Set) != match.inverted; }
    bool operator()(const CommentMatch &) const { return true; }
    bool operator()(const MacMatch &match) const
    {
        return m_sight.skb.sourceMac && (*m_sight.skb.sourceMac == match.source) != match.inverted;
    }
    bool operator()(const IprangeMatch &match) const
    {
        return (!match.source || isIn(*match.source, m_packet.source)) &&
               (!match.destination || isIn(*match.destination, m_packet.destination));
    }
    bool operator()(const TtlMatch &match) const
    {
        using Comparison = TtlMatch::Comparison;
        switch (match.comparison) {
        case Comparison::Equal: return m_packet.ttl == match.value;
        case Comparison::NotEqual: return m_packet.ttl != match.value;
        case Comparison::Less: return m_packet.ttl < match.value;
        case Comparison::Greater: return m_packet.ttl > match.value;
        }
        return false;
    }
    bool operator()(const PkttypeMatch &match) const { return (m_sight.skb.type == match.type) != match.inverted; }
    bool operator()(const LengthMatch &match) const { return isIn(match.bytes, m_packet.size); }

private:
    const Sight &m_sight;
    const Packet &m_packet;
};

} // namespace

bool agrees(const InterfaceMatch &match, const Link *link)
{
    const std::string_view name = link ? std::string_view(link->name) : std::string_view();
    const std::string_view asked = match.name;
    const bool same = asked.ends_with('+') ? name.starts_with(asked.substr(0, asked.size() - 1)) : name == asked;
    return same != match.inverted;
}

RouteType addressType(const Netns &netns, const IpAddress &address, const Link *on)
{
    if (address.isV4() && (address.isLimitedBroadcast() || (address.v4().bits() >> 24) == 0))
        return RouteType::Broadcast;
    if (address.isMulticast())
        return RouteType::Multicast;
    const Route *best = nullptr;
    for (const Route &route : netns.routes) {
        if (route.table == table::local && route.destination.contains(address) &&
            (!best || route.destination.length() > best->destination.length()))
            best = &route;
    }
    if (!best || (on && (best->hops.empty() || best->hops.front().dev != on->id)))
        return RouteType::Unicast;
    return best->type;
}

bool matches(const Sight &sight, const Rule &rule)
{
    const Packet &packet = sight.skb.packet;
    if (rule.source && !isIn(*rule.source, packet.source))
        return false;
    if (rule.destination && !isIn(*rule.destination, packet.destination))
        return false;
    if (rule.in && !agrees(*rule.in, sight.state.in))
        return false;
    if (rule.out && !agrees(*rule.out, sight.state.out))
        return false;
    if (rule.protocol &&
        (static_cast<std::uint8_t>(packet.protocol()) == rule.protocol->number) == rule.protocol->inverted)
        return false;
    if (rule.fragment == FragmentMatch::Later) // no packet here is one
        return false;
    const Asking asking(sight);
    return std::ranges::all_of(rule.matches, [&](const Match &match) { return std::visit(asking, match); });
}

} // namespace netdraft::model::netfilter
