#include "model/command/text/pattern.h"

#include <algorithm>
#include <array>
#include <regex.h>

namespace netdraft::model::command {

namespace {

constexpr std::size_t longestPattern = 2000;
/// How often a part may be repeated by numbers in braces, all of them multiplied.
constexpr std::size_t mostRepetitions = 1000;
constexpr std::size_t groups = 10;

/// What the numbers in braces of an expression make together; each brace that is no repetition counts as well, which is
/// on the safe side.
std::size_t repetitions(std::string_view expression)
{
    std::size_t product = 1;
    for (std::size_t i = 0; i < expression.size(); ++i) {
        if (expression[i] != '{')
            continue;
        std::size_t largest = 1;
        std::size_t number = 0;
        for (++i; i < expression.size() && expression[i] != '}'; ++i) {
            number = expression[i] >= '0' && expression[i] <= '9'
                         ? std::min(number * 10 + static_cast<std::size_t>(expression[i] - '0'), mostRepetitions + 1)
                         : 0;
            largest = std::max(largest, number);
        }
        product = std::min(product * largest, mostRepetitions + 1);
    }
    return product;
}

bool refersBack(std::string_view expression)
{
    for (std::size_t i = 0; i + 1 < expression.size(); ++i) {
        if (expression[i] != '\\')
            continue;
        ++i;
        if (expression[i] >= '1' && expression[i] <= '9')
            return true;
    }
    return false;
}

} // namespace

void Pattern::Free::operator()(re_pattern_buffer *compiled) const
{
    ::regfree(compiled);
    delete compiled;
}

std::optional<Pattern> Pattern::of(std::string_view expression, Syntax syntax, Case letters, Trouble &trouble)
{
    if (expression.size() > longestPattern || repetitions(expression) > mostRepetitions) {
        trouble = {"so large a regular expression", true};
        return std::nullopt;
    }
    if (refersBack(expression)) {
        trouble = {"a reference back in a regular expression", true};
        return std::nullopt;
    }
    Pattern pattern;
    auto compiled = std::make_unique<regex_t>();
    const int flags = (syntax == Syntax::Extended ? REG_EXTENDED : 0) | (letters == Case::Ignored ? REG_ICASE : 0);
    if (const int error = ::regcomp(compiled.get(), std::string(expression).c_str(), flags); error != 0) {
        std::array<char, 128> text{};
        ::regerror(error, compiled.get(), text.data(), text.size());
        trouble = {text.data(), false};
        return std::nullopt;
    }
    pattern.m_compiled.reset(compiled.release());
    return pattern;
}

std::vector<Pattern::Part> Pattern::match(const std::string &text, std::size_t start) const
{
    if (start > text.size())
        return {};
    std::array<regmatch_t, groups> found{};
    // From there to the end; what is before it still tells where words and lines begin.
    found[0] = {static_cast<regoff_t>(start), static_cast<regoff_t>(text.size())};
    if (::regexec(m_compiled.get(), text.c_str(), found.size(), found.data(), REG_STARTEND) != 0)
        return {};
    std::vector<Part> parts;
    for (const regmatch_t &each : found) {
        if (each.rm_so < 0)
            parts.emplace_back();
        else
            parts.push_back(
                {static_cast<std::size_t>(each.rm_so), static_cast<std::size_t>(each.rm_eo - each.rm_so), true});
    }
    return parts;
}

std::string quotedPattern(std::string_view text)
{
    std::string quoted;
    for (const char c : text) {
        if (std::string_view("\\.[]*^$+?(){}|").find(c) != std::string_view::npos)
            quoted += '\\';
        quoted += c;
    }
    return quoted;
}

} // namespace netdraft::model::command
