#pragma once

#include "model/shell/syntax.h"

#include <map>

namespace netdraft::model::shell {

/// A key of an associative array, ordered as bash lists them: by the bucket of its hash.
struct ArrayKey {
    std::uint32_t bucket = 0;
    std::string text;

    explicit ArrayKey(std::string key);
    friend auto operator<=>(const ArrayKey &, const ArrayKey &) = default;
};

struct Variable {
    enum class Kind : std::uint8_t { Scalar, Indexed, Associative };
    Kind kind = Kind::Scalar;
    bool set = false; ///< of a scalar: it has a value
    bool readonly = false;
    bool exported = false;
    bool integer = false;
    std::string value;
    std::map<std::int64_t, std::string> elements;
    std::map<ArrayKey, std::string> entries;
};

/// All that one shell remembers from a command to the next.
struct State {
    std::map<std::string, Variable, std::less<>> variables;
    std::map<std::string, CommandPtr, std::less<>> functions;
    std::vector<std::string> arguments;
    std::string name = "bash";                             ///< `$0`
    std::string where;                                     ///< the place where its commands run
    std::map<std::string, std::string, std::less<>> traps; ///< by `EXIT` and the signals' names without SIG
    std::vector<int> pipeStatus{0};
    int status = 0; ///< `$?`
    int background = 0;
    bool errexit = false;
    bool nounset = false;
    bool pipefail = false;
    bool usedArguments = false; ///< whether somebody asked for `$1`, `$@` or `$#`
};

/// A shell that has just started, at a place: with the variables that every shell has.
State freshState(std::string where);

} // namespace netdraft::model::shell
