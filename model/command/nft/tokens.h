#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model::command::nfttool {

/// A part of what nft reads, by its bytes.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};
/// From the start of one to the end of the other.
constexpr Span spanning(Span first, Span last)
{
    return {first.begin, last.end};
}

struct Token {
    enum class Kind : std::uint8_t {
        Word,
        Quoted, ///< between double quotes, without them
        Symbol, ///< one of `{ } ; , & | ^ + = !` and the like, or two that belong together: `!=`, `==`
        NewLine,
        End,
    };
    Kind kind = Kind::End;
    std::string text;
    Span span;

    bool is(std::string_view wanted) const { return (kind == Kind::Word || kind == Kind::Symbol) && text == wanted; }
    /// Whether a command ends here; a `}` ends the last one of a block.
    bool endsStatement() const
    {
        return kind == Kind::End || kind == Kind::NewLine || (kind == Kind::Symbol && (text == ";" || text == "}"));
    }
};

/// Cuts a text as the scanner of nft does; comments are left out. The last token is an End.
std::vector<Token> tokensOf(std::string_view text);

} // namespace netdraft::model::command::nfttool
