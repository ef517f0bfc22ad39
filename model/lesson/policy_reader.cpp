#include "model/exchange/line_words.h"
#include "model/lesson/expectation.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <fnmatch.h>
#include <map>

namespace netdraft::model {

namespace {

/// Whether a name fits a pattern of the shell.
bool fits(const std::string &name, std::string_view pattern)
{
    return ::fnmatch(std::string(pattern).c_str(), name.c_str(), FNM_NOESCAPE) == 0;
}

constexpr std::string_view forms =
    "\"A reaches B\", \"A never reaches B\", \"all of GROUP answers on tcp/80 from A\", \"no loops\", \"every host "
    "reaches its gateway\" or \"group NAME = A B\"";

class Reader
{
public:
    Reader(const std::string &file, const Network &network) : m_file(file), m_network(network) {}

    /// What a line says; nothing where it is empty or makes a group.
    Result<std::optional<Expectation>> read(std::string_view line)
    {
        ++m_line;
        m_words = wordsIn(line.substr(0, line.find('#')));
        m_at = 0;
        if (m_words.empty())
            return std::nullopt;
        if (take("group"))
            return group();
        Expectation expectation;
        expectation.line = m_line;
        const Word &first = m_words.front();
        const Word &last = m_words.back();
        const auto start = static_cast<std::size_t>(first.column - 1);
        expectation.words = line.substr(start, static_cast<std::size_t>(last.column - 1) + last.text.size() - start);
        if (auto read = sentence(expectation); !read)
            return fail(read.error());
        if (m_at < m_words.size())
            return wrong(fmt::format("\"{}\" is too much here; expected {}", here(), forms));
        return expectation;
    }

private:
    std::string_view here() const { return m_at < m_words.size() ? m_words[m_at].text : std::string_view(); }

    std::unexpected<Error> wrong(std::string subject) const
    {
        const int column = m_at < m_words.size() ? m_words[m_at].column
                                                 : m_words.back().column + static_cast<int>(m_words.back().text.size());
        return failAt({m_file, m_line, column}, std::move(subject));
    }

    bool take(std::string_view word)
    {
        const bool there = here() == word;
        m_at += there ? 1 : 0;
        return there;
    }

    bool take(std::initializer_list<std::string_view> words)
    {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (m_at + i >= m_words.size() || m_words[m_at + i].text != words.begin()[i])
                return false;
        }
        m_at += words.size();
        return true;
    }

    Result<std::optional<Expectation>> group()
    {
        const std::string name(here());
        if (name.empty() || name == "=")
            return wrong("a group needs a name; expected \"group NAME = A B\"");
        if (m_network.find(name))
            return wrong(fmt::format("there is a node \"{}\" already; expected another name for the group", name));
        ++m_at;
        if (!take("="))
            return wrong("expected \"=\" and the members of the group");
        Party members;
        do {
            if (auto more = addTo(members, here()); !more)
                return fail(more.error());
            ++m_at;
        } while (m_at < m_words.size());
        members.words = name;
        if (!m_groups.emplace(name, std::move(members)).second)
            return failAt({m_file, m_line, m_words[1].column},
                          fmt::format("the group \"{}\" is there already; expected another name", name));
        return std::nullopt;
    }

    Result<void> sentence(Expectation &expectation)
    {
        if (take({"no", "loops"})) {
            expectation.kind = Expectation::Kind::NoLoops;
            return {};
        }
        if (take({"every", "host", "reaches", "its", "gateway"})) {
            expectation.kind = Expectation::Kind::GatewayAnswers;
            return {};
        }
        take({"all", "of"});
        if (auto subject = party(here()); subject)
            expectation.from = std::move(*subject);
        else
            return fail(subject.error());
        ++m_at;
        if (take({"answers", "on"}) || take({"answer", "on"}))
            return answers(expectation);
        if (take({"never", "reaches"}) || take({"never", "reach"}))
            expectation.kind = Expectation::Kind::NeverReaches;
        else if (!take("reaches") && !take("reach"))
            return wrong(fmt::format("expected \"reaches\", \"never reaches\" or \"answers on PORT from\" after \"{}\"",
                                     expectation.from.words));
        take({"all", "of"});
        return goal(expectation);
    }

    /// `PORT from PARTY`: the subject is who answers.
    Result<void> answers(Expectation &expectation)
    {
        expectation.to = std::move(expectation.from);
        auto port = readPort(here());
        if (!port)
            return fail(port.error());
        expectation.port = *port;
        ++m_at;
        if (!take("from"))
            return wrong("expected \"from\" and who asks");
        take({"all", "of"});
        auto asker = party(here());
        if (!asker)
            return fail(asker.error());
        ++m_at;
        expectation.from = std::move(*asker);
        return {};
    }

    /// `PARTY`, `PARTY:PORT` or `PARTY on PORT`
    Result<void> goal(Expectation &expectation)
    {
        std::string_view name = here();
        const std::size_t colon = name.rfind(':');
        // A second colon is IPv6's.
        if (colon != std::string_view::npos && name.find(':') == colon) {
            auto port = readPort(name.substr(colon + 1));
            if (!port)
                return fail(port.error());
            expectation.port = *port;
            name = name.substr(0, colon);
        }
        auto reached = party(name);
        if (!reached)
            return fail(reached.error());
        expectation.to = std::move(*reached);
        ++m_at;
        if (!expectation.port && take("on")) {
            auto port = readPort(here());
            if (!port)
                return fail(port.error());
            expectation.port = *port;
            ++m_at;
        }
        return {};
    }

    /// `80`, `tcp/80`, `udp/53`
    Result<WantedPort> readPort(std::string_view text) const
    {
        WantedPort port;
        std::string_view digits = text;
        if (digits.starts_with("udp/"))
            port.transport = Transport::Udp;
        if (digits.starts_with("udp/") || digits.starts_with("tcp/"))
            digits.remove_prefix(4);
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port.number);
        if (error != std::errc() || end != digits.data() + digits.size() || port.number == 0)
            return wrong(fmt::format("\"{}\" is not a port; expected one like 80, tcp/80 or udp/53", text));
        return port;
    }

    Result<Party> party(std::string_view text) const
    {
        Party found;
        found.words = text;
        for (const std::string_view all : {"everyone", "everybody", "everything", "everywhere"})
            found.everyone = found.everyone || text == all;
        if (found.everyone)
            return found;
        if (const auto known = m_groups.find(text); known != m_groups.end())
            return known->second;
        if (auto added = addTo(found, text); !added)
            return fail(added.error());
        return found;
    }

    /// Adds a node, those that a pattern fits, a group, an address or a prefix.
    Result<void> addTo(Party &party, std::string_view text) const
    {
        if (text.empty())
            return wrong("expected a node, a group, an address or a prefix");
        if (const auto known = m_groups.find(text); known != m_groups.end()) {
            party.nodes.insert(party.nodes.end(), known->second.nodes.begin(), known->second.nodes.end());
            party.prefixes.insert(party.prefixes.end(), known->second.prefixes.begin(), known->second.prefixes.end());
            return {};
        }
        if (const auto address = IpAddress::parse(text)) {
            party.prefixes.push_back(Prefix::host(*address));
            return {};
        }
        if (const auto prefix = InterfaceAddress::parse(text)) {
            party.prefixes.push_back(prefix->prefix());
            return {};
        }
        const std::size_t before = party.nodes.size();
        std::vector<std::string_view> names;
        for (const auto &netns : m_network.namespaces()) {
            names.push_back(netns->name);
            if (fits(netns->name, text))
                party.nodes.push_back(netns->id);
        }
        if (party.nodes.size() > before)
            return {};
        for (const auto &[name, members] : m_groups)
            names.push_back(name);
        constexpr std::size_t most = 20;
        const bool more = names.size() > most;
        names.resize(std::min(names.size(), most));
        return wrong(fmt::format("there is no node, group or address \"{}\"; expected one of {}{}, or an address", text,
                                 fmt::join(names, ", "), more ? ", …" : ""));
    }

    std::string m_file;
    const Network &m_network;
    std::map<std::string, Party, std::less<>> m_groups;
    std::vector<Word> m_words;
    std::size_t m_at = 0;
    int m_line = 0;
};

} // namespace

Result<std::vector<Expectation>> readPolicy(std::string_view text, const std::string &file, const Network &network)
{
    Reader reader(file, network);
    std::vector<Expectation> expectations;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        auto read = reader.read(text.substr(0, end));
        if (!read)
            return fail(read.error());
        if (*read)
            expectations.push_back(std::move(**read));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    if (expectations.empty())
        return failAt({file, 1, 1}, fmt::format("there is nothing to check; expected lines such as {}", forms));
    return expectations;
}

} // namespace netdraft::model
