#pragma once

#include "model/exchange/project_words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

namespace netdraft::model {

/// A string as JSON has it.
std::string jsonString(std::string_view text);

/// An object on one line of a project file.
class Line
{
public:
    Line &raw(std::string_view key, std::string_view value)
    {
        m_text += fmt::format("{}{}: {}", m_text.empty() ? "" : ", ", jsonString(key), value);
        return *this;
    }
    Line &text(std::string_view key, std::string_view value) { return raw(key, jsonString(value)); }
    Line &number(std::string_view key, std::int64_t value) { return raw(key, fmt::format("{}", value)); }
    Line &flag(std::string_view key, bool value) { return value ? raw(key, "true") : *this; }
    Line &list(std::string_view key, const std::vector<std::string> &values)
    {
        return values.empty() ? *this : raw(key, fmt::format("[{}]", fmt::join(values, ", ")));
    }
    Line &word(std::string_view key, std::span<const ProjectWord> words, std::uint32_t value)
    {
        const auto known = std::ranges::find(words, value, &ProjectWord::value);
        return known == words.end() ? number(key, value) : text(key, known->word);
    }
    std::string str() const { return fmt::format("{{{}}}", m_text); }

private:
    std::string m_text;
};

} // namespace netdraft::model
