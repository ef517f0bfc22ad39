#include "model/command/nft/listed_form.h"

#include "model/command/nft/protocols.h"

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

using nft::Comparison;
using nft::Key;
using nft::Statement;

const Comparison *asksFor(const Statement &statement, Key key)
{
    const auto *comparison = std::get_if<Comparison>(&statement);
    return comparison && comparison->key == key ? comparison : nullptr;
}

/// Whether it is one value that is compared with, as ports must be to become one comparison.
bool isOneValue(const Comparison &comparison)
{
    return !comparison.set && comparison.ranges.size() == 1 && comparison.ranges[0].first == comparison.ranges[0].last;
}

/// The places of the comparisons of a port with one value.
std::vector<std::size_t> placesOf(const std::vector<Statement> &statements, Key key)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (const Comparison *comparison = asksFor(statements[i], key); comparison && isOneValue(*comparison))
            places.push_back(i);
    }
    return places;
}

/// False where it is not known what becomes of them.
bool joinPorts(std::vector<Statement> &statements, Key source, Key destination)
{
    const auto sources = placesOf(statements, source);
    const auto destinations = placesOf(statements, destination);
    if (sources.empty() || destinations.empty())
        return true;
    if (sources.size() > 1 || destinations.size() > 1 || source == Key::PortSource)
        return false;
    const std::size_t from = destinations.front();
    const std::size_t to = sources.front();
    const bool inverted = asksFor(statements[from], destination)->inverted;
    const bool otherInverted = asksFor(statements[to], source)->inverted;
    if (inverted != otherInverted)
        return true;
    const auto between = std::span(statements).subspan(std::min(from, to), std::max(from, to) - std::min(from, to));
    const bool together = std::ranges::all_of(
        between, [](const Statement &statement) { return std::holds_alternative<Comparison>(statement); });
    // `sport != 5 dport != 6` becomes a comparison that both must fail for.
    if (inverted || !together)
        return false;
    const Statement moved = statements[from];
    statements.erase(statements.begin() + static_cast<std::ptrdiff_t>(from));
    const std::size_t place = from < to ? to : to + 1;
    statements.insert(statements.begin() + static_cast<std::ptrdiff_t>(place), moved);
    return true;
}

/// What a comparison makes a rule be about, if it is one with a single value.
std::optional<std::uint64_t> protocolAskedFor(const Comparison &comparison)
{
    if (!isOneValue(comparison) || comparison.inverted)
        return std::nullopt;
    return comparison.ranges[0].first.low;
}

/// Leaves out what later statements imply.
class Dependencies
{
public:
    Dependencies(nft::TableFamily family, std::vector<Statement> &statements)
        : m_family(family), m_statements(statements)
    {
    }

    /// False where the listed rule would be read as another: what a rejection implies is put before all else then.
    bool leaveOut()
    {
        for (std::size_t i = 0; i < m_statements.size(); ++i) {
            if (const auto *comparison = std::get_if<Comparison>(&m_statements[i]))
                see(*comparison, i);
            else
                see(m_statements[i]);
        }
        std::ranges::sort(m_out, std::greater());
        for (const std::size_t place : m_out)
            m_statements.erase(m_statements.begin() + static_cast<std::ptrdiff_t>(place));
        return m_readAlike;
    }

private:
    struct Pending {
        std::size_t place;
        std::uint64_t protocol;
    };

    void see(const Comparison &comparison, std::size_t place)
    {
        switch (comparison.key) {
        case Key::IpSource:
        case Key::IpDestination:
        case Key::IpProtocol: imply(m_network, ipv4); break;
        case Key::Ip6Source:
        case Key::Ip6Destination:
        case Key::Ip6Nexthdr: imply(m_network, ipv6); break;
        case Key::TcpSource:
        case Key::TcpDestination: imply(m_transport, tcp); break;
        case Key::UdpSource:
        case Key::UdpDestination: imply(m_transport, udp); break;
        case Key::IcmpType:
            imply(m_network, ipv4);
            imply(m_transport, icmp);
            break;
        case Key::Icmp6Type:
            imply(m_network, ipv6);
            imply(m_transport, icmpv6);
            break;
        default: break;
        }
        const auto protocol = protocolAskedFor(comparison);
        if (!protocol)
            return;
        if (comparison.key == Key::L4Protocol && *protocol == icmp)
            imply(m_network, ipv4);
        if (comparison.key == Key::L4Protocol && *protocol == icmpv6)
            imply(m_network, ipv6);
        const Key header = m_family == nft::TableFamily::Ip ? Key::IpProtocol : Key::Ip6Nexthdr;
        if (comparison.key == Key::NetProtocol)
            m_network = Pending{place, *protocol};
        else if (comparison.key == Key::L4Protocol || (comparison.key == header && m_family != nft::TableFamily::Inet))
            m_transport = Pending{place, *protocol};
    }

    void see(const Statement &statement)
    {
        using Kind = nft::Reject::Kind;
        const std::size_t known = m_out.size();
        if (const auto *reject = std::get_if<nft::Reject>(&statement)) {
            if (reject->kind == Kind::Icmp)
                imply(m_network, ipv4);
            else if (reject->kind == Kind::Icmp6)
                imply(m_network, ipv6);
            else if (reject->kind == Kind::TcpReset && m_family != nft::TableFamily::Inet)
                imply(m_transport, tcp);
            else if (reject->kind == Kind::TcpReset && m_network)
                imply(m_network, m_network->protocol); // stmt_reject_postprocess
        }
        m_network.reset();
        m_transport.reset();
        if (m_out.size() > known && m_hasActed)
            m_readAlike = false;
        m_hasActed = true;
    }

    void imply(std::optional<Pending> &pending, std::uint64_t protocol)
    {
        if (pending && pending->protocol == protocol)
            m_out.push_back(pending->place);
        if (pending && pending->protocol == protocol)
            pending.reset();
    }

    nft::TableFamily m_family;
    std::vector<Statement> &m_statements;
    std::optional<Pending> m_network;
    std::optional<Pending> m_transport;
    std::vector<std::size_t> m_out;
    bool m_hasActed = false; ///< a statement that is no comparison was there
    bool m_readAlike = true;
};

} // namespace

bool bringToListedForm(nft::TableFamily family, nft::Rule &rule)
{
    if (!joinPorts(rule.statements, Key::TcpSource, Key::TcpDestination) ||
        !joinPorts(rule.statements, Key::UdpSource, Key::UdpDestination) ||
        !joinPorts(rule.statements, Key::PortSource, Key::PortDestination))
        return false;
    return Dependencies(family, rule.statements).leaveOut();
}

} // namespace netdraft::model::command::nfttool
