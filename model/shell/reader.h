#pragma once

#include "model/shell/parser.h"

namespace netdraft::model::shell {

/// How deep constructs may nest in each other.
inline constexpr int deepestSyntax = 100;

/// The characters of a text, with the places that they have in it. Base of the reader of words.
class TextReader
{
public:
    TextReader(std::string_view text, Place start);
    TextReader(const TextReader &) = delete;
    TextReader &operator=(const TextReader &) = delete;
    virtual ~TextReader() = default;

    bool failed() const { return m_error.has_value(); }
    const SyntaxError &error() const { return *m_error; }

protected:
    bool atEnd() const { return m_at >= m_text.size(); }
    char peek(std::size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool looksAt(std::string_view what) const { return m_text.substr(m_at).starts_with(what); }
    bool take(std::string_view what);
    Place placeOf(std::size_t offset) const;
    Place here() const { return placeOf(m_at); }
    /// Notes the first error; the text counts as read then, so that every loop ends.
    void wrong(Place place, std::string what);

    /// Counts how deep the reader is; refuses what is too deep.
    class Level
    {
    public:
        explicit Level(TextReader &reader);
        ~Level() { --m_reader.m_depth; }
        Level(const Level &) = delete;
        Level &operator=(const Level &) = delete;

    private:
        TextReader &m_reader;
    };

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;

private:
    Place m_start;
    mutable std::size_t m_lineStart = 0; ///< of the line last asked about, its end, and its number
    mutable std::size_t m_lineEnd;
    mutable int m_line = 0;
    std::optional<SyntaxError> m_error;
};

/// Reads words: quotes and expansions.
class WordReader : public TextReader
{
public:
    using TextReader::TextReader;

    /// A whole text as it is between double quotes, where `"` stands for itself.
    Word text();
    void setDepth(int depth) { m_depth = depth; }

protected:
    /// What a word is read in.
    enum class Context : std::uint8_t {
        Bare,    ///< ends before a blank or an operator
        Quoted,  ///< between double quotes
        Text,    ///< a here-document: the same, but that `"` is no quote
        Operand, ///< in `${…}` that is not quoted
        QuotedOperand,
        Regex, ///< right of `=~`: brackets are no operators
    };

    /// A word that starts here; without parts where none does.
    Word word(Context context = Context::Bare);
    bool startsWord() const;
    /// The commands of a `$(…)` or `<(…)`, read up to its closing bracket.
    virtual ListPtr commandsUntilBracket() = 0;
    virtual ListPtr commandsOf(const std::string &text, Place place) = 0;
    /// Blanks, escaped line feeds and comments.
    void skipBlanks();
    virtual void newLine() = 0;

private:
    void part(Word &word, Context context);
    void literal(Word &word, std::string text, bool quoted);
    void singleQuoted(Word &word);
    void ansiQuoted(Word &word);
    void doubleQuoted(Word &word);
    void backslash(Word &word, Context context);
    void dollar(Word &word, Context context);
    void braced(Word &word, bool quoted);
    void backQuoted(Word &word, bool quoted);
    bool arithmetic(Word &word, bool quoted);
    void operands(Parameter &parameter, bool quoted);
    /// Up to one of `ends`, which is not read.
    Word operand(std::string_view ends, Context context);
    Word bracketed(); ///< an index, up to the `]` behind it
    void array(Word &word);
    bool opensArray(const Word &word) const;
    /// The length of an expression up to the `))` that closes it; none where there is no such.
    std::optional<std::size_t> lengthOfArithmetic() const;

    friend class CommandReader;
};

/// What `name=` or `name+=` or `name[…]=` a word starts with: how long it is; 0 where it is none.
std::size_t assignmentLength(std::string_view text);
bool isName(std::string_view text);
bool isNameStart(char c);
bool isNameCharacter(char c);

} // namespace netdraft::model::shell
