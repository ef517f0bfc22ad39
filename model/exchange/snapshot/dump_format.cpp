#include "model/exchange/snapshot/dump_format.h"

#include "model/exchange/snapshot/answers.h"
#include "model/exchange/snapshot/assembly.h"
#include "model/exchange/snapshot/node_names.h"
#include "model/exchange/snapshot/prompts.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

using namespace snapshot;

namespace {

/// A piece of the text that answers one question in one place.
struct Piece {
    std::string host;
    std::string netns;
    Question question = Question::Links;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class Cutting
{
public:
    explicit Cutting(std::string_view text) : m_text(text) {}

    std::vector<Piece> run()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const std::size_t end = std::min(m_text.find('\n', at), m_text.size());
            readLine(m_text.substr(at, end - at), at, end);
            at = end + 1;
        }
        close(m_text.size());
        return std::move(m_pieces);
    }

private:
    void readLine(std::string_view line, std::size_t at, std::size_t end)
    {
        while (line.ends_with('\r'))
            line.remove_suffix(1);
        if (const auto typed = typedCommand(line)) {
            close(at);
            m_prompted = true;
            if (typed->question)
                m_open = Piece{typed->host, typed->netns, *typed->question, std::min(end + 1, m_text.size()), 0};
            return;
        }
        if (m_prompted || line.empty())
            return;
        const auto question = questionOfLine(line);
        if (!question || (m_open && m_open->question == *question) || isInside(line))
            return;
        close(at);
        m_open = Piece{{}, {}, *question, at, 0};
    }

    /// Lines of a table of nft, or below the head of one of iptables, that look like something else.
    bool isInside(std::string_view line) const
    {
        if (!m_open)
            return false;
        const bool ofIptables = m_open->question == Question::Iptables || m_open->question == Question::Ip6tables;
        return (ofIptables && line.starts_with('*')) ||
               (m_open->question == Question::Nft && (line.front() == '\t' || line.front() == ' '));
    }

    void close(std::size_t end)
    {
        if (m_open) {
            m_open->end = end;
            if (m_open->end > m_open->begin)
                m_pieces.push_back(std::move(*m_open));
        }
        m_open.reset();
    }

    std::string_view m_text;
    bool m_prompted = false; ///< there are prompts, so that lines need not be guessed at
    std::optional<Piece> m_open;
    std::vector<Piece> m_pieces;
};

/// Where a piece belongs: a host is the machine itself where only one without a name is seen.
std::string nodeOf(const Piece &piece)
{
    return !piece.netns.empty() ? piece.netns : piece.host.empty() ? std::string("host") : piece.host;
}

} // namespace

bool claimsDump(const ImportSource &source)
{
    if (source.folder)
        return false;
    const std::string_view text = source.text();
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos || text[begin] == '{' || text[begin] == '[')
        return false;
    const std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
    return typedCommand(line) || questionOfLine(line);
}

Result<Imported> readDump(const ImportSource &source)
{
    const auto text = std::make_shared<const std::string>(source.text());
    const auto pieces = Cutting(*text).run();
    if (pieces.empty())
        return failAt({source.path, 1, 1}, "nothing that a tool of Linux prints; expected what `ip addr` or `ip route` "
                                           "says, with the prompt before it or without");
    std::vector<Answers> all;
    std::set<std::string> names;
    std::map<std::string, std::size_t> byNode;
    Seen seen{.namespaces = {}};
    for (const Piece &piece : pieces) {
        const auto [known, isNew] = byNode.emplace(nodeOf(piece), all.size());
        if (isNew)
            all.push_back({freeName(known->first, names), "netns/" + known->first, {}});
        auto output = readAnswer(piece.question, source.path, text, piece.begin, piece.end);
        if (!output)
            seen.troubles.push_back(output.error());
        else if (*output)
            all[known->second].outputs.push_back(std::move(**output));
    }
    for (const Answers &answers : all) {
        seen.namespaces.emplace_back(answers);
        readLinks(seen.namespaces.back(), seen.troubles, seen.notes);
        if (seen.namespaces.back().links.empty() && !answers.outputs.empty())
            seen.troubles.push_back(
                {ErrorCode::Input,
                 fmt::format("of {} it is not said which links it has; expected `ip addr` or `ip link` of it",
                             answers.name),
                 answers.outputs.front().at(answers.outputs.front().begin)});
    }
    wire(seen);
    return build(std::move(seen));
}

} // namespace netdraft::model
