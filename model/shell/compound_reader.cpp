#include "model/shell/command_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::shell {

namespace {

constexpr std::string_view comparisons[] = {"==",  "=",   "!=",  "=~",  "-eq", "-ne", "-lt",
                                            "-le", "-gt", "-ge", "-nt", "-ot", "-ef"};

std::shared_ptr<const Condition> joined(Condition::Kind kind, std::shared_ptr<const Condition> left,
                                        std::shared_ptr<const Condition> right)
{
    Condition condition;
    condition.kind = kind;
    condition.parts = {std::move(left), std::move(right)};
    return std::make_shared<const Condition>(std::move(condition));
}

bool isUnaryOperator(std::string_view word)
{
    return word.size() == 2 && word[0] == '-' &&
           std::string_view("abcdefghknoprstuvwxzGLNORS").find(word[1]) != std::string_view::npos;
}

} // namespace

If CommandReader::ifCommand(Place opened)
{
    If result;
    do {
        ListPtr condition = body("if", opened);
        if (!expect("then", "if", opened))
            return result;
        ListPtr commands = body("if", opened);
        result.branches.emplace_back(std::move(condition), std::move(commands));
        skipLines();
    } while (!failed() && takeReserved("elif"));
    if (!failed() && takeReserved("else"))
        result.otherwise = body("if", opened);
    expect("fi", "if", opened);
    return result;
}

bool CommandReader::arithmeticFor(Command &command, Place opened)
{
    if (!take("(("))
        return false;
    ArithmeticFor result;
    const auto length = lengthOfArithmetic();
    const std::string_view inside = length ? m_text.substr(m_at, *length) : std::string_view();
    const auto first = inside.find(';');
    const auto second = first == std::string_view::npos ? first : inside.find(';', first + 1);
    if (!length || second == std::string_view::npos) {
        wrong(opened, "this loop is not understood; expected \"for ((START; CONDITION; STEP))\"");
        return true;
    }
    result.start = expression(first);
    ++m_at;
    result.condition = expression(second - first - 1);
    ++m_at;
    result.step = expression(inside.size() - second - 1);
    m_at = failed() ? m_at : m_at + 2;
    skipBlanks();
    take(";");
    skipLines();
    const bool braces = takeReserved("{");
    if (!braces && !expect("do", "for", opened))
        return true;
    result.body = body("for", opened);
    expect(braces ? "}" : "done", "for", opened);
    command.kind = std::move(result);
    return true;
}

void CommandReader::forCommand(Command &command, Place opened)
{
    skipBlanks();
    if (arithmeticFor(command, opened))
        return;
    For result;
    const Place place = here();
    const auto name = word().plain();
    if (!name || !isName(*name))
        return wrong(place, "a loop's variable is missing; expected \"for NAME in WORDS; do … done\"");
    result.name = *name;
    skipLines();
    if (takeReserved("in")) {
        for (skipBlanks(); startsWord(); skipBlanks())
            result.words.push_back(word());
    } else {
        result.overArguments = true;
    }
    skipBlanks();
    take(";");
    skipLines();
    const bool braces = takeReserved("{");
    if (!braces && !expect("do", "for", opened))
        return;
    result.body = body("for", opened);
    expect(braces ? "}" : "done", "for", opened);
    command.kind = std::move(result);
}

While CommandReader::whileCommand(bool until, Place opened)
{
    const std::string_view opener = until ? "until" : "while";
    While result;
    result.until = until;
    result.condition = body(opener, opened);
    if (!expect("do", opener, opened))
        return result;
    result.body = body(opener, opened);
    expect("done", opener, opened);
    return result;
}

Case CommandReader::caseCommand(Place opened)
{
    Case result;
    skipBlanks();
    result.word = word();
    if (!expect("in", "case", opened))
        return result;
    for (skipLines(); !failed() && !atEnd() && !atReserved("esac"); skipLines())
        result.branches.push_back(branch());
    expect("esac", "case", opened);
    return result;
}

Case::Branch CommandReader::branch()
{
    Case::Branch result;
    take("(");
    do {
        skipBlanks();
        if (!startsWord()) {
            unexpected();
            return result;
        }
        result.patterns.push_back(word());
        skipBlanks();
    } while (take("|"));
    if (!take(")")) {
        unexpected();
        return result;
    }
    result.body = list();
    skipLines();
    if (take(";;&"))
        result.end = Case::End::TestNext;
    else if (take(";&"))
        result.end = Case::End::FallThrough;
    else if (!take(";;") && !failed() && !atEnd() && !atReserved("esac"))
        unexpected();
    return result;
}

CommandReader::ConditionPtr CommandReader::anyOf()
{
    const Level level(*this);
    ConditionPtr result = allOf();
    for (skipLines(); !failed() && take("||"); skipLines())
        result = joined(Condition::Kind::Or, std::move(result), allOf());
    return result;
}

CommandReader::ConditionPtr CommandReader::allOf()
{
    ConditionPtr result = oneOf();
    for (skipLines(); !failed() && take("&&"); skipLines())
        result = joined(Condition::Kind::And, std::move(result), oneOf());
    return result;
}

CommandReader::ConditionPtr CommandReader::oneOf()
{
    const Level level(*this);
    skipLines();
    const Place place = here();
    if (failed())
        return nullptr;
    if (takeReserved("!")) {
        Condition negated;
        negated.kind = Condition::Kind::Not;
        negated.parts = {oneOf()};
        return std::make_shared<const Condition>(std::move(negated));
    }
    if (take("(")) {
        ConditionPtr inside = anyOf();
        if (!failed() && !take(")"))
            wrong(place, "\"(\" is not closed; expected \")\" behind its condition");
        return inside;
    }
    return comparison();
}

CommandReader::ConditionPtr CommandReader::comparison()
{
    Condition result;
    if (!startsWord() || atReserved("]]")) {
        unexpected();
        return nullptr;
    }
    Word first = word();
    skipBlanks();
    const auto plain = first.plain();
    if (plain && isUnaryOperator(*plain) && startsWord() && !atReserved("]]")) {
        result.kind = Condition::Kind::Unary;
        result.op = *plain;
        result.operands = {word()};
        return std::make_shared<const Condition>(std::move(result));
    }
    result.operands = {std::move(first)};
    const auto found =
        std::ranges::find_if(comparisons, [&](std::string_view candidate) { return atReserved(candidate); });
    if (found != std::end(comparisons)) {
        result.op = *found;
        m_at += found->size();
    } else if ((peek() == '<' || peek() == '>') && peek(1) != '(') {
        result.op = peek();
        ++m_at;
    } else {
        return std::make_shared<const Condition>(std::move(result));
    }
    skipBlanks();
    result.kind = Condition::Kind::Binary;
    result.operands.push_back(word(result.op == "=~" ? Context::Regex : Context::Bare));
    if (!failed() && result.operands.back().parts.empty())
        unexpected();
    return std::make_shared<const Condition>(std::move(result));
}

bool CommandReader::redirect(std::vector<Redirect> &redirects)
{
    std::size_t digits = 0;
    while (digits < 3 && peek(digits) >= '0' && peek(digits) <= '9')
        ++digits;
    const char arrow = peek(digits);
    const bool both = digits == 0 && (looksAt("&>"));
    if (!both && ((arrow != '<' && arrow != '>') || (peek(digits + 1) == '(')))
        return false;
    Redirect result;
    result.place = here();
    result.fd = arrow == '<' ? 0 : 1;
    if (digits > 0)
        std::from_chars(m_text.data() + m_at, m_text.data() + m_at + digits, result.fd);
    m_at += digits;
    bool document = false;
    bool withoutTabs = false;
    if (take("&>>"))
        result.kind = Redirect::Kind::BothAppend;
    else if (take("&>"))
        result.kind = Redirect::Kind::Both;
    else if (take("<<<"))
        result.kind = Redirect::Kind::Text, result.endsLine = true;
    else if (take("<<-"))
        document = withoutTabs = true;
    else if (take("<<"))
        document = true;
    else if (take("<&") || take(">&"))
        result.kind = Redirect::Kind::Copy;
    else if (take("<>"))
        result.kind = Redirect::Kind::In;
    else if (take("<"))
        result.kind = Redirect::Kind::In;
    else if (take(">>"))
        result.kind = Redirect::Kind::Append;
    else if (take(">|") || take(">"))
        result.kind = Redirect::Kind::Out;
    skipBlanks();
    if (!startsWord()) {
        unexpected();
        return false;
    }
    if (document) {
        awaitText(result, withoutTabs);
    } else {
        result.target = std::make_shared<const Word>(word());
        const auto plain = result.target->plain();
        const bool number =
            plain && (plain == "-" || std::ranges::all_of(*plain, [](char c) { return c >= '0' && c <= '9'; }));
        if (result.kind == Redirect::Kind::Copy && plain && !number && arrow == '>')
            result.kind = Redirect::Kind::Both;
    }
    redirects.push_back(std::move(result));
    return true;
}

void CommandReader::awaitText(Redirect &redirect, bool withoutTabs)
{
    const Word delimiter = word();
    Awaited awaited{{}, false, withoutTabs, std::make_shared<Word>(), redirect.place};
    for (const WordPart &part : delimiter.parts) {
        const auto *literal = std::get_if<Literal>(&part);
        if (!literal)
            return wrong(delimiter.place, "the end of a here-document is no plain word; expected \"<<WORD\"");
        awaited.delimiter += literal->text;
        awaited.quoted = awaited.quoted || literal->quoted;
    }
    redirect.kind = Redirect::Kind::Text;
    redirect.target = awaited.text;
    m_awaited.push_back(std::move(awaited));
}

} // namespace netdraft::model::shell
