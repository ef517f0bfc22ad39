#pragma once

#include "model/command/text/pattern.h"

#include <memory>

namespace netdraft::model::command::sed_script {

/// The line or lines that a command of sed is for.
struct Address {
    enum class Kind : std::uint8_t { Line, Last, Matching, Every, Following };
    Kind kind = Kind::Line;
    std::size_t line = 0; ///< of Every the first, of Following how many more
    std::size_t step = 0; ///< `FIRST~STEP`
    std::shared_ptr<const Pattern> pattern;
};

struct Command {
    std::optional<Address> from;
    std::optional<Address> to;
    bool inverted = false;
    char letter = 0;

    std::shared_ptr<const Pattern> pattern; ///< of `s`
    std::string text;                       ///< the replacement of `s`, what `a`, `i` and `c` put, both rows of `y`
    std::string others;                     ///< the second row of `y`
    bool global = false;
    bool prints = false;
    std::size_t which = 1; ///< the match that `s` begins with
    int status = 0;        ///< of `q`
    std::size_t end = 0;   ///< of `{`: the command behind its `}`
};

/// What a script is that sed refuses, or of which something is not simulated.
struct Trouble {
    std::string text;
    bool notSimulated = false;
};

/// Reads the script of one `-e`, the `number`th; appends to `commands`.
std::optional<Trouble> read(std::string_view script, int number, Pattern::Syntax syntax,
                            std::vector<Command> &commands);

} // namespace netdraft::model::command::sed_script
