#include "model/exchange/project_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace netdraft::model {

namespace {

std::string worded(std::span<const ProjectWord> words)
{
    std::string list;
    for (const ProjectWord &word : words)
        list += fmt::format("{}\"{}\"", list.empty() ? "" : &word == &words.back() ? " or " : ", ", word.word);
    return list;
}

} // namespace

void ProjectText::refuse(std::size_t offset, std::string subject)
{
    if (!m_error)
        m_error = Error{ErrorCode::Input, std::move(subject), positionIn(m_text, offset, m_file)};
}

Fields::Fields(ProjectText &text, const Json &value, std::string_view what,
               std::initializer_list<std::string_view> known)
    : m_text(text), m_value(value), m_what(what)
{
    if (value.kind != Json::Kind::Object) {
        text.refuse(value.offset, fmt::format("{} is {}; expected an object", what, kindWord(value.kind)));
        return;
    }
    for (const JsonMember &member : value.members) {
        if (std::ranges::find(known, member.key) == known.end())
            text.refuse(member.offset, fmt::format("unknown field \"{}\" of {}; expected {}", shown(member.key), what,
                                                   fmt::join(known, ", ")));
    }
}

std::size_t Fields::at(std::string_view key) const
{
    const Json *value = m_value.find(key);
    return value ? value->offset : m_value.offset;
}

void Fields::require(std::string_view key, std::string_view expected)
{
    if (m_value.kind == Json::Kind::Object && !has(key))
        m_text.refuse(m_value.offset, fmt::format("{} has no \"{}\"; expected {}", m_what, key, expected));
}

const Json *Fields::typed(std::string_view key, Json::Kind kind)
{
    const Json *value = m_value.find(key);
    if (value && value->kind != kind) {
        m_text.refuse(value->offset,
                      fmt::format("\"{}\" is {}; expected {}", key, kindWord(value->kind), kindWord(kind)));
        return nullptr;
    }
    return value;
}

const Json *Fields::object(std::string_view key)
{
    return typed(key, Json::Kind::Object);
}

const std::vector<Json> &Fields::array(std::string_view key)
{
    static const std::vector<Json> none;
    const Json *value = typed(key, Json::Kind::Array);
    return value ? value->items : none;
}

std::string Fields::string(std::string_view key, std::size_t longest)
{
    const Json *value = typed(key, Json::Kind::String);
    return value ? stringOf(m_text, *value, fmt::format("\"{}\"", key), longest) : std::string();
}

bool Fields::flag(std::string_view key)
{
    const Json *value = typed(key, Json::Kind::Boolean);
    return value && value->boolean;
}

std::optional<double> Fields::number(std::string_view key, double most)
{
    const Json *value = typed(key, Json::Kind::Number);
    if (!value)
        return std::nullopt;
    if (!(value->number >= -most && value->number <= most)) {
        m_text.refuse(value->offset,
                      fmt::format("\"{}\" is out of range; expected a number from {} to {}", key, -most, most));
        return std::nullopt;
    }
    return value->number;
}

std::optional<std::int64_t> Fields::integer(std::string_view key, std::int64_t least, std::int64_t most)
{
    const Json *value = typed(key, Json::Kind::Number);
    if (!value)
        return std::nullopt;
    if (!value->integral || value->number < static_cast<double>(least) || value->number > static_cast<double>(most)) {
        m_text.refuse(value->offset, fmt::format("\"{}\" is {}; expected a whole number from {} to {}", key,
                                                 value->integral ? "out of range" : "no whole number", least, most));
        return std::nullopt;
    }
    return static_cast<std::int64_t>(value->number);
}

template <typename T>
std::optional<T> Fields::parsed(std::string_view key)
{
    if (!has(key))
        return std::nullopt;
    const std::string text = string(key);
    if (!m_text.sound())
        return std::nullopt;
    auto value = T::parse(text);
    if (!value) {
        m_text.refuse(at(key), describe(value.error()));
        return std::nullopt;
    }
    return *value;
}

std::optional<IpAddress> Fields::address(std::string_view key)
{
    return parsed<IpAddress>(key);
}

std::optional<InterfaceAddress> Fields::interfaceAddress(std::string_view key)
{
    return parsed<InterfaceAddress>(key);
}

std::optional<MacAddress> Fields::mac(std::string_view key)
{
    return parsed<MacAddress>(key);
}

std::optional<std::uint32_t> Fields::word(std::string_view key, std::span<const ProjectWord> words, std::uint32_t most)
{
    const Json *value = m_value.find(key);
    if (!value)
        return std::nullopt;
    if (most != 0 && value->kind == Json::Kind::Number) {
        const auto number = integer(key, 0, most);
        return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
    }
    const std::string text = string(key);
    if (!m_text.sound())
        return std::nullopt;
    const auto found = std::ranges::find(words, text, &ProjectWord::word);
    if (found == words.end()) {
        m_text.refuse(value->offset, fmt::format("\"{}\" is no {}; expected {}{}", shown(text), key, worded(words),
                                                 most != 0 ? " or a number" : ""));
        return std::nullopt;
    }
    return found->value;
}

std::string stringOf(ProjectText &text, const Json &value, std::string_view what, std::size_t longest)
{
    if (value.kind != Json::Kind::String) {
        text.refuse(value.offset, fmt::format("{} is {}; expected a string", what, kindWord(value.kind)));
        return {};
    }
    if (value.string.size() > longest) {
        text.refuse(value.offset,
                    fmt::format("{} is {} bytes long; expected at most {}", what, value.string.size(), longest));
        return {};
    }
    if (std::ranges::any_of(value.string, [](unsigned char c) { return c < 0x20 || c == 0x7f; })) {
        text.refuse(value.offset, fmt::format("{} holds a control character; expected plain text", what));
        return {};
    }
    return value.string;
}

std::string shown(std::string_view text)
{
    std::size_t length = std::min<std::size_t>(text.size(), 64);
    // A cut goes between two characters of UTF-8.
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80)
        --length;
    std::string plain(text.substr(0, length));
    std::ranges::replace_if(plain, [](unsigned char c) { return c < 0x20 || c == 0x7f; }, '?');
    return length < text.size() ? plain + "…" : plain;
}

} // namespace netdraft::model
