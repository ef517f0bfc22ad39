#include "model/shell/command_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace netdraft::model::shell {

namespace {

constexpr std::string_view closers[] = {"then", "do", "done", "fi", "elif", "else", "esac", "}"};

Word literalWord(std::string text, Place place)
{
    return {{Literal{std::move(text), true}}, place, nullptr};
}

} // namespace

ListPtr CommandReader::commandsOf(const std::string &text, Place place)
{
    CommandReader inner(text, place);
    inner.setDepth(m_depth);
    ListPtr commands = inner.whole();
    if (inner.failed())
        wrong(inner.error().place, inner.error().what);
    return commands;
}

ListPtr CommandReader::commandsUntilBracket()
{
    const Place place = placeOf(m_at - 2);
    const Level level(*this);
    ListPtr commands = list();
    if (!failed() && !take(")")) {
        if (atEnd())
            wrong(place, "a $( is not closed; expected a ) behind its commands");
        else
            unexpected();
    }
    return commands;
}

void WordReader::backQuoted(Word &word, bool quoted)
{
    const Place place = here();
    std::string text;
    for (++m_at; !atEnd() && peek() != '`'; ++m_at) {
        const char next = peek(1);
        const bool escaped = peek() == '\\' && (next == '`' || next == '\\' || next == '$' || (quoted && next == '"'));
        if (escaped)
            ++m_at;
        text += peek();
    }
    if (!take("`"))
        return wrong(place, "a quote ` is not closed; expected another ` behind it");
    const Level level(*this);
    word.parts.emplace_back(CommandSubstitution{
        failed() ? nullptr : commandsOf(text, {place.source, place.line, place.column + 1}), quoted});
}

bool WordReader::arithmetic(Word &word, bool quoted)
{
    const std::size_t start = m_at;
    m_at += 3;
    const auto length = lengthOfArithmetic();
    if (!length) {
        m_at = start;
        return false;
    }
    const Level level(*this);
    if (failed())
        return true;
    CommandReader inner(m_text.substr(m_at, *length), here());
    inner.setDepth(m_depth);
    auto expression = std::make_shared<const Word>(inner.text());
    if (inner.failed()) {
        wrong(inner.error().place, inner.error().what);
        return true;
    }
    m_at += *length + 2;
    word.parts.emplace_back(ArithmeticExpansion{std::move(expression), quoted});
    return true;
}

Word CommandReader::expression(std::size_t length)
{
    CommandReader inner(m_text.substr(m_at, length), here());
    inner.setDepth(m_depth);
    Word word = inner.text();
    if (inner.failed())
        wrong(inner.error().place, inner.error().what);
    else
        m_at += length;
    return word;
}

void CommandReader::newLine()
{
    ++m_at;
    const std::vector<Awaited> awaited = std::exchange(m_awaited, {});
    for (const Awaited &one : awaited)
        readAwaited(one);
}

void CommandReader::readAwaited(const Awaited &awaited)
{
    std::string text;
    const Place start = here();
    const Level level(*this);
    while (!atEnd()) {
        const std::size_t end = std::min(m_text.find('\n', m_at), m_text.size());
        std::string_view line = m_text.substr(m_at, end - m_at);
        if (awaited.withoutTabs)
            line.remove_prefix(std::min(line.find_first_not_of('\t'), line.size()));
        m_at = std::min(end + 1, m_text.size());
        if (line == awaited.delimiter) {
            if (awaited.quoted) {
                *awaited.text = literalWord(std::move(text), start);
                return;
            }
            CommandReader inner(text, start);
            inner.setDepth(m_depth);
            *awaited.text = inner.text();
            if (inner.failed())
                wrong(inner.error().place, inner.error().what);
            return;
        }
        text += line;
        text += '\n';
    }
    wrong(awaited.place,
          fmt::format("the text that begins here is not closed; expected a line \"{}\" behind it", awaited.delimiter));
}

void CommandReader::skipLines()
{
    for (skipBlanks(); peek() == '\n' && !atEnd(); skipBlanks())
        newLine();
}

bool CommandReader::atReserved(std::string_view word) const
{
    if (!looksAt(word))
        return false;
    const char next = peek(word.size());
    return m_at + word.size() >= m_text.size() || std::string_view(" \t\n;&|<>()").find(next) != std::string_view::npos;
}

bool CommandReader::takeReserved(std::string_view word)
{
    if (!atReserved(word))
        return false;
    m_at += word.size();
    return true;
}

bool CommandReader::closes() const
{
    return peek() == ')' || std::ranges::any_of(closers, [&](std::string_view word) { return atReserved(word); });
}

void CommandReader::unexpected()
{
    if (atEnd())
        return wrong(here(), "the text ends within a command; expected the rest of it");
    const std::string_view rest = m_text.substr(m_at);
    std::size_t length = std::min(rest.find_first_of(" \t\n;&|<>()"), rest.size());
    if (length == 0)
        length = rest.starts_with(";;") || rest.starts_with("&&") || rest.starts_with("||") ? 2 : 1;
    const std::string_view token = rest.substr(0, std::min<std::size_t>(length, 40));
    wrong(here(), fmt::format("\"{}\" is unexpected; expected a command", token == "\n" ? "newline" : token));
}

bool CommandReader::expect(std::string_view word, std::string_view opener, Place opened)
{
    if (failed())
        return false;
    skipLines();
    if (takeReserved(word))
        return true;
    if (atEnd())
        wrong(opened, fmt::format("\"{}\" is not closed; expected \"{}\" behind it", opener, word));
    else
        unexpected();
    return false;
}

ListPtr CommandReader::line()
{
    skipLines();
    if (atEnd() || failed())
        return nullptr;
    if (closes()) {
        unexpected();
        return nullptr;
    }
    auto commands = std::make_shared<List>();
    while (!failed()) {
        commands->items.push_back(andOr());
        skipBlanks();
        if (peek() == '&' && !atEnd()) {
            ++m_at;
            commands->items.back().background = true;
        } else if (peek() == ';' && peek(1) != ';') {
            ++m_at;
        } else if (!atEnd() && peek() != '\n') {
            unexpected();
        }
        skipBlanks();
        if (atEnd())
            break;
        if (peek() == '\n') {
            newLine();
            break;
        }
    }
    if (!m_awaited.empty())
        readAwaited(m_awaited.front()); // the text ends before it begins
    return failed() ? nullptr : commands;
}

ListPtr CommandReader::whole()
{
    auto commands = std::make_shared<List>();
    while (const ListPtr one = line())
        commands->items.insert(commands->items.end(), one->items.begin(), one->items.end());
    return commands;
}

ListPtr CommandReader::list()
{
    auto commands = std::make_shared<List>();
    for (skipLines(); !atEnd() && !closes(); skipLines()) {
        if (looksAt(";;") || looksAt(";&"))
            break;
        commands->items.push_back(andOr());
        skipBlanks();
        if (atEnd() || looksAt(";;") || looksAt(";&"))
            break;
        if (peek() == ';') {
            ++m_at;
        } else if (peek() == '&') {
            ++m_at;
            commands->items.back().background = true;
        } else if (peek() != '\n') {
            if (!closes())
                unexpected();
            break;
        }
    }
    return commands;
}

ListPtr CommandReader::body(std::string_view opener, Place opened)
{
    ListPtr commands = list();
    if (!failed() && commands->items.empty()) {
        if (atEnd())
            wrong(opened, fmt::format("\"{}\" is not closed; expected the rest of it", opener));
        else
            unexpected();
    }
    return commands;
}

AndOr CommandReader::andOr()
{
    AndOr result;
    result.pipelines.emplace_back(AndOr::Joint::First, pipeline());
    for (;;) {
        skipBlanks();
        const bool both = take("&&");
        if (!both && !take("||"))
            return result;
        skipLines();
        result.pipelines.emplace_back(both ? AndOr::Joint::And : AndOr::Joint::Or, pipeline());
    }
}

Pipeline CommandReader::pipeline()
{
    Pipeline result;
    for (;;) {
        skipBlanks();
        if (takeReserved("!"))
            result.negated = !result.negated;
        else if (!takeReserved("time") && !takeReserved("-p"))
            break;
    }
    result.commands.push_back(command());
    for (;;) {
        skipBlanks();
        if (peek() != '|' || peek(1) == '|')
            return result;
        ++m_at;
        result.withErrors.push_back(take("&"));
        skipLines();
        result.commands.push_back(command());
    }
}

CommandPtr CommandReader::command()
{
    auto result = std::make_shared<Command>();
    skipBlanks();
    result->place = here();
    const Level level(*this);
    if (failed())
        return result;
    if (compound(*result)) {
        for (skipBlanks(); !failed() && redirect(result->redirects); skipBlanks()) {
        }
    } else {
        simple(*result);
    }
    return result;
}

bool CommandReader::compound(Command &command)
{
    const Place opened = here();
    if (looksAt("((")) {
        const std::size_t start = m_at;
        m_at += 2;
        if (const auto length = lengthOfArithmetic()) {
            command.kind = ArithmeticCommand{expression(*length)};
            m_at = failed() ? m_at : m_at + 2;
            return true;
        }
        m_at = start;
    }
    if (take("(")) {
        ListPtr commands = body("(", opened);
        if (!failed() && !take(")"))
            wrong(opened, "\"(\" is not closed; expected \")\" behind its commands");
        command.kind = Subshell{std::move(commands)};
    } else if (takeReserved("{")) {
        ListPtr commands = body("{", opened);
        expect("}", "{", opened);
        command.kind = Group{std::move(commands)};
    } else if (takeReserved("if")) {
        command.kind = ifCommand(opened);
    } else if (takeReserved("for")) {
        forCommand(command, opened);
    } else if (takeReserved("while")) {
        command.kind = whileCommand(false, opened);
    } else if (takeReserved("until")) {
        command.kind = whileCommand(true, opened);
    } else if (takeReserved("case")) {
        command.kind = caseCommand(opened);
    } else if (takeReserved("[[")) {
        command.kind = ConditionalCommand{anyOf()};
        if (!failed() && !takeReserved("]]"))
            wrong(here(), "this does not belong to a condition; expected \"]]\", \"&&\" or \"||\"");
    } else if (takeReserved("function")) {
        skipBlanks();
        const auto name = word().plain();
        skipBlanks();
        if (take("(")) {
            skipBlanks();
            if (!take(")"))
                unexpected();
        }
        if (!failed() && !name)
            wrong(opened, "a function's name is missing; expected \"function NAME { … }\"");
        if (!failed())
            command.kind = function(*name);
    } else if (atReserved("select") || atReserved("coproc")) {
        wrong(opened, fmt::format("\"{}\" is not simulated; expected a loop or a command that ends by itself",
                                  m_text.substr(m_at, 6)));
    } else {
        return false;
    }
    return true;
}

Function CommandReader::function(std::string name)
{
    skipLines();
    const Place place = here();
    CommandPtr body = command();
    if (!failed() && std::holds_alternative<SimpleCommand>(body->kind))
        wrong(place, "this is no body of a function; expected \"{ … }\"");
    return {std::move(name), std::move(body)};
}

bool CommandReader::defines(Command &command, const Word &name)
{
    const auto plain = name.plain();
    if (!plain || peek() != '(' || atEnd())
        return false;
    ++m_at;
    skipBlanks();
    if (!take(")")) {
        unexpected();
        return false;
    }
    command.kind = function(*plain);
    return true;
}

void CommandReader::simple(Command &command)
{
    SimpleCommand result;
    if (closes())
        return unexpected();
    for (;;) {
        skipBlanks();
        if (failed())
            return;
        if (redirect(command.redirects))
            continue;
        if (result.words.empty()) {
            if (auto assigned = assignment()) {
                result.assignments.push_back(std::move(*assigned));
                continue;
            }
        }
        if (!startsWord())
            break;
        result.words.push_back(word());
        if (result.words.size() > 1 || !result.assignments.empty())
            continue;
        skipBlanks();
        if (defines(command, result.words.front()))
            return;
    }
    if (result.words.empty() && result.assignments.empty() && command.redirects.empty())
        return unexpected();
    if (peek() == '(' && !atEnd())
        return unexpected();
    command.kind = std::move(result);
}

std::optional<Assignment> CommandReader::assignment()
{
    Assignment result;
    result.place = here();
    const std::size_t length = assignmentLength(m_text.substr(m_at, 256));
    if (length > 0) {
        result.append = m_text[m_at + length - 2] == '+';
        result.name = m_text.substr(m_at, length - (result.append ? 2 : 1));
        if (peek(length) == '(') {
            result.value = word();
            result.value.parts.clear();
            return result;
        }
        m_at += length;
        result.value = word();
        return result;
    }
    // NAME[INDEX]=
    std::size_t name = 0;
    while (name == 0 ? isNameStart(peek()) : isNameCharacter(peek(name)))
        ++name;
    if (name == 0 || peek(name) != '[')
        return std::nullopt;
    int open = 0;
    std::size_t end = name;
    constexpr std::size_t longest = 1000;
    for (; m_at + end < m_text.size() && peek(end) != '\n' && end < longest; ++end) {
        open += peek(end) == '[' ? 1 : peek(end) == ']' ? -1 : 0;
        if (open == 0)
            break;
    }
    const bool append = peek(end + 1) == '+';
    if (peek(end) != ']' || peek(end + (append ? 2 : 1)) != '=')
        return std::nullopt;
    result.append = append;
    result.name = m_text.substr(m_at, name);
    m_at += name + 1;
    result.index = std::make_shared<const Word>(bracketed());
    // A quote in the index may have reached beyond the bracket that was seen.
    const std::string_view closing = append ? "]+=" : "]=";
    if (!failed() && !looksAt(closing))
        wrong(result.place, "an index in [ is not closed; expected ] behind it");
    if (failed())
        return result;
    m_at += closing.size();
    result.value = word();
    return result;
}

} // namespace netdraft::model::shell
