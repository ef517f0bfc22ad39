#include "model/shell/machine.h"
#include "model/shell/parser.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace netdraft::model::shell {

namespace {

/// A character that `\` and what follows it at `at` stand for; moves `at` behind it. None where they stand for
/// themselves.
std::optional<char> escapeAt(std::string_view text, std::size_t &at, bool leadingZero)
{
    constexpr std::string_view letters = "abeEfnrtv\\";
    constexpr std::string_view meanings = "\a\b\x1b\x1b\f\n\r\t\v\\";
    if (at + 1 >= text.size())
        return std::nullopt;
    const char c = text[at + 1];
    if (const auto known = letters.find(c); known != std::string_view::npos) {
        at += 2;
        return meanings[known];
    }
    const bool hex = c == 'x';
    std::size_t from = at + 1;
    if (hex || (leadingZero && c == '0'))
        ++from;
    else if (leadingZero || c < '0' || c > '7')
        return std::nullopt;
    unsigned value = 0;
    const std::size_t most = hex ? 2 : 3;
    const char *begin = text.data() + from;
    const char *limit = text.data() + std::min(text.size(), from + most);
    const auto [end, error] = std::from_chars(begin, limit, value, hex ? 16 : 8);
    if (error != std::errc{} && (hex || !leadingZero))
        return std::nullopt;
    at = from + static_cast<std::size_t>(error == std::errc{} ? end - begin : 0);
    return static_cast<char>(value);
}

struct Directive {
    std::string flags; ///< with width and precision, as snprintf(3) takes them
    char letter = 's';
};

class Formatting
{
public:
    Formatting(std::string_view format, std::span<const std::string> arguments, int &status, std::size_t most)
        : m_format(format), m_arguments(arguments), m_status(status), m_most(most)
    {
    }

    std::string run()
    {
        do {
            const std::size_t before = m_next;
            once();
            if (m_next == before)
                break;
        } while (m_next < m_arguments.size() && !m_stopped && m_text.size() < m_most);
        return std::move(m_text);
    }

private:
    std::string argument() { return m_next < m_arguments.size() ? m_arguments[m_next++] : std::string(); }

    void once()
    {
        for (std::size_t at = 0; at < m_format.size() && !m_stopped && m_text.size() < m_most;) {
            if (m_format[at] == '\\') {
                if (const auto c = escapeAt(m_format, at, false))
                    m_text += *c;
                else
                    m_text += m_format[at++];
            } else if (m_format[at] == '%') {
                ++at;
                directive(at);
            } else {
                m_text += m_format[at++];
            }
        }
    }

    void number(std::size_t &at, std::string &flags)
    {
        constexpr int widest = 10'000;
        int value = 0;
        if (at < m_format.size() && m_format[at] == '*') {
            ++at;
            value = static_cast<int>(integer());
        } else {
            while (at < m_format.size() && m_format[at] >= '0' && m_format[at] <= '9') {
                value = std::min(widest, value * 10 + (m_format[at] - '0'));
                ++at;
            }
            if (value == 0)
                return;
        }
        flags += std::to_string(std::clamp(value, -widest, widest));
    }

    void directive(std::size_t &at)
    {
        if (at < m_format.size() && m_format[at] == '%') {
            m_text += '%';
            ++at;
            return;
        }
        std::string flags = "%";
        while (at < m_format.size() && std::string_view("-+ #0").find(m_format[at]) != std::string_view::npos)
            flags += m_format[at++];
        number(at, flags);
        if (at < m_format.size() && m_format[at] == '.') {
            flags += '.';
            ++at;
            number(at, flags);
        }
        if (at >= m_format.size()) {
            m_text += flags;
            return;
        }
        convert(flags, m_format[at++]);
    }

    void convert(const std::string &flags, char letter)
    {
        switch (letter) {
        case 's': return put(flags + 's', argument().c_str());
        case 'q': return put(flags + 's', quotedForShell(argument()).c_str());
        case 'b': return put(flags + 's', unescaped(argument(), &m_stopped).c_str());
        case 'c': m_text += argument().substr(0, 1); return;
        case 'd':
        case 'i':
        case 'u':
        case 'x':
        case 'X':
        case 'o': return put(flags + "ll" + letter, integer());
        case 'f':
        case 'e':
        case 'g': return put(flags + letter, std::strtod(argument().c_str(), nullptr));
        default: m_status = 1; m_stopped = true;
        }
    }

    template <typename T>
    void put(const std::string &format, T value)
    {
        const int length = std::snprintf(nullptr, 0, format.c_str(), value);
        std::string text(static_cast<std::size_t>(std::max(length, 0)) + 1, '\0');
        std::snprintf(text.data(), text.size(), format.c_str(), value);
        text.pop_back();
        m_text += text;
    }

    long long integer()
    {
        const std::string text = argument();
        if (text.empty())
            return 0;
        if (text[0] == '\'' || text[0] == '"')
            return text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0;
        char *end = nullptr;
        const long long value = std::strtoll(text.c_str(), &end, 0);
        if (*end != '\0')
            m_status = 1;
        return value;
    }

    std::string_view m_format;
    std::span<const std::string> m_arguments;
    std::size_t m_next = 0;
    int &m_status;
    std::size_t m_most;
    std::string m_text;
    bool m_stopped = false;
};

} // namespace

std::string unescaped(std::string_view text, bool *stops)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text.substr(at).starts_with("\\c")) {
            if (stops)
                *stops = true;
            return result;
        }
        const auto c = text[at] == '\\' ? escapeAt(text, at, true) : std::nullopt;
        result += c ? *c : text[at++];
    }
    return result;
}

std::string formatPrintf(std::string_view format, std::span<const std::string> arguments, int &status, std::size_t most)
{
    return Formatting(format, arguments, status, most).run();
}

} // namespace netdraft::model::shell
