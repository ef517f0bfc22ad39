#include "model/exchange/quoting/ini.h"

#include <fmt/format.h>

namespace netdraft::model {

void IniText::section(std::string_view name)
{
    m_sections.push_back({std::string(name), {}});
}

void IniText::line(std::string_view key, std::string_view value)
{
    m_sections.back().lines += fmt::format("{}={}\n", key, value);
}

std::string IniText::text() const
{
    std::string text;
    for (const Section &section : m_sections) {
        if (!section.lines.empty())
            text += fmt::format("{}[{}]\n{}", text.empty() ? "" : "\n", section.name, section.lines);
    }
    return text;
}

} // namespace netdraft::model
