#include "model/command/text/awk/machine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace netdraft::model::command::awk_program {

namespace {

constexpr int widestField = 10000;

/// substr() of mawk, which from a start before the text takes as many characters more as that is before it.
std::string substring(const std::string &text, double start, std::optional<double> length)
{
    double first = std::trunc(start);
    const auto size = static_cast<double>(text.size());
    double count = length ? std::trunc(*length) : size;
    if (first < 1) {
        count = length ? count - first : size;
        first = 1;
    }
    if (!(count > 0) || first > size)
        return {};
    return text.substr(static_cast<std::size_t>(first) - 1, static_cast<std::size_t>(std::min(count, size)));
}

/// The replacement of sub and gsub: `&` is what matched, `\&` the character.
std::string replacement(std::string_view text, std::string_view matched)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && (text[i + 1] == '&' || text[i + 1] == '\\'))
            result += text[++i];
        else if (text[i] == '&')
            result += matched;
        else
            result += text[i];
    }
    return result;
}

/// The format was put together by Machine::format(): flags, bounded sizes, the conversion of this argument.
template <typename Argument>
std::string printed(const std::string &format, Argument argument)
{
    // NOLINTBEGIN(cppcoreguidelines-pro-type-vararg)
    const int length = std::snprintf(nullptr, 0, format.c_str(), argument);
    if (length < 0)
        return {};
    std::string text(static_cast<std::size_t>(length) + 1, '\0');
    std::snprintf(text.data(), text.size(), format.c_str(), argument);
    // NOLINTEND(cppcoreguidelines-pro-type-vararg)
    text.pop_back();
    return text;
}

/// As a whole number that fits.
long long wholeNumber(double number)
{
    constexpr double most = 9.2e18;
    return std::isnan(number) ? 0 : static_cast<long long>(std::clamp(number, -most, most));
}

} // namespace

std::string Machine::format(std::span<const ExpressionPtr> arguments)
{
    const std::string text = evaluate(*arguments[0]).asText();
    std::size_t next = 1;
    std::string result;
    const auto argument = [&]() -> Value {
        if (next >= arguments.size()) {
            fail(fmt::format("not enough arguments passed to printf(\"{}\")", text));
            return {};
        }
        return evaluate(*arguments[next++]);
    };
    for (std::size_t i = 0; i < text.size() && !ended(); ++i) {
        if (text[i] != '%' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        if (text[++i] == '%') {
            result += '%';
            continue;
        }
        std::string flags = "%";
        while (i < text.size() && std::string_view("-+ #0").find(text[i]) != std::string_view::npos)
            flags += text[i++];
        for (const bool precision : {false, true}) {
            if (precision && (i >= text.size() || text[i] != '.'))
                break;
            if (precision)
                flags += text[i++];
            int size = 0;
            if (i < text.size() && text[i] == '*') {
                size = static_cast<int>(
                    std::clamp<long long>(wholeNumber(argument().asNumber()), -widestField, widestField));
                ++i;
            }
            for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
                size = std::min(size * 10 + (text[i] - '0'), widestField);
            if (size != 0 || precision)
                flags += std::to_string(size);
        }
        const char conversion = i < text.size() ? text[i] : '\0';
        switch (conversion) {
        case 'd':
        case 'i': result += printed(flags + "lld", wholeNumber(argument().asNumber())); break;
        case 'o':
        case 'u':
        case 'x':
        case 'X': result += printed(flags + "ll" + conversion, wholeNumber(argument().asNumber())); break;
        case 'e':
        case 'E':
        case 'f':
        case 'F':
        case 'g':
        case 'G': result += printed(flags + conversion, argument().asNumber()); break;
        case 's': result += printed(flags + 's', argument().asText().c_str()); break;
        case 'c': {
            const Value value = argument();
            const std::string one = value.kind == Value::Kind::Number
                                        ? std::string(1, static_cast<char>(wholeNumber(value.asNumber())))
                                        : value.asText().substr(0, 1);
            result += printed(flags + 's', one.c_str());
            break;
        }
        default: notSimulated(fmt::format("the conversion %{} of awk", conversion));
        }
    }
    return result;
}

double Machine::substitute(const Expression &call, bool all)
{
    const Pattern *pattern = patternOf(*call.parts[0]);
    const std::string put = evaluate(*call.parts[1]).asText();
    if (!pattern || ended())
        return 0;
    const std::string text = call.parts.size() > 2 ? evaluate(*call.parts[2]).asText() : m_record.text();
    std::string result;
    std::size_t from = 0;
    std::size_t at = 0;
    double count = 0;
    bool justMatched = false;
    while (at <= text.size()) {
        const auto found = pattern->match(text, at);
        if (found.empty())
            break;
        const auto [start, length, matched] = found[0];
        // An empty match right behind another is none.
        if (length > 0 || !(justMatched && start == from)) {
            result += text.substr(from, start - from);
            result += replacement(put, std::string_view(text).substr(start, length));
            from = start + length;
            ++count;
            if (!all)
                break;
        }
        justMatched = length > 0;
        at = length == 0 ? start + 1 : start + length;
    }
    if (count == 0)
        return 0;
    result += text.substr(from);
    if (call.parts.size() > 2) {
        store(*call.parts[2], Value::of(std::move(result)));
    } else {
        auto fields = split(result, variable("FS").asText(), [this](const std::string &e) { return compiled(e); });
        m_record.set(std::move(result), std::move(fields));
    }
    return count;
}

double Machine::splitInto(const Expression &call)
{
    const std::string text = evaluate(*call.parts[0]).asText();
    std::string separator = variable("FS").asText();
    if (call.parts.size() > 2) {
        const Expression &given = *call.parts[2];
        separator = given.kind == Expression::Kind::Regex ? given.text : evaluate(given).asText();
        // `/./` is an expression, where "." is the character.
        if (given.kind == Expression::Kind::Regex && separator.size() == 1)
            separator = fmt::format("({})", separator);
    }
    auto &array = m_arrays[call.parts[1]->text];
    array.clear();
    std::size_t count = 0;
    for (const std::string &part : split(text, separator, [this](const std::string &e) { return compiled(e); }))
        array[std::to_string(++count)] = Value::input(part);
    return static_cast<double>(count);
}

Value Machine::evaluateCall(const Expression &call)
{
    const std::string &name = call.text;
    if (name == "sub" || name == "gsub")
        return Value::of(substitute(call, name == "gsub"));
    if (name == "split")
        return Value::of(splitInto(call));
    if (name == "sprintf")
        return Value::of(format(call.parts));
    if (name == "length" && call.parts.size() == 1 && call.parts[0]->kind == Expression::Kind::Variable &&
        m_arrays.contains(call.parts[0]->text))
        return Value::of(static_cast<double>(m_arrays[call.parts[0]->text].size()));
    const Value first = call.parts.empty() ? m_record.field(0) : evaluate(*call.parts[0]);
    std::string text = first.asText();
    if (name == "length")
        return Value::of(static_cast<double>(text.size()));
    if (name == "int")
        return Value::of(std::trunc(first.asNumber()));
    if (name == "substr") {
        const double start = evaluate(*call.parts[1]).asNumber();
        const auto length = call.parts.size() > 2 ? std::optional(evaluate(*call.parts[2]).asNumber()) : std::nullopt;
        return Value::of(substring(text, start, length));
    }
    if (name == "index") {
        const std::size_t found = text.find(evaluate(*call.parts[1]).asText());
        return Value::of(found == std::string::npos ? 0.0 : static_cast<double>(found) + 1);
    }
    if (name == "match") {
        const Pattern *pattern = patternOf(*call.parts[1]);
        const auto found = pattern ? pattern->match(text) : std::vector<Pattern::Part>();
        const double start = found.empty() ? 0 : static_cast<double>(found[0].start) + 1;
        m_variables["RSTART"] = Value::of(start);
        m_variables["RLENGTH"] = Value::of(found.empty() ? -1 : static_cast<double>(found[0].length));
        return Value::of(start);
    }
    const bool upper = name == "toupper";
    for (char &c : text) {
        if (upper ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z')
            c = static_cast<char>(c ^ 0x20);
    }
    return Value::of(std::move(text));
}

} // namespace netdraft::model::command::awk_program
