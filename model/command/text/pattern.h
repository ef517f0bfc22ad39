#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct re_pattern_buffer;

namespace netdraft::model::command {

/// A regular expression as grep, sed and awk have it: POSIX's, with what glibc adds (`\+`, `\|`, `\<`, `\w`).
class Pattern
{
public:
    enum class Syntax : bool { Basic, Extended };
    enum class Case : bool { Kept, Ignored };

    /// What regerror(3) says; or what is not simulated: references back into the expression, and repetitions so large
    /// that they would take much memory.
    struct Trouble {
        std::string text;
        bool notSimulated = false;
    };
    /// Null and a trouble where the expression is wrong.
    static std::optional<Pattern> of(std::string_view expression, Syntax syntax, Case letters, Trouble &trouble);

    struct Part {
        std::size_t start = 0;
        std::size_t length = 0;
        bool matched = false;
    };
    /// The leftmost and longest match from `start` on, and those of its groups, up to nine; empty where there is none.
    /// `text` may hold line feeds, which `.` takes as any character.
    std::vector<Part> match(const std::string &text, std::size_t start = 0) const;
    bool matches(const std::string &text) const { return !match(text).empty(); }

private:
    struct Free {
        void operator()(re_pattern_buffer *compiled) const;
    };
    std::unique_ptr<re_pattern_buffer, Free> m_compiled;
};

/// What is special to the syntax, so that it means itself: for `grep -F`.
std::string quotedPattern(std::string_view text);

} // namespace netdraft::model::command
