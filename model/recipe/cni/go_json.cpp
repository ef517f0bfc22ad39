#include "model/recipe/cni/go_json.h"

#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model::cni {

namespace {

constexpr std::size_t deepest = 10000;

std::string quotedCharacter(unsigned char character)
{
    switch (character) {
    case '\'': return R"('\'')";
    case '"': return "'\"'";
    case '\n': return R"('\n')";
    case '\r': return R"('\r')";
    case '\t': return R"('\t')";
    case '\\': return R"('\\')";
    default: break;
    }
    if (character < 0x20 || character == 0x7f)
        return fmt::format("'\\x{:02x}'", character);
    if (character < 0x80)
        return fmt::format("'{}'", static_cast<char>(character));
    // A byte is taken for the character of that number.
    return fmt::format("'{}{}'", static_cast<char>(0xc0 | character >> 6),
                       static_cast<char>(0x80 | (character & 0x3f)));
}

/// Goes through a text as Go's scanner does, which tells the first byte that cannot stand where it stands.
class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    /// Empty where the text is JSON.
    std::string run()
    {
        bool done = value();
        while (done && !m_open.empty())
            done = goOn();
        skip();
        if (done && m_at < m_text.size())
            wrong("after top-level value");
        return m_error;
    }

private:
    void skip()
    {
        while (m_at < m_text.size() && std::string_view(" \t\r\n").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
    }
    bool wrong(std::string_view context)
    {
        m_error = m_at >= m_text.size()
                      ? "unexpected end of JSON input"
                      : fmt::format("invalid character {} {}",
                                    quotedCharacter(static_cast<unsigned char>(m_text[m_at])), context);
        return false;
    }
    bool is(char wanted) const { return m_at < m_text.size() && m_text[m_at] == wanted; }
    bool isDigit() const { return m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9'; }

    /// A value, or the beginning of an object or array.
    bool value()
    {
        skip();
        if (is('{') || is('[')) {
            m_open += m_text[m_at++];
            m_first = true;
            if (m_open.size() <= deepest)
                return true;
            m_error = "exceeded max depth";
            return false;
        }
        m_first = false;
        if (is('"'))
            return string();
        if (is('-') || isDigit())
            return number();
        for (const std::string_view word : {"true", "false", "null"})
            if (is(word[0]))
                return literal(word);
        return wrong("looking for beginning of value");
    }

    /// What follows within an object or array.
    bool goOn()
    {
        const bool inObject = m_open.back() == '{';
        skip();
        if (is(inObject ? '}' : ']')) {
            ++m_at;
            m_open.pop_back();
            m_first = false;
            return true;
        }
        if (!m_first) {
            if (!is(','))
                return wrong(inObject ? "after object key:value pair" : "after array element");
            ++m_at;
            skip();
        }
        if (!inObject)
            return value();
        if (!is('"'))
            return wrong("looking for beginning of object key string");
        if (!string())
            return false;
        skip();
        if (!is(':'))
            return wrong("after object key");
        ++m_at;
        return value();
    }

    bool string()
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (is('"')) {
                ++m_at;
                return true;
            }
            if (static_cast<unsigned char>(m_text[m_at]) < 0x20)
                return wrong("in string literal");
            if (is('\\') && !escape())
                return false;
        }
        return wrong({});
    }

    bool escape()
    {
        ++m_at;
        if (m_at >= m_text.size() || std::string_view("bfnrt\\/\"u").find(m_text[m_at]) == std::string_view::npos)
            return wrong("in string escape code");
        if (!is('u'))
            return true;
        for (int i = 0; i < 4; ++i) {
            ++m_at;
            if (m_at >= m_text.size() ||
                std::string_view("0123456789abcdefABCDEF").find(m_text[m_at]) == std::string_view::npos)
                return wrong("in \\u hexadecimal character escape");
        }
        return true;
    }

    bool digits(std::string_view context)
    {
        if (!isDigit())
            return wrong(context);
        while (isDigit())
            ++m_at;
        return true;
    }

    bool number()
    {
        if (is('-'))
            ++m_at;
        if (is('0'))
            ++m_at;
        else if (!digits("in numeric literal"))
            return false;
        if (is('.')) {
            ++m_at;
            if (!digits("after decimal point in numeric literal"))
                return false;
        }
        if (is('e') || is('E')) {
            ++m_at;
            if (is('+') || is('-'))
                ++m_at;
            return digits("in exponent of numeric literal");
        }
        return true;
    }

    bool literal(std::string_view word)
    {
        for (const char wanted : word) {
            if (!is(wanted))
                return wrong(fmt::format("in literal {} (expecting {})", word,
                                         quotedCharacter(static_cast<unsigned char>(wanted))));
            ++m_at;
        }
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_open;   ///< the brackets that are open
    bool m_first = false; ///< nothing stands in the innermost yet
    std::string m_error;
};

} // namespace

std::expected<Json, std::string> parseGoJson(std::string_view text)
{
    if (std::string error = Scanner(text).run(); !error.empty())
        return std::unexpected(std::move(error));
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return std::unexpected("invalid text in a string");
    return json;
}

std::string jsonText(const nlohmann::ordered_json &value, int indent)
{
    return value.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string goJson(const nlohmann::ordered_json &value, int indent)
{
    const std::string text = jsonText(value, indent);
    std::string safe;
    safe.reserve(text.size());
    // Go has these three escaped, for the sake of web pages; they stand in strings alone.
    for (const char c : text) {
        if (c == '<' || c == '>' || c == '&')
            safe += fmt::format("\\u{:04x}", c);
        else
            safe += c;
    }
    return safe;
}

std::string goQuoted(std::string_view text)
{
    std::string quoted = "\"";
    for (std::size_t length = 1; !text.empty(); text.remove_prefix(std::max<std::size_t>(length, 1))) {
        const char c = text.front();
        const auto byte = static_cast<unsigned char>(c);
        length = utf8Length(text);
        if (c == '"' || c == '\\')
            quoted += std::string("\\") + c;
        else if (c == '\n')
            quoted += "\\n";
        else if (c == '\r')
            quoted += "\\r";
        else if (c == '\t')
            quoted += "\\t";
        else if (byte < 0x20 || byte == 0x7f || length == 0)
            quoted += fmt::format("\\x{:02x}", byte);
        else
            quoted += text.substr(0, length);
    }
    return quoted + '"';
}

} // namespace netdraft::model::cni
