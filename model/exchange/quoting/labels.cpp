#include "model/exchange/quoting/labels.h"

#include "model/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace netdraft::model {

namespace {

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

std::string dotQuoted(std::string_view text)
{
    std::string quoted = "\"";
    for (const char c : printableText(text)) {
        if (c == '\n')
            quoted += "\\n";
        else if (c == '"' || c == '\\')
            quoted += {'\\', c};
        else if (c == '&') // else the start of an entity
            quoted += "&amp;";
        else
            quoted += c;
    }
    return quoted + '"';
}

std::string mermaidQuoted(std::string_view text)
{
    constexpr std::string_view plain = " .:/,-+()";
    std::string quoted = "\"";
    for (const char c : printableText(text)) {
        if (c == '\n')
            quoted += "<br/>";
        else if (!isAscii(c) || isAlphanumeric(c) || plain.find(c) != std::string_view::npos)
            quoted += c;
        else
            quoted += fmt::format("#{};", static_cast<int>(c));
    }
    return quoted + '"';
}

std::string markdownText(std::string_view text)
{
    constexpr std::string_view plain = " .:/,-+()";
    std::string escaped;
    for (const char c : printableText(text)) {
        if (c == '\n' || c == '\t')
            escaped += ' ';
        else if (isAscii(c) && !isAlphanumeric(c) && plain.find(c) == std::string_view::npos)
            escaped += {'\\', c};
        else
            escaped += c;
    }
    return escaped;
}

std::string markdownFenced(std::string_view language, std::string_view text)
{
    std::size_t longest = 2;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string clean = printableText(text);
    return fmt::format("{}{}\n{}{}{}\n", fence, language, clean, clean.ends_with('\n') ? "" : "\n", fence);
}

} // namespace netdraft::model
