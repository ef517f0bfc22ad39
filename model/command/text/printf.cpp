#include "model/command/arguments.h"
#include "model/command/text/escapes.h"
#include "model/command/text/text_tools.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace netdraft::model::command {

namespace {

constexpr std::string_view usageText = "printf: usage: printf [-v var] format [arguments]";
/// No field is as wide in what people print, and a wide one must not fill the memory.
constexpr int widestField = 10000;

/// One call of printf: the format is used again while arguments are left.
class Printing
{
public:
    Printing(std::string_view format, std::span<const std::string> arguments) : m_format(format), m_arguments(arguments)
    {
    }

    Reply print()
    {
        do {
            const std::size_t before = m_arguments.size();
            printOnce();
            if (m_arguments.size() == before)
                break; // a format that takes none is printed once
        } while (!m_ended && !m_arguments.empty());
        return std::move(m_reply);
    }

private:
    std::string nextArgument()
    {
        if (m_arguments.empty())
            return {};
        std::string word = m_arguments.front();
        m_arguments = m_arguments.subspan(1);
        return word;
    }

    void complain(std::string_view what, bool fails = true)
    {
        m_reply.err += fmt::format("bash: printf: {}\n", what);
        if (fails)
            m_reply.status = 1;
    }

    /// What is wrong with a number is said, and what of it could be read is printed.
    template <typename Number, typename Read>
    Number numberOf(const std::string &word, Read read)
    {
        if (word.starts_with('"') || word.starts_with('\''))
            return static_cast<Number>(word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0);
        if (word.empty())
            return Number();
        char *end = nullptr;
        errno = 0;
        const Number number = read(word.c_str(), &end);
        if (*end != '\0')
            complain(word + ": invalid number");
        else if (errno == ERANGE)
            complain(fmt::format("warning: {}: Numerical result out of range", word), false);
        return number;
    }

    long long integerArgument()
    {
        return numberOf<long long>(nextArgument(),
                                   [](const char *text, char **end) { return std::strtoll(text, end, 0); });
    }
    unsigned long long unsignedArgument()
    {
        return numberOf<unsigned long long>(nextArgument(),
                                            [](const char *text, char **end) { return std::strtoull(text, end, 0); });
    }
    long double realArgument()
    {
        return numberOf<long double>(nextArgument(),
                                     [](const char *text, char **end) { return std::strtold(text, end); });
    }

    void printOnce()
    {
        std::string_view rest = m_format;
        while (!rest.empty() && !m_ended) {
            const std::size_t percent = std::min(rest.find('%'), rest.size());
            m_reply.out += unescaped(rest.substr(0, percent), Octal::Plain).text;
            rest.remove_prefix(percent);
            if (rest.starts_with("%%")) {
                m_reply.out += '%';
                rest.remove_prefix(2);
            } else if (!rest.empty()) {
                printField(rest);
            }
        }
    }

    /// A width or precision: digits, or `*` for an argument; none where there is neither.
    std::optional<int> takeSize(std::string_view &rest)
    {
        if (rest.starts_with('*')) {
            rest.remove_prefix(1);
            return static_cast<int>(std::clamp<long long>(integerArgument(), -widestField, widestField));
        }
        std::optional<int> size;
        while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
            size = std::min(size.value_or(0) * 10 + (rest.front() - '0'), widestField);
            rest.remove_prefix(1);
        }
        return size;
    }

    void printField(std::string_view &rest)
    {
        const std::string_view start = rest;
        rest.remove_prefix(1);
        std::string flags = "%";
        while (!rest.empty() && std::string_view("-+ #0").find(rest.front()) != std::string_view::npos) {
            flags += rest.front();
            rest.remove_prefix(1);
        }
        if (const auto width = takeSize(rest))
            flags += *width < 0 ? fmt::format("-{}", -*width) : *width == 0 ? "" : std::to_string(*width);
        if (rest.starts_with('.')) {
            rest.remove_prefix(1);
            if (const int precision = takeSize(rest).value_or(0); precision >= 0)
                flags += fmt::format(".{}", precision);
        }
        while (!rest.empty() && std::string_view("hjlLtz").find(rest.front()) != std::string_view::npos)
            rest.remove_prefix(1);
        if (rest.empty()) {
            complain(fmt::format("`{}': missing format character", start));
            m_ended = true;
            return;
        }
        const char conversion = rest.front();
        rest.remove_prefix(1);
        convert(flags, conversion);
    }

    void convert(const std::string &flags, char conversion)
    {
        switch (conversion) {
        case 's': put(flags + 's', nextArgument().c_str()); break;
        case 'b': {
            const Unescaped text = unescaped(nextArgument(), Octal::AfterZero);
            put(flags + 's', text.text.c_str());
            m_ended = text.ends;
            break;
        }
        case 'c': {
            const std::string word = nextArgument();
            put(flags + 's', word.substr(0, 1).c_str());
            break;
        }
        case 'd':
        case 'i': put(flags + "lld", integerArgument()); break;
        case 'u':
        case 'o':
        case 'x':
        case 'X': put(flags + "ll" + conversion, unsignedArgument()); break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': put(flags + 'L' + conversion, realArgument()); break;
        case 'q':
        case '(':
            m_reply = notSimulated(fmt::format("%{} of printf", conversion == '(' ? "(…)T" : "q"));
            m_ended = true;
            break;
        default: complain(fmt::format("`{}': invalid format character", conversion)); m_ended = true;
        }
    }

    /// The format was put together above: flags, sizes that are bounded, and the conversion of this argument.
    template <typename Argument>
    void put(const std::string &format, Argument argument)
    {
        // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg)
        const int length = std::snprintf(nullptr, 0, format.c_str(), argument);
        if (length < 0)
            return;
        std::string text(static_cast<std::size_t>(length) + 1, '\0');
        std::snprintf(text.data(), text.size(), format.c_str(), argument);
        // NOLINTEND(cppcoreguidelines-pro-type-vararg)
        text.pop_back();
        m_reply.out += text;
    }

    std::string_view m_format;
    std::span<const std::string> m_arguments;
    Reply m_reply;
    bool m_ended = false;
};

} // namespace

Response printf(const TextCall &call)
{
    auto words = call.words;
    if (!words.empty() && words.front() == "--")
        words = words.subspan(1);
    else if (!words.empty() && words.front().starts_with("-v"))
        return notSimulated("printf into a variable");
    else if (!words.empty() && words.front().size() > 1 && words.front().starts_with('-'))
        return complaint(2, fmt::format("bash: printf: -{}: invalid option\n{}", words.front()[1], usageText));
    if (words.empty())
        return complaint(2, usageText);
    return Printing(words.front(), words.subspan(1)).print();
}

} // namespace netdraft::model::command
