#include "model/terminal/tcpdump/dns_text.h"

#include "model/address/ip_address.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace netdraft::model::terminal {

namespace {

constexpr std::size_t headerBytes = 12;
constexpr unsigned classChaosOfDns = 3;

/// ns_type2str, of those that the simulated servers know.
std::string typeText(unsigned type)
{
    switch (type) {
    case 1: return "A";
    case 2: return "NS";
    case 5: return "CNAME";
    case 6: return "SOA";
    case 12: return "PTR";
    case 15: return "MX";
    case 16: return "TXT";
    case 28: return "AAAA";
    case 33: return "SRV";
    case 255: return "ANY";
    default: return fmt::format("Type{}", type);
    }
}

/// Reads a message from its beginning to its end. What is missing is 0, and then isTruncated() is true.
class DnsReader
{
public:
    explicit DnsReader(std::string_view bytes) : m_bytes(bytes) {}

    bool isTruncated() const { return m_isTruncated; }
    std::size_t at() const { return m_at; }
    void skipTo(std::size_t at) { m_at = at; }

    unsigned byte()
    {
        if (m_at >= m_bytes.size()) {
            m_isTruncated = true;
            return 0;
        }
        return static_cast<unsigned char>(m_bytes[m_at++]);
    }
    unsigned word()
    {
        const unsigned high = byte();
        return high << 8 | byte();
    }
    std::uint64_t number(int bytes)
    {
        std::uint64_t value = 0;
        for (int i = 0; i < bytes; ++i)
            value = value << 8 | byte();
        return value;
    }
    std::string text(std::size_t length)
    {
        const std::string_view found = m_bytes.substr(std::min(m_at, m_bytes.size()), length);
        m_isTruncated = m_isTruncated || found.size() < length;
        m_at += found.size();
        return std::string(found);
    }

    /// A name, with the dot at its end, which may go on at an earlier place (RFC 1035, 4.1.4).
    std::string name()
    {
        constexpr unsigned pointer = 0xc0;
        std::string name;
        std::optional<std::size_t> behind;
        for (int labels = 0; labels < 128 && !m_isTruncated; ++labels) {
            const unsigned length = byte();
            if (length == 0)
                break;
            if (length >= pointer) {
                const std::size_t place = (length & ~pointer) << 8 | byte();
                behind = behind.value_or(m_at);
                m_at = place;
                continue;
            }
            name += text(length) + '.';
        }
        if (behind)
            m_at = *behind;
        return name.empty() ? "." : name;
    }

private:
    std::string_view m_bytes;
    std::size_t m_at = 0;
    bool m_isTruncated = false;
};

/// What a record says, with a blank before it.
std::string dataText(DnsReader &reader, unsigned type, std::size_t end)
{
    switch (type) {
    case 1: return ' ' + IpAddress::fromBits(Family::Ipv4, reader.number(4) << 32, 0).toString();
    case 28: {
        const std::uint64_t high = reader.number(8);
        return ' ' + IpAddress::fromBits(Family::Ipv6, high, reader.number(8)).toString();
    }
    case 2:
    case 5:
    case 12: return ' ' + reader.name();
    case 15: {
        const unsigned preference = reader.word();
        return fmt::format(" {} {}", reader.name(), preference);
    }
    case 16: {
        std::string text;
        while (reader.at() < end && !reader.isTruncated())
            text += fmt::format(" \"{}\"", reader.text(reader.byte()));
        return text;
    }
    case 33: {
        const unsigned priority = reader.word();
        const unsigned weight = reader.word();
        const unsigned port = reader.word();
        return fmt::format(" {}:{} {} {}", reader.name(), port, priority, weight);
    }
    default: return {};
    }
}

std::string_view classText(unsigned kind)
{
    return kind == classChaosOfDns ? " CHAOS" : "";
}

/// ns_rprint
std::string recordText(DnsReader &reader)
{
    (void)reader.name();
    const unsigned type = reader.word();
    const unsigned kind = reader.word();
    (void)reader.number(4);
    const std::size_t length = reader.word();
    const std::size_t end = reader.at() + length;
    std::string text = fmt::format("{} {}{}", classText(kind), typeText(type), dataText(reader, type, end));
    reader.skipTo(end);
    return text;
}

constexpr unsigned bitOfAnswer = 0x8000;
constexpr unsigned bitOfAuthority = 0x0400;
constexpr unsigned bitOfTruncation = 0x0200;
constexpr unsigned bitOfRecursion = 0x0100;
constexpr unsigned bitOfRecursionAvailable = 0x0080;

std::string requestText(DnsReader &reader, unsigned flags, const std::array<unsigned, 4> &counts)
{
    constexpr std::array<std::string_view, 4> units = {"q", "a", "n", "au"};
    std::string text = (flags & bitOfRecursion) != 0 ? "+" : "";
    for (const std::size_t i : {1U, 0U, 2U, 3U}) {
        if (counts[i] != (i == 0 ? 1U : 0U))
            text += fmt::format(" [{}{}]", counts[i], units[i]);
    }
    if (counts[0] == 0)
        return text;
    const std::string name = reader.name();
    const unsigned type = reader.word();
    const unsigned kind = reader.word();
    return text + fmt::format(" {}{}? {}", typeText(type), classText(kind), name);
}

std::string answerText(DnsReader &reader, unsigned flags, const std::array<unsigned, 4> &counts)
{
    constexpr std::array<std::string_view, 6> codes = {"", " FormErr", " ServFail", " NXDomain", " NotImp", " Refused"};
    const std::size_t code = flags & 0xfU;
    std::string text(code < codes.size() ? codes[code] : fmt::format(" Resp{}", code));
    text += (flags & bitOfAuthority) != 0 ? "*" : "";
    text += (flags & bitOfRecursionAvailable) != 0 ? "" : "-";
    text += (flags & bitOfTruncation) != 0 ? "|" : "";
    if (counts[0] != 1)
        text += fmt::format(" [{}q]", counts[0]);
    for (unsigned i = 0; i < counts[0]; ++i) {
        (void)reader.name();
        (void)reader.number(4);
    }
    text += fmt::format(" {}/{}/{}", counts[1], counts[2], counts[3]);
    for (unsigned i = 0; i < counts[1] && !reader.isTruncated(); ++i)
        text += (i > 0 ? "," : "") + recordText(reader);
    return text;
}

} // namespace

std::string dnsText(std::string_view message)
{
    if (message.size() < headerBytes)
        return fmt::format("domain [length {} < {}] (invalid)", message.size(), headerBytes);
    DnsReader reader(message);
    const unsigned id = reader.word();
    const unsigned flags = reader.word();
    std::array<unsigned, 4> counts{};
    for (unsigned &count : counts)
        count = reader.word();
    const std::string text =
        (flags & bitOfAnswer) != 0 ? answerText(reader, flags, counts) : requestText(reader, flags, counts);
    return fmt::format("{}{}{}", id, text,
                       reader.isTruncated() ? std::string(" [|domain]") : fmt::format(" ({})", message.size()));
}

} // namespace netdraft::model::terminal
