#include "model/command/nft/statement_reader.h"

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

constexpr std::string_view levels[] = {"emerg", "alert", "crit", "err", "warn", "notice", "info", "debug"};
constexpr std::string_view units[] = {"second", "minute", "hour", "day", "week"};

std::string readText(Reading &reading)
{
    const Token &token = reading.take();
    if (token.kind != Token::Kind::Word && token.kind != Token::Kind::Quoted)
        reading.refuse();
    return token.text;
}

std::uint32_t readMark(Reading &reading)
{
    const Token &token = reading.take();
    return static_cast<std::uint32_t>(readValue(reading, rowOf(nft::Key::Mark), token.text, token.span).low);
}

/// `| N`, `or N`, `& N`, `and N` behind the mark that is set anew.
struct Bits {
    std::uint32_t value = 0;
    std::uint32_t mask = 0;
};
std::optional<Bits> readBits(Reading &reading)
{
    if (reading.takeIf("|") || reading.takeIf("or")) {
        const std::uint32_t bits = readMark(reading);
        return Bits{bits, bits};
    }
    if (reading.takeIf("&") || reading.takeIf("and"))
        return Bits{0, ~readMark(reading)};
    return std::nullopt;
}

/// Reads the target of a NAT statement.
class NatReader
{
public:
    NatReader(Reading &reading, std::optional<Family> family) : m_reading(reading), m_family(family) {}

    /// `1.2.3.4`, `1.2.3.4-1.2.3.9:80`, `[2001:db8::1]:80-90`
    void readTarget()
    {
        const Token &token = m_reading.take();
        const std::string_view word = token.text;
        if (token.kind != Token::Kind::Word || !m_family)
            return m_reading.refuse();
        const auto spanOf = [&](std::string_view part) {
            const std::size_t begin = token.span.begin + static_cast<std::size_t>(part.data() - token.text.data());
            return Span{begin, begin + part.size()};
        };
        std::string_view address = word;
        std::string_view portsWord;
        if (word.starts_with('[')) {
            const std::size_t end = word.find(']');
            if (end == word.npos || (end + 1 < word.size() && word[end + 1] != ':'))
                return m_reading.refuse();
            address = word.substr(1, end - 1);
            portsWord = word.substr(end + 1);
        } else if (*m_family == Family::Ipv4) {
            const std::size_t colon = std::min(word.find(':'), word.size());
            address = word.substr(0, colon);
            portsWord = word.substr(colon);
        }
        const std::size_t dash = address.find('-');
        const std::string_view first = address.substr(0, dash);
        const std::string_view last = dash == address.npos ? first : address.substr(dash + 1);
        const auto from = readAddress(m_reading, *m_family, first, spanOf(first));
        const auto to = readAddress(m_reading, *m_family, last, spanOf(last));
        if (!from || !to)
            return;
        if (*to < *from)
            m_reading.refuse();
        addresses = netfilter::NatAddresses{*from, *to};
        if (!portsWord.empty())
            readPorts(portsWord.substr(1), spanOf(portsWord.substr(1)));
    }

    void readPorts(std::string_view word, Span span)
    {
        const std::size_t dash = word.find('-');
        const std::uint16_t first = readPort(m_reading, word.substr(0, dash), span);
        const std::uint16_t last = dash == word.npos ? first : readPort(m_reading, word.substr(dash + 1), span);
        if (last < first)
            m_reading.refuse();
        ports = netfilter::NatPorts{first, last, std::nullopt};
        portSpan = span;
    }

    /// `to :80`, `to :80-90`
    void readPortTarget()
    {
        const Token &token = m_reading.take();
        const bool colon = token.text.starts_with(':');
        if (token.kind != Token::Kind::Word)
            return m_reading.refuse();
        readPorts(std::string_view(token.text).substr(colon ? 1 : 0),
                  {token.span.begin + (colon ? 1 : 0), token.span.end});
    }

    void readFlags()
    {
        bool more = true;
        while (more && !m_reading.peek().endsStatement()) {
            if (m_reading.takeIf("random"))
                flags.random = true;
            else if (m_reading.takeIf("fully-random"))
                flags.randomFully = true;
            else if (m_reading.takeIf("persistent"))
                flags.persistent = true;
            else
                return;
            more = m_reading.takeIf(",");
        }
    }

    std::optional<netfilter::NatAddresses> addresses;
    std::optional<netfilter::NatPorts> ports;
    netfilter::NatFlags flags;
    std::optional<Span> portSpan;

private:
    Reading &m_reading;
    std::optional<Family> m_family;
};

} // namespace

nft::Limit readLimit(Reading &reading)
{
    nft::Limit limit;
    if (!reading.takeIf("rate"))
        reading.refuse();
    limit.over = reading.takeIf("over");
    const std::string word = reading.take().text;
    const std::size_t slash = std::min(word.find('/'), word.size());
    const auto rate = readNumber(std::string_view(word).substr(0, slash));
    const auto *unit = std::ranges::find(units, word.substr(std::min(slash + 1, word.size())));
    if (!rate || *rate == 0 || unit == std::end(units)) {
        reading.refuse();
        return limit;
    }
    limit.rate = *rate;
    limit.unit = static_cast<nft::Limit::Unit>(unit - std::begin(units));
    if (reading.peek().is("burst")) {
        const Span begin = reading.take().span;
        const auto burst = readNumber(reading.take().text);
        if (!burst || *burst > 0xffffffff || !reading.takeIf("packets"))
            reading.refuse();
        if (burst == std::uint64_t{0})
            reading.complain({"packet limit burst must be > 0", spanning(begin, reading.last().span)});
        limit.burst = static_cast<std::uint32_t>(burst.value_or(0));
    }
    return limit;
}

netfilter::Log readLog(Reading &reading)
{
    netfilter::Log log;
    while (reading.sound()) {
        if (reading.takeIf("prefix")) {
            log.prefix = readText(reading);
        } else if (reading.takeIf("level")) {
            const std::string word = readText(reading);
            const auto *level = std::ranges::find(levels, word);
            // Numbers and the audit log are something else.
            if (word == "audit" || word.empty() || (word[0] >= '0' && word[0] <= '9'))
                reading.refuse();
            if (level == std::end(levels))
                reading.complain({"invalid log level", reading.last().span});
            log.level = static_cast<int>(level - std::begin(levels));
        } else {
            break;
        }
    }
    // As far as the kernel keeps it (NF_LOG_PREFIXLEN).
    constexpr std::size_t longest = 127;
    if (log.prefix.size() > longest || log.prefix.find('\\') != log.prefix.npos)
        reading.refuse();
    return log;
}

nft::Counter readCounter(Reading &reading)
{
    nft::Counter counter;
    if (!reading.takeIf("packets"))
        return counter;
    const auto packets = readNumber(reading.take().text);
    const bool named = reading.takeIf("bytes");
    const auto bytes = readNumber(reading.take().text);
    if (!packets || !named || !bytes)
        reading.refuse();
    return {packets.value_or(0), bytes.value_or(0)};
}

nft::Statement readMarkSetting(Reading &reading, bool ofConnection)
{
    using Mode = netfilter::SetConnmark::Mode;
    // A set with its `set` taken: a number, or a mark of one kind or the other.
    const KeyRow *source = nullptr;
    if (reading.peek().kind == Token::Kind::Word && !readNumber(reading.peek().text))
        source = takeKey(reading);
    if (!source) {
        const std::uint32_t mark = readMark(reading);
        if (ofConnection)
            return netfilter::SetConnmark{Mode::Set, mark};
        return netfilter::SetMark{mark};
    }
    const bool fromConnection = source->key == nft::Key::CtMark;
    if (source->values != ValueKind::Mark)
        reading.refuse();
    const auto bits = readBits(reading);
    if (fromConnection != ofConnection) {
        if (bits)
            reading.refuse();
        return netfilter::SetConnmark{ofConnection ? Mode::Save : Mode::Restore};
    }
    if (!bits || bits->mask == 0 || bits->mask == 0xffffffff)
        reading.refuse();
    const Bits set = bits.value_or(Bits{});
    if (ofConnection)
        return netfilter::SetConnmark{Mode::Set, set.value, set.mask};
    return netfilter::SetMark{set.value, set.mask};
}

ReadNat readNat(Reading &reading, std::string_view word, std::optional<Family> family)
{
    NatReader nat(reading, family);
    const bool local = word == "masquerade" || word == "redirect";
    if (local && reading.takeIf("to"))
        nat.readPortTarget();
    else if (!local) {
        reading.takeIf("to");
        nat.readTarget();
    }
    nat.readFlags();
    if (word == "masquerade")
        return {netfilter::Masquerade{nat.ports, nat.flags}, nat.portSpan};
    if (word == "redirect")
        return {netfilter::Redirect{nat.ports, nat.flags}, nat.portSpan};
    if (word == "snat")
        return {netfilter::Snat{nat.addresses, nat.ports, nat.flags}, nat.portSpan};
    return {netfilter::Dnat{nat.addresses, nat.ports, nat.flags}, nat.portSpan};
}

} // namespace netdraft::model::command::nfttool
