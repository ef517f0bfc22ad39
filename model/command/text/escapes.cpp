#include "model/command/text/escapes.h"

#include <cstdint>

namespace netdraft::model::command {

namespace {

constexpr std::string_view octalDigits = "01234567";
constexpr std::string_view hexDigits = "0123456789abcdefABCDEF";

/// Takes up to `most` digits from the front of `text`; -1 where there is none.
std::int64_t takeNumber(std::string_view &text, std::string_view digits, int base, std::size_t most)
{
    std::size_t length = 0;
    while (length < most && length < text.size() && digits.find(text[length]) != std::string_view::npos)
        ++length;
    if (length == 0)
        return -1;
    std::int64_t number = 0;
    for (const char c : text.substr(0, length))
        number = number * base + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    text.remove_prefix(length);
    return number;
}

void appendUtf8(std::string &text, std::uint32_t code)
{
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0U | code >> 6U);
        put(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        put(0xe0U | code >> 12U);
        put(0x80U | (code >> 6U & 0x3fU));
        put(0x80U | (code & 0x3fU));
    } else {
        put(0xf0U | (code >> 18U & 0x7U));
        put(0x80U | (code >> 12U & 0x3fU));
        put(0x80U | (code >> 6U & 0x3fU));
        put(0x80U | (code & 0x3fU));
    }
}

/// The character that a letter after a backslash stands for; 0 for none.
char simpleEscape(char letter)
{
    switch (letter) {
    case 'a': return '\a';
    case 'b': return '\b';
    case 'e':
    case 'E': return '\033';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    case 'v': return '\v';
    case '\\': return '\\';
    default: return 0;
    }
}

} // namespace

Unescaped unescaped(std::string_view text, Octal octal)
{
    Unescaped result;
    std::string &out = result.text;
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c != '\\' || text.empty()) {
            out += c;
            continue;
        }
        const char letter = text.front();
        std::string_view rest = text.substr(1);
        std::int64_t number = -1;
        if (const char simple = simpleEscape(letter)) {
            out += simple;
        } else if (letter == 'c' && octal == Octal::AfterZero) {
            result.ends = true;
            return result;
        } else if (octal == Octal::Plain && (letter == '"' || letter == '\'' || letter == '?')) {
            out += letter;
        } else if (octal == Octal::Plain && octalDigits.find(letter) != std::string_view::npos) {
            out += static_cast<char>(takeNumber(text, octalDigits, 8, 3));
            continue;
        } else if (octal == Octal::AfterZero && letter == '0') {
            number = takeNumber(rest, octalDigits, 8, 3);
            out += static_cast<char>(number < 0 ? 0 : number);
        } else if (letter == 'x' && (number = takeNumber(rest, hexDigits, 16, 2)) >= 0) {
            out += static_cast<char>(number);
        } else if ((letter == 'u' || letter == 'U') &&
                   (number = takeNumber(rest, hexDigits, 16, letter == 'u' ? 4 : 8)) >= 0) {
            appendUtf8(out, static_cast<std::uint32_t>(number));
        } else {
            out += c;
            out += letter;
        }
        text = rest;
    }
    return result;
}

} // namespace netdraft::model::command
