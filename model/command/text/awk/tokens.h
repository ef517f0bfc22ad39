#pragma once

#include "model/command/text/awk/program.h"

namespace netdraft::model::command::awk_program {

struct Token {
    enum class Kind : std::uint8_t { End, NewLine, Number, Text, Regex, Name, Function, Keyword, Sign };
    Kind kind = Kind::End;
    std::string text; ///< as it means: without quotes, escapes put in
    std::string word; ///< as it is written
    double number = 0;
    int line = 1;
    bool glued = false; ///< of a name: a bracket follows at once
};

/// Splits a program into its tokens; the last one is End.
std::optional<Trouble> tokensOf(std::string_view text, std::vector<Token> &tokens);

} // namespace netdraft::model::command::awk_program
