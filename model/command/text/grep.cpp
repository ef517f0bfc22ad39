#include "model/command/arguments.h"
#include "model/command/text/options.h"
#include "model/command/text/pattern.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace netdraft::model::command {

namespace {

using Value = LongOption::Value;

constexpr std::string_view grepUsage =
    "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.";

constexpr LongOption grepLongs[] = {
    {"ignore-case", 'i'},
    {"invert-match", 'v'},
    {"count", 'c'},
    {"line-number", 'n'},
    {"only-matching", 'o'},
    {"word-regexp", 'w'},
    {"line-regexp", 'x'},
    {"extended-regexp", 'E'},
    {"fixed-strings", 'F'},
    {"basic-regexp", 'G'},
    {"perl-regexp", 'P'},
    {"quiet", 'q'},
    {"silent", 'q'},
    {"no-messages", 's'},
    {"files-with-matches", 'l'},
    {"files-without-match", 'L'},
    {"with-filename", 'H'},
    {"no-filename", 'h'},
    {"regexp", 'e', Value::Required},
    {"file", 'f', Value::Required},
    {"after-context", 'A', Value::Required},
    {"before-context", 'B', Value::Required},
    {"context", 'C', Value::Required},
    {"max-count", 'm', Value::Required},
    {"color", 'K', Value::Optional},
    {"colour", 'K', Value::Optional},
    {"line-buffered", 'u'},
    {"text", 'a'},
    {"recursive", 'r'},
    {"byte-offset", 'b'},
};

enum class Kind : std::uint8_t { Basic, Extended, Fixed };

struct GrepOptions {
    Kind kind = Kind::Basic;
    bool ignoresCase = false;
    bool inverts = false;
    bool counts = false;
    bool numbers = false;
    bool onlyMatches = false;
    bool words = false;
    bool wholeLines = false;
    bool quiet = false;
    bool noMessages = false;
    bool lists = false;
    bool listsOthers = false;
    std::optional<bool> names;
    std::size_t before = 0;
    std::size_t after = 0;
    bool context = false; ///< any of both was given, if only as 0
    std::size_t most = std::numeric_limits<std::size_t>::max();
    std::optional<std::string> patterns; ///< a line each
};

struct Found {
    std::size_t start;
    std::size_t length;
};

bool isWordCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// All patterns together: the first match of any, the longest of those that start there.
class Search
{
public:
    Search(std::vector<Pattern> patterns, const GrepOptions &options)
        : m_patterns(std::move(patterns)), m_options(options)
    {
    }

    std::optional<Found> find(const std::string &line, std::size_t from) const
    {
        std::optional<Found> best;
        for (const Pattern &pattern : m_patterns) {
            const auto found = find(pattern, line, from);
            if (found &&
                (!best || found->start < best->start || (found->start == best->start && found->length > best->length)))
                best = found;
        }
        return best;
    }

private:
    std::optional<Found> find(const Pattern &pattern, const std::string &line, std::size_t from) const
    {
        while (true) {
            const auto parts = pattern.match(line, from);
            if (parts.empty())
                return std::nullopt;
            Found found{parts[0].start, parts[0].length};
            if (m_options.wholeLines)
                return found.start == 0 && found.length == line.size() ? std::optional(found) : std::nullopt;
            if (!m_options.words || isWord(line, found))
                return found;
            // A shorter match at the same place may be a word, as grep tries.
            if (const auto shorter = shorterWord(pattern, line, found))
                return shorter;
            if (found.start >= line.size())
                return std::nullopt;
            from = found.start + 1;
        }
    }

    static bool isWord(const std::string &line, const Found &found)
    {
        const std::size_t end = found.start + found.length;
        return (found.start == 0 || !isWordCharacter(line[found.start - 1])) &&
               (end == line.size() || !isWordCharacter(line[end]));
    }

    static std::optional<Found> shorterWord(const Pattern &pattern, const std::string &line, const Found &found)
    {
        for (std::size_t length = found.length; length-- > 0;) {
            const auto parts = pattern.match(line.substr(0, found.start + length), found.start);
            if (parts.empty() || parts[0].start != found.start)
                continue;
            const Found shorter{found.start, parts[0].length};
            if (isWord(line, shorter))
                return shorter;
        }
        return std::nullopt;
    }

    std::vector<Pattern> m_patterns;
    const GrepOptions &m_options;
};

/// Searches one text after the other.
class Grep
{
public:
    Grep(const GrepOptions &options, Search search, bool names)
        : m_options(options), m_search(std::move(search)), m_names(names)
    {
    }

    bool any() const { return m_any; }
    std::string take() { return std::move(m_out); }

    void search(const InputText &input)
    {
        const std::string name = input.name == "-" ? "(standard input)" : input.name;
        const auto lines = linesOf(input.text);
        std::vector<std::size_t> selected;
        for (std::size_t i = 0; i < lines.size() && selected.size() < m_options.most; ++i) {
            if (m_search.find(std::string(lines[i]), 0).has_value() != m_options.inverts)
                selected.push_back(i);
        }
        m_any = m_any || (m_options.listsOthers ? selected.empty() : !selected.empty());
        if (m_options.quiet)
            return;
        if (m_options.lists || m_options.listsOthers) {
            if (selected.empty() == m_options.listsOthers)
                m_out += name + '\n';
        } else if (m_options.counts) {
            m_out += fmt::format("{}{}\n", m_names ? name + ":" : "", selected.size());
        } else {
            print(name, lines, selected);
        }
    }

private:
    void print(const std::string &name, const std::vector<std::string_view> &lines,
               const std::vector<std::size_t> &selected)
    {
        const bool context = m_options.context;
        std::size_t next = 0; // the first line that is not printed
        for (std::size_t i = 0; i < selected.size(); ++i) {
            const std::size_t line = selected[i];
            const std::size_t first = std::max(next, line - std::min(line, m_options.before));
            if (context && m_printed && (first > next || next == 0))
                m_out += "--\n";
            for (std::size_t each = first; each < line; ++each)
                put(name, lines, each, '-');
            putSelected(name, lines, line);
            next = line + 1;
            const std::size_t end = i + 1 < selected.size() ? selected[i + 1] : lines.size();
            for (; next < end && next <= line + m_options.after; ++next)
                put(name, lines, next, '-');
            m_printed = true;
        }
    }

    void prefix(const std::string &name, std::size_t number, char mark)
    {
        if (m_names)
            m_out += name + mark;
        if (m_options.numbers)
            m_out += fmt::format("{}{}", number + 1, mark);
    }

    void put(const std::string &name, const std::vector<std::string_view> &lines, std::size_t number, char mark)
    {
        if (m_options.onlyMatches)
            return;
        prefix(name, number, mark);
        m_out += std::string(lines[number]) + '\n';
    }

    void putSelected(const std::string &name, const std::vector<std::string_view> &lines, std::size_t number)
    {
        if (!m_options.onlyMatches)
            return put(name, lines, number, ':');
        if (m_options.inverts)
            return;
        const std::string line(lines[number]);
        for (std::size_t at = 0; at <= line.size();) {
            const auto found = m_search.find(line, at);
            if (!found)
                return;
            if (found->length > 0) {
                prefix(name, number, ':');
                m_out += line.substr(found->start, found->length) + '\n';
            }
            at = found->start + std::max<std::size_t>(found->length, 1);
        }
    }

    const GrepOptions &m_options;
    Search m_search;
    bool m_names;
    bool m_any = false;
    bool m_printed = false;
    std::string m_out;
};

std::optional<std::size_t> numberOf(std::string_view text)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// What ends the call at once; none where the option was taken.
std::optional<Reply> takeOption(const TextCall &call, GrepOptions &options, const GivenOption &option)
{
    switch (option.letter) {
    case 'i':
    case 'y': options.ignoresCase = true; break;
    case 'v': options.inverts = true; break;
    case 'c': options.counts = true; break;
    case 'n': options.numbers = true; break;
    case 'o': options.onlyMatches = true; break;
    case 'w': options.words = true; break;
    case 'x': options.wholeLines = true; break;
    case 'E': options.kind = Kind::Extended; break;
    case 'F': options.kind = Kind::Fixed; break;
    case 'G': options.kind = Kind::Basic; break;
    case 'q': options.quiet = true; break;
    case 's': options.noMessages = true; break;
    case 'l': options.lists = true; break;
    case 'L': options.listsOthers = true; break;
    case 'H': options.names = true; break;
    case 'h': options.names = false; break;
    case 'K': // no terminal shows colours here
    case 'u':
    case 'a': break;
    case 'e': options.patterns = options.patterns ? *options.patterns + '\n' + option.value : option.value; break;
    case 'f': {
        Reply reply;
        const auto inputs = inputsOf(call, "grep", {option.value}, reply, {"{}: {}: {}", "{}: {}: {}", 2, 2});
        if (reply.status != 0)
            return reply;
        std::string lines = inputs.front().text;
        if (lines.ends_with('\n'))
            lines.pop_back();
        options.patterns = options.patterns ? *options.patterns + '\n' + lines : lines;
        break;
    }
    case 'A':
    case 'B':
    case 'C': {
        const auto number = numberOf(option.value);
        if (!number)
            return complaint(2, fmt::format("grep: {}: invalid context length argument", option.value));
        options.context = true;
        if (option.letter != 'B')
            options.after = *number;
        if (option.letter != 'A')
            options.before = *number;
        break;
    }
    case 'm': {
        const auto number = numberOf(option.value);
        if (!number)
            return complaint(2, "grep: invalid max count");
        options.most = *number;
        break;
    }
    default: return notSimulated(fmt::format("grep -{}", option.letter));
    }
    return std::nullopt;
}

} // namespace

Response grep(const TextCall &call)
{
    std::vector<std::string> words(call.words.begin(), call.words.end());
    for (std::string &word : words) {
        if (word == "--")
            break;
        // `-3` is `-C 3`.
        if (word.size() > 1 && word[0] == '-' && numberOf(std::string_view(word).substr(1)))
            word.insert(1, "C");
    }
    const GivenOptions given = readOptions(words, {"ivcnowxEFGPqslLHhe:f:A:B:C:m:yarRbTUZz", grepLongs});
    if (!given.trouble.empty())
        return complaint(2, fmt::format("grep: {}\n{}", given.trouble, grepUsage));
    GrepOptions options;
    for (const GivenOption &option : given.options) {
        if (const auto ended = takeOption(call, options, option))
            return *ended;
    }
    std::vector<std::string> files = given.operands;
    if (!options.patterns) {
        if (files.empty())
            return complaint(2, grepUsage);
        options.patterns = files.front();
        files.erase(files.begin());
    }
    std::vector<Pattern> patterns;
    for (std::string_view rest = *options.patterns;;) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, end);
        Pattern::Trouble trouble;
        auto pattern = Pattern::of(options.kind == Kind::Fixed ? quotedPattern(line) : std::string(line),
                                   options.kind == Kind::Basic ? Pattern::Syntax::Basic : Pattern::Syntax::Extended,
                                   options.ignoresCase ? Pattern::Case::Ignored : Pattern::Case::Kept, trouble);
        if (!pattern && trouble.notSimulated)
            return notSimulated(trouble.text);
        if (!pattern)
            return complaint(2, "grep: " + trouble.text);
        patterns.push_back(std::move(*pattern));
        if (end == rest.size())
            break;
        rest.remove_prefix(end + 1);
    }
    Reply reply;
    const auto inputs = inputsOf(call, "grep", files, reply, {"{}: {}: {}", "{}: {}: {}", 2, 2});
    if (reply.status == 127)
        return reply;
    Grep grep(options, Search(std::move(patterns), options), options.names.value_or(files.size() > 1));
    for (const InputText &input : inputs)
        grep.search(input);
    reply.out = grep.take();
    if (options.noMessages)
        reply.err.clear();
    if (reply.status == 0 || (options.quiet && grep.any()))
        reply.status = grep.any() ? 0 : 1;
    return reply;
}

Response grepAs(const TextCall &call, const char *option)
{
    std::vector<std::string> words{option};
    words.insert(words.end(), call.words.begin(), call.words.end());
    return grep({call.network, call.netns, words, call.input});
}

} // namespace netdraft::model::command
