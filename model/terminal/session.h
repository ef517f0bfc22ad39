#pragma once

#include "model/shell/interpreter.h"
#include "model/terminal/network_world.h"

#include <algorithm>

namespace netdraft::model {

/// What a terminal's shell remembers from one line to the next: variables, functions, the last status, and the shells
/// that were opened in it, as by `ip netns exec NS bash`. A value: a copy goes its own way.
struct Session {
    std::vector<shell::State> shells;                      ///< the outermost first; the last reads what is typed
    std::map<std::string, std::string, std::less<>> files; ///< those that the lines wrote, outside of namespaces

    /// tcpdumps that listen.
    std::vector<terminal::Listener> listeners;
    /// `ip monitor`s that watch.
    std::vector<terminal::Monitor> monitors;
    std::uint64_t clock = 0; ///< what tcpdump takes for the time, in microseconds since midnight

    /// The namespace where the next line runs; empty once the outermost shell has been left.
    std::string where() const { return shells.empty() ? std::string() : shells.back().where; }
    /// Whether the last line is not over: it ends with interrupt(), or when its tcpdump has heard enough.
    bool waits() const
    {
        return std::ranges::any_of(listeners, &terminal::Listener::waitedFor) ||
               std::ranges::any_of(monitors, &terminal::Monitor::waitedFor);
    }
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
    bool waits = false; ///< for a command that never ends, as tcpdump or ip monitor; what stands behind it in the line
                        ///< has not run
    std::optional<terminal::NetworkWorld::Sent> sent; ///< the last that one of its commands asked the way to
    std::vector<simulation::SeenFrame> frames;        ///< all that were sent, for tcpdumps of other terminals

    /// All text, of both streams.
    std::string text() const;
};

/// Runs one line in bash's language, as if it were typed in the session's terminal: pipes, redirections, `&&`,
/// variables, loops. Several lines, as of a text that was pasted, run one after the other. Changes the session alone;
/// the project is as `edits` leave it. Ends what never ends, and says so.
TypedLine typeLine(const Project &project, Session &session, std::string_view line);

/// What the tcpdumps of a session print of frames that another's line has sent; those that have what they wanted end.
std::vector<TypedLine::Piece> hearFrames(const Project &project, Session &session,
                                         std::span<const simulation::SeenFrame> frames);
/// What the monitors of a session print when the network has become this one, however it did.
std::vector<TypedLine::Piece> watchNetwork(const Network &network, Session &session);
/// Interrupts the tcpdump or monitor that the last line waits for (Ctrl-C), if it waits for one: what it prints then.
std::vector<TypedLine::Piece> interrupt(Session &session);

} // namespace netdraft::model
