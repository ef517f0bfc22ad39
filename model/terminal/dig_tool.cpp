#include "model/names/resolver.h"
#include "model/names/resolver_settings.h"
#include "model/terminal/name_tools.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::terminal {

namespace {

/// One look-up of a line, and how its answer is shown.
struct DigQuery {
    std::string name = ".";
    names::RecordType type = names::RecordType::Ns; ///< of the root, where nothing is asked
    bool isNamed = false;
    bool isTyped = false;
    bool isChaos = false;
    std::optional<IpAddress> server;
    std::string serverWord;
    std::uint16_t port = 53;
    bool tcp = false;
    bool edns = true;
    bool recursion = true;
    bool search = false;
    int tries = 3;
    std::optional<Family> family;
    // What is shown.
    bool isShort = false;
    bool command = true;
    bool comments = true;
    bool question = true;
    bool answer = true;
    bool authority = true;
    bool additional = true;
    bool statistics = true;
    bool ttl = true;
    bool recordClass = true;
};

constexpr std::string_view digVersion = "9.18.49-1~deb12u3-Debian";

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

/// Fills up to a column with tabs of eight, or sets one blank where it is passed (dns_master_style_debug).
void indent(std::string &line, std::size_t column, std::size_t skipped = 0)
{
    constexpr std::size_t tab = 8;
    std::size_t at = line.size() - skipped;
    if (const auto last = line.rfind('\t'); last != std::string::npos) {
        // Tabs before have brought it to a multiple of eight.
        at = 0;
        for (std::size_t i = skipped; i < line.size(); ++i)
            at = line[i] == '\t' ? (at / tab + 1) * tab : at + 1;
    }
    if (at >= column) {
        line += ' ';
        return;
    }
    for (; at < column; at = (at / tab + 1) * tab)
        line += '\t';
}

std::string recordLine(const names::Record &record, const DigQuery &query)
{
    // What is left out gives its column to what follows (dig's dns_master_stylecreate).
    constexpr std::size_t ttlColumn = 24;
    constexpr std::size_t width = 8;
    const std::size_t classColumn = query.ttl && query.recordClass ? ttlColumn + width : ttlColumn;
    const std::size_t typeColumn = query.ttl || query.recordClass ? classColumn + width : classColumn;
    const std::size_t dataColumn = typeColumn + width;
    std::string line = record.owner;
    if (query.ttl) {
        indent(line, ttlColumn);
        line += std::to_string(record.ttl);
    }
    if (query.recordClass) {
        indent(line, classColumn);
        line += query.isChaos ? "CH" : "IN";
    }
    indent(line, typeColumn);
    line += names::typeName(record.type);
    indent(line, dataColumn);
    return line + record.data + '\n';
}

std::string sections(const DigQuery &query, const names::Question &question, const names::Message &message)
{
    std::string out;
    if (query.comments) {
        std::string flags = "qr";
        flags += message.authoritative ? " aa" : "";
        flags += question.recursion ? " rd" : "";
        flags += message.recursionAvailable ? " ra" : "";
        out += ";; Got answer:\n";
        out += fmt::format(";; ->>HEADER<<- opcode: QUERY, status: {}, id: 0\n", names::rcodeName(message.rcode));
        out += fmt::format(";; flags: {}; QUERY: 1, ANSWER: {}, AUTHORITY: {}, ADDITIONAL: {}\n", flags,
                           message.answers.size(), message.authority.size(),
                           message.additional.size() + (query.edns ? 1 : 0));
        if (question.recursion && !message.recursionAvailable)
            out += ";; WARNING: recursion requested but not available\n";
        out += '\n';
        if (query.edns) {
            out += fmt::format(";; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: {}\n", message.udpSize);
            if (message.extendedError)
                out += fmt::format("; EDE: {} ({})\n", *message.extendedError,
                                   *message.extendedError == 14 ? "Not Ready" : "Network Error");
        }
    }
    if (query.question) {
        std::string line = ";" + question.name;
        indent(line, 32, 1);
        line += question.isChaos ? "CH" : "IN";
        indent(line, 40, 1);
        out += query.comments ? ";; QUESTION SECTION:\n" : "";
        out += line + names::typeName(question.type) + '\n';
        out += query.comments ? "\n" : "";
    }
    const auto section = [&](bool shown, std::string_view head, const std::vector<names::Record> &records) {
        if (!shown || records.empty())
            return;
        out += query.comments ? fmt::format(";; {} SECTION:\n", head) : std::string();
        for (const names::Record &record : records)
            out += recordLine(record, query);
        out += query.comments ? "\n" : "";
    };
    section(query.answer, "ANSWER", message.answers);
    section(query.authority, "AUTHORITY", message.authority);
    section(query.additional, "ADDITIONAL", message.additional);
    return out;
}

} // namespace

Reply dig(const Network &network, NetnsId at, std::span<const std::string> words, simulation::Recording *recording)
{
    const DataPlane plane(network);
    std::optional<Reply> ended;
    const auto queries = DigReading(plane, at).read(words, ended);
    if (ended)
        return *ended;
    const auto settings = names::resolverSettings(network, *network.find(at));
    Reply reply;
    bool isFirst = true;
    for (const DigQuery &query : queries) {
        std::vector<IpAddress> servers = query.server ? std::vector{*query.server} : settings.servers;
        std::erase_if(servers, [&](const IpAddress &each) { return query.family && each.family() != *query.family; });
        const std::string banner = query.command && !query.isShort && isFirst
                                       ? fmt::format("\n; <<>> DiG {} <<>> {}\n{};; global options: +cmd\n", digVersion,
                                                     fmt::join(words, " "), query.server ? "; (1 server found)\n" : "")
                                       : std::string();
        isFirst = false;
        const auto asked =
            query.search ? triedNames(settings, query.name) : std::vector<std::string>{names::absolute(query.name)};
        ServerReply got;
        for (const std::string &name : asked) {
            if (!names::isSoundName(name))
                return {10, {}, fmt::format("dig: '{}' is not a legal name (label too long)\n", query.name)};
            const names::Question question{name, query.type, query.isChaos, query.recursion};
            got = askServers(plane, servers,
                             {at, {}, query.port, question, query.tcp ? Transport::Tcp : Transport::Udp, query.edns},
                             query.tries, query.name, recording);
            if (!got.message || got.message->rcode != names::Rcode::NxDomain)
                break;
        }
        reply.out += got.complaints;
        if (!got.message) {
            // Where nothing could be sent, the lines above have said so.
            if (got.complaints.find("no servers could be reached") == std::string::npos)
                reply.out += banner + ";; no servers could be reached\n";
            reply.status = 9;
            continue;
        }
        const names::Message &message = *got.message;
        if (query.isShort) {
            for (const names::Record &record : message.answers)
                reply.out += record.data + '\n';
            continue;
        }
        reply.out += banner + sections(query, got.sending.question, message);
        // dig leaves them out where its search ends with a server that refuses.
        if (query.statistics && !(query.search && message.rcode == names::Rcode::Refused))
            reply.out += fmt::format(";; Query time: 0 msec\n;; SERVER: {0}#{1}({2}) ({3})\n"
                                     ";; WHEN: Thu Jan 01 00:00:00 UTC 1970\n;; MSG SIZE  rcvd: {4}\n\n",
                                     got.sending.server.toString(), query.port,
                                     query.server ? query.serverWord : got.sending.server.toString(),
                                     got.sending.transport == Transport::Tcp ? "TCP" : "UDP", got.bytes);
    }
    return reply;
}

} // namespace netdraft::model::terminal
