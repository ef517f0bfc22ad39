#include "model/command/nft/comparison_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command::nfttool {

namespace {

using nft::Range;
using nft::Value;

bool isInterface(const KeyRow &row)
{
    return row.values == ValueKind::InterfaceName || row.values == ValueKind::InterfaceIndex;
}

bool isAddress(const KeyRow &row)
{
    return row.values == ValueKind::Ipv4 || row.values == ValueKind::Ipv6;
}

bool isBits(const KeyRow &row)
{
    return row.values == ValueKind::CtState || row.values == ValueKind::CtStatus;
}

Value following(Value value)
{
    ++value.low;
    value.high += value.low == 0 ? 1 : 0;
    return value;
}

/// Where a word is cut into the two ends of a range; names may have a `-` themselves.
std::size_t dashOf(const KeyRow &row, std::string_view word)
{
    const std::size_t dash = word.find('-');
    if (dash == word.npos || dash == 0 || isAddress(row) || row.values == ValueKind::Mark)
        return dash;
    const bool numbers = std::ranges::all_of(word, [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
    return numbers ? dash : word.npos;
}

/// Reads what stands behind a key.
class Operand
{
public:
    Operand(Reading &reading, const KeyRow &row, std::vector<NamedLink> &links)
        : m_reading(reading), m_row(row), m_links(links)
    {
        m_comparison.key = row.key;
    }

    nft::Comparison read()
    {
        const bool masked = m_row.values == ValueKind::Mark && readMask();
        const bool equals = m_reading.takeIf("==") || m_reading.takeIf("eq");
        m_comparison.inverted = !equals && (m_reading.takeIf("!=") || m_reading.takeIf("ne"));
        // `ct state == new` is another comparison, and printed so.
        if ((equals && isBits(m_row)) || (masked && !equals && !m_comparison.inverted))
            m_reading.refuse();
        if (m_reading.takeIf("{"))
            readSet();
        else
            readSingle();
        // A mask, and `!=` with a list, mean something else to sets; a status has more bits than there are words.
        if (m_comparison.set && (masked || m_row.values == ValueKind::CtStatus))
            m_reading.refuse();
        if (m_comparison.inverted && m_row.values == ValueKind::CtStatus)
            m_reading.refuse();
        return std::move(m_comparison);
    }

private:
    bool readMask()
    {
        if (!m_reading.takeIf("&") && !m_reading.takeIf("and"))
            return false;
        const auto mask = readNumber(m_reading.take().text);
        if (!mask || *mask > 0xffffffff)
            m_reading.refuse();
        m_comparison.mask = static_cast<std::uint32_t>(mask.value_or(0));
        return true;
    }

    void readSingle()
    {
        readElement();
        // Inverted, it is listed with `|`.
        while (isBits(m_row) && (m_reading.takeIf(",") || (m_comparison.inverted && m_reading.takeIf("|"))))
            readElement();
        if (!isBits(m_row) || m_comparison.ranges.empty())
            return;
        std::uint64_t bits = 0;
        for (const Range &range : m_comparison.ranges)
            bits |= range.first.low;
        m_comparison.ranges = {{{0, bits}, {0, bits}}};
    }

    void readSet()
    {
        m_comparison.set = true;
        const Span begin = m_reading.last().span;
        skipLines();
        while (m_reading.sound() && !m_reading.takeIf("}")) {
            readElement();
            skipLines();
            if (!m_reading.takeIf(",") && !m_reading.peek().is("}"))
                m_reading.refuse();
            skipLines();
        }
        const std::size_t count = m_comparison.ranges.size() + m_comparison.names.size();
        if (count == 0)
            return m_reading.refuse();
        m_comparison.set = count > 1;
        if (!m_comparison.set)
            return;
        for (const std::string &name : m_comparison.names) {
            if (name.ends_with('*'))
                m_reading.refuse();
        }
        m_reading.addSet(spanning(begin, m_reading.last().span));
        sortSet(m_comparison, m_intervals);
    }

    void skipLines()
    {
        while (m_reading.peek().kind == Token::Kind::NewLine)
            m_reading.take();
    }

    void readElement()
    {
        const Token &token = m_reading.take();
        if (token.kind != Token::Kind::Word && !(isInterface(m_row) && token.kind == Token::Kind::Quoted))
            return m_reading.refuse();
        if (token.is("vmap") || token.is("map"))
            return m_reading.refuse();
        if (isInterface(m_row))
            return readLink(token);
        m_comparison.ranges.push_back(readRange(token));
    }

    void readLink(const Token &token)
    {
        constexpr std::size_t longest = 16;
        if (token.text.size() > longest)
            m_reading.complain({fmt::format("String exceeds maximum length of {}", longest), token.span});
        if (token.text == "*")
            m_reading.complain({"All-wildcard strings are not supported", token.span});
        const std::size_t star = token.text.find('*');
        const bool wild = star != token.text.npos;
        if (token.text.empty() || token.text.size() == longest || token.text.find('\\') != token.text.npos ||
            (wild && (star + 1 != token.text.size() || m_row.values == ValueKind::InterfaceIndex)))
            return m_reading.refuse();
        const auto index = readNumber(token.text);
        if (m_row.values == ValueKind::InterfaceIndex && index) {
            m_comparison.ranges.push_back({{0, *index}, {0, *index}});
        } else {
            m_comparison.names.push_back(token.text);
            if (m_row.values == ValueKind::InterfaceIndex)
                m_links.push_back({token.text, token.span});
        }
    }

    Range readRange(const Token &token)
    {
        const std::string_view word = token.text;
        if (const std::size_t slash = word.find('/'); isAddress(m_row) && slash != word.npos)
            return readPrefix(token, slash);
        const std::size_t dash = dashOf(m_row, word);
        if (dash == word.npos) {
            const Value value = readValue(m_reading, m_row, word, token.span);
            return {value, value};
        }
        m_intervals = true;
        const Span first{token.span.begin, token.span.begin + dash};
        const Span last{token.span.begin + dash + 1, token.span.end};
        const Range range{readValue(m_reading, m_row, word.substr(0, dash), first),
                          readValue(m_reading, m_row, word.substr(dash + 1), last)};
        if (range.last < range.first)
            m_reading.complain({"Range has zero or negative size", token.span});
        // Of one value alone, it is still listed as a range.
        if (range.last == range.first && !m_comparison.set)
            m_reading.refuse();
        return range;
    }

    Range readPrefix(const Token &token, std::size_t slash)
    {
        const std::string_view word = token.text;
        const Family family = m_row.values == ValueKind::Ipv4 ? Family::Ipv4 : Family::Ipv6;
        const auto address =
            readAddress(m_reading, family, word.substr(0, slash), {token.span.begin, token.span.begin + slash});
        const auto length = readNumber(word.substr(slash + 1));
        const auto bits = static_cast<std::uint64_t>(addressBits(family));
        if (!length)
            m_reading.refuse();
        if (length.value_or(0) > bits)
            m_reading.complain(
                {fmt::format("Prefix length {} is invalid for type of {} bits width", *length, bits), token.span});
        if (!m_reading.sound())
            return {};
        const Value first = valueOf(masked(*address, static_cast<int>(*length)));
        m_intervals = true;
        if (*length == bits)
            return {first, first};
        const int free = static_cast<int>(bits - *length);
        const std::uint64_t all = ~std::uint64_t{0};
        const Value rest{free > 64 ? all >> (128 - free) : 0, free >= 64 ? all : (std::uint64_t{1} << free) - 1};
        return {first, {first.high | rest.high, first.low | rest.low}, true};
    }

    static Value valueOf(const IpAddress &address)
    {
        return address.isV4() ? Value{0, address.v4().bits()} : Value{address.high(), address.low()};
    }

    Reading &m_reading;
    const KeyRow &m_row;
    std::vector<NamedLink> &m_links;
    nft::Comparison m_comparison;
    bool m_intervals = false; ///< some element is a range
};

/// Strings lie in the kernel's memory as numbers do, the last character highest.
bool comesBefore(const std::string &a, const std::string &b)
{
    if (a.size() != b.size())
        return a.size() < b.size();
    return std::ranges::lexicographical_compare(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

} // namespace

void sortSet(nft::Comparison &comparison, bool intervals)
{
    std::ranges::sort(comparison.names, comesBefore);
    comparison.names.erase(std::ranges::unique(comparison.names).begin(), comparison.names.end());
    std::vector<Range> &ranges = comparison.ranges;
    std::ranges::sort(ranges, {}, &Range::first);
    std::vector<Range> joined;
    for (Range &range : ranges) {
        range.prefix = false;
        const bool meets = !joined.empty() && (range.first <= joined.back().last ||
                                               (intervals && range.first == following(joined.back().last)));
        if (meets)
            joined.back().last = std::max(joined.back().last, range.last);
        else
            joined.push_back(range);
    }
    ranges = std::move(joined);
}

nft::Comparison readComparison(Reading &reading, const KeyRow &row, std::vector<NamedLink> &links)
{
    return Operand(reading, row, links).read();
}

} // namespace netdraft::model::command::nfttool
