#pragma once

#include "model/shell/state.h"
#include "model/shell/world.h"

#include <memory>

namespace netdraft::model::shell {

/// What a script may use up before it is ended with a diagnosis.
struct Limits {
    std::size_t steps = 200'000;    ///< commands and turns of loops; each command of the world counts as several
    std::size_t bytes = 32'000'000; ///< of text that expansions and outputs make, all together
    std::size_t work = 20'000'000;  ///< characters that patterns look at and subshells copy
    std::size_t text = 1'000'000;   ///< of one value or one output
    std::size_t words = 20'000;     ///< of one command
    std::size_t script = 4'000'000; ///< of the script itself
    int calls = 60;                 ///< functions, subshells and shells within each other
};

/// Runs scripts in bash's language against a world. Nothing is executed on this machine.
///
/// A command that the world refuses is diagnosed, unless the script itself looks at its status (`||`, `if`, `!`, `$?`)
/// or sends its errors to /dev/null. With `set -e` the script ends there.
class Interpreter
{
public:
    Interpreter(World &world, State state, const Limits &limits = {});
    ~Interpreter();
    Interpreter(const Interpreter &) = delete;
    Interpreter &operator=(const Interpreter &) = delete;

    /// Runs a whole script, and what its traps hold for its end; returns its exit status. `file` is its name for
    /// positions, `line` that of its first line.
    int runScript(std::string_view text, const std::string &file, int line = 1);
    /// Runs what was typed in a terminal: variables and functions stay, an error ends no more than the line.
    int runTyped(std::string_view text);
    /// Whether it waits for a command that never ends: what would come after that has not run.
    bool waits() const;

    const State &state() const;
    /// Whether what ran last was an `exit`.
    bool exited() const;

private:
    std::unique_ptr<class Machine> m_machine;
};

} // namespace netdraft::model::shell
