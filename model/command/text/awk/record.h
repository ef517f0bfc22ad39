#pragma once

#include "model/command/text/awk/value.h"
#include "model/command/text/pattern.h"

#include <functional>
#include <vector>

namespace netdraft::model::command::awk_program {

/// Splits a text as FS has it: a single blank means any blanks, another single character itself, more is a regular
/// expression, which `patternOf` gives (null: it is wrong).
std::vector<std::string> split(const std::string &text, const std::string &separator,
                               const std::function<const Pattern *(const std::string &)> &patternOf);

/// The record that is worked on and its fields, each of which follows a change of the other.
class Record
{
public:
    void set(std::string text, std::vector<std::string> fields);
    const std::string &text() const { return m_text; }
    std::size_t count() const { return m_fields.size(); }
    /// `$0`, `$1` …; unset behind the last one.
    Value field(std::size_t number) const;
    void setField(std::size_t number, const std::string &value, const std::string &joint);
    void setCount(std::size_t count, const std::string &joint);

private:
    void join(const std::string &joint);
    std::string m_text;
    std::vector<std::string> m_fields;
};

/// The most fields that a record may be given.
inline constexpr std::size_t mostFields = 10000;

} // namespace netdraft::model::command::awk_program
