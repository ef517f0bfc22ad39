#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace netdraft::model::command {

/// Prints one answer as text or as JSON, as `ip -j` and `ip -j -p` lay it out: every field has a key for JSON and a
/// format for text, in which `{}` stands for its value. An empty key or format leaves that form out.
class Printer
{
public:
    enum class Form : std::uint8_t { Text, Json, PrettyJson };
    explicit Printer(Form form) : m_form(form) {}

    bool isJson() const { return m_form != Form::Text; }

    /// Only in text.
    void text(std::string_view text);
    void string(std::string_view key, std::string_view value, std::string_view format);
    /// A string in an array.
    void element(std::string_view value, std::string_view format);
    void number(std::string_view key, std::int64_t value, std::string_view format);
    /// `"KEY": true`, or the text.
    void flag(std::string_view key, std::string_view text);
    /// `"KEY": true` or `false`; in text, `KEYWORD on` or `KEYWORD off` and a space.
    void onOff(std::string_view key, std::string_view keyword, bool on);
    /// A value of JSON that is not a string or a plain number, as written.
    void raw(std::string_view key, std::string_view json, std::string_view text);

    // Only in JSON; an empty key for an element of an array.
    void openObject(std::string_view key = {});
    void closeObject();
    void openArray(std::string_view key = {});
    void closeArray();

    /// All that was printed.
    std::string take() { return std::move(m_text); }

private:
    void newLine();
    void beginValue(std::string_view key);
    void open(std::string_view key, char bracket);

    Form m_form;
    std::string m_text;
    int m_depth = 0;
    bool m_first = true; ///< nothing has been put into the innermost object or array
};

} // namespace netdraft::model::command
