#pragma once

#include "model/drawing/project.h"
#include "model/edit/edit.h"

#include <QString>

namespace netdraft::views {

/// What there is of Docker on a machine.
enum class DockerState : quint8 {
    Absent,
    Running,
    Stopped, ///< its bridges and rules are still there, as on a real machine
};
DockerState dockerState(const model::Netns &machine);

enum class DockerVerb : quint8 {
    Start, ///< the daemon; where it was not yet, Docker is installed by it
    Stop,
    Remove, ///< with all that it ever made
};

/// A gesture that switches Docker on or off.
struct DockerChange {
    QString text; ///< for the undo stack
    model::EditList edits;
    QString refusal; ///< what the daemon says; empty: it does it
};
DockerChange dockerChange(const model::Project &project, const model::Netns &machine, DockerVerb verb);

} // namespace netdraft::views
