#include "model/utf8.h"

#include <algorithm>
#include <cstdint>

namespace netdraft::model {

namespace {

/// The least code point that so many bytes may say.
constexpr std::uint32_t leastOf[] = {0, 0, 0x80, 0x800, 0x10000};

} // namespace

std::size_t utf8Length(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80)
        return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length)
        return 0;
    std::uint32_t point = first & (0x7fU >> length);
    for (const char next : text.substr(1, length - 1)) {
        if ((static_cast<unsigned char>(next) & 0xc0U) != 0x80)
            return 0;
        point = point << 6 | (static_cast<unsigned char>(next) & 0x3fU);
    }
    const bool surrogate = point >= 0xd800 && point <= 0xdfff;
    return point >= leastOf[length] && point <= 0x10ffff && !surrogate ? length : 0;
}

std::string validUtf8(std::string_view text)
{
    std::string valid;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        valid += length == 0 ? "\xef\xbf\xbd" : text.substr(0, length);
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return valid;
}

std::string printableText(std::string_view text)
{
    std::string clean;
    while (!text.empty()) {
        const std::size_t length = utf8Length(text);
        const auto byte = static_cast<unsigned char>(text.front());
        const bool control = byte < 0x20 ? byte != '\n' && byte != '\t' : byte == 0x7f;
        // U+0080 to U+009F are control characters, and U+FFFE and U+FFFF none at all.
        const std::string_view character = text.substr(0, length);
        const bool unseen = (length == 2 && byte == 0xc2 && static_cast<unsigned char>(text[1]) < 0xa0) ||
                            character == "\xef\xbf\xbe" || character == "\xef\xbf\xbf";
        clean += length == 0 || control || unseen ? "\xef\xbf\xbd" : character;
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return clean;
}

bool isPrintableLine(std::string_view text)
{
    return text.find_first_of("\n\t") == std::string_view::npos && printableText(text) == text;
}

} // namespace netdraft::model
