#include "model/command/text/sed_script.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command::sed_script {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Reader
{
public:
    Reader(std::string_view script, int number, Pattern::Syntax syntax, std::vector<Command> &commands)
        : m_script(script), m_number(number), m_syntax(syntax), m_commands(commands)
    {
    }

    std::optional<Trouble> read()
    {
        while (!m_trouble) {
            while (m_at < m_script.size() && (isSpace(peek()) || peek() == ';'))
                ++m_at;
            if (m_at >= m_script.size() || peek() == '#')
                break;
            readCommand();
        }
        if (!m_trouble && !m_open.empty())
            m_trouble = Trouble{fmt::format("sed: -e expression #{}, char 0: unmatched `{{'", m_number)};
        return m_trouble;
    }

private:
    static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n'; }
    char peek() const { return m_at < m_script.size() ? m_script[m_at] : '\0'; }
    bool ends() const { return m_at >= m_script.size(); }
    void skipBlanks()
    {
        while (peek() == ' ' || peek() == '\t')
            ++m_at;
    }

    /// At the character that was looked at last.
    void wrong(std::string_view what, std::size_t at)
    {
        if (!m_trouble)
            m_trouble = Trouble{fmt::format("sed: -e expression #{}, char {}: {}", m_number, at, what)};
    }
    void beyond(std::string what)
    {
        if (!m_trouble)
            m_trouble = Trouble{std::move(what), true};
    }

    std::size_t readNumber()
    {
        std::size_t number = 0;
        for (; isDigit(peek()); ++m_at)
            number = std::min<std::size_t>(number * 10 + static_cast<std::size_t>(peek() - '0'), 1'000'000'000);
        return number;
    }

    /// Text up to the delimiter, which is taken; none where it is missing. An escaped delimiter is the character.
    std::optional<std::string> readUpTo(char delimiter, bool isPattern)
    {
        std::string text;
        bool inBrackets = false;
        for (; !ends(); ++m_at) {
            const char c = peek();
            if (c == delimiter && !inBrackets) {
                ++m_at;
                return text;
            }
            if (c == '\\' && m_at + 1 < m_script.size()) {
                const char next = m_script[++m_at];
                if (next == delimiter)
                    text += next;
                else if (next == 'n' && isPattern)
                    text += '\n';
                else if (next == 't' && isPattern)
                    text += '\t';
                else
                    text += {c, next};
                continue;
            }
            if (isPattern && c == '[' && !inBrackets)
                inBrackets = m_script.find(']', m_at + 2) != std::string_view::npos;
            else if (c == ']' && inBrackets && text.back() != '[' && !text.ends_with("[^"))
                inBrackets = false;
            text += c;
        }
        return std::nullopt;
    }

    std::shared_ptr<const Pattern> compiled(const std::string &expression, Pattern::Case letters)
    {
        if (expression.empty()) {
            beyond("sed with the regular expression used last");
            return nullptr;
        }
        Pattern::Trouble trouble;
        auto pattern = Pattern::of(expression, m_syntax, letters, trouble);
        if (!pattern && trouble.notSimulated)
            beyond(trouble.text);
        else if (!pattern)
            wrong(trouble.text, m_at);
        return pattern ? std::make_shared<const Pattern>(std::move(*pattern)) : nullptr;
    }

    std::optional<Address> readAddress(bool second)
    {
        Address address;
        if (second && peek() == '+') {
            ++m_at;
            address.kind = Address::Kind::Following;
            address.line = readNumber();
            return address;
        }
        if (isDigit(peek())) {
            address.line = readNumber();
            if (peek() == '~') {
                ++m_at;
                address.kind = Address::Kind::Every;
                address.step = readNumber();
            }
            return address;
        }
        if (peek() == '$') {
            ++m_at;
            address.kind = Address::Kind::Last;
            return address;
        }
        if (peek() != '/' && peek() != '\\')
            return std::nullopt;
        if (peek() == '\\')
            ++m_at;
        const char delimiter = peek();
        ++m_at;
        const auto expression = readUpTo(delimiter, true);
        if (!expression) {
            wrong("unterminated address regex", m_script.size());
            return std::nullopt;
        }
        auto letters = Pattern::Case::Kept;
        if (peek() == 'I') {
            ++m_at;
            letters = Pattern::Case::Ignored;
        }
        address.kind = Address::Kind::Matching;
        address.pattern = compiled(*expression, letters);
        return address;
    }

    void readCommand()
    {
        Command command;
        command.from = readAddress(false);
        if (m_trouble)
            return;
        skipBlanks();
        if (command.from && peek() == ',') {
            ++m_at;
            skipBlanks();
            command.to = readAddress(true);
            if (!command.to && !m_trouble)
                wrong("unexpected `,'", m_at + 1);
        }
        if (m_trouble)
            return;
        const bool zero = command.from && command.from->kind == Address::Kind::Line && command.from->line == 0;
        if (zero && !(command.to && command.to->kind == Address::Kind::Matching))
            return wrong("invalid usage of line address 0", m_at + 1);
        skipBlanks();
        while (peek() == '!') {
            command.inverted = true;
            ++m_at;
            skipBlanks();
        }
        if (ends())
            return wrong("missing command", m_at);
        command.letter = m_script[m_at++];
        readRest(std::move(command));
    }

    void readRest(Command command)
    {
        switch (command.letter) {
        case '{':
            m_open.push_back(m_commands.size());
            m_commands.push_back(std::move(command));
            return;
        case '}':
            if (m_open.empty())
                return wrong("unexpected `}'", m_at);
            if (command.from)
                return wrong("} doesn't want any addresses", m_at);
            m_commands[m_open.back()].end = m_commands.size();
            m_open.pop_back();
            return endCommand();
        case 'p':
        case 'd':
        case '=': m_commands.push_back(std::move(command)); return endCommand();
        case 'q':
        case 'Q':
            if (command.to)
                return wrong("command only uses one address", m_at);
            skipBlanks();
            command.status = static_cast<int>(readNumber() & 0xffU);
            m_commands.push_back(std::move(command));
            return endCommand();
        case 's': return readSubstitution(std::move(command));
        case 'y': return readTransliteration(std::move(command));
        case 'a':
        case 'i':
        case 'c': return readText(std::move(command));
        default: break;
        }
        if (std::string_view("nNDPhHgGxbtT:lrRwWevFz").find(command.letter) != std::string_view::npos)
            return beyond(fmt::format("the command {} of sed", command.letter));
        wrong(fmt::format("unknown command: `{}'", command.letter), m_at);
    }

    void endCommand()
    {
        skipBlanks();
        if (ends() || peek() == ';' || peek() == '\n' || peek() == '#' || peek() == '}')
            return;
        wrong("extra characters after command", m_at + 1);
    }

    void readSubstitution(Command command)
    {
        const char delimiter = peek();
        if (ends() || delimiter == '\n' || delimiter == '\\')
            return wrong("unterminated `s' command", m_script.size());
        ++m_at;
        const auto expression = readUpTo(delimiter, true);
        const auto replacement = expression ? readUpTo(delimiter, false) : std::nullopt;
        if (!replacement)
            return wrong("unterminated `s' command", m_script.size());
        command.text = *replacement;
        auto letters = Pattern::Case::Kept;
        for (;; ++m_at) {
            const char flag = peek();
            if (flag == 'g')
                command.global = true;
            else if (flag == 'p')
                command.prints = true;
            else if (flag == 'i' || flag == 'I')
                letters = Pattern::Case::Ignored;
            else if (isDigit(flag)) {
                command.which = readNumber();
                if (command.which == 0)
                    return wrong("number option to `s' command may not be zero", m_at);
                --m_at;
            } else
                break;
        }
        skipBlanks();
        if (!ends() && std::string_view(";\n#}").find(peek()) == std::string_view::npos) {
            if (peek() == 'e' || peek() == 'w' || peek() == 'm' || peek() == 'M')
                return beyond(fmt::format("the flag {} of sed's s", peek()));
            return wrong("unknown option to `s'", m_at + 1);
        }
        command.pattern = compiled(*expression, letters);
        m_commands.push_back(std::move(command));
    }

    void readTransliteration(Command command)
    {
        const char delimiter = peek();
        ++m_at;
        const auto from = ends() ? std::nullopt : readUpTo(delimiter, true);
        const auto to = from ? readUpTo(delimiter, true) : std::nullopt;
        if (!to)
            return wrong("unterminated `y' command", m_script.size());
        if (from->size() != to->size())
            return wrong("strings for `y' command are different lengths", m_at);
        command.text = *from;
        command.others = *to;
        m_commands.push_back(std::move(command));
        endCommand();
    }

    /// `a TEXT` up to the end of the line, or `a\` and the text.
    void readText(Command command)
    {
        skipBlanks();
        if (ends())
            return wrong(fmt::format("expected \\ after `a', `c' or `i'"), m_at);
        if (peek() == '\\') {
            ++m_at;
            skipBlanks();
            if (peek() == '\n')
                ++m_at;
        }
        for (; !ends() && peek() != '\n'; ++m_at) {
            if (peek() == '\\' && m_at + 1 < m_script.size())
                ++m_at;
            command.text += peek();
        }
        command.text += '\n';
        m_commands.push_back(std::move(command));
    }

    std::string_view m_script;
    int m_number;
    Pattern::Syntax m_syntax;
    std::vector<Command> &m_commands;
    std::size_t m_at = 0;
    std::vector<std::size_t> m_open;
    std::optional<Trouble> m_trouble;
};

} // namespace

std::optional<Trouble> read(std::string_view script, int number, Pattern::Syntax syntax, std::vector<Command> &commands)
{
    return Reader(script, number, syntax, commands).read();
}

} // namespace netdraft::model::command::sed_script
