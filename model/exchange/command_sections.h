#pragma once

#include "model/edit/edit.h"

#include <string>
#include <vector>

namespace netdraft::model {

/// Consecutive edits that belong under one heading when a network is written as commands.
struct CommandSection {
    enum class Topic : std::uint8_t {
        Nodes, ///< making namespaces
        Links, ///< making cables and bridges
        Node,  ///< configuring what is in one namespace
    };
    Topic topic;
    std::string netns; ///< of Topic::Node
    EditList edits;
};

/// Programs that listen, on a machine that may not have them: what a file calls a program is not started on it, but a
/// socat for each of its sockets, which lets the same packets through.
enum class Programs : std::uint8_t { Themselves, StandIns };
/// The sockets of a program as those of socat.
EditList standIns(const StartProcess &start);

/// The commands that build a project's network from nothing, gathered by node wherever that gives the same network as
/// the order of rebuild(). Edits without a command are left out.
std::vector<CommandSection> commandSections(const Project &project, Programs programs = Programs::StandIns);

/// What a heading calls a namespace: `device A`, `the machine`, or just its name where the drawing does not show it.
std::string headingOf(const Project &project, std::string_view netns);

/// Refuses a network that has a name which must not reach a shell. Readers and edits refuse it as well; what is written
/// for root to run does not rely on that.
Result<void> checkNames(const Network &network);

} // namespace netdraft::model
