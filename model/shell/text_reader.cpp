#include "model/shell/reader.h"

#include <algorithm>

namespace netdraft::model::shell {

TextReader::TextReader(std::string_view text, Place start)
    : m_text(text), m_start(start), m_lineEnd(std::min(text.find('\n'), text.size()))
{
}

bool TextReader::take(std::string_view what)
{
    if (!looksAt(what))
        return false;
    m_at += what.size();
    return true;
}

Place TextReader::placeOf(std::size_t offset) const
{
    if (offset < m_lineStart) {
        m_lineStart = 0;
        m_lineEnd = std::min(m_text.find('\n'), m_text.size());
        m_line = 0;
    }
    while (m_lineEnd < offset) {
        m_lineStart = m_lineEnd + 1;
        m_lineEnd = std::min(m_text.find('\n', m_lineStart), m_text.size());
        ++m_line;
    }
    const int column = static_cast<int>(offset - m_lineStart);
    return {m_start.source, m_start.line + m_line, m_line == 0 ? m_start.column + column : column + 1};
}

void TextReader::wrong(Place place, std::string what)
{
    if (!m_error)
        m_error = SyntaxError{place, std::move(what), atEnd()};
    m_at = m_text.size();
}

TextReader::Level::Level(TextReader &reader) : m_reader(reader)
{
    if (++m_reader.m_depth > deepestSyntax)
        m_reader.wrong(m_reader.here(), "this nests too deep; expected at most 100 levels of brackets and commands");
}

bool isNameStart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isNameCharacter(char c)
{
    return isNameStart(c) || (c >= '0' && c <= '9');
}

bool isName(std::string_view text)
{
    return !text.empty() && isNameStart(text.front()) && std::ranges::all_of(text, isNameCharacter);
}

std::size_t assignmentLength(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && (at == 0 ? isNameStart(text[at]) : isNameCharacter(text[at])))
        ++at;
    if (at == 0)
        return 0;
    if (at < text.size() && text[at] == '+')
        ++at;
    return at < text.size() && text[at] == '=' ? at + 1 : 0;
}

std::optional<std::string> Word::plain() const
{
    std::string text;
    for (const WordPart &part : parts) {
        const auto *literal = std::get_if<Literal>(&part);
        if (!literal || literal->quoted)
            return std::nullopt;
        text += literal->text;
    }
    if (array)
        return std::nullopt;
    return text;
}

std::string quotedForShell(std::string_view text)
{
    const auto isSafe = [](char c) {
        return isNameCharacter(c) || std::string_view("-./:@%+=").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::ranges::all_of(text, isSafe))
        return std::string(text);
    if (text.empty())
        return "''";
    if (text.find_first_of("\n\t\r\x1b") != std::string_view::npos) {
        std::string escaped = "$'";
        for (const char c : text) {
            const auto special = std::string_view("\n\t\r\x1b'\\").find(c);
            escaped += special == std::string_view::npos ? std::string(1, c)
                                                         : std::string("\\") + std::string_view("ntrE'\\")[special];
        }
        return escaped + "'";
    }
    std::string escaped;
    for (const char c : text)
        escaped += isSafe(c) || static_cast<unsigned char>(c) >= 0x80 ? std::string(1, c) : std::string("\\") + c;
    return escaped;
}

} // namespace netdraft::model::shell
