#include "model/recipe/kubernetes/yaml_scan.h"

#include <algorithm>
#include <vector>

namespace netdraft::model::kubernetes {

namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::size_t indentOf(std::string_view line)
{
    return std::min(line.find_first_not_of(' '), line.size());
}

bool isBlank(char each)
{
    return each == ' ' || each == '\t' || each == '\r';
}

/// Goes through a text line by line, and knows of each place whether a value can begin there.
class YamlScan
{
public:
    std::optional<YamlProblem> run(std::string_view text)
    {
        for (const std::string_view line : linesOf(text)) {
            ++m_number;
            if (isWithinBlock(line))
                continue;
            if (const auto tab = tabIn(line))
                return tab;
            take(line);
        }
        if (m_quote)
            return YamlProblem{m_number + 1, "found unexpected end of stream"};
        return std::nullopt;
    }

private:
    /// Whether the line is of a text that began with `|` or `>`.
    bool isWithinBlock(std::string_view line)
    {
        if (!m_block)
            return false;
        if (indentOf(line) > *m_block || line.find_first_not_of(" \t\r") == std::string_view::npos)
            return true;
        m_block.reset();
        return false;
    }

    std::optional<YamlProblem> tabIn(std::string_view line) const
    {
        const std::size_t indent = indentOf(line);
        if (m_quote || m_depth != 0 || indent == line.size() || line[indent] != '\t')
            return std::nullopt;
        const auto content = line.find_first_not_of(" \t\r", indent);
        if (content == std::string_view::npos || line[content] == '#')
            return std::nullopt;
        const bool continues = m_endsPlain && indent <= m_indent;
        return YamlProblem{m_number, continues ? "found a tab character that violates indentation"
                                               : "found character that cannot start any token"};
    }

    void take(std::string_view line)
    {
        std::size_t at = m_quote ? closed(line, 0) : 0;
        const bool wasQuoted = m_quote != 0;
        bool canBegin = at == 0;
        bool isPlain = false;
        while (at < line.size() && !m_quote) {
            const char each = line[at];
            const bool endsWord = at + 1 == line.size() || isBlank(line[at + 1]);
            if (isBlank(each)) {
                ++at;
            } else if (each == '#' && (at == 0 || isBlank(line[at - 1]))) {
                break;
            } else if (each == '"' || each == '\'') {
                if (canBegin) {
                    m_quote = each;
                    at = closed(line, at + 1);
                    canBegin = false;
                    isPlain = false;
                } else {
                    ++at;
                }
            } else if (canBegin && (each == '[' || each == '{')) {
                ++m_depth;
                ++at;
            } else if (m_depth != 0 && (each == ']' || each == '}' || each == ',')) {
                m_depth -= each == ',' ? 0 : 1;
                canBegin = each == ',';
                ++at;
            } else if (canBegin && m_depth == 0 && (each == '|' || each == '>')) {
                m_block = indentOf(line);
                return;
            } else if (each == ':' && (endsWord || m_depth != 0)) {
                canBegin = true;
                isPlain = false;
                ++at;
            } else if (canBegin && (each == '-' || each == '?') && endsWord) {
                ++at;
            } else if (canBegin && (each == '&' || each == '!')) {
                at = std::min(line.find_first_of(" \t", at), line.size());
            } else {
                canBegin = false;
                isPlain = m_depth == 0;
                ++at;
            }
        }
        if (!wasQuoted && at != 0) {
            m_endsPlain = isPlain && !m_quote;
            m_indent = indentOf(line);
        }
    }

    /// Where the quote that is open ends in a line, behind it; the end of the line where it goes on.
    std::size_t closed(std::string_view line, std::size_t at)
    {
        for (; at < line.size(); ++at) {
            if (m_quote == '"' && line[at] == '\\') {
                ++at;
            } else if (line[at] == m_quote) {
                if (m_quote == '\'' && at + 1 < line.size() && line[at + 1] == '\'') {
                    ++at;
                    continue;
                }
                m_quote = 0;
                return at + 1;
            }
        }
        return line.size();
    }

    int m_number = 0;
    char m_quote = 0;
    int m_depth = 0;                    ///< of brackets
    std::optional<std::size_t> m_block; ///< how far the line is indented that began a text of several lines
    bool m_endsPlain = false;           ///< whether the line before ended with text without quotes
    std::size_t m_indent = 0;           ///< of the line before
};

} // namespace

std::optional<YamlProblem> scannedYaml(std::string_view text)
{
    return YamlScan().run(text);
}

bool isListUnderItsKey(std::string_view text, int line, int column)
{
    const auto lines = linesOf(text);
    std::optional<std::size_t> dash;
    for (std::size_t at = std::min(static_cast<std::size_t>(line), lines.size()); at-- > 0;) {
        const std::size_t indent = indentOf(lines[at]);
        if (indent == lines[at].size() || lines[at][indent] == '#')
            continue;
        const bool isDash = lines[at][indent] == '-';
        if (!dash && isDash && static_cast<int>(indent) < column)
            dash = indent;
        else if (dash && !isDash && indent <= *dash)
            return indent == *dash;
    }
    return false;
}

} // namespace netdraft::model::kubernetes
