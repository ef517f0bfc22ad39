#include "model/forwarding/netfilter/conntrack.h"

#include "model/forwarding/netfilter/tcp_states.h"

#include <algorithm>

namespace netdraft::model::netfilter {

namespace {

using namespace std::chrono_literals;

/// Messages about another packet (nf_conntrack_icmpv4_error, nf_conntrack_icmpv6_error).
bool isError(const Packet &packet)
{
    const Icmp *icmp = packet.icmp();
    if (!icmp)
        return false;
    if (packet.family() == Family::Ipv6)
        return icmp->type < 128;
    constexpr std::uint8_t sourceQuench = 4;
    return icmp->type == icmp::unreachable || icmp->type == sourceQuench || icmp->type == icmp::redirect ||
           icmp->type == icmp::timeExceeded || icmp->type == icmp::parameterProblem;
}

/// Neighbour discovery and multicast listeners are no connections.
bool isNeverTracked(const Packet &packet)
{
    const Icmp *icmp = packet.icmp();
    constexpr std::uint8_t listenerQuery = 130;
    constexpr std::uint8_t listenerReport2 = 143;
    return icmp && packet.family() == Family::Ipv6 &&
           ((icmp->type >= listenerQuery && icmp->type <= icmp6::neighbourAdvertisement) ||
            icmp->type == listenerReport2);
}

/// Whether an ICMP message may be the first of a connection: a request.
bool begins(const Packet &packet)
{
    const Icmp *icmp = packet.icmp();
    if (!icmp)
        return true;
    if (packet.family() == Family::Ipv6)
        return icmp->type == icmp6::echoRequest || icmp->type == 139;
    return icmp->type == icmp::echoRequest || icmp->type == 13 || icmp->type == 15 || icmp->type == 17;
}

std::size_t mixed(std::size_t seed, std::uint64_t value)
{
    return seed ^ (std::hash<std::uint64_t>{}(value) + 0x9e3779b97f4a7c15ULL + (seed << 6) + (seed >> 2));
}

} // namespace

std::size_t Conntrack::TupleHash::operator()(const Tuple &tuple) const noexcept
{
    std::size_t seed = tuple.protocol;
    for (const std::uint64_t word :
         {tuple.source.high(), tuple.source.low(), tuple.destination.high(), tuple.destination.low(),
          std::uint64_t{tuple.sourcePort} << 16 | tuple.destinationPort})
        seed = mixed(seed, word);
    return seed;
}

const Conntrack::Entry *Conntrack::find(const Tuple &tuple)
{
    const auto found = m_entries.find(tuple);
    if (found == m_entries.end())
        return nullptr;
    if (found->second.connection->expires < m_now) {
        const auto expired = found->second.connection;
        kill(*expired);
        return nullptr;
    }
    return &found->second;
}

void Conntrack::track(const Packet &packet, Tracking &tracking, Time now)
{
    m_now = now;
    if (tracking.connection || tracking.info == CtInfo::Untracked)
        return;
    tracking = {};
    if (isError(packet))
        return relate(packet, tracking);
    if (isNeverTracked(packet)) {
        tracking.info = CtInfo::Untracked;
        return;
    }
    const auto tuple = tupleOf(packet);
    if (!tuple)
        return;
    if (const Entry *entry = find(*tuple)) {
        tracking.connection = entry->connection;
        tracking.direction = entry->direction;
        const bool answered = entry->direction == CtDirection::Reply || entry->connection->seenReply;
        tracking.info = answered ? CtInfo::Established : CtInfo::New;
        if (packet.tcp())
            trackTcp(packet, tracking);
        else
            refresh(packet, *tracking.connection);
    } else if (begins(packet)) {
        begin(packet, *tuple, tracking);
    }
    if (tracking.connection && tracking.direction == CtDirection::Reply)
        tracking.connection->seenReply = true;
}

/// nf_conntrack_inet_error: the quoted packet went the other way, so its inverse is looked for.
void Conntrack::relate(const Packet &error, Tracking &tracking)
{
    const Icmp &icmp = *error.icmp();
    const auto quoted = icmp.quoted ? tupleOf(*icmp.quoted) : std::nullopt;
    const Entry *entry = quoted ? find(inverted(*quoted)) : nullptr;
    if (!entry || entry->connection->tuple(entry->direction).destination != error.destination)
        return;
    tracking = {entry->connection, CtInfo::Related, entry->direction};
}

void Conntrack::begin(const Packet &packet, const Tuple &tuple, Tracking &tracking)
{
    auto connection = std::make_shared<Connection>();
    connection->original = tuple;
    connection->reply = inverted(tuple);
    if (const Tcp *segment = packet.tcp()) {
        const TcpStep step = tcpStep(*segment, CtDirection::Original, TcpState::None);
        if (step.kind != TcpStep::Kind::Next)
            return;
        connection->tcp = step.next;
    }
    refresh(packet, *connection);
    tracking = {std::move(connection), CtInfo::New, CtDirection::Original};
}

/// nf_conntrack_tcp_packet; sequence numbers are not looked at.
void Conntrack::trackTcp(const Packet &packet, Tracking &tracking)
{
    const Tcp &segment = *packet.tcp();
    Connection &connection = *tracking.connection;
    const TcpStep step = tcpStep(segment, tracking.direction, connection.tcp);
    if (step.kind == TcpStep::Kind::Ignore)
        return;
    if (step.kind == TcpStep::Kind::Invalid) {
        tracking = {};
        return;
    }
    if (step.next == TcpState::SynSent && connection.tcp >= TcpState::TimeWait &&
        connection.tcp != TcpState::SynSent2) {
        // A closed connection is opened again: it is another one.
        kill(connection);
        const auto tuple = tupleOf(packet);
        tracking = {};
        return begin(packet, *tuple, tracking);
    }
    if (segment.rst && !connection.seenReply) {
        kill(connection);
        return;
    }
    connection.assured =
        connection.assured || (step.next == TcpState::Established &&
                               (connection.tcp == TcpState::SynReceived || connection.tcp == TcpState::Established));
    connection.tcp = step.next;
    refresh(packet, connection);
}

void Conntrack::refresh(const Packet &packet, Connection &connection) const
{
    if (packet.tcp()) {
        connection.expires = m_now + tcpTimeout(connection.tcp);
    } else if (packet.udp()) {
        connection.expires = m_now + (connection.seenReply ? 120s : 30s);
    } else if (packet.icmp()) {
        connection.expires = m_now + 30s;
    } else {
        connection.expires = m_now + 600s;
    }
}

bool Conntrack::confirm(const Tracking &tracking)
{
    const auto &connection = tracking.connection;
    if (!connection || tracking.direction != CtDirection::Original || connection->confirmed || connection->dead)
        return true;
    if (find(connection->original) || find(connection->reply))
        return false;
    connection->confirmed = true;
    m_entries[connection->original] = {connection, CtDirection::Original};
    m_entries[connection->reply] = {connection, CtDirection::Reply};
    m_confirmed.push_back(connection);
    return true;
}

void Conntrack::kill(Connection &connection)
{
    connection.dead = true;
    if (!connection.confirmed)
        return;
    m_entries.erase(connection.original);
    m_entries.erase(connection.reply);
    std::erase_if(m_confirmed, [&](const auto &each) { return each.get() == &connection; });
}

bool Conntrack::isUsed(const Tuple &tuple, const Connection &ignored)
{
    const Entry *entry = find(inverted(tuple));
    return entry && entry->connection.get() != &ignored && entry->connection->original != ignored.original;
}

const Connection *Conntrack::fromSameSource(const Tuple &tuple) const
{
    for (auto each = m_confirmed.rbegin(); each != m_confirmed.rend(); ++each) {
        const Tuple &original = (*each)->original;
        if (original.source == tuple.source && original.sourcePort == tuple.sourcePort &&
            original.protocol == tuple.protocol && (*each)->expires >= m_now)
            return each->get();
    }
    return nullptr;
}

std::vector<std::shared_ptr<const Connection>> Conntrack::connections(Time now) const
{
    std::vector<std::shared_ptr<const Connection>> all;
    std::ranges::copy_if(m_confirmed, std::back_inserter(all), [&](const auto &each) { return each->expires >= now; });
    return all;
}

void attach(Tracking &error, const Tracking &about)
{
    if (about.connection)
        error = {about.connection, CtInfo::Related, other(about.direction)};
}

} // namespace netdraft::model::netfilter
