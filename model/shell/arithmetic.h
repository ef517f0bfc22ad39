#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

namespace netdraft::model::shell {

/// What arithmetic knows of variables: of an array an element, by the expression in its brackets.
class Variables
{
public:
    Variables() = default;
    Variables(const Variables &) = delete;
    Variables &operator=(const Variables &) = delete;
    virtual ~Variables() = default;
    /// The text of a variable, empty where it is not set.
    virtual std::string valueForArithmetic(const std::string &name, const std::string &index) = 0;
    virtual void setByArithmetic(const std::string &name, const std::string &index, std::int64_t value) = 0;
};

/// The value of an expression of `$((…))`, with 64 bits as bash has them; an error in words.
std::expected<std::int64_t, std::string> calculate(Variables &variables, std::string_view expression);

} // namespace netdraft::model::shell
