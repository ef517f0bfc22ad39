#include "model/command/text/awk/expression_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::command::awk_program {

namespace {

using Kind = Expression::Kind;

constexpr int deepest = 200;

ExpressionPtr make(Kind kind, std::string text = {})
{
    auto made = std::make_unique<Expression>();
    made->kind = kind;
    made->text = std::move(text);
    return made;
}

template <typename... Parts>
ExpressionPtr make(Kind kind, std::string text, Parts... parts)
{
    ExpressionPtr made = make(kind, std::move(text));
    (made->parts.push_back(std::move(parts)), ...);
    return made;
}

class ExpressionReader
{
public:
    ExpressionReader(Cursor &cursor, Place place) : m_cursor(cursor), m_place(place) {}

    ExpressionPtr conditional()
    {
        if (!m_cursor.enter())
            return make(Kind::Number);
        ExpressionPtr left = either();
        if (m_cursor.take("?")) {
            ExpressionPtr yes = conditional();
            m_cursor.expect(":");
            ExpressionPtr no = conditional();
            left = make(Kind::Conditional, {}, std::move(left), std::move(yes), std::move(no));
        } else if (isAssignable(*left)) {
            for (const std::string_view sign : {"=", "+=", "-=", "*=", "/=", "%=", "^=", "**="}) {
                if (!m_cursor.take(sign))
                    continue;
                left = make(Kind::Assign, std::string(sign.substr(0, sign.size() - 1)), std::move(left), conditional());
                break;
            }
        }
        m_cursor.leave();
        return left;
    }

private:
    static bool isAssignable(const Expression &expression)
    {
        return expression.kind == Kind::Variable || expression.kind == Kind::Field || expression.kind == Kind::Element;
    }

    ExpressionPtr either()
    {
        ExpressionPtr left = both();
        while (m_cursor.take("||")) {
            m_cursor.skipNewLines();
            left = make(Kind::Or, {}, std::move(left), both());
        }
        return left;
    }

    ExpressionPtr both()
    {
        ExpressionPtr left = membership();
        while (m_cursor.take("&&")) {
            m_cursor.skipNewLines();
            left = make(Kind::And, {}, std::move(left), membership());
        }
        return left;
    }

    ExpressionPtr membership()
    {
        ExpressionPtr left = match();
        while (m_cursor.take("in"))
            left = make(Kind::In, m_cursor.next().text, std::move(left));
        return left;
    }

    ExpressionPtr match()
    {
        ExpressionPtr left = comparison();
        while (m_cursor.is("~") || m_cursor.is("!~")) {
            const Kind kind = m_cursor.next().text == "~" ? Kind::Match : Kind::MatchNot;
            left = make(kind, {}, std::move(left), comparison());
        }
        return left;
    }

    ExpressionPtr comparison()
    {
        ExpressionPtr left = joined();
        for (const std::string_view sign : {"<", "<=", "==", "!=", ">", ">="}) {
            if (m_cursor.is(sign) && !(sign == ">" && m_place == Place::Print)) {
                m_cursor.next();
                return make(Kind::Compare, std::string(sign), std::move(left), joined());
            }
        }
        return left;
    }

    ExpressionPtr joined()
    {
        ExpressionPtr left = sum();
        while (beginsOperand(m_cursor.peek()) && !m_cursor.is("+") && !m_cursor.is("-") && !m_cursor.is("!"))
            left = make(Kind::Join, {}, std::move(left), sum());
        return left;
    }

    ExpressionPtr sum()
    {
        ExpressionPtr left = product();
        while (m_cursor.is("+") || m_cursor.is("-")) {
            std::string sign = m_cursor.next().text;
            left = make(Kind::Calculate, std::move(sign), std::move(left), product());
        }
        return left;
    }

    ExpressionPtr product()
    {
        ExpressionPtr left = unary();
        while (m_cursor.is("*") || m_cursor.is("/") || m_cursor.is("%")) {
            std::string sign = m_cursor.next().text;
            left = make(Kind::Calculate, std::move(sign), std::move(left), unary());
        }
        return left;
    }

    ExpressionPtr unary()
    {
        if (!m_cursor.enter())
            return make(Kind::Number);
        ExpressionPtr read;
        if (m_cursor.take("!"))
            read = make(Kind::Not, {}, unary());
        else if (m_cursor.take("-"))
            read = make(Kind::Negative, {}, unary());
        else if (m_cursor.take("+"))
            read = make(Kind::Positive, {}, unary());
        else
            read = power();
        m_cursor.leave();
        return read;
    }

    ExpressionPtr power()
    {
        ExpressionPtr left = step();
        if (m_cursor.take("^"))
            return make(Kind::Calculate, "^", std::move(left), unary());
        return left;
    }

    ExpressionPtr step()
    {
        if (m_cursor.is("++") || m_cursor.is("--")) {
            const double by = m_cursor.next().text == "++" ? 1 : -1;
            ExpressionPtr made = make(Kind::Increase, {}, operand());
            made->number = by;
            if (!isAssignable(*made->parts[0]))
                m_cursor.refuse();
            return made;
        }
        ExpressionPtr left = operand();
        if (isAssignable(*left) && (m_cursor.is("++") || m_cursor.is("--"))) {
            const double by = m_cursor.next().text == "++" ? 1 : -1;
            left = make(Kind::IncreaseAfter, {}, std::move(left));
            left->number = by;
        }
        return left;
    }

    ExpressionPtr operand()
    {
        if (!m_cursor.enter())
            return make(Kind::Number);
        ExpressionPtr read = operandInside();
        m_cursor.leave();
        return read;
    }

    ExpressionPtr operandInside()
    {
        if (m_cursor.take("(")) {
            ExpressionPtr inside = ExpressionReader(m_cursor, Place::Usual).conditional();
            if (m_cursor.is(","))
                m_cursor.refuse({"several subscripts of awk's arrays", true});
            m_cursor.expect(")");
            return inside;
        }
        if (m_cursor.take("$")) {
            if (m_cursor.take("-"))
                return make(Kind::Field, {}, make(Kind::Negative, {}, operand()));
            if (m_cursor.is("++") || m_cursor.is("--"))
                return make(Kind::Field, {}, step());
            return make(Kind::Field, {}, operand());
        }
        const Token &token = m_cursor.peek();
        switch (token.kind) {
        case Token::Kind::Number: {
            ExpressionPtr number = make(Kind::Number);
            number->number = m_cursor.next().number;
            return number;
        }
        case Token::Kind::Text: return make(Kind::Text, m_cursor.next().text);
        case Token::Kind::Regex: return make(Kind::Regex, m_cursor.next().text);
        case Token::Kind::Function: return call();
        case Token::Kind::Name: return name();
        default: break;
        }
        if (token.kind == Token::Kind::Keyword && (token.text == "getline" || token.text == "function"))
            m_cursor.refuse({token.text + " of awk", true});
        else
            m_cursor.refuse();
        return make(Kind::Number);
    }

    ExpressionPtr name()
    {
        const Token token = m_cursor.next();
        if (token.glued)
            m_cursor.refuse({"functions of awk that the program defines itself", true});
        if (!m_cursor.take("["))
            return make(Kind::Variable, token.text);
        ExpressionPtr subscript = ExpressionReader(m_cursor, Place::Usual).conditional();
        if (m_cursor.is(","))
            m_cursor.refuse({"several subscripts of awk's arrays", true});
        m_cursor.expect("]");
        return make(Kind::Element, token.text, std::move(subscript));
    }

    ExpressionPtr call()
    {
        static constexpr std::string_view known[] = {"length", "substr",  "index",   "split",   "sub", "gsub",
                                                     "match",  "toupper", "tolower", "sprintf", "int"};
        const Token token = m_cursor.next();
        if (std::ranges::find(known, token.text) == std::end(known))
            m_cursor.refuse({token.text + "() of awk", true});
        ExpressionPtr made = make(Kind::Call, token.text);
        if (!m_cursor.take("(")) {
            if (token.text != "length")
                m_cursor.refuse();
            return made;
        }
        while (!m_cursor.is(")") && !m_cursor.trouble()) {
            made->parts.push_back(ExpressionReader(m_cursor, Place::Usual).conditional());
            if (!m_cursor.take(","))
                break;
        }
        m_cursor.expect(")");
        checkArguments(*made);
        return made;
    }

    void checkArguments(const Expression &call)
    {
        struct Row {
            std::string_view name;
            std::size_t least;
            std::size_t most;
        };
        static constexpr Row rows[] = {{"length", 0, 1},  {"substr", 2, 3},    {"index", 2, 2}, {"split", 2, 3},
                                       {"sub", 2, 3},     {"gsub", 2, 3},      {"match", 2, 2}, {"toupper", 1, 1},
                                       {"tolower", 1, 1}, {"sprintf", 1, 100}, {"int", 1, 1}};
        const auto *row = std::ranges::find(rows, std::string_view(call.text), &Row::name);
        if (row != std::end(rows) && (call.parts.size() < row->least || call.parts.size() > row->most))
            m_cursor.refuse(
                {fmt::format("line {}: wrong number of arguments in call to {}", m_cursor.peek().line, call.text)});
        const bool array = call.text == "split" && call.parts.size() >= 2 && call.parts[1]->kind != Kind::Variable;
        const bool place =
            (call.text == "sub" || call.text == "gsub") && call.parts.size() == 3 && !isAssignable(*call.parts[2]);
        if (array || place)
            m_cursor.refuse();
    }

    Cursor &m_cursor;
    Place m_place;
};

} // namespace

bool Cursor::take(std::string_view sign)
{
    if (!is(sign))
        return false;
    ++m_at;
    return true;
}

Token Cursor::next()
{
    Token token = peek();
    if (!m_trouble && m_at + 1 < m_tokens.size())
        ++m_at;
    return token;
}

void Cursor::expect(std::string_view sign)
{
    if (!take(sign))
        refuse();
}

void Cursor::skipNewLines()
{
    while (peek().kind == Token::Kind::NewLine)
        ++m_at;
}

void Cursor::refuse()
{
    const Token &token = peek();
    const bool end = token.kind == Token::Kind::End || token.kind == Token::Kind::NewLine;
    refuse({fmt::format("line {}: syntax error at or near {}", token.line, end ? "end of line" : token.word)});
}

void Cursor::refuse(Trouble trouble)
{
    if (!m_trouble)
        m_trouble = std::move(trouble);
}

bool Cursor::enter()
{
    if (++m_depth > deepest)
        refuse({"so deeply nested a program of awk", true});
    if (m_trouble)
        --m_depth;
    return !m_trouble;
}

bool beginsOperand(const Token &token)
{
    switch (token.kind) {
    case Token::Kind::Number:
    case Token::Kind::Text:
    case Token::Kind::Regex:
    case Token::Kind::Name:
    case Token::Kind::Function: return true;
    case Token::Kind::Sign:
        return token.text == "(" || token.text == "$" || token.text == "!" || token.text == "-" || token.text == "+" ||
               token.text == "++" || token.text == "--";
    default: return false;
    }
}

ExpressionPtr readExpression(Cursor &cursor, Place place)
{
    return ExpressionReader(cursor, place).conditional();
}

} // namespace netdraft::model::command::awk_program
