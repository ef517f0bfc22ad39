#include "model/command/text/awk/value.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdlib>
#include <limits>

namespace netdraft::model::command::awk_program {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/// The decimal number at the start of a text, and how many characters it takes; none of hexadecimal ones and of `inf`.
double numberAtStart(const std::string &text, std::size_t &length)
{
    std::size_t at = 0;
    while (at < text.size() && isSpace(text[at]))
        ++at;
    std::size_t digits = at;
    if (digits < text.size() && (text[digits] == '-' || text[digits] == '+'))
        ++digits;
    length = 0;
    const bool plain = digits < text.size() && ((text[digits] >= '0' && text[digits] <= '9') || text[digits] == '.');
    if (!plain)
        return 0;
    if (text.compare(digits, 2, "0x") == 0 || text.compare(digits, 2, "0X") == 0) {
        // mawk reads it with strtod(3).
        char *end = nullptr;
        const double number = std::strtod(text.c_str(), &end);
        length = static_cast<std::size_t>(end - text.c_str());
        return number;
    }
    char *end = nullptr;
    const double number = std::strtod(text.c_str() + at, &end);
    length = end == text.c_str() + at ? 0 : static_cast<std::size_t>(end - text.c_str());
    return length == 0 ? 0 : number;
}

} // namespace

double Value::asNumber() const
{
    if (kind == Kind::Number || kind == Kind::Unset)
        return number;
    std::size_t length = 0;
    return numberAtStart(text, length);
}

std::string Value::asText() const
{
    if (kind != Kind::Number)
        return text;
    const bool whole = number == std::floor(number) && std::abs(number) <= std::numeric_limits<int>::max();
    return whole ? fmt::format("{}", static_cast<int>(number)) : fmt::format("{:.6g}", number);
}

bool Value::isTrue() const
{
    switch (kind) {
    case Kind::Unset: return false;
    case Kind::Number: return number != 0;
    case Kind::Text: return !text.empty();
    case Kind::Input: return isNumeric() ? asNumber() != 0 : !text.empty();
    }
    return false;
}

bool Value::isNumeric() const
{
    if (kind != Kind::Input)
        return kind != Kind::Text;
    std::size_t length = 0;
    numberAtStart(text, length);
    if (length == 0)
        return false;
    while (length < text.size() && isSpace(text[length]))
        ++length;
    return length == text.size();
}

int compare(const Value &a, const Value &b)
{
    if (a.isNumeric() && b.isNumeric()) {
        const double x = a.asNumber();
        const double y = b.asNumber();
        return x < y ? -1 : x > y ? 1 : 0;
    }
    return a.asText().compare(b.asText());
}

} // namespace netdraft::model::command::awk_program
