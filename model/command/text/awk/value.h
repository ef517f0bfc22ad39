#pragma once

#include <string>
#include <string_view>

namespace netdraft::model::command::awk_program {

/// A value of awk: a number, a text, or a text of the input that counts as a number where it looks like one.
struct Value {
    enum class Kind : std::uint8_t { Unset, Number, Text, Input };
    Kind kind = Kind::Unset;
    double number = 0;
    std::string text;

    static Value of(double number) { return {Kind::Number, number, {}}; }
    static Value of(std::string text) { return {Kind::Text, 0, std::move(text)}; }
    static Value input(std::string_view text) { return {Kind::Input, 0, std::string(text)}; }

    double asNumber() const;
    std::string asText() const;
    bool isTrue() const;
    /// Whether it is compared as a number.
    bool isNumeric() const;
};

/// Below 0, 0 or above.
int compare(const Value &a, const Value &b);

} // namespace netdraft::model::command::awk_program
