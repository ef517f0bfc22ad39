#include "model/terminal/dig_query.h"

#include "model/names/resolver.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::terminal {

namespace {

std::optional<int> digNumber(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

/// Reads a line of words into its queries; what ends dig at once goes to `reply`.
class DigReading
{
public:
    DigReading(const DataPlane &plane, NetnsId at) : m_plane(plane), m_at(at) {}

    std::vector<DigQuery> read(std::span<const std::string> words, std::optional<Reply> &reply)
    {
        DigQuery common;
        DigQuery *now = &common;
        std::vector<DigQuery> queries;
        for (std::size_t at = 0; at < words.size() && !reply; ++at) {
            const std::string &word = words[at];
            if (word.starts_with('@') && word.size() > 1) {
                setServer(*now, word.substr(1), reply);
            } else if (word.starts_with('+') && word.size() > 1) {
                setOption(*now, word.substr(1), reply);
            } else if (word.starts_with('-') && word.size() > 1) {
                std::string value = word.substr(2);
                const bool takes = std::string_view("xtpqcbkyf").find(word[1]) != std::string_view::npos;
                if (takes && value.empty())
                    value = at + 1 < words.size() ? words[++at] : std::string();
                if (word[1] == 'x' || word[1] == 'q') {
                    now = start(queries, common, *now);
                    setName(*now, word[1] == 'x', value, reply);
                } else {
                    setLetter(*now, word, value, reply);
                }
            } else {
                takeWord(queries, common, now, word);
            }
        }
        if (queries.empty())
            queries.push_back(common);
        // Of these dig keeps one setting for all.
        const auto isSet = [&](bool DigQuery::*member) { return std::ranges::any_of(queries, member); };
        for (DigQuery &query : queries)
            query.isShort = query.isShort || isSet(&DigQuery::isShort);
        return queries;
    }

private:
    static DigQuery *start(std::vector<DigQuery> &queries, const DigQuery &common, const DigQuery &now)
    {
        // A query that has no name yet takes this one; a type that was given before the name stays.
        if (!queries.empty() && !queries.back().isNamed)
            return &queries.back();
        queries.push_back(queries.empty() ? now : common);
        DigQuery &made = queries.back();
        made.isNamed = false;
        return &made;
    }

    void takeWord(std::vector<DigQuery> &queries, DigQuery &common, DigQuery *&now, const std::string &word)
    {
        if (const auto type = names::typeNamed(word); type && !(now->isNamed && now->isTyped)) {
            now->type = *type;
            now->isTyped = true;
            return;
        }
        if (names::isSameName(word, "IN") || names::isSameName(word, "CH")) {
            now->isChaos = names::isSameName(word, "CH");
            return;
        }
        now = start(queries, common, *now);
        now->name = word;
        now->isNamed = true;
        if (!now->isTyped)
            now->type = names::RecordType::A;
    }

    static void setName(DigQuery &query, bool reverse, const std::string &value, std::optional<Reply> &reply)
    {
        query.isNamed = true;
        if (!reverse) {
            query.name = value;
            if (!query.isTyped)
                query.type = names::RecordType::A;
            return;
        }
        const auto address = IpAddress::parse(value);
        if (!address) {
            reply = Reply{1, {}, fmt::format("Invalid IP address {}\n", value)};
            return;
        }
        query.name = names::reverseName(*address);
        if (!query.isTyped)
            query.type = names::RecordType::Ptr;
    }

    void setServer(DigQuery &query, const std::string &word, std::optional<Reply> &reply) const
    {
        query.serverWord = word;
        if (const auto address = IpAddress::parse(word)) {
            query.server = *address;
            return;
        }
        const auto found = names::resolve(m_plane, m_at, word, std::nullopt);
        if (found.addresses.empty())
            reply = Reply{10, {}, fmt::format("dig: couldn't get address for '{}': not found\n", word)};
        else
            query.server = found.addresses.front();
    }

    static void setLetter(DigQuery &query, const std::string &word, const std::string &value,
                          std::optional<Reply> &reply)
    {
        switch (word[1]) {
        case '4': query.family = Family::Ipv4; break;
        case '6': query.family = Family::Ipv6; break;
        case 'u':
        case 'r': break;
        case 't':
            if (const auto type = names::typeNamed(value)) {
                query.type = *type;
                query.isTyped = true;
            } else {
                reply = Reply{1, {}, fmt::format(";; Warning, ignoring invalid type {}\n", value)};
            }
            break;
        case 'p':
            if (const auto port = digNumber(value); port && *port > 0 && *port <= 65535)
                query.port = static_cast<std::uint16_t>(*port);
            else
                reply = Reply{1, {}, "Couldn't parse port number '" + value + "'\n"};
            break;
        case 'c': query.isChaos = names::isSameName(value, "CH"); break;
        case 'v': reply = Reply{0, {}, fmt::format("DiG {}\n", digVersion)}; break;
        default: reply = notSimulated("dig " + word); break;
        }
    }

    static void setOption(DigQuery &query, std::string option, std::optional<Reply> &reply)
    {
        const std::string given = option;
        std::string value;
        if (const auto equals = option.find('='); equals != std::string::npos) {
            value = option.substr(equals + 1);
            option.resize(equals);
        }
        const bool on = !option.starts_with("no") || option == "nocookie";
        if (!on)
            option.erase(0, 2);
        struct Row {
            std::string_view name;
            bool DigQuery::*member;
        };
        constexpr Row rows[] = {
            {"short", &DigQuery::isShort},
            {"cmd", &DigQuery::command},
            {"comments", &DigQuery::comments},
            {"question", &DigQuery::question},
            {"answer", &DigQuery::answer},
            {"authority", &DigQuery::authority},
            {"additional", &DigQuery::additional},
            {"stats", &DigQuery::statistics},
            {"recurse", &DigQuery::recursion},
            {"rec", &DigQuery::recursion},
            {"search", &DigQuery::search},
            {"tcp", &DigQuery::tcp},
            {"vc", &DigQuery::tcp},
            {"edns", &DigQuery::edns},
            {"ttlid", &DigQuery::ttl},
            {"class", &DigQuery::recordClass},
            {"defname", &DigQuery::search},
        };
        const auto row = std::ranges::find(rows, std::string_view(option), &Row::name);
        constexpr std::string_view harmless[] = {"nocookie", "cookie",   "time",      "timeout",    "adflag",
                                                 "ad",       "cdflag",   "fail",      "idn",        "idnin",
                                                 "idnout",   "crypto",   "split",     "qr",         "besteffort",
                                                 "aaflag",   "keepopen", "badcookie", "expandaaaa", "ignore"};
        if (row != std::end(rows)) {
            query.*row->member = on;
        } else if (option == "all") {
            query.command = query.comments = query.question = query.answer = query.authority = query.additional =
                query.statistics = on;
        } else if (option == "tries" || option == "retry") {
            const auto count = digNumber(value);
            if (!count || *count < 0) {
                reply = Reply{1, {}, fmt::format("Couldn't parse {} '{}': not a valid number\n", option, value)};
                return;
            }
            query.tries = std::clamp(*count + (option == "retry" ? 1 : 0), 1, 20);
        } else if (std::ranges::find(harmless, std::string_view(option)) == std::end(harmless)) {
            reply = notSimulated("dig +" + given);
        }
    }

    const DataPlane &m_plane;
    NetnsId m_at;
};

} // namespace

std::vector<DigQuery> readDig(const DataPlane &plane, NetnsId at, std::span<const std::string> words,
                              std::optional<Reply> &ended)
{
    return DigReading(plane, at).read(words, ended);
}

} // namespace netdraft::model::terminal
