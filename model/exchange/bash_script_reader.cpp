#include "model/exchange/bash_script_reader.h"

#include "model/exchange/annotation_line.h"
#include "model/exchange/lab_script.h"
#include "model/exchange/line_words.h"
#include "model/terminal/terminal.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace netdraft::model {

namespace {

/// A line without the comment at its end, as a shell sees it.
std::string_view withoutComment(std::string_view line)
{
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != 0 && c != quote)
            continue;
        if (quote != 0)
            quote = 0;
        else if (c == '\'' || c == '"')
            quote = c;
        else if (c == '\\')
            ++i;
        else if (c == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t'))
            return line.substr(0, i);
    }
    return line;
}

class ScriptReader
{
public:
    ScriptReader(std::string_view text, const std::string &file) : m_rest(text), m_file(file) {}

    Result<Project> read()
    {
        if (auto found = findNetwork(); !found)
            return fail(found.error());
        while (nextLine()) {
            if (trimmed(m_line) == mark::end)
                return std::move(m_project);
            if (auto done = readLine(); !done)
                return fail(done.error());
        }
        return wrong(1, fmt::format("the file ends inside the network; expected the line \"{}\"", mark::end));
    }

private:
    std::unexpected<Error> wrong(int column, std::string what) const
    {
        return failAt({m_file, std::max(m_number, 1), column}, std::move(what));
    }

    int indent() const { return static_cast<int>(std::min(m_line.find_first_not_of(" \t"), m_line.size())) + 1; }

    bool nextLine()
    {
        if (m_rest.empty())
            return false;
        const auto end = std::min(m_rest.find('\n'), m_rest.size());
        m_line = m_rest.substr(0, end);
        m_rest.remove_prefix(std::min(end + 1, m_rest.size()));
        ++m_number;
        return true;
    }

    Result<void> findNetwork()
    {
        bool versioned = false;
        while (nextLine()) {
            const std::string_view line = trimmed(m_line);
            if (!versioned && line.starts_with(mark::version)) {
                if (line.substr(mark::version.size()) != std::to_string(labScriptVersion))
                    return wrong(static_cast<int>(mark::version.size()) + 1,
                                 fmt::format("this lab script has the version \"{}\"; expected {}",
                                             line.substr(mark::version.size()), labScriptVersion));
                versioned = true;
            }
            if (versioned && line == mark::begin)
                return {};
        }
        m_number = 1;
        return wrong(1,
                     fmt::format("this is not a lab script that Netdraft wrote; expected the lines \"{}{}\" and \"{}\"",
                                 mark::version, labScriptVersion, mark::begin));
    }

    Result<void> readLine()
    {
        const std::string_view line = trimmed(m_line);
        if (line.starts_with(mark::place))
            return readPlace();
        if (line.starts_with(mark::inside))
            return readInside();
        if (line.starts_with(mark::folded))
            return readFolded();
        if (line.starts_with(mark::process))
            return readProcess();
        if (line.starts_with(mark::annotation))
            return readAnnotationRemark(line.substr(mark::annotation.size()));
        const std::string_view bare = trimmed(withoutComment(m_line));
        if (bare.empty() || bare == "build() {" || bare == "}" || bare == ":")
            return {};
        const std::string_view first = bare.substr(0, bare.find_first_of(" \t"));
        if (first == backgroundFunction || first == radvdFunction)
            return readCommand(trimmed(bare.substr(first.size())));
        if (std::ranges::find(labScriptFunctions, first) != std::end(labScriptFunctions)) {
            skipContinuation(bare);
            return {};
        }
        return readCommand(bare);
    }

    /// A long call of one of the script's functions goes on in the next line.
    void skipContinuation(std::string_view line)
    {
        while (line.ends_with('\\') && nextLine())
            line = trimmed(m_line);
    }

    Result<void> readCommand(std::string_view line)
    {
        auto words = splitWords(line);
        if (!words)
            return wrong(indent() + (words.error().position ? words.error().position->column - 1 : 0),
                         describe(Error{words.error().code, words.error().subject}));
        if (words->empty())
            return wrong(indent(), "there is no command here; expected one that builds a part of the network");
        if (words->front() != "echo" && words->front() != "printf" &&
            (std::ranges::count(*words, ">") > 0 || std::ranges::count(*words, ">>") > 0))
            return wrong(indent(), "this command writes a file; expected one that builds a part of the network");
        const Outcome outcome = run(m_project, hostNetns, *words);
        if (outcome.reply.status != 0)
            return wrong(indent(),
                         fmt::format("this command is refused: {}",
                                     trimmed(outcome.reply.err.empty() ? outcome.reply.out : outcome.reply.err)));
        if (outcome.edits.empty())
            return wrong(indent(), "this command changes nothing; expected one that builds a part of the network");
        if (auto applied = apply(m_project, outcome.edits); !applied)
            return wrong(indent(), describe(applied.error()));
        return {};
    }

    /// `# netdraft: place NODE KIND X Y`
    Result<void> readPlace()
    {
        const std::vector<Word> words = wordsIn(m_line);
        if (words.size() != 7)
            return wrong(indent(), fmt::format("expected \"{}NODE KIND X Y\"", mark::place));
        const Word &node = words[3];
        if (!m_project.network.find(node.text))
            return wrong(node.column, fmt::format("there is no node \"{}\"", node.text));
        NodeDrawing drawing;
        const auto kind = kindNamed(words[4].text);
        if (!kind)
            return wrong(
                words[4].column,
                fmt::format("\"{}\" is not a kind of node; expected device, switch, router, namespace or machine",
                            words[4].text));
        drawing.kind = *kind;
        const auto x = coordinate(words[5]);
        if (!x)
            return fail(x.error());
        const auto y = coordinate(words[6]);
        if (!y)
            return fail(y.error());
        drawing.position = {*x, *y};
        return draw(node, PlaceNode{std::string(node.text), drawing});
    }

    /// `# netdraft: inside NODE [OUTER]`
    Result<void> readInside()
    {
        const std::vector<Word> words = wordsIn(m_line);
        if (words.size() != 4 && words.size() != 5)
            return wrong(indent(), fmt::format("expected \"{}NODE [OUTER]\"", mark::inside));
        const std::string outer(words.size() == 5 ? words[4].text : std::string_view());
        return draw(words[3], NestNode{std::string(words[3].text), outer});
    }

    /// `# netdraft: process NODE PID COUNT COMMAND…`, and as many lines that start what stands in for it.
    Result<void> readProcess()
    {
        constexpr int mostSockets = 1000;
        const std::vector<Word> words = wordsIn(m_line);
        if (words.size() < 7)
            return wrong(indent(), fmt::format("expected \"{}NODE PID COUNT COMMAND…\"", mark::process));
        const auto pid = wholeNumber(words[4]);
        const auto count = wholeNumber(words[5]);
        if (!pid)
            return fail(pid.error());
        if (!count)
            return fail(count.error());
        StartProcess start{std::string(words[3].text), {}, {}, *pid};
        for (std::size_t at = 6; at < words.size(); ++at)
            start.command += fmt::format("{}{}", at == 6 ? "" : " ", words[at].text);
        for (int at = 0; at < std::min(*count, mostSockets); ++at) {
            if (!nextLine() || !trimmed(m_line).starts_with(backgroundFunction))
                return wrong(indent(), fmt::format("expected a line that begins with \"{}\"", backgroundFunction));
            const auto given = splitWords(trimmed(trimmed(m_line).substr(backgroundFunction.size())));
            if (!given)
                return wrong(indent(), describe(given.error()));
            const Outcome outcome = run(m_project, hostNetns, *given);
            const auto *socket =
                outcome.edits.edits.size() == 1 ? std::get_if<AddSocket>(&outcome.edits.edits.front().kind) : nullptr;
            if (!socket)
                return wrong(indent(), "expected a socat that listens");
            start.sockets.push_back({socket->transport, socket->address, socket->port, socket->v6only});
        }
        if (auto applied = apply(m_project, EditList{std::move(start)}); !applied)
            return wrong(indent(), describe(applied.error()));
        return {};
    }

    /// `# netdraft: folded NODE`
    Result<void> readFolded()
    {
        const std::vector<Word> words = wordsIn(m_line);
        if (words.size() != 4)
            return wrong(indent(), fmt::format("expected \"{}NODE\"", mark::folded));
        return draw(words[3], FoldNode{std::string(words[3].text), true});
    }

    /// `# netdraft: annotation {"kind": …}`, as in project files.
    Result<void> readAnnotationRemark(std::string_view json)
    {
        const int column = static_cast<int>(json.data() - m_line.data()) + 1;
        const auto here = [&](const Error &error) {
            return wrong(column + (error.position ? error.position->column - 1 : 0),
                         describe(Error{error.code, error.subject}));
        };
        const auto value = parseJson(json, m_file);
        if (!value)
            return here(value.error());
        ProjectText text(json, m_file);
        const auto annotation = readAnnotation(text, *value);
        if (!annotation)
            return here(text.error());
        if (auto applied = apply(m_project, {PutAnnotation{freeAnnotation(*m_project.drawing), *annotation}}); !applied)
            return wrong(column, describe(applied.error()));
        return {};
    }

    Result<void> draw(const Word &node, const Edit &edit)
    {
        if (auto applied = apply(m_project, {edit}); !applied)
            return wrong(node.column, describe(applied.error()));
        return {};
    }

    Result<double> coordinate(const Word &word) const
    {
        double value = 0;
        const std::string text(word.text);
        const char *end = text.data() + text.size();
        const auto [stop, error] = std::from_chars(text.data(), end, value);
        if (error != std::errc{} || stop != end || !std::isfinite(value) || std::abs(value) > 1e6)
            return wrong(word.column, fmt::format("\"{}\" is not a place on the canvas; expected a number", word.text));
        return value;
    }

    Result<int> wholeNumber(const Word &word) const
    {
        int value = 0;
        const char *end = word.text.data() + word.text.size();
        const auto [stop, error] = std::from_chars(word.text.data(), end, value);
        if (error != std::errc{} || stop != end || value < 0)
            return wrong(word.column, fmt::format("\"{}\" is no number; expected one such as 501", word.text));
        return value;
    }

    std::string_view m_rest;
    const std::string &m_file;
    std::string_view m_line;
    int m_number = 0;
    Project m_project;
};

} // namespace

bool isLabScript(std::string_view text)
{
    return text.starts_with("#!") && text.find(mark::version) != std::string_view::npos;
}

Result<Project> readScript(std::string_view text, const std::string &file)
{
    return ScriptReader(text, file).read();
}

} // namespace netdraft::model
