#include "model/command/text/awk/tokens.h"

#include "model/command/text/escapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace netdraft::model::command::awk_program {

namespace {

using TokenKind = Token::Kind;

constexpr std::string_view keywords[] = {"BEGIN",  "END",      "print",  "printf",  "if",      "else",  "while",
                                         "for",    "do",       "next",   "exit",    "in",      "break", "continue",
                                         "delete", "function", "return", "getline", "nextfile"};
constexpr std::string_view functions[] = {"length",  "substr",   "index",   "split", "sub",   "gsub",   "match",
                                          "toupper", "tolower",  "sprintf", "int",   "sin",   "cos",    "atan2",
                                          "exp",     "log",      "sqrt",    "rand",  "srand", "system", "close",
                                          "fflush",  "strftime", "systime", "mktime"};
constexpr std::string_view signs[] = {
    "**=", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "!~", "++", "--",
    "&&",  "||", ">>", "{",  "}",  "(",  ")",  "[",  "]",  ";",  ",",  "+",  "-",  "*",
    "/",   "%",  "^",  "!",  ">",  "<",  "|",  "?",  ":",  "~",  "$",  "="};

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

class Lexer
{
public:
    Lexer(std::string_view text, std::vector<Token> &tokens) : m_text(text), m_tokens(tokens) {}

    std::optional<Trouble> read()
    {
        while (m_at < m_text.size() && !m_trouble) {
            const char c = m_text[m_at];
            if (c == ' ' || c == '\t' || c == '\r')
                ++m_at;
            else if (c == '\\' && m_text.substr(m_at).starts_with("\\\n")) {
                m_at += 2;
                ++m_line;
            } else if (c == '#')
                m_at = std::min(m_text.find('\n', m_at), m_text.size());
            else if (c == '\n') {
                put(TokenKind::NewLine, 1);
                ++m_line;
            } else if (c == '"')
                readText();
            else if (c == '/' && startsRegex())
                readRegex();
            else if (isDigit(c) || (c == '.' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1])))
                readNumber();
            else if (isNameStart(c))
                readName();
            else
                readSign();
        }
        put(TokenKind::End, 0);
        return m_trouble;
    }

private:
    void put(TokenKind kind, std::size_t length, std::string text = {})
    {
        Token token;
        token.kind = kind;
        token.word = m_text.substr(m_at, length);
        token.text = text.empty() && kind != TokenKind::Text && kind != TokenKind::Regex ? token.word : std::move(text);
        token.line = m_line;
        m_tokens.push_back(std::move(token));
        m_at += length;
    }

    /// A slash behind an operand divides.
    bool startsRegex() const
    {
        if (m_tokens.empty())
            return true;
        const Token &before = m_tokens.back();
        switch (before.kind) {
        case TokenKind::Number:
        case TokenKind::Text:
        case TokenKind::Regex:
        case TokenKind::Name: return false;
        case TokenKind::Function: return false;
        case TokenKind::Sign:
            return before.text != ")" && before.text != "]" && before.text != "$" && before.text != "++" &&
                   before.text != "--";
        default: return true;
        }
    }

    /// The end of what begins here and ends with an unescaped delimiter in the same line.
    std::size_t endOf(char delimiter) const
    {
        for (std::size_t i = m_at + 1; i < m_text.size() && m_text[i] != '\n'; ++i) {
            if (m_text[i] == '\\')
                ++i;
            else if (m_text[i] == delimiter)
                return i;
        }
        return std::string_view::npos;
    }

    void runaway(std::string_view what)
    {
        m_trouble = Trouble{fmt::format("line {}: runaway {} {} ...", m_line, what, m_text.substr(m_at, 10))};
    }

    void readText()
    {
        const std::size_t end = endOf('"');
        if (end == std::string_view::npos)
            return runaway("string constant");
        std::string inside = unescaped(m_text.substr(m_at + 1, end - m_at - 1), Octal::Plain).text;
        // `\/` is a slash.
        for (std::size_t i = 0; (i = inside.find("\\/", i)) != std::string::npos;)
            inside.erase(i, 1);
        put(TokenKind::Text, end + 1 - m_at, std::move(inside));
    }

    void readRegex()
    {
        const std::size_t end = endOf('/');
        if (end == std::string_view::npos)
            return runaway("regular expression");
        std::string inside(m_text.substr(m_at + 1, end - m_at - 1));
        for (std::size_t i = 0; (i = inside.find("\\/", i)) != std::string::npos;)
            inside.erase(i, 1);
        put(TokenKind::Regex, end + 1 - m_at, std::move(inside));
    }

    void readNumber()
    {
        const std::string rest(m_text.substr(m_at, 64));
        char *end = nullptr;
        const double number = std::strtod(rest.c_str(), &end);
        put(TokenKind::Number, static_cast<std::size_t>(end - rest.c_str()));
        m_tokens.back().number = number;
    }

    void readName()
    {
        std::size_t end = m_at;
        while (end < m_text.size() && (isNameStart(m_text[end]) || isDigit(m_text[end])))
            ++end;
        const std::string_view name = m_text.substr(m_at, end - m_at);
        const bool keyword = std::ranges::find(keywords, name) != std::end(keywords);
        const bool function = std::ranges::find(functions, name) != std::end(functions);
        put(keyword ? TokenKind::Keyword : function ? TokenKind::Function : TokenKind::Name, end - m_at);
        m_tokens.back().glued = m_at < m_text.size() && m_text[m_at] == '(';
    }

    void readSign()
    {
        const std::string_view rest = m_text.substr(m_at);
        const auto sign = std::ranges::find_if(signs, [&](std::string_view each) { return rest.starts_with(each); });
        if (sign == std::end(signs)) {
            m_trouble = Trouble{fmt::format("line {}: unexpected character '{}'", m_line, rest.front())};
            return;
        }
        put(TokenKind::Sign, sign->size());
    }

    std::string_view m_text;
    std::vector<Token> &m_tokens;
    std::size_t m_at = 0;
    int m_line = 1;
    std::optional<Trouble> m_trouble;
};

} // namespace

std::optional<Trouble> tokensOf(std::string_view text, std::vector<Token> &tokens)
{
    return Lexer(text, tokens).read();
}

} // namespace netdraft::model::command::awk_program
