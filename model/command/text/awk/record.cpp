#include "model/command/text/awk/record.h"

#include <algorithm>

namespace netdraft::model::command::awk_program {

namespace {

std::vector<std::string> splitByBlanks(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\v\f\r";
    std::vector<std::string> parts;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
        if (text.empty())
            return parts;
        const std::size_t end = std::min(text.find_first_of(blanks), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end);
    }
}

} // namespace

std::vector<std::string> split(const std::string &text, const std::string &separator,
                               const std::function<const Pattern *(const std::string &)> &patternOf)
{
    if (separator == " ")
        return splitByBlanks(text);
    std::vector<std::string> parts;
    if (text.empty())
        return parts;
    if (separator.empty()) {
        for (const char c : text)
            parts.emplace_back(1, c);
        return parts;
    }
    const Pattern *pattern = separator.size() > 1 ? patternOf(separator) : nullptr;
    std::size_t from = 0;
    std::size_t at = 0;
    while (at <= text.size()) {
        std::size_t start = std::string::npos;
        std::size_t length = 1;
        if (separator.size() == 1) {
            start = text.find(separator, at);
        } else if (pattern) {
            const auto found = pattern->match(text, at);
            start = found.empty() ? std::string::npos : found[0].start;
            length = found.empty() ? 0 : found[0].length;
        }
        if (start == std::string::npos || start >= text.size())
            break;
        if (length == 0) { // an empty separator separates nothing
            at = start + 1;
            continue;
        }
        parts.push_back(text.substr(from, start - from));
        from = at = start + length;
    }
    parts.push_back(text.substr(from));
    return parts;
}

void Record::set(std::string text, std::vector<std::string> fields)
{
    m_text = std::move(text);
    m_fields = std::move(fields);
}

Value Record::field(std::size_t number) const
{
    if (number == 0)
        return Value::input(m_text);
    return number <= m_fields.size() ? Value::input(m_fields[number - 1]) : Value();
}

void Record::setField(std::size_t number, const std::string &value, const std::string &joint)
{
    if (number > m_fields.size())
        m_fields.resize(std::min(number, mostFields));
    if (number <= m_fields.size())
        m_fields[number - 1] = value;
    join(joint);
}

void Record::setCount(std::size_t count, const std::string &joint)
{
    m_fields.resize(std::min(count, mostFields));
    join(joint);
}

void Record::join(const std::string &joint)
{
    m_text.clear();
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_text += (i == 0 ? std::string() : joint) + m_fields[i];
}

} // namespace netdraft::model::command::awk_program
