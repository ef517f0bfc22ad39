#include "model/terminal/tcpdump/packet_filter.h"

#include "model/command/arguments.h"
#include "model/forwarding/listeners.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::terminal {

namespace {

constexpr std::string_view protocols[] = {"arp", "icmp", "icmp6", "ip", "ip6", "tcp", "udp"};
constexpr std::string_view kinds[] = {"host", "net", "port"};

/// Beginnings of what else an expression may have.
constexpr std::string_view others[] = {"less", "greater", "portrange", "gateway", "proto",
                                       "len",  "mpls",    "pppoes",    "ip[",     "tcp[",
                                       "udp[", "icmp[",   "ether[",    "inbound", "outbound"};

bool isOther(std::string_view word)
{
    return std::ranges::any_of(others, [&](std::string_view other) { return word.starts_with(other); });
}

bool isAmong(std::span<const std::string_view> words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

const Packet *packetIn(const Frame &frame)
{
    return std::get_if<Packet>(&frame.payload);
}

bool isOf(const Frame &frame, std::string_view protocol)
{
    const Packet *packet = packetIn(frame);
    if (protocol == "arp")
        return !packet;
    const bool v4 = packet && packet->family() == Family::Ipv4;
    if (!packet || protocol == "ip" || protocol == "ip6")
        return packet && (protocol == "ip") == v4;
    if (protocol == "icmp" || protocol == "icmp6")
        return packet->icmp() && (protocol == "icmp") == v4;
    return protocol == "tcp" ? packet->tcp() != nullptr : packet->udp() != nullptr;
}

/// `src`, `dst`, or neither.
struct Direction {
    bool source = true;
    bool destination = true;
};

bool hasAddress(const Frame &frame, const Prefix &prefix, Direction direction)
{
    const Packet *packet = packetIn(frame);
    const auto *arp = std::get_if<Arp>(&frame.payload);
    return (direction.source && prefix.contains(packet ? packet->source : arp->sender)) ||
           (direction.destination && prefix.contains(packet ? packet->destination : arp->target));
}

bool hasPort(const Frame &frame, std::uint16_t port, Direction direction)
{
    const Packet *packet = packetIn(frame);
    const auto ports = packet ? portsOf(*packet) : std::nullopt;
    return ports &&
           ((direction.source && ports->source == port) || (direction.destination && ports->destination == port));
}

class FilterReader
{
public:
    explicit FilterReader(std::vector<std::string> words) : m_words(std::move(words)) {}

    std::variant<PacketFilter, Reply> read()
    {
        PacketFilter filter = either();
        if (!m_trouble && m_at < m_words.size())
            syntaxError();
        if (m_trouble)
            return *std::move(m_trouble);
        return filter;
    }

private:
    std::string_view peek() const
    {
        return m_at < m_words.size() ? std::string_view(m_words[m_at]) : std::string_view();
    }
    bool take(std::string_view word)
    {
        const bool is = peek() == word && m_at < m_words.size();
        m_at += is ? 1 : 0;
        return is;
    }
    void syntaxError()
    {
        if (!m_trouble)
            m_trouble = Reply{1, {}, "tcpdump: can't parse filter expression: syntax error\n"};
    }

    PacketFilter either()
    {
        PacketFilter left = both();
        while (take("or") || take("||"))
            left = [left, right = both()](const Frame &frame) { return left(frame) || right(frame); };
        return left;
    }

    PacketFilter both()
    {
        PacketFilter left = one();
        while (take("and") || take("&&"))
            left = [left, right = one()](const Frame &frame) { return left(frame) && right(frame); };
        return left;
    }

    PacketFilter one()
    {
        if (take("not") || take("!"))
            return [inner = one()](const Frame &frame) { return !inner(frame); };
        if (take("(")) {
            PacketFilter inner = either();
            if (!take(")"))
                syntaxError();
            return inner;
        }
        return primitive();
    }

    PacketFilter primitive()
    {
        if (take("broadcast"))
            return [](const Frame &frame) { return frame.destination.isBroadcast(); };
        if (take("multicast"))
            return [](const Frame &frame) { return frame.destination.isMulticast(); };
        if (take("vlan"))
            return vlan();
        if (take("ether"))
            return ether();
        std::string_view protocol;
        if (isAmong(protocols, peek()))
            protocol = m_words[m_at++];
        Direction direction;
        const bool directed = peek() == "src" || peek() == "dst";
        if (directed)
            direction = {peek() == "src", m_words[m_at++] == "dst"};
        std::string_view kind;
        if (isAmong(kinds, peek()))
            kind = m_words[m_at++];
        const bool named = !kind.empty() || directed;
        if (!named && !protocol.empty()) // the protocol alone
            return [protocol = std::string(protocol)](const Frame &frame) { return isOf(frame, protocol); };
        if (!named && (m_kind.empty() || isOther(peek()))) {
            unknown();
            return {};
        }
        if (named) {
            m_kind = kind.empty() ? "host" : kind;
            m_direction = direction;
        }
        return identified(std::string(protocol), m_kind, m_direction);
    }

    /// What an expression begins with that is none of these.
    void unknown()
    {
        if (isOther(peek()) && !m_trouble)
            m_trouble = notSimulated(fmt::format("the filter \"{}\" of tcpdump", peek()));
        else
            syntaxError();
    }

    PacketFilter identified(const std::string &protocol, const std::string &kind, Direction direction)
    {
        const auto of = [protocol](const Frame &frame) { return protocol.empty() || isOf(frame, protocol); };
        if (m_at == m_words.size()) {
            syntaxError();
            return {};
        }
        const std::string word = m_words[m_at++];
        if (kind == "port") {
            const auto port = command::readNumber(word);
            if (!port || *port > 65535) {
                m_trouble = notSimulated(fmt::format("the port \"{}\" of tcpdump", word));
                return {};
            }
            return [of, port = static_cast<std::uint16_t>(*port), direction](const Frame &frame) {
                return of(frame) && hasPort(frame, port, direction);
            };
        }
        const auto prefix = Prefix::parse(word);
        if (!prefix) {
            m_trouble = notSimulated(fmt::format("the {} \"{}\" of tcpdump, which is no address,", kind, word));
            return {};
        }
        return [of, prefix = *prefix, direction](const Frame &frame) {
            return of(frame) && hasAddress(frame, prefix, direction);
        };
    }

    PacketFilter vlan()
    {
        const auto number = command::readNumber(peek());
        m_at += number ? 1 : 0;
        return [number](const Frame &frame) { return frame.vlan && (!number || *frame.vlan == *number); };
    }

    PacketFilter ether()
    {
        if (take("broadcast"))
            return [](const Frame &frame) { return frame.destination.isBroadcast(); };
        Direction direction;
        if (peek() == "src" || peek() == "dst")
            direction = {peek() == "src", m_words[m_at++] == "dst"};
        take("host");
        const auto mac = MacAddress::parse(peek());
        if (!mac) {
            syntaxError();
            return {};
        }
        ++m_at;
        return [mac = *mac, direction](const Frame &frame) {
            return (direction.source && frame.source == mac) || (direction.destination && frame.destination == mac);
        };
    }

    std::vector<std::string> m_words;
    std::size_t m_at = 0;
    std::string m_kind; ///< of the last one, which `host A or B` goes on with
    Direction m_direction;
    std::optional<Reply> m_trouble;
};

} // namespace

std::variant<PacketFilter, Reply> readFilter(std::span<const std::string> words)
{
    std::vector<std::string> split;
    for (const std::string &word : words) {
        std::string one;
        const auto end = [&] {
            if (!one.empty())
                split.push_back(std::exchange(one, {}));
        };
        for (const char c : word) {
            if (c == ' ' || c == '\t' || c == '(' || c == ')') {
                end();
                if (c == '(' || c == ')')
                    split.emplace_back(1, c);
            } else if (c == '!' && one.empty()) {
                split.emplace_back(1, c);
            } else {
                one += c;
            }
        }
        end();
    }
    if (split.empty())
        return PacketFilter([](const Frame &) { return true; });
    return FilterReader(std::move(split)).read();
}

} // namespace netdraft::model::terminal
