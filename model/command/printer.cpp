#include "model/command/printer.h"

#include <fmt/format.h>

namespace netdraft::model::command {

void Printer::newLine()
{
    if (m_form == Form::PrettyJson) {
        m_text += '\n';
        m_text.append(static_cast<std::size_t>(m_depth) * 4, ' ');
    }
}

void Printer::beginValue(std::string_view key)
{
    if (!m_first)
        m_text += ',';
    m_first = false;
    if (key.empty())
        return;
    newLine();
    m_text += fmt::format("\"{}\":", key);
    if (m_form == Form::PrettyJson)
        m_text += ' ';
}

void Printer::open(std::string_view key, char bracket)
{
    if (!isJson())
        return;
    beginValue(key);
    m_text += bracket;
    ++m_depth;
    m_first = true;
}

void Printer::text(std::string_view text)
{
    if (!isJson())
        m_text += text;
}

void Printer::string(std::string_view key, std::string_view value, std::string_view format)
{
    if (!isJson()) {
        m_text += fmt::format(fmt::runtime(format), value);
    } else if (!key.empty()) {
        beginValue(key);
        m_text += fmt::format("\"{}\"", value);
    }
}

void Printer::element(std::string_view value, std::string_view format)
{
    if (!isJson()) {
        m_text += fmt::format(fmt::runtime(format), value);
    } else {
        beginValue({});
        m_text += fmt::format("\"{}\"", value);
    }
}

void Printer::number(std::string_view key, std::int64_t value, std::string_view format)
{
    if (!isJson()) {
        m_text += fmt::format(fmt::runtime(format), value);
    } else if (!key.empty()) {
        beginValue(key);
        m_text += std::to_string(value);
    }
}

void Printer::flag(std::string_view key, std::string_view text)
{
    raw(key, "true", text);
}

void Printer::onOff(std::string_view key, std::string_view keyword, bool on)
{
    raw(key, on ? "true" : "false", fmt::format("{} {} ", keyword, on ? "on" : "off"));
}

void Printer::raw(std::string_view key, std::string_view json, std::string_view text)
{
    if (!isJson()) {
        m_text += text;
    } else if (!key.empty()) {
        beginValue(key);
        m_text += json;
    }
}

void Printer::openObject(std::string_view key)
{
    open(key, '{');
}

void Printer::closeObject()
{
    if (!isJson())
        return;
    --m_depth;
    if (!m_first)
        newLine();
    m_text += '}';
    m_first = false;
}

void Printer::openArray(std::string_view key)
{
    open(key, '[');
    if (m_form == Form::PrettyJson)
        m_text += ' ';
}

void Printer::closeArray()
{
    if (!isJson())
        return;
    --m_depth;
    if (m_form == Form::PrettyJson && !m_first)
        m_text += ' ';
    m_text += ']';
    m_first = false;
}

} // namespace netdraft::model::command
