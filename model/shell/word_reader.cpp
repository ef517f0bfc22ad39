#include "model/shell/reader.h"

#include <fmt/format.h>

namespace netdraft::model::shell {

namespace {

constexpr std::string_view blanks = " \t";
constexpr std::string_view metacharacters = " \t\n;&|<>()";
constexpr std::string_view specialParameters = "@*#?$!-";

/// What `$'…'` makes of `\c` for one character.
std::optional<char> controlOf(char c)
{
    constexpr std::string_view letters = "abeEfnrtv\\'\"?";
    constexpr std::string_view meanings = "\a\b\x1b\x1b\f\n\r\t\v\\'\"?";
    const auto found = letters.find(c);
    return found == std::string_view::npos ? std::nullopt : std::optional(meanings[found]);
}

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : 99;
}

} // namespace

void WordReader::literal(Word &word, std::string text, bool quoted)
{
    if (!word.parts.empty()) {
        if (auto *last = std::get_if<Literal>(&word.parts.back()); last && last->quoted == quoted) {
            last->text += text;
            return;
        }
    }
    word.parts.emplace_back(Literal{std::move(text), quoted});
}

void WordReader::skipBlanks()
{
    for (;;) {
        if (peek() != '\0' && blanks.find(peek()) != std::string_view::npos) {
            ++m_at;
        } else if (looksAt("\\\n")) {
            m_at += 2;
        } else if (peek() == '#') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            return;
        } else {
            return;
        }
    }
}

bool WordReader::startsWord() const
{
    if (atEnd())
        return false;
    return looksAt("<(") || looksAt(">(") || metacharacters.find(peek()) == std::string_view::npos;
}

bool WordReader::opensArray(const Word &word) const
{
    const auto plain = word.plain();
    return peek() == '(' && plain && !plain->empty() && assignmentLength(*plain) == plain->size();
}

Word WordReader::word(Context context)
{
    Word word;
    word.place = here();
    const Level level(*this);
    while (!atEnd()) {
        if (context == Context::Bare && metacharacters.find(peek()) != std::string_view::npos) {
            if (opensArray(word)) {
                array(word);
                break;
            }
            if (!looksAt("<(") && !looksAt(">("))
                break;
        }
        if (context == Context::Regex && std::string_view(" \t\n").find(peek()) != std::string_view::npos)
            break;
        part(word, context);
    }
    return word;
}

Word WordReader::text()
{
    return word(Context::Text);
}

void WordReader::part(Word &word, Context context)
{
    const char c = peek();
    const bool quoted = context == Context::Quoted || context == Context::Text || context == Context::QuotedOperand;
    const bool bare = !quoted;
    if (c == '\\') {
        backslash(word, context);
    } else if (c == '$') {
        dollar(word, context);
    } else if (c == '`') {
        backQuoted(word, quoted);
    } else if (c == '\'' && bare) {
        singleQuoted(word);
    } else if (c == '"' && context != Context::Text && context != Context::Quoted) {
        doubleQuoted(word);
    } else if ((c == '<' || c == '>') && peek(1) == '(' && context == Context::Bare) {
        const Place place = here();
        m_at += 2;
        if (c == '>')
            wrong(place, "a >( ) is not simulated; expected a file or a pipe");
        word.parts.emplace_back(ProcessSubstitution{commandsUntilBracket()});
    } else {
        const std::string_view special = context == Context::Bare     ? "\\$`'\"<> \t\n;&|()"
                                         : context == Context::Quoted ? "\\$`\""
                                         : context == Context::Text   ? "\\$`"
                                                                      : std::string_view();
        const std::size_t end = special.empty() ? m_at + 1 : m_text.find_first_of(special, m_at + 1);
        const std::string_view run = m_text.substr(m_at, end == std::string_view::npos ? end : end - m_at);
        literal(word, std::string(run), quoted);
        m_at += run.size();
    }
}

void WordReader::singleQuoted(Word &word)
{
    const Place place = here();
    const std::size_t end = m_text.find('\'', m_at + 1);
    if (end == std::string_view::npos) {
        m_at = m_text.size();
        return wrong(place, "a quote ' is not closed; expected another ' behind it");
    }
    literal(word, std::string(m_text.substr(m_at + 1, end - m_at - 1)), true);
    m_at = end + 1;
}

void WordReader::ansiQuoted(Word &word)
{
    const Place place = here();
    std::string text;
    for (m_at += 2; !atEnd() && peek() != '\''; ++m_at) {
        if (peek() != '\\') {
            text += peek();
            continue;
        }
        const char c = peek(1);
        ++m_at;
        if (const auto control = controlOf(c)) {
            text += *control;
            continue;
        }
        const int base = c == 'x' ? 16 : 8;
        std::size_t length = c == 'x' ? 1 : 0;
        const std::size_t most = c == 'x' ? 3 : 3;
        int value = 0;
        const std::size_t first = length;
        while (length < most && digitOf(peek(length)) < base)
            value = value * base + digitOf(peek(length++));
        if (length == first) {
            text += '\\';
            text += c;
        } else {
            text += static_cast<char>(value);
            m_at += length - 1;
        }
    }
    if (atEnd())
        return wrong(place, "a quote $' is not closed; expected a ' behind it");
    ++m_at;
    literal(word, std::move(text), true);
}

void WordReader::doubleQuoted(Word &word)
{
    const Place place = here();
    ++m_at;
    literal(word, {}, true); // the word is there even if it is empty
    const Level level(*this);
    while (!atEnd() && peek() != '"')
        part(word, Context::Quoted);
    if (!take("\""))
        wrong(place, "a quote \" is not closed; expected another \" behind it");
}

void WordReader::backslash(Word &word, Context context)
{
    const char next = peek(1);
    if (next == '\n') {
        m_at += 2;
        return;
    }
    std::string_view escapable;
    switch (context) {
    case Context::Quoted: escapable = "$`\"\\"; break;
    case Context::Text: escapable = "$`\\"; break;
    case Context::QuotedOperand: escapable = "$`\"\\}"; break;
    case Context::Bare:
    case Context::Operand:
    case Context::Regex:
        if (m_at + 1 < m_text.size()) {
            literal(word, std::string(1, next), true);
            m_at += 2;
        } else {
            literal(word, "\\", true);
            ++m_at;
        }
        return;
    }
    const bool escapes = next != '\0' && escapable.find(next) != std::string_view::npos;
    literal(word, std::string(1, escapes ? next : '\\'), true);
    m_at += escapes ? 2 : 1;
}

void WordReader::dollar(Word &word, Context context)
{
    const bool quoted = context == Context::Quoted || context == Context::Text || context == Context::QuotedOperand;
    const char next = peek(1);
    if (next == '(') {
        if (peek(2) == '(' && arithmetic(word, quoted))
            return;
        m_at += 2;
        word.parts.emplace_back(CommandSubstitution{commandsUntilBracket(), quoted});
    } else if (next == '[') {
        const Place place = here();
        m_at += 2;
        Word expression = bracketed();
        if (!failed() && !take("]"))
            wrong(place, "a $[ is not closed; expected a ] behind it");
        word.parts.emplace_back(ArithmeticExpansion{std::make_shared<const Word>(std::move(expression)), quoted});
    } else if (next == '{') {
        braced(word, quoted);
    } else if (next == '\'' && !quoted) {
        ansiQuoted(word);
    } else if (next == '"' && !quoted) {
        ++m_at;
        doubleQuoted(word);
    } else if (isNameStart(next)) {
        std::size_t length = 1;
        while (isNameCharacter(peek(1 + length)))
            ++length;
        Parameter parameter;
        parameter.name = m_text.substr(m_at + 1, length);
        parameter.quoted = quoted;
        m_at += 1 + length;
        word.parts.emplace_back(std::move(parameter));
    } else if (next != '\0' &&
               (specialParameters.find(next) != std::string_view::npos || (next >= '0' && next <= '9'))) {
        Parameter parameter;
        parameter.name = next;
        parameter.quoted = quoted;
        m_at += 2;
        word.parts.emplace_back(std::move(parameter));
    } else {
        literal(word, "$", quoted);
        ++m_at;
    }
}

void WordReader::braced(Word &word, bool quoted)
{
    const Place place = here();
    const Level level(*this);
    m_at += 2;
    Parameter parameter;
    parameter.quoted = quoted;
    const auto isSpecial = [&](char c) { return c != '\0' && specialParameters.find(c) != std::string_view::npos; };
    if (peek() == '#' && peek(1) != '}' && (isNameCharacter(peek(1)) || isSpecial(peek(1)))) {
        parameter.length = true;
        ++m_at;
    } else if (peek() == '!' && isNameCharacter(peek(1))) {
        parameter.indirect = true;
        ++m_at;
    }
    std::size_t length = 0;
    if (isNameStart(peek())) {
        while (isNameCharacter(peek(length)))
            ++length;
    } else {
        while (peek(length) >= '0' && peek(length) <= '9')
            ++length;
        if (length == 0 && isSpecial(peek()))
            length = 1;
    }
    if (length == 0)
        return wrong(place, "there is no parameter in this ${ }; expected a name, a number or one of @*#?$!-");
    parameter.name = m_text.substr(m_at, length);
    m_at += length;
    if (take("[")) {
        parameter.index = std::make_shared<const Word>(bracketed());
        if (!failed() && !take("]"))
            return wrong(place, "an index is not closed; expected a ] behind it");
    }
    if (peek() != '}' && !atEnd())
        operands(parameter, quoted);
    if (!failed() && !take("}"))
        return wrong(place, "a ${ is not closed; expected a } behind it");
    word.parts.emplace_back(std::move(parameter));
}

void WordReader::operands(Parameter &parameter, bool quoted)
{
    struct Row {
        std::string_view spelling;
        Operator op;
    };
    static constexpr Row rows[] = {
        {"##", Operator::CutLongestPrefix},
        {"#", Operator::CutShortestPrefix},
        {"%%", Operator::CutLongestSuffix},
        {"%", Operator::CutShortestSuffix},
        {"//", Operator::ReplaceAll},
        {"/#", Operator::ReplacePrefix},
        {"/%", Operator::ReplaceSuffix},
        {"/", Operator::ReplaceFirst},
        {"^^", Operator::UpperAll},
        {"^", Operator::UpperFirst},
        {",,", Operator::LowerAll},
        {",", Operator::LowerFirst},
        {":-", Operator::Default},
        {":=", Operator::Assign},
        {":+", Operator::Alternative},
        {":?", Operator::Demand},
        {":", Operator::Substring},
        {"-", Operator::Default},
        {"=", Operator::Assign},
        {"+", Operator::Alternative},
        {"?", Operator::Demand},
    };
    const Place place = here();
    const Context values = quoted ? Context::QuotedOperand : Context::Operand;
    for (const Row &row : rows) {
        if (!take(row.spelling))
            continue;
        parameter.op = row.op;
        parameter.emptyCounts = row.spelling.size() == 2 && row.spelling.front() == ':';
        switch (row.op) {
        case Operator::Substring:
            parameter.operands.push_back(operand(":}", Context::Operand));
            if (take(":"))
                parameter.operands.push_back(operand("}", Context::Operand));
            return;
        case Operator::ReplaceFirst:
        case Operator::ReplaceAll:
        case Operator::ReplacePrefix:
        case Operator::ReplaceSuffix:
            parameter.operands.push_back(operand("/}", Context::Operand));
            if (take("/"))
                parameter.operands.push_back(operand("}", values));
            return;
        case Operator::Default:
        case Operator::Assign:
        case Operator::Alternative:
        case Operator::Demand: parameter.operands.push_back(operand("}", values)); return;
        default: parameter.operands.push_back(operand("}", Context::Operand)); return;
        }
    }
    wrong(place, fmt::format("\"{}\" is no operator that is understood in ${{ }}; expected one of - = + ? # % / : ^ ,",
                             peek()));
}

Word WordReader::operand(std::string_view ends, Context context)
{
    Word word;
    word.place = here();
    const Level level(*this);
    while (!atEnd() && ends.find(peek()) == std::string_view::npos)
        part(word, context);
    return word;
}

Word WordReader::bracketed()
{
    Word word;
    word.place = here();
    const Level level(*this);
    int open = 0;
    while (!atEnd() && (peek() != ']' || open > 0)) {
        if (peek() == '[')
            ++open;
        else if (peek() == ']')
            --open;
        part(word, Context::Operand);
    }
    return word;
}

std::optional<std::size_t> WordReader::lengthOfArithmetic() const
{
    int open = 0;
    for (std::size_t at = m_at; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (c == '(') {
            ++open;
        } else if (c == ')') {
            if (open == 0)
                return at + 1 < m_text.size() && m_text[at + 1] == ')' ? std::optional(at - m_at) : std::nullopt;
            --open;
        }
    }
    return std::nullopt;
}

void WordReader::array(Word &word)
{
    const Place place = here();
    ++m_at;
    std::vector<Word> elements;
    for (;;) {
        skipBlanks();
        if (peek() == '\n') {
            newLine();
        } else if (startsWord()) {
            elements.push_back(this->word());
        } else {
            break;
        }
    }
    if (!failed() && !take(")"))
        wrong(atEnd() ? place : here(), "an array is not closed; expected a ) behind its words");
    word.array = std::make_shared<const std::vector<Word>>(std::move(elements));
}

} // namespace netdraft::model::shell
