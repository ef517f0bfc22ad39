#include "model/command/text/awk/program.h"

#include "model/command/text/awk/expression_reader.h"

#include <fmt/format.h>

namespace netdraft::model::command::awk_program {

namespace {

using StatementKind = Statement::Kind;

class ProgramReader
{
public:
    explicit ProgramReader(std::vector<Token> tokens) : m_cursor(std::move(tokens)) {}

    std::optional<Trouble> read(Program &program)
    {
        skipEnds();
        while (m_cursor.peek().kind != Token::Kind::End && !m_cursor.trouble()) {
            program.rules.push_back(rule());
            skipEnds();
        }
        return m_cursor.trouble();
    }

private:
    void skipEnds()
    {
        while (m_cursor.peek().kind == Token::Kind::NewLine || m_cursor.is(";"))
            m_cursor.next();
    }

    Rule rule()
    {
        Rule rule;
        if (m_cursor.take("BEGIN"))
            rule.when = Rule::When::Begin;
        else if (m_cursor.take("END"))
            rule.when = Rule::When::End;
        else if (m_cursor.is("}"))
            m_cursor.refuse({"a program of awk with a } too many", true});
        else if (!m_cursor.is("{")) {
            rule.pattern = readExpression(m_cursor);
            if (m_cursor.take(","))
                rule.until = readExpression(m_cursor);
        }
        if (m_cursor.is("{"))
            rule.action = block();
        else if (rule.when != Rule::When::Record)
            m_cursor.refuse();
        else if (m_cursor.peek().kind != Token::Kind::End && m_cursor.peek().kind != Token::Kind::NewLine &&
                 !m_cursor.is(";"))
            m_cursor.refuse();
        return rule;
    }

    static StatementPtr make(StatementKind kind)
    {
        auto made = std::make_unique<Statement>();
        made->kind = kind;
        return made;
    }

    StatementPtr block()
    {
        StatementPtr made = make(StatementKind::Block);
        m_cursor.expect("{");
        skipEnds();
        while (!m_cursor.is("}") && !m_cursor.trouble()) {
            if (m_cursor.peek().kind == Token::Kind::End) {
                // mawk counts the end as a line of its own.
                m_cursor.refuse({fmt::format("line {}: missing }} near end of file", m_cursor.peek().line + 1)});
                break;
            }
            made->statements.push_back(statement());
            skipEnds();
        }
        m_cursor.expect("}");
        return made;
    }

    StatementPtr statement()
    {
        StatementPtr made = make(StatementKind::Block);
        if (!m_cursor.enter())
            return made;
        if (m_cursor.is("{"))
            made = block();
        else if (m_cursor.take("if"))
            made = condition();
        else if (m_cursor.take("while"))
            made = loop();
        else if (m_cursor.take("for"))
            made = counting();
        else {
            made = simple();
            endStatement();
        }
        m_cursor.leave();
        return made;
    }

    void endStatement()
    {
        if (m_cursor.take(";") || m_cursor.is("}") || m_cursor.peek().kind == Token::Kind::End)
            return;
        if (m_cursor.peek().kind == Token::Kind::NewLine)
            m_cursor.next();
        else
            m_cursor.refuse();
    }

    StatementPtr body()
    {
        m_cursor.skipNewLines();
        if (m_cursor.take(";"))
            return make(StatementKind::Block);
        return statement();
    }

    StatementPtr condition()
    {
        StatementPtr made = make(StatementKind::If);
        m_cursor.expect("(");
        made->expressions.push_back(readExpression(m_cursor));
        m_cursor.expect(")");
        made->statements.push_back(body());
        const std::size_t behind = m_cursor.place();
        skipEnds();
        if (m_cursor.take("else"))
            made->statements.push_back(body());
        else
            m_cursor.goBack(behind);
        return made;
    }

    StatementPtr loop()
    {
        StatementPtr made = make(StatementKind::While);
        m_cursor.expect("(");
        made->expressions.push_back(readExpression(m_cursor));
        m_cursor.expect(")");
        made->statements.push_back(body());
        return made;
    }

    StatementPtr counting()
    {
        StatementPtr made = make(StatementKind::For);
        m_cursor.expect("(");
        made->statements.push_back(m_cursor.is(";") ? make(StatementKind::Block) : simple());
        if (m_cursor.is(")"))
            m_cursor.refuse({"for (… in …) of awk, whose order is not told,", true});
        m_cursor.expect(";");
        made->expressions.push_back(m_cursor.is(";") ? nullptr : readExpression(m_cursor));
        m_cursor.expect(";");
        made->statements.push_back(m_cursor.is(")") ? make(StatementKind::Block) : simple());
        m_cursor.expect(")");
        made->statements.push_back(body());
        return made;
    }

    StatementPtr simple()
    {
        for (const auto &[word, kind] : {std::pair{"next", StatementKind::Next},
                                         {"break", StatementKind::Break},
                                         {"continue", StatementKind::Continue}}) {
            if (m_cursor.take(word))
                return make(kind);
        }
        if (m_cursor.take("exit")) {
            StatementPtr made = make(StatementKind::Exit);
            if (beginsOperand(m_cursor.peek()))
                made->expressions.push_back(readExpression(m_cursor));
            return made;
        }
        if (m_cursor.take("delete")) {
            StatementPtr made = make(StatementKind::Delete);
            made->expressions.push_back(readExpression(m_cursor));
            return made;
        }
        if (m_cursor.is("print") || m_cursor.is("printf"))
            return printing();
        if (m_cursor.is("do") || m_cursor.is("function") || m_cursor.is("return") || m_cursor.is("nextfile"))
            m_cursor.refuse({m_cursor.peek().text + " of awk", true});
        StatementPtr made = make(StatementKind::Evaluate);
        made->expressions.push_back(readExpression(m_cursor));
        return made;
    }

    bool endsPrinting() const
    {
        const Token::Kind kind = m_cursor.peek().kind;
        return kind == Token::Kind::NewLine || kind == Token::Kind::End || m_cursor.is(";") || m_cursor.is("}") ||
               m_cursor.is(">") || m_cursor.is(">>") || m_cursor.is("|");
    }

    void readList(std::vector<ExpressionPtr> &list, Place place)
    {
        do {
            m_cursor.skipNewLines();
            list.push_back(readExpression(m_cursor, place));
        } while (m_cursor.take(","));
    }

    /// Whether the bracket that is next holds a list of several expressions and nothing is behind it.
    bool isBracketedList()
    {
        const std::size_t start = m_cursor.place();
        int depth = 0;
        bool comma = false;
        while (m_cursor.peek().kind != Token::Kind::End) {
            if (m_cursor.is("(") || m_cursor.is("["))
                ++depth;
            else if (m_cursor.is(")") || m_cursor.is("]"))
                --depth;
            comma = comma || (depth == 1 && m_cursor.is(","));
            m_cursor.next();
            if (depth == 0)
                break;
        }
        const bool whole = endsPrinting();
        m_cursor.goBack(start);
        return comma && whole;
    }

    StatementPtr printing()
    {
        StatementPtr made = make(m_cursor.next().text == "print" ? StatementKind::Print : StatementKind::Printf);
        if (m_cursor.is("(") && isBracketedList()) {
            m_cursor.next();
            readList(made->expressions, Place::Usual);
            m_cursor.expect(")");
        } else if (!endsPrinting()) {
            readList(made->expressions, Place::Print);
        }
        if (made->kind == StatementKind::Printf && made->expressions.empty())
            m_cursor.refuse();
        if (m_cursor.is(">") || m_cursor.is(">>") || m_cursor.is("|"))
            m_cursor.refuse({"print of awk into a file or a pipe", true});
        return made;
    }

    Cursor m_cursor;
};

} // namespace

std::optional<Trouble> read(std::string_view text, Program &program)
{
    std::vector<Token> tokens;
    if (auto trouble = tokensOf(text, tokens))
        return trouble;
    return ProgramReader(std::move(tokens)).read(program);
}

} // namespace netdraft::model::command::awk_program
