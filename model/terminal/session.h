#pragma once

#include "model/shell/interpreter.h"
#include "model/terminal/terminal.h"

namespace netdraft::model {

/// What a terminal's shell remembers from one line to the next: variables, functions, the last status, and the shells
/// that were opened in it, as by `ip netns exec NS bash`. A value: a copy goes its own way.
struct Session {
    std::vector<shell::State> shells;                      ///< the outermost first; the last reads what is typed
    std::map<std::string, std::string, std::less<>> files; ///< those that the lines wrote, outside of namespaces

    /// The namespace where the next line runs; empty once the outermost shell has been left.
    std::string where() const { return shells.empty() ? std::string() : shells.back().where; }
    /// `$?`
    int status() const { return shells.empty() ? 0 : shells.back().status; }
};

/// The session of a terminal that has just been opened in a namespace.
Session openSession(std::string netns);

/// What became of a line.
struct TypedLine {
    struct Piece {
        bool isError = false; ///< printed to the standard error
        std::string text;
    };
    std::vector<Piece> printed; ///< in the order of printing
    EditList edits;             ///< of the whole line; applied to the project they succeed
    int status = 0;

    /// All text, of both streams.
    std::string text() const;
};

/// Runs one line in bash's language, as if it were typed in the session's terminal: pipes, redirections, `&&`,
/// variables, loops. Several lines, as of a text that was pasted, run one after the other. Changes the session alone;
/// the project is as `edits` leave it. Ends what never ends, and says so.
TypedLine typeLine(const Project &project, Session &session, std::string_view line);

} // namespace netdraft::model
