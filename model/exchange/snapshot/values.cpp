#include "model/exchange/snapshot/values.h"

#include "model/exchange/project_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace netdraft::model::snapshot {

namespace {

/// Nobody reads more, and a file of nonsense must not fill the memory with complaints.
constexpr std::size_t mostTroubles = 500;

std::optional<std::int64_t> numberIn(std::string_view text, int base)
{
    if (text.starts_with("0x"))
        return numberIn(text.substr(2), 16);
    std::int64_t value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (text.empty() || read.ec != std::errc() || read.ptr != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

void Values::trouble(std::size_t offset, std::string subject) const
{
    if (m_troubles->size() < mostTroubles)
        m_troubles->push_back({ErrorCode::Input, std::move(subject), m_output->at(offset)});
    else if (m_troubles->size() == mostTroubles)
        m_troubles->push_back({ErrorCode::Input, "and more of this sort", m_output->at(offset)});
}

std::vector<const Json *> Values::objects() const
{
    std::vector<const Json *> found;
    if (!m_output->json)
        return found;
    if (m_output->json->kind != Json::Kind::Array) {
        trouble(*m_output->json,
                fmt::format("{}; expected an array, as the tool prints with -j", kindWord(m_output->json->kind)));
        return found;
    }
    for (const Json &value : m_output->json->items) {
        if (value.kind != Json::Kind::Object)
            trouble(value, fmt::format("{} in the list; expected objects", kindWord(value.kind)));
        else if (!value.members.empty()) // iproute2 leaves one for each thing that a filter kept out
            found.push_back(&value);
    }
    return found;
}

std::vector<const Json *> Values::objects(const Json &object, std::string_view key) const
{
    std::vector<const Json *> found;
    const Json *list = object.find(key);
    if (!list)
        return found;
    if (list->kind != Json::Kind::Array)
        trouble(*list, fmt::format("\"{}\" is {}; expected an array", key, kindWord(list->kind)));
    for (const Json &value : list->items) {
        if (value.kind != Json::Kind::Object)
            trouble(value, fmt::format("{} in \"{}\"; expected objects", kindWord(value.kind), key));
        else if (!value.members.empty())
            found.push_back(&value);
    }
    return found;
}

std::string Values::text(const Json &object, std::string_view key) const
{
    const Json *value = object.find(key);
    if (!value || value->kind == Json::Kind::Null)
        return {};
    if (value->kind != Json::Kind::String) {
        trouble(*value, fmt::format("\"{}\" is {}; expected a string", key, kindWord(value->kind)));
        return {};
    }
    return value->string;
}

std::optional<std::int64_t> Values::number(const Json &object, std::string_view key, std::int64_t least,
                                           std::int64_t most) const
{
    const Json *value = object.find(key);
    if (!value)
        return std::nullopt;
    std::optional<std::int64_t> number;
    if (value->kind == Json::Kind::Number && value->integral)
        number = static_cast<std::int64_t>(value->number);
    else if (value->kind == Json::Kind::String) // some versions write numbers so
        number = numberIn(value->string, 10);
    if (!number || *number < least || *number > most) {
        trouble(*value, fmt::format("no value for \"{}\"; expected a whole number from {} to {}", key, least, most));
        return std::nullopt;
    }
    return number;
}

std::optional<std::int64_t> Values::hexNumber(const Json &object, std::string_view key, std::int64_t most) const
{
    const Json *value = object.find(key);
    if (!value || value->kind != Json::Kind::String)
        return number(object, key, 0, most);
    const auto number = numberIn(value->string, 16);
    if (!number || *number < 0 || *number > most) {
        trouble(*value, fmt::format("no value for \"{}\"; expected a number such as 0x1, up to {:#x}", key, most));
        return std::nullopt;
    }
    return number;
}

bool Values::flag(const Json &object, std::string_view key) const
{
    const Json *value = object.find(key);
    if (!value)
        return false;
    switch (value->kind) {
    case Json::Kind::Null: return true;
    case Json::Kind::Boolean: return value->boolean;
    case Json::Kind::Number: return value->number != 0;
    default: break;
    }
    trouble(*value, fmt::format("\"{}\" is {}; expected true or false", key, kindWord(value->kind)));
    return false;
}

bool Values::lists(const Json &object, std::string_view key, std::string_view word) const
{
    const Json *list = object.find(key);
    return list && std::ranges::any_of(list->items, [&](const Json &value) {
               return value.kind == Json::Kind::String && value.string == word;
           });
}

template <typename T>
std::optional<T> Values::parsed(const Json &object, std::string_view key) const
{
    const std::string written = text(object, key);
    if (written.empty())
        return std::nullopt;
    auto value = T::parse(written);
    if (value)
        return *value;
    trouble(*object.find(key), describe(value.error()));
    return std::nullopt;
}

std::optional<IpAddress> Values::address(const Json &object, std::string_view key) const
{
    return parsed<IpAddress>(object, key);
}

std::optional<MacAddress> Values::mac(const Json &object, std::string_view key) const
{
    return parsed<MacAddress>(object, key);
}

std::optional<std::uint32_t> Values::word(const Json &object, std::string_view key, std::span<const ProjectWord> words,
                                          std::int64_t most) const
{
    const Json *value = object.find(key);
    if (!value)
        return std::nullopt;
    if (value->kind == Json::Kind::String) {
        const auto known = std::ranges::find(words, value->string, &ProjectWord::word);
        if (known != words.end())
            return known->value;
        const auto number = numberIn(value->string, 10);
        if (number && *number >= 0 && *number <= most)
            return static_cast<std::uint32_t>(*number);
        trouble(*value,
                fmt::format("\"{}\" is not known as \"{}\"; expected a name that every machine has, or a number",
                            shown(value->string), key));
        return std::nullopt;
    }
    const auto number = this->number(object, key, 0, most);
    return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}

} // namespace netdraft::model::snapshot
