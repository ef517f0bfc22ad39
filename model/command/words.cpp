#include "model/command/command.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

bool isSafe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_-./:@%+=,").find(c) != std::string_view::npos;
}

std::string quoted(std::string_view word)
{
    if (!word.empty() && std::ranges::all_of(word, isSafe))
        return std::string(word);
    std::string text = "'";
    for (const char c : word) {
        if (c == '\'')
            text += "'\\''";
        else
            text += c;
    }
    return text + "'";
}

/// What printf(1) writes for a format without arguments; none where that needs more than line feeds.
std::optional<std::string> printed(std::string_view format)
{
    std::string text;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const bool feed = format[i] == '\\' && format.substr(i + 1).starts_with('n');
        if (format[i] == '%' || (format[i] == '\\' && !feed))
            return std::nullopt;
        text += feed ? '\n' : format[i];
        i += feed ? 1 : 0;
    }
    return text;
}

/// What the command in a `<(…)` writes, for those that do nothing else.
std::optional<std::string> written(std::span<const std::string> words)
{
    if (words.size() == 2 && words[0] == "printf")
        return printed(words[1]);
    if (words.size() == 3 && words[0] == "printf" && (words[1] == "%s" || words[1] == "%s\\n"))
        return words[2] + (words[1] == "%s" ? "" : "\n");
    if (words.empty() || words[0] != "echo" || (words.size() > 1 && words[1].starts_with('-')))
        return std::nullopt;
    std::string text;
    for (const std::string &word : words.subspan(1))
        text += (text.empty() ? "" : " ") + word;
    return text + '\n';
}

/// Reads one line, character by character.
class Splitter
{
public:
    explicit Splitter(std::string_view line) : m_line(line) {}

    Result<std::vector<std::string>> split()
    {
        while (m_at < m_line.size()) {
            const char c = m_line[m_at];
            Result<void> done;
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
                endWord();
            } else if (c == '#' && !m_inWord) {
                break;
            } else if (c == '&' && endsLine()) {
                break; // in the background, where everything here runs at once
            } else if (c == '>') {
                redirect();
            } else if (c == '<' && !m_inWord && m_line.substr(m_at).starts_with("<(")) {
                done = substitute();
            } else if (c == '\'') {
                done = singleQuotes();
            } else if (c == '"') {
                done = doubleQuotes();
            } else if (c == '\\') {
                done = backslash();
            } else if (std::string_view(";|&$`<(){}*?[]~!").find(c) != std::string_view::npos && !isPlainHere(c)) {
                done = unsupported(c);
            } else {
                put(c);
            }
            if (!done)
                return fail(done.error());
            ++m_at;
        }
        endWord();
        return std::move(m_words);
    }

private:
    /// Characters that a shell takes as themselves unless they stand at certain places.
    bool isPlainHere(char c) const
    {
        // A `!` alone inverts a command only where it is the first word.
        const bool ends = m_at + 1 == m_line.size() || m_line[m_at + 1] == ' ' || m_line[m_at + 1] == '\t';
        const bool differs = m_at + 1 < m_line.size() && m_line[m_at + 1] == '=';
        // So does a brace alone, which opens and closes the sets of nft.
        return (c == '~' && m_inWord) || ((c == '{' || c == '}' || c == '!' || c == ']') && m_inWord) ||
               (c == '!' && (ends || differs) && !m_words.empty()) ||
               ((c == '{' || c == '}') && ends && !m_words.empty()) || (c == '[' && opensAddress());
    }

    /// Whether a `&` ends the line, behind a command.
    bool endsLine() const
    {
        return (m_inWord || !m_words.empty()) &&
               m_line.find_first_not_of(" \t\n\r", m_at + 1) == std::string_view::npos;
    }

    /// `[2001:db8::1]:80` and `trunks=[10,20]` are patterns too, but of names so odd that no file will have one, and
    /// stay as they are.
    bool opensAddress() const
    {
        const std::size_t end = m_line.find(']', m_at);
        if (end == std::string_view::npos)
            return false;
        const std::string_view inside = m_line.substr(m_at + 1, end - m_at - 1);
        if (m_word.ends_with('=') && inside.find_first_not_of("0123456789,-") == std::string_view::npos)
            return true;
        return inside.find(':') != std::string_view::npos &&
               inside.find_first_not_of("0123456789abcdefABCDEF:.%/-") == std::string_view::npos;
    }

    void put(char c)
    {
        m_word += c;
        m_inWord = true;
    }

    void endWord()
    {
        if (m_inWord)
            m_words.push_back(std::move(m_word));
        m_word.clear();
        m_inWord = false;
    }

    void redirect()
    {
        // `1>` redirects as `>` does.
        if (m_word == "1")
            m_inWord = false;
        endWord();
        const bool append = m_line.substr(m_at).starts_with(">>");
        m_words.emplace_back(append ? ">>" : ">");
        m_at += append ? 1 : 0;
    }

    /// `<(COMMAND)`, up to the bracket that is not quoted.
    Result<void> substitute()
    {
        const std::size_t start = m_at + 2;
        char quote = 0;
        std::size_t end = start;
        for (; end < m_line.size() && (quote != 0 || m_line[end] != ')'); ++end) {
            const char c = m_line[end];
            if (quote == 0 && (c == '\'' || c == '"'))
                quote = c;
            else if (c == quote)
                quote = 0;
            else if (c == '\\' && quote != '\'')
                ++end;
        }
        if (end >= m_line.size())
            return fail(ErrorCode::Input, "a <( is not closed; expected a ) before the end of the line");
        auto words = Splitter(m_line.substr(start, end - start)).split();
        if (!words)
            return fail(words.error());
        auto text = written(*words);
        if (!text)
            return fail(ErrorCode::Input, "only echo and printf of plain text are run in a <( ) here");
        m_word = substitution(*text);
        m_inWord = true;
        m_at = end;
        return {};
    }

    Result<void> singleQuotes()
    {
        const std::size_t end = m_line.find('\'', m_at + 1);
        if (end == std::string_view::npos)
            return fail(ErrorCode::Input, "a quote ' is not closed; expected another ' before the end of the line");
        m_word += m_line.substr(m_at + 1, end - m_at - 1);
        m_inWord = true;
        m_at = end;
        return {};
    }

    Result<void> doubleQuotes()
    {
        m_inWord = true;
        for (++m_at; m_at < m_line.size(); ++m_at) {
            const char c = m_line[m_at];
            if (c == '"')
                return {};
            if (c == '$' || c == '`')
                return unsupported(c);
            const bool escape = c == '\\' && m_at + 1 < m_line.size() &&
                                std::string_view("\"\\$`").find(m_line[m_at + 1]) != std::string_view::npos;
            m_word += escape ? m_line[++m_at] : c;
        }
        return fail(ErrorCode::Input, "a quote \" is not closed; expected another \" before the end of the line");
    }

    Result<void> backslash()
    {
        if (m_at + 1 == m_line.size())
            return fail(ErrorCode::Input, "nothing follows the backslash at the end of the line");
        put(m_line[++m_at]);
        return {};
    }

    static Result<void> unsupported(char c)
    {
        return fail(ErrorCode::Input,
                    fmt::format("\"{}\" is the shell's, and only single commands are run here; quote it to mean "
                                "the character",
                                c));
    }

    std::string_view m_line;
    std::size_t m_at = 0;
    std::vector<std::string> m_words;
    std::string m_word;
    bool m_inWord = false;
};

constexpr std::string_view substitutionStart = "<(interface ";

} // namespace

std::string substitution(std::string_view text)
{
    return fmt::format("<({})", text);
}

std::optional<std::string_view> substitutedText(std::string_view word)
{
    if (!word.starts_with("<(") || !word.ends_with(')'))
        return std::nullopt;
    return word.substr(2, word.size() - 3);
}

std::string shellLine(std::span<const std::string> words)
{
    std::string line;
    for (const std::string &word : words) {
        if (!line.empty())
            line += ' ';
        const bool plain = word == ">" || word == ">>" || (word == "!" && !line.empty());
        // Only what AddRadvd says; whatever stands in the quotes is no more than text.
        const auto text = word.starts_with(substitutionStart) ? substitutedText(word) : std::nullopt;
        line += text ? fmt::format("<(echo {})", quoted(*text)) : plain ? word : quoted(word);
    }
    return line;
}

bool neverEnds(const Edit &edit)
{
    return std::holds_alternative<AddSocket>(edit.kind) || std::holds_alternative<StartProcess>(edit.kind);
}

std::string commandLine(const Edit &edit, Prompt prompt)
{
    const std::string line = shellLine(wordsOf(edit, prompt));
    return neverEnds(edit) ? line + " &" : line;
}

Result<std::vector<std::string>> splitWords(std::string_view line)
{
    return Splitter(line).split();
}

} // namespace netdraft::model
