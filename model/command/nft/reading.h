#pragma once

#include "model/command/nft/tokens.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace netdraft::model::command::nfttool {

/// What nft finds wrong, and where.
struct Complaint {
    std::string text;
    Span at;
    std::optional<Span> with = std::nullopt; ///< what it does not go with, underlined with `~`
    bool toTheEnd = false; ///< nft skips the rest of the line, and then complains that the text is at its end
};

/// A text of nft being read. After the first complaint, or the first thing that is not simulated, what is read does not
/// matter any more.
class Reading
{
public:
    explicit Reading(std::string_view text) : m_text(text), m_tokens(tokensOf(text)) {}

    const Token &peek(std::size_t ahead = 0) const
    {
        const std::size_t at = m_at + ahead;
        return m_tokens[at < m_tokens.size() ? at : m_tokens.size() - 1];
    }
    /// The next token; the End is never passed.
    const Token &take()
    {
        const Token &token = peek();
        if (token.kind != Token::Kind::End)
            ++m_at;
        return token;
    }
    bool takeIf(std::string_view text)
    {
        if (!peek().is(text))
            return false;
        take();
        return true;
    }
    /// The token that was taken last.
    const Token &last() const { return m_tokens[m_at == 0 ? 0 : m_at - 1]; }
    std::size_t place() const { return m_at; }
    const Token &tokenAt(std::size_t place) const { return m_tokens[place]; }

    bool sound() const { return !m_unsimulated && !m_complaint; }
    void complain(Complaint complaint)
    {
        if (sound())
            m_complaint = std::move(complaint);
    }
    /// What stands here is either wrong or beyond the simulation: nothing is guessed.
    void refuse()
    {
        if (sound())
            m_unsimulated = true;
    }
    bool unsimulated() const { return m_unsimulated; }
    /// Remembers a set without a name, from `{` to `}`.
    void addSet(Span span) { m_sets.push_back(span); }
    /// Those that were added since this was last asked.
    std::vector<Span> takeSets() { return std::exchange(m_sets, {}); }
    const std::optional<Complaint> &complaint() const { return m_complaint; }
    std::string_view text() const { return m_text; }

private:
    std::string_view m_text;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    bool m_unsimulated = false;
    std::optional<Complaint> m_complaint;
    std::vector<Span> m_sets;
};

} // namespace netdraft::model::command::nfttool
