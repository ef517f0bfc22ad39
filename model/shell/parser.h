#pragma once

#include "model/shell/syntax.h"

#include <expected>
#include <string_view>

namespace netdraft::model::shell {

/// What is wrong with the grammar of a text, where, and what would be right.
struct SyntaxError {
    Place place;
    std::string what;
    bool unfinished = false; ///< the text ended there: more of it may make it right
};

/// Reads a text in bash's language, one complete command after the other, as bash does: what stands after a mistake, or
/// after an `exit`, is not looked at.
class Parser
{
public:
    /// The text must outlive the parser. `start` is where its first character stands.
    explicit Parser(std::string_view text, Place start = {});
    ~Parser();
    Parser(const Parser &) = delete;
    Parser &operator=(const Parser &) = delete;

    /// The commands up to the end of a line that ends them; null at the end of the text.
    std::expected<ListPtr, SyntaxError> next();

private:
    class Reader;
    std::unique_ptr<Reader> m_reader;
};

/// Whether a shell would wait for more lines after this text: a quote, a here-document or a loop in it is still open.
bool isUnfinished(std::string_view text);

/// An arithmetic expression, or the text of a here-document: as between double quotes, where `"` is no quote.
std::expected<Word, SyntaxError> parseText(std::string_view text, Place start);

/// The value as one would type it to get it back (printf %q).
std::string quotedForShell(std::string_view text);

} // namespace netdraft::model::shell
