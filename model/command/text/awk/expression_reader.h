#pragma once

#include "model/command/text/awk/tokens.h"

namespace netdraft::model::command::awk_program {

/// Reads the tokens of a program from front to back; the first trouble sticks, and all that follows is End.
class Cursor
{
public:
    explicit Cursor(std::vector<Token> tokens) : m_tokens(std::move(tokens)) {}

    const Token &peek() const { return m_trouble ? m_tokens.back() : m_tokens[m_at]; }
    bool is(std::string_view sign) const
    {
        const Token &token = peek();
        return (token.kind == Token::Kind::Sign || token.kind == Token::Kind::Keyword) && token.text == sign;
    }
    bool take(std::string_view sign);
    Token next();
    void expect(std::string_view sign);
    void skipNewLines();
    std::size_t place() const { return m_at; }
    void goBack(std::size_t place) { m_at = place; }

    /// `syntax error at or near` the token that is next.
    void refuse();
    void refuse(Trouble trouble);
    const std::optional<Trouble> &trouble() const { return m_trouble; }

    /// How deep what is read is nested; too deep is a trouble.
    bool enter();
    void leave() { --m_depth; }

private:
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
    std::optional<Trouble> m_trouble;
};

/// How an expression stands: in `print`, a bare `>` redirects; in the head of `for`, a bare `in` is not the operator.
enum class Place : bool { Usual, Print };
ExpressionPtr readExpression(Cursor &cursor, Place place = Place::Usual);
/// Whether a token can begin an operand.
bool beginsOperand(const Token &token);

} // namespace netdraft::model::command::awk_program
