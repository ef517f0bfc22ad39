#include "model/names/zone_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::names {

namespace {

/// Seconds of `3600`, `1h`, `1d12h`.
std::optional<std::uint32_t> secondsOf(std::string_view text)
{
    std::uint64_t all = 0;
    std::uint64_t number = 0;
    bool digits = false;
    constexpr std::uint64_t most = 0x7fffffff;
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            number = std::min(number * 10 + static_cast<std::uint64_t>(c - '0'), most);
            digits = true;
            continue;
        }
        constexpr std::pair<char, std::uint64_t> units[] = {
            {'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}, {'w', 604800}};
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        const auto unit = std::ranges::find(units, lower, &std::pair<char, std::uint64_t>::first);
        if (unit == std::end(units) || !digits)
            return std::nullopt;
        all += number * unit->second;
        number = 0;
        digits = false;
    }
    if (text.empty())
        return std::nullopt;
    return static_cast<std::uint32_t>(std::min(all + number, most));
}

/// The words of one entry, which brackets may lead over several lines.
struct ZoneEntry {
    bool indented = false;
    int line = 0;
    std::vector<std::string> words; ///< strings with their quotes
};

std::expected<std::vector<ZoneEntry>, std::string> entriesOf(std::string_view text)
{
    std::vector<ZoneEntry> entries;
    int line = 1;
    int depth = 0;
    bool fresh = true; ///< at the start of a line outside of brackets
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '\n') {
            ++line;
            ++at;
            fresh = depth == 0;
            continue;
        }
        if (fresh) {
            entries.push_back({c == ' ' || c == '\t', line, {}});
            fresh = false;
        }
        if (c == ' ' || c == '\t' || c == '\r') {
            ++at;
        } else if (c == ';') {
            at = std::min(text.find('\n', at), text.size());
        } else if (c == '(' || c == ')') {
            depth += c == '(' ? 1 : -1;
            if (depth < 0)
                return std::unexpected(fmt::format("unbalanced parenthesis at line: {}", line));
            ++at;
        } else if (c == '"') {
            std::string word(1, '"');
            for (++at; at < text.size() && text[at] != '"' && text[at] != '\n'; ++at) {
                if (text[at] == '\\' && at + 1 < text.size())
                    word += text[at++];
                word += text[at];
            }
            if (at >= text.size() || text[at] != '"')
                return std::unexpected(fmt::format("a quote is not closed at line: {}", line));
            ++at;
            entries.back().words.push_back(word + '"');
        } else {
            const auto end = std::min(text.find_first_of(" \t\r\n;()\"", at), text.size());
            entries.back().words.emplace_back(text.substr(at, end - at));
            at = end;
        }
    }
    if (depth != 0)
        return std::unexpected(fmt::format("unbalanced parenthesis at line: {}", line));
    std::erase_if(entries, [](const ZoneEntry &entry) { return entry.words.empty(); });
    return entries;
}

class ZoneReading
{
public:
    explicit ZoneReading(std::string_view origin) : m_origin(absolute(origin)), m_owner(m_origin) {}

    std::expected<void, std::string> take(const ZoneEntry &entry)
    {
        std::size_t at = 0;
        const auto &words = entry.words;
        const auto wrong = [&](std::string_view what, std::string_view word) {
            return std::unexpected(fmt::format("{}: \"{}\" at line: {}", what, word, entry.line));
        };
        if (words.front() == "$ORIGIN" && words.size() > 1) {
            m_origin = nameOf(words[1]);
            return {};
        }
        if (words.front() == "$TTL" && words.size() > 1) {
            const auto seconds = secondsOf(words[1]);
            if (!seconds)
                return wrong("expecting $TTL value, not this", words[1]);
            m_ttl = *seconds;
            return {};
        }
        if (words.front().starts_with('$'))
            return wrong("unknown or unsupported directive", words.front());
        if (!entry.indented)
            m_owner = nameOf(words[at++]);
        if (!isSoundName(m_owner))
            return wrong("bad owner name", m_owner);
        std::uint32_t ttl = m_ttl;
        std::optional<RecordType> type;
        for (; at < words.size() && !type; ++at) {
            const auto seconds =
                words[at].front() >= '0' && words[at].front() <= '9' ? secondsOf(words[at]) : std::nullopt;
            if (seconds)
                ttl = *seconds;
            else if (isSameName(words[at], "IN"))
                continue;
            else if (type = typeNamed(words[at]); !type || *type == RecordType::Any)
                return wrong("unknown RR type", words[at]);
        }
        if (!type)
            return wrong("no type", words.back());
        auto data = dataOf(*type, std::span(words).subspan(at));
        if (!data)
            return wrong(data.error(), at < words.size() ? words[at] : std::string());
        if (!data->empty())
            records.push_back({m_owner, *type, ttl, *std::move(data)});
        return {};
    }

    std::vector<Record> records;

private:
    std::string nameOf(std::string_view word) const
    {
        if (word == "@")
            return m_origin;
        if (word.ends_with('.'))
            return std::string(word);
        return m_origin == "." ? fmt::format("{}.", word) : fmt::format("{}.{}", word, m_origin);
    }

    /// Empty for a type that is not known here.
    std::expected<std::string, std::string> dataOf(RecordType type, std::span<const std::string> words) const
    {
        const auto areNumbers = [&](std::size_t from, std::size_t to) {
            return std::ranges::all_of(words.subspan(from, to - from),
                                       [](const std::string &word) { return secondsOf(word).has_value(); });
        };
        switch (type) {
        case RecordType::A:
        case RecordType::Aaaa: {
            const auto address = words.size() == 1 ? IpAddress::parse(words[0]) : fail(ErrorCode::Input);
            if (!address || address->isV4() != (type == RecordType::A))
                return std::unexpected(fmt::format("bad {} {}", typeName(type), typeName(type)));
            return address->toString();
        }
        case RecordType::Ns:
        case RecordType::Cname:
        case RecordType::Ptr:
            if (words.size() != 1 || !isSoundName(nameOf(words[0])))
                return std::unexpected(fmt::format("bad {} {}", typeName(type), "name"));
            return nameOf(words[0]);
        case RecordType::Mx:
            if (words.size() != 2 || !areNumbers(0, 1) || !isSoundName(nameOf(words[1])))
                return std::unexpected("bad MX");
            return fmt::format("{} {}", words[0], nameOf(words[1]));
        case RecordType::Srv:
            if (words.size() != 4 || !areNumbers(0, 3) || !isSoundName(nameOf(words[3])))
                return std::unexpected("bad SRV");
            return fmt::format("{} {} {} {}", words[0], words[1], words[2], nameOf(words[3]));
        case RecordType::Soa:
            if (words.size() != 7 || !areNumbers(2, 7))
                return std::unexpected("bad SOA zone parameter");
            return fmt::format("{} {} {} {} {} {} {}", nameOf(words[0]), nameOf(words[1]), words[2],
                               *secondsOf(words[3]), *secondsOf(words[4]), *secondsOf(words[5]), *secondsOf(words[6]));
        case RecordType::Txt: {
            std::string text;
            for (const std::string &word : words)
                text += fmt::format("{}{}", text.empty() ? "" : " ", word.starts_with('"') ? word : '"' + word + '"');
            if (text.empty())
                return std::unexpected("bad TXT");
            return text;
        }
        case RecordType::Any: break;
        }
        return std::string();
    }

    std::string m_origin;
    std::string m_owner;
    std::uint32_t m_ttl = 3600;
};

} // namespace

std::expected<std::vector<Record>, std::string> readZone(std::string_view text, std::string_view origin)
{
    const auto entries = entriesOf(text);
    if (!entries)
        return std::unexpected(entries.error());
    ZoneReading reading(origin);
    for (const ZoneEntry &entry : *entries) {
        if (auto taken = reading.take(entry); !taken)
            return std::unexpected(taken.error());
    }
    return std::move(reading.records);
}

} // namespace netdraft::model::names
