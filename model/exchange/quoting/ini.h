#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace netdraft::model {

/// The text of a file of systemd.syntax(7), section by section. Sections without a line are left out.
class IniText
{
public:
    /// Begins a section; one of the same name may come again.
    void section(std::string_view name);
    /// A line of the section that began last. Values are addresses, numbers and names, which need no quotes.
    void line(std::string_view key, std::string_view value);
    /// The same of a switch.
    void line(std::string_view key, bool value) { line(key, std::string_view(value ? "yes" : "no")); }
    void line(std::string_view key, const char *value) { line(key, std::string_view(value)); }
    void line(std::string_view key, int value) { line(key, std::to_string(value)); }

    std::string text() const;

private:
    struct Section {
        std::string name;
        std::string lines;
    };
    std::vector<Section> m_sections;
};

} // namespace netdraft::model
